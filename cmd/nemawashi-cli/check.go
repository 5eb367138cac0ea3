package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop/library"
)

func (a *app) check() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "check",
		Short: "Verify the library: pages, log against records, index, references, photos",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			if err := a.there("nothing was checked"); err != nil {
				return err
			}
			type problem struct {
				What  string `json:"what"`
				Where string `json:"where"`
				Do    string `json:"do"`
			}
			report := struct {
				OK       bool      `json:"ok"`
				Problems []problem `json:"problems"`
			}{Problems: []problem{}}
			err := a.reading(func(lib *library.Library) error {
				found, err := lib.Check()
				for _, p := range found {
					report.Problems = append(report.Problems, problem{p.What, p.Where, p.Do})
				}
				return err
			})
			if err != nil {
				report.Problems = append(report.Problems, problem{What: err.Error(), Where: "library"})
			}
			report.OK = len(report.Problems) == 0
			if a.json {
				if err := a.document(report); err != nil {
					return err
				}
			} else {
				for _, p := range report.Problems {
					fmt.Fprintf(a.out, "%s: %s. %s\n", p.Where, strings.TrimSuffix(p.What, "."), p.Do)
				}
			}
			if !report.OK {
				return errors.New("the library is not sound; nothing was changed; 'restore' brings a backup back, 'salvage' makes a new library of what can be read")
			}
			if !a.json {
				fmt.Fprintln(a.out, "The library is sound.")
			}
			return nil
		},
	})
}

package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/sample"
)

func (a *app) demo() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "demo",
		Short: "Add the sample engagement and print the ids of its workshops",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			return a.writing(func(lib *library.Library) error {
				made, err := sample.Add(lib, workshop.DateOf(time.Now()))
				if err != nil {
					return err
				}
				if a.json {
					return a.document(made)
				}
				for _, id := range append(made.Workshops, made.Rounds...) {
					if _, err := fmt.Fprintln(a.out, id); err != nil {
						return err
					}
				}
				return nil
			})
		},
	})
}

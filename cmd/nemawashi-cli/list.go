package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

func (a *app) list() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "list",
		Short: "All workshops",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			return a.reading(func(lib *library.Library) error {
				all, err := lib.Workshops()
				if err != nil {
					return err
				}
				type line struct {
					ID           workshop.ID   `json:"id"`
					Title        string        `json:"title"`
					Kind         string        `json:"kind"`
					Client       string        `json:"client"`
					Status       string        `json:"status"`
					Start        workshop.Date `json:"start"`
					Actions      int           `json:"actions"`
					Stakeholders int           `json:"stakeholders"`
				}
				lines, rows := []line{}, [][]string{}
				for _, s := range all {
					lines = append(lines, line{s.ID, s.Title, s.Kind, s.Client, s.Status, s.Start, s.Actions, s.Stakeholders})
					rows = append(rows, []string{string(s.ID), s.Title, s.Client, s.Status, string(s.Start), strconv.Itoa(s.Actions)})
				}
				if a.json {
					return a.document(lines)
				}
				return a.table([]string{"ID", "TITLE", "CLIENT", "STATUS", "START", "ACTIONS"}, rows)
			})
		},
	})
}

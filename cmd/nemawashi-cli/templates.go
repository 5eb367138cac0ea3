package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop/template"
)

func (a *app) templates() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "templates",
		Short: "The templates a workshop can begin with",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			set, err := template.Builtin()
			if err != nil {
				return err
			}
			type line struct {
				ID      string `json:"id"`
				Version int    `json:"version"`
				Title   string `json:"title"`
				Kind    string `json:"kind"`
				Days    int    `json:"days"`
				Summary string `json:"summary"`
			}
			lines, rows := []line{}, [][]string{}
			for _, t := range set.All() {
				lines = append(lines, line{t.ID, t.Version, t.Title, t.Kind, t.Days, t.Summary})
				rows = append(rows, []string{t.ID, t.Title, strconv.Itoa(t.Days), t.Summary})
			}
			if a.json {
				return a.document(lines)
			}
			return a.table([]string{"ID", "TITLE", "DAYS", "WHAT IT IS FOR"}, rows)
		},
	})
}

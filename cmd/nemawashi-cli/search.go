package main

import (
	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// searchLimit is more than anybody reads and little enough to be quick.
const searchLimit = 500

func (a *app) search() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "search TEXT",
		Short: "Find words in every workshop, the newest first",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.reading(func(lib *library.Library) error {
				hits, err := lib.Search(args[0], searchLimit)
				if err != nil {
					return err
				}
				type line struct {
					actionLine
					Kind    workshop.Kind `json:"kind"`
					Snippet string        `json:"snippet"`
				}
				lines, rows := []line{}, [][]string{}
				for _, h := range hits {
					l := line{actionLine: actionLine{Workshop: h.Workshop, ID: h.ID, Title: h.Title}, Kind: h.Kind, Snippet: h.Snippet}
					if h.Kind == workshop.KindAction {
						if err := l.fill(lib); err != nil {
							return err
						}
					}
					lines = append(lines, l)
					rows = append(rows, []string{string(h.Kind), h.Title, h.WorkshopTitle, h.Snippet})
				}
				if a.json {
					return a.document(lines)
				}
				return a.table([]string{"KIND", "TITLE", "WORKSHOP", "TEXT"}, rows)
			})
		},
	})
}

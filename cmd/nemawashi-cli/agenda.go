package main

import (
	"time"

	"github.com/spf13/cobra"

	"nemawashi.app/export/readout"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// exportAgenda writes what participants get; nothing in it depends on the audience.
func (a *app) exportAgenda() *cobra.Command {
	x := exporting{audience: string(workshop.Team)}
	cmd := &cobra.Command{
		Use:   "agenda WORKSHOP -o F.pdf",
		Short: "Write the agenda for participants as PDF",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := x.check("export agenda"); err != nil {
				return err
			}
			return a.reading(func(lib *library.Library) error {
				views, err := x.views(lib, args)
				if err != nil {
					return err
				}
				now := time.Now()
				return x.note(lib, "agenda", views, readout.WriteAgendaFile(cmd.Context(), x.to, readout.Input{View: views[0], Today: workshop.DateOf(now), Now: now,
					Paper: x.paper, Language: x.language, Templates: a.set, Progress: a.progress()}))
			})
		},
	}
	cmd.Flags().StringVarP(&x.to, "output", "o", "", "the file to write")
	cmd.Flags().StringVar(&x.language, "lang", "", "language of headings and words (default: the workshop's)")
	cmd.Flags().StringVar(&x.paper, "paper", "a4", "a4, letter or a3")
	return cmd
}

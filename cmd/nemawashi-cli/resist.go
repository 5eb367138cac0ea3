package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/resist"
)

func (a *app) resist() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "resist WORKSHOP",
		Short: "The resistance map's numbers, as the screen shows them, under code names",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.reading(func(lib *library.Library) error {
				s, err := find(lib, args[0])
				if err != nil {
					return err
				}
				var report resist.Report
				s.Read(func(w *workshop.Workshop) { report, err = resist.Of(w, workshop.DateOf(time.Now())) })
				if err != nil {
					return err
				}
				if a.json {
					return a.document(report)
				}
				fmt.Fprintf(a.out, "Coalition index %s (for %d, against %d)\n", figure.SignedPercent(100*report.Index), report.Positive, report.Negative)
				var rows [][]string
				for _, e := range report.Stakeholders {
					flags := make([]string, len(e.Flags))
					for i, f := range e.Flags {
						flags[i] = string(f)
					}
					rows = append(rows, []string{e.Code, strconv.Itoa(e.Priority), fmt.Sprintf("%d x %d", e.Influence, e.Gap), string(e.Band), strings.Join(flags, ", ")})
				}
				return a.table([]string{"CODE", "PRIORITY", "INFLUENCE X GAP", "BAND", "FLAGS"}, rows)
			})
		},
	})
}

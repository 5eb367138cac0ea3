package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// actionLine is an action in a list across workshops; the owner is a name.
type actionLine struct {
	Workshop workshop.ID   `json:"workshop"`
	ID       workshop.ID   `json:"id"`
	Number   int           `json:"number"`
	Title    string        `json:"title"`
	Owner    string        `json:"owner"`
	Due      workshop.Date `json:"due"`
	Status   string        `json:"status"`
}

// fill completes a line that was found by search.
func (l *actionLine) fill(lib *library.Library) error {
	s, err := lib.Session(l.Workshop)
	if err != nil {
		return err
	}
	s.Read(func(w *workshop.Workshop) {
		a := workshop.Find[workshop.Action](w, l.ID)
		if a == nil {
			return
		}
		l.Number, l.Title, l.Due, l.Status = a.Number, a.Title, a.Due, a.Status
		if p := workshop.Find[workshop.Person](w, a.Owner); p != nil {
			l.Owner = p.Name
		}
	})
	return nil
}

func (a *app) actions() *cobra.Command {
	var overdue bool
	var owner, before string
	cmd := &cobra.Command{
		Use:   "actions [--overdue] [--owner NAME] [--due-before DATE]",
		Short: "Actions of all workshops, by due date",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			f := library.Filter{Overdue: overdue, Owner: owner}
			if before != "" {
				d, err := workshop.ParseDate(before)
				if err != nil {
					return usageError{fmt.Errorf("actions: --due-before: %w", err)}
				}
				f.DueBefore = d
			}
			return a.reading(func(lib *library.Library) error {
				found, err := lib.Actions(f)
				if err != nil {
					return err
				}
				lines, rows := []actionLine{}, [][]string{}
				for _, x := range found {
					lines = append(lines, actionLine{x.Workshop, x.ID, x.Number, x.Title, x.OwnerName, x.Due, x.Status})
					label := (&workshop.Action{Number: x.Number}).Label()
					rows = append(rows, []string{label, x.Title, x.OwnerName, string(x.Due), x.Status, x.WorkshopTitle})
				}
				if a.json {
					return a.document(lines)
				}
				return a.table([]string{"NO.", "ACTION", "OWNER", "DUE", "STATUS", "WORKSHOP"}, rows)
			})
		},
	}
	cmd.Flags().BoolVar(&overdue, "overdue", false, "only open ones that were due before today")
	cmd.Flags().StringVar(&owner, "owner", "", "only those of this owner")
	cmd.Flags().StringVar(&before, "due-before", "", "only those due before this date")
	return a.jsonFlag(cmd)
}

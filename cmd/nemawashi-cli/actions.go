package main

import (
	"fmt"
	"strings"

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
	// NextCheck is the day of the next recurring check, where there is one; Updates are the notes so far, where they were asked for.
	NextCheck workshop.Date `json:"next_check,omitempty"`
	Updates   []updateLine  `json:"updates,omitempty"`
}

// updateLine is one note of an action's log.
type updateLine struct {
	Date  workshop.Date `json:"date"`
	By    string        `json:"by"`
	Sheet bool          `json:"spreadsheet,omitempty"` // it came back in a spreadsheet
	Text  string        `json:"text"`
}

// log adds the notes of how the action went on.
func (l *actionLine) log(lib *library.Library) error {
	s, err := lib.Session(l.Workshop)
	if err != nil {
		return err
	}
	var notes []workshop.Update
	s.Read(func(w *workshop.Workshop) { notes, err = w.Updates(l.ID) })
	for _, n := range notes {
		l.Updates = append(l.Updates, updateLine{n.Day(), n.By, n.Sheet, n.Text})
	}
	return err
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
	var overdue, checks, log bool
	var owner, before string
	cmd := &cobra.Command{
		Use:   "actions [--overdue] [--owner NAME] [--due-before DATE] [--checks] [--log]",
		Short: "Actions of all workshops, by due date",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			f := library.Filter{Overdue: overdue, Owner: owner, CheckDue: checks}
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
					line := actionLine{Workshop: x.Workshop, ID: x.ID, Number: x.Number, Title: x.Title, Owner: x.OwnerName, Due: x.Due, Status: x.Status, NextCheck: x.NextCheck}
					label := (&workshop.Action{Number: x.Number}).Label()
					rows = append(rows, []string{label, x.Title, x.OwnerName, string(x.Due), x.Status, string(x.NextCheck), x.WorkshopTitle})
					if log {
						if err := line.log(lib); err != nil {
							return err
						}
						for _, n := range line.Updates {
							rows = append(rows, []string{"", strings.Join(strings.Fields(n.Text), " "), n.By, string(n.Date)})
						}
					}
					lines = append(lines, line)
				}
				if a.json {
					return a.document(lines)
				}
				return a.table([]string{"NO.", "ACTION", "OWNER", "DUE", "STATUS", "NEXT CHECK", "WORKSHOP"}, rows)
			})
		},
	}
	cmd.Flags().BoolVar(&overdue, "overdue", false, "only open ones that were due before today")
	cmd.Flags().BoolVar(&checks, "checks", false, "only those with a recurring check due today or before")
	cmd.Flags().BoolVar(&log, "log", false, "say too how each went on: its dated notes and who wrote them")
	cmd.Flags().StringVar(&owner, "owner", "", "only those of this owner")
	cmd.Flags().StringVar(&before, "due-before", "", "only those due before this date")
	return a.jsonFlag(cmd)
}

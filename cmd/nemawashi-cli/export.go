package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nemawashi.app/export/calendar"
	"nemawashi.app/export/readout"
	"nemawashi.app/export/register"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/library"
)

// exporting are the flags that every export has.
type exporting struct {
	to, audience, language, paper string
	all                           bool // every workshop of the library
}

// some is what an export of several workshops is made of: those named, or all.
func (x *exporting) some(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 && !x.all:
			return usageError{fmt.Errorf("%s: a workshop is needed, or --all", command)}
		case len(args) > 0 && x.all:
			return usageError{fmt.Errorf("%s: name workshops or give --all, not both", command)}
		}
		return nil
	}
}

func (x *exporting) allFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&x.all, "all", false, "every workshop of the library")
}

func (x *exporting) flags(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&x.to, "output", "o", "", "the file to write")
	cmd.Flags().StringVar(&x.audience, "audience", string(workshop.Sponsor), "sponsor, team or facilitator")
	cmd.Flags().StringVar(&x.language, "lang", "", "language of headings and words (default: the workshop's)")
	cmd.Flags().StringVar(&x.paper, "paper", "a4", "a4, letter or a3")
}

func (x *exporting) check(command string) error {
	if x.to == "" {
		return usageError{fmt.Errorf("%s: -o FILE is needed", command)}
	}
	if !slices.Contains(workshop.Audiences, workshop.Audience(x.audience)) {
		return usageError{fmt.Errorf("%s: --audience is sponsor, team or facilitator, not %q", command, x.audience)}
	}
	if !slices.Contains([]string{"a4", "letter", "a3"}, x.paper) {
		return usageError{fmt.Errorf("%s: --paper is a4, letter or a3, not %q", command, x.paper)}
	}
	if x.language != "" && !slices.Contains(readout.Languages(), x.language) {
		return usageError{fmt.Errorf("%s: --lang is %s, not %q", command, strings.Join(readout.Languages(), " or "), x.language)}
	}
	return nil
}

// views are the workshops as the audience may see them.
func (x *exporting) views(lib *library.Library, args []string) ([]*workshop.View, error) {
	if x.all {
		all, err := lib.Workshops()
		if err != nil {
			return nil, err
		}
		for _, s := range all {
			args = append(args, string(s.ID))
		}
	}
	var out []*workshop.View
	for _, arg := range args {
		s, err := find(lib, arg)
		if err != nil {
			return nil, err
		}
		v := s.View(workshop.Audience(x.audience))
		if !slices.ContainsFunc(out, func(o *workshop.View) bool { return o.ID == v.ID }) {
			out = append(out, v) // named twice, it still stands in the register once
		}
	}
	return out, nil
}

// note keeps that a file was written, for whoever asks later where somebody's data went.
func (x *exporting) note(lib *library.Library, what string, views []*workshop.View, err error) error {
	for _, v := range views {
		if err == nil {
			err = lib.NoteExport(library.Export{Workshop: v.ID, Path: x.to, What: what, Audience: x.audience})
		}
	}
	return err
}

func (a *app) exportReadout() *cobra.Command {
	var x exporting
	cmd := &cobra.Command{
		Use:   "readout WORKSHOP -o F.pdf",
		Short: "Write the readout as PDF",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := x.check("export readout"); err != nil {
				return err
			}
			return a.reading(func(lib *library.Library) error {
				views, err := x.views(lib, args)
				if err != nil {
					return err
				}
				s, err := find(lib, args[0])
				if err != nil {
					return err
				}
				var rounds []*assess.Result
				s.Read(func(w *workshop.Workshop) { rounds, err = readout.Assessments(w, workshop.Audience(x.audience)) })
				if err != nil {
					return err
				}
				now := time.Now()
				in := readout.Input{
					View: views[0], Today: workshop.DateOf(now), Now: now, Assessments: rounds,
					Paper: x.paper, Language: x.language, Progress: a.progress(), Blob: lib.Blob, Templates: a.set,
				}
				for _, m := range readout.Missing(in) {
					fmt.Fprintf(a.err, "nemawashi-cli: no font can show %s; a named placeholder stands for it\n", m)
				}
				return x.note(lib, "readout", views, readout.WriteFile(cmd.Context(), x.to, in))
			})
		},
	}
	x.flags(cmd)
	return cmd
}

// exportManager writes one manager's own page about a round. Its name is what the
// user types: none of it comes from the library.
func (a *app) exportManager() *cobra.Command {
	x := exporting{audience: string(workshop.Team)}
	cmd := &cobra.Command{
		Use:   "manager ROUND NAME -o F.pdf",
		Short: "Write the page of one manager about a self-assessment round, for that manager only",
		Args:  exactly(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := x.check("export manager"); err != nil {
				return err
			}
			return a.reading(func(lib *library.Library) error {
				s, round, err := findRound(lib, args[0])
				if err != nil {
					return err
				}
				q, err := questionnaire(round)
				if err != nil {
					return err
				}
				var own *assess.Own
				var name string
				s.Read(func(w *workshop.Workshop) {
					for _, p := range workshop.All[workshop.Person](w) {
						if string(p.ID) == args[1] || strings.EqualFold(p.Name, args[1]) {
							name = p.Name
							own, err = assess.OwnOf(w, round.ID, q, assess.AboutOf(w, round.ID, p))
						}
					}
				})
				switch {
				case err != nil:
					return err
				case own == nil:
					return errors.New("there is nobody of that name in this workshop; nothing was written; 'show WORKSHOP --json' lists people")
				}
				now := time.Now()
				in := readout.Input{View: s.View(workshop.Team), Today: workshop.DateOf(now), Now: now, Paper: x.paper, Language: x.language, Templates: a.set}
				return x.note(lib, "manager's page", []*workshop.View{in.View}, readout.WriteOwnFile(cmd.Context(), x.to, in, own, name))
			})
		},
	}
	cmd.Flags().StringVarP(&x.to, "output", "o", "", "the file to write")
	cmd.Flags().StringVar(&x.language, "lang", "", "language of headings and words (default: the workshop's)")
	cmd.Flags().StringVar(&x.paper, "paper", "a4", "a4, letter or a3")
	return cmd
}

func (a *app) exportRegister() *cobra.Command {
	var x exporting
	var byOwner bool
	cmd := &cobra.Command{
		Use:   "register WORKSHOP... -o F.xlsx [--by-owner]",
		Short: "Write the action register as a spreadsheet; several workshops make one register",
		Args:  x.some("export register"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := x.check("export register"); err != nil {
				return err
			}
			return a.reading(func(lib *library.Library) error {
				views, err := x.views(lib, args)
				if err != nil {
					return err
				}
				now := time.Now()
				in := register.Input{
					Views: views, Today: workshop.DateOf(now), Now: now,
					Paper: x.paper, Language: x.language, Progress: a.progress(), Templates: a.set,
				}
				if byOwner {
					return a.exportParts(cmd.Context(), lib, &x, in)
				}
				return x.note(lib, "register", views, register.WriteFile(cmd.Context(), x.to, in))
			})
		},
	}
	x.flags(cmd)
	x.allFlag(cmd)
	cmd.Flags().BoolVar(&byOwner, "by-owner", false, "a file for each owner, numbered; prints which one is whose")
	return a.jsonFlag(cmd)
}

// partLine says whose a file is: its name does not.
type partLine struct {
	File    string `json:"file"`
	Owner   string `json:"owner"` // "" for the actions that nobody owns
	Actions int    `json:"actions"`
	Open    int    `json:"open"`
}

// exportParts writes a register for each owner and prints which is whose, also
// of those that were written before an error.
func (a *app) exportParts(ctx context.Context, lib *library.Library, x *exporting, in register.Input) error {
	parts := register.ByOwner(in)
	written, err := register.WriteParts(ctx, x.to, parts, in.Progress)
	lines := []partLine{}
	var rows [][]string
	for i, path := range written {
		of := *x
		of.to = path
		if noted := of.note(lib, "register", parts[i].Input.Views, nil); err == nil {
			err = noted
		}
		p := parts[i]
		lines = append(lines, partLine{path, p.Owner, p.Actions, p.Open})
		rows = append(rows, []string{path, cmp.Or(p.Owner, "(nobody)"), strconv.Itoa(p.Actions), strconv.Itoa(p.Open)})
	}
	if len(lines) == 0 {
		return err
	}
	say := func() error { return a.table([]string{"FILE", "OWNER", "ACTIONS", "OPEN"}, rows) }
	if a.json {
		say = func() error { return a.document(lines) }
	}
	return errors.Join(err, say())
}

func (a *app) exportCalendar() *cobra.Command {
	var x exporting
	cmd := &cobra.Command{
		Use:   "calendar WORKSHOP... -o F.ics",
		Short: "Write due dates, checks and reviews as a calendar; several workshops make one calendar",
		Args:  x.some("export calendar"),
		RunE: func(_ *cobra.Command, args []string) error {
			x.paper = "a4"
			if err := x.check("export calendar"); err != nil {
				return err
			}
			return a.reading(func(lib *library.Library) error {
				views, err := x.views(lib, args)
				if err != nil {
					return err
				}
				return x.note(lib, "calendar", views, calendar.WriteFile(x.to, calendar.Input{Views: views, Now: time.Now()}))
			})
		},
	}
	cmd.Flags().StringVarP(&x.to, "output", "o", "", "the file to write")
	cmd.Flags().StringVar(&x.audience, "audience", string(workshop.Team), "sponsor, team or facilitator")
	x.allFlag(cmd)
	return cmd
}

// progress reports on standard error what takes longer than a second, when
// somebody is looking.
func (a *app) progress() func(done, total int) {
	f, ok := a.err.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	begun, shown := time.Now(), time.Time{}
	return func(done, total int) {
		if now := time.Now(); now.Sub(begun) > time.Second && now.Sub(shown) > 200*time.Millisecond || done == total && !shown.IsZero() {
			shown = now
			end := "\r"
			if done == total {
				end = "\n"
			}
			fmt.Fprintf(f, "%d of %d%s", done, total, end)
		}
	}
}

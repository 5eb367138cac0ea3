package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nemawashi.app/export/held"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/extract"
	"nemawashi.app/workshop/library"
)

func (a *app) person() *cobra.Command {
	var to, heir string
	var erase, here, dry bool
	cmd := &cobra.Command{
		Use:   "person WORKSHOP NAME --extract F.json|F.pdf | --erase",
		Short: "What is held on one person, in all workshops; or erase it everywhere, for good",
		Args:  exactly(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case (to == "") == !erase:
				return usageError{errors.New("person: either --extract F.json or --erase is needed")}
			case !erase && (heir != "" || dry):
				return usageError{errors.New("person: --heir and --dry-run go with --erase")}
			}
			if !erase {
				return a.reading(func(lib *library.Library) error {
					name, in, err := personIn(lib, args, here)
					if err != nil {
						return err
					}
					return extractTo(cmd, lib, to, name, in)
				})
			}
			open := a.writing
			if dry {
				open = a.reading
			}
			return open(func(lib *library.Library) error {
				name, in, err := personIn(lib, args, here)
				if err != nil {
					return err
				}
				if heir != "" {
					if err := knows(lib, args[0], heir); err != nil {
						return err
					}
				}
				got, err := lib.Erase(library.Erasing{Name: name, In: in, Heir: heir, Dry: dry})
				if err != nil {
					return err
				}
				if a.json {
					return a.document(got)
				}
				a.sayErased(got, dry)
				return nil
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&to, "extract", "", "write what is held on the person to this file, as JSON or, where its name ends in .pdf, as PDF")
	f.BoolVar(&erase, "erase", false, "erase the person and every judgement about them; this cannot be undone")
	f.BoolVar(&here, "here", false, "only in this workshop, and not in others where somebody has the same name")
	f.StringVar(&heir, "heir", "", "with --erase: who takes over what is still to do")
	f.BoolVar(&dry, "dry-run", false, "with --erase: say what would go, and change nothing")
	return a.jsonFlag(cmd)
}

// personIn is the name that is meant, and the workshops to keep to.
func personIn(lib *library.Library, args []string, here bool) (string, []workshop.ID, error) {
	s, err := find(lib, args[0])
	if err != nil {
		return "", nil, err
	}
	name := ""
	s.Read(func(w *workshop.Workshop) {
		if who := w.Subject(args[1]); who != nil {
			name = who.Names()[0]
		}
	})
	if name == "" {
		return "", nil, fmt.Errorf("nobody of the name %q is known in this workshop; nothing was changed; 'show' lists its people", args[1])
	}
	if here {
		return name, []workshop.ID{s.ID()}, nil
	}
	return name, nil, nil
}

// knows says whether the workshop has somebody of the name.
func knows(lib *library.Library, arg, name string) error {
	s, err := find(lib, arg)
	if err != nil {
		return err
	}
	known := false
	s.Read(func(w *workshop.Workshop) { known = w.Subject(name) != nil })
	if !known {
		return fmt.Errorf("nobody of the name %q is there to take over; nothing was changed; 'show' lists the people of the workshop", name)
	}
	return nil
}

func extractTo(cmd *cobra.Command, lib *library.Library, to, name string, in []workshop.ID) error {
	now := time.Now()
	only := workshop.ID("")
	if len(in) > 0 {
		only = in[0]
	}
	x, err := extract.Gather(lib, name, only, workshop.DateOf(now))
	if err != nil {
		return err
	}
	return held.WriteFile(cmd.Context(), to, x, now)
}

func (a *app) sayErased(got library.Erasure, dry bool) {
	gone := "erased"
	if dry {
		gone = "would be erased"
	}
	for _, in := range got.Workshops {
		goes, stays := library.Said(in.What)
		fmt.Fprintf(a.out, "%s: %s: %s", in.Title, gone, strings.Join(goes, ", "))
		if len(stays) > 0 {
			fmt.Fprintf(a.out, "; kept: %s", strings.Join(stays, ", "))
		}
		fmt.Fprintln(a.out)
	}
	if dry {
		fmt.Fprintln(a.out, "Nothing was changed.")
	}
	for _, l := range []struct {
		say  string
		list []string
	}{
		{"Still in this library file, until you delete it: %s\n", got.Backups},
		{"Still in your own template %s: edit it by hand\n", got.Templates},
		{"The name is still found in %s: close other programs that read the library, and open and close it once\n", got.Left},
	} {
		for _, x := range l.list {
			fmt.Fprintf(a.out, l.say, x)
		}
	}
	for _, x := range got.Exports {
		fmt.Fprintf(a.out, "This file was made of one of these workshops and may hold the name: %s (%s)\n", x.Path, x.At.Local().Format("2006-01-02 15:04"))
	}
}

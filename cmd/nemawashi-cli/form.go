package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nemawashi.app/export/form"
	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/library"
)

func (a *app) exportForm() *cobra.Command {
	var to, by, about, unit string
	cmd := &cobra.Command{
		Use:   "form ROUND -o F.xlsx|F.nema",
		Short: "Write the self-assessment form of a round as a spreadsheet, or as a file for the app (.nema)",
		Long:  "Write the self-assessment form of a round as a spreadsheet, or as a file for the app (.nema).\nA round that was only planned is open from then on: its smallest group and its statements stay as they are.",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if to == "" {
				return usageError{errors.New("export form: -o FILE is needed")}
			}
			f, _ := workshop.FieldOf(workshop.KindResponse, "by")
			if !slices.Contains(f.Choices, by) {
				return usageError{fmt.Errorf("export form: --by is %s, not %q", strings.Join(f.Choices, ", "), by)}
			}
			return a.reading(func(lib *library.Library) error {
				s, round, err := findRound(lib, args[0])
				if err != nil {
					return err
				}
				if round.Closed() {
					return fmt.Errorf("the round %q is closed and takes no more answers; nothing was written; begin a new round", round.Title)
				}
				shelf, err := a.shelf(lib)
				if err != nil {
					return err
				}
				q, err := assess.Among(shelf.All(), round)
				if err != nil {
					return unknown(round, err)
				}
				_, unheld := assess.Held(round)
				opens := round.Status == workshop.RoundPlanned || unheld != nil
				if opens && lib.ReadOnly() {
					return fmt.Errorf("the round %q was not handed out yet, and handing it out is kept in the library, which cannot be changed now; nothing was written: %s", round.Title, lib.Notice())
				}
				in := form.Input{Workshop: s.ID(), Round: round, Questionnaire: q, By: by, About: about, Name: about, Unit: unit}
				s.Read(func(w *workshop.Workshop) {
					for _, p := range workshop.All[workshop.Person](w) {
						if string(p.ID) == about || about != "" && strings.EqualFold(p.Name, about) {
							in.About, in.Name = string(p.ID), p.Name
						}
					}
				})
				if strings.EqualFold(filepath.Ext(to), form.SheetExtension) {
					var sheet *assess.Sheet
					s.Read(func(w *workshop.Workshop) { sheet = assess.NewSheet(w, round, q, by, in.About, in.Name, unit) })
					err = form.WriteSheet(to, sheet)
				} else {
					err = form.WriteFile(to, in)
				}
				if err != nil || !opens {
					return err
				}
				// What was handed out must be understood when it comes back.
				if err := s.Do("Hand out the round", func(e *workshop.Edit) error { return assess.HandOut(e, round.ID, q) }); err != nil {
					return err
				}
				return lib.Flush()
			})
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", "the file to write")
	cmd.Flags().StringVar(&by, "by", assess.BySelf, "who fills it in: self, report, peer or facilitator")
	cmd.Flags().StringVar(&about, "about", "", "whom it rates: somebody's name, or words such as \"the management team\"")
	cmd.Flags().StringVar(&unit, "unit", "", "the unit of those who fill it in")
	return cmd
}

// formLine is a cell of a form that is not on the scale.
type formLine struct {
	File   string `json:"file"`
	Sheet  string `json:"sheet"`
	Cell   string `json:"cell"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

// collected is what became of returned forms.
type collected struct {
	Taken    int           `json:"taken"`
	Said     []assess.Left `json:"said"`
	Problems []formLine    `json:"problems"`
}

func (a *app) importForm() *cobra.Command {
	var willing assess.Willing
	cmd := &cobra.Command{
		Use:   "form F.xlsx|F.nema...",
		Short: "Take self-assessment forms back that were filled in, in Excel or with the app",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("import form: a file is needed")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			out := collected{Said: []assess.Left{}, Problems: []formLine{}}
			forms, err := a.forms(cmd.Context(), args, &out)
			if err != nil {
				return err
			}
			err = a.writing(func(lib *library.Library) error {
				if err := a.collect(lib, forms, willing, &out); err != nil {
					return err
				}
				if a.json {
					return a.document(out)
				}
				fmt.Fprintf(a.out, "%d of %d forms were taken.\n", out.Taken, len(args))
				for _, s := range out.Said {
					fmt.Fprintf(a.out, "%s %s\n", s.Name, s.Reason)
				}
				for _, p := range out.Problems {
					fmt.Fprintf(a.out, "%s was not taken: %s, cell %s: %q %s\n", p.File, p.Sheet, p.Cell, p.Value, p.Reason)
				}
				return nil
			})
			if err == nil && out.Taken == 0 {
				return errors.New("no form was taken and nothing was changed; what is said about each tells why")
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&willing.Again, "again", false, "take forms that look like copies of ones that are here already; a leader's take the place of the earlier ones")
	cmd.Flags().BoolVar(&willing.Unfinished, "unfinished", false, "take forms that their senders had not finished in the app")
	return a.jsonFlag(cmd)
}

// forms reads files that came back. What cannot be read is said, and does not
// keep the others away.
func (a *app) forms(ctx context.Context, paths []string, out *collected) ([]*assess.Returned, error) {
	var forms []*assess.Returned
	told := a.progress()
	for i, path := range paths {
		f, problems, err := form.Read(ctx, path)
		var bad *workbook.Refused
		switch {
		case errors.As(err, &bad):
			out.Said = append(out.Said, assess.Left{Name: bad.Name, Reason: bad.What + "; " + bad.Do})
		case err != nil:
			return nil, err
		case len(problems) == 0:
			forms = append(forms, f)
		}
		for _, p := range problems {
			out.Problems = append(out.Problems, formLine{f.Name, p.Sheet, p.Cell, p.Value, p.Reason})
		}
		if told != nil {
			told(i+1, len(paths))
		}
	}
	return forms, nil
}

// collect takes the forms of each workshop in at once: of direct reports and
// peers, the fewer come in together, the more often all are written anew.
func (a *app) collect(lib *library.Library, forms []*assess.Returned, willing assess.Willing, out *collected) error {
	all, err := lib.Workshops()
	if err != nil {
		return err
	}
	of := map[workshop.ID][]*assess.Returned{}
	for _, f := range forms {
		of[f.Workshop] = append(of[f.Workshop], f)
	}
	for _, summary := range all {
		mine := of[summary.ID]
		if len(mine) == 0 {
			continue
		}
		delete(of, summary.ID)
		s, err := lib.Session(summary.ID)
		if err != nil {
			return err
		}
		var plan assess.Collection
		s.Read(func(w *workshop.Workshop) { plan = assess.Collect(w, mine, willing) })
		out.Said = append(out.Said, plan.Said()...)
		taken, _ := plan.Taken()
		if taken > 0 {
			if err := lib.BackupBefore("import"); err != nil {
				return err
			}
		}
		for _, protected := range []bool{true, false} {
			if err := s.Do("Collect forms", func(e *workshop.Edit) error { return plan.Add(e, protected) }); err != nil {
				return err
			}
		}
		out.Taken += taken
	}
	for _, f := range forms {
		if of[f.Workshop] != nil {
			out.Said = append(out.Said, assess.Left{Name: f.Name, Reason: "is for a workshop that is not in this library; take it where it was handed out"})
		}
	}
	return nil
}

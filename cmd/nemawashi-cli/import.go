package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nemawashi.app/export/register"
	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
	"nemawashi.app/workshop/library"
)

// mergeLine is one value of a plan. People are names; everything else is as
// show --json has it.
type mergeLine struct {
	Workshop workshop.ID `json:"workshop"`
	Number   int         `json:"number"`
	Title    string      `json:"title"`
	Field    string      `json:"field"`
	Base     any         `json:"base"`
	App      any         `json:"app"`
	Sheet    any         `json:"sheet"`
	Sheets   []any       `json:"sheets,omitempty"` // where copies differ
	Reason   string      `json:"reason,omitempty"`
}

func newMergePlan() mergePlan {
	return mergePlan{Apply: []mergeLine{}, Conflicts: []mergeLine{}, New: []map[string]any{}, Problems: []problemLine{}, Settled: []mergeLine{}}
}

type problemLine struct {
	File   string `json:"file"`
	Cell   string `json:"cell"`
	Number int    `json:"number,omitempty"`
	Field  string `json:"field,omitempty"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

// mergePlan is the plan of all workshops as one document.
type mergePlan struct {
	Apply     []mergeLine      `json:"apply"`
	Conflicts []mergeLine      `json:"conflicts"`
	New       []map[string]any `json:"new"`
	Problems  []problemLine    `json:"problems"`
	Settled   []mergeLine      `json:"settled"` // decided when they came before
	Applied   *int             `json:"applied,omitempty"`

	Map []register.Mapping `json:"map,omitempty"` // of a list of somebody else

	several bool // files: for people, a cell needs the name of its file
}

func (a *app) importRegister() *cobra.Command {
	var dry bool
	var prefer, with string
	cmd := &cobra.Command{
		Use:   "register F.xlsx... [--dry-run] [--prefer app|sheet] [--with WORKSHOP]",
		Short: "Take registers back that owners have edited: a three-way merge, field by field",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("import register: a file is needed")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if prefer != "" && prefer != "app" && prefer != "sheet" {
				return usageError{fmt.Errorf("import register: --prefer is app or sheet, not %q", prefer)}
			}
			open := a.writing
			if dry {
				open = a.reading
			}
			return open(func(lib *library.Library) error {
				var copies []*exchange.Copy
				for _, path := range args {
					c, err := a.readRegister(cmd.Context(), lib, path, with)
					if err != nil {
						return err
					}
					copies = append(copies, c)
				}
				return a.mergeRegisters(lib, copies, prefer, dry)
			})
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "print the plan and change nothing")
	cmd.Flags().StringVar(&prefer, "prefer", "", "who wins where both sides changed a value: app or sheet")
	cmd.Flags().StringVar(&with, "with", "", "the workshop with which a file is compared that does not say what it was at export")
	return a.jsonFlag(cmd)
}

// readRegister reads a file that came back. One whose hidden sheet is gone is
// compared with the workshop named, or with those of its ids.
func (a *app) readRegister(ctx context.Context, lib *library.Library, path, with string) (*exchange.Copy, error) {
	c, err := register.Read(ctx, path)
	var refused *workbook.Refused
	if !errors.As(err, &refused) || refused.Reason != workbook.NoBase {
		return c, err
	}
	against := register.Against{Templates: a.set, Whose: lib.Whose, View: func(id workshop.ID, audience workshop.Audience) (*workshop.View, error) {
		s, err := lib.Session(id)
		if err != nil {
			return nil, err
		}
		return s.View(audience), nil
	}}
	if with != "" {
		s, err := find(lib, with)
		if err != nil {
			return nil, err
		}
		against.Whose = func([]workshop.ID) ([]workshop.ID, error) { return []workshop.ID{s.ID()}, nil }
	}
	c, err = register.Compare(ctx, path, against)
	if errors.As(err, &refused) && refused.Reason == workbook.Elsewhere {
		refused.Do = "name the workshop that it is to be compared with: --with WORKSHOP"
	}
	return c, err
}

// mergeRegisters plans all workshops first, so that a conflict in one stops all.
func (a *app) mergeRegisters(lib *library.Library, copies []*exchange.Copy, prefer string, dry bool) error {
	all, err := lib.Workshops()
	if err != nil {
		return err
	}
	here := map[workshop.ID]bool{}
	for _, s := range all {
		here[s.ID] = true
	}
	ids, away := exchange.Places(copies, func(id workshop.ID) bool { return here[id] })
	if len(ids) == 0 {
		return &workbook.Refused{Reason: workbook.Elsewhere, Name: copies[0].Name, What: "was made from a workshop that is not in this library", Do: "take it back on the computer that it came from"}
	}
	said := newMergePlan()
	said.several = len(copies) > 1
	for _, p := range away {
		if n := exchange.Changed(copies, p.Workshop); n > 0 {
			said.Problems = append(said.Problems, problemLine{Value: p.Label, Reason: fmt.Sprintf("this workshop is not in this library; %d changed rows of it are not taken", n)})
		}
	}
	sessions := make([]*workshop.Session, len(ids))
	plans := make([]*exchange.Plan, len(ids))
	open := 0
	for i, id := range ids {
		if sessions[i], err = lib.Session(id); err != nil {
			return err
		}
		sessions[i].Read(func(w *workshop.Workshop) {
			plans[i] = exchange.NewPlan(w, copies...)
			said.add(w, plans[i])
		})
		open += plans[i].Open()
	}
	if dry {
		return a.sayMerge(said)
	}
	if open > 0 && prefer == "" {
		return fmt.Errorf("%d values need a choice, since both sides changed them or nobody can tell what is meant; nothing was changed; look at them with --dry-run, then say --prefer app or --prefer sheet", open)
	}
	if err := lib.BackupBefore("import"); err != nil {
		return err
	}
	applied := 0
	for _, p := range plans {
		p.Prefer(prefer == "sheet")
		n := p.Counts()
		applied += n.Values + n.Added
	}
	if err := exchange.ApplyAll(sessions, plans, "Take back a spreadsheet", workshop.DateOf(time.Now())); err != nil {
		return fmt.Errorf("the spreadsheet was refused, nothing was changed: %w", err)
	}
	said.Applied = &applied
	return a.sayMerge(said)
}

// add puts the items of one workshop into the document.
func (m *mergePlan) add(w *workshop.Workshop, p *exchange.Plan) {
	for _, it := range p.Items {
		if it.Kind == exchange.Problem {
			o := it.Offers[0]
			m.Problems = append(m.Problems, problemLine{File: o.Copies[0].Name, Cell: o.Cell, Number: it.Number, Field: it.Field, Value: o.Text, Reason: it.Reason})
			continue
		}
		if it.Kind == exchange.Settled && it.Field == "" {
			m.Settled = append(m.Settled, mergeLine{Workshop: p.Workshop, Title: it.Title, Reason: "decided before"})
			continue
		}
		if it.Kind == exchange.New {
			doc := map[string]any{"id": it.Action, "workshop": p.Workshop, "cell": it.Offers[0].Cell, "file": it.Offers[0].Copies[0].Name}
			if it.Reason != "" {
				doc["reason"] = it.Reason
			}
			if it.Likely != "" {
				doc["likely"] = it.Likely
			}
			for i := range it.Filled {
				doc[it.Filled[i].Field] = it.Filled[i].Say()
			}
			m.New = append(m.New, doc)
			continue
		}
		l := mergeLine{Workshop: p.Workshop, Number: it.Number, Title: it.Title, Field: it.Field, Reason: it.Reason,
			Base: named(w, it.Field, it.Base), App: named(w, it.Field, it.App)}
		for i := range it.Offers {
			l.Sheet = it.Offers[i].Say()
			if called, ok := exchange.Called(w, it.Field, it.Offers[i].Value); ok {
				l.Sheet = called
			}
			l.Sheets = append(l.Sheets, l.Sheet)
		}
		if len(l.Sheets) == 1 {
			l.Sheets = nil
		}
		switch it.Kind {
		case exchange.Ready:
			m.Apply = append(m.Apply, l)
		case exchange.Settled:
			l.Reason = "decided before"
			m.Settled = append(m.Settled, l)
		default:
			m.Conflicts = append(m.Conflicts, l)
		}
	}
}

// named is a value with names instead of the ids of people.
func named(w *workshop.Workshop, field string, raw json.RawMessage) any {
	if called, ok := exchange.Called(w, field, raw); ok {
		return called
	}
	f, _ := workshop.FieldOf(workshop.KindAction, field)
	if f.Type != workshop.TypePerson && f.Type != workshop.TypePeople || len(raw) == 0 {
		return raw
	}
	name := func(id workshop.ID) string {
		if p := workshop.Find[workshop.Person](w, id); p != nil {
			return p.Name
		}
		return string(id)
	}
	var id workshop.ID
	if json.Unmarshal(raw, &id) == nil {
		return name(id)
	}
	var ids []workshop.ID
	if json.Unmarshal(raw, &ids) != nil {
		return raw
	}
	var names []string
	for _, id := range ids {
		names = append(names, name(id))
	}
	return names
}

// sayMerge prints the plan, as a document or for people.
func (a *app) sayMerge(m mergePlan) error {
	if a.json {
		return a.document(m)
	}
	var rows [][]string
	text := func(v any) string {
		b, err := json.Marshal(v)
		if err != nil || string(b) == "null" {
			return "-"
		}
		return clip(strings.Trim(string(b), `"`))
	}
	place := func(file, cell string) string {
		if m.several && file != "" {
			return file + " " + cell
		}
		return cell
	}
	line := func(what string, l mergeLine) {
		rows = append(rows, []string{what, (&workshop.Action{Number: l.Number}).Label(), clip(l.Title), l.Field, text(l.Base), text(l.App), text(l.Sheet)})
	}
	for _, l := range m.Conflicts {
		line("conflict", l)
	}
	for _, p := range m.Problems {
		rows = append(rows, []string{"problem", place(p.File, p.Cell), clip(p.Value), p.Field, "", "", p.Reason})
	}
	for _, n := range m.New {
		rows = append(rows, []string{"new", place(fmt.Sprint(n["file"]), fmt.Sprint(n["cell"])), text(n["title"]), "", "", "", ""})
	}
	for _, l := range m.Apply {
		line("ready", l)
	}
	for _, l := range m.Settled {
		line("settled", l)
	}
	if len(rows) == 0 {
		fmt.Fprintln(a.out, "Nothing in it differs from what it was at export, or from what the app has.")
	} else if err := a.table([]string{"WHAT", "NO.", "ACTION", "FIELD", "AT EXPORT", "IN THE APP", "IN THE SHEET"}, rows); err != nil {
		return err
	}
	if m.Applied != nil {
		fmt.Fprintf(a.out, "%d applied\n", *m.Applied)
	}
	return nil
}

// clip shortens what would make a table wider than anybody can read; --json has all of it.
func clip(s string) string {
	const widest = 60
	if r := []rune(s); len(r) > widest {
		return string(r[:widest-1]) + "…"
	}
	return s
}

func (a *app) importActions() *cobra.Command {
	var maps []string
	var dry bool
	cmd := &cobra.Command{
		Use:   "actions F.xlsx WORKSHOP [--map col=field,...] [--dry-run]",
		Short: "Take in an action list that somebody made without this app (.xlsx or .csv)",
		Args:  exactly(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			choose := map[string]string{}
			for _, m := range maps {
				column, field, ok := strings.Cut(m, "=")
				if f, known := workshop.FieldOf(workshop.KindAction, field); !ok || column == "" || field != "" && (!known || f.Generated || f.Type == workshop.TypeRef) {
					return usageError{fmt.Errorf("import actions: --map is COLUMN=FIELD with a field of an action, not %q", m)}
				}
				choose[column] = field
			}
			open := a.writing
			if dry {
				open = a.reading
			}
			return open(func(lib *library.Library) error {
				s, err := find(lib, args[1])
				if err != nil {
					return err
				}
				var charter workshop.Charter
				s.Read(func(w *workshop.Workshop) { charter = *w.Charter() })
				list, err := register.Look(cmd.Context(), args[0], register.ListOptions{Choose: choose, Remembered: func(signature string) *register.Memory { return register.Remember(lib.List(signature)) }})
				if err != nil {
					return err
				}
				c, err := register.ReadList(cmd.Context(), args[0], &charter, list)
				if err != nil {
					return err
				}
				said := newMergePlan()
				said.Map = list.Columns
				var p *exchange.Plan
				s.Read(func(w *workshop.Workshop) {
					p = exchange.NewPlan(w, c)
					said.add(w, p)
				})
				if dry {
					return a.sayMerge(said)
				}
				if err := lib.BackupBefore("import"); err != nil {
					return err
				}
				p.Prefer(false) // what is there by its title is not added again; its line says so
				n := p.Counts()
				said.Applied = &n.Added
				if err := s.DoFrom(p.Source(), "Take in an action list", func(e *workshop.Edit) error { return p.Apply(e, workshop.DateOf(time.Now())) }); err != nil {
					return fmt.Errorf("the list was refused, nothing was changed: %w", err)
				}
				memory, err := list.Memory()
				if err != nil {
					return err
				}
				if err := lib.KeepList(list.Signature(), memory); err != nil {
					return err
				}
				return a.sayMerge(said)
			})
		},
	}
	cmd.Flags().StringSliceVar(&maps, "map", nil, "which column is which field: Topic=title,C=owner")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "print what would be added and change nothing")
	return a.jsonFlag(cmd)
}

package exchange

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// quiet is a journal that keeps nothing but the changes.
type quiet struct {
	n       int64
	changes []workshop.Change
}

func (q *quiet) Next() int64            { q.n++; return q.n }
func (q *quiet) Write(b workshop.Batch) { q.changes = append(q.changes, b.Changes...) }

// desk is a workshop with people and actions.
type desk struct {
	*workshop.Session
	*quiet
	people  []workshop.ID
	actions []workshop.ID
}

func newDesk(t failer, actions int) *desk {
	d := &desk{quiet: &quiet{}}
	n := 0
	d.Session = workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock:  workshop.NewClock(func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }, "desk", workshop.Stamp{}),
		NewID:  func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%04d", n)) },
		Author: "ann",
	}, d.quiet)
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Plant", Currency: "EUR"})
		for _, name := range []string{"Maria Keller", "Tom Rivera", "Lena Vogt", "Øyvind Sæther"} {
			d.people = append(d.people, e.Add(&workshop.Person{Name: name, Team: true}))
		}
		for i := range actions {
			d.actions = append(d.actions, e.Add(&workshop.Action{Title: fmt.Sprintf("Action %d", i+1), Status: workshop.ActionOpen, Owner: d.people[i%4], Due: "2026-12-01", Progress: 10}))
		}
		return nil
	})
	return d
}

// failer is a test of any kind.
type failer interface {
	Helper()
	Fatal(...any)
}

func (d *desk) do(t failer, f func(*workshop.Edit) error) {
	t.Helper()
	if err := d.Do("test", f); err != nil {
		t.Fatal(err)
	}
}

// value is what the app has, in JSON.
func (d *desk) value(action workshop.ID, field string) string {
	var out json.RawMessage
	d.Read(func(w *workshop.Workshop) {
		if r := w.Find(action); r != nil {
			out = workshop.Value(r, field)
		}
	})
	return string(out)
}

// sheet is a copy of the register as it is handed out: what is typed into it
// is compared with what was exported.
type sheet struct {
	copy  *Copy
	base  map[workshop.ID]map[string]json.RawMessage
	lines map[workshop.ID]int
}

func (d *desk) export(name string, day int) *sheet {
	s := &sheet{base: map[workshop.ID]map[string]json.RawMessage{}, lines: map[workshop.ID]int{}}
	s.copy = &Copy{Name: name + ".xlsx", Hash: name, Export: fmt.Sprintf("export-%d", day), Made: time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC)}
	at := Place{Workshop: "w", Label: "Plant", Currency: "EUR", Digits: 2, People: map[string]workshop.ID{}}
	d.Read(func(w *workshop.Workshop) {
		for _, p := range workshop.All[workshop.Person](w) {
			at.People[Fold(p.Name)] = p.ID
		}
		for i, a := range workshop.All[workshop.Action](w) {
			s.lines[a.ID] = i + 2
			s.base[a.ID] = map[string]json.RawMessage{}
			for _, f := range workshop.Fields(workshop.KindAction) {
				s.base[a.ID][f.Name] = workshop.Value(a, f.Name)
			}
			s.copy.Read++
		}
	})
	s.copy.Places = []Place{at}
	return s
}

// types puts a text into a cell.
func (s *sheet) types(action workshop.ID, field, text string) {
	e := Edit{Field: field, Cell: fmt.Sprintf("%s%d", strings.ToUpper(field[:1]), s.lines[action]), Text: text, Base: s.base[action][field]}
	e.Value = ReadText(field, text, s.copy.context("w"))
	for i := range s.copy.Rows {
		r := &s.copy.Rows[i]
		if r.Action != action {
			continue
		}
		for j := range r.Edits {
			if r.Edits[j].Field == field {
				r.Edits[j] = e
				return
			}
		}
		r.Edits = append(r.Edits, e)
		return
	}
	s.copy.Rows = append(s.copy.Rows, Row{Line: s.lines[action], Workshop: "w", Action: action, Edits: []Edit{e}})
}

// appends adds a row below the table: fields and their texts in turn.
func (s *sheet) appends(texts ...string) {
	r := Row{Line: 100 + len(s.copy.Rows), Workshop: "w"}
	for i := 0; i < len(texts); i += 2 {
		e := Edit{Field: texts[i], Cell: fmt.Sprintf("%s%d", strings.ToUpper(texts[i][:1]), r.Line), Text: texts[i+1]}
		e.Value = ReadText(e.Field, e.Text, s.copy.context("w"))
		if e.Field == "title" {
			r.Title = e.Text
		}
		r.Edits = append(r.Edits, e)
	}
	s.copy.Rows = append(s.copy.Rows, r)
}

func (d *desk) plan(sheets ...*sheet) *Plan {
	var copies []*Copy
	for _, s := range sheets {
		copies = append(copies, s.copy)
	}
	var p *Plan
	d.Read(func(w *workshop.Workshop) { p = NewPlan(w, copies...) })
	return p
}

func (d *desk) apply(t failer, p *Plan) {
	t.Helper()
	if err := d.DoFrom(p.Source(), "Take back", func(e *workshop.Edit) error { return p.Apply(e, "2026-11-22") }); err != nil {
		t.Fatal(err)
	}
}

// told is a plan in lines.
func told(p *Plan) string {
	var b strings.Builder
	for _, it := range p.Items {
		fmt.Fprintf(&b, "%s %d %s %s: %s -> %s", [...]string{"conflict", "problem", "new", "ready", "settled"}[it.Kind], it.Number, it.Title, it.Field, it.Base, it.App)
		for i := range it.Offers {
			o := &it.Offers[i]
			fmt.Fprintf(&b, " | %s %s %s", o.Cell, o.Text, o.key())
			for _, c := range o.Copies {
				fmt.Fprintf(&b, " <%s>", c.Hash)
			}
		}
		for i := range it.Filled {
			fmt.Fprintf(&b, " + %s %s", it.Filled[i].Field, it.Filled[i].key())
		}
		fmt.Fprintf(&b, " (%s) %d\n", it.Reason, it.Chosen)
	}
	return b.String()
}

// is compares the lines of a plan.
func is(t *testing.T, p *Plan, want ...string) {
	t.Helper()
	got := strings.Split(strings.TrimSuffix(told(p), "\n"), "\n")
	if len(p.Items) == 0 {
		got = nil
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the plan is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

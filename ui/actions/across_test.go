package actions

import (
	"slices"
	"strings"
	"testing"
	"time"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/library"
)

// shelves is a library of several workshops.
type shelves []shelf

func (l shelves) Actions(f library.Filter) (out []library.ActionLine, err error) {
	for _, s := range l {
		lines, _ := s.Actions(f)
		out = append(out, lines...)
	}
	return out, nil
}

func (l shelves) People() (out []library.PersonLine, err error) {
	for _, s := range l {
		lines, _ := s.People()
		out = append(out, lines...)
	}
	return out, nil
}

func (l shelves) Promises() (out []library.PromiseLine, err error) {
	for _, s := range l {
		lines, _ := s.Promises()
		out = append(out, lines...)
	}
	return out, nil
}

func TestChangesAcrossWorkshopsAreAllOrNone(t *testing.T) {
	one, two := newSession(t), newSessionOf(t, "x")
	for _, s := range []*workshop.Session{one, two} {
		do(t, s, func(e *workshop.Edit) {
			e.Add(&workshop.Action{Title: "Weld", Due: "2026-11-20"})
			e.Add(&workshop.Action{Title: "Paint", Due: "2026-11-21"})
		})
	}
	do(t, one, func(e *workshop.Edit) { e.Add(&workshop.Person{Name: "Lena Vogt"}) })
	t.Cleanup(run.Inline())
	d := &desk{Session: one, t: t, window: snap.Window(snap.Look{Width: 1280, Height: 800})}
	t.Cleanup(d.window.Close)
	d.shell = shell.New(shell.Config{Window: d.window, AppName: "Nemawashi"})
	d.spy = &spy{Shell: d.shell}
	var joint []*workshop.Session
	d.page = NewPage(PageOptions{Board: Options{Lister: shelves{{one, t}, {two, t}}, Now: func() time.Time { return now }, Frame: d.spy,
		Sessions: func(id workshop.ID) (*workshop.Session, error) {
			return map[workshop.ID]*workshop.Session{"w": one, "x": two}[id], nil
		},
		Joint: func(_ string, sessions []*workshop.Session, _ []string) { joint = sessions },
	}})
	d.shell.Open(d.page)
	b := d.page.Board
	all := func() []*actionlist.Row { return slices.Clone(b.list.Shown()) }
	column := func(id actionlist.Column) column {
		c := b.allColumns()
		return c[slices.IndexFunc(c, func(c column) bool { return c.id == id })]
	}
	b.setAll("Set due date", column(actionlist.Due), all(), "2026-12-01")
	for _, r := range all() {
		if r.Action.Due != "2026-12-01" {
			t.Errorf("%s of %s is due %s", r.Action.Label(), r.Workshop, r.Action.Due)
		}
	}
	if len(joint) != 2 || one.CanUndo() != "Set due date" || two.CanUndo() != "Set due date" {
		t.Fatalf("%d workshops; %q and %q", len(joint), one.CanUndo(), two.CanUndo())
	}
	// Lena is in one of them: nobody gets anything.
	joint = nil
	b.setAll("Assign owner", column(actionlist.Owner), all(), "Lena Vogt")
	if text := d.dialog(); !strings.Contains(text, "nobody in this workshop is called") || joint != nil || one.CanUndo() != "Set due date" {
		t.Errorf("said %q, %q", text, one.CanUndo())
	}
	// The domain refuses one part: the other is taken back, without a redo.
	var order []workshop.ID
	parts := map[workshop.ID]func(*workshop.Edit) error{}
	for _, r := range all() {
		order = append(order, r.Workshop)
		parts[r.Workshop] = func(e *workshop.Edit) error {
			status := `"done"`
			if r.Workshop == "x" {
				status = `"blocked"`
			}
			return e.SetField(r.ID(), "status", []byte(status))
		}
	}
	slices.Sort(order)
	why := ""
	if b.across("Set status", slices.Compact(order), parts, func(s string) { why = s }) || !strings.Contains(why, workshop.ErrNoBlocker.Error()) {
		t.Errorf("refused with %q", why)
	}
	if one.CanUndo() != "Set due date" || one.CanRedo() != "" || two.CanUndo() != "Set due date" {
		t.Errorf("%q, %q", one.CanUndo(), one.CanRedo())
	}
}

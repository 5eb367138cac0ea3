package room

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// journal keeps nothing: these tests ask the session.
type journal struct{ seq int64 }

func (j *journal) Next() int64 { j.seq++; return j.seq }

func (j *journal) Write(workshop.Batch) {}

// allSaved is a disk that never lags.
type allSaved struct{}

func (allSaved) SaveState() (shell.SaveState, string) { return shell.Saved, "" }

func (allSaved) WatchSaves(func()) func() { return func() {} }

// desk is a room in a shell in a window, as the app has it.
type desk struct {
	*workshop.Session
	t        testing.TB
	now      time.Time
	window   fyne.Window
	shell    *shell.Shell
	room     *Room
	exported int
	opened   []string
	hidden   bool
}

// morning is the first of the three days, at 9.
var morning = time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)

func newDesk(t testing.TB, templateID string, look snap.Look) *desk {
	t.Helper()
	t.Cleanup(run.Inline())
	d := &desk{t: t, now: morning, hidden: true}
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	d.Session = workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock:  workshop.NewClock(func() time.Time { return d.now }, "a", workshop.Stamp{}),
		NewID:  func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%06d", n)) },
		Author: "a", Confidential: set.Confidential,
	}, &journal{})
	tmpl, ok := set.ByID(templateID)
	if !ok {
		t.Fatalf("no template %q", templateID)
	}
	d.do(func(e *workshop.Edit) error {
		return template.Instantiate(e, tmpl, template.Options{Title: "Pump line changeover", Client: "Norvik Pumps", Start: "2026-11-17"})
	})
	d.window = snap.Window(look)
	t.Cleanup(d.window.Close)
	d.shell = shell.New(shell.Config{Window: d.window, AppName: "Nemawashi"})
	d.room = New(Config{Frame: d.shell, Session: d.Session, Templates: set, Saved: allSaved{}, Now: func() time.Time { return d.now },
		Export: func() { d.exported++ }, OpenAction: func(id workshop.ID) { d.opened = append(d.opened, string(id)) },
		NamesHidden: func() bool { return d.hidden }, HideNames: func(hidden bool) { d.hidden = hidden },
		Boards: []BoardEntry{
			{ID: "resistance", Title: "Resistance map", Icon: "map", Mark: "eyeoff", Open: func() { d.opened = append(d.opened, "resistance") }},
			{ID: "actions", Title: "Actions", Icon: "action", Kind: workshop.KindAction, Count: count[workshop.Action](nil), Open: func() { d.opened = append(d.opened, "actions") }},
		}})
	d.shell.Go(d.room)
	d.window.Resize(fyne.NewSize(look.Width, look.Height))
	return d
}

func (d *desk) do(f func(*workshop.Edit) error) {
	d.t.Helper()
	if err := d.Do("prepare", f); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) pass(minutes int) {
	d.now = d.now.Add(time.Duration(minutes) * time.Minute)
	d.room.second()
}

// step is the step of a title.
func (d *desk) step(title string) *workshop.Step {
	d.t.Helper()
	for _, s := range d.room.agenda.steps {
		if s.Title == title {
			return s
		}
	}
	d.t.Fatalf("no step %q", title)
	return nil
}

func (d *desk) open(title string) { d.room.GoToStep(d.step(title).ID) }

func (d *desk) press(keys ...widgets.Keys) {
	d.t.Helper()
	for _, k := range keys {
		if f, ok := d.window.Canvas().Focused().(fyne.Shortcutable); ok && len(k.Shortcuts()) > 0 {
			f.TypedShortcut(k.Shortcuts()[0])
			continue
		}
		if !d.shell.Press(k) {
			d.t.Fatalf("nobody took %s", k)
		}
	}
}

func (d *desk) typed(text string) {
	d.t.Helper()
	for _, r := range text {
		f := d.window.Canvas().Focused()
		if f == nil {
			d.t.Fatalf("nothing has the keyboard for %q", text)
		}
		f.TypedRune(r) // a table gives the keyboard to its entry with the first letter
	}
}

func (d *desk) key(names ...fyne.KeyName) {
	d.t.Helper()
	for _, n := range names {
		f := d.window.Canvas().Focused()
		if f == nil {
			d.t.Fatalf("nothing has the keyboard before %s", n)
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (d *desk) cards(canvas string) []*workshop.Card {
	var out []*workshop.Card
	d.Read(func(w *workshop.Workshop) {
		for _, c := range workshop.All[workshop.Card](w) {
			if c.Canvas == canvas {
				out = append(out, c)
			}
		}
	})
	return out
}

func (d *desk) charter() *workshop.Charter {
	var c *workshop.Charter
	d.Read(func(w *workshop.Workshop) { c = w.Charter() })
	return c
}

package canvas

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// journal keeps nothing: these tests ask the session.
type journal struct{ seq int64 }

func (j *journal) Next() int64 { j.seq++; return j.seq }

func (j *journal) Write(workshop.Batch) {}

// bench is a canvas in a window, with what it told.
type bench struct {
	*workshop.Session
	t      *testing.T
	desk   *Desk
	window fyne.Window
	canvas Canvas
	now    time.Time
	told   []Told
	failed []error
	opened []workshop.ID
}

// day is a Tuesday.
var day = time.Date(2026, 11, 17, 10, 36, 0, 0, time.UTC)

func newBench(t *testing.T) *bench {
	t.Helper()
	restore := run.Inline()
	t.Cleanup(restore)
	b := &bench{t: t, now: day}
	n := 0
	host := workshop.Host{
		Clock: workshop.NewClock(func() time.Time { b.now = b.now.Add(time.Millisecond); return b.now }, "a", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%06d", n)) }, Author: "a",
	}
	b.Session = workshop.NewSession(workshop.NewWorkshop("w"), host, &journal{})
	b.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line changeover", WorkshopKind: "kaizen", Currency: "EUR"})
		e.Add(&workshop.Person{Name: "Lena Vogt"})
		e.Add(&workshop.Person{Name: "Samuel Okafor"})
		return nil
	})
	b.desk = &Desk{Session: b.Session, Now: func() time.Time { return b.now },
		Notice:     func(n Told) { b.told = append(b.told, n) },
		Fail:       func(err error) { b.failed = append(b.failed, err) },
		OpenAction: func(id workshop.ID) { b.opened = append(b.opened, id) }}
	return b
}

func (b *bench) do(f func(*workshop.Edit) error) {
	b.t.Helper()
	if err := b.Do("prepare", f); err != nil {
		b.t.Fatal(err)
	}
}

// show puts a canvas into a window, as the room does.
func (b *bench) show(c Canvas, look snap.Look) {
	b.window = snap.Window(look)
	b.t.Cleanup(b.window.Close)
	b.canvas = c
	b.window.SetContent(c)
	b.window.Resize(fyne.NewSize(look.Width, look.Height))
	c.Shown()
	c.Focus()
}

func builtin(t *testing.T, id string) template.Canvas {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, tmpl := range set.All() {
		if c, ok := tmpl.Canvas(id); ok {
			return *c
		}
	}
	t.Fatalf("no canvas %q", id)
	return template.Canvas{}
}

func (b *bench) key(names ...fyne.KeyName) {
	b.t.Helper()
	for _, name := range names {
		f := b.window.Canvas().Focused()
		if f == nil {
			b.t.Fatalf("nothing has the keyboard before %s", name)
		}
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (b *bench) shiftTab() {
	f := b.window.Canvas().Focused()
	f.(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	f.(desktop.Keyable).KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// press types a combination where the keyboard is.
func (b *bench) press(k widgets.Keys) {
	b.t.Helper()
	s, ok := b.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		b.t.Fatalf("nothing takes %s", k)
	}
	s.TypedShortcut(k.Shortcuts()[0])
}

func (b *bench) typed(text string) {
	b.t.Helper()
	for _, r := range text {
		f := b.window.Canvas().Focused()
		if f == nil {
			b.t.Fatalf("nothing has the keyboard for %q", text)
		}
		f.TypedRune(r) // a table gives the keyboard to its entry with the first letter
	}
}

// line types a text and Enter.
func (b *bench) line(text string) {
	b.t.Helper()
	b.typed(text)
	b.key(fyne.KeyReturn)
}

func (b *bench) cards() []*workshop.Card {
	var out []*workshop.Card
	b.Read(func(w *workshop.Workshop) { out = workshop.All[workshop.Card](w) })
	return out
}

func (b *bench) actions() []*workshop.Action {
	var out []*workshop.Action
	b.Read(func(w *workshop.Workshop) { out = workshop.All[workshop.Action](w) })
	return out
}

// texts are the texts of a column's cards, top to bottom, as the session has them.
func (b *bench) texts(column string) []string {
	var out []string
	for _, c := range b.cards() {
		if c.Column == column {
			out = append(out, c.Text("text"))
		}
	}
	return out
}

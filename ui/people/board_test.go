package people

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

type journal struct{ n int64 }

func (j *journal) Next() int64          { j.n++; return j.n }
func (j *journal) Write(workshop.Batch) {}

// desk is a workshop with its people in a window.
type desk struct {
	*workshop.Session
	page   *Page
	shell  *shell.Shell
	window fyne.Window
	hidden bool
	t      testing.TB
}

func newDesk(t testing.TB, look snap.Look) *desk {
	t.Helper()
	n, at := 0, time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock:  workshop.NewClock(func() time.Time { at = at.Add(time.Second); return at }, "desk", workshop.Stamp{}),
		NewID:  func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id%03d", n)) },
		Author: "test",
	}, &journal{})
	err := s.Do("Sample", func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line changeover"})
		lena := e.Add(&workshop.Person{Name: "Lena Vogt", Role: "Shift lead", Unit: "Pumps", Email: "lena.vogt@norvik.example", Team: true})
		e.Add(&workshop.Person{Name: "Émile Zorn", Role: "Setter"})
		e.Add(&workshop.Person{Name: "Ana Ruiz", Unit: "Paint"})
		e.Add(&workshop.Action{Title: "Weld", Owner: lena})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(run.Inline())
	d := &desk{Session: s, t: t, window: snap.Window(look)}
	t.Cleanup(d.window.Close)
	d.shell = shell.New(shell.Config{Window: d.window, AppName: "Nemawashi", Rail: []shell.RailItem{{ID: PageID, Label: "People", Icon: "people"}}})
	d.page = NewPage(PageOptions{Board: Options{Session: s, Frame: d.shell, NamesHidden: func() bool { return d.hidden }}})
	d.shell.Open(d.page)
	return d
}

func (d *desk) typed(text string) { test.Type(d.window.Canvas().Focused(), text) }
func (d *desk) rune(r rune)       { d.window.Canvas().Focused().TypedRune(r) }
func (d *desk) key(name fyne.KeyName) {
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func (d *desk) person(name string) *workshop.Person {
	var found *workshop.Person
	d.Read(func(w *workshop.Workshop) {
		for _, p := range workshop.All[workshop.Person](w) {
			if p.Name == name {
				found = p
			}
		}
	})
	return found
}

func (d *desk) names() string {
	var out []string
	for _, r := range d.page.rows {
		out = append(out, r.name)
	}
	return strings.Join(out, "|")
}

var plain = snap.Look{Width: 1280, Height: 800}

func TestAddByTheLine(t *testing.T) {
	d := newDesk(t, plain)
	d.rune('n')
	d.typed("Tomás Rivera, Line lead, Line 3, tomas@norvik.example")
	d.key(fyne.KeyReturn)
	p := d.person("Tomás Rivera")
	if p == nil || p.Role != "Line lead" || p.Unit != "Line 3" || p.Email != "tomas@norvik.example" || p.Code == "" {
		t.Fatalf("%+v", p)
	}
	if d.page.current != p.ID || d.page.quick.Text() != "" {
		t.Error("the new person is not shown")
	}
	if got := d.names(); got != "Ana Ruiz|Émile Zorn|Lena Vogt|Tomás Rivera" {
		t.Errorf("%s", got)
	}
	d.typed(", Fitter")
	d.key(fyne.KeyReturn)
	if d.page.quick.Problem == "" || d.page.quick.Text() != ", Fitter" {
		t.Error("a person without a name was taken")
	}
}

func TestUnderstand(t *testing.T) {
	for line, want := range map[string]workshop.Person{
		"Ana":                          {Name: "Ana"},
		"Ana, a@b.example":             {Name: "Ana", Email: "a@b.example"},
		"Ana, Setter, Paint, shift 2":  {Name: "Ana", Role: "Setter", Unit: "Paint, shift 2"},
		"Ana,, Paint,":                 {Name: "Ana", Unit: "Paint"},
		"a@b.example, c@d.example, X ": {Name: "c@d.example", Role: "X", Email: "a@b.example"},
	} {
		if got := understand(line); got != want {
			t.Errorf("%q: %+v", line, got)
		}
	}
}

func TestEditInline(t *testing.T) {
	d := newDesk(t, plain)
	d.key(fyne.KeyReturn) // Ana, the name
	d.typed("Ana Ruiz Soto")
	d.key(fyne.KeyReturn)
	if d.person("Ana Ruiz Soto") == nil {
		t.Error("the name was not taken")
	}
	d.rune(' ')
	if !d.person("Ana Ruiz Soto").Team {
		t.Error("not in the team")
	}
	d.page.table.Edit(0, 4)
	d.typed("nothing")
	d.key(fyne.KeyReturn)
	if e := d.page.table.Editor(); e == nil || e.Problem == "" {
		t.Error("what is no e-mail address was taken")
	}
}

func TestWhoIsNamedStays(t *testing.T) {
	d := newDesk(t, plain)
	d.page.table.SetCursor(2, 0) // Lena
	d.page.remove()
	if d.person("Lena Vogt") == nil {
		t.Fatal("somebody with an action was deleted")
	}
	if d.window.Canvas().Overlays().Top() == nil {
		t.Error("the reason is not shown")
	}
	if reason := d.page.reason(d.page.rows[2], &workshop.Invalid{Kind: workshop.KindPerson, Reason: "is still named"}); !strings.Contains(reason, "A-001") {
		t.Errorf("reason %q", reason)
	}
	d.window.Canvas().Overlays().Remove(d.window.Canvas().Overlays().Top())
	d.page.table.SetCursor(0, 0)
	d.page.remove()
	if d.person("Ana Ruiz") != nil {
		t.Error("Ana is still there")
	}
	d.shell.Notices().Current().OnTap()
	if d.person("Ana Ruiz") == nil {
		t.Error("undo has not brought Ana back")
	}
}

func TestHiddenNames(t *testing.T) {
	d := newDesk(t, plain)
	d.hidden = true
	d.page.Shown()
	for _, r := range d.page.rows {
		for col := range d.page.columns {
			text := d.page.columns[col].cell(r).Text
			if strings.Contains(text, "Vogt") || strings.Contains(text, "Zorn") || strings.Contains(text, "@") {
				t.Errorf("%q is shown", text)
			}
		}
	}
	d.page.filter.SetText("vogt")
	if len(d.page.rows) != 0 {
		t.Error("a hidden name is found")
	}
}

func TestTheCursorIsSeenInANarrowWindow(t *testing.T) {
	d := newDesk(t, snap.Look{Width: 1024, Height: 700, Text: 1.5})
	width := d.page.table.Size().Width
	for range 4 {
		d.key(fyne.KeyRight)
	}
	d.page.table.Edit(0, d.page.table.Column()-1) // the e-mail address
	e := d.page.table.Editor()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).X - fyne.CurrentApp().Driver().AbsolutePositionForObject(d.page.table).X
	if at < 0 || at+e.Size().Width > width+1 {
		t.Errorf("the cell stands from %v to %v of %v", at, at+e.Size().Width, width)
	}
}

func TestSortAndFilter(t *testing.T) {
	d := newDesk(t, plain)
	d.page.sortBy, d.page.down = "unit", false
	d.page.arrange()
	if got := d.names(); got != "Ana Ruiz|Lena Vogt|Émile Zorn" {
		t.Errorf("by unit: %s", got)
	}
	d.rune('/')
	d.typed("paint")
	if got := d.names(); got != "Ana Ruiz" {
		t.Errorf("filtered: %s", got)
	}
}

type lister []library.PersonLine

func (l lister) People() ([]library.PersonLine, error) { return l, nil }

func TestPeopleOfAllWorkshops(t *testing.T) {
	defer run.Inline()()
	w := snap.Window(plain)
	defer w.Close()
	s := shell.New(shell.Config{Window: w, AppName: "Nemawashi"})
	var opened workshop.ID
	p := NewPage(PageOptions{Board: Options{Frame: s, Open: func(in, _ workshop.ID) { opened = in },
		Lister: lister{{Workshop: "w1", WorkshopTitle: "Paint shop", ID: "p1", Name: "Lena Vogt", Code: "Cedar"}}}})
	s.Open(p)
	p.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != "w1" || len(p.rows) != 1 {
		t.Errorf("opened %q of %d rows", opened, len(p.rows))
	}
	for _, h := range p.Hints() {
		if h.Keys == widgets.Keys("N") {
			t.Error("nobody can be added here")
		}
	}
}

// TestPictures draws the page for looking at it: NEMAWASHI_PICTURES names the folder.
func TestPictures(t *testing.T) {
	folder := os.Getenv("NEMAWASHI_PICTURES")
	if folder == "" {
		folder = t.TempDir()
	}
	for name, look := range map[string]snap.Look{"light": plain, "dark": {Width: 1280, Height: 800, Dark: true}, "large": {Width: 1024, Height: 700, Text: 1.5}} {
		d := newDesk(t, look)
		d.hidden = name == "dark"
		d.page.Shown()
		if err := snap.Write(folder+"/people-"+name+".png", snap.Image(d.window, look)); err != nil {
			t.Fatal(err)
		}
	}
}

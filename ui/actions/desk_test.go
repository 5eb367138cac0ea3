package actions

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// journal takes what the library would.
type journal struct{ n int64 }

func (j *journal) Next() int64          { j.n++; return j.n }
func (j *journal) Write(workshop.Batch) {}

// now is a Tuesday.
var now = time.Date(2026, 11, 17, 10, 36, 0, 0, time.UTC)

const today = workshop.Date("2026-11-17")

// desk is a workshop with a board on it in a window.
type desk struct {
	*workshop.Session
	page   *Page
	spy    *spy
	shell  *shell.Shell
	window fyne.Window
	hidden bool
	people map[string]workshop.ID
	t      testing.TB
}

func newSession(t testing.TB) *workshop.Session {
	t.Helper()
	return newSessionOf(t, "w")
}

func newSessionOf(t testing.TB, id workshop.ID) *workshop.Session {
	t.Helper()
	n, at := 0, now.Add(-time.Hour)
	s := workshop.NewSession(workshop.NewWorkshop(id), workshop.Host{
		Clock:  workshop.NewClock(func() time.Time { at = at.Add(time.Millisecond); return at }, "desk", workshop.Stamp{}),
		NewID:  func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("%sid%06d", id, n)) },
		Author: "test",
	}, &journal{})
	do(t, s, func(e *workshop.Edit) {
		e.Add(&workshop.Charter{Title: "Pump line changeover", Client: "Norvik Pumps", WorkshopKind: "kaizen", Currency: "EUR"})
	})
	return s
}

func do(t testing.TB, s *workshop.Session, f func(*workshop.Edit)) {
	t.Helper()
	if err := s.Do("Sample", func(e *workshop.Edit) error { f(e); return nil }); err != nil {
		t.Fatal(err)
	}
}

// sample fills a workshop with what the picture in the design shows.
func sample(t testing.TB, s *workshop.Session) map[string]workshop.ID {
	t.Helper()
	people := map[string]workshop.ID{}
	do(t, s, func(e *workshop.Edit) {
		for _, p := range []workshop.Person{{Name: "Lena Vogt", Role: "Shift lead"}, {Name: "Ivar Solberg", Role: "Plant HR"}, {Name: "Tomás Rivera", Role: "Line 3"},
			{Name: "Sam Okafor", Role: "Maintenance"}, {Name: "Maria Keller", Role: "Plant manager"}} {
			people[p.Name] = e.Add(&p)
		}
		step := e.Add(&workshop.Step{Title: "Gemba walk", Day: 1})
		card := e.Add(&workshop.Card{Canvas: "waste-walk", Column: "motion", Cells: map[string]any{"text": "Fitter walks 140 m for the torque tool"}})
		map1 := e.Add(&workshop.Stakeholder{Name: "Night shift", Size: 12})
		goal := e.Add(&workshop.Goal{Title: "Setup under 40 minutes"})
		e.Add(&workshop.Commitment{Who: people["Maria Keller"], Resource: "time", Promised: 412, Unit: "h"})
		e.Add(&workshop.Commitment{Who: people["Maria Keller"], Resource: "budget", Promised: 48000, Unit: "EUR"})
		e.Add(&workshop.Commitment{Who: people["Maria Keller"], Resource: "people", Promised: 11})
		for _, a := range []workshop.Action{
			{Title: "Agree on guarantee wording with HR", Owner: people["Ivar Solberg"], Due: "2026-11-06", Status: "blocked", Blocker: "HR has no draft yet", Progress: 20, Priority: "high", Effort: 3, Impact: 5, Source: map1},
			{Title: "Confirm backfill for line 3, weeks 48–50", Owner: people["Tomás Rivera"], Due: "2026-11-09", Status: "started", Progress: 60, Priority: "high", Effort: 1, Impact: 5, Source: step, Hours: 200, Cost: 4_000_000, People: 8},
			{Title: "Move torque tool to point of use, cell 2", Owner: people["Lena Vogt"], Due: "2026-11-18", Status: "started", Progress: 50, Priority: "high", Effort: 2, Impact: 5, Source: card, Hours: 8, Cost: 34000, Goal: goal,
				Detail: "22 min less walking per day, setup 96 to 88 min", Helpers: []workshop.ID{people["Sam Okafor"]}},
			{Title: "Print one-page setup standard with photos", Owner: people["Sam Okafor"], Due: "2026-11-19", Priority: "high", Effort: 3, Impact: 5, Source: card},
			{Title: "Name a deputy for each value stream", Owner: people["Ivar Solberg"], Due: "2026-11-13", Priority: "low", Effort: 1, Impact: 3, Hours: 352, Cost: 2_466_000, People: 6},
			{Title: "Stop two low-value reports", Due: "2026-11-20", Status: "started", Progress: 90, Priority: "medium", Source: "L3"},
			{Title: "Film the first changeover", Owner: people["Lena Vogt"], Due: "2026-11-03", Status: "done", Progress: 100, Closed: "2026-11-02"},
		} {
			e.Add(&a)
		}
	})
	return people
}

// open shows a board of the session in a window.
func open(t testing.TB, s *workshop.Session, look snap.Look) *desk {
	t.Helper()
	t.Cleanup(run.Inline())
	d := &desk{Session: s, t: t, window: snap.Window(look)}
	t.Cleanup(d.window.Close)
	d.shell = shell.New(shell.Config{Window: d.window, AppName: "Nemawashi", Rail: []shell.RailItem{{ID: PageID, Label: "Actions", Icon: "action"}}})
	d.spy = &spy{Shell: d.shell}
	d.page = NewPage(PageOptions{Board: Options{Session: s, Now: func() time.Time { return now }, Frame: d.spy, NamesHidden: func() bool { return d.hidden }}})
	d.shell.Open(d.page)
	return d
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	s := newSession(t)
	people := sample(t, s)
	d := open(t, s, snap.Look{Width: 1280, Height: 800})
	d.people = people
	return d
}

// typed types into whatever has the keyboard.
func (d *desk) typed(text string) {
	d.t.Helper()
	f := d.window.Canvas().Focused()
	if f == nil {
		d.t.Fatal("nothing has the keyboard")
	}
	test.Type(f, text)
}

// rune types a letter as the driver does: to what has the keyboard, or else to the window.
func (d *desk) rune(r rune) {
	if f := d.window.Canvas().Focused(); f != nil {
		f.TypedRune(r)
		return
	}
	d.window.Canvas().OnTypedRune()(r)
}

func (d *desk) key(names ...fyne.KeyName) {
	for _, name := range names {
		ev := &fyne.KeyEvent{Name: name}
		if f := d.window.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		} else {
			d.window.Canvas().OnTypedKey()(ev)
		}
	}
}

// action finds an action by its title.
func (d *desk) action(title string) *workshop.Action {
	d.t.Helper()
	var found *workshop.Action
	d.Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			if a.Title == title {
				found = a
			}
		}
	})
	if found == nil {
		d.t.Fatalf("there is no action %q", title)
	}
	return found
}

// shown are the titles in the table.
func (d *desk) shown() []string {
	var out []string
	for _, r := range d.page.list.Shown() {
		out = append(out, r.Action.Title)
	}
	return out
}

func (d *desk) notice() widgets.Notice { return d.shell.Notices().Current() }

// spy is the frame, and remembers what it was told to refuse.
type spy struct {
	*shell.Shell
	trouble shell.Trouble
}

func (s *spy) ShowError(t shell.Trouble) *shell.Dialog {
	s.trouble = t
	return s.Shell.ShowError(t)
}

// dialog is what the last refusal said; it is closed.
func (d *desk) dialog() string {
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		d.window.Canvas().Overlays().Remove(top)
	}
	return d.spy.trouble.What
}

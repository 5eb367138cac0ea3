package actions

import (
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/library"
)

// shelf is a library of one workshop.
type shelf struct {
	s *workshop.Session
	t testing.TB
}

func (l shelf) Actions(f library.Filter) ([]library.ActionLine, error) {
	var out []library.ActionLine
	l.s.Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			if f.Open && a.Ended() {
				continue
			}
			line := library.ActionLine{Workshop: w.ID, WorkshopTitle: w.Charter().Title, Client: w.Charter().Client, ID: a.ID, Number: a.Number, Title: a.Title, Owner: a.Owner, Due: a.Due, Status: a.Status, Action: a, Currency: w.Charter().Currency,
				Changed: w.LastChange(a.ID).Time()}
			if p := workshop.Find[workshop.Person](w, a.Owner); p != nil {
				line.OwnerName = p.Name
			}
			out = append(out, line)
		}
	})
	return out, nil
}

func (l shelf) People() ([]library.PersonLine, error) {
	var out []library.PersonLine
	for _, p := range peopleOf(l.s) {
		out = append(out, library.PersonLine{Workshop: l.s.ID(), ID: p.ID, Name: p.Name, Code: p.Code})
	}
	return out, nil
}

func (l shelf) Promises() ([]library.PromiseLine, error) {
	var out []library.PromiseLine
	l.s.Read(func(w *workshop.Workshop) {
		for _, c := range workshop.All[workshop.Commitment](w) {
			line := library.PromiseLine{Workshop: w.ID, Currency: w.Charter().Currency, Commitment: c}
			if p := workshop.Find[workshop.Person](w, c.Who); p != nil {
				line.WhoName = p.Name
			}
			out = append(out, line)
		}
	})
	return out, nil
}

var _ Lister = (*library.Library)(nil)

// openAll shows the page of all workshops; opened hears what is opened from it.
func openAll(t *testing.T, opened func(in, action workshop.ID), hidden bool) *desk {
	t.Helper()
	s := newSession(t)
	people := sample(t, s)
	t.Cleanup(run.Inline())
	d := &desk{Session: s, t: t, people: people, window: snap.Window(snap.Look{Width: 1280, Height: 800}), hidden: hidden}
	t.Cleanup(d.window.Close)
	d.shell = shell.New(shell.Config{Window: d.window, AppName: "Nemawashi"})
	d.page = NewPage(PageOptions{Board: Options{Lister: shelf{s, t}, Sessions: func(workshop.ID) (*workshop.Session, error) { return s, nil }, Open: opened,
		Now: func() time.Time { return now }, Frame: d.shell, NamesHidden: func() bool { return d.hidden }}})
	d.shell.Open(d.page)
	return d
}

func TestActionsOfAllWorkshops(t *testing.T) {
	var in, action workshop.ID
	d := openAll(t, func(w, a workshop.ID) { in, action = w, a }, false)
	if got := d.shown(); len(got) != 6 || got[0] != "Agree on guarantee wording with HR" {
		t.Fatalf("%q", got)
	}
	d.key(fyne.KeyReturn)
	if first := d.action("Agree on guarantee wording with HR"); in != "w" || action != first.ID {
		t.Errorf("opened %q in %q", action, in)
	}
	d.rune(' ')
	if a := d.action("Agree on guarantee wording with HR"); a.Status != workshop.ActionDone {
		t.Errorf("status %s", a.Status)
	}
	if d.page.list.Totals().Open != 5 {
		t.Errorf("%+v", d.page.list.Totals())
	}
	// What is done is read when it is asked for.
	d.page.filters.status.OnChanged(slices.Index(states, workshop.ActionDone))
	if got := d.shown(); len(got) != 2 {
		t.Errorf("done: %q", got)
	}
}

func TestQuickLineOfAllWorkshopsNeedsAPlace(t *testing.T) {
	d := openAll(t, nil, false)
	if d.page.quick.possible() {
		t.Fatal("nobody has said where the action goes")
	}
	d.page.filters.place.OnChanged(1)
	if !d.page.quick.possible() {
		t.Fatal("the workshop is chosen")
	}
	d.rune('n')
	d.typed("Weld the guard @lena due fri")
	d.key(fyne.KeyReturn)
	d.page.table.Focus()
	d.key(fyne.KeyDelete)
	if slices.Contains(d.shown(), "Weld the guard") {
		t.Error("the deleted action is still shown")
	}
	d.notice().OnTap()
	if a := d.action("Weld the guard"); a.Owner != d.people["Lena Vogt"] || d.page.current != a.ID {
		t.Errorf("%+v, cursor on %s", a, d.page.current)
	}
}

func TestAllWorkshopsWithNamesHidden(t *testing.T) {
	d := openAll(t, nil, true)
	for _, r := range d.page.list.All() {
		if r.Action.Owner != "" && (r.Owner == "" || r.Owner == "Ivar Solberg") {
			t.Errorf("%s is owned by %q", r.Action.Label(), r.Owner)
		}
	}
}

func TestClientOfAllWorkshops(t *testing.T) {
	d := openAll(t, nil, false)
	i := slices.IndexFunc(d.page.columns, func(c column) bool { return c.title == "Client" })
	if i < 0 || d.page.columns[i].cell(d.page.at(0)).Text != "Norvik Pumps" {
		t.Fatal("nobody sees whose actions they are")
	}
	d.page.sortBy(actionlist.Client)
	if d.page.summary() != "6 rows, sorted by client, then due date, then priority" {
		t.Errorf("%q", d.page.summary())
	}
	look := snap.Look{Width: 1280, Height: 800}
	folder := os.Getenv("NEMAWASHI_PICTURES")
	if folder == "" {
		folder = t.TempDir()
	}
	if err := snap.Write(folder+"/actions-all.png", snap.Image(d.window, look)); err != nil {
		t.Fatal(err)
	}
}

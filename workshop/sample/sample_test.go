package sample

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"nemawashi.app/assets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// anchor is the day that the documents are written against.
const anchor = workshop.Date("2026-11-17")

func builtin(t testing.TB) *template.Set {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// memory is a library that forgets.
type memory struct {
	seq          int64
	confidential func(canvas, cell string) bool
	sessions     []*workshop.Session
}

func (m *memory) Next() int64          { m.seq++; return m.seq }
func (m *memory) Write(workshop.Batch) {}

func (m *memory) Create(f func(*workshop.Edit) error) (workshop.ID, error) {
	n := len(m.sessions)
	now, ids := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC), 0
	s := workshop.NewSession(workshop.NewWorkshop(workshop.ID(fmt.Sprint(n))), workshop.Host{
		Clock: workshop.NewClock(func() time.Time { now = now.Add(time.Millisecond); return now }, "a", workshop.Stamp{}),
		NewID: func() workshop.ID {
			ids++
			return workshop.ID(fmt.Sprintf("00000000-0000-7000-8%03d-%012d", n, ids))
		},
		RandomID: func() workshop.ID {
			ids++
			return workshop.ID(fmt.Sprintf("00000000-0000-4000-8%03d-%012d", n, ids))
		},
		Confidential: m.confidential,
	}, m)
	m.sessions = append(m.sessions, s)
	return workshop.ID(fmt.Sprint(n)), s.Do("new", f)
}

func (m *memory) PutBlob(b []byte) (string, error) { return fmt.Sprintf("%064x", len(b)), nil }

func (m *memory) Session(id workshop.ID) (*workshop.Session, error) {
	for n, s := range m.sessions {
		if id == workshop.ID(fmt.Sprint(n)) {
			return s, nil
		}
	}
	return nil, fmt.Errorf("no workshop %q", id)
}

// engagement is the sample as of a day: the kickoff, then the kaizen workshop.
func engagement(t testing.TB, today workshop.Date) []*workshop.Session {
	t.Helper()
	m := &memory{confidential: builtin(t).Confidential}
	if _, err := Add(m, today); err != nil {
		t.Fatalf("as of %s: %v", today, err)
	}
	return m.sessions
}

// each reads every workshop of the sample.
func each(t testing.TB, f func(t testing.TB, w *workshop.Workshop)) {
	t.Helper()
	for _, s := range engagement(t, anchor) {
		s.Read(func(w *workshop.Workshop) { f(t, w) })
	}
}

func TestGoesIntoALibrary(t *testing.T) {
	l, err := library.Open(filepath.Join(t.TempDir(), "l.nemawashi"), library.Options{AnyPlace: true, Confidential: builtin(t).Confidential})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	made, err := Add(l, anchor)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Flush(); err != nil {
		t.Fatal(err)
	}
	if problems, err := l.Check(); err != nil || len(problems) > 0 {
		t.Errorf("the library is not sound: %v, %v", problems, err)
	}
	all, err := l.Workshops()
	if err != nil || len(all) != 2 || len(made.Workshops) != 2 || len(made.Rounds) != 2 {
		t.Errorf("%d workshops, made %+v, %v", len(all), made, err)
	}
	s, err := l.Session(made.Workshops[0])
	if err != nil {
		t.Fatal(err)
	}
	s.Read(func(w *workshop.Workshop) {
		if got := w.Charter().Title; got != "One Flow 2027 kickoff" {
			t.Errorf("the first workshop is %q", got)
		}
	})
}

// latest is the last day of what has happened in the sample: the anchor may lie
// three days ahead of the day on which it is loaded.
const latest = workshop.Date("2026-11-14")

// TestStaysFresh loads the sample on days of more than a year, before and after
// the anchor. Dates move by whole weeks, so on each day the same lies ahead,
// give or take three days; 13 days apart meets every weekday.
func TestStaysFresh(t *testing.T) {
	for n := -30; n < 370; n += 13 {
		today := anchor.AddDays(n)
		var rows []*actionlist.Row
		for _, s := range engagement(t, today) {
			s.Read(func(w *workshop.Workshop) {
				checkDay(t, w, today)
				for _, a := range workshop.All[workshop.Action](w) {
					rows = append(rows, &actionlist.Row{Action: a})
				}
			})
		}
		if c := actionlist.Count(rows, today); c.Overdue < 7 || c.Overdue > 10 || c.Week < 6 || c.Week > 9 {
			t.Errorf("as of %s (a %s): %d overdue, %d this week", today, today.Time().Weekday(), c.Overdue, c.Week)
		}
	}
}

func checkDay(t *testing.T, w *workshop.Workshop, today workshop.Date) {
	t.Helper()
	c := w.Charter()
	if got := c.Start.Time().Weekday(); got != time.Tuesday {
		t.Errorf("as of %s: %s starts on a %s", today, c.Title, got)
	}
	if ago := c.Start.DaysUntil(today); ago < 11 || ago > 31 {
		t.Errorf("as of %s: %s began %d days ago", today, c.Title, ago)
	}
	for i, r := range workshop.All[workshop.Review](w) {
		if ahead := today.DaysUntil(r.Planned); r.Held != "" || ahead < 0 || i == 0 && ahead > 19 {
			t.Errorf("as of %s: review %d of %s is %d days ahead, held %q", today, i+1, c.Title, ahead, r.Held)
		}
	}
	past := func(what string, d workshop.Date) {
		if d > today {
			t.Errorf("as of %s: %s happened on %s", today, what, d)
		}
	}
	for _, s := range workshop.All[workshop.Step](w) {
		if s.Ended != "" {
			past(s.Title, workshop.Date(s.Ended[:10]))
		}
	}
	for _, s := range workshop.All[workshop.Stakeholder](w) {
		past("a rating", s.EvidenceDate)
	}
	for _, r := range workshop.All[workshop.Reading](w) {
		past("a reading", r.Date)
	}
	for _, a := range workshop.All[workshop.Action](w) {
		past(a.Label(), a.Closed)
	}
}

// TestActions counts what Home and the register say on the anchor's day.
func TestActions(t *testing.T) {
	states := map[string]int{}
	var total actionlist.Counts
	each(t, func(t testing.TB, w *workshop.Workshop) {
		var rows []*actionlist.Row
		for _, a := range workshop.All[workshop.Action](w) {
			states[a.Status]++
			rows = append(rows, &actionlist.Row{Action: a})
			checkAction(t, w, a)
		}
		c := actionlist.Count(rows, anchor)
		total.All += c.All
		total.Overdue += c.Overdue
		total.Week += c.Week
	})
	if total.All != 40 || total.Overdue != 7 || total.Week != 9 {
		t.Errorf("%d actions, %d overdue, %d this week; want 40, 7, 9", total.All, total.Overdue, total.Week)
	}
	f, _ := workshop.FieldOf(workshop.KindAction, "status")
	for _, status := range f.Choices {
		if states[status] == 0 {
			t.Errorf("no action is %s", status)
		}
	}
}

func checkAction(t testing.TB, w *workshop.Workshop, a *workshop.Action) {
	t.Helper()
	bad := func(when bool, what string) {
		t.Helper()
		if when {
			t.Errorf("%s %q: %s", a.Label(), a.Title, what)
		}
	}
	bad(a.Owner == "" || a.Due == "" || a.Priority == "" || a.Effort == 0 || a.Impact == 0 || a.Category == "", "owner, due date, priority, effort, impact or category is missing")
	bad(a.Source == "", "nobody knows where it came from")
	bad(a.Ended() != (a.Closed != ""), "a closing date belongs to what has ended, and only to that")
	bad(a.Closed > latest || a.Start > latest && a.Status != workshop.ActionOpen, "closed or begun in the future")
	bad((a.Status == workshop.ActionBlocked) != (a.Blocker != ""), "a blocker belongs to what is blocked, and only to that")
	bad((a.Status == workshop.ActionVerified) != (a.VerifiedBy != ""), "who verified belongs to what is verified, and only to that")
	bad(a.VerifiedBy != "" && a.VerifiedBy == a.Owner, "verified by its owner")
	bad((a.Status == workshop.ActionDone || a.Status == workshop.ActionVerified) && a.Progress != 100, "done at less than 100 %")
	bad(a.Status == workshop.ActionOpen && a.Progress != 0, "open, but begun")
	bad(a.BenefitActual > 0 && a.BenefitConfirmedBy == "", "a benefit that nobody has confirmed")
	if c := workshop.Find[workshop.Card](w, a.Source); c != nil && c.Canvas == "wastes" && c.Action == "" {
		t.Errorf("%s: its finding does not point back", a.Label())
	}
}

// TestDocumentsAreUsed sees to it that no document lies beside the plan.
func TestDocumentsAreUsed(t *testing.T) {
	var p plan
	files, err := fs.Sub(assets.Sample, "sample")
	if err != nil {
		t.Fatal(err)
	}
	if err := read(files, "plan.json", &p); err != nil {
		t.Fatal(err)
	}
	if p.Anchor != anchor {
		t.Errorf("the plan's anchor is %s", p.Anchor)
	}
	listed := map[string]bool{"plan.json": true}
	for _, w := range p.Workshops {
		for _, name := range w.Documents {
			listed[name] = true
		}
	}
	err = fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !listed[path] {
			t.Errorf("%s is not in the plan", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

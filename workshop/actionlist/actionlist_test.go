package actionlist

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nemawashi.app/workshop"
)

// today is a Sunday.
const today = workshop.Date("2026-11-22")

func row(number int, title, owner string, change func(*workshop.Action)) *Row {
	a := &workshop.Action{Number: number, Title: title, Status: workshop.ActionOpen}
	a.ID = workshop.ID(fmt.Sprintf("a%05d", number))
	if owner != "" {
		a.Owner = workshop.ID("id of " + owner)
	}
	if change != nil {
		change(a)
	}
	return &Row{Action: a, Workshop: "w", Place: "Pump line", Owner: owner, Who: string(a.Owner)}
}

func titles(rows []*Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Action.Title)
	}
	return out
}

func sample() []*Row {
	return []*Row{
		row(1, "Émile's board", "Zoe", func(a *workshop.Action) { a.Due, a.Priority, a.Progress = "2026-11-24", "low", 20 }),
		row(2, "drain", "", func(a *workshop.Action) { a.Status, a.Progress, a.Due = workshop.ActionDone, 100, "2026-11-01" }),
		row(3, "Coolant", "Ana", func(a *workshop.Action) { a.Due, a.Priority, a.Effort, a.Impact = "2026-11-20", "high", 4, 5 }),
		row(4, "Fixture", "Ana", func(a *workshop.Action) { a.Status, a.Effort, a.Impact = workshop.ActionBlocked, 1, 5 }),
		row(5, "Audit", "Zoe", func(a *workshop.Action) { a.Due, a.Priority = "2026-11-22", "medium" }),
	}
}

func TestOrders(t *testing.T) {
	for _, c := range []struct {
		order Order
		want  []string
	}{
		{Order{{Column: Number}}, []string{"Émile's board", "drain", "Coolant", "Fixture", "Audit"}},
		{Order{{Column: Title}}, []string{"Audit", "Coolant", "drain", "Émile's board", "Fixture"}},
		{Order{{Title, true}}, []string{"Fixture", "Émile's board", "drain", "Coolant", "Audit"}},
		{Order{{Column: Due}}, []string{"drain", "Coolant", "Audit", "Émile's board", "Fixture"}},
		{Order{{Due, true}}, []string{"Émile's board", "Audit", "Coolant", "drain", "Fixture"}}, // what has no date stays last
		{Order{{Column: Owner}, {Column: Title}}, []string{"Coolant", "Fixture", "Audit", "Émile's board", "drain"}},
		{Order{{Owner, true}, {Title, true}}, []string{"Émile's board", "Audit", "Fixture", "Coolant", "drain"}},
		{Order{{Column: Status}}, []string{"Fixture", "Émile's board", "Coolant", "Audit", "drain"}},
		{Order{{Column: Priority}}, []string{"Coolant", "Audit", "Émile's board", "drain", "Fixture"}},
		{Order{{Column: Effort}}, []string{"Fixture", "Coolant", "Émile's board", "drain", "Audit"}},
		{Order{{Progress, true}}, []string{"drain", "Émile's board", "Coolant", "Fixture", "Audit"}},
		{nil, []string{"Émile's board", "drain", "Coolant", "Fixture", "Audit"}},
	} {
		l := NewList(sample(), today)
		l.SetOrder(c.order)
		if got := titles(l.Shown()); !slices.Equal(got, c.want) {
			t.Errorf("%v:\ngot  %q\nwant %q", c.order, got, c.want)
		}
	}
}

func TestClicksSortBySeveralColumns(t *testing.T) {
	o := Order{{Column: Due}}.By(Title).By(Owner).By(Owner)
	want := Order{{Owner, true}, {Column: Title}, {Column: Due}}
	if !slices.Equal(o, want) {
		t.Errorf("%v, want %v", o, want)
	}
	if o = o.By(Status); len(o) != most || o[0].Column != Status || o[2].Column != Title {
		t.Errorf("%v", o)
	}
}

func TestFilters(t *testing.T) {
	for _, c := range []struct {
		filter Filter
		want   []string
	}{
		{Filter{}, []string{"drain", "Coolant", "Audit", "Émile's board", "Fixture"}},
		{Filter{State: NotDone}, []string{"Coolant", "Audit", "Émile's board", "Fixture"}},
		{Filter{State: workshop.ActionBlocked}, []string{"Fixture"}},
		{Filter{Overdue: true}, []string{"Coolant"}},
		{Filter{Who: "id of Ana"}, []string{"Coolant", "Fixture"}},
		{Filter{Nobody: true}, []string{"drain"}},
		{Filter{Text: "EMILE zoe"}, []string{"Émile's board"}},
		{Filter{Text: "a-003"}, []string{"Coolant"}},
		{Filter{Text: "pump blocked"}, []string{"Fixture"}},
		{Filter{Text: "nothing like it"}, nil},
		{Filter{Workshop: "other"}, nil},
	} {
		l := NewList(sample(), today)
		l.SetFilter(c.filter)
		if got := titles(l.Shown()); !slices.Equal(got, c.want) {
			t.Errorf("%+v:\ngot  %q\nwant %q", c.filter, got, c.want)
		}
	}
}

func TestCounts(t *testing.T) {
	rows := append(sample(), row(6, "x", "", func(a *workshop.Action) { a.Status = workshop.ActionDropped }))
	c := Count(rows, today)
	if want := (Counts{All: 6, Open: 4, Overdue: 1, Week: 2, Done: 1, Dropped: 1}); c.Counts != want {
		t.Errorf("%+v, want %+v", c, want)
	}
	if c.DoneShare() != 0.2 {
		t.Errorf("share %v", c.DoneShare())
	}
	if (Counts{}).DoneShare() != 0 {
		t.Error("a share of nothing")
	}
	if c := Count(sample(), "2026-11-16"); c.Week != 2 || c.Overdue != 0 {
		t.Errorf("six days before: %+v", c)
	}
}

func TestStatusRules(t *testing.T) {
	a := &workshop.Action{Status: workshop.ActionStarted, Progress: 60}
	a.SetStatus(workshop.ActionDone, today)
	if a.Closed != today || a.Progress != 100 {
		t.Errorf("done: %+v", a)
	}
	a.VerifiedBy = "p"
	a.SetStatus(workshop.ActionVerified, "2026-12-01")
	if a.Closed != today || a.VerifiedBy != "p" {
		t.Errorf("verified: %+v", a)
	}
	a.SetStatus(workshop.ActionOpen, today)
	if a.Closed != "" || a.Progress != 0 || a.VerifiedBy != "" {
		t.Errorf("open again: %+v", a)
	}
	a.SetProgress(40, today)
	if a.Status != workshop.ActionStarted || a.Progress != 40 {
		t.Errorf("progress: %+v", a)
	}
	a.SetStatus(workshop.ActionDropped, today)
	if a.Closed != today || a.Progress != 40 {
		t.Errorf("dropped: %+v", a)
	}
	a.SetStatus(workshop.ActionDone, "2026-11-30")
	a.SetProgress(70, today)
	if a.Status != workshop.ActionStarted || a.Closed != "" || a.Progress != 70 {
		t.Errorf("less than done: %+v", a)
	}
	a.SetProgress(100, today)
	if a.Status != workshop.ActionStarted {
		t.Error("nobody has said that it is done")
	}
}

// TestPutKeepsTheOrder says that changing rows one by one gives what sorting and filtering anew gives.
func TestPutKeepsTheOrder(t *testing.T) {
	draw := rapid.Custom(func(t *rapid.T) *Row {
		return row(rapid.IntRange(1, 12).Draw(t, "number"), rapid.SampledFrom([]string{"Äa", "ab", "abcdefghij", "abcdefghik", ""}).Draw(t, "title"),
			rapid.SampledFrom([]string{"", "Ana", "Zoe"}).Draw(t, "owner"), func(a *workshop.Action) {
				a.Due = rapid.SampledFrom([]workshop.Date{"", "2026-11-21", "2026-11-23"}).Draw(t, "due")
				a.Status = rapid.SampledFrom(statuses).Draw(t, "status")
				a.Hours = rapid.IntRange(0, 3).Draw(t, "hours")
			})
	})
	rapid.Check(t, func(t *rapid.T) {
		l := NewList(nil, today)
		var order Order
		for _, c := range rapid.SliceOfN(rapid.SampledFrom([]Column{Title, Owner, Due, Status}), 0, 4).Draw(t, "clicks") {
			order = order.By(c)
		}
		l.SetOrder(order)
		l.SetFilter(Filter{State: rapid.SampledFrom([]State{Any, NotDone}).Draw(t, "state")})
		want := map[workshop.ID]*Row{}
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			before := slices.Clone(l.Shown())
			r := draw.Draw(t, "row")
			if rapid.Bool().Draw(t, "remove") {
				l.Remove(r.ID())
				delete(want, r.ID())
				continue
			}
			moved := l.Put(r)
			want[r.ID()] = r
			if !moved && !slices.EqualFunc(before, l.Shown(), func(a, b *Row) bool { return a.ID() == b.ID() }) {
				t.Fatal("rows have moved, and it was not said")
			}
		}
		var all []*Row
		for _, r := range want {
			all = append(all, r)
		}
		fresh := NewList(all, today)
		fresh.SetOrder(order)
		fresh.SetFilter(l.Filter())
		if !slices.Equal(l.Shown(), fresh.Shown()) {
			t.Fatalf("got  %q\nwant %q", titles(l.Shown()), titles(fresh.Shown()))
		}
		for i, r := range l.Shown() {
			if l.IndexOf(r.ID()) != i || l.Find(r.ID()) != r {
				t.Fatal("a row is not where it is shown")
			}
		}
		if l.Totals() != Count(l.All(), today) {
			t.Fatalf("totals %+v, counted anew %+v", l.Totals(), Count(l.All(), today))
		}
		if len(l.All()) != len(want) {
			t.Fatalf("%d rows, want %d", len(l.All()), len(want))
		}
	})
}

func TestHoldLeavesARowWhereItIs(t *testing.T) {
	l := NewList(sample(), today)
	l.SetFilter(Filter{State: NotDone})
	before := titles(l.Shown())
	r := *l.Shown()[0]
	a := *r.Action
	a.SetStatus(workshop.ActionDone, today)
	r.Action = &a
	l.Hold(&r)
	if got := titles(l.Shown()); !slices.Equal(got, before) || l.Shown()[0].Action.Status != workshop.ActionDone {
		t.Errorf("held: %q", got)
	}
	l.Settle()
	if got := titles(l.Shown()); !slices.Equal(got, before[1:]) {
		t.Errorf("settled: %q", got)
	}
	l.Hold(row(9, "New", "", nil))
	if l.IndexOf("a00009") != -1 || l.Find("a00009") != nil {
		t.Error("a row that is not there is held")
	}
}

type journal struct{ n int64 }

func (j *journal) Next() int64          { j.n++; return j.n }
func (j *journal) Write(workshop.Batch) {}

func TestRowsOfAWorkshop(t *testing.T) {
	n := 0
	s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(time.Now, "desk", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id%03d", n)) },
	}, &journal{})
	err := s.Do("Sample", func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line", Client: "Norvik", Currency: "EUR"})
		owner := e.Add(&workshop.Person{Name: "Lena Vogt", Code: "Cedar"})
		for i, source := range []workshop.ID{
			e.Add(&workshop.Stakeholder{Name: "Hidden Name"}),
			e.Add(&workshop.Card{Canvas: "waste", Cells: map[string]any{"text": "Fitter walks", "note": "a longer text than that"}}),
			e.Add(&workshop.Card{Canvas: "sipoc", Cells: map[string]any{"a": "in", "b": "output"}}),
			"L3",
		} {
			a := &workshop.Action{Title: fmt.Sprint("Action ", i), Source: source}
			if i == 0 {
				a.Owner = owner
			}
			e.Add(a)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var rows, real []*Row
	s.Read(func(w *workshop.Workshop) { rows, real = Rows(w, Code), Rows(w, Real) })
	var got []string
	for _, r := range rows {
		got = append(got, fmt.Sprintf("%s|%s|%s|%s|%v", r.Action.Label(), r.Owner, r.Source.Kind, r.Source.Label, r.Source.Confidential))
	}
	want := []string{"A-001|Cedar|stakeholder|Confidential|true", "A-002||card|Fitter walks|false", "A-003||card|output|false", "A-004||item|Statement L3|false"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if r := real[0]; r.Owner != "Lena Vogt" || r.Place != "Pump line" || r.Currency != "EUR" {
		t.Errorf("%+v", r)
	}
}

func many(n int) []*Row {
	rng := rand.New(rand.NewPCG(1, 2))
	rows := make([]*Row, n)
	for i := range rows {
		rows[i] = row(i+1, fmt.Sprintf("Action %d about %x", i, rng.Uint64()), fmt.Sprint("Owner ", rng.IntN(40)), func(a *workshop.Action) {
			a.Due = today.AddDays(rng.IntN(200) - 100)
			a.Status = statuses[rng.IntN(len(statuses))]
		})
	}
	return rows
}

func BenchmarkSort10000(b *testing.B) {
	l := NewList(many(10_000), today)
	for _, c := range []Column{Due, Title, Owner} {
		b.Run(string(c), func(b *testing.B) {
			for b.Loop() {
				l.SetOrder(Order{{Column: c}, {Column: Priority}})
				l.SetOrder(Order{{c, true}, {Column: Priority}})
			}
		})
	}
}

func BenchmarkFilter10000(b *testing.B) {
	l := NewList(many(10_000), today)
	for b.Loop() {
		l.SetFilter(Filter{Text: "about ff"})
		l.SetFilter(Filter{Text: "about f"})
	}
}

func BenchmarkPut10000(b *testing.B) {
	l := NewList(many(10_000), today)
	r := l.Shown()[5000]
	for b.Loop() {
		next := *r
		l.Put(&next)
		r = &next
	}
}

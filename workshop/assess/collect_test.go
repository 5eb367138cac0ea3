package assess

import (
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// answersOf is one level for every statement.
func answersOf(q *Questionnaire, level int) map[string]workshop.Answer {
	out := map[string]workshop.Answer{}
	for _, it := range q.Items {
		out[it.ID] = workshop.Answer{Now: level, Needed: 5}
	}
	return out
}

// taken counts what a collection takes.
func taken(c Collection) int {
	n, _ := c.Taken()
	return n
}

func TestCollect(t *testing.T) {
	s, q := session(t), engagement(t)
	var open, done, foreign workshop.ID
	err := s.Do("rounds", func(e *workshop.Edit) error {
		open = e.Add(&workshop.Round{Title: "Open", Status: workshop.RoundOpen})
		done = e.Add(&workshop.Round{Title: "Closed", Status: workshop.RoundClosed})
		foreign = e.Add(&workshop.Round{Title: "Other statements", Status: workshop.RoundOpen, Questionnaire: "gone"})
		e.Add(&workshop.Response{Round: open, By: BySelf, About: "lena", Answers: map[string]workshop.Answer{"L1": {Now: 2}}})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	good := Returned{Workshop: "w", Round: open, Questionnaire: q.ID, Version: q.Version, By: "report", Answers: answersOf(q, 3)}
	for name, c := range map[string]struct {
		change  func(*Returned)
		verdict Verdict
		taken   bool
		choice  bool
		reason  string
	}{
		"whole":           {func(*Returned) {}, Whole, true, false, ""},
		"half filled":     {func(f *Returned) { f.Answers = map[string]workshop.Answer{"L1": {Now: 3}} }, HalfFilled, true, true, "1 of 20"},
		"empty":           {func(f *Returned) { f.Answers = nil }, Empty, false, false, "no answers"},
		"other workshop":  {func(f *Returned) { f.Workshop = "x" }, Foreign, false, false, "not in this workshop"},
		"other round":     {func(f *Returned) { f.Round = "x" }, Foreign, false, false, "not in this workshop"},
		"closed":          {func(f *Returned) { f.Round = done }, Late, false, false, "closed"},
		"older questions": {func(f *Returned) { f.Version = 0 }, Outdated, false, false, "another version"},
		"questions gone":  {func(f *Returned) { f.Round = foreign }, Outdated, false, false, "another version"},
		"by nobody":       {func(f *Returned) { f.By = "boss" }, Broken, false, false, "leader"},
		"endless about":   {func(f *Returned) { f.About = strings.Repeat("x", 501) }, Broken, false, false, "501 characters"},
		"lena again":      {func(f *Returned) { f.By, f.About = BySelf, "lena" }, Newer, false, true, "already"},
		"somebody else":   {func(f *Returned) { f.By, f.About = BySelf, "ola" }, Whole, true, false, ""},
		"not finished":    {func(f *Returned) { f.Copy, f.Unfinished = "a", true }, Unfinished, false, true, "not finished"},
		"not all observed": {func(f *Returned) { f.Copy, f.Answers = "a", map[string]workshop.Answer{"L1": {Now: 3}} },
			Whole, true, false, ""},
	} {
		f := good
		c.change(&f)
		s.Read(func(w *workshop.Workshop) {
			got := Collect(w, []*Returned{&f}, Willing{})
			a := got.Arrivals[0]
			if a.Verdict != c.verdict || a.Take != c.taken || a.Choice != c.choice || (taken(got) == 1) != c.taken || (c.reason == "") != (len(got.Said()) == 0) || !strings.Contains(a.Reason, c.reason) {
				t.Errorf("%s: %+v", name, a)
			}
		})
	}
	s.Read(func(w *workshop.Workshop) {
		other := good
		other.Answers = answersOf(q, 4)
		if got := Collect(w, []*Returned{&good, &good, &other}, Willing{}); taken(got) != 2 || len(got.Said()) != 1 {
			t.Errorf("the same form twice in one batch: %+v", got)
		}
		if got := Collect(w, []*Returned{&good, &good}, Willing{Again: true}); taken(got) != 2 {
			t.Errorf("asked for, it is taken again: %+v", got)
		}
	})
}

// TestCopiesTellPeopleApart: two people may give the same answers, and one
// person's file may come twice.
func TestCopiesTellPeopleApart(t *testing.T) {
	s, q := session(t), engagement(t)
	var open workshop.ID
	if err := s.Do("round", func(e *workshop.Edit) error {
		open = e.Add(&workshop.Round{Title: "Open", Status: workshop.RoundOpen})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	form := func(copy string, unfinished bool, level int) *Returned {
		return &Returned{Workshop: "w", Round: open, Questionnaire: q.ID, Version: q.Version, By: ByReport, Answers: answersOf(q, level), Copy: copy, Unfinished: unfinished}
	}
	s.Read(func(w *workshop.Workshop) {
		if got := Collect(w, []*Returned{form("a", false, 3), form("b", false, 3)}, Willing{}); taken(got) != 2 {
			t.Errorf("two people with the same answers are %d", taken(got))
		}
		got := Collect(w, []*Returned{form("a", true, 2), form("a", false, 3), form("a", false, 3)}, Willing{})
		if taken(got) != 1 || !got.Arrivals[1].Take || got.Arrivals[0].Verdict != Double || got.Arrivals[2].Verdict != Double {
			t.Errorf("one person whose file comes three times: %+v", got.Arrivals)
		}
	})
}

// TestALeadersNewerAnswersCanTakeThePlace and be taken back; those of reports
// are final.
func TestALeadersNewerAnswersCanTakeThePlace(t *testing.T) {
	s, q := session(t), engagement(t)
	var open workshop.ID
	if err := s.Do("round", func(e *workshop.Edit) error {
		open = e.Add(&workshop.Round{Title: "Open", Status: workshop.RoundOpen})
		e.Add(&workshop.Response{Round: open, By: BySelf, About: "lena", Answers: answersOf(q, 2)})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	var c Collection
	s.Read(func(w *workshop.Workshop) {
		c = Collect(w, []*Returned{
			{Workshop: "w", Round: open, Questionnaire: q.ID, Version: q.Version, By: BySelf, About: "lena", Answers: answersOf(q, 4)},
			{Workshop: "w", Round: open, Questionnaire: q.ID, Version: q.Version, By: BySelf, About: "lena", Answers: answersOf(q, 5)},
			{Workshop: "w", Round: open, Questionnaire: q.ID, Version: q.Version, By: ByReport, Answers: answersOf(q, 1)},
		}, Willing{})
	})
	if c.Arrivals[1].Choice {
		t.Error("both of one leader's files can be chosen")
	}
	c.Arrivals[0].Take = true
	for _, protected := range []bool{true, false} {
		if err := s.Do("Collect", func(e *workshop.Edit) error { return c.Add(e, protected) }); err != nil {
			t.Fatal(err)
		}
	}
	look := func(want ...int) {
		t.Helper()
		s.Read(func(w *workshop.Workshop) {
			var got []int
			for _, r := range workshop.All[workshop.Response](w) {
				if r.By == BySelf {
					got = append(got, r.Answers["L1"].Now)
				}
			}
			if len(workshop.All[workshop.Response](w)) != 2 || len(got) != 1 || got[0] != want[0] {
				t.Errorf("own answers %v, want %v", got, want)
			}
			a := Await(w, workshop.Find[workshop.Round](w, open))
			if a.Leaders != 1 || a.Reports != 1 || a.Peers != 0 {
				t.Errorf("%+v", a)
			}
		})
	}
	look(4)
	if label, err := s.Undo(); label != "Collect" || err != nil {
		t.Errorf("undo: %q %v", label, err)
	}
	look(2)
}

func TestAwaitNamesLeadersOnly(t *testing.T) {
	s := session(t)
	var round, lena, ola workshop.ID
	if err := s.Do("round", func(e *workshop.Edit) error {
		lena, ola = e.Add(&workshop.Person{Name: "Lena"}), e.Add(&workshop.Person{Name: "Ola"})
		round = e.Add(&workshop.Round{Title: "Open", Managers: []workshop.ID{lena, ola}, ReportsAsked: 9, Status: workshop.RoundOpen})
		e.Add(&workshop.Response{Round: round, By: BySelf, About: string(ola)})
		e.Add(&workshop.Response{Round: round, By: ByReport, About: string(lena)})
		e.Add(&workshop.Response{Round: round, By: ByPeer, About: string(lena)})
		e.Add(&workshop.Response{Round: round, By: ByFacilitator})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	s.Read(func(w *workshop.Workshop) {
		a := Await(w, workshop.Find[workshop.Round](w, round))
		if len(a.Missing) != 1 || a.Missing[0] != lena || a.Leaders != 1 || a.LeadersAsked != 2 || a.Reports != 1 || a.ReportsAsked != 9 || a.Peers != 1 || a.Facilitators != 1 {
			t.Errorf("%+v", a)
		}
	})
}

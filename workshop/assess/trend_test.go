package assess

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// twoRounds is a workshop with two closed rounds and these answers.
func twoRounds(t *testing.T, rs []*workshop.Response) (w *workshop.Workshop, first, second workshop.ID) {
	t.Helper()
	s := session(t)
	err := s.Do("rounds", func(e *workshop.Edit) error {
		first = e.Add(&workshop.Round{Title: "First", Date: "2026-03-01", Status: workshop.RoundClosed})
		second = e.Add(&workshop.Round{Title: "Second", Date: "2026-08-01", Status: workshop.RoundClosed})
		for _, r := range rs {
			c := *r
			c.Round = map[workshop.ID]workshop.ID{"r1": first, "r2": second}[r.Round]
			e.Add(&c)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s.Read(func(now *workshop.Workshop) { w = now })
	return w, first, second
}

// alike gives one level to all statements.
func alike(t *testing.T, round workshop.ID, by, about string, now int) *workshop.Response {
	r := &workshop.Response{Round: round, By: by, About: about, Answers: map[string]workshop.Answer{}}
	for _, it := range engagement(t).Items {
		r.Answers[it.ID] = workshop.Answer{Now: now, Needed: 5}
	}
	return r
}

func TestTrendComparesTheSamePeopleOrEnough(t *testing.T) {
	q := engagement(t)
	leaders := func(round workshop.ID, now int, names ...string) (out []*workshop.Response) {
		for _, n := range names {
			out = append(out, alike(t, round, BySelf, n, now))
		}
		return out
	}
	join := func(a, b []*workshop.Response) []*workshop.Response { return append(a, b...) }
	many := func(round workshop.ID, now, from, n int) (out []*workshop.Response) {
		for i := range n {
			out = append(out, alike(t, round, BySelf, fmt.Sprint("m", from+i), now))
		}
		return out
	}
	for name, c := range map[string]struct {
		rs      []*workshop.Response
		protect bool
		same, n int
		change  float64 // 0: nothing is compared
	}{
		"the same three":               {rs: join(leaders("r1", 2, "a", "b", "c"), leaders("r2", 3, "a", "b", "c")), same: 3, n: 3, change: 1},
		"the same three, for others":   {rs: join(leaders("r1", 2, "a", "b", "c"), leaders("r2", 3, "a", "b", "c")), protect: true},
		"one of three is another":      {rs: join(leaders("r1", 2, "a", "b", "c"), leaders("r2", 3, "a", "b", "d"))},
		"nobody twice, but enough":     {rs: join(many("r1", 2, 0, 6), many("r2", 4, 100, 7)), n: 7, change: 2},
		"nobody twice, few before":     {rs: join(many("r1", 2, 0, 4), many("r2", 4, 100, 7))},
		"five of nine twice":           {rs: join(join(many("r1", 2, 0, 9), many("r2", 4, 0, 5)), many("r2", 1, 100, 4)), same: 5, n: 5, change: 2},
		"five of nine, for all to see": {rs: join(join(many("r1", 2, 0, 9), many("r2", 4, 0, 5)), many("r2", 1, 100, 4)), protect: true, n: 9, change: 24.0/9 - 2},
	} {
		w, first, second := twoRounds(t, c.rs)
		got, err := TrendOf(w, second, q, Options{ProtectSelf: c.protect})
		if err != nil || got == nil || got.Before != first || got.Of != BySelf {
			t.Fatalf("%s: %+v %v", name, got, err)
		}
		if c.change == 0 {
			if len(got.Items)+len(got.Aspects)+len(got.Roles) != 0 || got.Why == "" {
				t.Errorf("%s: compared all the same: %+v", name, got)
			}
			continue
		}
		step := got.Item("P2")
		if step == nil || !near(step.Change, c.change) || step.N != c.n || got.SamePeople != c.same || len(got.Aspects) != 4 || len(got.Roles) != 5 || got.Why != "" {
			t.Errorf("%s: %+v of %+v", name, step, got)
		}
	}
}

func TestTrendOfOthersAndNone(t *testing.T) {
	rnd := rand.New(rand.NewPCG(21, 1))
	q := engagement(t)
	w, first, second := twoRounds(t, append(several(t, rnd, 5, "r1", "report", "", ""), several(t, rnd, 6, "r2", "report", "", "")...))
	got, err := TrendOf(w, second, q, Options{})
	if err != nil || got.Of != "others" || len(got.Items) != 20 || got.Items[0].NBefore != 5 || got.Items[0].N != 6 {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := TrendOf(w, first, q, Options{}); got != nil || err != nil {
		t.Errorf("nothing came before the first: %+v %v", got, err)
	}
	w, _, second = twoRounds(t, append(several(t, rnd, 4, "r1", "report", "", ""), several(t, rnd, 6, "r2", "report", "", "")...))
	if got, err := TrendOf(w, second, q, Options{}); err != nil || len(got.Items) != 0 || got.Why != NotShown {
		t.Errorf("four are too few to compare with: %+v %v", got, err)
	}
}

func TestOwnPageHoldsNothingOfOthers(t *testing.T) {
	rnd := rand.New(rand.NewPCG(22, 1))
	q := engagement(t)
	rs := append(several(t, rnd, 5, "r1", "report", "", "lena"), several(t, rnd, 4, "r1", "report", "", "ola")...)
	rs = append(rs, alike(t, "r1", BySelf, "lena", 5), alike(t, "r1", BySelf, "ola", 1), alike(t, "r1", BySelf, "kim", 3))
	for _, r := range rs {
		r.Answers["L1"] = workshop.Answer{Now: 1 + rnd.IntN(2), Needed: 4, Evidence: "said in confidence by " + r.By}
	}
	w, first, _ := twoRounds(t, rs)
	lena, err := OwnOf(w, first, q, "lena")
	if err != nil {
		t.Fatal(err)
	}
	// Five of nine: the four that are left would be told by subtraction.
	if lena.Answers["L2"].Now != 5 || lena.Others == nil || lena.Others.Shows() || lena.Withheld == "" || len(lena.Pairs) != 0 {
		t.Errorf("%+v", lena)
	}
	text, err := json.Marshal(lena.Others)
	if err != nil || strings.Contains(string(text), "confidence") {
		t.Errorf("%s %v", text, err)
	}
	if kim, err := OwnOf(w, first, q, "kim"); err != nil || kim.Others != nil || kim.Answers == nil {
		t.Errorf("%+v %v", kim, err)
	}
	for _, about := range []string{"", "nobody"} {
		if _, err := OwnOf(w, first, q, about); !errors.Is(err, ErrNothingOwn) {
			t.Errorf("%q: %v", about, err)
		}
	}
	w, first, _ = twoRounds(t, append(rs, several(t, rnd, 1, "r1", "report", "", "ola")...))
	if lena, err = OwnOf(w, first, q, "lena"); err != nil || !lena.Others.Shows() || len(lena.Pairs) != 20 || lena.Others.N != 5 {
		t.Errorf("five and five can be shown: %+v %v", lena, err)
	}
}

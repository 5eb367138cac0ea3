package assess

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

func engagement(t testing.TB) *Questionnaire {
	t.Helper()
	all, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func of(t testing.TB, r *workshop.Round, rs []*workshop.Response) *Result {
	t.Helper()
	res, err := compute(r, []*workshop.Round{r}, rs, engagement(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func closed(id workshop.ID, date workshop.Date) *workshop.Round {
	return &workshop.Round{Base: workshop.Base{ID: id}, Title: string(id), Date: date, Status: workshop.RoundClosed}
}

// draw is one response with every statement answered at random.
func draw(t testing.TB, rnd *rand.Rand, round workshop.ID, by, unit, about string) *workshop.Response {
	r := &workshop.Response{Round: round, By: by, Unit: unit, About: about, Answers: map[string]workshop.Answer{}}
	for _, it := range engagement(t).Items {
		r.Answers[it.ID] = workshop.Answer{Now: 1 + rnd.IntN(5), Needed: 1 + rnd.IntN(5)}
	}
	return r
}

func several(t testing.TB, rnd *rand.Rand, n int, round workshop.ID, by, unit, about string) []*workshop.Response {
	var out []*workshop.Response
	for range n {
		out = append(out, draw(t, rnd, round, by, unit, about))
	}
	return out
}

func shows(b *Block) bool {
	for _, list := range [][]Cell{b.Items, b.Aspects, b.Roles} {
		for _, c := range list {
			if !c.Hidden || c.Now != nil || c.Needed != nil || c.Gap != nil || c.RWG != nil {
				return true
			}
		}
	}
	return false
}

func TestOthersBelowAndAtTheLimit(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for _, c := range []struct {
		n, least int
		want     bool
	}{{1, 0, false}, {4, 0, false}, {5, 0, true}, {6, 0, true}, {2, 3, false}, {3, 3, true}, {2, 1, false}, {7, 8, false}, {8, 8, true}} {
		r := closed("r", "2026-11-01")
		r.MinGroup = c.least
		res := of(t, r, several(t, rnd, c.n, "r", "report", "", ""))
		if got := shows(&res.Others); got != c.want {
			t.Errorf("%d answers, smallest group %d: shown is %v", c.n, c.least, got)
		}
		if !c.want && res.Withheld == "" {
			t.Errorf("%d answers, smallest group %d: nothing says why", c.n, c.least)
		}
	}
}

func TestNothingOfOthersBeforeTheRoundIsClosed(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2, 1))
	rs := several(t, rnd, 40, "r", "peer", "", "")
	for _, status := range []string{"", workshop.RoundPlanned, workshop.RoundOpen} {
		res := of(t, &workshop.Round{Base: workshop.Base{ID: "r"}, Status: status, MinGroup: 3}, rs)
		if shows(&res.Others) || res.Withheld == "" || res.Others.N != 40 {
			t.Errorf("status %q: others are shown, or nothing says why", status)
		}
	}
	nobodySays := several(t, rnd, 9, "r", "", "", "")
	if res := of(t, &workshop.Round{Base: workshop.Base{ID: "r"}}, nobodySays); shows(&res.Others) || res.Self.N != 0 {
		t.Error("a response that does not say by whom is not protected")
	}
}

func TestSecondUnitIsHiddenWhereSubtractionWouldTell(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 1))
	rs := append(several(t, rnd, 9, "r", "report", "Day", ""), several(t, rnd, 4, "r", "report", "Night", "")...)
	res := of(t, closed("r", "2026-11-01"), rs)
	if !shows(&res.Others) || len(res.Groups) != 3 {
		t.Fatalf("%+v", res.Groups)
	}
	for _, g := range res.Groups {
		if g.By == ByUnit && shows(&g.Block) {
			t.Errorf("%s is shown", g.Name)
		}
	}
	// With a third unit that is large enough, night's four hide among the day's.
	res = of(t, closed("r", "2026-11-01"), append(rs, several(t, rnd, 12, "r", "report", "Office", "")...))
	for _, g := range res.Groups {
		if want := g.Name == "Office" || g.By == ByKind; shows(&g.Block) != want {
			t.Errorf("%s: shown is %v", g.Name, !want)
		}
	}
}

// TestCellsHaveTheirOwnSize: a statement that only four observed is hidden, and
// the aspect does not tell it.
func TestCellsHaveTheirOwnSize(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 1))
	rs := several(t, rnd, 6, "r", "report", "", "")
	for _, r := range rs[:2] {
		r.Answers["L1"] = workshop.Answer{Needed: 3}
	}
	res := of(t, closed("r", "2026-11-01"), rs)
	c := res.Others.Item("L1")
	if c.Now != nil || c.Needed == nil || c.Gap != nil || c.RWG != nil || c.Word != "" {
		t.Errorf("L1: %+v", c)
	}
	if a := res.Others.Aspect("L"); a.Now.N != 4*6 {
		t.Errorf("the aspect has %d answers, want those of the four statements that are shown", a.Now.N)
	}
}

// TestAttackerBySubtraction tries, with everything that is given out of random
// rounds, whether a sum over fewer than the smallest group can be had: every
// piece into which the shown groups cut the respondents must be large enough.
func TestAttackerBySubtraction(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 1))
	shown := 0
	for range 300 {
		var rs []*workshop.Response
		units, about := 1+rnd.IntN(4), 1+rnd.IntN(4)
		for range 5 + rnd.IntN(40) {
			r := draw(t, rnd, "r", []string{"report", "peer"}[rnd.IntN(2)], fmt.Sprint("u", rnd.IntN(units)), fmt.Sprint("m", rnd.IntN(about)))
			for id, a := range r.Answers {
				if rnd.IntN(4) == 0 {
					a.Now = 0
				}
				r.Answers[id] = a
			}
			rs = append(rs, r)
		}
		res := of(t, closed("r", "2026-11-01"), rs)
		for i, item := range res.Questionnaire.Items {
			pieces := map[string]int{}
			for _, r := range rs {
				if r.Answers[item.ID].Now == 0 {
					continue
				}
				var where strings.Builder
				if res.Others.Items[i].Now != nil {
					where.WriteString("all ")
				}
				for _, g := range res.Groups {
					of := map[By]string{ByKind: r.By, ByUnit: r.Unit, ByManager: r.About}[g.By]
					if g.Items[i].Now != nil {
						shown++
						fmt.Fprintf(&where, "%s:%v ", g.By, of == g.Name)
					}
				}
				pieces[where.String()]++
			}
			for where, n := range pieces {
				if where != "" && n < UsualGroup {
					t.Fatalf("the answers of %d people to %s can be told by adding and subtracting %s", n, item.ID, where)
				}
			}
		}
	}
	if shown == 0 {
		t.Fatal("nothing was ever shown, so nothing was tried")
	}
}

// TestAttackerWithTwoRounds has the results of two rounds that differ by one
// response, and all that the second gives out.
func TestAttackerWithTwoRounds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 1))
	first, second := closed("r1", "2026-08-01"), closed("r2", "2026-11-01")
	q := engagement(t)
	again := func(rs []*workshop.Response) []*workshop.Response {
		var out []*workshop.Response
		for _, r := range rs {
			c := *r
			c.Round = "r2"
			out = append(out, &c)
		}
		return out
	}
	six := several(t, rnd, 6, "r1", "report", "", "m")
	for name, c := range map[string]struct {
		later []*workshop.Response
		shown bool
	}{
		"one more":         {append(again(six), draw(t, rnd, "r2", "report", "", "m")), false},
		"one less":         {again(six[1:]), false},
		"one other answer": {append(again(six[1:]), draw(t, rnd, "r2", "report", "", "m")), false},
		"the same":         {again(six), true},
		"all anew":         {several(t, rnd, 7, "r2", "report", "", "m"), true},
	} {
		res, err := compute(second, []*workshop.Round{first, second}, append(six[:6:6], c.later...), q, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := shows(&res.Others); got != c.shown || got != (res.Withheld == "") {
			t.Errorf("%s: shown is %v, %q", name, got, res.Withheld)
		}
	}
}

// TestHiddenHasNoNumbers looks at what the command line prints.
func TestHiddenHasNoNumbers(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 1))
	res := of(t, closed("r", "2026-11-01"), several(t, rnd, 4, "r", "report", "Night", "m"))
	out, err := json.Marshal(res.Report())
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"mean", "median", "sd_now", "r_wg", "dots", "gap\"", "agreement"} {
		if strings.Contains(string(out), key) {
			t.Errorf("%s stands in %s", key, out)
		}
	}
}

func TestSelfIsProtectedForOthers(t *testing.T) {
	rnd := rand.New(rand.NewPCG(8, 1))
	r := closed("r", "2026-11-01")
	rs := several(t, rnd, 4, "r", BySelf, "", "m")
	open := of(t, r, rs)
	safe, err := compute(r, []*workshop.Round{r}, rs, engagement(t), Options{ProtectSelf: true})
	if err != nil {
		t.Fatal(err)
	}
	if !shows(&open.Self) || shows(&safe.Self) || safe.Self.N != 4 {
		t.Error("four leaders' own answers are for the facilitator alone")
	}
}

func BenchmarkResult500(b *testing.B) {
	rnd := rand.New(rand.NewPCG(9, 1))
	var rs []*workshop.Response
	for i := range 500 {
		rs = append(rs, draw(b, rnd, "r", []string{"report", "peer"}[i%2], fmt.Sprint("u", i%12), fmt.Sprint("m", i%20)))
	}
	for i, r := range rs { // every statement was answered by others
		r.Answers[engagement(b).Items[i%20].ID] = workshop.Answer{}
	}
	r := closed("r", "2026-11-01")
	b.ReportAllocs()
	for b.Loop() {
		of(b, r, rs)
	}
}

package assess

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"nemawashi.app/workshop"
)

// equations are the sums over people that somebody has who reads all that is
// given out of one statement: one row for each group of each round.
func equations(t *testing.T, rounds []*workshop.Round, rs []*workshop.Response, people map[*workshop.Response]int, item string, count int) [][]bool {
	t.Helper()
	var out [][]bool
	for _, r := range rounds {
		res, err := compute(r, rounds, rs, engagement(t), Options{ProtectSelf: true})
		if err != nil {
			t.Fatal(err)
		}
		row := func(b *Block, in func(*workshop.Response) bool) {
			if b.Item(item).Now == nil {
				return
			}
			members := make([]bool, count)
			for x, p := range people {
				if x.Round == r.ID && x.Answers[item].Now > 0 && in(x) {
					members[p] = true
				}
			}
			out = append(out, members)
		}
		row(&res.Others, func(*workshop.Response) bool { return true })
		for i := range res.Groups {
			g := &res.Groups[i]
			row(&g.Block, func(x *workshop.Response) bool {
				return map[By]string{ByKind: x.By, ByUnit: x.Unit, ByManager: x.About}[g.By] == g.Name
			})
		}
	}
	return out
}

// solves says whether adding and subtracting rows leaves something that is
// about these people alone. It works in fractions and knows nothing of how the
// protection is made.
func solves(rows [][]bool, about map[int]bool) bool {
	rank := func(skip bool) int {
		var m [][]*big.Rat
		for _, r := range rows {
			var line []*big.Rat
			for p, in := range r {
				if skip && about[p] {
					continue
				}
				v := new(big.Rat)
				if in {
					v.SetInt64(1)
				}
				line = append(line, v)
			}
			m = append(m, line)
		}
		n := 0
		for col := 0; len(m) > 0 && col < len(m[0]); col++ {
			at := -1
			for i := n; i < len(m); i++ {
				if m[i][col].Sign() != 0 {
					at = i
					break
				}
			}
			if at < 0 {
				continue
			}
			m[n], m[at] = m[at], m[n]
			for i := n + 1; i < len(m); i++ {
				f := new(big.Rat).Quo(m[i][col], m[n][col])
				for c := col; c < len(m[i]); c++ {
					m[i][c] = new(big.Rat).Sub(m[i][c], new(big.Rat).Mul(f, m[n][c]))
				}
			}
			n++
		}
		return n
	}
	return len(rows) > 0 && rank(false) > rank(true)
}

// TestAttackerWithSeveralRounds has all that is given out of two or three
// rounds, in which most answers are the same word for word, and tries to get at
// the answers of one or two people by adding and subtracting.
func TestAttackerWithSeveralRounds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 4))
	seen := 0
	for range 25 {
		rounds := []*workshop.Round{closed("r1", "2026-03-01"), closed("r2", "2026-08-01"), closed("r3", "2026-11-01")}[:2+rnd.IntN(2)]
		for _, r := range rounds {
			r.MinGroup = 3
		}
		people, count := map[*workshop.Response]int{}, 0
		var rs []*workshop.Response
		join := func(x *workshop.Response, p int) {
			people[x] = p
			rs = append(rs, x)
		}
		units := 1 + rnd.IntN(3)
		for range 6 + rnd.IntN(8) {
			first := draw(t, rnd, "r1", []string{"report", "peer"}[rnd.IntN(2)], fmt.Sprint("u", rnd.IntN(units)), "")
			if a := first.Answers["L1"]; rnd.IntN(4) == 0 {
				a.Now = 0
				first.Answers["L1"] = a
			}
			join(first, count)
			for _, r := range rounds[1:] {
				if rnd.IntN(8) == 0 {
					continue // somebody left
				}
				again := *first
				again.Round = r.ID
				join(&again, count)
			}
			count++
		}
		for range rnd.IntN(5) { // somebody came
			join(draw(t, rnd, rounds[1].ID, "report", fmt.Sprint("u", rnd.IntN(units)), ""), count)
			count++
		}
		for _, item := range []string{"L1", "P2"} {
			rows := equations(t, rounds, rs, people, item, count)
			seen += len(rows)
			for p := range count {
				for other := p; other < count; other++ {
					if solves(rows, map[int]bool{p: true, other: true}) {
						t.Fatalf("%s: the answers of %d and %d can be told from %d sums of %d rounds", item, p, other, len(rows), len(rounds))
					}
				}
			}
		}
	}
	if seen < 40 {
		t.Fatalf("only %d sums were shown, so little was tried", seen)
	}
}

// TestTheOrderOfClosingTellsNothing: whichever of two rounds that differ by one
// answer is closed first, its results were shown once; the other stays hidden
// for good.
func TestTheOrderOfClosingTellsNothing(t *testing.T) {
	rnd := rand.New(rand.NewPCG(12, 4))
	r1, r2 := closed("r1", "2026-03-01"), closed("r2", "2026-08-01")
	six := several(t, rnd, 6, "r1", "report", "", "")
	rs := append([]*workshop.Response(nil), six...)
	for _, r := range six {
		c := *r
		c.Round = "r2"
		rs = append(rs, &c)
	}
	rs = append(rs, draw(t, rnd, "r2", "report", "", ""))
	for _, late := range []*workshop.Round{r1, r2} {
		late.Status = workshop.RoundOpen
		early := r1
		if late == r1 {
			early = r2
		}
		show := func(r *workshop.Round) bool {
			res, err := compute(r, []*workshop.Round{r1, r2}, rs, engagement(t), Options{})
			if err != nil {
				t.Fatal(err)
			}
			return shows(&res.Others)
		}
		if !show(early) {
			t.Fatal("one round alone tells nothing")
		}
		late.Status = workshop.RoundClosed
		if show(late) {
			t.Errorf("%s shows what it differs by from %s, which was read before", late.ID, early.ID)
		}
	}
}

// TestOneStatementMoreThanBefore: five came, but only one of them answered L1.
func TestOneStatementMoreThanBefore(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 4))
	r1, r2 := closed("r1", "2026-03-01"), closed("r2", "2026-08-01")
	six := several(t, rnd, 6, "r1", "report", "", "")
	rs := append([]*workshop.Response(nil), six...)
	for _, r := range six {
		c := *r
		c.Round = "r2"
		rs = append(rs, &c)
	}
	for i := range 5 {
		r := draw(t, rnd, "r2", "report", "", "")
		if i > 0 {
			r.Answers["L1"] = workshop.Answer{Needed: 4}
		}
		rs = append(rs, r)
	}
	res, err := compute(r2, []*workshop.Round{r1, r2}, rs, engagement(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if res.Others.Item("L1").Now != nil || res.Others.Item("L1").Needed == nil || res.Others.Item("L2").Now == nil {
		t.Errorf("L1 %+v, L2 %+v", res.Others.Item("L1"), res.Others.Item("L2"))
	}
}

// TestLeadersAreKeptApartToo: for others than the facilitator.
func TestLeadersAreKeptApartToo(t *testing.T) {
	rnd := rand.New(rand.NewPCG(14, 4))
	r1, r2 := closed("r1", "2026-03-01"), closed("r2", "2026-08-01")
	six := several(t, rnd, 6, "r1", BySelf, "", "")
	rs := append([]*workshop.Response(nil), six...)
	for _, r := range six {
		c := *r
		c.Round = "r2"
		rs = append(rs, &c)
	}
	rs = append(rs, draw(t, rnd, "r2", BySelf, "", ""))
	for _, protect := range []bool{true, false} {
		res, err := compute(r2, []*workshop.Round{r1, r2}, rs, engagement(t), Options{ProtectSelf: protect})
		if err != nil {
			t.Fatal(err)
		}
		if shows(&res.Self) == protect {
			t.Errorf("protected %v: shown is %v", protect, !protect)
		}
	}
	r1.Status = workshop.RoundOpen
	if res, err := compute(r1, []*workshop.Round{r1}, rs, engagement(t), Options{ProtectSelf: true}); err != nil || shows(&res.Self) {
		t.Errorf("an open round is looked at twice: %v", err)
	}
}

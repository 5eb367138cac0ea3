package assess

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"nemawashi.app/workshop"
)

// worked is what testdata/figures.py worked out of one table of answers.
type worked struct {
	Name   string
	Rows   [][]int
	Items  []aggregate
	Pooled aggregate
	RWGJ   *float64
}

type aggregate struct {
	N            int
	Mean, Median float64
	SD, RWG      *float64
	Min, Max     int
	Dots         []int
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-12*max(1, math.Abs(b)) }

func (a aggregate) compare(t *testing.T, what string, c *Cell, single bool) {
	t.Helper()
	if a.N == 0 {
		if c.Now != nil || !c.Hidden && c.Needed == nil || c.RWG != nil {
			t.Errorf("%s: figures of no answers: %+v", what, c)
		}
		return
	}
	s := c.Now
	if s == nil {
		t.Errorf("%s: no figures", what)
		return
	}
	if s.N != a.N || !near(s.Mean, a.Mean) || !near(s.Median, a.Median) || s.Min != a.Min || s.Max != a.Max || !slices.Equal(s.Dots[:], a.Dots) {
		t.Errorf("%s: got %+v, want %+v", what, *s, a)
	}
	if s.HasSD() != (a.SD != nil) || a.SD != nil && !near(s.SD, *a.SD) {
		t.Errorf("%s: deviation %v, want %v", what, s.SD, a.SD)
	}
	if !single {
		return
	}
	if (c.RWG != nil) != (a.RWG != nil) || a.RWG != nil && !near(*c.RWG, *a.RWG) {
		t.Errorf("%s: r_wg %v, want %v", what, c.RWG, a.RWG)
	}
}

func TestAggregatesAgreeWithAnotherProgram(t *testing.T) {
	data, err := os.ReadFile("testdata/figures.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []worked
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) < 40 {
		t.Fatalf("only %d cases", len(all))
	}
	q := engagement(t)
	for _, f := range all {
		t.Run(f.Name, func(t *testing.T) {
			var rs []*workshop.Response
			for _, row := range f.Rows {
				r := &workshop.Response{Round: "r", By: BySelf, Answers: map[string]workshop.Answer{}}
				for i, level := range row {
					r.Answers[q.Items[i].ID] = workshop.Answer{Now: level}
				}
				rs = append(rs, r)
			}
			res := of(t, &workshop.Round{Base: workshop.Base{ID: "r"}}, rs)
			for i, want := range f.Items {
				want.compare(t, q.Items[i].ID, &res.Self.Items[i], true)
			}
			l := res.Self.Aspect("L")
			f.Pooled.compare(t, "aspect", l, false)
			if (l.RWG != nil) != (f.RWGJ != nil) || f.RWGJ != nil && !near(*l.RWG, *f.RWGJ) {
				t.Errorf("r_wg(J) %v, want %v", l.RWG, f.RWGJ)
			}
		})
	}
}

// TestKnownVariances holds the indices against what the literature says of a
// scale of five levels: the uniform null is 2, the largest variance there can
// be (half on either end) is 4 (Lindell and Brandt, "Assessing interrater
// agreement on the job relevance of a test", Journal of Applied Psychology 84,
// 1999), where r_wg before truncation would be -1.
func TestKnownVariances(t *testing.T) {
	if uniform != 2 {
		t.Errorf("the uniform null is %v", uniform)
	}
	half := SpreadOf([Levels]int{500000, 0, 0, 0, 500000})
	if math.Abs(half.Variance()-4) > 1e-5 || RWG(half.Variance()) != 0 || 1-half.Variance()/uniform > -0.999 {
		t.Errorf("half on either end: variance %v, index %v", half.Variance(), RWG(half.Variance()))
	}
	each := SpreadOf([Levels]int{200000, 200000, 200000, 200000, 200000})
	if math.Abs(each.Variance()-2) > 1e-4 || RWG(each.Variance()) > 1e-4 {
		t.Errorf("uniform answers: variance %v", each.Variance())
	}
}

// TestPublishedAgreement holds the indices against figures that were published
// of published data. The answers in testdata/published.json are those of the R
// package multilevel (P. D. Bliese), as numbers of answers at each level:
//
//   - relig: item RELIG of bhr2000, its first six groups. Their r_wg is what
//     Bliese, "Multilevel Modeling in R", prints of the function rwg.
//   - lead06: item LEAD06 of lq2002, 49 companies. What is known of their r_wg
//     with the uniform null stands in the vignette of the R package WGA (J.
//     LeBreton): a mean of .51, 59 % above .51, .72 at the 90th percentile, none
//     out of range, and .50 from the pooled variance.
//   - scale: the eleven items AF06 to AS28 of bhr2000, its first ten groups. Of
//     r_wg(J) no printed figure of given data was found; these were worked out in
//     Python by the formula of the package's function rwg.j, with q the mean
//     sample variance of the items over 2: 11(1-q) / (11(1-q) + q).
func TestPublishedAgreement(t *testing.T) {
	data, err := os.ReadFile("testdata/published.json")
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Relig []struct {
			Dots [Levels]int
			RWG  float64
		}
		Scale []struct {
			Dots [][Levels]int
			RWGJ float64
		}
		Lead06 [][Levels]int
	}
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	if len(p.Relig) != 6 || len(p.Scale) != 10 || len(p.Lead06) != 49 {
		t.Fatalf("%d, %d and %d groups", len(p.Relig), len(p.Scale), len(p.Lead06))
	}
	for i, c := range p.Relig {
		if got := RWG(SpreadOf(c.Dots).Variance()); math.Abs(got-c.RWG) > 5e-9 {
			t.Errorf("RELIG, group %d: r_wg %.8f, published %.8f", i+1, got, c.RWG)
		}
	}
	for i, c := range p.Scale {
		var variances []float64
		for _, dots := range c.Dots {
			variances = append(variances, SpreadOf(dots).Variance())
		}
		if got := RWGJ(variances); !near(got, c.RWGJ) {
			t.Errorf("scale, group %d: r_wg(J) %v, want %v", i+1, got, c.RWGJ)
		}
	}
	var all []float64
	sum, above, squares, free := 0.0, 0, 0.0, 0
	for _, dots := range p.Lead06 {
		s := SpreadOf(dots)
		index := RWG(s.Variance())
		if index == 0 {
			t.Error("one is out of range")
		}
		if index > 0.51 {
			above++
		}
		all, sum = append(all, index), sum+index
		squares, free = squares+s.Variance()*float64(s.N-1), free+s.N-1
	}
	slices.Sort(all)
	at := 0.9 * float64(len(all)-1) // between two groups, as R's quantile
	low := int(at)
	ninetieth := all[low] + (at-float64(low))*(all[low+1]-all[low])
	for what, c := range map[string][2]float64{"mean": {sum / 49, 0.51}, "share above .51": {float64(above) / 49, 0.59}, "90th percentile": {ninetieth, 0.72}, "pooled": {RWG(squares / float64(free)), 0.50}} {
		if math.Abs(c[0]-c[1]) > 0.005 {
			t.Errorf("LEAD06, %s: %.4f, published %.2f", what, c[0], c[1])
		}
	}
}

// TestSeveralStatementsStepUp: James, Demaree and Wolf (1984) get r_wg(J) from
// r_wg by the Spearman-Brown formula, J·r / (1 + (J-1)·r), of statements that
// have the same variance.
func TestSeveralStatementsStepUp(t *testing.T) {
	for j := 1; j <= 20; j++ {
		for _, variance := range []float64{0, 0.3, 0.6, 1, 1.4, 1.9} {
			r, equal := RWG(variance), make([]float64, j)
			for i := range equal {
				equal[i] = variance
			}
			if want := float64(j) * r / (1 + float64(j-1)*r); !near(RWGJ(equal), want) {
				t.Errorf("%d statements of variance %v: %v, want %v", j, variance, RWGJ(equal), want)
			}
		}
	}
	if RWGJ([]float64{3, 2.5}) != 0 || RWGJ(nil) != 0 {
		t.Error("beyond the null, or of nothing, there is no agreement")
	}
}

func TestWords(t *testing.T) {
	for index, want := range map[float64]Agreement{1: Agree, 0.70: Agree, 0.699: Mixed, 0.31: Mixed, 0.3001: Mixed, 0.30: Split, 0: Split} {
		if got := AgreementOf(index); got != want {
			t.Errorf("%v is %s, want %s", index, got, want)
		}
	}
	// In binary both are a hair off their limit, on the wrong side.
	for variance, want := range map[float64]Agreement{0.6: Agree, 1.4: Split} {
		if got := AgreementOf(RWG(variance)); got != want {
			t.Errorf("variance %v is %s, want %s", variance, got, want)
		}
	}
}

package assess

import (
	"cmp"
	"slices"

	"nemawashi.app/workshop"
)

// Trend is how a round stands beside the one before it. Two rounds are compared
// only where the same people answered both times, or where at least the smallest
// group of the larger limit did each time: else a change of who answered would
// be read as a change of what they do.
type Trend struct {
	Before workshop.ID
	Title  string
	Date   workshop.Date
	Of     string // BySelf or "others": whose answers are compared
	// SamePeople is how many leaders are compared with themselves, 0 where group
	// is compared with group.
	SamePeople int
	Why        string // why nothing is compared, "" where something is
	Items      []Step
	Aspects    []Step
	Roles      []Step
}

// Step is how the mean of now has moved from one round to the next.
type Step struct {
	ID              string
	NBefore, N      int
	Before, After   float64
	Change          float64
	NeededBefore    *float64
	AgreementBefore Agreement
}

// Item finds the step of a statement, nil where it is not compared.
func (t *Trend) Item(id string) *Step {
	if t == nil {
		return nil
	}
	if i := slices.IndexFunc(t.Items, func(s Step) bool { return s.ID == id }); i >= 0 {
		return &t.Items[i]
	}
	return nil
}

// Why a trend has nothing to compare.
const (
	TooFewTwice = "Too few people answered both times, and too few answered each time, for the two rounds to be compared."
	NotShown    = "One of the two rounds shows too little to be compared."
)

// Previous is the closed round with the same statements that was held last
// before another one; nil when there is none.
func Previous(w *workshop.Workshop, round workshop.ID) *workshop.Round {
	r := workshop.Find[workshop.Round](w, round)
	if r == nil {
		return nil
	}
	var out *workshop.Round
	for _, e := range workshop.All[workshop.Round](w) {
		same := e.Questionnaire == r.Questionnaire && e.QuestionnaireVersion == r.QuestionnaireVersion
		if e.ID != r.ID && e.Closed() && same && order(e, r) < 0 && (out == nil || order(out, e) < 0) {
			out = e
		}
	}
	return out
}

func order(a, b *workshop.Round) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
}

// TrendOf compares what a round shows first ([Result.Main]) with the round before
// it; nil when there is none. What either round hides is not compared.
func TrendOf(w *workshop.Workshop, round workshop.ID, q *Questionnaire, o Options) (*Trend, error) {
	before := Previous(w, round)
	if before == nil {
		return nil, nil
	}
	late, err := Of(w, round, q, o)
	if err != nil {
		return nil, err
	}
	early, err := Of(w, before.ID, q, o)
	if err != nil {
		return nil, err
	}
	t := &Trend{Before: before.ID, Title: before.Title, Date: before.Date, Of: "others"}
	a, b := &early.Others, &late.Others
	least := max(early.Least, late.Least)
	if late.Main() == &late.Self {
		t.Of = BySelf
		a, b = &early.Self, &late.Self
		if o.ProtectSelf {
			// Only what is shown of each round: those who answered both times are a
			// group of their own, and what is left of either round would be another.
		} else if same := samePeople(w, before.ID, round, least); same != nil {
			t.SamePeople = len(same)
			a, b, least = ownOf(w, before.ID, q, same), ownOf(w, round, q, same), 1
		}
	}
	t.Items = steps(a.Items, b.Items, least)
	t.Aspects = steps(a.Aspects, b.Aspects, least)
	t.Roles = steps(a.Roles, b.Roles, least)
	switch {
	case len(t.Items) > 0:
	case t.Of == BySelf && !o.ProtectSelf:
		t.Why = TooFewTwice
	default:
		t.Why = NotShown
	}
	return t, nil
}

// WithTrend works out a round, and how it stands beside the one before.
func WithTrend(w *workshop.Workshop, round workshop.ID, q *Questionnaire, o Options) (*Result, error) {
	r, err := Of(w, round, q, o)
	if err == nil {
		r.Trend, err = TrendOf(w, round, q, o)
	}
	return r, err
}

// steps compares two rounds cell by cell: only what both show, of at least so
// many people each.
func steps(before, after []Cell, least int) []Step {
	var out []Step
	for _, a := range after {
		b := find(before, a.ID)
		if b == nil || b.Now == nil || a.Now == nil || b.N < least || a.N < least {
			continue
		}
		s := Step{ID: a.ID, NBefore: b.N, N: a.N, Before: b.Now.Mean, After: a.Now.Mean, Change: a.Now.Mean - b.Now.Mean, AgreementBefore: b.Word}
		if b.Needed != nil {
			s.NeededBefore = &b.Needed.Mean
		}
		out = append(out, s)
	}
	return out
}

// samePeople are the leaders who rated themselves in both rounds, where they
// are all of both or at least so many; nil else, and where it is not known who
// answered.
func samePeople(w *workshop.Workshop, before, after workshop.ID, least int) map[string]bool {
	first, second := leaders(w, before), leaders(w, after)
	both := map[string]bool{}
	for about := range first {
		if second[about] {
			both[about] = true
		}
	}
	if all := len(both) == len(first) && len(both) == len(second); len(both) == 0 || len(both) < least && !all {
		return nil
	}
	return both
}

func leaders(w *workshop.Workshop, round workshop.ID) map[string]bool {
	out := map[string]bool{}
	for _, r := range workshop.All[workshop.Response](w) {
		if r.Round == round && r.By == BySelf && r.About != "" {
			out[r.About] = true
		}
	}
	return out
}

// ownOf is what some leaders' own answers add up to.
func ownOf(w *workshop.Workshop, round workshop.ID, q *Questionnaire, of map[string]bool) *Block {
	a := tabulate(q, selected(workshop.All[workshop.Response](w), round, func(x *workshop.Response) bool { return x.By == BySelf && of[x.About] }))
	return &newSide(a, 1, [][]int{everybody(len(a.levels))}).blocks(q, nil)[0]
}

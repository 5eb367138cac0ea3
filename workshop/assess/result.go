package assess

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"nemawashi.app/workshop"
)

// Cell is what one statement, aspect or role adds up to for one group. Figures
// that are nil may not be shown or do not exist; a cell of which nothing may be
// shown is Hidden.
type Cell struct {
	ID     string
	N      int // how many answered, also where it is hidden
	Hidden bool
	Now    *Spread
	Needed *Spread
	Gap    *float64 // mean needed minus mean now
	RWG    *float64 // of now: r_wg of a statement, r_wg(J) of an aspect or role
	Word   Agreement
}

// Block is the results of one group of respondents.
type Block struct {
	N       int
	Items   []Cell
	Aspects []Cell
	Roles   []Cell
}

// Item finds the cell of a statement.
func (b *Block) Item(id string) *Cell { return find(b.Items, id) }

// Aspect finds the cell of an aspect.
func (b *Block) Aspect(id string) *Cell { return find(b.Aspects, id) }

// Role finds the cell of a role.
func (b *Block) Role(id string) *Cell { return find(b.Roles, id) }

func find(cells []Cell, id string) *Cell {
	if i := slices.IndexFunc(cells, func(c Cell) bool { return c.ID == id }); i >= 0 {
		return &cells[i]
	}
	return nil
}

// By says by what the answers of others are divided into groups.
type By string

// The divisions.
const (
	ByKind    By = "kind"    // direct reports, peers
	ByUnit    By = "unit"    // the unit that stands in the response
	ByManager By = "manager" // whom the response is about
)

// Group is the answers of some of the others.
type Group struct {
	By   By
	Name string
	Block
}

// Result is what a round adds up to.
type Result struct {
	Round         workshop.ID
	Title         string
	Date          workshop.Date
	Questionnaire *Questionnaire
	Least         int    // the smallest group that is shown
	Closed        bool   // answers of others are shown of closed rounds only
	Protected     bool   // the leaders' own answers are protected like those of others
	Withheld      string // why nothing of the others is shown, "" where something is
	Facilitators  int    // responses by a facilitator, which enter no figure
	Self          Block
	Others        Block
	Groups        []Group // of the others, the largest first in each division
	Trend         *Trend  // beside the round before; see [WithTrend]
}

// Main is the block that results begin with: the leaders' own answers, or,
// where nobody rated themselves, those of others.
func (r *Result) Main() *Block {
	if r.Self.N > 0 {
		return &r.Self
	}
	return &r.Others
}

// Options choose how a round is worked out.
type Options struct {
	// ProtectSelf treats the leaders' own answers like those of others: for
	// everybody but the facilitator, to whom the leaders gave them by name.
	ProtectSelf bool
}

// ErrNoQuestionnaire is returned for a round whose questionnaire is not known
// here.
var ErrNoQuestionnaire = errors.New("the questionnaire of this round is not here")

// Of works out one round of a workshop. Its other closed rounds are looked at
// too: what two rounds differ by must not be the answers of a few.
func Of(w *workshop.Workshop, round workshop.ID, q *Questionnaire, o Options) (*Result, error) {
	r := workshop.Find[workshop.Round](w, round)
	if r == nil {
		return nil, fmt.Errorf("round %s: %w", round, workshop.ErrNotFound)
	}
	return compute(r, workshop.All[workshop.Round](w), workshop.All[workshop.Response](w), q, o)
}

func compute(r *workshop.Round, rounds []*workshop.Round, responses []*workshop.Response, q *Questionnaire, o Options) (*Result, error) {
	if q == nil || r.Questionnaire != "" && r.Questionnaire != q.ID {
		return nil, ErrNoQuestionnaire
	}
	out := &Result{Round: r.ID, Title: r.Title, Date: r.Date, Questionnaire: q, Least: Least(r), Closed: r.Closed(), Protected: o.ProtectSelf}
	for _, x := range responses {
		if x.Round == r.ID && !x.Protected() && x.By != BySelf {
			out.Facilitators++
		}
	}
	out.selves(r, rounds, responses, o)
	out.theirs(r, rounds, responses)
	return out, nil
}

// selves works out the leaders' own answers.
func (r *Result) selves(round *workshop.Round, rounds []*workshop.Round, responses []*workshop.Response, o Options) {
	own := func(least int) func(*workshop.Round) *side {
		return func(e *workshop.Round) *side {
			a := tabulate(r.Questionnaire, selected(responses, e.ID, func(x *workshop.Response) bool { return x.By == BySelf }))
			return newSide(a, least, [][]int{everybody(len(a.levels))})
		}
	}
	if !o.ProtectSelf {
		r.Self = own(1)(round).blocks(r.Questionnaire, nil)[0]
		return
	}
	least := r.Least
	if !r.Closed {
		least = never // two looks could differ by one leader's answers
	}
	mine := own(least)(round)
	r.Self = mine.blocks(r.Questionnaire, apart(least, mine, closedSides(round, rounds, func(e *workshop.Round) *side { return own(Least(e))(e) })))[0]
}

// theirs works out the answers of others, as a whole and in groups.
func (r *Result) theirs(round *workshop.Round, rounds []*workshop.Round, responses []*workshop.Response) {
	others := func(e *workshop.Round, least int) (*side, []name) {
		a := tabulate(r.Questionnaire, selected(responses, e.ID, (*workshop.Response).Protected))
		names, sets := a.divide()
		return newSide(a, least, sets), names
	}
	least := r.Least
	if !r.Closed {
		least = never
	}
	mine, names := others(round, least)
	var near *between
	if r.Closed {
		near = apart(least, mine, closedSides(round, rounds, func(e *workshop.Round) *side {
			s, _ := others(e, Least(e))
			return s
		}))
	}
	blocks := mine.blocks(r.Questionnaire, near)
	r.Others = blocks[0]
	for i, n := range names {
		r.Groups = append(r.Groups, Group{By: n.by, Name: n.name, Block: blocks[i+1]})
	}
	switch {
	case r.Others.N == 0:
	case !r.Closed:
		r.Withheld = "The answers of others appear when the round is closed: until then, two looks could differ by one answer."
	case r.Others.N < r.Least:
		r.Withheld = fmt.Sprintf("The answers of others appear from %d people on.", r.Least)
	case near != nil && !r.Others.Shows():
		r.Withheld = "The answers of others are nearly the same as in another round: the difference would be about too few people."
	}
}

// selected are the responses of a round that are of a kind.
func selected(responses []*workshop.Response, round workshop.ID, is func(*workshop.Response) bool) []*workshop.Response {
	var out []*workshop.Response
	for _, x := range responses {
		if x.Round == round && is(x) {
			out = append(out, x)
		}
	}
	return out
}

// never is a size that no group reaches.
const never = math.MaxInt

func everybody(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// name is what a group is called.
type name struct {
	by   By
	name string
}

// divide puts the respondents into groups: all, then those of every division.
// The order decides who is shown where not all can be: larger groups first.
func (a *answers) divide() ([]name, [][]int) {
	members := map[name][]int{}
	for i, x := range a.from {
		for _, n := range [...]name{{ByKind, x.By}, {ByUnit, x.Unit}, {ByManager, x.About}} {
			if n.name != "" {
				members[n] = append(members[n], i)
			}
		}
	}
	names := make([]name, 0, len(members))
	for n := range members {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b name) int {
		return cmp.Or(cmp.Compare(len(members[b]), len(members[a])), cmp.Compare(a.by, b.by), cmp.Compare(a.name, b.name))
	})
	sets := [][]int{everybody(len(a.from))}
	for _, n := range names {
		sets = append(sets, members[n])
	}
	return names, sets
}

// blocks works out the groups of a side, each cell of each shown only where all
// that is shown together protects the smallest group.
func (s *side) blocks(q *Questionnaire, near *between) []Block {
	cells := len(q.Items) * fields
	shown := make([][]bool, cells)
	for c := range shown {
		answered := s.answered(c)
		shown[c] = near.filter(s, c, answered, s.guard.release(answered))
	}
	out := make([]Block, len(s.sets))
	spreads := make([]Spread, len(s.sets)*cells)
	for k, set := range s.sets {
		out[k] = Block{N: len(set), Items: make([]Cell, len(q.Items))}
		dots := s.dots(set, cells)
		for i := range q.Items {
			c := &out[k].Items[i]
			c.ID = q.Items[i].ID
			for _, n := range dots[i*fields+now] {
				c.N += n
			}
			if shown[i*fields+now][k] {
				c.Now = spreads[k*cells+i*fields+now].of(dots[i*fields+now])
			}
			if shown[i*fields+needed][k] {
				c.Needed = spreads[k*cells+i*fields+needed].of(dots[i*fields+needed])
			}
		}
		out[k].finish(q)
	}
	return out
}

// finish works out what follows from the statements that may be shown. Aspects
// and roles are made of these alone: a hidden statement could be told from a
// sum that had it in.
func (b *Block) finish(q *Questionnaire) {
	for i := range b.Items {
		c := &b.Items[i]
		if c.Now != nil && c.Now.HasSD() {
			index := RWG(c.Now.Variance())
			c.RWG, c.Word = &index, AgreementOf(index)
		}
		c.settle()
	}
	for _, a := range q.Aspects {
		b.Aspects = append(b.Aspects, b.pool(a.ID, q, func(i Item) bool { return i.Aspect == a.ID }))
	}
	for _, r := range q.Roles {
		b.Roles = append(b.Roles, b.pool(r.ID, q, func(i Item) bool { return i.Role == r.ID }))
	}
}

func (c *Cell) settle() {
	if c.Now != nil && c.Needed != nil {
		gap := c.Needed.Mean - c.Now.Mean
		c.Gap = &gap
	}
	c.Hidden = c.Now == nil && c.Needed == nil
}

// pool puts the answers to several statements together. N is the most that any
// of them has: a respondent counts once.
func (b *Block) pool(id string, q *Questionnaire, in func(Item) bool) Cell {
	c := Cell{ID: id}
	var dotsNow, dotsNeeded [Levels]int
	var variances []float64
	for i, item := range q.Items {
		if !in(item) {
			continue
		}
		cell := &b.Items[i]
		c.N = max(c.N, cell.N)
		if cell.Now != nil {
			add(&dotsNow, cell.Now.Dots)
			if cell.Now.HasSD() {
				variances = append(variances, cell.Now.Variance())
			}
		}
		if cell.Needed != nil {
			add(&dotsNeeded, cell.Needed.Dots)
		}
	}
	c.Now, c.Needed = SpreadOf(dotsNow), SpreadOf(dotsNeeded)
	if len(variances) > 0 {
		index := RWGJ(variances)
		c.RWG, c.Word = &index, AgreementOf(index)
	}
	c.settle()
	return c
}

func add(sum *[Levels]int, dots [Levels]int) {
	for i, k := range dots {
		sum[i] += k
	}
}

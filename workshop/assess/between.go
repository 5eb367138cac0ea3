package assess

import (
	"strings"

	"nemawashi.app/workshop"
)

// between keeps the results of several rounds apart. Whoever has those of two
// rounds can subtract one from the other: when most answers are the same, word
// for word, what is left is about the few that are not. That is so of the rounds
// as a whole, of their groups, and of every single statement.
//
// What can be reached by adding and subtracting is every combination of the
// sums that are shown. A combination tells of fewer people than the smallest
// group only if it vanishes on every piece (of the people of all rounds, cut by
// all groups in sight) that is at least that large. So a group is shown only
// while no combination vanishes on the large pieces but not on the small ones;
// that is read off the matrix of groups and pieces by Gaussian elimination (the
// audit of linear queries: Chin and Özsoyoğlu, "Auditing and inference control
// in statistical databases", IEEE Transactions on Software Engineering 8, 1982,
// 574-582).
//
// It does not matter which round was closed first: each is held against all
// that the others show by themselves, so that no order of looking tells more.
// Rounds that have no answers in common, which is what nearly all are, cost
// nothing here.
type between struct {
	least  int
	others []*side // of the other rounds
	people []int   // of the respondents of the round in hand, among the people of all rounds
	of     [][]int // the same, by other round
	count  int     // of people
}

// side is the answers of one side (leaders, or others) of one round, and the
// groups in which they may be shown.
type side struct {
	*answers
	sets  [][]int
	guard *guard
}

func newSide(a *answers, least int, sets [][]int) *side {
	return &side{answers: a, sets: sets, guard: newGuard(least, len(a.levels), sets)}
}

// keys are the respondents' answers as texts to compare, "" for none at all. The
// second who gave the same ones is told from the first.
func (a *answers) keys() []string {
	out, seen := make([]string, len(a.levels)), map[string]int{}
	for i, l := range a.levels {
		key := string(l)
		if strings.Trim(key, "\x00") == "" {
			continue
		}
		seen[key]++
		out[i] = key + string(rune(seen[key]))
	}
	return out
}

// apart finds the other rounds that share answers with this one, or with one
// that does; nil where there are none. Sides are those of all other closed
// rounds.
func apart(least int, mine *side, sides []*side) *between {
	if len(sides) == 0 {
		return nil
	}
	b := &between{least: least}
	ids := map[string]int{}
	b.people = number(mine.keys(), ids, &b.count)
	keys := make([][]string, len(sides))
	for i, s := range sides {
		keys[i] = s.keys()
	}
	for grown := true; grown; {
		grown = false
		for i, s := range sides {
			if keys[i] == nil || !shares(keys[i], ids) {
				continue
			}
			b.others, b.of = append(b.others, s), append(b.of, number(keys[i], ids, &b.count))
			b.least = max(b.least, s.guard.least)
			keys[i], grown = nil, true
		}
	}
	if len(b.others) == 0 {
		return nil
	}
	return b
}

func shares(keys []string, ids map[string]int) bool {
	for _, k := range keys {
		if _, ok := ids[k]; ok && k != "" {
			return true
		}
	}
	return false
}

// number gives every respondent the number of a person; the same answers are
// the same person.
func number(keys []string, ids map[string]int, count *int) []int {
	out := make([]int, len(keys))
	for i, k := range keys {
		id, ok := ids[k]
		if !ok || k == "" {
			id = *count
			*count++
			if k != "" {
				ids[k] = id
			}
		}
		out[i] = id
	}
	return out
}

// filter takes those groups out of shown that would tell too much together
// with the other rounds. Cell is that of a statement; answered is 1 for those
// of the round in hand who have given an answer.
func (b *between) filter(mine *side, cell int, answered []byte, shown []bool) []bool {
	if b == nil {
		return shown
	}
	gave := make([]byte, b.count)
	copyOnto(gave, answered, b.people)
	var rows [][]bool
	row := func(set, people []int) {
		in := make([]bool, b.count)
		for _, r := range set {
			in[people[r]] = true
		}
		rows = append(rows, in)
	}
	for i, o := range b.others {
		theirs := o.answered(cell)
		copyOnto(gave, theirs, b.of[i])
		for k, ok := range o.guard.release(theirs) {
			if ok {
				row(o.sets[k], b.of[i])
			}
		}
	}
	before := len(rows)
	for k, ok := range shown {
		if ok {
			row(mine.sets[k], b.people)
		}
	}
	m := newMatrix(b.least, rows, gave)
	out, safe, at := make([]bool, len(shown)), true, before
	for i := range before {
		safe = m.take(i) && safe
	}
	for k, ok := range shown {
		if ok {
			out[k] = safe && m.take(at)
			at++
		}
	}
	return out
}

// answered is 1 for those who have given an answer in a cell.
func (a *answers) answered(cell int) []byte {
	out := make([]byte, len(a.levels))
	for r := range a.levels {
		out[r] = min(a.levels[r][cell], 1)
	}
	return out
}

func copyOnto(to, from []byte, people []int) {
	for r, p := range people {
		to[p] = max(to[p], from[r])
	}
}

// closedSides are the sides of all closed rounds but one.
func closedSides(r *workshop.Round, rounds []*workshop.Round, of func(*workshop.Round) *side) []*side {
	var out []*side
	for _, e := range rounds {
		if e.ID != r.ID && e.Closed() {
			if s := of(e); len(s.levels) > 0 {
				out = append(out, s)
			}
		}
	}
	return out
}

package workshop

import (
	"strings"
	"unicode"
)

// joining finds the card of a goal and the goal of a card while an edit is
// joined, without looking through all of them each time: a board of hundreds of
// goals may come in as one edit. What it keeps are only places to look at: each
// is compared with what the edit has made of the record before it is believed,
// and one that does not fit any more is looked at no second time.
type joining struct {
	e     *Edit
	plays bool
	last  int             // the position of the last card
	cards map[ID][]ID     // cards by the goal that they name
	loose map[string][]ID // cards by their objective
	goals map[string][]ID // goals by their title
}

func (e *Edit) joining() *joining {
	j := &joining{e: e, plays: e.plays(), cards: map[ID][]ID{}, loose: map[string][]ID{}, goals: map[string][]ID{}}
	for _, c := range e.balls() {
		j.last = max(j.last, c.Position)
		if c.Goal != "" {
			j.joined(c)
		}
		key := caseless(c.Text(cellObjective)) // also of one that has a goal: that may be deleted yet
		j.loose[key] = append(j.loose[key], c.ID)
	}
	for _, g := range e.goals() {
		key := caseless(g.Title)
		j.goals[key] = append(j.goals[key], g.ID)
	}
	return j
}

// joined notes that a card names its goal.
func (j *joining) joined(c *Card) { j.cards[c.Goal] = append(j.cards[c.Goal], c.ID) }

// freed notes that a goal's card is about another thing now.
func (j *joining) freed(goal ID) {
	if g, ok := j.e.Find(goal).(*Goal); ok {
		key := caseless(g.Title)
		j.goals[key] = append(j.goals[key], goal)
	}
}

// cardOf is the card of a goal, nil for none.
func (j *joining) cardOf(goal ID) *Card {
	id := first(j.cards, goal, func(id ID) bool {
		c := j.ball(id)
		return c != nil && c.Goal == goal
	})
	return j.ball(id)
}

// looseCard finds a card without a goal that is about the same: of a workshop from before the two were joined.
func (j *joining) looseCard(title string) *Card {
	key := caseless(title)
	id := first(j.loose, key, func(id ID) bool {
		c := j.ball(id)
		return c != nil && c.Goal == "" && caseless(c.Text(cellObjective)) == key
	})
	return j.ball(id)
}

// freeGoal finds a goal of that title that has no card, "" for none.
func (j *joining) freeGoal(title string) ID {
	key := caseless(title)
	return first(j.goals, key, func(id ID) bool {
		g, ok := j.e.Find(id).(*Goal)
		return ok && caseless(g.Title) == key && j.cardOf(id) == nil
	})
}

// ball is a card of the catchball as the edit has left it so far, nil when it is none (any more).
func (j *joining) ball(id ID) *Card {
	if c, ok := j.e.Find(id).(*Card); ok && c.Canvas == CatchballCanvas {
		return c
	}
	return nil
}

// first is the first id under the key that fits; those before it are dropped.
func first[K comparable](by map[K][]ID, key K, fits func(ID) bool) ID {
	list := by[key]
	for len(list) > 0 && !fits(list[0]) {
		list = list[1:]
	}
	by[key] = list
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// caseless is the same for words that strings.EqualFold takes for equal, without the spaces around them.
func caseless(s string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		return least
	}, strings.TrimSpace(s))
}

// goals are all goals as the edit has left them so far.
func (e *Edit) goals() []*Goal {
	var out []*Goal
	for _, g := range All[Goal](e.w) {
		if now, ok := e.Find(g.ID).(*Goal); ok {
			out = append(out, now)
		}
	}
	for _, id := range e.order {
		if d := e.drafts[id]; d.before == nil {
			if g, ok := d.after.(*Goal); ok {
				out = append(out, g)
			}
		}
	}
	return out
}

// balls are the cards of the catchball as the edit has left them so far.
func (e *Edit) balls() []*Card {
	var out []*Card
	for _, c := range All[Card](e.w) {
		if c.Canvas != CatchballCanvas && e.drafts[c.ID] == nil {
			continue
		}
		if now, ok := e.Find(c.ID).(*Card); ok && now.Canvas == CatchballCanvas {
			out = append(out, now)
		}
	}
	for _, id := range e.order {
		if d := e.drafts[id]; d.before == nil && inCatchball(d.after) {
			out = append(out, d.after.(*Card))
		}
	}
	return out
}

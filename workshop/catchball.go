package workshop

import (
	"slices"
	"strings"
)

// CatchballCanvas is the canvas on which goals are thrown to and fro in three
// rounds; templates have it under this id. Each of its cards is about one goal
// ([Card.Goal]), and each goal of a workshop that plays catchball has one card:
// what is agreed on the canvas is on the board of goals, and the other way round.
const CatchballCanvas = "catchball"

// catchballStep is the id of the step that brings the canvas.
const catchballStep = "catchball"

// positionGap leaves room between two cards, so that one moved changes no other.
const positionGap = 1000

// The cells of the catchball.
const (
	cellObjective = "objective"
	cellOwner     = "owner"
	cellMeasure   = "measure"
	cellProposed  = "proposed"
	cellAnswered  = "answered"
	cellAgreed    = "agreed" // the conditions of round 3
	cellState     = "state"
)

// pairs are the fields that a goal and its card have in common.
var pairs = []struct {
	cell string
	get  func(*Goal) string
	set  func(*Goal, string)
}{
	{cellObjective, func(g *Goal) string { return g.Title }, func(g *Goal, s string) { g.Title = s }},
	{cellOwner, func(g *Goal) string { return string(g.Owner) }, func(g *Goal, s string) { g.Owner = ID(s) }},
	{cellMeasure, func(g *Goal) string { return g.Measure }, func(g *Goal, s string) { g.Measure = s }},
	{cellProposed, func(g *Goal) string { return g.Proposed }, func(g *Goal, s string) { g.Proposed = s }},
	{cellAnswered, func(g *Goal) string { return g.Answered }, func(g *Goal, s string) { g.Answered = s }},
	{cellAgreed, func(g *Goal) string { return g.Conditions }, func(g *Goal, s string) { g.Conditions = s }},
	{cellState, (*Goal).State, (*Goal).SetState},
}

// catchball brings what the edit did to a goal to its card, and the other way
// round, as a part of the same undo step. A field that the edit has changed on
// both sides stays as the edit says. What it costs grows with what the edit
// touches and with the size of the workshop, not with both multiplied.
func (e *Edit) catchball() error {
	if e.apart() {
		return nil
	}
	j := e.joining()
	for _, id := range slices.Clone(e.order) {
		d := e.drafts[id]
		var err error
		switch d.kind {
		case KindCard:
			err = j.cardChanged(d)
		case KindGoal:
			err = j.goalChanged(d, id)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// apart says that the edit has nothing to join: it touches no card of the
// catchball, and no goal of a workshop that plays it. That is so for nearly all
// edits, and must cost them next to nothing.
func (e *Edit) apart() bool {
	goals := false
	for _, d := range e.drafts {
		if inCatchball(d.before) || inCatchball(d.after) {
			return false
		}
		goals = goals || d.kind == KindGoal
	}
	return !goals || !e.plays()
}

func inCatchball(r Record) bool {
	c, ok := r.(*Card)
	return ok && c.Canvas == CatchballCanvas
}

// cardChanged brings a card's change to its goal.
func (j *joining) cardChanged(d *draft) error {
	e := j.e
	was, _ := d.before.(*Card)
	now, ok := d.after.(*Card)
	if !ok || now.Canvas != CatchballCanvas {
		if was == nil || was.Canvas != CatchballCanvas || was.Goal == "" {
			return nil
		}
		if ok { // moved to another canvas: the goal stays, but is not this card's any more
			j.freed(was.Goal)
			now.Goal = ""
			return nil
		}
		if _, there := e.Find(was.Goal).(*Goal); there {
			return e.Delete(was.Goal)
		}
		return nil
	}
	if _, there := e.Find(now.Goal).(*Goal); !there {
		if was != nil && was.Goal != "" && e.gone(was.Goal) {
			return e.Delete(now.ID) // its goal was deleted
		}
		if title := now.Text(cellObjective); blank(title) || !e.fits(cellObjective, title) {
			return nil
		}
		now.Goal = j.goalFor(now)
		j.joined(now)
	}
	return j.speak(was, now)
}

// speak brings what a card says to its goal. Where the edit gives the goal
// words of its own, those stand; where a card that is new to its goal has none, it takes the goal's.
func (j *joining) speak(was, now *Card) error {
	e := j.e
	goal, err := Modify[Goal](e, now.Goal)
	if err != nil {
		return err
	}
	before, known := e.drafts[now.Goal].before.(*Goal)
	if !known {
		before = &Goal{}
	}
	fresh := was == nil || was.Goal != now.Goal
	said := make([]string, len(pairs)) // before the first is brought over: the state follows from others
	for i, p := range pairs {
		said[i] = p.get(goal)
	}
	for i, p := range pairs {
		words := now.Text(p.cell)
		switch {
		case words == said[i]:
		case said[i] != p.get(before), fresh && words == "":
			now.Set(p.cell, said[i])
		case (fresh || was.Text(p.cell) != words) && e.fits(p.cell, words):
			p.set(goal, words)
		}
	}
	if s := now.Text(cellState); goal.State() == GoalAnswered && (s == "" || s == GoalProposed) {
		now.Set(cellState, GoalAnswered)
	}
	return nil
}

// fits says whether a goal can have the words of a cell. Cells are checked less
// strictly than fields: what a document from elsewhere put there stays on the card alone.
func (e *Edit) fits(cell, words string) bool {
	switch cell {
	case cellOwner:
		_, person := e.Find(ID(words)).(*Person)
		return person || words == ""
	case cellObjective, cellMeasure:
		return CheckText(Normal(words), MaxText, false) == nil && (cell == cellMeasure || !blank(words))
	}
	return true
}

// gone says that the edit deletes the record.
func (e *Edit) gone(id ID) bool {
	d := e.drafts[id]
	return d != nil && d.after == nil
}

// goalFor finds the goal that a card without one is about, by its words, or makes it.
func (j *joining) goalFor(c *Card) ID {
	title := strings.TrimSpace(c.Text(cellObjective))
	if g := j.freeGoal(title); g != "" {
		return g
	}
	return j.e.Add(&Goal{Title: title})
}

// goalChanged brings a goal's change to its card.
func (j *joining) goalChanged(d *draft, id ID) error {
	goal, ok := d.after.(*Goal)
	if !ok {
		return nil // its card follows with the reference that Delete has cleared
	}
	card := j.cardOf(id)
	if card == nil {
		if card = j.looseCard(goal.Title); card != nil {
			own, err := Modify[Card](j.e, card.ID)
			if err != nil {
				return err
			}
			own.Goal = id
			j.joined(own)
			return j.speak(nil, own)
		}
		if !j.plays {
			return nil
		}
		j.last += positionGap
		card = &Card{Canvas: CatchballCanvas, Position: j.last, Goal: id}
		for _, p := range pairs {
			card.Set(p.cell, p.get(goal))
		}
		j.e.Add(card)
		j.joined(card)
		return nil
	}
	before, known := d.before.(*Goal)
	if !known {
		return nil // a card has named it in this edit, and both say the same
	}
	for _, p := range pairs {
		if now := p.get(goal); now != p.get(before) && card.Text(p.cell) != now {
			own, err := Modify[Card](j.e, card.ID)
			if err != nil {
				return err
			}
			if was, _ := j.e.drafts[card.ID].before.(*Card); was == nil || was.Text(p.cell) == own.Text(p.cell) {
				own.Set(p.cell, now)
			}
		}
	}
	return nil
}

// plays says whether the workshop plays catchball: it has the step, or has cards already.
func (e *Edit) plays() bool {
	for _, s := range All[Step](e.w) {
		if s.TemplateStep == catchballStep {
			return true
		}
	}
	return len(e.balls()) > 0
}

// Package align says how goals and actions fit together: which action serves
// which goal, which goals nothing works for, and which actions serve no goal.
//
// It promises the same answer to the board, the readout and the command line.
// It reads goals and actions of a session or of a view, and keeps nothing. It
// returns no errors: a goal below one that is not there stands on the first
// level, and goals that serve each other in a circle stand there too.
package align

import "nemawashi.app/workshop"

// Line is one goal in its place below the goal that it serves.
type Line struct {
	Goal  *workshop.Goal
	Depth int
	// Actions name this goal and are not dropped, in the order given.
	Actions []*workshop.Action
	Done    int // of Actions, done or verified
	Late    int // of Actions, overdue
	// Served says that an action serves the goal, or one of the goals below it.
	Served bool
}

// Report is how all goals and actions fit together. Goals that were dropped in
// the catchball stand in Lines, and are counted in Dropped only.
type Report struct {
	Lines                     []Line
	Goals, Agreed, Dropped    int
	Unserved                  []*workshop.Goal   // live goals that nothing works for
	Loose                     []*workshop.Action // live actions that serve no live goal
	Live                      int                // actions that are not dropped
	ProposedOnly, AnsweredYet int                // goals in round 1, and in round 2
}

// Share is the part of the live actions that serve a goal, 0 to 1; 0 of none.
func (r Report) Share() float64 {
	if r.Live == 0 {
		return 0
	}
	return float64(r.Live-len(r.Loose)) / float64(r.Live)
}

// Of puts goals and actions together.
func Of(goals []*workshop.Goal, actions []*workshop.Action, today workshop.Date) Report {
	var r Report
	known, serving := map[workshop.ID]*workshop.Goal{}, map[workshop.ID][]*workshop.Action{}
	for _, g := range goals {
		known[g.ID] = g
	}
	for _, a := range actions {
		if a.Status == workshop.ActionDropped {
			continue
		}
		r.Live++
		if g := known[a.Goal]; g == nil || g.Dropped {
			r.Loose = append(r.Loose, a)
		}
		serving[a.Goal] = append(serving[a.Goal], a)
	}
	below := map[workshop.ID][]*workshop.Goal{}
	for _, g := range goals {
		parent := g.Parent
		if known[parent] == nil || parent == g.ID {
			parent = ""
		}
		below[parent] = append(below[parent], g)
	}
	seen := map[workshop.ID]bool{}
	var walk func(list []*workshop.Goal, depth int) (served bool)
	walk = func(list []*workshop.Goal, depth int) (any bool) {
		for _, g := range list {
			if seen[g.ID] {
				continue
			}
			seen[g.ID] = true
			at := len(r.Lines)
			r.Lines = append(r.Lines, line(g, depth, serving[g.ID], today))
			under := walk(below[g.ID], depth+1)
			r.Lines[at].Served = len(r.Lines[at].Actions) > 0 || under
			any = any || r.Lines[at].Served && !g.Dropped
		}
		return any
	}
	walk(below[""], 0)
	walk(goals, 0)
	for _, l := range r.Lines {
		r.count(l)
	}
	return r
}

func line(g *workshop.Goal, depth int, actions []*workshop.Action, today workshop.Date) Line {
	l := Line{Goal: g, Depth: depth, Actions: actions}
	for _, a := range actions {
		if a.Ended() {
			l.Done++
		}
		if a.Overdue(today) {
			l.Late++
		}
	}
	return l
}

func (r *Report) count(l Line) {
	switch l.Goal.State() {
	case workshop.GoalDropped:
		r.Dropped++
		return
	case workshop.GoalAgreed:
		r.Agreed++
	case workshop.GoalAnswered:
		r.AnsweredYet++
	default:
		r.ProposedOnly++
	}
	r.Goals++
	if !l.Served {
		r.Unserved = append(r.Unserved, l.Goal)
	}
}

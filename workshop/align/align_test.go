package align

import (
	"fmt"
	"testing"

	"nemawashi.app/workshop"
)

const today workshop.Date = "2026-11-22"

func goal(id, parent string, f func(*workshop.Goal)) *workshop.Goal {
	g := &workshop.Goal{Title: id, Parent: workshop.ID(parent)}
	g.ID = workshop.ID(id)
	if f != nil {
		f(g)
	}
	return g
}

func action(id, goal, status string, due workshop.Date) *workshop.Action {
	a := &workshop.Action{Title: id, Goal: workshop.ID(goal), Status: status, Due: due}
	a.ID = workshop.ID(id)
	return a
}

// words writes a report so that it can be compared.
func words(r Report) string {
	s := ""
	for _, l := range r.Lines {
		s += fmt.Sprintf("%d%s:%d/%d/%d", l.Depth, l.Goal.ID, len(l.Actions), l.Done, l.Late)
		if l.Served {
			s += "+"
		}
		s += " "
	}
	s += "| unserved"
	for _, g := range r.Unserved {
		s += " " + string(g.ID)
	}
	s += " | loose"
	for _, a := range r.Loose {
		s += " " + string(a.ID)
	}
	return s + fmt.Sprintf(" | %d goals %d agreed %d answered %d proposed %d dropped, %d live", r.Goals, r.Agreed, r.AnsweredYet, r.ProposedOnly, r.Dropped, r.Live)
}

func TestOf(t *testing.T) {
	agreed := func(g *workshop.Goal) { g.Agreed = true }
	for name, c := range map[string]struct {
		goals   []*workshop.Goal
		actions []*workshop.Action
		want    string
	}{
		"nothing": {nil, nil, "| unserved | loose | 0 goals 0 agreed 0 answered 0 proposed 0 dropped, 0 live"},
		// top is served by what serves lot below it; plan has only a dropped action; old is dropped, so that its action is loose.
		"tree": {
			[]*workshop.Goal{goal("top", "", agreed), goal("lot", "top", agreed), goal("plan", "top", func(g *workshop.Goal) { g.Answered = "x" }),
				goal("old", "top", func(g *workshop.Goal) { g.Dropped = true }), goal("new", "", nil)},
			[]*workshop.Action{action("a", "lot", "done", "2026-11-01"), action("b", "lot", "open", "2026-11-21"), action("c", "plan", "dropped", ""),
				action("d", "old", "open", ""), action("e", "", "open", ""), action("f", "gone", "open", "")},
			"0top:0/0/0+ 1lot:2/1/1+ 1plan:0/0/0 1old:1/0/0+ 0new:0/0/0 | unserved plan new | loose d e f | 4 goals 2 agreed 1 answered 1 proposed 1 dropped, 5 live",
		},
		"circle": {
			[]*workshop.Goal{goal("a", "b", nil), goal("b", "a", nil), goal("self", "self", nil), goal("orphan", "gone", nil)},
			[]*workshop.Action{action("x", "b", "open", today)},
			"0self:0/0/0 0orphan:0/0/0 0a:0/0/0+ 1b:1/0/0+ | unserved self orphan | loose | 4 goals 0 agreed 0 answered 4 proposed 0 dropped, 1 live",
		},
		"a dropped goal lends nothing to the one above": {
			[]*workshop.Goal{goal("top", "", nil), goal("old", "top", func(g *workshop.Goal) { g.Dropped = true })},
			[]*workshop.Action{action("x", "old", "open", "")},
			"0top:0/0/0 1old:1/0/0+ | unserved top | loose x | 1 goals 0 agreed 0 answered 1 proposed 1 dropped, 1 live",
		},
	} {
		if got := words(Of(c.goals, c.actions, today)); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, c.want)
		}
	}
}

func TestShare(t *testing.T) {
	if got := (Report{}).Share(); got != 0 {
		t.Errorf("of none: %v", got)
	}
	if got := (Report{Live: 4, Loose: make([]*workshop.Action, 1)}).Share(); got != 0.75 {
		t.Errorf("3 of 4 serve a goal: %v", got)
	}
}

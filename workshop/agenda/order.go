package agenda

import (
	"fmt"

	"nemawashi.app/workshop"
)

// gap is the room between the positions of two steps, so that one that comes
// between them changes no other.
const gap = 1000

// Move takes a step one place up (by -1) or down (1) in the agenda. Over the
// edge of its phase it joins the phase, and the day, of the step beside it. At
// either end of the agenda nothing happens.
func Move(e *workshop.Edit, id workshop.ID, by int) error {
	items := e.Workshop().Agenda()
	for i, s := range items {
		if s.ID != id || i+by < 0 || i+by >= len(items) {
			continue
		}
		beside := items[i+by]
		after := by > 0
		if beside.Day != s.Day || beside.Phase != s.Phase {
			after = !after // to the near end of the other phase
		}
		return Put(e, id, beside.ID, after)
	}
	return nil
}

// Put places a step before or after another one, on its day and in its phase.
// Others get a new position only where there is no room between two.
// workshop.ErrNotFound when either is not in the agenda.
func Put(e *workshop.Edit, id, beside workshop.ID, after bool) error {
	if id == beside {
		return nil
	}
	s, err := workshop.Modify[workshop.Step](e, id)
	if err != nil {
		return err
	}
	var day []*workshop.Step // the others of the day, in order
	at := -1
	target, ok := e.Find(beside).(*workshop.Step)
	if !ok || target.Within != "" {
		return fmt.Errorf("place a step: %w", workshop.ErrNotFound)
	}
	for _, o := range e.Workshop().Agenda() {
		if o.Day != target.Day || o.ID == id {
			continue
		}
		if o.ID == beside {
			at = len(day)
			if after {
				at++
			}
		}
		day = append(day, o)
	}
	if at < 0 {
		return fmt.Errorf("place a step: %w", workshop.ErrNotFound)
	}
	s.Day, s.Phase = target.Day, target.Phase
	before, next := 0, 0
	if at > 0 {
		before = day[at-1].Position
	}
	next = before + 2*gap
	if at < len(day) {
		next = day[at].Position
	}
	s.Position = before + (next-before)/2
	if s.Position > before && s.Position < next && next <= 1_000_000 {
		return nil
	}
	return spread(e, day, s, at)
}

// spread gives every step of a day a new position, evenly.
func spread(e *workshop.Edit, day []*workshop.Step, s *workshop.Step, at int) error {
	s.Position = (at + 1) * gap
	for i, o := range day {
		m, err := workshop.Modify[workshop.Step](e, o.ID)
		if err != nil {
			return err
		}
		if i >= at {
			i++
		}
		m.Position = (i + 1) * gap
	}
	return nil
}

// Insert adds a step to the agenda after another one, on its day and in its
// phase; after the last step of the first day when the other is not there, and
// as the first step of an agenda that has none.
func Insert(e *workshop.Edit, s *workshop.Step, after workshop.ID) (workshop.ID, error) {
	s.Status = workshop.StepTodo
	if target, ok := e.Find(after).(*workshop.Step); !ok || target.Within != "" {
		after = ""
		for _, o := range e.Workshop().Agenda() {
			if o.Day <= 1 {
				after = o.ID
			}
		}
	}
	if after == "" {
		s.Day, s.Position = 1, gap
		return e.Add(s), nil
	}
	id := e.Add(s)
	return id, Put(e, id, after, true)
}

// Longer gives a step more minutes, or fewer. Before anything of its day has
// begun that changes the plan; from then on the plan stands, and what is given
// shows as behind or ahead. A group is planned until its step has begun.
func Longer(e *workshop.Edit, id workshop.ID, minutes int) error {
	s, err := workshop.Modify[workshop.Step](e, id)
	if err != nil {
		return err
	}
	underway := s.Started != ""
	if s.Within == "" {
		for _, o := range e.Workshop().Agenda() {
			underway = underway || o.Day == s.Day && o.Day > 0 && o.Started != ""
		}
	}
	if underway {
		s.Extra = max(-s.Minutes, s.Extra+minutes)
	} else {
		s.Minutes = max(0, s.Minutes+minutes)
	}
	return nil
}

// Split divides a step into parallel groups: two where there are none yet, one
// more otherwise, each with what the step is given. It returns the new groups.
func Split(e *workshop.Edit, id workshop.ID) ([]workshop.ID, error) {
	s, ok := e.Find(id).(*workshop.Step)
	if !ok || s.Within != "" {
		return nil, fmt.Errorf("split a step: %w", workshop.ErrNotFound)
	}
	have := e.Workshop().GroupsOf(id)
	more := 1
	if len(have) == 0 {
		more = 2
	}
	position := 0
	taken := map[string]bool{}
	for _, g := range have {
		position = max(position, g.Position)
		taken[g.Title] = true
	}
	var out []workshop.ID
	for n := 0; len(out) < more; n++ {
		title := groupName(n)
		if taken[title] {
			continue
		}
		position += gap
		out = append(out, e.Add(&workshop.Step{Within: id, Title: title, Day: s.Day, Phase: s.Phase, Position: position,
			Minutes: int(Given(s).Minutes()), Status: workshop.StepTodo}))
	}
	return out, nil
}

// groupName is "Group A" to "Group Z", then "Group 27".
func groupName(n int) string {
	if n < 26 {
		return "Group " + string(rune('A'+n))
	}
	return fmt.Sprintf("Group %d", n+1)
}

package room

import (
	"fmt"
	"slices"
	"time"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	plan "nemawashi.app/workshop/agenda"
)

// A step can be split into groups that work in parallel. Each has its own copy of the step's canvases and its own clock; while one is in front,
// the clock above, the main button and "5 minutes more" are the group's. All together one sees the cards of every group.

const together = "All together"

// openGroups shows which groups the step in hand has, and which is in front.
func (c *center) openGroups() {
	r := c.room
	groups := r.agenda.groups[r.step]
	c.groups.Options, c.groups.Selected = c.groupWords(), 0
	c.groups.Short = []string{together}
	for i, g := range groups {
		c.groups.Short = append(c.groups.Short, g.Title)
		if g.ID == r.group {
			c.groups.Selected = i + 1
		}
	}
	toggle(c.parts, len(groups) > 0 && r.board == "")
	c.groups.Refresh()
}

// groupWords names the groups with what their clocks say: "Group A, 18 min left".
func (c *center) groupWords() []string {
	words := []string{together}
	for _, g := range c.room.agenda.groups[c.room.step] {
		clock := plan.ClockOf(g, c.room.now())
		switch {
		case clock.Running:
			words = append(words, g.Title+", "+leftWords(clock))
		case g.Status == workshop.StepDone:
			words = append(words, g.Title+", done")
		default:
			words = append(words, fmt.Sprintf("%s, %d min", g.Title, int(clock.Given/time.Minute)))
		}
	}
	return words
}

// ticked shows the groups' clocks, where they say something else than before.
func (c *center) ticked() {
	if !c.parts.Visible() {
		return
	}
	if words := c.groupWords(); !slices.Equal(words, c.groups.Options) {
		c.groups.Options = words
		c.groups.Refresh()
	}
}

// toGroup brings a group to the front by its place, 0 all together.
func (r *Room) toGroup(i int) {
	groups := r.agenda.groups[r.step]
	id := workshop.ID("")
	if i > 0 && i <= len(groups) {
		id = groups[i-1].ID
	}
	if id == r.group {
		return
	}
	r.leave()
	r.group = id
	r.open()
}

// nextGroup goes round the groups.
func (r *Room) nextGroup() {
	groups := r.agenda.groups[r.step]
	at := slices.IndexFunc(groups, func(g *workshop.Step) bool { return g.ID == r.group }) + 1
	r.toGroup((at + 1) % (len(groups) + 1))
}

// split divides the step in hand into groups, or adds one, and brings the first new one to the front.
func (r *Room) split() {
	var made []workshop.ID
	if !r.do("Split into groups", func(e *workshop.Edit) error {
		var err error
		made, err = plan.Split(e, r.step)
		return err
	}) {
		return
	}
	for i, g := range r.agenda.groups[r.step] {
		if g.ID == made[0] {
			r.toGroup(i + 1)
		}
	}
}

// startGroups lets the clocks of all groups run that have not begun, and that of the step.
func (r *Room) startGroups() {
	now := r.now()
	r.do("Start the groups", func(e *workshop.Edit) error {
		own, err := workshop.Modify[workshop.Step](e, r.step)
		if err != nil {
			return err
		}
		if own.Status != workshop.StepRunning {
			if before := r.agenda.running(); before != nil {
				if err := r.finish(e, before.ID, now); err != nil {
					return err
				}
			}
			plan.Start(own, now)
		}
		for _, g := range r.agenda.groups[r.step] {
			if g.Started != "" {
				continue
			}
			s, err := workshop.Modify[workshop.Step](e, g.ID)
			if err != nil {
				return err
			}
			plan.Start(s, now)
		}
		return r.begun(e, own)
	})
}

// dissolve takes the group in front out. Its cards stay with all.
func (r *Room) dissolve() {
	g := r.agenda.group(r.step, r.group)
	if g == nil {
		return
	}
	if r.do("Remove "+g.Title, func(e *workshop.Edit) error { return e.Delete(g.ID) }) {
		r.config.Frame.Notify(widgets.Notice{Text: g.Title + " was removed; its cards are with all", Icon: "check", Tone: widgets.Good, Button: "Undo", Key: "Ctrl+Z", OnTap: r.undo})
	}
}

// do edits the workshop as one undo step and shows what has changed.
func (r *Room) do(label string, f func(*workshop.Edit) error) bool {
	if err := r.config.Session.Do(label, f); err != nil {
		r.refused(err)
		return false
	}
	r.watch.Catch()
	return true
}

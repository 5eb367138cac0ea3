package room

import (
	"strings"

	"nemawashi.app/workshop"
)

// refresh shows the head of the middle anew.
func (c *center) refresh() {
	r := c.room
	s := r.current()
	p := c.pane()
	title, question := "", ""
	switch {
	case r.board != "":
		if b := r.boardEntry(r.board); b != nil {
			title = b.Title
		}
	case s != nil:
		title, question = s.Title, r.agenda.guide(s).question
		if p.canvas != nil && p.question != "" {
			question = p.question
		}
		if len(c.panes) == 1 && p.canvas != nil && !strings.Contains(strings.ToLower(title), strings.ToLower(p.title)) {
			title += " – " + p.title
		}
	default:
		title = r.agenda.charter.Title
	}
	c.title.SetText(title)
	c.question.SetText(question)
	toggle(c.question, question != "")
	label, icon := "Start", "play"
	if hand := r.hand(); hand != nil {
		switch hand.Status {
		case workshop.StepRunning:
			label, icon = "Done", "check"
		case workshop.StepDone, workshop.StepSkipped:
			label, icon = "Reopen", "undo"
		}
	}
	if c.main.Text != label && c.active {
		defer c.room.config.Frame.RefreshHints()
	}
	c.main.SetText(label)
	c.main.SetIcon(icon)
	toggle(c.main, s != nil && r.board == "")
	if n, ok := p.board.(*stepNotes); ok && s != nil {
		n.open(s)
	}
	c.counted()
	c.head.Refresh()
}

// counted shows the counts of the canvas in front.
func (c *center) counted() {
	var words []string
	if p := c.pane(); p.canvas != nil {
		words = p.canvas.Totals()
	}
	shown := 0
	for i, l := range c.numbers {
		text := ""
		if i < len(words) {
			text = words[i]
			shown++
		}
		if l.Text != text {
			l.SetText(text)
			shown += 10
		}
		toggle(l, text != "")
	}
	toggle(c.counts, len(words) > 0)
	c.undo.SetEnabled(c.room.config.Session.CanUndo() != "")
	if shown >= 10 {
		c.head.Refresh()
	}
}

// unfold offers the guide in the head while it is folded away.
func (c *center) unfold(folded bool) {
	folded = folded && c.room.board == ""
	if c.guide.Visible() != folded {
		toggle(c.guide, folded)
		c.head.Refresh()
	}
}

func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

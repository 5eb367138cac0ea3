package readout

import (
	"strconv"
	"time"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/agenda"
	"nemawashi.app/workshop/template"
)

func (r *report) countSteps() int { return len(r.v.Steps) }

// agenda is the plan beside what really happened.
func (r *report) agenda() []page.Block {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.step"), Weight: 1, Min: 150}, {Title: r.w.say("column.planned"), Align: page.ToRight},
		{Title: r.w.say("column.time")}, {Title: r.w.say("column.took"), Align: page.ToRight}, {Title: r.w.say("column.status")}}}
	done, all := 0, 0
	for i, s := range r.v.Steps {
		if i == 0 || s.Phase != r.v.Steps[i-1].Phase || s.Day != r.v.Steps[i-1].Day {
			t.Rows = append(t.Rows, page.Row{Group: r.phaseTitle(s)})
		}
		if !s.Break {
			all++
		}
		if !s.Break && s.Status == workshop.StepDone {
			done++
		}
		_, from, began := r.clock(s.Started)
		_, to, ended := r.clock(s.Ended)
		at := ""
		switch {
		case began && ended:
			at = from + "–" + to
		case began:
			at = r.w.fill("since", from)
		}
		took := page.Cell{}
		if n, ok := r.minutes(s); ok {
			took.Text = r.w.fill("minutes", n)
			if over := n - s.Minutes; s.Minutes > 0 && over != 0 {
				took.Text = r.w.fill("over", n, signed(over))
			}
		}
		planned := ""
		if s.Minutes > 0 {
			planned = r.w.fill("minutes", s.Minutes)
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: s.Title}, {Text: planned}, {Text: at}, took, r.stepState(s)}})
	}
	return []page.Block{r.head("agenda", r.w.fill("agenda.note", done, all), false), t}
}

// signed writes a difference.
func signed(n int) string {
	if n < 0 {
		return "−" + strconv.Itoa(-n)
	}
	return "+" + strconv.Itoa(n)
}

// minutes is how long a step really took, without its pauses.
func (r *report) minutes(s *workshop.Step) (int, bool) {
	from, _, began := r.clock(s.Started)
	to, _, ended := r.clock(s.Ended)
	if !began || !ended || to.Before(from) {
		return 0, false
	}
	return int(agenda.ClockOf(s, to).Elapsed.Round(time.Minute).Minutes()), true
}

func (r *report) stepState(s *workshop.Step) page.Cell {
	switch s.Status {
	case workshop.StepDone:
		return page.Cell{Text: r.w.say("step.done"), Pill: true, Tone: page.Good}
	case workshop.StepRunning:
		return page.Cell{Text: r.w.say("step.running"), Pill: true, Tone: page.Info}
	case workshop.StepSkipped:
		return page.Cell{Text: r.w.say("step.skipped"), Pill: true, Tone: page.Warn}
	}
	return page.Cell{Text: r.w.say("step.todo"), Pill: true}
}

// phaseTitle is the phase as the method calls it, with the day's date.
func (r *report) phaseTitle(s *workshop.Step) string {
	title := ""
	if r.method != nil {
		if p, ok := r.method.Phase(s.Phase); ok {
			title = p.Title
		}
	}
	if title == "" {
		switch {
		case s.Day == template.DayPrepare:
			title = r.w.say("phase.prepare")
		case s.Day < 0:
			title = r.w.say("phase.sustain")
		default:
			title = r.w.fill("phase.day", strconv.Itoa(s.Day))
		}
	}
	if s.Day > 0 && r.v.Charter.Start != "" {
		title += ", " + r.date(r.v.Charter.Start.AddDays(s.Day-1))
	}
	return title
}

func (r *report) countNotes() int {
	n := 0
	for _, s := range r.v.Steps {
		if s.Notes != "" || len(s.OutputsDone) > 0 {
			n++
		}
	}
	return n
}

// notes are what was written down during the steps.
func (r *report) notes() []page.Block {
	blocks := []page.Block{r.head("notes", "", false)}
	for _, s := range r.v.Steps {
		if s.Notes == "" && len(s.OutputsDone) == 0 {
			continue
		}
		blocks = append(blocks, page.Heading{Level: 3, Text: s.Title})
		if s.Notes != "" {
			blocks = append(blocks, page.Paragraph{Text: s.Notes})
		}
		if len(s.OutputsDone) > 0 {
			blocks = append(blocks, page.Bullets{Items: s.OutputsDone, Mark: "✓", Small: true})
		}
	}
	return blocks
}

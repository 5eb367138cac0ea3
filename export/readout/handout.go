package readout

import (
	"context"
	"io"
	"slices"
	"strconv"
	"time"

	"nemawashi.app/export/file"
	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/agenda"
)

// WriteAgenda writes the agenda that participants get as PDF: the days with
// their dates, what is done from when to when, the breaks, who leads and who
// sponsors it. It holds no notes, no guide and nothing of what was captured. Of a
// day that has begun, or that a late day has put something over to, it gives the
// times as they stand at Now. Errors are those
// of [Write].
func WriteAgenda(ctx context.Context, w io.Writer, in Input) error {
	r, err := open(in)
	if err != nil {
		return err
	}
	return r.handout().Write(ctx, w, in.Progress)
}

// WriteAgendaFile writes the agenda to a file, or leaves the file that was there as it was.
func WriteAgendaFile(ctx context.Context, path string, in Input) error {
	return file.Replace(path, func(w io.Writer) error { return WriteAgenda(ctx, w, in) })
}

// handout puts the agenda for participants together.
func (r *report) handout() *page.Document {
	c := &r.v.Charter
	d := page.New(page.Options{
		Paper: r.paper, Title: r.title(), Client: c.Client, Mark: r.w.say("handout.mark"), DateText: r.date(r.today),
		Author: r.names(c.Facilitators), Subject: r.w.say("handout.kind"), Language: r.language(), Date: r.in.Now,
		PageOf: func(n, total int) string { return r.w.fill("page", n, total) },
	})
	d.Add(page.Heading{Level: 1, Text: r.w.say("handout.kind"), Note: r.title()})
	var facts []page.Fact
	for _, f := range [][2]string{{"dates", r.period()}, {"sponsor", r.v.Name(c.Sponsor)}, {r.one("facilitator", len(c.Facilitators)), r.names(c.Facilitators)}} {
		if f[1] != "" {
			facts = append(facts, page.Fact{Name: r.w.say("fact." + f[0]), Value: f[1]})
		}
	}
	if len(facts) > 0 {
		d.Add(page.Facts{Items: facts})
	}
	under := false
	for _, day := range agenda.OfView(r.v, r.in.Now).Days {
		d.Add(r.handoutDay(day)...)
		under = under || day.Begun
	}
	if under {
		d.Add(page.Paragraph{Text: r.w.fill("handout.stand", r.date(workshop.DateOf(r.in.Now)), r.in.Now.Format("15:04"))})
	}
	return d
}

// handoutDay is a day with what is still to be done on it, or was: as planned until it has begun, or until something of an earlier day has come over
// to it, which makes all that follows later.
func (r *report) handoutDay(day *agenda.Day) []page.Block {
	t := page.Table{Columns: []page.Column{{Title: r.w.say("handout.when")}, {Title: r.w.say("handout.what"), Weight: 1, Min: 180},
		{Title: r.w.say("handout.minutes"), Align: page.ToRight}}}
	moved := day.Begun || slices.ContainsFunc(day.Slots, func(s *agenda.Slot) bool { return s.Day != s.Step.Day })
	span := day.Planned
	if moved {
		span = day.Held
	}
	for _, slot := range day.Slots {
		s := slot.Step
		at := slot.Planned
		if moved {
			at = slot.Held
		}
		if s.Status == workshop.StepSkipped || moved && at.Zero() && s.Status != workshop.StepDone {
			continue // left out, or falls away
		}
		row := page.Row{Cells: []page.Cell{{Text: r.fromTo(at)}, {Text: s.Title, Bold: !s.Break}, {Text: minutesOf(at, s)}}}
		if s.Break {
			row.Tone = page.Info
		} else if r.method != nil {
			if known, ok := r.method.Step(s.TemplateStep); ok {
				row.Cells[1].Note = known.Question
			}
		}
		t.Rows = append(t.Rows, row)
	}
	title := r.w.fill("phase.day", strconv.Itoa(day.Number))
	if r.v.Charter.Start != "" || day.Begun {
		title += ", " + r.date(day.Date)
	}
	return []page.Block{page.Heading{Level: 2, Text: title, Note: r.fromTo(span)}, t}
}

func (r *report) fromTo(s agenda.Span) string {
	if s.Zero() {
		return r.w.say("none")
	}
	return s.From.Format("15:04") + "–" + s.To.Format("15:04")
}

// minutesOf is how long something is to take, or took.
func minutesOf(at agenda.Span, s *workshop.Step) string {
	if at.Zero() {
		return strconv.Itoa(s.Minutes)
	}
	return strconv.Itoa(int(at.To.Sub(at.From).Round(time.Minute).Minutes()))
}

package room

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// ownBoards are the boards that the room makes itself, from the schema of the records: what the records know can be captured here.
func (r *Room) ownBoards() []BoardEntry {
	return []BoardEntry{
		{ID: agendaID, Title: "Agenda", Icon: "clock", Kind: workshop.KindStep, Count: progress, Make: func() Board { return newAgendaBoard(r) }},
		{ID: "charter", Title: "Charter", Icon: "charter", Kind: workshop.KindCharter, Count: gatesMet, Make: func() Board { return newCharterBoard(r) }},
		{ID: "goals", Title: "Goals", Icon: "flag", Kind: workshop.KindGoal, Count: count[workshop.Goal](nil), Make: r.goals},
		{ID: "measures", Title: "Measures", Icon: "measure", Kind: workshop.KindMeasure, Count: count[workshop.Measure](nil), Make: r.measures},
		{ID: "commitments", Title: "Commitments", Icon: "hand", Kind: workshop.KindCommitment, Count: count[workshop.Commitment](nil), Make: r.commitments},
		{ID: "reviews", Title: "Reviews", Icon: "cal", Kind: workshop.KindReview,
			Count: count(func(v *workshop.Review) bool { return v.Held == "" }), Make: r.reviews},
	}
}

// count counts the records of a type, "" for none.
func count[T any, P interface {
	*T
	workshop.Record
}](keep func(P) bool) func(*workshop.Workshop) string {
	return func(w *workshop.Workshop) string {
		n := 0
		for _, x := range w.Records(P(new(T)).Kind()) {
			if x, ok := x.(P); ok && (keep == nil || keep(x)) {
				n++
			}
		}
		if n == 0 {
			return ""
		}
		return fmt.Sprint(n)
	}
}

// progress counts the steps of the event that are done, without breaks.
func progress(w *workshop.Workshop) string {
	done, all := 0, 0
	for _, s := range w.Agenda() {
		if s.Day < 1 || s.Break {
			continue
		}
		all++
		if s.Status == workshop.StepDone || s.Status == workshop.StepSkipped {
			done++
		}
	}
	if all == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d", done, all)
}

func gatesMet(w *workshop.Workshop) string {
	met := 0
	if c := w.Charter(); c != nil {
		for _, id := range workshop.Gates {
			if c.Gates[id].Met {
				met++
			}
		}
	}
	if met == len(workshop.Gates) {
		return doneMark
	}
	return fmt.Sprintf("%d of %d", met, len(workshop.Gates))
}

// tables is a board of one or several tables, one below the other.
type tables struct {
	content fyne.CanvasObject
	all     []*canvas.Table
}

// section is one table with its heading and a sentence on what belongs there.
type section struct {
	title, hint string
	rows        canvas.Rows
}

func (r *Room) tables(sections ...section) Board {
	b := &tables{}
	var parts []fyne.CanvasObject
	for _, s := range sections {
		t := canvas.NewTable(s.rows, r.desk())
		b.all = append(b.all, t)
		head := []fyne.CanvasObject{}
		if len(sections) > 1 {
			head = append(head, widgets.NewLabel(s.title, theme.CardTitle))
		}
		head = append(head, widgets.NewText(s.hint, theme.Body).In(theme.Text2))
		parts = append(parts, widgets.VStack(2, head...), widgets.Grow(t), widgets.Space(0, 4))
	}
	b.content = canvas.NewFill(widgets.VStack(theme.Gap, parts...))
	return b
}

// Content implements Board.
func (b *tables) Content() fyne.CanvasObject { return b.content }

// Shown implements Board.
func (b *tables) Shown() {
	for _, t := range b.all {
		t.Shown()
	}
}

// Hidden implements Board.
func (b *tables) Hidden() {
	for _, t := range b.all {
		t.Hidden()
	}
}

// FocusFirst implements Board.
func (b *tables) FocusFirst() { b.all[0].Focus() }

// Hints are the keys of the tables.
func (b *tables) Hints() []widgets.Hint { return b.all[0].Hints() }

func (r *Room) goals() Board {
	fields := canvas.RecordFields(workshop.KindGoal, "title", "measure", "owner", "level", "parent", "conditions", "agreed")
	fields[0] = fields[0].Titled("Goal", "")
	fields[4] = fields[4].Titled("Serves", "")
	return r.tables(section{"Goals", "What the work is for. A goal may serve a larger one; actions point to the goal that they serve.",
		canvas.RecordRows("goal", fields, nil, func() workshop.Record { return &workshop.Goal{} })})
}

func (r *Room) measures() Board {
	reading := canvas.RecordFields(workshop.KindReading, "measure", "date", "value", "note")
	return r.tables(
		section{"Measures", "The indicators by which the result is judged, each from a baseline to a target.",
			canvas.RecordRows("measure", canvas.RecordFields(workshop.KindMeasure), nil, func() workshop.Record { return &workshop.Measure{} })},
		section{"Readings", "What was measured, with its date.",
			canvas.RecordRows("reading", reading, nil, func() workshop.Record { return &workshop.Reading{Date: workshop.DateOf(r.now())} })})
}

func (r *Room) commitments() Board {
	personal := canvas.RecordFields(workshop.KindCommitment, "who", "from_what", "check_date", "evidence")
	personal[1] = personal[1].Titled("What I will do", "On Monday I will ...")
	promised := canvas.RecordFields(workshop.KindCommitment, "who", "resource", "promised", "unit", "from_what", "released_by", "delivered", "evidence")
	mine := func(rec workshop.Record) bool { c, ok := rec.(*workshop.Commitment); return ok && c.Personal }
	return r.tables(
		section{"Promised time, budget and people", "Who promises how much, taken from what, released by when, and what has come so far.",
			canvas.RecordRows("promise", promised, func(rec workshop.Record) bool { return !mine(rec) }, func() workshop.Record { return &workshop.Commitment{} })},
		section{"Personal commitments", "What leaders will do themselves, and when somebody asks them about it.",
			canvas.RecordRows("commitment", personal, mine, func() workshop.Record { return &workshop.Commitment{Personal: true} })})
}

func (r *Room) reviews() Board {
	fields := canvas.RecordFields(workshop.KindReview, "kind", "planned", "held", "standard_followed", "benefit_confirmed", "decision", "new_resistance", "notes")
	fields[0] = fields[0].Titled("After days", "")
	return r.tables(section{"Reviews", "30, 60 and 90 days after the event: is the standard followed, is the gain confirmed, what is decided?",
		canvas.RecordRows("review", fields, nil, func() workshop.Record { return &workshop.Review{Planned: workshop.DateOf(r.now())} })})
}

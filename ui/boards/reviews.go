package boards

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/sustain"
)

// reviews is the board of reviews: the list, what each asks, and the sustain view over all of them.
type reviews struct {
	Board
	report   sustain.Report
	currency string
	people   map[workshop.ID]string
	last     workshop.Date // of the event, "" when it has no date
	open     bool          // the event can still be closed
	current  workshop.ID

	table    *widgets.Table
	brief    *widgets.Table // the same with two columns, where there is little room
	wide     bool           // table is in sight, not brief
	shape    [2]int         // how many reviews and measures the panes are laid out for
	panes    *fyne.Container
	form     *canvas.Form
	measured *widgets.Table
	heading  *widgets.Label
	closed   *widgets.Label
	empty    *fyne.Container
	none     *fyne.Container
	over     *widgets.Table
	overBox  *fyne.Container
	verdict  *widgets.Pill
	held     *fact
	late     *fact
	benefit  *fact
	close    *widgets.Button
}

// Reviews returns the board of reviews.
func Reviews(desk *canvas.Desk) *Board { return &newReviews(desk).Board }

func newReviews(desk *canvas.Desk) *reviews {
	b := &reviews{Board: Board{desk: desk}, verdict: widgets.NewPill("", widgets.Neutral), heading: widgets.NewLabel("", theme.CardTitle), closed: widgets.Caption("")}
	b.held, b.late, b.benefit = newFact("Held"), newFact("Overdue"), newFact("Benefit confirmed last")
	b.close = widgets.NewPrimary("Close the event", "flag", b.end)
	fields := canvas.RecordFields(workshop.KindReview, "held", "planned", "standard_followed", "decision", "benefit_confirmed", "benefit_confirmed_by", "new_resistance", "notes", "kind")
	for i, words := range map[int][2]string{0: {"Held on", ""}, 1: {"Planned for", ""}, 2: {"Standard followed, 0 to 4", "0 nobody, 4 everybody"}, 4: {"Benefit confirmed", ""},
		5: {"Confirmed by", ""}, 6: {"New resistance", "What people say or do since"}, 8: {"After days", ""}} {
		fields[i] = fields[i].Titled(words[0], words[1])
	}
	fields[0].Past = true
	mine := func(r workshop.Record) bool { return workshop.IDOf(r) == b.current }
	b.form = canvas.NewForm("Review", canvas.RecordRows("review", fields, mine, func() workshop.Record { return &workshop.Review{} }), desk)
	b.makeTables()
	b.makeBrief()
	b.panes = container.New(&reviewPanes{b}, widgets.Over())
	b.empty = widgets.NewEmptyState(widgets.EmptyState{Icon: "cal", Title: "No review yet", Text: "Close the event when its last day is over: that plans the reviews at 30, 60 and 90 days.", Button: "Close the event", ButtonIcon: "flag", OnTap: b.end,
		Second: widgets.NewButton("Add a review", b.add)})
	b.none = widgets.NewEmptyState(widgets.EmptyState{Icon: "loop", Title: "Nothing to look back on yet", Text: "Once a review is held, every measure stands here against its target, review by review."})
	b.overBox = widgets.Over()
	b.part = func(id string) {
		if slices.ContainsFunc(b.report.Columns, func(c sustain.Column) bool { return c.Review.ID == workshop.ID(id) }) {
			b.turn(0)
			b.choose(workshop.ID(id))
			b.read()
			b.focus()
		}
	}
	b.lowered = func(low bool) { show(b.benefit.box, !low) } // it stands in the sustain view too
	b.build(b.read, []workshop.Kind{workshop.KindReview, workshop.KindMeasure, workshop.KindReading, workshop.KindAction, workshop.KindPerson, workshop.KindCharter},
		b.strip([]*fact{b.held, b.late, b.benefit}, b.verdict, b.close),
		face{title: "Reviews", object: widgets.Over(b.panes, b.empty), shown: b.showForm, hidden: b.hideForm, focus: b.focus, hints: b.keys, commands: b.commands},
		face{title: "Sustain", object: widgets.Over(b.overBox, b.none), focus: func() {
			if b.over != nil {
				b.over.Focus()
			}
		}})
	return b
}

// Close ends the event and plans its reviews, as one undo step, and says how many it planned.
func Close(desk *canvas.Desk) {
	b := &Board{desk: desk}
	made := 0
	err := desk.Session.Do(closeLabel, func(e *workshop.Edit) (err error) {
		made, err = sustain.Close(e, b.today())
		return err
	})
	if b.told(err) {
		b.undone(closeLabel, closedWords(made))
	}
}

// closeLabel is the undo step of closing an event.
const closeLabel = "Close the event"

// end closes the event and shows the reviews that were planned.
func (b *reviews) end() {
	Close(b.desk)
	b.watch.Catch()
}

func closedWords(made int) string {
	if made == 0 {
		return "The event is closed; its reviews were planned already"
	}
	return "The event is closed; " + counted(made, "review") + " planned"
}

func (b *reviews) read() {
	in := sustain.Input{Today: b.today()}
	b.desk.Session.Read(func(w *workshop.Workshop) {
		in.Reviews, in.Measures, in.Readings, in.Actions = workshop.All[workshop.Review](w), workshop.All[workshop.Measure](w), workshop.All[workshop.Reading](w), workshop.All[workshop.Action](w)
		c := w.Charter()
		b.open = sustain.Open(c)
		if c != nil {
			b.currency, b.last = c.Currency, ""
			if c.Start != "" {
				b.last = sustain.LastDay(c, in.Today)
			}
		}
	})
	b.people, b.report = b.names(), sustain.Of(in)
	columns := b.report.Columns
	at := slices.IndexFunc(columns, func(c sustain.Column) bool { return c.Review.ID == b.current })
	if at < 0 && len(columns) > 0 {
		at = max(0, slices.IndexFunc(columns, func(c sustain.Column) bool { return !c.Held }))
		b.choose(columns[at].Review.ID)
	}
	late := 0
	for _, c := range columns {
		if c.Late {
			late++
		}
	}
	b.held.set(fmt.Sprintf("%d of %d", b.report.Held, len(columns)), theme.Text)
	b.late.set(strconv.Itoa(late), alarm(late))
	b.benefit.set("–", theme.Text)
	b.benefit.word.SetText("Benefit confirmed")
	if b.report.Benefit != 0 {
		b.benefit.set(amount.Money(int64(b.report.Benefit), b.currency), theme.Text)
		if name := b.people[b.report.Confirmed]; name != "" {
			b.benefit.word.SetText("Confirmed by " + name)
		}
	}
	words := holdWords[b.report.Hold]
	b.verdict.Set(words.text, words.tone)
	show(b.verdict, words.text != "")
	show(b.close, b.open && len(columns) > 0)
	b.held.row.Refresh()
	show(b.empty, len(columns) == 0)
	show(b.panes, len(columns) > 0)
	for _, t := range []*widgets.Table{b.table, b.brief} {
		t.Refresh()
		if at >= 0 {
			t.SetCursor(at, 0)
		}
	}
	if shape := [2]int{len(columns), len(b.report.Rows)}; shape != b.shape {
		b.shape = shape
		b.rearrange()
	}
	b.detailed()
	b.makeOver()
}

// holdWords are what can be said of the gain.
var holdWords = map[sustain.Hold]struct {
	text string
	tone widgets.Tone
}{sustain.Holds: {"The gain holds", widgets.Good}, sustain.Slipping: {"The gain is slipping", widgets.Careful}, sustain.NotYet: {"Targets not reached yet", widgets.Accented},
	sustain.Lost: {"Worse than the baseline", widgets.Bad}}

func (b *reviews) column() (sustain.Column, bool) {
	for _, c := range b.report.Columns {
		if c.Review.ID == b.current {
			return c, true
		}
	}
	return sustain.Column{}, false
}

// detailed shows what the review in hand asks.
func (b *reviews) detailed() {
	c, ok := b.column()
	if !ok {
		return
	}
	b.heading.SetText("Review " + b.reviewName(c.Review))
	words := fmt.Sprintf("%d of %d actions closed", c.Closed, c.Total)
	if c.Held {
		words += " when it was held"
	} else {
		words += " today; the count is kept when the review is held"
	}
	b.closed.SetText(words)
	b.measured.Refresh()
}

// reviewName is how a review is called: "after 30 days". One of another kind is called by the days from the last day of the event.
func (b *reviews) reviewName(r *workshop.Review) string {
	if _, err := strconv.Atoi(r.ReviewKind); err == nil {
		return "after " + r.ReviewKind + " days"
	}
	if n := b.last.DaysUntil(r.Planned); b.last != "" && r.Planned != "" && n > 0 {
		return "after " + counted(n, "day")
	}
	return "in between"
}

// choose takes another review in hand.
func (b *reviews) choose(id workshop.ID) {
	if id == b.current {
		return
	}
	b.hideForm()
	b.current = id
	b.showForm()
	b.detailed()
}

func (b *reviews) showForm() {
	if b.active && b.at == 0 {
		b.form.Shown()
	}
}

func (b *reviews) hideForm() {
	b.measured.StopEditing()
	b.form.Hidden()
}

func (b *reviews) makeTables() {
	plainColumn := func(id, title string, width, grow float32) widgets.TableColumn {
		return widgets.TableColumn{ID: id, Title: title, Width: width, Grow: grow, NoSort: true}
	}
	o := b.tableOptions()
	benefit := plainColumn("benefit", "Benefit", 110, 0.3)
	benefit.Fit = true
	o.Columns = []widgets.TableColumn{plainColumn("review", "Review", 120, 0.4), plainColumn("planned", "Planned", 132, 0.1), plainColumn("held", "Held", 132, 0.1),
		plainColumn("followed", "Standard", 84, 0), plainColumn("closed", "Closed", 84, 0), benefit, plainColumn("decision", "Decision", 100, 0.2)}
	b.table = widgets.NewTable(o)
	b.measured = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{{ID: "measure", Title: "Measure", Width: 180, Tight: 76, Grow: 1, NoSort: true}, {ID: "baseline", Title: "Baseline", Width: 84, Tight: 56, Fit: true, Right: true, NoSort: true},
			{ID: "target", Title: "Target", Width: 84, Tight: 56, Fit: true, Right: true, NoSort: true},
			{ID: "value", Title: "Now", Width: 84, Tight: 56, Fit: true, Right: true, NoSort: true, Text: func(row int) string { return "" }, Placeholder: "61"},
			{ID: "stand", Title: "Stand", Width: 150, Tight: 84, NoSort: true}},
		Rows:   func() int { return len(b.report.Rows) },
		Cell:   func(row, col int) widgets.Cell { return b.measuredCell(b.report.Rows[row], col) },
		OnEdit: b.measure,
	})
}

// tableOptions are what both lists of reviews have in common.
func (b *reviews) tableOptions() widgets.TableOptions {
	return widgets.TableOptions{
		Rows:     func() int { return len(b.report.Columns) },
		Cell:     func(row, col int) widgets.Cell { return b.cell(b.report.Columns[row], col) },
		OnCursor: func(row int) { b.choose(b.report.Columns[row].Review.ID) },
		OnOpen:   func(int) { b.form.Focus() },
		OnKey:    del(b.remove), OnRune: b.letter,
	}
}

func (b *reviews) cell(c sustain.Column, col int) widgets.Cell {
	r := c.Review
	switch col {
	case 0:
		return widgets.Cell{Text: canvas.Words(b.reviewName(r)), Bold: r.ID == b.current}
	case 1:
		return widgets.Cell{Text: canvas.ShowDate(r.Planned, b.today()), Token: theme.Text2}
	case 2:
		switch {
		case c.Held:
			return widgets.Cell{Text: canvas.ShowDate(r.Held, b.today())}
		case c.Late:
			return widgets.Cell{Text: "Overdue", Pill: true, Tone: widgets.Bad}
		}
		return widgets.Cell{Text: "To come", Pill: true}
	case 3:
		if r.StandardFollowed != nil {
			return widgets.Cell{Text: fmt.Sprintf("%d of 4", *r.StandardFollowed)}
		}
	case 4:
		if c.Held {
			return widgets.Cell{Text: fmt.Sprintf("%d of %d", c.Closed, c.Total)}
		}
	case 5:
		if r.BenefitConfirmed != 0 {
			return widgets.Cell{Text: amount.Money(int64(r.BenefitConfirmed), b.currency)}
		}
	case 6:
		if r.Decision != "" {
			return widgets.Cell{Text: canvas.Words(r.Decision), Pill: true, Tone: decisionTones[r.Decision]}
		}
	}
	return widgets.Cell{}
}

var decisionTones = map[string]widgets.Tone{"hold": widgets.Good, "close": widgets.Good, "adjust": widgets.Accented, "escalate": widgets.Bad}

// at is a measure as it stands at the review in hand: at its day where it was held, today otherwise.
func (b *reviews) atReview(row sustain.Row) sustain.Value {
	for i, c := range b.report.Columns {
		if c.Review.ID == b.current && c.Held {
			return row.Values[i]
		}
	}
	return row.Now
}

func (b *reviews) measuredCell(row sustain.Row, col int) widgets.Cell {
	v := b.atReview(row)
	switch col {
	case 0:
		return widgets.Cell{Text: row.Measure.Name}
	case 1:
		return widgets.Cell{Text: shown(row.Measure.Baseline), Right: true, Token: theme.Text2}
	case 2:
		return widgets.Cell{Text: shown(row.Measure.Target), Right: true, Token: theme.Text2}
	case 3:
		if v.Reading == nil {
			return widgets.Cell{Text: "–", Right: true, Token: theme.Text3}
		}
		return widgets.Cell{Text: shown(v.Reading.Value), Right: true, Bold: true}
	}
	if v.Reading == nil {
		return widgets.Cell{Text: "No reading yet", Short: "–", Token: theme.Text3}
	}
	return stand(row.Measure, v.Reading.Value)
}

// measure takes a reading at the review in hand, with the review's day or today's.
func (b *reviews) measure(row, _ int, text string) error {
	v, err := maybe(text)
	if err != nil || v == nil {
		return err
	}
	day := b.today()
	if c, ok := b.column(); ok && c.Held {
		day = c.Review.Held
	}
	m := b.report.Rows[row].Measure.ID
	return plain(b.do("Add reading", func(e *workshop.Edit) error {
		e.Add(&workshop.Reading{Measure: m, Date: day, Value: v})
		return nil
	}))
}

// add plans one more review, today.
func (b *reviews) add() {
	var id workshop.ID
	if b.told(b.do("Add review", func(e *workshop.Edit) error {
		id = e.Add(&workshop.Review{ReviewKind: "custom", Planned: b.today()})
		return nil
	})) {
		b.choose(id)
		b.read()
	}
}

// remove takes the review in hand out.
func (b *reviews) remove() {
	id := b.current
	if id == "" {
		return
	}
	if b.told(b.do("Delete review", func(e *workshop.Edit) error { return e.Delete(id) })) {
		b.undone("Delete review", "The review was deleted")
	}
}

func (b *reviews) focus() {
	if len(b.report.Columns) > 0 {
		b.list().Focus()
	}
}

func (b *reviews) keys() []widgets.Hint {
	return []widgets.Hint{{Keys: "N", Label: "new review"}, {Keys: "Up"}, {Keys: "Down", Label: "review"}, {Keys: "Enter", Label: "fill it in"}, {Keys: "M", Label: "measures"}, {Keys: "Del", Label: "delete"}}
}

func (b *reviews) commands() []shell.Command {
	some := func() bool { return len(b.report.Columns) > 0 }
	return []shell.Command{
		{ID: "reviews.new", Label: "New review", Group: "Boards", Icon: "plus", Shortcut: "N", Run: b.add},
		{ID: "reviews.measures", Label: "Go to the measures of the review", Group: "Boards", Icon: "measure", Shortcut: "M", Enabled: some, Run: func() {
			if b.measured.Row() < 0 {
				b.measured.SetCursor(0, 3)
			}
			b.measured.Focus()
		}},
	}
}

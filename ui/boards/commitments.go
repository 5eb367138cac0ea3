package boards

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/means"
)

// commitments is the board of what leaders promised: what has come of it, and what the actions ask for.
type commitments struct {
	Board
	report    means.Report
	currency  string
	people    map[workshop.ID]string
	rows      []leader
	resources [3]*resource
	table     *widgets.Table
	note      *widgets.Label
}

// leader is one resource of one leader.
type leader struct {
	who workshop.ID
	of  means.Resource
	means.Amount
}

// resource is a card of one resource: how much of the promise has come, and what is short.
type resource struct {
	title, came, asked *widgets.Label
	short              *widgets.Pill
	bar                *widgets.ProgressBar
	line               *fyne.Container
	card               fyne.CanvasObject
}

var resourceWords = map[means.Resource]string{means.Hours: "Hours", means.People: "Person-days", means.Budget: "Budget"}

func newResource(of means.Resource) *resource {
	words := func() *widgets.Label { return widgets.NewText("", theme.Caption).In(theme.Text2) } // large amounts go on in a second line
	r := &resource{title: widgets.NewLabel(resourceWords[of], theme.BodyBold), came: words(), asked: words(),
		short: widgets.NewPill("", widgets.Neutral), bar: widgets.NewProgressBar(0)}
	r.line = widgets.HStack(theme.Gap, widgets.Grow(r.title), r.short)
	r.card = widgets.NewPanel(widgets.VStack(6, r.line, r.bar, r.came, r.asked),
		widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: theme.PadCard, PadY: 10})
	return r
}

// Commitments returns the board of commitments.
func Commitments(desk *canvas.Desk) *Board { return &newCommitments(desk).Board }

func newCommitments(desk *canvas.Desk) *commitments {
	b := &commitments{Board: Board{desk: desk}, note: widgets.Caption("")}
	personal := canvas.RecordFields(workshop.KindCommitment, "who", "from_what", "check_date", "evidence")
	personal[1] = personal[1].Titled("What I will do", "On Monday I will ...")
	personal[2] = personal[2].Titled("Checked on", "")
	personal[3] = personal[3].Titled("What came of it", "")
	promised := canvas.RecordFields(workshop.KindCommitment, "who", "resource", "promised", "unit", "from_what", "released_by", "delivered", "evidence")
	for i := range promised[1].Choices {
		if c := &promised[1].Choices[i]; c.ID == "time" {
			c.Title = "Time (hours)" // the cards above say hours: both words find it
		}
	}
	promised[4] = promised[4].Titled("From what", "The work that shrinks or stops")
	promised[6] = promised[6].Titled("Delivered so far", "")
	mine := func(rec workshop.Record) bool { c, ok := rec.(*workshop.Commitment); return ok && c.Personal }
	promises := canvas.NewTable(canvas.RecordRows("promise", promised, func(rec workshop.Record) bool { return !mine(rec) },
		func() workshop.Record { return &workshop.Commitment{} }), desk)
	own := canvas.NewTable(canvas.RecordRows("commitment", personal, mine, func() workshop.Record { return &workshop.Commitment{Personal: true} }), desk)
	b.part = func(id string) {
		var c *workshop.Commitment
		desk.Session.Read(func(w *workshop.Workshop) { c = workshop.Find[workshop.Commitment](w, workshop.ID(id)) })
		switch {
		case c == nil:
		case c.Personal:
			b.turn(2)
			own.Reveal(c.ID)
		default:
			b.turn(0)
			promises.Reveal(c.ID)
		}
	}
	var cards []fyne.CanvasObject
	for i, of := range means.Resources {
		b.resources[i] = newResource(of)
		cards = append(cards, b.resources[i].card)
	}
	b.makeTable()
	empty := widgets.NewEmptyState(widgets.EmptyState{Icon: "hand", Title: "Nothing promised yet", Text: "Write down who promises how much, taken from what, and released by when."})
	asks := hinted("What the actions ask for is asked of the owner of the goal that they serve, or of the next goal above.")
	b.lowered = func(low bool) {
		for _, r := range b.resources {
			show(r.asked, !low)
		}
	}
	b.build(func() {
		b.read()
		show(b.table, len(b.rows) > 0)
		show(empty, len(b.rows) == 0)
	}, []workshop.Kind{workshop.KindCommitment, workshop.KindAction, workshop.KindGoal, workshop.KindPerson, workshop.KindCharter},
		widgets.VStack(theme.GapSmall, widgets.Grid(190, theme.Gap, cards...), b.note),
		typed("Promised", promises, "Who promises how much, taken from what, released by when, and what has come so far."),
		face{title: "By leader", hint: asks, object: widgets.VStack(theme.Gap, asks,
			widgets.Grow(widgets.Over(card(b.table), empty))), focus: b.focus, hints: b.keys},
		typed("Personal", own, "What leaders will do themselves, and when somebody asks them about it."))
	return b
}

func (b *commitments) makeTable() {
	column := func(id, title string) widgets.TableColumn {
		return widgets.TableColumn{ID: id, Title: title, Width: 96, Tight: 48, Fit: true, Grow: 0.2, Right: true, NoSort: true}
	}
	b.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{{ID: "who", Title: "Leader", Width: 150, Tight: 96, Grow: 1, NoSort: true}, {ID: "resource", Title: "Resource", Width: 110, Tight: 84, Grow: 0.3, NoSort: true},
			column("promised", "Promised"), column("delivered", "Delivered"), column("late", "Late"), column("asked", "Asked for"), column("short", "Short")},
		Rows: func() int { return len(b.rows) },
		Cell: func(row, col int) widgets.Cell { return b.cell(b.rows[row], col) },
	})
}

func (b *commitments) read() {
	in := means.Input{Today: b.today()}
	b.desk.Session.Read(func(w *workshop.Workshop) {
		in.Commitments, in.Actions, in.Goals = workshop.All[workshop.Commitment](w), workshop.All[workshop.Action](w), workshop.All[workshop.Goal](w)
		if c := w.Charter(); c != nil {
			in.Currency = c.Currency
		}
	})
	b.people, b.currency, b.report = b.names(), in.Currency, means.Of(in)
	b.rows = b.rows[:0]
	for _, s := range b.report.Worst() {
		for _, of := range means.Resources {
			if a := s.Line[of]; a != (means.Amount{}) {
				b.rows = append(b.rows, leader{who: s.Who, of: of, Amount: a})
			}
		}
	}
	for i, of := range means.Resources {
		b.resources[i].set(b.report.Total[of], func(n int64) string { return b.bare(of, n) })
	}
	b.resources[means.Budget].title.SetText(strings.TrimSuffix(resourceWords[means.Budget]+", "+amount.Code(b.currency), ", "))
	var words []string
	if n := b.report.Uncounted; n > 0 {
		words = append(words, fmt.Sprintf("%s in other units: not added up.", counted(n, "promise")))
	}
	if n := b.report.Due; n > 0 {
		words = append(words, fmt.Sprintf("%s to ask about.", counted(n, "personal commitment")))
	}
	b.note.SetText(joined(words))
	show(b.note, len(words) > 0)
	b.content.Refresh() // the cards may have become another height
	b.table.Refresh()
}

func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}

func joined(words []string) string {
	out := ""
	for i, w := range words {
		if i > 0 {
			out += "  "
		}
		out += w
	}
	return out
}

// much is an amount of a resource in words.
func (b *commitments) much(of means.Resource, n int64) string {
	if of == means.Budget {
		return amount.Money(n, b.currency)
	}
	return amount.Whole(n)
}

// bare is much without the currency, where that is said already.
func (b *commitments) bare(of means.Resource, n int64) string {
	if of == means.Budget {
		return amount.Bare(n, b.currency)
	}
	return amount.Whole(n)
}

func (r *resource) set(a means.Amount, written func(int64) string) {
	kept, promised := a.Kept()
	r.bar.Set(min(kept, 1))
	switch {
	case promised && a.Late > 0:
		r.came.SetText(fmt.Sprintf("%s of %s delivered, %s late", written(a.Delivered), written(a.Promised), written(a.Late)))
	case promised:
		r.came.SetText(fmt.Sprintf("%s of %s delivered", written(a.Delivered), written(a.Promised)))
	default:
		r.came.SetText("Nothing promised")
	}
	r.asked.SetText("The actions ask for " + written(a.Asked))
	switch {
	case a.Short() > 0:
		r.short.Set(brief(a.Short(), written)+" short", widgets.Careful)
	case a.Late > 0:
		r.short.Set("Late", widgets.Bad)
	case a.Asked > 0:
		r.short.Set("Covered", widgets.Good)
	default:
		r.short.Set("Not asked for", widgets.Neutral)
	}
	r.line.Refresh()
}

// brief is an amount for a pill: from a million on in thousands.
func brief(n int64, written func(int64) string) string {
	const million = 1_000_000
	if n < million {
		return written(n)
	}
	return written((n+500)/1000) + " k"
}

func (b *commitments) cell(l leader, col int) widgets.Cell {
	number := func(n int64, token theme.Token, bold bool) widgets.Cell {
		if n == 0 && token != theme.Text {
			return widgets.Cell{Text: "–", Token: theme.Text3, Right: true}
		}
		return widgets.Cell{Text: b.much(l.of, n), Token: token, Bold: bold, Right: true}
	}
	switch col {
	case 0:
		name := b.people[l.who]
		if name == "" {
			return widgets.Cell{Text: "Nobody named", Token: theme.Text3, IconRoom: true}
		}
		return widgets.Cell{Text: name, Icon: "user", IconToken: theme.Text3}
	case 1:
		return widgets.Cell{Text: resourceWords[l.of], Token: theme.Text2}
	case 2:
		return number(l.Promised, theme.Text, false)
	case 3:
		return number(l.Delivered, theme.Text, false)
	case 4:
		return number(l.Late, theme.Danger, true)
	case 5:
		return number(l.Asked, theme.Text2, false)
	}
	return number(l.Short(), theme.Warn, true)
}

func (b *commitments) focus() {
	if b.table.Row() < 0 {
		b.table.Step(1)
	}
	b.table.Focus()
}

func (b *commitments) keys() []widgets.Hint {
	return []widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "row"}}
}

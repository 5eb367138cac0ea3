package boards

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/sustain"
)

// measures is the board of measures: a table of them, and of the one in hand its chart and its readings.
type measures struct {
	Board
	rows     []*workshop.Measure
	all      []*workshop.Reading
	current  workshop.ID
	readings []*workshop.Reading // of the current one, newest first

	quick   *widgets.Entry
	table   *widgets.Table
	list    fyne.CanvasObject
	title   *widgets.Label
	chart   *widgets.Figure
	reading *widgets.Entry
	log     *widgets.Table
	below   *fyne.Container
	empty   *fyne.Container
}

// Measures returns the board of measures.
func Measures(desk *canvas.Desk) *Board { return &newMeasures(desk).Board }

func newMeasures(desk *canvas.Desk) *measures {
	b := &measures{Board: Board{desk: desk}, title: widgets.NewLabel("", theme.CardTitle)}
	b.quick = entry("Type a measure: Changeover, median, 94 > 54 min by 30 jun", b.add, b.focusTable)
	b.quick.OnChanged = func(text string) {
		b.quick.SetProblem("")
		b.quick.SetHint(understood(understand(text, b.today())))
	}
	b.reading = entry("Type a reading: 61 fri first week with the cart", b.read, b.focusLog)
	b.reading.OnChanged = func(text string) {
		b.reading.SetProblem("")
		b.reading.SetHint(b.heard(text))
	}
	b.makeTable()
	b.makeLog()
	b.chart = widgets.NewFigure(fyne.NewSize(220, 170), b.draw)
	b.below = widgets.VStack(theme.Gap, b.title, widgets.Grow(widgets.HFill(theme.Gap,
		widgets.Grow(card(widgets.Pad(b.chart, 8, 8))), widgets.Grow(widgets.VStack(theme.Gap, b.reading, widgets.Grow(card(b.log)))))))
	b.empty = widgets.NewEmptyState(widgets.EmptyState{Icon: "measure", Title: "No measure yet", Text: "Type the indicator by which the result is judged, from its baseline to its target.", Button: "New measure", ButtonIcon: "plus", Key: "N", OnTap: b.quick.Focus})
	b.list = card(b.table)
	b.part = func(id string) {
		if at := slices.IndexFunc(b.rows, func(m *workshop.Measure) bool { return m.ID == workshop.ID(id) }); at >= 0 {
			b.table.SetCursor(at, b.table.Column())
			b.current = b.rows[at].ID
			b.open()
			b.focusTable()
		}
	}
	body := widgets.VStack(theme.Gap, b.quick, widgets.GrowBy(b.list, 2), widgets.GrowBy(b.below, 3))
	b.build(b.reload, []workshop.Kind{workshop.KindMeasure, workshop.KindReading}, nil, face{title: "Measures", object: widgets.Over(body, b.empty),
		hidden: func() { b.table.StopEditing(); b.log.StopEditing() }, focus: b.focus, hints: b.keys, commands: b.commands})
	return b
}

// entry is a line to type something new into.
func entry(placeholder string, submit, down func()) *widgets.Entry {
	e := widgets.NewEntry(placeholder)
	e.Icon, e.Key = "plus", "Enter"
	e.OnSubmit = func(string) { submit() }
	e.OnDown = down
	e.OnEscape = func() bool {
		if e.Text() == "" {
			down()
		} else {
			e.SetText("")
		}
		return true
	}
	return e
}

// reload reads measures and readings, and keeps the cursor on its measure.
func (b *measures) reload() {
	b.desk.Session.Read(func(w *workshop.Workshop) {
		b.rows, b.all = workshop.All[workshop.Measure](w), workshop.All[workshop.Reading](w)
	})
	at := slices.IndexFunc(b.rows, func(m *workshop.Measure) bool { return m.ID == b.current })
	if at < 0 && len(b.rows) > 0 {
		at, b.current = 0, b.rows[0].ID
	}
	b.table.Refresh()
	if at >= 0 {
		b.table.SetCursor(at, b.table.Column())
	}
	show(b.list, len(b.rows) > 0)
	show(b.below, len(b.rows) > 0)
	show(b.empty, len(b.rows) == 0)
	b.open()
}

// open shows the chart and the readings of the current measure.
func (b *measures) open() {
	m := b.measure()
	b.readings = b.readings[:0]
	for _, r := range slices.Backward(b.all) {
		if m != nil && r.Measure == m.ID {
			b.readings = append(b.readings, r)
		}
	}
	if m != nil {
		b.title.SetText(m.Name)
	}
	b.log.Refresh()
	b.chart.Refresh()
}

func (b *measures) measure() *workshop.Measure {
	for _, m := range b.rows {
		if m.ID == b.current {
			return m
		}
	}
	return nil
}

func (b *measures) makeTable() {
	number := func(id, title string, get func(*workshop.Measure) *float64) widgets.TableColumn {
		return widgets.TableColumn{ID: id, Title: title, Width: 84, Tight: 50, Fit: true, Right: true, NoSort: true, Text: func(row int) string { return written(get(b.rows[row])) }}
	}
	b.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{
			{ID: "name", Title: "Measure", Width: 190, Tight: 110, Grow: 1, NoSort: true, Text: func(row int) string { return b.rows[row].Name }},
			{ID: "unit", Title: "Unit", Width: 84, Tight: 46, NoSort: true, Text: func(row int) string { return b.rows[row].Unit }},
			{ID: "better", Title: "Better", Width: 84, Tight: 56, NoSort: true, Choices: func(row int) ([]widgets.Choice, int) {
				return []widgets.Choice{{Label: "Higher", Icon: "up"}, {Label: "Lower", Icon: "down"}}, slices.Index(ways, b.rows[row].Better)
			}},
			number("baseline", "Baseline", func(m *workshop.Measure) *float64 { return m.Baseline }),
			number("target", "Target", func(m *workshop.Measure) *float64 { return m.Target }),
			{ID: "target_date", Title: "Target date", Width: 136, Tight: 84, NoSort: true, Text: func(row int) string { return string(b.rows[row].TargetDate) }, Placeholder: "30 jun"},
			{ID: "latest", Title: "Latest", Width: 84, Tight: 50, Fit: true, Right: true, NoSort: true}, {ID: "stand", Title: "Stand", Width: 150, Tight: 78, NoSort: true}},
		Rows: func() int { return len(b.rows) },
		Cell: func(row, col int) widgets.Cell { return b.cell(b.rows[row], col) },
		OnCursor: func(row int) {
			b.current = b.rows[row].ID
			b.open()
		},
		OnOpen: func(int) { b.reading.Focus() },
		OnEdit: b.edit, OnPick: func(row, _, choice int) {
			b.told(b.change(b.rows[row].ID, func(m *workshop.Measure) { m.Better = ways[choice] }))
		},
		OnKey: del(b.remove), OnRune: b.letter,
	})
}

// ways are the choices of what is better.
var ways = []string{"higher", "lower"}

func (b *measures) cell(m *workshop.Measure, col int) widgets.Cell {
	newest := sustain.At(sustain.Readings(b.all, m.ID), "")
	switch col {
	case 0:
		return widgets.Cell{Text: m.Name, Bold: m.ID == b.current}
	case 1:
		return widgets.Cell{Text: m.Unit, Token: theme.Text2}
	case 2:
		if m.Better == "" {
			return widgets.Cell{}
		}
		return widgets.Cell{Text: canvas.Words(m.Better), Short: " ", Icon: map[string]string{"higher": "up", "lower": "down"}[m.Better], Token: theme.Text2}
	case 3:
		return widgets.Cell{Text: shown(m.Baseline), Right: true}
	case 4:
		return widgets.Cell{Text: shown(m.Target), Right: true}
	case 5:
		return dateCell(m.TargetDate, b.today())
	case 6:
		if newest == nil {
			return widgets.Cell{}
		}
		return widgets.Cell{Text: shown(newest.Value), Bold: true, Right: true}
	}
	if newest == nil {
		return widgets.Cell{Text: "No reading yet", Short: "–", Token: theme.Text3}
	}
	return stand(m, newest.Value)
}

// stand says in a word how a value stands to the target.
func stand(m *workshop.Measure, v *float64) widgets.Cell {
	s := sustain.StandOf(m, v)
	c := widgets.Cell{Pill: true}
	switch {
	case s.Reached:
		c.Text, c.Short, c.Tone = "✓ Target reached", "✓ Reached", widgets.Good
	case s.Worse:
		c.Text, c.Short, c.Tone = "Worse than before", "Worse", widgets.Bad
	case s.OnWay:
		c.Text, c.Short, c.Tone = fmt.Sprintf("%d %% of the way", s.Percent()), fmt.Sprintf("%d %%", s.Percent()), widgets.Accented
	case s.Known:
		c.Text, c.Short, c.Tone = "Not reached", "Not yet", widgets.Careful
	default:
		c = widgets.Cell{Text: "No target", Token: theme.Text3}
	}
	return c
}

// dateCell shows a date, without its weekday where there is little room.
func dateCell(d, today workshop.Date) widgets.Cell {
	c := widgets.Cell{Text: canvas.ShowDate(d, today), Token: theme.Text2}
	if d != "" {
		c.Short = shortDate(d, today)
	}
	return c
}

// shortDate is a date without its weekday; the year only where it is another than today's.
func shortDate(d, today workshop.Date) string {
	if d.Time().Year() == today.Time().Year() {
		return d.Time().Format("2 Jan")
	}
	return d.Time().Format("2 Jan 06")
}

func shown(v *float64) string {
	if v == nil {
		return ""
	}
	return amount.Number(*v)
}

// change edits one measure.
func (b *measures) change(id workshop.ID, f func(*workshop.Measure)) error {
	return b.do("Edit measure", func(e *workshop.Edit) error {
		m, err := workshop.Modify[workshop.Measure](e, id)
		if err == nil {
			f(m)
		}
		return err
	})
}

// edit takes the text of an edited cell.
func (b *measures) edit(row, col int, text string) error {
	text = strings.TrimSpace(text)
	var err error
	var value *float64
	var day workshop.Date
	switch col {
	case 0:
		if text == "" {
			return fmt.Errorf("a measure needs a name")
		}
	case 3, 4:
		value, err = maybe(text)
	case 5:
		day, err = date(text, b.today())
	}
	if err != nil {
		return err
	}
	return plain(b.change(b.rows[row].ID, func(m *workshop.Measure) {
		switch col {
		case 0:
			m.Name = text
		case 1:
			m.Unit = text
		case 3:
			m.Baseline = value
		case 4:
			m.Target = value
		case 5:
			m.TargetDate = day
		}
	}))
}

// add makes a measure of the line.
func (b *measures) add() {
	m := understand(b.quick.Text(), b.today())
	if m.Name == "" {
		b.quick.SetProblem("A measure needs a name.")
		return
	}
	err := b.do("Add measure", func(e *workshop.Edit) error { b.current = e.Add(&m); return nil })
	if err != nil {
		b.quick.SetProblem("Not added: " + plain(err).Error() + ". The line is as you typed it.")
		return
	}
	b.quick.SetText("")
	b.reload()
}

// remove takes the measure of the cursor out, with its readings.
func (b *measures) remove() {
	m := b.measure()
	if m == nil {
		return
	}
	if b.told(b.do("Delete measure", func(e *workshop.Edit) error { return e.Delete(m.ID) })) {
		b.undone("Delete measure", "The measure was deleted, with its readings")
	}
}

func (b *measures) focus() {
	if len(b.rows) == 0 {
		b.quick.Focus()
		return
	}
	b.reading.Focus()
}

func (b *measures) focusTable() { b.table.Focus() }

func (b *measures) focusLog() {
	if b.log.Row() < 0 {
		b.log.Step(1)
	}
	b.log.Focus()
}

func (b *measures) keys() []widgets.Hint {
	return []widgets.Hint{{Keys: "N", Label: "new measure"}, {Keys: "R", Label: "new reading"}, {Keys: "Up"}, {Keys: "Down", Label: "measure"}, {Keys: "F2", Label: "edit"}, {Keys: "Del", Label: "delete"}}
}

func (b *measures) commands() []shell.Command {
	some := func() bool { return len(b.rows) > 0 }
	return []shell.Command{
		{ID: "measures.new", Label: "New measure", Group: "Boards", Icon: "plus", Shortcut: "N", Run: b.quick.Focus},
		{ID: "measures.reading", Label: "New reading of the measure", Group: "Boards", Icon: "measure", Shortcut: "R", Enabled: some, Run: b.reading.Focus},
		{ID: "measures.table", Label: "Go to the table of measures", Group: "Boards", Icon: "list", Shortcut: "M", Enabled: some, Run: b.focusTable},
	}
}

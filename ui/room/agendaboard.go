package room

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	plan "nemawashi.app/workshop/agenda"
)

const agendaID = "agenda"

// agendaBoard shows the whole agenda, planned against real, and is where it is rearranged.
type agendaBoard struct {
	room    *Room
	table   *widgets.Table
	hours   *widgets.Entry
	quiet   bool
	content fyne.CanvasObject
	lines   []planLine
	cells   [][]widgets.Cell // as they are drawn
	current workshop.ID
	front   bool
}

// planLine is a step with its times, or a heading.
type planLine struct {
	heading string
	step    *workshop.Step
	slot    *plan.Slot // nil for a step without times
	date    workshop.Date
}

// The columns of the board.
const (
	planTitle = iota
	planAt
	planMinutes
	planPlanned
	planHeld
	planLate
)

func newAgendaBoard(r *Room) *agendaBoard {
	b := &agendaBoard{room: r}
	r.planner = b
	b.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{
			{Title: "Step", Width: 128, Grow: 1, NoSort: true, Text: func(row int) string { return b.lines[row].step.Title }},
			{Title: "Not before", Width: 82, NoSort: true, Placeholder: "12:00", Text: func(row int) string { return b.lines[row].step.At }},
			{Title: "Minutes", Width: 68, Right: true, NoSort: true, Placeholder: "30", Text: func(row int) string { return strconv.Itoa(b.lines[row].step.Minutes) }},
			{Title: "Planned", Width: 104, Fit: true, NoSort: true},
			{Title: "Held", Width: 104, Fit: true, NoSort: true},
			{Title: "", Width: 112, NoSort: true},
		},
		Rows:     func() int { return len(b.lines) },
		Cell:     func(row, col int) widgets.Cell { return b.cells[row][col] },
		Heading:  func(row int) (string, bool) { return b.lines[row].heading, b.lines[row].step == nil },
		OnCursor: func(row int) { b.current = b.at(row) },
		OnOpen:   func(row int) { r.GoToStep(b.at(row)) },
		OnEdit:   b.write,
		OnKey:    b.key,
		OnRune:   b.letter,
	})
	b.hours = widgets.NewEntry("9:00-17:00, 8:30")
	b.hours.ForwardUndo = true
	b.hours.OnChanged = func(text string) {
		if !b.quiet {
			b.writeHours(text)
		}
	}
	b.hours.OnDown = func() { b.table.Focus() }
	b.hours.OnSubmit = func(string) { b.table.Focus() }
	tools := []fyne.CanvasObject{widgets.Caption("Hours of each day").Keep(), widgets.Wide(b.hours, 200), widgets.Spacer(),
		widgets.NewButtonKind(widgets.Secondary, "Step", "plus", r.insertStep).WithTip("A new step after this one (N)"),
		widgets.NewButtonKind(widgets.Secondary, "Break", "plus", r.insertBreak).WithTip("A break after this step (B)"),
		widgets.NewIconButton("template", "A step from a template (T)", r.insertFrom)}
	if r.config.Handout != nil {
		tools = append(tools, widgets.NewIconButton("sheet", "Agenda for participants as PDF (P)", r.config.Handout))
	}
	b.content = widgets.VStack(theme.Gap, widgets.HStack(theme.Gap, tools...), widgets.Grow(b.table))
	b.refresh()
	return b
}

// planning says whether the agenda is in front.
func (r *Room) planning() bool { return r.board == agendaID && r.planner != nil }

func (b *agendaBoard) at(row int) workshop.ID {
	if row < 0 || row >= len(b.lines) || b.lines[row].step == nil {
		return ""
	}
	return b.lines[row].step.ID
}

// selected is the step that the cursor is on.
func (b *agendaBoard) selected() workshop.ID { return b.at(b.table.Row()) }

// refresh reads the agenda anew; the cursor stays on its step.
func (b *agendaBoard) refresh() {
	b.lines = b.lines[:0]
	a, s := b.room.agenda, b.room.times
	untimed := func(after bool) {
		for i := range a.phases {
			p := &a.phases[i]
			if p.day > 0 || (p.day < 0) != after {
				continue
			}
			b.lines = append(b.lines, planLine{heading: p.title})
			for _, step := range p.steps {
				b.lines = append(b.lines, planLine{step: step})
			}
		}
	}
	untimed(false)
	for _, d := range s.Days {
		b.lines = append(b.lines, planLine{heading: dayWords(d)})
		for _, slot := range d.Slots {
			b.lines = append(b.lines, planLine{step: slot.Step, slot: slot, date: d.Date})
		}
	}
	untimed(true)
	b.paint()
	for i := range b.lines {
		if b.current != "" && b.at(i) == b.current && b.table.Row() != i {
			b.table.SetCursor(i, b.table.Column())
		}
	}
	if b.table.Row() >= len(b.lines) {
		b.table.SetCursor(len(b.lines)-1, 0)
	}
	b.table.Refresh()
	words := strings.Join(a.charter.Hours, ", ")
	if b.hours.Problem == "" && strings.Join(hourLines(b.hours.Text()), ", ") != words {
		b.quiet = true
		b.hours.SetText(words)
		b.quiet = false
	}
}

// retimed shows the agenda anew when a time, or a word about it, has changed.
func (b *agendaBoard) retimed() {
	if !b.front || b.table.Editing() {
		return
	}
	before, lines := b.cells, len(b.lines)
	heads := b.headings()
	b.relink()
	b.paint()
	same := lines == len(b.lines) && heads == b.headings()
	for i := range before {
		for j := range before[i] {
			same = same && before[i][j] == b.cells[i][j]
		}
	}
	if !same {
		b.refresh()
	}
}

func (b *agendaBoard) headings() string {
	var s strings.Builder
	for _, l := range b.lines {
		s.WriteString(l.heading + "\n")
	}
	return s.String()
}

// relink gives the lines their newest times.
func (b *agendaBoard) relink() {
	n := 0
	for i := range b.lines {
		switch l := &b.lines[i]; {
		case l.slot != nil:
			l.slot = b.room.times.Slot(l.step.ID)
		case l.step == nil && i+1 < len(b.lines) && b.lines[i+1].slot != nil && n < len(b.room.times.Days):
			l.heading = dayWords(b.room.times.Days[n])
			n++
		}
	}
}

// paint works out what every cell shows.
func (b *agendaBoard) paint() {
	b.cells = make([][]widgets.Cell, len(b.lines))
	for i, l := range b.lines {
		row := make([]widgets.Cell, planLate+1)
		if l.step != nil {
			b.row(row, l)
		}
		b.cells[i] = row
	}
}

func (b *agendaBoard) row(row []widgets.Cell, l planLine) {
	s := l.step
	title := widgets.Cell{Text: s.Title, IconRoom: true, Bold: s.Status == workshop.StepRunning, Strike: s.Status == workshop.StepSkipped}
	switch {
	case s.Status == workshop.StepDone:
		title.Icon, title.IconToken = "check", theme.OK
	case s.Status == workshop.StepRunning:
		title.Icon, title.IconToken = "play", theme.Accent
	case s.Break:
		title.Icon, title.IconToken, title.Token = "hour", theme.Text3, theme.Text2
	}
	row[planTitle] = title
	row[planAt] = widgets.Cell{Text: s.At, Token: theme.Text2}
	minutes := ""
	if s.Minutes > 0 {
		minutes = strconv.Itoa(s.Minutes)
	}
	if s.Extra != 0 {
		minutes += fmt.Sprintf(" %+d", s.Extra)
	}
	row[planMinutes] = widgets.Cell{Text: minutes, Right: true}
	if l.slot == nil {
		return
	}
	row[planPlanned] = widgets.Cell{Text: spanWords(l.slot.Planned, l.date), Token: theme.Text2}
	held := widgets.Cell{Text: spanWords(l.slot.Held, l.date), Token: theme.Text2}
	if l.slot.Real {
		held.Token, held.Bold = theme.Text, s.Status == workshop.StepRunning
	}
	row[planHeld] = held
	row[planLate] = lateCell(l.slot)
}

// lateCell says how a step goes: when it begins against the plan or, once it is done, how long it took.
func lateCell(slot *plan.Slot) widgets.Cell {
	s := slot.Step
	switch {
	case s.Status == workshop.StepSkipped:
		return widgets.Cell{Text: "Skipped", Pill: true}
	case s.Status == workshop.StepDone && slot.Real:
		over := int((plan.ClockOf(s, slot.Held.To).Elapsed - time.Duration(s.Minutes)*time.Minute).Round(time.Minute) / time.Minute)
		switch {
		case over > 0:
			return widgets.Cell{Text: fmt.Sprintf("took %d more", over), Pill: true, Tone: widgets.Careful}
		case over < 0:
			return widgets.Cell{Text: fmt.Sprintf("took %d less", -over), Pill: true, Tone: widgets.Good}
		}
		return widgets.Cell{Text: "as planned", Pill: true}
	case s.Status == workshop.StepDone:
		return widgets.Cell{Text: "not timed", Pill: true}
	case slot.Held.Zero():
		return widgets.Cell{Text: "falls away", Pill: true}
	}
	late := slot.Late()
	switch minutes := int(late / time.Minute); {
	case late >= 12*time.Hour:
		return widgets.Cell{Text: "next day", Pill: true, Tone: widgets.Careful}
	case minutes > 0:
		return widgets.Cell{Text: fmt.Sprintf("%d min later", minutes), Pill: true, Tone: widgets.Careful}
	case minutes < 0:
		return widgets.Cell{Text: fmt.Sprintf("%d min earlier", -minutes), Pill: true, Tone: widgets.Good}
	}
	return widgets.Cell{}
}

// spanWords writes from when to when, with the day of the week where it is another day than that of the heading.
func spanWords(s plan.Span, on workshop.Date) string {
	if s.Zero() {
		return ""
	}
	words := s.From.Format("15:04") + "–" + s.To.Format("15:04")
	if on != "" && workshop.DateOf(s.From) != on {
		return s.From.Format("Mon ") + words
	}
	return words
}

// dayWords are the heading of a day: "Day 1, Tue 17 Nov, 09:00–16:10. Looks to end at 16:50, 40 min behind", and afterwards when it ended.
func dayWords(d *plan.Day) string {
	words := fmt.Sprintf("Day %d, %s, %s", d.Number, d.Date.Time().Format("Mon 2 Jan"), spanWords(d.Planned, ""))
	if !d.Held.Zero() && d.Late.Abs() >= time.Minute {
		ends := "Looks to end"
		if !slices.ContainsFunc(d.Slots, func(s *plan.Slot) bool { return s.Step.Status != workshop.StepDone && !s.Held.Zero() }) {
			ends = "Ended"
		}
		words += fmt.Sprintf(". %s at %s, %s", ends, d.Held.To.Format("15:04"), lateWords(d.Late))
	}
	if over := int(d.Over() / time.Minute); over > 0 {
		words += fmt.Sprintf(", %d min after hours", over)
	}
	return words
}

// write keeps an edited cell.
func (b *agendaBoard) write(row, col int, text string) error {
	id := b.at(row)
	text = strings.TrimSpace(text)
	minutes := 0
	if col == planMinutes {
		var err error
		if minutes, err = strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(text, "min"))); err != nil {
			return fmt.Errorf("%q is not a number of minutes", text)
		}
	}
	err := b.room.config.Session.Do("Change step", func(e *workshop.Edit) error {
		s, err := workshop.Modify[workshop.Step](e, id)
		if err != nil {
			return err
		}
		switch col {
		case planTitle:
			s.Title = text
		case planAt:
			s.At = text
		case planMinutes:
			s.Minutes = minutes
		}
		return nil
	})
	if err != nil {
		return refusal(err)
	}
	b.room.watch.Catch()
	return nil
}

// hourLines reads the hours of the days as they are typed, with commas between them.
func hourLines(text string) []string {
	var out []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// writeHours keeps the hours with every stroke that leaves them readable.
func (b *agendaBoard) writeHours(text string) {
	err := b.room.config.Session.Type("Hours", func(e *workshop.Edit) error {
		c, err := workshop.Modify[workshop.Charter](e, b.room.config.Session.ID())
		if err != nil {
			return err
		}
		c.Hours = hourLines(text)
		return nil
	})
	if err != nil {
		b.hours.SetProblem("Not kept: " + refusal(err).Error())
		return
	}
	b.hours.SetProblem("")
	b.room.watch.Catch()
}

// edit puts the cursor on a step and opens its title.
func (b *agendaBoard) edit(id workshop.ID) {
	for i := range b.lines {
		if b.at(i) == id {
			b.current = id
			b.table.Focus()
			b.table.Edit(i, planTitle)
		}
	}
}

func (b *agendaBoard) key(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyDelete && ev.Name != fyne.KeyBackspace {
		return false
	}
	b.room.remove(b.selected())
	return true
}

func (b *agendaBoard) letter(letter rune) bool {
	switch letter {
	case 'n', 'N':
		b.room.insertStep()
	case 'b', 'B':
		b.room.insertBreak()
	case 't', 'T':
		b.room.insertFrom()
	case 'p', 'P':
		if b.room.config.Handout == nil {
			return false
		}
		b.room.config.Handout()
	case '+', '-':
		minutes := 5
		if letter == '-' {
			minutes = -5
		}
		if id := b.selected(); id != "" {
			b.room.do("Change minutes", func(e *workshop.Edit) error { return plan.Longer(e, id, minutes) })
		}
	default:
		return false
	}
	return true
}

// Content implements Board.
func (b *agendaBoard) Content() fyne.CanvasObject { return b.content }

// Shown implements Board.
func (b *agendaBoard) Shown() {
	b.front = true
	b.current = b.room.step
	b.refresh()
}

// Hidden implements Board.
func (b *agendaBoard) Hidden() {
	b.table.StopEditing()
	b.front = false
}

// FocusFirst implements Board.
func (b *agendaBoard) FocusFirst() { b.table.Focus() }

// TypedRune takes letters while nothing has the keyboard.
func (b *agendaBoard) TypedRune(letter rune) bool { return b.letter(letter) }

// Hints are the keys.
func (b *agendaBoard) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Enter", Label: "open"}, {Keys: "F2", Label: "edit"}, {Keys: "Alt+Up", Label: "move"}, {Keys: "N", Label: "step"},
		{Keys: "B", Label: "break"}, {Keys: "T", Label: "from a template"}, {Keys: "+", Label: "5 min"}}
}

// Commands are what the keys of the board do.
func (b *agendaBoard) Commands() []shell.Command {
	on := func() bool { return b.selected() != "" }
	return []shell.Command{
		{ID: "agenda.remove", Label: "Take the step out of the agenda", Group: "Agenda", Icon: "x", Shortcut: "Del", Enabled: on, Run: func() { b.room.remove(b.selected()) }},
		{ID: "agenda.copy", Label: "Copy the agenda with its times", Group: "Agenda", Icon: "stack", Shortcut: "Ctrl+C", Run: b.copy},
	}
}

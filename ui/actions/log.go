package actions

import (
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// logView writes notes of how an action goes on and lists them, the newest first: each with its day and who wrote it. A note is never written
// over: the next one stands above it.
type logView struct {
	board *Board
	row   *actionlist.Row
	entry *widgets.Entry
	lines *fyne.Container
	box   *fyne.Container
}

func newLogView(b *Board) *logView {
	v := &logView{board: b, lines: widgets.VStack(theme.GapSmall)}
	v.entry = widgets.NewEntry("How does it go on?")
	v.entry.Key = "Enter"
	v.entry.OnChanged = func(string) { v.entry.SetProblem("") }
	v.entry.OnEscape = func() bool {
		v.entry.SetText("")
		b.FocusFirst()
		return true
	}
	v.entry.OnSubmit = func(string) { v.add() }
	v.entry.SetEnabled(b.editable())
	v.box = widgets.VStack(theme.GapSmall, widgets.Labeled("Updates", v.entry), v.lines)
	return v
}

// add writes the note of the entry. It is emptied only once the session has it.
func (v *logView) add() {
	text := strings.TrimSpace(v.entry.Text())
	if text == "" || v.row == nil {
		return
	}
	if err := v.board.change(v.row, "Write update", func(a *workshop.Action) { a.Update = text }); err != nil {
		v.entry.SetProblem("Not written: " + err.Error() + ".")
		return
	}
	v.entry.SetText("")
}

// writeUpdate brings the keyboard into the entry for notes, and shows the details for it.
func (b *Board) writeUpdate() {
	if !b.drawer.visible() {
		b.drawer.toggle()
	}
	if b.drawer.log != nil && b.drawer.visible() {
		b.drawer.log.entry.Focus()
		b.drawer.scroll.Reveal(b.drawer.log.entry)
	}
}

// fill shows the notes. What is being typed belongs to the action that it was typed for.
func (v *logView) fill(w *workshop.Workshop, r *actionlist.Row, same bool) {
	v.row = r
	if !same {
		v.entry.SetText("")
	}
	notes, err := w.Updates(r.ID())
	v.lines.Objects = nil
	if err != nil {
		v.lines.Objects = append(v.lines.Objects, widgets.NewText("The updates cannot be read: "+err.Error(), theme.Caption).In(theme.Danger))
	}
	today := v.board.o.today()
	for i := len(notes) - 1; i >= 0; i-- {
		if len(notes)-1-i == longest {
			v.lines.Objects = append(v.lines.Objects, widgets.Caption(plural(i+1, "earlier update")))
			break
		}
		n := notes[i]
		who := dayText(n.Day(), today)
		if n.By != "" {
			who += ", " + n.By
		}
		if n.Sheet {
			who += ", from a spreadsheet"
		}
		v.lines.Objects = append(v.lines.Objects, widgets.VStack(0, widgets.Caption(who), widgets.NewText(n.Text, theme.Body)))
	}
	v.lines.Refresh()
}

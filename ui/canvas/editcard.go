package canvas

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// cardEditor is the one floating entry in which a card is edited, as the line that quick-add would make it from.
type cardEditor struct {
	board editing
	desk  *Desk
	rows  *cardRows
	id    workshop.ID
	entry *widgets.Entry
	was   string
	done  bool
}

// editing is a canvas whose cards are edited in a floating entry.
type editing interface {
	fyne.CanvasObject
	// over is where the card is, in the canvas; false when it is not there.
	over(workshop.ID) (at fyne.Position, size fyne.Size, ok bool)
	// edited is called when the session has taken what was typed, closed when the entry has gone.
	edited()
	closed(workshop.ID)
}

// editCard opens an editor over a card; the caller puts its entry on the canvas and then calls begin.
func editCard(board editing, desk *Desk, rows *cardRows, card *workshop.Card) *cardEditor {
	ed := &cardEditor{board: board, desk: desk, rows: rows, id: card.ID, entry: widgets.NewTextArea("", 2)}
	ed.was = desk.written(rows.fields, func(field string) any { return rows.Value(card, field) })
	ed.entry.Tall = true
	ed.entry.SetText(ed.was)
	ed.entry.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
			ed.close(true)
			return true
		}
		return false
	}
	ed.entry.OnTab = func() { ed.close(true) }
	ed.entry.OnShiftTab = ed.entry.OnTab
	ed.entry.OnEscape = func() bool {
		if !heldOnce(ed.entry) {
			ed.close(false)
		}
		return true
	}
	ed.entry.OnChanged = func(string) {
		ed.entry.SetProblem("")
		l := desk.readLine(rows.fields, ed.entry.Text())
		ed.entry.SetHint(strings.Join(l.told, ", "))
		ed.place()
		c := copied(card)
		for _, f := range inline(rows.fields) {
			c.Set(f.ID, nil)
		}
		desk.draftLine(rows, c, l)
	}
	ed.entry.OnFocus = func(focused bool) {
		if !focused && !ed.done {
			ed.keep()
		}
	}
	return ed
}

// begin gives the keyboard to the editor. The caret comes to stand behind the words of the card, before its minutes: that is where one
// goes on writing.
func (ed *cardEditor) begin(words string) {
	ed.place()
	ed.entry.Focus()
	if !strings.HasPrefix(ed.was, words) {
		return
	}
	for range utf8.RuneCountInString(ed.was[len(words):]) {
		ed.entry.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
}

// oneLine makes one line of what was pasted.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// place lays the editor over its card, wide enough to read what is written.
func (ed *cardEditor) place() {
	at, size, ok := ed.board.over(ed.id)
	if !ok {
		return
	}
	room := ed.board.Size()
	width := min(max(size.Width, theme.Width(200)), room.Width)
	ed.entry.Resize(fyne.NewSize(width, ed.entry.MinSize().Height))
	height := max(size.Height, ed.entry.MinSize().Height)
	ed.entry.Move(fyne.NewPos(min(max(at.X, 0), room.Width-width), min(max(at.Y, 0), room.Height-height)))
	ed.entry.Resize(fyne.NewSize(width, height))
}

// close ends the editing; what was typed is kept or dropped. What is refused stays open.
func (ed *cardEditor) close(keep bool) {
	if ed == nil || ed.done || keep && !ed.keep() {
		return
	}
	ed.done = true
	ed.board.closed(ed.id)
}

// keep writes what was typed. What is refused stays open, with the reason below it.
func (ed *cardEditor) keep() bool {
	typed := oneLine(ed.entry.Text())
	if typed == ed.was {
		return true
	}
	l := ed.desk.readLine(ed.rows.fields, typed)
	if l.err != nil {
		ed.entry.SetProblem(sentence(l.err))
		ed.place()
		return false
	}
	err := ed.desk.Session.Do("Edit "+ed.rows.One(), func(e *workshop.Edit) error {
		card, err := workshop.Modify[workshop.Card](e, ed.id)
		if err != nil {
			return err
		}
		for _, f := range inline(ed.rows.fields) {
			if _, there := l.values[f.ID]; !there {
				card.Set(f.ID, nil)
			}
		}
		for field, v := range l.values {
			card.Set(field, settle(e, v))
		}
		return nil
	})
	if err != nil {
		ed.entry.SetProblem(reason(err))
		ed.place()
		ed.desk.told(err)
		return false
	}
	ed.was = typed
	ed.board.edited()
	return true
}

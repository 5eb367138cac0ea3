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
	id    workshop.ID
	entry *widgets.Entry
	was   string
	done  bool
}

// edit opens the editor over a card.
func (c *columns) edit(id workshop.ID) bool {
	v := c.views[id]
	if v == nil {
		return false
	}
	c.closeEditor(true)
	c.choose(id)
	ed := &cardEditor{id: id, entry: widgets.NewTextArea("", 2)}
	ed.was = c.desk.written(c.rows.fields, func(field string) any { return c.rows.Value(v.card, field) })
	ed.entry.Tall = true
	ed.entry.SetText(ed.was)
	ed.entry.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
			c.closeEditor(true)
			return true
		}
		return false
	}
	ed.entry.OnTab = func() { c.closeEditor(true) }
	ed.entry.OnShiftTab = ed.entry.OnTab
	ed.entry.OnEscape = func() bool {
		c.closeEditor(false)
		return true
	}
	ed.entry.OnChanged = func(string) {
		ed.entry.SetProblem("")
		ed.entry.SetHint(strings.Join(c.desk.readLine(c.rows.fields, oneLine(ed.entry.Text())).told, ", "))
		c.placeEditor()
	}
	ed.entry.OnFocus = func(focused bool) {
		if !focused && !ed.done {
			c.keep(ed)
		}
	}
	c.editor = ed
	c.float.Objects = []fyne.CanvasObject{ed.entry}
	c.placeEditor()
	c.float.Refresh()
	ed.entry.Focus()
	ed.behindWords(c.desk.show(c.rows.fields[0], c.rows.Value(v.card, c.rows.fields[0].ID)))
	return true
}

// behindWords puts the caret behind the words of the card, before its minutes: that is where one goes on writing.
func (ed *cardEditor) behindWords(words string) {
	if !strings.HasPrefix(ed.was, words) {
		return
	}
	for range utf8.RuneCountInString(ed.was[len(words):]) {
		ed.entry.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
}

// oneLine makes one line of what was pasted.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// placeEditor lays the editor over its card, wide enough to read what is written.
func (c *columns) placeEditor() {
	ed := c.editor
	if ed == nil {
		return
	}
	v := c.views[ed.id]
	if v == nil {
		return
	}
	at := c.absolute(v).Subtract(c.absolute(c))
	width := min(max(v.Size().Width, theme.Width(200)), c.Size().Width)
	ed.entry.Resize(fyne.NewSize(width, ed.entry.MinSize().Height))
	height := max(v.Size().Height, ed.entry.MinSize().Height)
	x := min(max(at.X, 0), c.Size().Width-width)
	y := min(max(at.Y, 0), c.Size().Height-height)
	ed.entry.Move(fyne.NewPos(x, y))
	ed.entry.Resize(fyne.NewSize(width, height))
}

// closeEditor ends the editing; what was typed is kept or dropped.
func (c *columns) closeEditor(keep bool) {
	ed := c.editor
	if ed == nil {
		return
	}
	if keep && !c.keep(ed) {
		return
	}
	ed.done = true
	c.editor = nil
	c.float.Objects = nil
	c.float.Refresh()
	if v := c.views[ed.id]; v != nil {
		c.to(c.place(v.card))
		c.choose(ed.id)
	}
}

// keep writes what was typed. What is refused stays open, with the reason below it.
func (c *columns) keep(ed *cardEditor) bool {
	typed := oneLine(ed.entry.Text())
	if typed == ed.was {
		return true
	}
	l := c.desk.readLine(c.rows.fields, typed)
	if l.err != nil {
		ed.entry.SetProblem(l.err.Error())
		c.placeEditor()
		return false
	}
	err := c.desk.Session.Do("Edit "+c.rows.One(), func(e *workshop.Edit) error {
		card, err := workshop.Modify[workshop.Card](e, ed.id)
		if err != nil {
			return err
		}
		for _, f := range inline(c.rows.fields) {
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
		c.placeEditor()
		c.desk.told(err)
		return false
	}
	ed.was = typed
	c.watch.Catch()
	return true
}

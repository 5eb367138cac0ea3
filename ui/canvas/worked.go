package canvas

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// worked is what all canvases have in common whose cards are written as a line each, edited in a floating entry, deleted, and made actions.
type worked struct {
	desk     *Desk
	rows     *cardRows
	watch    *Watch
	selected workshop.ID     // the card that keys speak of
	float    *fyne.Container // over the canvas: the editor, the card that is being carried
	editor   *cardEditor
}

func newWorked(rows *cardRows, desk *Desk, watch *Watch) worked {
	return worked{desk: desk, rows: rows, watch: watch, float: container.NewWithoutLayout()}
}

// now is the card as it is, nil when it is not on this canvas.
func (w *worked) now(id workshop.ID) *workshop.Card {
	var card *workshop.Card
	w.desk.Session.Read(func(ws *workshop.Workshop) { card = workshop.Find[workshop.Card](ws, id) })
	if card == nil || !w.rows.holds(card) {
		return nil
	}
	return card
}

// words are what a card says.
func (w *worked) words(c *workshop.Card) string {
	first := w.rows.fields[0]
	return w.desk.show(first, w.rows.Value(c, first.ID))
}

// write makes a card of an entry's line, and an action of it where that is asked for; put gives it its place. What is refused stays in the
// entry, with the reason below it.
func (w *worked) write(entry *widgets.Entry, action bool, put func(*workshop.Edit, *workshop.Card) error) (id workshop.ID, ok bool) {
	typed := strings.TrimSpace(entry.Text())
	if typed == "" {
		return "", false
	}
	l := w.desk.readLine(w.rows.fields, typed)
	if l.err != nil {
		entry.SetProblem(sentence(l.err))
		return "", false
	}
	var made workshop.ID
	err := w.desk.Session.Do("Add "+w.rows.One(), func(e *workshop.Edit) (err error) {
		card := &workshop.Card{Canvas: w.rows.def.ID, Group: w.rows.group}
		for field, v := range l.values {
			card.Set(field, settle(e, v))
		}
		id = e.Add(card)
		if err := put(e, card); err != nil {
			return err
		}
		if action {
			made, err = makeAction(e, w.rows, id)
		}
		return err
	})
	if err != nil {
		entry.SetProblem(reason(err))
		w.desk.told(err)
		return "", false
	}
	entry.SetText("")
	entry.SetHint("")
	w.watch.Catch()
	if made != "" {
		w.desk.actionMade(made)
	}
	return id, true
}

// open opens the editor over a card.
func (w *worked) open(on editing, card *workshop.Card) {
	w.editor = editCard(on, w.desk, w.rows, card)
	w.float.Objects = []fyne.CanvasObject{w.editor.entry}
	w.float.Refresh()
	w.editor.begin(w.words(card))
}

// shut takes the editor away again.
func (w *worked) shut() {
	w.editor = nil
	w.desk.drafted(nil)
	w.float.Objects = nil
	w.float.Refresh()
}

func (w *worked) edited() { w.watch.Catch() }

// discard takes a card out; the notice brings it back.
func (w *worked) discard(card *workshop.Card) bool {
	label := "Delete " + w.rows.One()
	if !w.desk.do(label, func(e *workshop.Edit) error {
		if err := raiseBelow(e, card); err != nil {
			return err
		}
		return e.Delete(card.ID)
	}) {
		return false
	}
	w.watch.Catch()
	w.desk.undone(label, "Deleted: "+clip(w.words(card)))
	return true
}

// raiseBelow hangs what hangs from a card one higher: the card goes away from there.
func raiseBelow(e *workshop.Edit, card *workshop.Card) error {
	for _, child := range workshop.All[workshop.Card](e.Workshop()) {
		if child.Parent != card.ID {
			continue
		}
		m, err := workshop.Modify[workshop.Card](e, child.ID)
		if err != nil {
			return err
		}
		m.Parent = card.Parent
	}
	return nil
}

// MakeAction makes the selected card an action.
func (w *worked) MakeAction() bool {
	card := w.now(w.selected)
	if card == nil {
		return false
	}
	var made workshop.ID
	if w.desk.do("Make an action", func(e *workshop.Edit) (err error) {
		made, err = makeAction(e, w.rows, card.ID)
		return err
	}) {
		w.watch.Catch()
		w.desk.actionMade(made)
	}
	return true
}

// handled is a canvas whose cards are worked on by the keyboard.
type handled interface {
	walk(by int)
	Focus()
	key(*fyne.KeyEvent) bool
	edit(workshop.ID) bool
	remove(workshop.ID) bool
}

// keyOf takes keys while no entry has focus.
func keyOf(c handled, ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		c.walk(-1)
	case fyne.KeyDown:
		c.walk(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		c.Focus()
	default:
		return c.key(ev)
	}
	return true
}

// offers are the lines of a card's menu that are the same on every canvas.
func (w *worked) offers(c handled, card *workshop.Card, anchor fyne.CanvasObject) []widgets.Choice {
	action := widgets.Choice{Label: "Make an action", Icon: "action", Keys: "Ctrl+Enter", Run: func() { w.MakeAction() }}
	if card.Action != "" && w.desk.OpenAction != nil {
		action = widgets.Choice{Label: "Open its action", Icon: "action", Run: func() { w.desk.OpenAction(card.Action) }}
	}
	return append([]widgets.Choice{{Label: "Edit", Icon: "quote", Keys: "F2", Run: func() { c.edit(card.ID) }}, action,
		{Label: "Delete", Icon: "x", Keys: "Del", Run: func() { c.remove(card.ID) }}}, w.desk.elsewhere(card.ID, w.rows.def, anchor)...)
}

// clip shortens a text for a notice; the whole text is in the undo.
func clip(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

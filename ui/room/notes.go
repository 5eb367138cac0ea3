package room

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// stepNotes ties an entry to the notes of a step: every stroke goes into the session.
type stepNotes struct {
	room  *Room
	entry *widgets.Entry
	step  workshop.ID
	quiet bool // the change comes from the session
}

func newStepNotes(r *Room, e *widgets.Entry) *stepNotes {
	n := &stepNotes{room: r, entry: e}
	e.ForwardUndo = true
	e.OnChanged = n.typed
	e.OnFocus = func(focused bool) {
		if !focused {
			r.config.Session.EndTyping()
		}
	}
	return n
}

// open shows the notes of a step. What is being typed there now is left alone.
func (n *stepNotes) open(s *workshop.Step) {
	same := n.step == s.ID
	n.step = s.ID
	if same && workshop.Normal(n.entry.Text()) == s.Notes || n.entry.Problem != "" && same {
		return
	}
	n.quiet = true
	n.entry.SetProblem("")
	n.entry.SetText(s.Notes)
	n.quiet = false
}

func (n *stepNotes) typed(text string) {
	if n.quiet {
		return
	}
	err := n.room.config.Session.Type("Notes", func(e *workshop.Edit) error {
		s, err := workshop.Modify[workshop.Step](e, n.step)
		if err != nil {
			return err
		}
		s.Notes = text
		return nil
	})
	if err != nil {
		n.entry.SetProblem("Not kept: " + err.Error())
		return
	}
	n.entry.SetProblem("")
	n.room.watch.Catch()
}

// As the board of a step that has no canvas, notes fill the middle.

// Content is the entry.
func (n *stepNotes) Content() fyne.CanvasObject { return n.entry }

// Shown takes up what was written elsewhere.
func (n *stepNotes) Shown() {
	if s := n.room.agenda.find(n.step); s != nil {
		n.open(s)
	}
}

// Hidden ends the burst of typing.
func (n *stepNotes) Hidden() { n.room.config.Session.EndTyping() }

// FocusFirst puts the keyboard into the notes.
func (n *stepNotes) FocusFirst() { n.entry.Focus() }

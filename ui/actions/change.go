package actions

import (
	"errors"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// change runs an edit of one action and has the result on the screen.
func (b *Board) change(r *actionlist.Row, label string, f func(*workshop.Action)) error {
	return b.edit(r, label, false, func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, r.ID())
		if err != nil {
			return err
		}
		return ruled(a, f)
	})
}

// edit runs any edit around one action; typing merges into one step of undo.
func (b *Board) edit(r *actionlist.Row, label string, typing bool, f func(*workshop.Edit) error) error {
	s, err := b.session(r)
	if err != nil {
		return err
	}
	if typing {
		err = s.Type(label, f)
	} else {
		err = s.Do(label, f)
	}
	if err != nil {
		return errors.New(refusal(err))
	}
	if b.o.all() {
		b.reread(s, r.ID())
	} else {
		b.watch.Catch()
	}
	return nil
}

// told says in a dialog why something was not changed, where there is no entry to say it below.
func (b *Board) told(err error) {
	if err != nil {
		b.o.Frame.ShowError(shell.Trouble{Title: "The action was not changed", What: "It was refused: " + err.Error() + ".",
			Kept: "Everything is as it was before.", Do: "Change the value and try again."})
	}
}

// toggleDone ends an action, or opens it again; of several that are checked, all become what the one of the cursor becomes.
func (b *Board) toggleDone() {
	r := b.row()
	if r == nil || !b.editable() {
		return
	}
	status := workshop.ActionDone
	if r.Action.Ended() {
		status = workshop.ActionOpen
	}
	if rows := b.chosen(); len(rows) > 1 {
		b.setStatus(rows, status)
		return
	}
	b.setStatus([]*actionlist.Row{r}, status)
	if now := b.list.Find(r.ID()); now != nil && now.Action.Status == status {
		b.undoable(r, r.Action.Label()+" is "+statusVerb[status], "Set status")
	}
}

var statusVerb = map[string]string{workshop.ActionDone: "done", workshop.ActionOpen: "open again"}

// remove deletes the action of the cursor.
func (b *Board) remove() {
	r := b.row()
	if r == nil || !b.editable() {
		return
	}
	b.table.StopEditing()
	if err := b.edit(r, "Delete action", false, func(e *workshop.Edit) error { return e.Delete(r.ID()) }); err != nil {
		b.told(err)
		return
	}
	b.undoable(r, r.Action.Label()+" was deleted", "Delete action")
}

// undoable says what was done and offers to take it back, as long as nothing else has been done since.
func (b *Board) undoable(r *actionlist.Row, text, label string) {
	s, err := b.session(r)
	if err != nil {
		return
	}
	b.o.Frame.Notify(widgets.Notice{Text: text, Icon: "check", Tone: widgets.Good, Button: "Undo", Key: "Ctrl+Z", OnTap: func() {
		if s.CanUndo() != label {
			return
		}
		if b.o.UndoJoint != nil && b.o.UndoJoint(s) {
			b.reload()
			return
		}
		if _, err := s.Undo(); err != nil {
			b.told(errors.New(refusal(err)))
			return
		}
		if b.o.all() {
			b.reread(s, r.ID())
		} else {
			b.watch.Catch()
		}
		b.Select(r.ID())
	}})
}

// open goes to the workshop of a row.
func (b *Board) open(r *actionlist.Row) {
	if b.o.Open != nil {
		b.o.Open(r.Workshop, r.ID())
	}
}

// calendar writes the calendar of the workshop, or one of all of them.
func (b *Board) calendar() {
	var of workshop.ID
	if !b.o.all() {
		of = b.o.Session.ID()
	}
	b.o.Calendar(of)
}

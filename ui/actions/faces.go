package actions

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// face is a way of looking at the actions beside the table: the same rows, filter, groups and cursor.
type face interface {
	object() fyne.CanvasObject
	show() // what has changed
	focus()
	hints() []widgets.Hint
}

// The faces, in the order of the switch above the table.
const (
	faceTable = iota
	faceTimeline
	facePick
	faceMeans
)

var faceWords = []string{"Table", "Timeline", "PICK", "Means"}

// turnTo shows another face. The cursor stays on its action.
func (b *Board) turnTo(i int) {
	if i == b.facing || i < 0 || i >= len(faceWords) {
		return
	}
	b.table.StopEditing()
	b.facing = i
	b.faces.Set(i)
	if i == faceTimeline && b.list.Group() != actionlist.Owner && b.list.Group() != actionlist.Origin && b.list.Group() != actionlist.Place {
		b.list.SetGroup(actionlist.Owner) // a timeline is read by owner or by source
	}
	b.settleFace()
	b.content.Refresh() // what is added up has no details of one action beside it
	if i == faceMeans && b.o.all() && b.onlyOpen {
		b.reload() // what is done has not been read, and counts
	}
	b.rearranged()
	b.FocusFirst()
	b.o.Frame.RefreshHints()
}

// nextFace goes from one face to the next, and from the last to the table.
func (b *Board) nextFace() { b.turnTo((b.facing + 1) % len(faceWords)) }

// settleFace puts the face into the room of the table.
func (b *Board) settleFace() {
	b.face = nil
	switch b.facing {
	case faceTimeline:
		if b.gantt == nil {
			b.gantt = newGantt(b)
		}
		b.face = b.gantt
	case facePick:
		if b.pick == nil {
			b.pick = newPick(b)
		}
		b.face = b.pick
	case faceMeans:
		if b.sums == nil {
			b.sums = newSums(b)
		}
		b.face = b.sums
	}
	shown := fyne.CanvasObject(b.table)
	if b.face != nil {
		shown = b.face.object()
	}
	b.body.Objects = append(b.body.Objects[:0], shown, b.empty)
	if b.content != nil { // before, nobody can see it, and the columns are not those that will be shown
		b.body.Refresh()
	}
}

// showFace takes up on the face what has changed.
func (b *Board) showFace() {
	if b.face != nil {
		b.face.show()
	}
}

// cursorOn puts the cursor on an action, from a face.
func (b *Board) cursorOn(id workshop.ID) {
	if id == b.current {
		return
	}
	row := b.indexOf(id)
	b.table.SetCursor(row, b.table.Column())
	b.cursorAt(row)
}

// step moves the cursor by rows on a face, over headings.
func (b *Board) step(by int) {
	b.table.Step(by)
	b.showFace()
}

// typed takes the letters that act on the action of the cursor, on a face.
func (b *Board) typed(r rune) { b.tableRune(r) }

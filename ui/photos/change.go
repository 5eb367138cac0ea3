package photos

import (
	"context"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/picture"
)

// change edits a photo as one undo step.
func (b *Board) change(label string, id workshop.ID, f func(*workshop.Edit, *workshop.Photo) error) bool {
	return b.done(b.o.Session.Do(label, edit(id, f)))
}

// typed edits a photo with every stroke.
func (b *Board) typed(id workshop.ID, f func(*workshop.Photo)) error {
	err := b.o.Session.Type("Caption", edit(id, func(_ *workshop.Edit, p *workshop.Photo) error {
		f(p)
		return nil
	}))
	b.watch.Catch()
	return err
}

func edit(id workshop.ID, f func(*workshop.Edit, *workshop.Photo) error) func(*workshop.Edit) error {
	return func(e *workshop.Edit) error {
		p, err := workshop.Modify[workshop.Photo](e, id)
		if err != nil {
			return err
		}
		return f(e, p)
	}
}

func (b *Board) done(err error) bool {
	b.watch.Catch()
	if err != nil {
		b.o.Frame.Notify(widgets.Notice{Icon: "alert", Tone: widgets.Bad, Text: "Nothing was changed: " + err.Error()})
	}
	return err == nil
}

// turn turns the selected photo to the right by quarters. The picture as it was stays in the library for undo, until the library lets go of it in a later run.
func (b *Board) turn(quarters int) {
	p := b.photo(b.current)
	if p == nil || !b.editable() {
		return
	}
	var blob string
	var err error
	run.Go(func(context.Context) {
		var data []byte
		var turned picture.Picture
		if data, err = b.o.Store.Blob(p.Blob); err != nil {
			return
		}
		if turned, err = picture.Turn(data, quarters); err == nil {
			blob, err = b.o.Store.PutBlob(turned.Data)
		}
	}, func() {
		if err != nil {
			b.o.Frame.ShowError(shell.Trouble{Title: "The photo was not turned", What: err.Error(), Kept: "It is as it was before."})
			return
		}
		b.change("Turn photo", p.ID, func(_ *workshop.Edit, now *workshop.Photo) error {
			if now.Blob == p.Blob { // pressed again before the first was done: that one counts
				now.Blob = blob
			}
			return nil
		})
	})
}

// pairing begins to choose the photo after, or takes a pair apart.
func (b *Board) pairing() {
	p := b.photo(b.current)
	switch {
	case p == nil || !b.editable():
	case b.first != "":
		b.unchoose()
	case b.partner(p.ID) != "":
		b.apart(p.ID)
	case len(b.all) < 2:
		b.o.Frame.Notify(widgets.Notice{Icon: "camera", Text: "A pair needs two photos: add the other one first"})
	default:
		b.first = p.ID
		b.views[p.ID].Refresh()
		b.refresh()
	}
}

// unchoose leaves the photos apart.
func (b *Board) unchoose() {
	id := b.first
	b.first = ""
	if t := b.views[id]; t != nil {
		t.Refresh()
	}
	b.refresh()
}

// partner is the other photo of a pair, "" for none.
func (b *Board) partner(id workshop.ID) workshop.ID {
	for _, s := range workshop.Spreads(b.all) {
		if len(s) == 2 && s[0].ID == id {
			return s[1].ID
		}
		if len(s) == 2 && s[1].ID == id {
			return s[0].ID
		}
	}
	return ""
}

// pair puts a photo beside the one that was chosen first. Pairs that either of them was in are taken apart by the same undo step.
func (b *Board) pair(after workshop.ID) {
	before := b.first
	b.first = ""
	if before == after {
		b.unchoose()
		return
	}
	old := []workshop.ID{b.partner(before), b.partner(after)}
	b.change("Pair photos", after, func(e *workshop.Edit, p *workshop.Photo) error {
		first, err := workshop.Modify[workshop.Photo](e, before)
		if err != nil {
			return err
		}
		for _, id := range old {
			if id == "" || id == before || id == after {
				continue
			}
			if other, err := workshop.Modify[workshop.Photo](e, id); err == nil {
				other.Pair = ""
			}
		}
		first.PhotoKind, first.Pair = "before", ""
		p.PhotoKind, p.Pair = "after", before
		return nil
	})
	b.Select(after)
}

func (b *Board) apart(id workshop.ID) {
	other := b.partner(id)
	b.change("Take pair apart", id, func(e *workshop.Edit, p *workshop.Photo) error {
		o, err := workshop.Modify[workshop.Photo](e, other)
		if err != nil {
			return err
		}
		p.Pair, o.Pair = "", ""
		return nil
	})
	b.Select(id)
}

// remove takes the selected photo off the board.
func (b *Board) remove() {
	id := b.current
	if b.photo(id) == nil || !b.editable() {
		return
	}
	if !b.done(b.o.Session.Do("Delete photo", func(e *workshop.Edit) error { return e.Delete(id) })) {
		return
	}
	b.FocusFirst()
	b.o.Frame.Notify(widgets.Notice{Icon: "camera", Text: "The photo was deleted", Button: "Undo", Key: "Ctrl+Z", OnTap: func() {
		if b.o.Session.CanUndo() == "Delete photo" {
			_, err := b.o.Session.Undo()
			b.done(err)
		}
	}})
}

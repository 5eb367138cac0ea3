package room

import (
	"encoding/json"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop"
)

// whole is everything that the workshop has.
func (d *desk) whole() string {
	d.t.Helper()
	all := map[workshop.Kind][]workshop.Record{}
	d.Read(func(w *workshop.Workshop) {
		for _, k := range workshop.Kinds {
			all[k] = w.Records(k)
		}
	})
	out, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		d.t.Fatal(err)
	}
	return string(out)
}

// TestEveryDeletionIsTakenBack deletes one of everything that can be deleted in the room and on its canvases, and undoes it by the key.
func TestEveryDeletionIsTakenBack(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	for _, id := range []string{"wastes", "control-plan", "pick", "five-whys", "fishbone", "force-field"} {
		def, ok := d.room.agenda.canvas(id)
		if !ok {
			t.Fatalf("there is no canvas %s", id)
		}
		d.fill(def, 3)
	}
	var group, voting, voted workshop.ID
	d.do(func(e *workshop.Edit) error {
		group = e.Add(&workshop.Step{Title: "Early shift", Within: d.step("Gemba walk").ID, Day: 1, Minutes: 60})
		for _, c := range workshop.All[workshop.Card](e.Workshop()) {
			own, err := workshop.Modify[workshop.Card](e, c.ID)
			if err != nil {
				return err
			}
			switch c.Canvas {
			case "wastes":
				own.Action = e.Add(&workshop.Action{Title: "Hang the spanner up", Source: c.ID})
				own.Group, voted = group, c.ID
			case "five-whys", "fishbone": // a branch: the second and the third hang from the first
				if first := firstOf(e.Workshop(), c.Canvas); first != c.ID {
					own.Parent = first
				}
			}
		}
		voting = e.Add(&workshop.Voting{Canvas: "wastes", Dots: 3})
		return e.Give(voting, voted, "", 2)
	})
	brk := workshop.ID("")
	d.do(func(e *workshop.Edit) error {
		walk := d.step("Gemba walk")
		brk = e.Add(&workshop.Step{Title: "Coffee", Day: walk.Day, Position: walk.Position + 1, Minutes: 15, Break: true})
		return nil
	})
	on := func(step string, turns int, keys ...fyne.KeyName) func() {
		return func() {
			d.open(step)
			for range turns {
				d.room.center.turn(1)
			}
			d.key(keys...)
		}
	}
	for _, x := range []struct {
		name   string
		delete func()
	}{
		{"a card with its action and its dots", on("Gemba walk", 0, fyne.KeyDown, fyne.KeyDelete)},
		{"a row", on("Control plan", 0, fyne.KeyUp, fyne.KeyDelete)},
		{"a cell", on("Control plan", 0, fyne.KeyUp, fyne.KeyBackspace)},
		{"a card on the field", on("Impact and effort", 0, fyne.KeyDown, fyne.KeyDelete)},
		{"a branch with what hangs from it", on("Root cause", 0, fyne.KeyDown, fyne.KeyDelete)},
		{"a bone's cause with what hangs from it", on("Root cause", 1, fyne.KeyDown, fyne.KeyDelete)},
		{"a force", on("Force field", 0, fyne.KeyDown, fyne.KeyDelete)},
		{"a dot", func() {
			d.do(func(e *workshop.Edit) error { return e.Give(voting, voted, "", -1) })
		}},
		{"a voting", func() { d.do(func(e *workshop.Edit) error { return e.Delete(voting) }) }},
		{"a group", func() {
			d.open("Gemba walk")
			d.room.toGroup(1)
			d.room.dissolve()
		}},
		{"a step with its group", func() { d.room.remove(d.step("Gemba walk").ID) }},
		{"a break", func() { d.room.remove(brk) }},
	} {
		before := d.whole()
		x.delete()
		if d.whole() == before {
			t.Errorf("%s: nothing was deleted", x.name)
			continue
		}
		d.press("Ctrl+Z")
		if after := d.whole(); after != before {
			t.Errorf("%s has not come back as it was", x.name)
		}
		d.press("Ctrl+Y")
		if d.whole() == before {
			t.Errorf("%s cannot be deleted again", x.name)
		}
		d.press("Ctrl+Z")
		if d.whole() != before {
			t.Errorf("%s has not come back the second time", x.name)
		}
	}
}

// firstOf is the first card of a canvas.
func firstOf(w *workshop.Workshop, canvas string) workshop.ID {
	for _, c := range workshop.All[workshop.Card](w) {
		if c.Canvas == canvas {
			return c.ID
		}
	}
	return ""
}

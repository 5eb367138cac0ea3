package canvas

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop"
)

func opposed(t *testing.T) (*bench, *forces) {
	t.Helper()
	b := newBench(t)
	f := newForces(builtin(t, "force-field"), b.desk)
	b.show(f, room)
	return b, f
}

func TestForcesAreTypedOntoBothSides(t *testing.T) {
	b, f := opposed(t)
	left, right := f.rows.def.Columns[0].ID, f.rows.def.Columns[1].ID
	b.line("The customer waits =4")
	b.line("Setters want it =5 | Let them show it")
	b.key(fyne.KeyTab)
	b.line("Nights hear it last =3")
	b.line("Fear for jobs")
	same(t, b.texts(left), "The customer waits", "Setters want it")
	same(t, b.texts(right), "Nights hear it last", "Fear for jobs")
	if len(f.laid.Boxes) != 4 || f.laid.At(5, f.laid.Boxes[1].Y+5) != 1 || f.laid.At(f.laid.W-5, f.laid.Boxes[3].Y+5) != 3 {
		t.Errorf("the picture has %+v", f.laid.Boxes)
	}
	if got := f.Totals(); !slices.Equal(got, []string{"4 forces", "some without strength"}) {
		t.Errorf("totals %q", got)
	}
	f.judge(f.selected, 2)
	if got := f.Totals(); !slices.Equal(got, []string{"4 forces"}) {
		t.Errorf("totals %q after all were judged", got)
	}
	b.press("Alt+Up")
	same(t, b.texts(right), "Fear for jobs", "Nights hear it last")
	b.press("Alt+Left")
	same(t, b.texts(left), "Fear for jobs", "The customer waits", "Setters want it")
	if f.side != 0 {
		t.Error("the keyboard did not go along")
	}
	b.press("Alt+Down")
	b.press("Alt+Down")
	b.press("Alt+Down")
	same(t, b.texts(left), "The customer waits", "Setters want it", "Fear for jobs")
	b.key(fyne.KeyUp, fyne.KeyRight)
	if c := f.card(f.selected); c == nil || c.Text("text") != "Nights hear it last" {
		t.Errorf("Right came to %+v", c)
	}
	b.press("Ctrl+Enter")
	if a := b.actions(); len(a) != 1 || a[0].Source != f.selected {
		t.Errorf("actions %+v", a)
	}
}

func TestForcesAreDraggedAcrossAndTheGroundChoosesTheSide(t *testing.T) {
	b, f := opposed(t)
	left, right := f.rows.def.Columns[0].ID, f.rows.def.Columns[1].ID
	b.line("one =1")
	b.line("two =2")
	b.line("three =3")
	f.drop(0, fyne.NewPos(float32(f.laid.W)-9, float32(f.laid.Boxes[2].Y)))
	same(t, b.texts(left), "two", "three")
	same(t, b.texts(right), "one")
	last := f.laid.Boxes[1]
	f.drop(0, fyne.NewPos(9, float32(last.Y+last.H)))
	same(t, b.texts(left), "three", "two")
	f.surface.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(f.laid.W)-9, float32(f.laid.Boxes[1].Y+f.laid.Boxes[1].H)-4)})
	b.line("four")
	same(t, b.texts(right), "one", "four")
	f.surface.Tapped(&fyne.PointEvent{Position: fyne.NewPos(9, 4)})
	b.line("five")
	same(t, b.texts(left), "three", "two", "five")
	b.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Card{Canvas: "force-field", Column: "gone", Cells: map[string]any{"text": "of a column that is no more"}})
		return nil
	})
	f.watch.Catch()
	if i := slices.IndexFunc(f.cards, func(c *workshop.Card) bool { return c.Column == "gone" }); i < 0 || f.sideOf(f.cards[i]) != 0 {
		t.Error("a card of an unknown column is not shown")
	}
}

package canvas

import (
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop"
)

// tab presses Tab as the window does: without a widget that wants it, the keyboard goes on to the next one.
func (b *bench) tab() {
	b.t.Helper()
	f, ok := b.window.Canvas().Focused().(fyne.Tabbable)
	if !ok || !f.AcceptsTab() {
		b.window.Canvas().FocusNext()
		return
	}
	b.key(fyne.KeyTab)
}

func promises(t *testing.T) (*bench, *Table) {
	t.Helper()
	b := newBench(t)
	b.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Person{Name: "Bureau chief of staff"})
		e.Add(&workshop.Person{Name: "Bureau chief"})
		return nil
	})
	c := NewTable(RecordRows("promise", RecordFields(workshop.KindCommitment, "who", "resource", "promised"), nil,
		func() workshop.Record { return &workshop.Commitment{} }), b.desk)
	b.show(c, room)
	return b, c
}

func (b *bench) promised() (out []*workshop.Commitment) {
	b.Read(func(w *workshop.Workshop) { out = workshop.All[workshop.Commitment](w) })
	return out
}

func (b *bench) called(id workshop.ID) (name string) {
	b.Read(func(w *workshop.Workshop) {
		if p := workshop.Find[workshop.Person](w, id); p != nil {
			name = p.Name
		}
	})
	return name
}

func TestTabTakesTheMarkedPersonAndGoesOn(t *testing.T) {
	b, c := promises(t)
	b.typed("bureau chief")
	b.tab()
	b.typed("time")
	b.tab()
	b.typed("40")
	b.tab()
	all := b.promised()
	if len(all) != 1 || b.called(all[0].Who) != "Bureau chief" || all[0].Resource != "time" || all[0].Promised != 40 {
		t.Fatalf("%+v", all)
	}
	if len(b.desk.people()) != 4 {
		t.Error("a person was made of one who is there")
	}
	if c.editor != nil {
		t.Errorf("the cursor is in row %d, column %d", c.row, c.col)
	}
}

func TestTabTakesABeginningOrMakesANewPerson(t *testing.T) {
	b, c := promises(t)
	b.typed("Sam")
	b.tab()
	if all := b.promised(); len(all) != 1 || b.called(all[0].Who) != "Samuel Okafor" || c.col != 1 {
		t.Fatalf("%+v, column %d", all, c.col)
	}
	b.key(fyne.KeyDown, fyne.KeyHome)
	b.typed("Head of trade")
	b.tab()
	b.typed("bud")
	b.tab()
	all := b.promised()
	if len(all) != 2 || b.called(all[1].Who) != "Head of trade" || all[1].Resource != "budget" || c.row != 1 || c.col != 2 {
		t.Fatalf("%+v, row %d, column %d", all, c.row, c.col)
	}
}

func TestShiftTabTakesTheChoiceAndGoesBack(t *testing.T) {
	b, c := promises(t)
	b.typed("Sam")
	b.tab()
	b.typed("tim")
	b.shiftTab()
	if all := b.promised(); len(all) != 1 || all[0].Resource != "time" || c.row != 0 || c.col != 0 {
		t.Errorf("%+v, row %d, column %d", all, c.row, c.col)
	}
}

func TestTabWithNothingThatFitsStaysAndSaysSo(t *testing.T) {
	b, c := promises(t)
	b.typed("Sam")
	b.tab()
	b.typed("xyz")
	b.tab()
	if all := b.promised(); len(all) != 1 || all[0].Resource != "" || c.col != 1 || b.window.Canvas().Overlays().Top() == nil {
		t.Errorf("%+v, column %d", all, c.col)
	}
}

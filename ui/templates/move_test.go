package templates

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/workshop/template"
)

// order is the template's steps by phase, and its canvases.
func order(t *template.Template) string {
	var out []string
	for _, p := range t.Phases {
		ids := []string{}
		for _, s := range p.Steps {
			ids = append(ids, s.ID)
		}
		out = append(out, strings.Join(ids, " "))
	}
	ids := []string{}
	for _, c := range t.Canvases {
		ids = append(ids, c.ID)
	}
	return strings.Join(append(out, strings.Join(ids, " ")), " | ")
}

// small is a template of two phases with three steps and two canvases.
func small(b *bench) *Editor {
	b.Helper()
	e := b.edit("blank")
	e.did("Small", func(t *template.Template) {
		t.Days = 2
		t.Phases = []template.Phase{
			{ID: "one", Title: "Day 1", Day: 1, Steps: []template.Step{{ID: "a", Title: "A", Minutes: 10}, {ID: "b", Title: "B", Minutes: 20}}},
			{ID: "two", Title: "Day 2", Day: 2, Steps: []template.Step{{ID: "c", Title: "C", Minutes: 30}}},
		}
		cell := []template.Cell{{ID: template.TextCell, Title: "Text", Type: template.TypeText, Required: true}}
		t.Canvases = []template.Canvas{{ID: "x", Title: "X", Question: "?", Shape: template.ShapeTree, Cells: cell}, {ID: "y", Title: "Y", Question: "?", Shape: template.ShapeTree, Cells: cell},
			{ID: "z", Title: "Z", Question: "?", Shape: template.ShapeTree, Cells: cell}}
	})
	b.w.Canvas().Capture() // lays the outline out
	return e
}

// row is the line of a part in the outline, as it is drawn.
func (b *bench) row(e *Editor, id string) (*lineRow, fyne.Position) {
	b.Helper()
	var found *lineRow
	walk(b.w.Content(), func(o fyne.CanvasObject) {
		if r, ok := o.(*lineRow); ok && r.part.id == id && r.Visible() {
			found = r
		}
	})
	if found == nil {
		b.Fatalf("the outline shows no %s", id)
	}
	return found, fyne.CurrentApp().Driver().AbsolutePositionForObject(found)
}

// carry drags the line of a part to the middle of another line, a little below or above.
func (b *bench) carry(e *Editor, id, to string, below bool) {
	b.Helper()
	r, _ := b.row(e, id)
	target, at := b.row(e, to)
	y := at.Y + target.Size().Height*0.2
	if below {
		y = at.Y + target.Size().Height*0.8
	}
	for _, y := range []float32{y - 3, y} {
		r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(at.X+20, y)}})
	}
	r.DragEnd()
	b.w.Canvas().Capture()
}

func TestStepsAndCanvasesAreDragged(t *testing.T) {
	b := open(t)
	e := small(b)
	for _, c := range []struct {
		id, to string
		below  bool
		want   string
	}{
		{"a", "b", true, "b a | c | x y z"},
		{"a", "c", true, "b | c a | x y z"},
		{"a", "c", false, "b | a c | x y z"},
		{"c", "b", false, "c b | a | x y z"},
		{"c", "c", true, "c b | a | x y z"},  // where it was
		{"b", "z", true, "c | a b | x y z"},  // over the canvases: the last place for a step
		{"z", "x", false, "c | a b | z x y"}, // a canvas before the first
		{"z", "y", true, "c | a b | x y z"},  // and after the last
		{"x", "a", false, "c | a b | x y z"}, // over the steps: the first place for a canvas
		{"b", "a", false, "c | b a | x y z"}, // right below a heading
	} {
		b.carry(e, c.id, c.to, c.below)
		if got := order(e.draft.now); got != c.want {
			t.Errorf("%s to %s (below: %v): %s, want %s", c.id, c.to, c.below, got, c.want)
		}
		if e.at.id != c.id {
			t.Errorf("%s was dragged, and %s is in hand", c.id, e.at.id)
		}
	}
	before := len(e.draft.past)
	b.run("edit.undo")
	if order(e.draft.now) != "c | a b | x y z" || len(e.draft.past) != before-1 {
		t.Errorf("undo gives %s", order(e.draft.now))
	}
	// A heading is not dragged, and leaves nothing marked.
	b.w.Canvas().Capture()
	head := e.outline.lines[slices.IndexFunc(e.outline.lines, func(l line) bool { return l.kind == "" })]
	r, _ := b.row(e, "a")
	r.set(head)
	r.Dragged(&fyne.DragEvent{})
	r.DragEnd()
	if order(e.draft.now) != "c | a b | x y z" || e.outline.gap != -1 {
		t.Error("a heading was dragged")
	}
}

func TestCanvasesMoveByKey(t *testing.T) {
	b := open(t)
	e := small(b)
	e.open(part{partCanvas, "x"})
	b.run("editor.down")
	b.run("editor.down")
	b.run("editor.down") // there is no further down
	if got := order(e.draft.now); got != "a b | c | y z x" || e.at.id != "x" {
		t.Errorf("%s, %v in hand", got, e.at)
	}
	b.run("editor.up")
	if got := order(e.draft.now); got != "a b | c | y x z" {
		t.Error(got)
	}
	e.open(part{partStep, "c"})
	b.run("editor.up")
	if got := order(e.draft.now); got != "a b c |  | y x z" {
		t.Error(got)
	}
}

func TestEscapeComesBackToTheOutline(t *testing.T) {
	b := open(t)
	e := small(b)
	e.FocusFirst()
	key := func(names ...fyne.KeyName) {
		t.Helper()
		for _, n := range names {
			if b.w.Canvas().Focused() == nil {
				t.Fatalf("nothing has the keyboard before %s", n)
			}
			b.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	e.open(part{partStep, "a"})
	key(fyne.KeyReturn) // into the form
	b.typed("Opening")
	key(fyne.KeyEscape, fyne.KeyDown)
	if s, _ := e.draft.now.Step("a"); s.Title != "Opening" || e.at.id != "b" {
		t.Errorf("%q, and %v in hand", s.Title, e.at)
	}
}

// walk visits everything that a window holds.
func walk(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	f(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			walk(c, f)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			walk(c, f)
		}
	}
}

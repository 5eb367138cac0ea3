package resistance

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/workshop"
)

// mapped opens the map of the picture.
func mapped(t testing.TB) *room {
	r := newRoom(t)
	r.stakes()
	r.open(plain)
	return r
}

// cellAt is the middle of a cell on the field.
func (r *room) cellAt(support, influence int) fyne.Position {
	x, y, w, h := r.page.field.box(support, influence)
	return fyne.NewPos(x+w/2, y+h/2)
}

func (r *room) ratings(code string) []workshop.Rating {
	r.t.Helper()
	var out []workshop.Rating
	var err error
	r.Read(func(w *workshop.Workshop) { out, err = w.Ratings(r.ids[code]) })
	if err != nil {
		r.t.Fatal(err)
	}
	return out
}

func (r *room) wants(code string, now, needed, influence int) {
	r.t.Helper()
	s := r.stake(code)
	if s.SupportNow == nil || s.SupportNeeded == nil || *s.SupportNow != now || *s.SupportNeeded != needed || s.Influence != influence {
		r.t.Errorf("%s is rated %v, %v, %d; want %d, %d, %d", code, s.SupportNow, s.SupportNeeded, s.Influence, now, needed, influence)
	}
}

func TestDraggingABubbleRates(t *testing.T) {
	r := mapped(t)
	n := r.page.field.nodes[r.ids["Cedar"]]
	to := r.cellAt(0, 3).Subtract(fyne.NewPos(n.x, n.y)).AddXY(30, -20) // anywhere in the cell
	r.press("Cedar", 0)
	r.pull(to.X, to.Y)
	r.wants("Cedar", -2, 1, 5) // nothing before it is let go
	r.drop()
	r.wants("Cedar", 0, 1, 3)
	if x, _, w, _ := r.page.field.box(0, 3); n.x != x+w/2 {
		t.Errorf("the bubble rests at %v, not in the middle of its column", n.x)
	}
	if got := r.CanUndo(); got != "Support now" {
		t.Errorf("undo would take back %q", got)
	}
	if !r.page.ask.open() || r.page.ask.id != r.ids["Cedar"] {
		t.Fatal("nobody asks what the rating rests on")
	}
	if r.window.Canvas().Focused() != nil {
		t.Error("the question took the keyboard")
	}
	last := r.ratings("Cedar")
	if got := last[len(last)-1]; got.Date != "2026-11-18" || *got.Now != 0 || got.Influence != 3 {
		t.Errorf("the new rating is %+v", got)
	}
	if len(last) != 6 {
		t.Errorf("%d ratings, the five before are to be kept", len(last))
	}
}

func TestDraggingTheArrowMovesWhereNeeded(t *testing.T) {
	for name, press := range map[string]func(*room){
		"with Ctrl":  func(r *room) { r.press("Alder", fyne.KeyModifierControl); r.pull(230, 90) },
		"with Shift": func(r *room) { r.press("Alder", fyne.KeyModifierShift); r.pull(230, 0) },
		"by its end": func(r *room) {
			n := r.page.field.nodes[r.ids["Alder"]]
			r.pressAt(fyne.NewPos(n.end, n.y), 0)
			r.pull(r.page.field.column(1)-n.end, 0)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := mapped(t)
			press(r)
			r.drop()
			r.wants("Alder", -1, 1, 4)
		})
	}
}

func TestADragThatGoesNowhere(t *testing.T) {
	for name, drag := range map[string]func(*room){
		"out of the map":       func(r *room) { r.press("Cedar", 0); r.pull(-300, 0); r.drop() },
		"within its cell":      func(r *room) { r.press("Cedar", 0); r.pull(20, 10); r.drop() },
		"given up with Esc":    func(r *room) { r.press("Cedar", 0); r.pull(240, 100); r.key(fyne.KeyEscape); r.pull(10, 0); r.drop() },
		"from an empty place":  func(r *room) { r.pressAt(r.cellAt(0, 5), 0); r.pull(100, 100); r.drop() },
		"while the past shows": func(r *room) { r.page.lookAt("2026-11-03"); r.press("Cedar", 0); r.pull(240, 100); r.drop() },
	} {
		t.Run(name, func(t *testing.T) {
			r := mapped(t)
			before := r.CanUndo()
			drag(r)
			r.wants("Cedar", -2, 1, 5)
			if r.CanUndo() != before || r.page.ask.open() {
				t.Error("something was done")
			}
			if n := r.page.field.nodes[r.ids["Cedar"]]; n.body.Position().X > n.x {
				t.Error("the bubble did not go back")
			}
		})
	}
}

func TestSomebodyNotRatedIsDraggedFromTheTray(t *testing.T) {
	r := newRoom(t)
	r.crowd(3)
	r.open(plain)
	id := r.page.list.rows[1].id
	r.ids["x"] = id
	n, to := r.page.field.nodes[id], r.cellAt(-1, 4)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.page.field).AddXY(n.x, n.y)
	test.Drag(r.window.Canvas(), at, to.X-n.x, to.Y-n.y) // through the canvas, as the driver finds the field
	if s := r.stake("x"); s.SupportNow == nil || *s.SupportNow != -1 || s.Influence != 4 {
		t.Fatalf("rated %v, influence %d", s.SupportNow, s.Influence)
	}
	if rows := r.page.list.rows; rows[0].id != id || rows[1].heading == "" {
		t.Errorf("the list is %v", rows)
	}
}

func TestAnswersGoIntoTheSessionAtOnce(t *testing.T) {
	r := mapped(t)
	earlier := r.stake("Cedar").Evidence
	r.key(fyne.KeyRight)
	r.wants("Cedar", -1, 1, 5)
	r.page.ask.sure.Choose(1)
	if got := r.stake("Cedar").Confidence; got != 2 {
		t.Errorf("confidence %d", got)
	}
	r.letter('e')
	test.Type(r.page.ask.words.Input(), "Asked for the plan")
	want := "Asked for the plan\n16 Nov: " + earlier
	if s := r.stake("Cedar"); s.Evidence != want || s.EvidenceDate != "2026-11-18" {
		t.Errorf("evidence %q of %s; what was said earlier is to stay", s.Evidence, s.EvidenceDate)
	}
	if got := r.page.details.evidence.label.Text; got != want {
		t.Errorf("the details show %q", got)
	}
	r.page.ask.day.Set(workshop.Date("2026-11-17").Time())
	r.page.ask.day.OnChanged(workshop.Date("2026-11-17").Time())
	ratings := r.ratings("Cedar")
	if !slices.ContainsFunc(ratings, func(x workshop.Rating) bool { return x.Date == "2026-11-17" && *x.Now == -1 && x.Confidence == 2 }) {
		t.Errorf("no rating has the date that was given: %+v", ratings)
	}
	r.key(fyne.KeyReturn)
	if r.page.ask.open() {
		t.Error("Enter did not close the panel")
	}
	if r.stake("Cedar").Evidence != want {
		t.Error("closing lost words")
	}
}

func TestRefusedWordsStay(t *testing.T) {
	r := mapped(t)
	r.letter('e')
	r.page.ask.words.SetText("a\u202Eb")
	if r.page.ask.words.Problem == "" || r.page.ask.words.Text() != "a\u202Eb" {
		t.Errorf("problem %q, text %q", r.page.ask.words.Problem, r.page.ask.words.Text())
	}
	r.key(fyne.KeyReturn)
	if !r.page.ask.open() {
		t.Error("the panel went away with words that nobody kept")
	}
}

func TestKeys(t *testing.T) {
	r := mapped(t)
	r.key(fyne.KeyDown)
	if r.page.selected != r.ids["Alder"] {
		t.Fatalf("Down selected %s", r.page.selected)
	}
	r.key(fyne.KeyLeft)
	r.wants("Alder", -2, 2, 4)
	r.key(fyne.KeyLeft) // there is nothing beyond
	r.wants("Alder", -2, 2, 4)
	r.shortcut("Ctrl+Left")
	r.wants("Alder", -2, 1, 4)
	r.shortcut("Ctrl+Right")
	r.wants("Alder", -2, 2, 4)
	r.letter('5')
	r.wants("Alder", -2, 2, 5)
	if r.page.selected != r.ids["Alder"] {
		t.Error("rating selected somebody else")
	}
	if e := r.page.model.stakes[r.ids["Alder"]].entry; e.Priority != 20 || r.page.list.rows[0].id != r.ids["Alder"] {
		t.Errorf("priority %d; the first of the list is %v", e.Priority, r.page.list.rows[0])
	}
	if got := r.page.details.account.Text; got != "Influence 5 × gap 4 = 20, act this week" {
		t.Errorf("the details say %q", got)
	}
	r.key(fyne.KeyUp)
	r.key(fyne.KeyReturn)
	if r.window.Canvas().Focused() != fyne.Focusable(r.page.details.now) {
		t.Error("Enter did not go into the details")
	}
}

func TestLettersInAnEntryRateNobody(t *testing.T) {
	r := mapped(t)
	r.page.details.sign.Focus()
	test.Type(r.page.details.sign.Input(), "5 an")
	r.key(fyne.KeyDown)
	r.wants("Cedar", -2, 1, 5)
	if got := r.stake("Cedar").SuccessSign; got != "5 an" {
		t.Errorf("the sign is %q", got)
	}
	if r.page.selected != r.ids["Cedar"] {
		t.Error("Down in an entry selected somebody else")
	}
}

func TestRemoveAndUndo(t *testing.T) {
	r := mapped(t)
	r.key(fyne.KeyDelete)
	if r.stake("Cedar") != nil || len(r.page.field.nodes) != 10 {
		t.Fatalf("still there; %d bubbles", len(r.page.field.nodes))
	}
	if r.page.selected != r.ids["Alder"] {
		t.Error("the next one is not selected")
	}
	r.shell.Notices().Current().OnTap()
	if r.stake("Cedar") == nil || len(r.page.field.nodes) != 11 {
		t.Error("undo did not bring back")
	}
	r.key(fyne.KeyDelete)
	undo := r.shell.Notices().Current()
	r.key(fyne.KeyRight)
	now := r.CanUndo()
	undo.OnTap()
	if r.CanUndo() != now {
		t.Error("the notice took back something else than it says")
	}
}

func TestObjectsAreMovedNotRebuilt(t *testing.T) {
	r := mapped(t)
	before := r.page.field.nodes[r.ids["Cedar"]]
	body, drawn := before.body, slices.Clone(r.page.field.drawn)
	r.press("Cedar", 0)
	r.pull(250, 120)
	if !slices.Equal(r.page.field.drawn, drawn) {
		t.Error("a drag changed the objects")
	}
	r.drop()
	r.page.refresh()
	after := r.page.field.nodes[r.ids["Cedar"]]
	if after != before || after.body != body || len(r.page.field.drawn) != len(drawn) {
		t.Error("a re-rating made new objects")
	}
}

func TestACrowdStaysApart(t *testing.T) {
	for _, n := range []int{12, 60, 300} {
		r := newRoom(t)
		r.crowd(n)
		r.open(plain)
		f := r.page.field
		for i, a := range f.order {
			for _, b := range f.order[:i] {
				if a.hidden || b.hidden {
					continue
				}
				dx, dy, min := a.x-b.x, a.y-b.y, a.r+a.ring+b.r+b.ring
				if dx*dx+dy*dy < min*min*0.98 {
					t.Fatalf("of %d, two lie on one another: %v,%v and %v,%v", n, a.x, a.y, b.x, b.y)
				}
			}
			if s := a.spot; s.rated {
				if now, influence, ok := f.cell(fyne.NewPos(a.x, a.y)); !ok || now != s.now || influence != s.influence {
					t.Fatalf("of %d, one at %d, %d is drawn in the cell %d, %d", n, s.now, s.influence, now, influence)
				}
			}
		}
	}
}

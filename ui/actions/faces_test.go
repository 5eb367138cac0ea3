package actions

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

func TestPickByKeyboard(t *testing.T) {
	d := newDesk(t)
	d.page.turnTo(facePick)
	title := "Move torque tool to point of use, cell 2" // effort 2, impact 5
	d.page.cursorOn(d.action(title).ID)
	d.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp)
	if a := d.action(title); a.Effort != 4 || a.Impact != 5 {
		t.Errorf("effort %d, impact %d", a.Effort, a.Impact)
	}
	if got := d.page.pick.told.Text; got != "A-003  "+title+"  ·  effort 4, impact 5  ·  Challenge" {
		t.Errorf("said %q", got)
	}
	for range 2 { // one step for the effort, one for the impact
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if a := d.action(title); a.Effort != 2 || a.Impact != 5 {
		t.Errorf("after undo effort %d, impact %d", a.Effort, a.Impact)
	}
	// One that nobody has rated comes to the middle, and on from there.
	bare := "Stop two low-value reports"
	d.page.cursorOn(d.action(bare).ID)
	d.key(fyne.KeyLeft)
	if a := d.action(bare); a.Effort != 2 || a.Impact != 3 {
		t.Errorf("effort %d, impact %d", a.Effort, a.Impact)
	}
	d.key(fyne.KeyTab)
	if d.page.current == d.action(bare).ID {
		t.Error("Tab does not go to the next action")
	}
	d.rune('v')
	d.rune('v')
	if d.page.facing != faceTable || d.page.face != nil {
		t.Errorf("V led to %d", d.page.facing)
	}
}

func TestPickByMouse(t *testing.T) {
	d := newDesk(t)
	d.page.turnTo(facePick)
	p := d.page.pick
	title := "Name a deputy for each value stream" // effort 1, impact 3
	from := p.box(p.index(d.action(title).ID))
	start := fyne.NewPos(float32(from.X+from.W/2), float32(from.Y+from.H/2))
	if p.at(start) != p.index(d.action(title).ID) {
		t.Fatal("the card is not where it is drawn")
	}
	plot := p.laid.Plot
	p.drop(p.at(start), start, fyne.NewPos(float32(plot.X+plot.W-4), float32(plot.Y+plot.H-4)))
	if a := d.action(title); a.Effort != 5 || a.Impact != 1 || quadrant(a.Effort, a.Impact) != "Kill" {
		t.Errorf("effort %d, impact %d", a.Effort, a.Impact)
	}
	p.drop(p.index(d.action(title).ID), start, fyne.NewPos(-5, -5))
	if a := d.action(title); a.Effort != 5 {
		t.Error("dropped outside, it moved")
	}
}

func TestTimelineByKeyboard(t *testing.T) {
	d := newDesk(t)
	d.page.turnTo(faceTimeline)
	if d.page.list.Group() != actionlist.Owner {
		t.Errorf("grouped by %q", d.page.list.Group())
	}
	title := "Print one-page setup standard with photos" // due Thu 19 Nov, no start
	d.page.cursorOn(d.action(title).ID)
	d.key(fyne.KeyRight, fyne.KeyRight)
	if a := d.action(title); a.Due != "2026-11-21" || a.Start != "" {
		t.Errorf("%s to %s", a.Start, a.Due)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if a := d.action(title); a.Due != "2026-11-19" {
		t.Errorf("after undo due %s", a.Due)
	}
	if err := d.page.change(d.page.row(), "x", func(a *workshop.Action) { a.Start = "2026-11-17" }); err != nil {
		t.Fatal(err)
	}
	d.key(fyne.KeyLeft)
	if a := d.action(title); a.Start != "2026-11-16" || a.Due != "2026-11-18" {
		t.Errorf("%s to %s", a.Start, a.Due)
	}
	d.page.gantt.surface.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	d.key(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	if a := d.action(title); a.Start != "2026-11-16" || a.Due != "2026-11-16" {
		t.Errorf("the due date alone: %s to %s", a.Start, a.Due)
	}
	before := d.page.current
	d.page.gantt.surface.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
	d.key(fyne.KeyDown)
	if d.page.current == before || d.page.row() == nil {
		t.Error("Down does not go to the next action")
	}
	for _, r := range "+++]]-[" {
		d.rune(r)
	}
	if d.page.gantt.level != 2 {
		t.Errorf("zoom %d", d.page.gantt.level)
	}
}

func TestTimelineByMouse(t *testing.T) {
	d := newDesk(t)
	title := "Move torque tool to point of use, cell 2"
	d.page.Select(d.action(title).ID)
	if err := d.page.change(d.page.row(), "x", func(a *workshop.Action) { a.Start = "2026-11-10" }); err != nil {
		t.Fatal(err)
	}
	d.page.turnTo(faceTimeline)
	g := d.page.gantt
	drag := func(share float64, days int) {
		t.Helper()
		i := d.page.indexOf(d.action(title).ID)
		bar, ok := g.laid.Bar(i)
		if !ok {
			t.Fatal("no bar")
		}
		start := fyne.NewPos(float32(bar.X+bar.W*share), float32(bar.Y+bar.H/2))
		x := start.X
		for g.laid.Days(float64(x-start.X)) < days {
			x++
		}
		if g.at(start) != i {
			t.Fatal("the bar is not where it is drawn")
		}
		g.drop(i, start, fyne.NewPos(x, start.Y))
	}
	drag(0.4, 3)
	if a := d.action(title); a.Start != "2026-11-13" || a.Due != "2026-11-21" {
		t.Errorf("the bar: %s to %s", a.Start, a.Due)
	}
	drag(0.99, 2)
	if a := d.action(title); a.Start != "2026-11-13" || a.Due != "2026-11-23" {
		t.Errorf("its end: %s to %s", a.Start, a.Due)
	}
}

// A timeline of thousands lays out the rows in sight.
func TestTimelineOfThousands(t *testing.T) {
	s := newSession(t)
	sample(t, s)
	do(t, s, func(e *workshop.Edit) {
		for i := range 3000 {
			e.Add(&workshop.Action{Title: fmt.Sprintf("Action %d", i), Due: today.AddDays(i % 90), Start: today.AddDays(i%90 - 5)})
		}
	})
	d := open(t, s, snap.Look{Width: 1280, Height: 800})
	d.page.turnTo(faceTimeline)
	begun := time.Now()
	for range 20 {
		d.key(fyne.KeyPageDown)
	}
	t.Logf("20 pages in %v", time.Since(begun))
	if n := len(d.page.gantt.laid.Lines(0, 30).Shapes); n > 300 {
		t.Errorf("30 rows are %d shapes", n)
	}
	if y := d.page.gantt.scroll.Offset.Y; y < 5000 {
		t.Errorf("scrolled to %v", y)
	}
}

func TestMeansAreAddedUp(t *testing.T) {
	d := newDesk(t)
	d.page.turnTo(faceMeans)
	s := d.page.sums
	var tomas, all sumRow
	for _, r := range s.rows {
		if r.name == "Tomás Rivera" {
			tomas = r
		}
		if r.total {
			all = r
		}
	}
	if tomas.Actions != 1 || tomas.Line[0].Asked != 200 || all.Actions != 7 || all.Line[0].Asked != 560 || all.Line[0].Promised != 412 || all.currency != "EUR" {
		t.Errorf("%+v\n%+v", tomas, all)
	}
	if d.page.drawer.visible() {
		t.Error("the details of one action stand beside the sums")
	}
	for i, w := range s.ways {
		s.by = i
		s.show()
		if len(s.rows) < 2 {
			t.Errorf("%s: %+v", w.title, s.rows)
		}
		for row := range s.rows {
			for col := range 11 {
				s.cell(row, col)
			}
		}
	}
}

func TestStaleActions(t *testing.T) {
	d := newDesk(t)
	if d.page.list.Shown()[0].Stale(today) {
		t.Error("changed an hour ago, and stale")
	}
	d.page.list.SetToday(today.AddDays(workshop.StaleAfter))
	d.page.filters.toggle(actionlist.Quiet)
	if got := d.shown(); len(got) != 6 {
		t.Errorf("stale are %q", got)
	}
	if c := d.page.columns[1].cell(d.page.list.Shown()[0]); c.Icon != "clock" {
		t.Error("they are not marked")
	}
	d.page.filters.toggle(actionlist.Quiet)
	if d.page.list.Filter().State != actionlist.NotDone {
		t.Error("the filter stays")
	}
}

func TestActionsWhoseCheckIsDue(t *testing.T) {
	d := newDesk(t)
	done := d.action("Film the first changeover")
	do(t, d.Session, func(e *workshop.Edit) {
		a, err := workshop.Modify[workshop.Action](e, done.ID)
		if err != nil {
			t.Fatal(err)
		}
		a.CheckEvery, a.CheckFrom = workshop.EveryWeek, "2026-11-16"
	})
	d.page.watch.Catch()
	d.page.filters.toggle(actionlist.Check)
	if got := d.shown(); len(got) != 1 || got[0] != done.Title {
		t.Errorf("to be checked are %q", got)
	}
	d.page.Select(done.ID)
	d.page.checkedToday()
	d.page.list.Settle()
	if got := d.shown(); len(got) != 0 {
		t.Errorf("after the check %q", got)
	}
}

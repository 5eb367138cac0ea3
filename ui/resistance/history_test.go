package resistance

import (
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/workshop"
)

// TestHistoryIsReplayed goes through the days by keys and by the mouse, and back to today.
func TestHistoryIsReplayed(t *testing.T) {
	r := mapped(t)
	p, h := r.page, r.page.history
	if p.strip.Visible() {
		t.Error("the strip takes room before anybody has asked for it")
	}
	r.letter('h')
	if !p.strip.Visible() || h.at != len(h.points)-1 || h.points[h.at].Date != "2026-11-16" {
		t.Fatalf("the strip is at %d of %d", h.at, len(h.points))
	}
	today := h.points[h.at].Index
	for h.at > 0 {
		r.letter(',')
	}
	if p.model.asOf != "2026-09-22" || r.stake("Cedar").SupportNow == nil || *p.model.stakes[r.ids["Cedar"]].seen.SupportNow != -1 {
		t.Errorf("the first day is %q", p.model.asOf)
	}
	r.key(fyne.KeyRight)
	if *r.stake("Cedar").SupportNow != -2 {
		t.Error("the past was changed")
	}
	r.letter(',')
	if p.model.asOf != "2026-09-22" {
		t.Error("there is a day before the first")
	}
	h.Tapped(&fyne.PointEvent{Position: fyne.NewPos(h.x(2, h.Size().Width)+1, 20)})
	if p.model.asOf != h.points[2].Date {
		t.Errorf("a click shows %q, want %q", p.model.asOf, h.points[2].Date)
	}
	for range 10 {
		h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(h.Size().Width, 20)}})
	}
	if p.model.asOf != "" || p.model.report.Index != today {
		t.Errorf("drawn to the end it shows %q", p.model.asOf)
	}
	r.letter(',')
	r.letter('h')
	if p.model.asOf != "" || p.strip.Visible() {
		t.Error("closing the strip does not lead back to today")
	}
	r.letter('p')
	if p.model.asOf != "2026-09-22" || !p.strip.Visible() {
		t.Error("the replay does not begin with the first day")
	}
}

// TestWhatIfIsNeverSaved moves people in a trial: the index follows, the workshop does not.
func TestWhatIfIsNeverSaved(t *testing.T) {
	r := mapped(t)
	p := r.page
	was, undo := p.model.report.Index, r.CanUndo()
	r.letter('w')
	p.choose(r.ids["Cedar"])
	for range 3 {
		r.key(fyne.KeyRight)
	}
	r.letter('1')
	r.press("Alder", 0)
	r.pull(300, 0)
	r.drop()
	s := p.model.stakes[r.ids["Cedar"]]
	if *s.seen.SupportNow != 1 || s.seen.Influence != 1 || p.model.report.Index <= was || !r.shows("what if; it is") {
		t.Errorf("tried: support %d, influence %d, index %v after %v", *s.seen.SupportNow, s.seen.Influence, p.model.report.Index, was)
	}
	if *r.stake("Cedar").SupportNow != -2 || r.CanUndo() != undo || p.ask.open() {
		t.Error("a move of the trial was saved, or asks for evidence")
	}
	r.letter('w')
	if p.model.report.Index != was || *p.model.stakes[r.ids["Cedar"]].seen.SupportNow != -2 {
		t.Error("after the trial not everybody is where they are")
	}
	p.choose(r.ids["Cedar"])
	r.key(fyne.KeyRight)
	if *r.stake("Cedar").SupportNow != -1 {
		t.Error("after the trial ratings are not saved any more")
	}
}

// TestFilterByCause leaves those whose cause it is.
func TestFilterByCause(t *testing.T) {
	r := mapped(t)
	r.page.setFilter(filter{cause: "fear of loss"})
	if rows := r.page.list.rows; len(rows) != 1 || rows[0].id != r.ids["Cedar"] || r.page.list.below.Text != "Only: fear of loss" {
		t.Errorf("%d rows, %q", len(rows), r.page.list.below.Text)
	}
	if got := r.page.model.causes(); len(got) != 1 {
		t.Errorf("causes %q", got)
	}
	r.page.setFilter(filter{cause: "overload"})
	if len(r.page.list.rows) != 0 || r.page.selected != workshop.ID("") {
		t.Error("somebody has a cause that nobody has")
	}
}

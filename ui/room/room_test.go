package room

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	plan "nemawashi.app/workshop/agenda"
)

var laptop = snap.Look{Width: 1280, Height: 800}

func TestADayRunsFromTheKeyboard(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Open by sponsor")
	d.press("Ctrl+D")
	if s := d.step("Open by sponsor"); s.Status != workshop.StepRunning || s.Started == "" || d.charter().Status != workshop.StatusRunning {
		t.Fatalf("%+v", s)
	}
	d.typed("Two orders a month are lost")
	d.pass(22)
	if got := d.room.bar.left.Text + " " + d.room.bar.plan.Text; got != "2 min over of 20 planned" {
		t.Errorf("the clock says %q", got)
	}
	d.press("Ctrl+D")
	if s := d.step("Open by sponsor"); s.Status != workshop.StepDone || s.Ended == "" {
		t.Errorf("%+v", s)
	}
	if d.room.Step() != d.step("Rules, roles, goals").ID {
		t.Error("Done did not go on")
	}
	d.press("Ctrl+D", "Ctrl+PgDn", "Ctrl+PgDn")
	d.typed("Castings cross the hall 25m")
	d.key(fyne.KeyReturn)
	if c := d.cards("wastes"); len(c) != 1 || d.room.Step() != d.step("Gemba walk").ID {
		t.Errorf("cards %+v", c)
	}
	d.press("Ctrl+R")
	if d.room.Step() != d.step("Rules, roles, goals").ID {
		t.Error("Ctrl+R did not come back to the running step")
	}
	if got := d.room.bar.late.Text; got != "2 min behind" {
		t.Errorf("the day is %q", got)
	}
}

func TestStartingAStepEndsTheOneBefore(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Open by sponsor")
	d.room.main()
	d.pass(10)
	d.open("Gemba walk")
	d.room.main()
	if d.step("Open by sponsor").Status != workshop.StepDone || d.step("Gemba walk").Status != workshop.StepRunning {
		t.Error("two clocks run")
	}
	d.room.undo()
	if d.step("Open by sponsor").Status != workshop.StepRunning || d.step("Gemba walk").Status != workshop.StepTodo {
		t.Error("one undo did not take the start back")
	}
}

func TestSkipAndReopen(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Waste primer")
	if !d.shell.RunCommand("room.skip") || d.step("Waste primer").Status != workshop.StepSkipped || d.room.Step() != d.step("Gemba walk").ID {
		t.Fatal("not skipped")
	}
	d.open("Waste primer")
	d.press("Ctrl+D")
	if s := d.step("Waste primer"); s.Status != workshop.StepTodo || d.room.center.main.Text != "Start" {
		t.Errorf("%+v, the button says %q", s, d.room.center.main.Text)
	}
}

func TestFiveMinutesMoreArePaidByTheDay(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	d.room.main()
	d.pass(52)
	b := d.room.bar
	if b.left.Text != "38 min left" || b.plan.Text != "of 90, ends 10:30" || b.late.Text != "On time" {
		t.Errorf("%q %q %q", b.left.Text, b.plan.Text, b.late.Text)
	}
	d.press("Ctrl+M")
	if b.left.Text != "43 min left" || b.plan.Text != "of 95, ends 10:35" || b.late.Text != "5 min behind" {
		t.Errorf("%q %q %q", b.left.Text, b.plan.Text, b.late.Text)
	}
	d.open("Voice of people")
	d.room.skip()
	if d.pass(0); b.late.Text != "25 min ahead" {
		t.Errorf("after skipping half an hour: %q", b.late.Text)
	}
}

func TestAPauseStopsTheClock(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	d.room.main()
	d.pass(10)
	d.press("Ctrl+Shift+M")
	d.pass(30)
	if got := d.room.bar.left.Text + " " + d.room.bar.plan.Text; got != "80 min left of 90, paused" {
		t.Errorf("paused: %q", got)
	}
	d.press("Ctrl+Shift+M")
	d.pass(5)
	if got := d.room.bar.left.Text; got != "75 min left" {
		t.Errorf("after the pause: %q", got)
	}
	d.room.done()
	if got := plan.ClockOf(d.step("Gemba walk"), d.now).Elapsed.Minutes(); got != 15 {
		t.Errorf("%v minutes were worked", got)
	}
}

func TestOutputsAreTicked(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	g := d.room.guide
	g.outputs[0].Tapped(&fyne.PointEvent{})
	g.outputs[2].Tapped(&fyne.PointEvent{})
	if s := d.step("Gemba walk"); !slices.Equal(s.OutputsDone, []string{g.words[0], g.words[2]}) || g.count.Text != "2 of 4" {
		t.Errorf("%q, %q", s.OutputsDone, g.count.Text)
	}
	d.room.undo()
	if g.outputs[2].Checked || g.count.Text != "1 of 4" {
		t.Error("undo is not seen in the guide")
	}
	d.open("Waste primer")
	d.open("Gemba walk")
	if !g.outputs[0].Checked || g.outputs[1].Checked {
		t.Error("the ticks were forgotten")
	}
}

func TestNotesAreKeptWithEveryStroke(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	d.press("Ctrl+Shift+N")
	d.typed("Ask maintenance ")
	if got := d.step("Gemba walk").Notes; got != "Ask maintenance " || d.room.guide.entry.Text() != got {
		t.Errorf("%q", got)
	}
	d.open("Waste primer")
	if d.room.guide.entry.Text() != "" {
		t.Error("notes of another step are shown")
	}
	d.open("Gemba walk")
	if d.room.guide.entry.Text() != "Ask maintenance " {
		t.Error("the notes were forgotten")
	}
}

func TestTheCharterIsWrittenInTheRoom(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	if !d.room.GoToBoard("charter") {
		t.Fatal("no charter")
	}
	d.typed("74 minutes per changeover")
	if got := d.charter().Problem; got != "74 minutes per changeover" {
		t.Errorf("%q", got)
	}
	d.shell.Press("Esc")
	if !d.room.Back() || d.room.board != "" {
		t.Error("Esc does not come back to the step")
	}
}

func TestGatesAreSeenFromTheFirstDay(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	if got := d.room.list.boards["gates"].end.Text; got != "0 of 4" {
		t.Errorf("the list says %q", got)
	}
	d.room.GoToBoard("gates")
	d.typed("All seven said so on Monday")
	if got := d.charter().Gates[workshop.GateGroup].Evidence; got != "All seven said so on Monday" {
		t.Errorf("the evidence of the first gate is typed where the board opens: %q", got)
	}
	d.do(func(e *workshop.Edit) error {
		return e.SetField(d.ID(), "gates", []byte(`{"group_committed":{"met":true,"evidence":"all"}}`))
	})
	if got := d.room.list.boards["gates"].end.Text; got != "1 of 4" {
		t.Errorf("the list says %q", got)
	}
	list := d.room.list.gates
	if line := list.lines[workshop.GateGroup]; line.under.Text != "all" || line.dot.State != widgets.StepDone || list.short.Text != "1/4" {
		t.Errorf("the list says %q of the first gate, and %q where it is folded", line.under.Text, list.short.Text)
	}
	d.room.GoToStep(d.room.Step())
	list.lines[workshop.GateChampion].OnTap()
	d.typed("Asks every Friday")
	if got := d.charter().Gates[workshop.GateChampion].Evidence; got != "Asks every Friday" {
		t.Errorf("a gate in the list opens the board at its evidence: %q", got)
	}
	d.do(func(e *workshop.Edit) error {
		return e.SetField(d.ID(), "gates", []byte(`{"group_committed":{"met":true},"problem_indicator":{"met":true},"countermeasures_quantified":{"met":true},"manager_champions":{"met":true}}`))
	})
	if list.whole.Visible() || !d.room.list.boards["gates"].mark.Visible() {
		t.Error("four gates that are met still take up the list")
	}
}

func TestBoardsOfRecords(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	for board, what := range map[string][2]string{"goals": {"Shorter changeover", "1"}, "measures": {"Changeover, 94 > 54 min", "1"}, "commitments": {"Maria", "1"},
		"ideas": {"A lamp at the press", "1"}, "communication": {"Late shift", "1"}, "technology": {"Bar codes", "1"}} {
		if !d.room.GoToBoard(board) {
			t.Fatalf("no board %q", board)
		}
		d.typed(what[0])
		d.key(fyne.KeyReturn)
		if got := d.room.list.boards[board].end.Text; got != what[1] {
			t.Errorf("%s: the list says %q, want %q", board, got, what[1])
		}
	}
}

func TestClosingTheEventPlansItsReviews(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-1", laptop)
	d.do(func(e *workshop.Edit) error {
		for _, r := range workshop.All[workshop.Review](e.Workshop()) {
			if err := e.Delete(r.ID); err != nil {
				return err
			}
		}
		return nil
	})
	if !d.shell.RunCommand("room.close") {
		t.Fatal("the event cannot be closed")
	}
	if got := d.room.list.boards["reviews"].end.Text; got != "3" || d.charter().Status != workshop.StatusFollowingUp || d.room.board != "reviews" {
		t.Errorf("%s reviews, status %q, board %q", got, d.charter().Status, d.room.board)
	}
	d.press("Ctrl+Z")
	if got := d.room.list.boards["reviews"].end.Text; got != "" || d.charter().Status == workshop.StatusFollowingUp {
		t.Errorf("after undo: %s reviews, status %q", got, d.charter().Status)
	}
}

func TestAStepWithSeveralCanvasesTurnsThem(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Rules, roles, goals")
	if !d.room.center.several() {
		t.Fatal("one canvas only")
	}
	d.typed("We start on time")
	d.key(fyne.KeyReturn)
	d.press("Ctrl+Tab")
	d.typed("Lena Vogt")
	d.key(fyne.KeyEnter)
	if len(d.cards("norms")) != 1 || len(d.cards("attendance")) != 1 {
		t.Errorf("norms %d, attendance %d", len(d.cards("norms")), len(d.cards("attendance")))
	}
}

func TestBoardsOfOthersAreOpened(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.room.GoToBoard("resistance")
	d.open("Kaizen newspaper")
	if p := d.room.center.pane(); p.link == nil {
		t.Error("the step does not lead to its board")
	}
	if !slices.Equal(d.opened, []string{"resistance"}) || d.room.board != "" {
		t.Errorf("opened %q", d.opened)
	}
	d.press("Ctrl+E")
	if d.exported != 1 {
		t.Error("Ctrl+E does not export")
	}
}

func TestNamesBehindTheShield(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	var id workshop.ID
	d.do(func(e *workshop.Edit) error {
		id = e.Add(&workshop.Person{Name: "Otto Grimm"})
		e.Add(&workshop.Stakeholder{Person: id})
		e.Add(&workshop.Card{Canvas: "attendance", Cells: map[string]any{"person": string(id)}})
		return nil
	})
	var p *workshop.Person
	d.Read(func(w *workshop.Workshop) { p = workshop.Find[workshop.Person](w, id) })
	if got := d.room.Called(p); got != p.Code {
		t.Errorf("behind the shield %q", got)
	}
	d.room.bar.names.Tapped(&fyne.PointEvent{})
	if got := d.room.Called(p); got != "Otto Grimm" || d.room.bar.names.words.Text != "Names shown" {
		t.Errorf("with the shield open %q", got)
	}
}

func TestWhatOthersChangeIsShown(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	s := d.step("Gemba walk")
	d.open("Gemba walk")
	d.do(func(e *workshop.Edit) error {
		step, err := workshop.Modify[workshop.Step](e, s.ID)
		step.Title, step.Minutes, step.Purpose = "Go and see", 75, "Look."
		return err
	})
	row := d.room.list.steps[s.ID]
	if row.label.Text != "Go and see" || row.end.Text != "75" || !strings.HasPrefix(d.room.center.title.Text, "Go and see") {
		t.Errorf("%q %q %q", row.label.Text, row.end.Text, d.room.center.title.Text)
	}
	d.do(func(e *workshop.Edit) error { return e.Delete(s.ID) })
	if d.room.Step() == s.ID || d.room.list.steps[s.ID] != nil {
		t.Error("a deleted step is still in hand")
	}
}

func TestHiddenRoomsAreSilent(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.room.Hidden()
	d.do(func(e *workshop.Edit) error {
		c, err := workshop.Modify[workshop.Charter](e, "w")
		c.Title = "Renamed"
		return err
	})
	if d.room.bar.title.Text == "Renamed" {
		t.Error("a hidden room listens")
	}
	d.room.Shown()
	if d.room.bar.title.Text != "Renamed" {
		t.Error("what happened meanwhile is missing")
	}
}

func TestEveryStepOfEveryTemplateOpens(t *testing.T) {
	for _, id := range []string{"kaikaku-kickoff-1", "kaikaku-kickoff-2", "kaizen-workshop-1", "kaizen-workshop-3", "kaizen-workshop-5", "self-assessment-round", "blank"} {
		d := newDesk(t, id, laptop)
		for _, s := range d.room.agenda.steps {
			d.room.GoToStep(s.ID)
			if len(d.room.center.panes) == 0 || len(d.room.guide.outputs) == 0 {
				t.Errorf("%s: %s opens without a canvas or a guide", id, s.Title)
			}
			for i := range d.room.center.panes {
				d.room.center.to(i)
			}
		}
	}
}

func TestPartsThatDoNotFitGo(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", snap.Look{Width: 1024, Height: 700, Text: 1.5})
	d.open("Gemba walk")
	d.room.main()
	if d.room.guide.panel.Visible() || d.room.list.scroll.Visible() || !d.room.list.strip.Visible() {
		t.Error("guide and list do not fold in a narrow room")
	}
	width := float32(0)
	for _, o := range d.room.bar.content.Objects {
		if o.Visible() {
			width = max(width, o.Position().X+o.Size().Width)
		}
	}
	if room := d.room.bar.content.Size().Width; width > room+0.5 {
		t.Errorf("the top bar is %v wide, there is room for %v", width, room)
	}
	d.press("Ctrl+G", "Ctrl+B")
	if !d.room.guide.panel.Visible() || !d.room.list.scroll.Visible() {
		t.Error("they do not come when called")
	}
}

// TestTheShieldAndExportAreNeverLost: in a small window at 200 % text what has no room is a sign instead of a word.
func TestTheShieldAndExportAreNeverLost(t *testing.T) {
	for _, look := range []snap.Look{{Width: 700, Height: 500, Text: 2}, {Width: 700, Height: 500}, {Width: 880, Height: 580, Text: 2}, {Width: 1280, Height: 800}} {
		d := newDesk(t, "kaizen-workshop-3", look)
		d.open("Gemba walk")
		d.room.main()
		bar := d.room.bar
		seen := map[string]int{}
		layout := bar.content.Layout.(*barLayout)
		for _, p := range layout.parts {
			if p.o == nil || !p.o.Visible() {
				continue
			}
			if end := p.o.Position().X + p.o.Size().Width; end > bar.content.Size().Width+0.5 {
				t.Errorf("at %v a piece ends at %.0f of %.0f", look, end, bar.content.Size().Width)
			}
			switch whole := p.instead; {
			case p.o == bar.names || whole == fyne.CanvasObject(bar.names):
				seen["names"]++
			case p.o == bar.saved || whole == fyne.CanvasObject(bar.saved):
				seen["saved"]++
			case p.o == bar.export || whole == fyne.CanvasObject(bar.export):
				seen["export"]++
			}
		}
		for _, what := range []string{"names", "saved", "export"} {
			if seen[what] != 1 {
				t.Errorf("at %v %s is there %d times", look, what, seen[what])
			}
		}
	}
}

// TestNamesOfDaysAreNotCut: a long title of a phase takes two lines in the list of steps.
func TestNamesOfDaysAreNotCut(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	r := d.room.list.phases[key(&d.room.agenda.phases[0])]
	before := r.Size().Height
	if r.set("Day 2: Understand the work as it is", "0 of 5, 6 h 20", theme.Text) {
		d.room.list.scroll.Refresh()
	}
	if r.Size().Height <= before || r.label.Size().Height > r.Size().Height {
		t.Errorf("the line is %.0f high, before %.0f, its title %.0f", r.Size().Height, before, r.label.Size().Height)
	}
}

func TestHintsTellTheKeysThatWork(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	known := map[widgets.Keys]bool{"Enter": true, "Tab": true, "F2": true, "Del": true, "Backspace": true, "Alt+Up": true, "Ctrl+K": true}
	for _, c := range d.room.Commands() {
		known[c.Shortcut] = true
	}
	for _, h := range d.room.Hints() {
		if h.Keys != "" && !known[h.Keys] {
			t.Errorf("the hint %q leads nowhere", h.Keys)
		}
	}
}

func TestCtrlZTakesBackTheCardNotTheTyping(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	d.typed("one")
	d.key(fyne.KeyReturn)
	d.typed("two")
	d.press("Ctrl+Z")
	if len(d.cards("wastes")) != 1 {
		t.Fatal("while something is typed, Ctrl+Z belongs to the text")
	}
	until := func(k widgets.Keys, cards int) bool {
		for range 3 { // the first strokes may belong to the words in the entry
			if len(d.cards("wastes")) != cards {
				d.press(k)
			}
		}
		return len(d.cards("wastes")) == cards
	}
	if !until("Ctrl+Z", 0) {
		t.Error("the card cannot be taken back")
	}
	if !until("Ctrl+Y", 1) {
		t.Error("and not brought back")
	}
}

package room

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

func (d *desk) titles(day int) []string {
	var out []string
	for _, s := range d.room.agenda.steps {
		if s.Day == day {
			out = append(out, s.Title)
		}
	}
	return out
}

// line is what the agenda board says about a step.
func (d *desk) line(title string) string {
	b := d.room.planner
	for i, l := range b.lines {
		if l.step != nil && l.step.Title == title {
			var words []string
			for _, c := range b.cells[i] {
				words = append(words, c.Text)
			}
			return strings.Join(words, " | ")
		}
	}
	d.t.Fatalf("no line for %q", title)
	return ""
}

func TestADayThatRunsFortyMinutesLate(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.do(func(e *workshop.Edit) error { return e.SetField("w", "hours", []byte(`["09:00"]`)) })
	d.open("Waste primer")
	d.room.insertBreak() // 9:00 open 20, rules 20, primer 30, break 15, walk 90, map 90, voices 30, brief 20
	d.key(fyne.KeyEscape)
	d.room.GoToStep(d.step("Open by sponsor").ID)
	d.room.main()
	d.pass(60)
	d.room.GoToBoard(agendaID)
	for title, want := range map[string]string{
		"Open by sponsor":     "Open by sponsor |  | 20 | 09:00–09:20 | 09:00–10:00 | ",
		"Rules, roles, goals": "Rules, roles, goals |  | 20 | 09:20–09:40 | 10:00–10:20 | 40 min later",
		"Break":               "Break |  | 15 | 10:10–10:25 | 10:50–11:05 | 40 min later",
		"Gemba walk":          "Gemba walk |  | 90 | 10:25–11:55 | 11:05–12:35 | 40 min later",
	} {
		if got := d.line(title); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := d.room.list.steps[d.step("Gemba walk").ID].end.Text; got != "11:05  90" {
		t.Errorf("the list says %q", got)
	}
	if d.room.bar.late.Text != "40 min behind" {
		t.Errorf("the bar says %q", d.room.bar.late.Text)
	}
	d.do(func(e *workshop.Edit) error { return e.SetField("w", "hours", []byte(`["09:00-14:35"]`)) })
	last := d.titles(1)[len(d.titles(1))-1]
	if got := d.line(last); !strings.HasSuffix(got, "09:00–09:20 | next day") {
		t.Errorf("when the room closes: %q", got)
	}
	if got := d.room.list.steps[d.step(last).ID].end.Text; got != "Wed 09:00  20" {
		t.Errorf("in the list: %q", got)
	}
	if got := d.line(d.titles(2)[0]); !strings.HasSuffix(got, "| 20 min later") {
		t.Errorf("the day after: %q", got)
	}
}

func TestStepsAreMovedByKeys(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Waste primer")
	before := d.titles(1)
	d.press("Ctrl+Shift+B", "Alt+Up", "Alt+Up")
	if got := d.titles(1); got[0] != "Waste primer" || got[1] != before[0] {
		t.Fatalf("%q", got)
	}
	if d.room.list.focused() != d.step("Waste primer").ID {
		t.Error("the keyboard did not go with the step")
	}
	d.press("Alt+Down", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
	if got := d.titles(1); !slices.Equal(got, before) {
		t.Errorf("after undo %q", got)
	}
	d.room.FocusFirst()
	d.shell.Press("Alt+Up")
	if got := d.titles(1); !slices.Equal(got, before) {
		t.Error("Alt+Up outside of the list moves a step")
	}
	if !d.shell.RunCommand("agenda.down") || d.titles(1)[3] != "Waste primer" {
		t.Errorf("the command moves nothing: %q", d.titles(1))
	}
}

func TestStepsAreDragged(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Waste primer")
	l := d.room.list
	from, to := l.steps[d.step("Open by sponsor").ID], l.steps[d.step("Gemba walk").ID]
	drop := to.Position().Y + to.Size().Height*0.8 - from.Position().Y
	from.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, drop)}})
	if !l.drop.line.Visible() {
		t.Error("nothing shows where it would go")
	}
	from.DragEnd()
	if got := d.titles(1)[:4]; !slices.Equal(got, []string{"Rules, roles, goals", "Waste primer", "Gemba walk", "Open by sponsor"}) {
		t.Errorf("%q", got)
	}
	d.room.undo()
	if d.titles(1)[0] != "Open by sponsor" {
		t.Error("undo does not bring it back")
	}
}

func TestInsertAndRemove(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Waste primer")
	d.press("Ctrl+I")
	d.typed("Fire drill")
	d.key(fyne.KeyReturn)
	if got := d.titles(1); got[3] != "Fire drill" || d.step("Fire drill").Minutes != 30 {
		t.Fatalf("%q", got)
	}
	d.key("B") // as a letter it comes as a rune
	d.typed("b")
	d.key(fyne.KeyEscape)
	if s := d.step("Break"); !s.Break || s.Minutes != 15 || d.titles(1)[4] != "Break" {
		t.Errorf("%q", d.titles(1))
	}
	d.typed("+")
	if d.step("Break").Minutes != 20 {
		t.Errorf("%+v", d.step("Break"))
	}
	d.key(fyne.KeyDelete)
	if slices.Contains(d.titles(1), "Break") {
		t.Error("not removed")
	}
	d.press("Ctrl+Z")
	if !slices.Contains(d.titles(1), "Break") {
		t.Error("not brought back")
	}
	d.press("Ctrl+I")
	d.key(fyne.KeyEscape)
	if s := d.step("New step"); d.room.planner.selected() != s.ID {
		t.Error("the cursor is not on the new step")
	}
}

func TestAStepOfAnotherTemplateComesWhole(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Waste primer")
	steps, choices := d.room.offered()
	i := slices.IndexFunc(choices, func(c widgets.Choice) bool { return c.Label == "Burning platform" })
	if i < 0 || steps[i] == nil {
		t.Fatal("the kickoff's steps are not offered")
	}
	d.room.insertFrom()
	d.typed("Burning platform")
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyEscape)
	d.open("Burning platform")
	if p := d.room.center.pane(); p.canvas == nil || len(d.room.guide.outputs) == 0 || d.titles(1)[3] != "Burning platform" {
		t.Errorf("it came without its canvas or guide: %q", d.titles(1))
	}
}

func TestTheBoardIsEdited(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.room.GoToBoard(agendaID)
	b := d.room.planner
	row := slices.IndexFunc(b.lines, func(l planLine) bool { return l.step != nil && l.step.Title == "Gemba walk" })
	for _, bad := range []struct {
		col  int
		text string
	}{{planMinutes, "long"}, {planMinutes, "-4"}, {planAt, "noon"}, {planTitle, ""}} {
		if err := b.write(row, bad.col, bad.text); err == nil {
			t.Errorf("%q is taken in column %d", bad.text, bad.col)
		}
	}
	if err := b.write(row, planAt, "10:30"); err != nil || d.step("Gemba walk").At != "10:30" {
		t.Errorf("%v, %+v", err, d.step("Gemba walk"))
	}
	b.hours.Focus()
	d.typed("8:30-17:00, 08:00")
	if c := d.charter(); !slices.Equal(c.Hours, []string{"8:30-17:00", "08:00"}) || b.hours.Problem != "" {
		t.Errorf("%q %q", c.Hours, b.hours.Problem)
	}
	if got := d.line("Open by sponsor"); !strings.Contains(got, "08:30–08:50") {
		t.Errorf("%q", got)
	}
}

func TestGroupsHaveTheirOwnCopyAndClock(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	d.typed("seen by all")
	d.key(fyne.KeyReturn)
	d.press("Ctrl+Shift+J") // two groups, the first in front
	if len(d.room.agenda.groups[d.room.step]) != 2 || d.room.group == "" {
		t.Fatal("not split")
	}
	d.typed("seen by A 5m")
	d.key(fyne.KeyReturn)
	d.press("Ctrl+D")
	d.pass(10)
	if got := d.room.bar.left.Text + " " + d.room.bar.plan.Text; got != "80 min left of 90, ends 10:30" {
		t.Errorf("the group's clock says %q", got)
	}
	d.press("Ctrl+M")
	if a := d.room.hand(); a.Extra+a.Minutes != 95 || d.step("Gemba walk").Minutes != 90 {
		t.Errorf("%+v", a)
	}
	d.press("Ctrl+J")
	d.typed("seen by B")
	d.key(fyne.KeyReturn)
	if got := d.room.bar.left.Text; got != "Not started" {
		t.Errorf("B's clock says %q", got)
	}
	if got := d.room.center.pane().canvas.Totals()[0]; !strings.HasPrefix(got, "1 ") {
		t.Errorf("B sees %q", got)
	}
	d.press("Ctrl+J")
	if got := d.room.center.pane().canvas.Totals()[0]; d.room.group != "" || !strings.HasPrefix(got, "3 ") {
		t.Errorf("all together see %q", got)
	}
	if got := d.room.center.groups.Options; got[1] != "Group A, 85 min left" || got[2] != "Group B, 90 min" {
		t.Errorf("%q", got)
	}
	d.room.startGroups()
	if d.step("Gemba walk").Status != workshop.StepRunning || d.room.agenda.groups[d.room.step][1].Status != workshop.StepRunning {
		t.Error("not all clocks run")
	}
	d.press("Ctrl+D")
	for _, g := range d.room.agenda.groups[d.step("Gemba walk").ID] {
		if g.Status != workshop.StepDone {
			t.Errorf("%s goes on after the step", g.Title)
		}
	}
}

// A step that is left out has no group that works on; one step of undo brings both back.
func TestSkippingEndsTheClocksOfTheGroups(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	d.press("Ctrl+Shift+J", "Ctrl+D")
	before := d.whole()
	if !d.shell.RunCommand("room.skip") {
		t.Fatal("no such command")
	}
	if s := d.step("Gemba walk"); s.Status != workshop.StepSkipped || d.room.agenda.groups[s.ID][0].Status != workshop.StepDone {
		t.Errorf("%+v, %+v", s, d.room.agenda.groups[s.ID][0])
	}
	d.press("Ctrl+Z")
	if d.whole() != before {
		t.Error("it has not come back as it was")
	}
}

func TestAGroupIsRenamedAndRemoved(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	d.press("Ctrl+Shift+J")
	d.typed("seen by A")
	d.key(fyne.KeyReturn)
	d.room.renameGroup()
	d.typed("Night shift")
	d.key(fyne.KeyReturn)
	if got := d.room.hand().Title; got != "Night shift" {
		t.Errorf("it is called %q", got)
	}
	if !d.shell.RunCommand("groups.remove") {
		t.Fatal("no such command")
	}
	if c := d.cards("wastes"); len(c) != 1 || c[0].Group != "" || d.room.group != "" {
		t.Errorf("cards %+v", c)
	}
	d.press("Ctrl+Z")
	if c := d.cards("wastes"); c[0].Group == "" || len(d.room.agenda.groups[d.room.step]) != 2 {
		t.Error("undo does not bring the group and its card back")
	}
}

// A second that changes nothing but the seconds draws nothing, and a minute draws the clock alone.
func TestTheClockDrawsItselfAlone(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.open("Gemba walk")
	d.room.main()
	d.pass(1)
	before := snap.Image(d.window, laptop)
	d.pass(1)
	after := snap.Image(d.window, laptop)
	bar := int(d.room.bar.content.Position().Y + d.room.bar.content.Size().Height + 12)
	bounds := after.Bounds()
	below := false
	for y := bar; y < bounds.Dy(); y++ {
		for x := range bounds.Dx() {
			below = below || before.At(x, y) != after.At(x, y)
		}
	}
	if below {
		t.Error("a minute changes more than the bar")
	}
}

// What is copied is what the board shows at that moment.
func TestTheAgendaIsCopiedWithItsTimes(t *testing.T) {
	d := newDesk(t, "kaizen-workshop-3", laptop)
	d.do(func(e *workshop.Edit) error { return e.SetField("w", "hours", []byte(`["09:00"]`)) })
	d.open("Open by sponsor")
	d.room.main()
	d.room.GoToBoard(agendaID)
	d.pass(50)
	d.press("Ctrl+C")
	text := fyne.CurrentApp().Clipboard().Content()
	for _, want := range []string{"Step\tNot before\tMinutes\tPlanned\tHeld\n", "\nDay 1, Tue 17 Nov, 09:00–14:00. Looks to end at 14:30, 30 min behind\n",
		"\nOpen by sponsor\t\t20\t09:00–09:20\t09:00–09:50\n", "\nRules, roles, goals\t\t20\t09:20–09:40\t09:50–10:10\t30 min later\n", "\nReview at 90 days\t\t60"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
}

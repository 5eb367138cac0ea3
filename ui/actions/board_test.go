package actions

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

func TestTwoActionsByTheQuickLine(t *testing.T) {
	d := newDesk(t)
	d.rune('n')
	d.typed("Label kanban lanes @maria due fri !high #quick-win 4h 200eur")
	if d.page.filters.row.Visible() || !d.page.quick.understood.Visible() {
		t.Error("what was understood is not shown")
	}
	d.key(fyne.KeyReturn)
	d.typed("Weld the guard @Zoë_Maas @lena +2w")
	d.key(fyne.KeyReturn)

	a := d.action("Label kanban lanes")
	if a.Owner != d.people["Maria Keller"] || a.Due != "2026-11-20" || a.Priority != "high" || a.Category != "quick win" || a.Hours != 4 || a.Cost != 20000 {
		t.Errorf("%+v", a)
	}
	b := d.action("Weld the guard")
	var owner *workshop.Person
	d.Read(func(w *workshop.Workshop) { owner = workshop.Find[workshop.Person](w, b.Owner) })
	if owner == nil || owner.Name != "Zoë Maas" || b.Due != "2026-12-01" || !slices.Equal(b.Helpers, []workshop.ID{d.people["Lena Vogt"]}) {
		t.Errorf("%+v of %+v", b, owner)
	}
	if !strings.Contains(d.notice().Text, "Zoë Maas") {
		t.Errorf("notice %q", d.notice().Text)
	}
	if d.page.quick.entry.Text() != "" || !d.page.quick.entry.Focused() {
		t.Error("the line is not ready for the next action")
	}
	if d.page.current != b.ID {
		t.Error("the new action is not the one shown")
	}
	// One step of undo takes the action and the new person back.
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if slices.Contains(d.shown(), "Weld the guard") {
		t.Error("undo has left the row")
	}
}

func TestWhatIsRefusedStaysInTheLine(t *testing.T) {
	d := newDesk(t)
	d.rune('n')
	long := strings.Repeat("long ", 120)
	d.typed(long)
	d.key(fyne.KeyReturn)
	if d.page.quick.entry.Text() != long || d.page.quick.entry.Problem == "" {
		t.Errorf("text of %d, problem %q", len(d.page.quick.entry.Text()), d.page.quick.entry.Problem)
	}
	d.key(fyne.KeyEscape)
	d.typed("@maria due fri")
	d.key(fyne.KeyReturn)
	if d.page.quick.entry.Problem == "" || d.page.quick.entry.Text() == "" {
		t.Error("an action without words was taken")
	}
}

func TestInlineEditing(t *testing.T) {
	d := newDesk(t)
	// The first row by due date; the cursor stands on its title.
	first := d.action("Agree on guarantee wording with HR")
	if d.page.current != first.ID {
		t.Fatalf("the cursor is on %s", d.page.current)
	}
	d.rune('d')
	d.typed("24 nov")
	if hint := d.page.table.Editor().Hint(); hint != "Tue 24 Nov 2026" {
		t.Errorf("understood %q", hint)
	}
	d.key(fyne.KeyReturn)
	if a := d.action(first.Title); a.Due != "2026-11-24" {
		t.Errorf("due %s", a.Due)
	}
	if d.page.current != first.ID || d.shown()[0] != first.Title {
		t.Error("the row has run away")
	}
	// What is no date stays in its entry with the reason.
	d.rune('d')
	d.typed("someday")
	d.key(fyne.KeyReturn)
	if e := d.page.table.Editor(); e == nil || e.Problem == "" || d.action(first.Title).Due != "2026-11-24" {
		t.Error("a wrong date was taken or thrown away")
	}
	d.key(fyne.KeyEscape)
	// F2 edits the words, Tab goes on to the next column.
	d.key(fyne.KeyHome)
	for range 4 {
		d.key(fyne.KeyLeft)
	}
	d.key(fyne.KeyF2)
	d.typed("Agree on wording")
	d.key(fyne.KeyReturn)
	if a := d.action("Agree on wording"); a.ID != first.ID {
		t.Errorf("%+v", a)
	}
}

func TestOwnerByLetters(t *testing.T) {
	d := newDesk(t)
	d.rune('o')
	for _, r := range "oka" {
		d.rune(r)
	}
	d.key(fyne.KeyReturn)
	if a := d.action("Agree on guarantee wording with HR"); a.Owner != d.people["Sam Okafor"] {
		t.Errorf("owner %s", a.Owner)
	}
}

func TestSpaceEndsAndOpensAgain(t *testing.T) {
	d := newDesk(t)
	title := "Agree on guarantee wording with HR"
	d.rune(' ')
	if a := d.action(title); a.Status != workshop.ActionDone || a.Closed != today || a.Progress != 100 {
		t.Errorf("%+v", a)
	}
	if d.shown()[0] != title {
		t.Error("the row has run away from under the cursor")
	}
	if d.page.strip.open.number.Text != "5" {
		t.Errorf("open %s", d.page.strip.open.number.Text)
	}
	d.rune(' ')
	if a := d.action(title); a.Status != workshop.ActionOpen || a.Closed != "" || a.Progress != 0 {
		t.Errorf("%+v", a)
	}
}

func TestDeleteAndUndo(t *testing.T) {
	d := newDesk(t)
	d.key(fyne.KeyDelete)
	title := "Agree on guarantee wording with HR"
	if slices.Contains(d.shown(), title) || !strings.Contains(d.notice().Text, "A-001") {
		t.Fatalf("%q, notice %q", d.shown(), d.notice().Text)
	}
	if d.page.row() == nil {
		t.Error("the cursor has nowhere to go")
	}
	d.notice().OnTap()
	if a := d.action(title); a.Number != 1 || d.page.current != a.ID {
		t.Errorf("%+v, cursor on %s", a, d.page.current)
	}
}

func TestFilterAndSort(t *testing.T) {
	d := newDesk(t)
	if n := len(d.shown()); n != 6 {
		t.Fatalf("%d rows that are not done", n)
	}
	d.rune('/')
	d.typed("solberg")
	if got := d.shown(); len(got) != 2 {
		t.Fatalf("%q", got)
	}
	d.key(fyne.KeyEscape)
	if n := len(d.shown()); n != 6 {
		t.Errorf("%d rows after Esc", n)
	}
	d.page.filters.toggleOverdue()
	if got := d.shown(); len(got) != 3 {
		t.Errorf("overdue: %q", got)
	}
	d.page.filters.toggleOverdue()
	d.page.filters.status.OnChanged(slices.Index(states, actionlist.Any))
	if n := len(d.shown()); n != 7 {
		t.Errorf("%d rows of any status", n)
	}
	// A click on a heading sorts by it, then by what was first before.
	o := d.page.tableOptions()
	o.OnSort(slices.IndexFunc(d.page.columns, func(c column) bool { return c.id == actionlist.Owner }), false)
	if got := d.shown(); got[0] != "Agree on guarantee wording with HR" && got[0] != "Name a deputy for each value stream" {
		t.Errorf("by owner: %q", got)
	}
	if !strings.Contains(d.page.summary(), "owner, then due date") {
		t.Errorf("%q", d.page.summary())
	}
}

func TestNamesAreHidden(t *testing.T) {
	d := newDesk(t)
	d.hidden = true
	d.page.Shown()
	for _, r := range d.page.list.All() {
		for name := range d.people {
			if r.Owner == name {
				t.Errorf("%s is shown", name)
			}
		}
	}
	d.rune('/')
	d.typed("solberg")
	if got := d.shown(); len(got) != 0 {
		t.Errorf("a hidden name is found: %q", got)
	}
}

func TestDrawerChangesTheAction(t *testing.T) {
	d := newDesk(t)
	if !d.page.drawer.visible() || d.page.drawer.row == nil {
		t.Fatal("the drawer is not shown")
	}
	a := d.action("Agree on guarantee wording with HR")
	if got := d.page.drawer.title.Text; got != a.Title {
		t.Errorf("title %q", got)
	}
	if from := d.page.drawer.links.source; from.Choices[from.Selected].Label != "Confidential: from the resistance map" || from.Choices[from.Selected].Icon != "lock" {
		t.Errorf("a confidential source is named: %+v", from.Choices[from.Selected])
	}
	d.page.drawer.slider.OnEnd(70)
	if a = d.action(a.Title); a.Progress != 70 {
		t.Errorf("progress %d", a.Progress)
	}
	lines := d.page.drawer.history.lines.Objects
	if len(lines) == 0 {
		t.Error("no history")
	}
	d.page.setStatus([]*actionlist.Row{d.page.row()}, workshop.ActionStarted)
	if n := len(d.page.drawer.history.lines.Objects); n != len(lines)+1 {
		t.Errorf("%d lines of history, %d before", n, len(lines))
	}
}

func TestChangesOfOthersAreShown(t *testing.T) {
	d := newDesk(t)
	do(t, d.Session, func(e *workshop.Edit) {
		e.Add(&workshop.Action{Title: "From elsewhere", Due: "2026-11-01"})
		p, err := workshop.Modify[workshop.Person](e, d.people["Ivar Solberg"])
		if err != nil {
			t.Fatal(err)
		}
		p.Name = "Ivar Lund"
	})
	if d.shown()[0] != "From elsewhere" {
		t.Errorf("%q", d.shown())
	}
	if r := d.page.list.Shown()[1]; r.Owner != "Ivar Lund" {
		t.Errorf("owner %q", r.Owner)
	}
	d.page.Hidden()
	do(t, d.Session, func(e *workshop.Edit) { e.Add(&workshop.Action{Title: "Unseen"}) })
	if slices.Contains(d.shown(), "Unseen") {
		t.Error("a hidden board still listens")
	}
}

// TestPictures draws the page for looking at it: NEMAWASHI_PICTURES names the folder.
func TestPictures(t *testing.T) {
	folder := os.Getenv("NEMAWASHI_PICTURES")
	if folder == "" {
		folder = t.TempDir()
	}
	for name, look := range map[string]snap.Look{
		"light": {Width: 1280, Height: 800}, "dark": {Width: 1280, Height: 800, Dark: true}, "large": {Width: 1024, Height: 700, Text: 1.5},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSession(t)
			sample(t, s)
			d := open(t, s, look)
			d.key(fyne.KeyDown, fyne.KeyDown)
			draw := func(what string) {
				picture := snap.Image(d.window, look)
				if b := picture.Bounds(); b.Dx() != int(look.Width) || b.Dy() != int(look.Height) {
					t.Errorf("the picture is %v", b)
				}
				if err := snap.Write(folder+"/actions-"+name+"-"+what+".png", picture); err != nil {
					t.Fatal(err)
				}
			}
			draw("board")
			d.rune('d')
			d.typed("24 nov")
			draw("edit")
			d.key(fyne.KeyEscape)
			d.rune('n')
			d.typed("Label kanban lanes @maria due fri !high #quick 4h 200eur @Zoe")
			draw("quick")
			d.key(fyne.KeyEscape)
			d.typed("Label kanban lanes due fri !high @s")
			draw("complete")
			d.key(fyne.KeyEscape, fyne.KeyEscape)
			d.page.Select(d.action("Move torque tool to point of use, cell 2").ID)
			if !d.page.drawer.visible() {
				d.rune('i')
			}
			draw("drawer")
			d.page.drawer.scroll.ScrollToBottom()
			draw("drawer-foot")
			d.rune('o')
			draw("owner")
			d.key(fyne.KeyEscape)
			d.rune('g')
			d.rune('x')
			d.key(fyne.KeyDown, fyne.KeyRight)
			draw("groups")
			d.key(fyne.KeyEscape)
			d.rune('m')
			draw("letters")
		})
	}
}

func TestTheStripCountsPersonalCommitments(t *testing.T) {
	d := newDesk(t)
	s := d.page.strip
	if s.personal.box.Visible() || !s.right.Visible() {
		t.Fatal("nothing personal was promised yet, but resources were")
	}
	do(t, d.Session, func(e *workshop.Edit) {
		e.Add(&workshop.Commitment{Who: d.people["Maria Keller"], Personal: true, CheckDate: "2026-12-01"})
	})
	if !s.personal.box.Visible() || s.personal.number.Text != "1" || s.personal.word.Text != "Personal" {
		t.Errorf("%v %q %q", s.personal.box.Visible(), s.personal.number.Text, s.personal.word.Text)
	}
	do(t, d.Session, func(e *workshop.Edit) {
		e.Add(&workshop.Commitment{Who: d.people["Lena Vogt"], Personal: true, CheckDate: "2026-11-16"})
	})
	if s.personal.number.Text != "2" || s.personal.word.Text != "Personal, 1 to ask about" {
		t.Errorf("%q %q", s.personal.number.Text, s.personal.word.Text)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if s.personal.number.Text != "1" {
		t.Errorf("after undo: %q", s.personal.number.Text)
	}
}

func TestPersonalCommitmentsAloneShowNoBars(t *testing.T) {
	s := newSession(t)
	do(t, s, func(e *workshop.Edit) { e.Add(&workshop.Commitment{Personal: true}) })
	d := open(t, s, snap.Look{Width: 1280, Height: 800})
	if !d.page.strip.personal.box.Visible() || d.page.strip.right.Visible() {
		t.Error("a personal commitment is counted, and is no resource")
	}
}

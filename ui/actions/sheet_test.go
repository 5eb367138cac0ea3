package actions

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

func TestCellsOfSpreadsheets(t *testing.T) {
	for _, c := range []struct {
		text string
		want [][]string
	}{
		{"a\tb\r\nc\td\r\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"a\n\nb\n", [][]string{{"a"}, {""}, {"b"}}},
		{"\"two\nlines\"\t\"say \"\"no\"\"\"", [][]string{{"two\nlines", `say "no"`}}},
		{`5" pipe` + "\tx", [][]string{{`5" pipe`, "x"}}},
		{"\t", [][]string{{"", ""}}},
	} {
		if got := readCells(c.text); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
		if got := readCells(writeCells(c.want)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q does not come back: %q", c.want, got)
		}
	}
}

func (d *desk) paste(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	d.page.table.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
}

func (d *desk) copied() string {
	d.page.table.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	return fyne.CurrentApp().Clipboard().Content()
}

const first, second, third = "Agree on guarantee wording with HR", "Confirm backfill for line 3, weeks 48–50", "Name a deputy for each value stream"

func TestTypingEditsTheCell(t *testing.T) {
	d := newDesk(t)
	d.key(fyne.KeyRight)
	for _, r := range "Do it" { // D sets the due date of a whole row only
		d.rune(r)
	}
	d.key(fyne.KeyReturn)
	d.action("Do it")
	if d.page.table.Row() != 1 || !d.page.table.InCell() {
		t.Errorf("Enter came to row %d", d.page.table.Row())
	}
	if h := d.page.Hints(); h[0].Label != "Type to edit" || !strings.Contains(d.page.hints, "in a cell") {
		t.Errorf("hints %v of %q", h, d.page.hints)
	}
	d.key(fyne.KeyTab)
	if d.page.table.Column() != 2 || !d.page.table.AcceptsTab() {
		t.Fatalf("Tab came to column %d", d.page.table.Column())
	}
	d.rune('s')
	d.typed("am")
	d.key(fyne.KeyReturn)
	if a := d.action(second); a.Owner != d.people["Sam Okafor"] {
		t.Errorf("owner %q", a.Owner)
	}
	d.key(fyne.KeyF2, fyne.KeyEscape, fyne.KeyEscape)
	if !d.page.table.WholeRow() || d.page.table.AcceptsTab() {
		t.Error("Esc does not lead back to the whole row, which Tab leaves")
	}
	d.rune('d')
	d.typed("1 dec")
	d.key(fyne.KeyReturn)
	if a := d.action(second); a.Due != "2026-12-01" || !d.page.table.WholeRow() || d.page.table.Row() != 1 {
		t.Errorf("due %s, row %d", a.Due, d.page.table.Row())
	}
}

func TestTabTakesThePersonInTheGrid(t *testing.T) {
	d := newDesk(t)
	tab := func() {
		t.Helper()
		if f, ok := d.window.Canvas().Focused().(fyne.Tabbable); !ok || !f.AcceptsTab() {
			t.Fatal("Tab is not taken")
		}
		d.key(fyne.KeyTab)
	}
	d.key(fyne.KeyRight, fyne.KeyRight)
	for _, r := range "sam ok" {
		d.rune(r)
	}
	tab()
	if a := d.action(first); a.Owner != d.people["Sam Okafor"] || d.page.table.Column() != 3 || !d.page.table.InCell() {
		t.Fatalf("owner %q, column %d", a.Owner, d.page.table.Column())
	}
	d.key(fyne.KeyLeft)
	for _, r := range "Head of trade" {
		d.rune(r)
	}
	tab()
	for _, r := range "1 dec" {
		d.rune(r)
	}
	tab()
	a := d.action(first)
	name := ""
	d.Read(func(w *workshop.Workshop) { name = workshop.Find[workshop.Person](w, a.Owner).Name })
	if name != "Head of trade" || a.Due != "2026-12-01" {
		t.Errorf("owner %q, due %s", name, a.Due)
	}
}

func TestCopyAndPaste(t *testing.T) {
	d := newDesk(t)
	if got := d.copied(); got != "A-001\t"+first+"\tIvar Solberg\t2026-11-06\tBlocked\t20\tHigh\tM / H\tConfidential" {
		t.Errorf("the row was copied as %q", got)
	}
	d.key(fyne.KeyRight)
	if got := d.copied(); got != first {
		t.Errorf("the cell was copied as %q", got)
	}
	d.paste("One\tmaria\t2026-12-01\r\nTwo\t\t\r\n")
	a, b := d.action("One"), d.action("Two")
	if a.Owner != d.people["Maria Keller"] || a.Due != "2026-12-01" || b.Owner != "" || b.Due != "" {
		t.Errorf("%+v\n%+v", a, b)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	d.action(first)
	d.action(second)
	// One value that is refused refuses them all, with its place.
	before := d.CanUndo()
	d.paste("One\tmaria\nTwo\tzoë")
	if d.action(first).Owner != d.people["Ivar Solberg"] || d.CanUndo() != before {
		t.Error("a part was pasted")
	}
	if text := d.dialog(); !strings.Contains(text, "A-002, Owner") || !strings.Contains(text, "zoë") {
		t.Errorf("said %q", text)
	}
}

func TestPasteThatDoesNotFitIsRefused(t *testing.T) {
	d := newDesk(t)
	d.key(fyne.KeyRight)
	// In groups nobody can say in which one a new row would stand.
	d.page.groupBy(actionlist.Owner)
	d.paste(strings.Repeat("x\n", 40))
	if text := d.dialog(); !strings.Contains(text, "40 rows were copied, and there is room for 6 rows") {
		t.Errorf("said %q", text)
	}
	d.page.groupBy("")
	// A new row needs words.
	d.page.Select(d.action("Stop two low-value reports").ID)
	d.key(fyne.KeyEnd, fyne.KeyRight)
	for d.page.columns[d.page.table.Column()].id != actionlist.Due {
		d.key(fyne.KeyTab)
	}
	before := d.CanUndo()
	d.paste("2026-12-01\n2026-12-02\n")
	if text := d.dialog(); !strings.Contains(text, "Row 2 of what was copied would be a new action") || d.CanUndo() != before {
		t.Errorf("said %q", text)
	}
	d.action(first)
}

func TestPasteBelowTheLastRowAddsActions(t *testing.T) {
	d := newDesk(t)
	d.key(fyne.KeyEnd, fyne.KeyRight)
	last := d.page.row().Action
	d.paste("Stop three reports\tmaria\t2026-12-01\tDone\nWeld the guard\tlena\tfri\tBlocked\n")
	if text := d.dialog(); !strings.Contains(text, workshop.ErrNoBlocker.Error()) || d.action(last.Title).ID != last.ID {
		t.Errorf("a new action that is blocked by nothing: said %q", text)
	}
	d.paste("Stop three reports\tmaria\t2026-12-01\tDone\nWeld the guard\tlena\tfri\tStarted\nPaint the floor\t\t\t\n")
	a, b, c := d.action("Stop three reports"), d.action("Weld the guard"), d.action("Paint the floor")
	if a.ID != last.ID || a.Closed != today || b.Owner != d.people["Lena Vogt"] || b.Status != workshop.ActionStarted || b.Due != "2026-11-20" || c.Number != b.Number+1 || c.Status != workshop.ActionOpen {
		t.Errorf("%+v\n%+v\n%+v", a, b, c)
	}
	if n := d.notice(); n.Text != "1 action changed, 2 actions added" {
		t.Errorf("said %q", n.Text)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if len(d.shown()) != 6 || d.action(last.Title) == nil {
		t.Errorf("after one undo: %q", d.shown())
	}
}

func TestCopyDown(t *testing.T) {
	d := newDesk(t)
	d.key(fyne.KeyDown, fyne.KeyRight, fyne.KeyRight)
	down := &desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierControl}
	d.page.table.TypedShortcut(down)
	if a := d.action(second); a.Owner != d.people["Ivar Solberg"] {
		t.Errorf("owner %q", a.Owner)
	}
}

func TestBulkChange(t *testing.T) {
	d := newDesk(t)
	d.rune('x')
	d.key(fyne.KeyDown, fyne.KeyDown)
	d.rune('x')
	if len(d.page.checked) != 2 || len(d.page.chosen()) != 2 {
		t.Fatalf("checked %v", d.page.checked)
	}
	// Sorting does not lose what is checked.
	d.page.table.Focus()
	d.page.list.SetOrder(actionlist.Order{{Column: actionlist.Title}})
	d.page.rearranged()
	if got := d.page.chosen(); len(got) != 2 || got[0].Action.Title != first || got[1].Action.Title != third {
		t.Fatalf("checked after sorting: %v", got)
	}
	d.page.bulk(actionlist.Owner)
	for _, r := range "maria" {
		d.rune(r)
	}
	d.key(fyne.KeyReturn)
	for _, title := range []string{first, third} {
		if d.action(title).Owner != d.people["Maria Keller"] {
			t.Errorf("%s was not given away", title)
		}
	}
	d.page.bulk(actionlist.Due)
	d.typed("+2w")
	d.key(fyne.KeyReturn)
	if d.action(first).Due != "2026-12-01" || d.action(third).Due != "2026-12-01" || d.action(second).Due != "2026-11-09" {
		t.Error("the dates were not set")
	}
	if _, err := d.Undo(); err != nil || d.action(third).Due != "2026-11-13" || d.action(first).Due != "2026-11-06" {
		t.Errorf("one step of undo does not take both back: %v", err)
	}
	d.key(fyne.KeyDelete)
	if n := d.notice().Text; !strings.Contains(n, "A-001, A-005 deleted") {
		t.Errorf("said %q", n)
	}
}

func TestGroups(t *testing.T) {
	d := newDesk(t)
	d.rune('g')
	if title, is := d.page.heading(0); !is || title != "Ivar Solberg, 2 actions" {
		t.Errorf("%q %v", title, is)
	}
	if r := d.page.row(); r == nil || r.Action.Title != first || d.page.table.Row() != d.page.indexOf(r.ID()) {
		t.Error("the cursor has left its action")
	}
	// What is given to another stays under the cursor until the rows are put in order again.
	row := d.page.table.Row()
	d.rune('o')
	for _, r := range "maria" {
		d.rune(r)
	}
	d.key(fyne.KeyReturn)
	if d.page.at(row).Action.Title != first {
		t.Error("the row has run away")
	}
	d.rune('g')
	d.rune('g')
	if title, _ := d.page.heading(0); title != "Week 45 from Mon 2 Nov, 1 action" {
		t.Errorf("%q", title)
	}
	d.rune('g')
	d.rune('g')
	if d.page.list.Group() != "" {
		t.Error("there are still groups")
	}
}

func TestStatusNeeds(t *testing.T) {
	d := newDesk(t)
	d.page.setStatus([]*actionlist.Row{d.page.list.Find(d.action(second).ID)}, workshop.ActionBlocked)
	d.key(fyne.KeyReturn)
	if d.action(second).Status != workshop.ActionStarted {
		t.Error("blocked by nothing")
	}
	d.typed("no welder")
	d.key(fyne.KeyReturn)
	if a := d.action(second); a.Status != workshop.ActionBlocked || a.Blocker != "no welder" {
		t.Errorf("%+v", a)
	}
	d.page.setStatus([]*actionlist.Row{d.page.list.Find(d.action(second).ID)}, workshop.ActionVerified)
	for _, r := range "tom" { // the owner is not offered
		d.rune(r)
	}
	d.key(fyne.KeyReturn)
	if d.action(second).Status != workshop.ActionBlocked {
		t.Error("verified by the owner")
	}
	d.key(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	for _, r := range "lena" {
		d.rune(r)
	}
	d.key(fyne.KeyReturn)
	if a := d.action(second); a.Status != workshop.ActionVerified || a.VerifiedBy != d.people["Lena Vogt"] || a.Closed != today {
		t.Errorf("%+v", a)
	}
	if err := d.page.change(d.page.list.Find(d.action(second).ID), "Assign owner", func(a *workshop.Action) { a.Owner = a.VerifiedBy }); err == nil {
		t.Error("the owner became who has verified it")
	}
}

func TestCompletionOfNamesAndTags(t *testing.T) {
	d := newDesk(t)
	d.rune('n')
	d.typed("Weld the guard @")
	d.typed("s")
	if n := len(d.page.quick.offers); n != 2 { // Sam Okafor, Ivar Solberg
		t.Fatalf("%d people", n)
	}
	d.key(fyne.KeyDown, fyne.KeyTab)
	d.typed("#quick")
	d.key(fyne.KeyTab)
	d.typed("@Zoe_Maas due fri")
	if got := d.page.quick.entry.Text(); got != "Weld the guard @Ivar_Solberg #quick-win @Zoe_Maas due fri" {
		t.Errorf("%q", got)
	}
	if d.page.quick.entry.OnTab != nil {
		t.Error("Tab is kept with nothing to complete")
	}
	d.key(fyne.KeyReturn)
	if a := d.action("Weld the guard"); a.Owner != d.people["Ivar Solberg"] || a.Category != "quick win" || len(a.Helpers) != 1 {
		t.Errorf("%+v", a)
	}
}

func TestWriteToOwners(t *testing.T) {
	d := newDesk(t)
	d.rune('m')
	if d.window.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog")
	}
	d.key(fyne.KeyTab, fyne.KeyTab) // the owner, the text
	d.window.Canvas().Overlays().Top().(interface{ OverlayKey(widgets.Keys) bool }).OverlayKey("Ctrl+Enter")
	text := fyne.CurrentApp().Clipboard().Content()
	if !strings.HasPrefix(text, "Hello Ivar Solberg,") || !strings.Contains(text, "A-001 Agree on guarantee wording with HR, due Fri 6 Nov. Blocked") || strings.Contains(text, "Night shift") {
		t.Errorf("copied %q", text)
	}
}

func TestSortByKeyboard(t *testing.T) {
	d := newDesk(t)
	for _, column := range []string{"action", "owner"} {
		d.rune('s')
		d.typed(column)
		d.key(fyne.KeyReturn)
	}
	want := actionlist.Order{{Column: actionlist.Owner}, {Column: actionlist.Title}, {Column: actionlist.Due}}
	if got := d.page.list.Order(); !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

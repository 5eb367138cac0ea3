package actions

import (
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// entry finds an entry of the drawer by its caption.
func (d *desk) entry(caption string) *widgets.Entry {
	d.t.Helper()
	for _, f := range d.page.drawer.fields {
		parts := f.box.(*fyne.Container).Objects
		if e, ok := parts[1].(*widgets.Entry); ok && parts[0].(*widgets.Label).Text == caption {
			return e
		}
	}
	d.t.Fatalf("there is no entry %q", caption)
	return nil
}

func TestTypingInTheDrawerGoesIntoTheSessionAtOnce(t *testing.T) {
	d := newDesk(t)
	title := "Agree on guarantee wording with HR"
	d.entry("Details").Focus()
	d.typed("Talked to HR")
	if a := d.action(title); a.Detail != "Talked to HR" {
		t.Errorf("details %q", a.Detail)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if a := d.action(title); a.Detail != "" || d.entry("Details").Text() != "" {
		t.Errorf("one undo leaves %q, the entry says %q", a.Detail, d.entry("Details").Text())
	}
}

func TestNumbersInTheDrawer(t *testing.T) {
	d := newDesk(t)
	title := "Agree on guarantee wording with HR"
	hours, cost := d.entry("Hours"), d.entry("Cost")
	hours.Focus()
	d.typed("1200")
	if hours.Text() != "1200" {
		t.Errorf("the entry was rewritten while it was typed into: %q", hours.Text())
	}
	cost.Focus()
	d.typed("12.50")
	if a := d.action(title); a.Hours != 1200 || a.Cost != 1250 {
		t.Errorf("%d hours, cost %d", a.Hours, a.Cost)
	}
	cost.SetText("much")
	if cost.Problem == "" || d.action(title).Cost != 1250 {
		t.Error("words were taken for an amount")
	}
	// Another action has its own numbers and no problem.
	d.page.Select(d.action("Move torque tool to point of use, cell 2").ID)
	if hours.Text() != "8" || cost.Text() != "340" || cost.Problem != "" {
		t.Errorf("%q hours, cost %q, problem %q", hours.Text(), cost.Text(), cost.Problem)
	}
}

func TestVerifiedBySomebody(t *testing.T) {
	d := newDesk(t)
	d.rune(' ')
	title := "Agree on guarantee wording with HR"
	if !d.page.drawer.done.Visible() {
		t.Fatal("nobody is asked who verified it")
	}
	if err := d.page.change(d.page.row(), "Verify", func(a *workshop.Action) { a.VerifiedBy = d.people["Maria Keller"] }); err != nil {
		t.Fatal(err)
	}
	d.page.setStatus([]*actionlist.Row{d.page.row()}, workshop.ActionStarted)
	if a := d.action(title); a.VerifiedBy != "" || a.Closed != "" || d.page.drawer.done.Visible() {
		t.Errorf("%+v", a)
	}
}

func TestHelpers(t *testing.T) {
	d := newDesk(t)
	d.page.drawer.setHelper(d.people["Sam Okafor"], true)
	d.page.drawer.setHelper(d.people["Lena Vogt"], true)
	d.page.drawer.setHelper(d.people["Sam Okafor"], false)
	if a := d.action("Agree on guarantee wording with HR"); len(a.Helpers) != 1 || a.Helpers[0] != d.people["Lena Vogt"] {
		t.Errorf("%v", a.Helpers)
	}
}

func TestUpdatesAreALog(t *testing.T) {
	d := newDesk(t)
	title := "Agree on guarantee wording with HR"
	d.rune('u')
	d.typed("Talked to HR")
	d.key(fyne.KeyReturn)
	d.typed("HR wants a week")
	d.key(fyne.KeyReturn)
	log := d.page.drawer.log
	if a := d.action(title); a.Update != "HR wants a week" || log.entry.Text() != "" || len(log.lines.Objects) != 2 {
		t.Fatalf("update %q, %d notes", a.Update, len(log.lines.Objects))
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if a := d.action(title); a.Update != "Talked to HR" || len(log.lines.Objects) != 1 {
		t.Errorf("after undo %q, %d notes", a.Update, len(log.lines.Objects))
	}
	// What is being typed is not written to another action.
	d.typed("Half a")
	d.page.Select(d.action("Name a deputy for each value stream").ID)
	if log.entry.Text() != "" || len(log.lines.Objects) != 0 {
		t.Errorf("the other action has %q and %d notes", log.entry.Text(), len(log.lines.Objects))
	}
}

func TestRecurringChecksInTheDrawer(t *testing.T) {
	d := newDesk(t)
	again := d.page.drawer.again
	if again.days.Visible() {
		t.Error("days of checks without a rule")
	}
	again.every.OnChanged(2) // every week
	title := "Agree on guarantee wording with HR"
	if a := d.action(title); a.CheckFrom != "2026-11-24" || a.CheckUntil != "2026-12-15" || !again.days.Visible() || again.next.Text != "Next check Tue 24 Nov" {
		t.Errorf("%+v, %q", a, again.next.Text)
	}
	if err := d.page.change(d.page.row(), "x", func(a *workshop.Action) { a.CheckFrom = today }); err != nil {
		t.Fatal(err)
	}
	if again.next.Text != "A check is due today" {
		t.Errorf("%q", again.next.Text)
	}
	d.page.table.Focus()
	d.rune('k')
	if a := d.action(title); a.Checked != today || again.next.Text != "Next check Tue 24 Nov" {
		t.Errorf("%+v, %q", a, again.next.Text)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if a := d.action(title); a.Checked != "" {
		t.Error("undo leaves the check")
	}
}

func TestSourceAndGoalAreChosenInTheDrawer(t *testing.T) {
	d := newDesk(t)
	links := d.page.drawer.links
	var card workshop.ID
	d.Read(func(w *workshop.Workshop) { card = workshop.All[workshop.Card](w)[0].ID })
	for i, id := range links.sources {
		if id == card {
			links.source.OnChanged(i)
		}
	}
	title := "Agree on guarantee wording with HR"
	if a := d.action(title); a.Source != card || links.sources[links.source.Selected] != card {
		t.Errorf("source %q", a.Source)
	}
	links.goal.OnChanged(1)
	if a := d.action(title); a.Goal == "" || links.goal.Choices[links.goal.Selected].Label != "Setup under 40 minutes" {
		t.Errorf("goal %q", a.Goal)
	}
	links.source.OnChanged(0)
	links.goal.OnChanged(0)
	if a := d.action(title); a.Goal != "" || a.Source != "" {
		t.Errorf("%+v", a)
	}
}

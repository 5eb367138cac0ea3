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
	d.entry("Last update").Focus()
	d.typed("Talked to HR")
	if a := d.action(title); a.Update != "Talked to HR" {
		t.Errorf("update %q", a.Update)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if a := d.action(title); a.Update != "" || d.entry("Last update").Text() != "" {
		t.Errorf("one undo leaves %q, the entry says %q", a.Update, d.entry("Last update").Text())
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

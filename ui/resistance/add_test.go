package resistance

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// newcomer opens the dialog and fills the name in.
func (r *room) newcomer(name string) {
	r.t.Helper()
	r.letter('n')
	f := r.window.Canvas().Focused()
	if f == nil || len(r.window.Canvas().Overlays().List()) != 1 {
		r.t.Fatal("N opened no dialog with the keyboard in it")
	}
	test.Type(f, name)
}

func (r *room) newest() (s *workshop.Stakeholder) {
	r.Read(func(w *workshop.Workshop) {
		all := workshop.All[workshop.Stakeholder](w)
		s = all[len(all)-1]
	})
	return s
}

func TestAddAPersonWhoIsNew(t *testing.T) {
	r := mapped(t)
	people := r.count(workshop.KindPerson)
	r.newcomer("Ada Okafor")
	r.key(fyne.KeyReturn)
	s := r.newest()
	if s.Person == "" || s.Name != "" || r.count(workshop.KindPerson) != people+1 {
		t.Fatalf("added %+v", s)
	}
	if len(r.window.Canvas().Overlays().List()) != 0 || r.page.selected != s.ID {
		t.Error("the dialog is open, or the new one is not selected")
	}
	if !r.shows(s.Code+" is on the map.") || r.shows("Okafor") {
		t.Error("the notice does not say under which code name, or it says the name")
	}
	if last := r.page.list.rows[len(r.page.list.rows)-1]; last.id != s.ID || !r.shows("Not rated yet") {
		t.Error("nobody has rated the new one, and the list does not say so")
	}
}

func TestAddAPersonWhoIsKnown(t *testing.T) {
	r := mapped(t)
	people := r.count(workshop.KindPerson)
	r.newcomer("m. keller")
	if !r.shows("known: Facilitator") {
		t.Error("the dialog does not say that it knows the person")
	}
	r.key(fyne.KeyReturn)
	if s := r.newest(); s.Code != "K1" || r.count(workshop.KindPerson) != people {
		t.Errorf("added %+v; the person is known", s)
	}
}

func TestAddRefusesTwiceAndNobody(t *testing.T) {
	r := mapped(t)
	n := r.count(workshop.KindStakeholder)
	r.newcomer("person cedarson")
	r.key(fyne.KeyReturn)
	if r.count(workshop.KindStakeholder) != n || !r.shows("Is on the map already, as Cedar.") {
		t.Error("somebody is on the map twice")
	}
	r.key(fyne.KeyEscape)
	r.newcomer("  ")
	r.key(fyne.KeyReturn)
	if r.count(workshop.KindStakeholder) != n || !r.shows("Who is it?") {
		t.Error("nobody was added")
	}
}

func TestAddGroupsOneAfterTheOther(t *testing.T) {
	r := newRoom(t)
	r.open(plain)
	if !r.shows("Who will feel this change?") {
		t.Error("an empty map does not say what to do first")
	}
	n := newNewcomer(r.page)
	r.shell.ShowDialog(n.dialog)
	n.kind.Choose(1)
	n.name.Focus()
	test.Type(n.name.Input(), "Night shift")
	n.size.SetText("46 people")
	if n.done() {
		t.Error("a size that is no number was taken")
	}
	n.size.SetText("46")
	n.now.Choose(0)
	n.needed.Choose(2)
	n.influence.choose(3)
	n.sure.Choose(1)
	n.evidence.SetText("Nobody came to the meeting")
	if !r.shell.Press("Ctrl+Enter") {
		t.Fatal("nobody took Ctrl+Enter")
	}
	s := r.newest()
	if s.Name != "Night shift" || s.Size != 46 || *s.SupportNow != -2 || *s.SupportNeeded != 0 || s.Influence != 3 || s.Confidence != 2 ||
		s.Evidence == "" || s.EvidenceDate != "2026-09-22" {
		t.Errorf("added %+v", s)
	}
	if !n.dialog.Open() || n.name.Text() != "" || !n.name.Focused() {
		t.Error("the dialog is not ready for the next one")
	}
	test.Type(n.name.Input(), "night shift")
	r.shell.Press("Ctrl+Enter")
	test.Type(n.name.Input(), " b")
	r.key(fyne.KeyReturn)
	if got := r.count(workshop.KindStakeholder); got != 2 {
		t.Errorf("%d groups, want 2", got)
	}
	if len(r.page.field.nodes) != 2 || r.shows("Who will feel this change?") {
		t.Error("the map does not show them")
	}
}

// TestTypingANameMovesNothing: what was understood of the name has its place before it is said, and the last field is above the foot.
func TestTypingANameMovesNothing(t *testing.T) {
	r := newRoom(t)
	r.open(plain)
	n := newNewcomer(r.page)
	r.shell.ShowDialog(n.dialog)
	driver := fyne.CurrentApp().Driver()
	before := driver.AbsolutePositionForObject(n.evidence)
	n.name.Focus()
	test.Type(n.name.Input(), "Somebody quite new")
	if n.said.Text != "new person" {
		t.Errorf("of the name is said %q", n.said.Text)
	}
	after := driver.AbsolutePositionForObject(n.evidence)
	if after != before {
		t.Errorf("the last field moved from %v to %v", before, after)
	}
	if foot := driver.AbsolutePositionForObject(n.dialog.Button(1)).Y; after.Y+n.evidence.Size().Height > foot {
		t.Errorf("the last field ends at %.0f, the foot begins at %.0f", after.Y+n.evidence.Size().Height, foot)
	}
}

// TestTheAccountDoesNotSpeakAgainstTheMark: who is strong and against is not to be watched only.
func TestTheAccountDoesNotSpeakAgainstTheMark(t *testing.T) {
	needed := -1
	e := resist.Entry{Rated: true, Needed: &needed, Influence: 5, Gap: 1, Priority: 5, Band: resist.Watch, ActNow: true}
	if got := account(e); strings.Contains(got, "watch") || !strings.Contains(got, "act now") {
		t.Errorf("the account says %q beside the mark \"act now\"", got)
	}
	if got := more(2, false); got != ", 2 more" {
		t.Errorf("two other marks are %q", got)
	}
}

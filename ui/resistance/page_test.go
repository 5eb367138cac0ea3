package resistance

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// texts lists every text that the window shows, overlays included, also in what is scrolled away.
func (r *room) texts() []string {
	var all []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch x := o.(type) {
		case *canvas.Text:
			all = append(all, x.Text)
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c)
			}
		}
	}
	walk(r.window.Content())
	for _, o := range r.window.Canvas().Overlays().List() {
		walk(o)
	}
	return all
}

func (r *room) shows(text string) bool {
	return slices.ContainsFunc(r.texts(), func(s string) bool { return strings.Contains(s, text) })
}

func (r *room) count(k workshop.Kind) (n int) {
	r.Read(func(w *workshop.Workshop) { n = len(w.Records(k)) })
	return n
}

func TestNamesAreHiddenUntilShown(t *testing.T) {
	r := mapped(t)
	r.page.openDetails()
	r.page.add()
	for _, text := range append(r.texts(), r.window.Title()) {
		if strings.Contains(text, "Person ") || strings.Contains(text, "Group of") {
			t.Errorf("the window shows %q", text)
		}
	}
	r.key(fyne.KeyEscape)
	for _, s := range r.page.field.spots {
		if strings.Contains(s.tip, "Person") {
			t.Errorf("a tooltip says %q", s.tip)
		}
	}
	r.names.Show(true)
	if !r.shows("Person Cedarson") || !r.shows("Names shown") || r.page.top.open.On {
		t.Error("names are not shown, though the shield is open")
	}
	if strings.Contains(r.window.Title(), "Person") {
		t.Error("the window's title has a name")
	}
	r.page.top.open.Tapped(nil)
	if r.names.Shown() || r.shows("Person Cedarson") {
		t.Error("the switch did not close the shield")
	}
}

func TestResponsesBecomeActions(t *testing.T) {
	r := mapped(t)
	row := func(i int) *responseRow { return r.page.details.suggested.rows.Objects[i].(*responseRow) }
	if row(0).done || !row(1).done {
		t.Fatal("the action that exists is not checked, or another is")
	}
	row(0).Tapped(nil)
	var made *workshop.Action
	r.Read(func(w *workshop.Workshop) {
		all := workshop.All[workshop.Action](w)
		made = all[len(all)-1]
	})
	want := resist.Responses("fear of loss")[0]
	if made.Title != want.Title || made.Detail != want.How || made.Category != "response" || made.Source != r.ids["Cedar"] || made.Due != "2026-11-19" ||
		made.Owner != r.stake("Cedar").RelationshipOwner || made.Priority != "high" {
		t.Errorf("made %+v", made)
	}
	if !row(0).done || !r.shows(made.Label()) || !strings.Contains(r.stake("Cedar").Response, want.Title) {
		t.Error("the row is not checked")
	}
	r.letter('a')
	if got := r.count(workshop.KindAction); got != 3 || !row(2).done {
		t.Errorf("%d actions; A makes one of the next response", got)
	}
	r.Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			if strings.Contains(a.Title+a.Detail, "Cedar") {
				t.Errorf("%q names somebody", a.Title)
			}
		}
	})
	row(0).Tapped(nil)
	if got := r.count(workshop.KindAction); got != 2 || row(0).done || strings.Contains(r.stake("Cedar").Response, want.Title) {
		t.Errorf("%d actions after the first was taken back", got)
	}
	r.shell.Notices().Current().OnTap()
	if got := r.count(workshop.KindAction); got != 3 {
		t.Errorf("%d actions after undo", got)
	}
	r.do(func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, r.page.model.actions[r.ids["Cedar"]][1].ID)
		if err == nil {
			a.Status = workshop.ActionDone
		}
		return err
	})
	row(0).Tapped(nil)
	if got := r.count(workshop.KindAction); got != 3 || r.opened == "" {
		t.Error("an action that is done was taken out, or not opened")
	}
}

func TestDetailsWriteToTheSession(t *testing.T) {
	r := mapped(t)
	d := r.page.details
	d.cause.OnChanged(slices.Index(d.cause.values, "overload"))
	d.level.OnChanged(slices.Index(d.level.values, "don't trust us"))
	d.impact.choose(2)
	d.contact.OnChanged(workshop.Date("2026-12-01").Time())
	d.owner.OnNew("Ines Roth")
	d.evidence.Tapped(nil)
	d.evidence.entry.SelectAll()
	test.Type(d.evidence.entry.Input(), "x")
	s := r.stake("Cedar")
	if s.Cause != "overload" || s.Level != "don't trust us" || s.Impact != 2 || s.NextContact != "2026-12-01" || s.Evidence != "x" {
		t.Errorf("the session has %+v", s)
	}
	var owner *workshop.Person
	r.Read(func(w *workshop.Workshop) { owner = workshop.Find[workshop.Person](w, s.RelationshipOwner) })
	if owner == nil || owner.Name != "Ines Roth" || !r.shows("Ines Roth") {
		t.Error("the new owner is not there; owners are no secret")
	}
	r.page.choose(r.ids["Rowan"])
	if d.cause.Selected != 0 || d.evidence.open {
		t.Error("somebody else is shown with what belongs to Cedar")
	}
	if r.stake("Rowan").Evidence == "x" {
		t.Error("words went to the wrong one")
	}
}

func TestOldRatingsAreConfirmed(t *testing.T) {
	r := mapped(t)
	r.page.choose(r.ids["Maple"])
	if !r.page.details.still.Visible() {
		t.Fatal("nothing asks whether the rating still holds")
	}
	r.page.details.still.Tapped(nil)
	all := r.ratings("Maple")
	if last := all[len(all)-1]; last.Date != "2026-11-18" || *last.Now != 0 || len(all) != 2 {
		t.Errorf("ratings %+v", all)
	}
	if r.page.details.still.Visible() || r.page.model.report.Stale != 0 {
		t.Error("the rating still counts as old")
	}
}

func TestRetiredLeaveTheMap(t *testing.T) {
	r := mapped(t)
	before := r.page.model.report.Rated
	r.page.retire()
	if len(r.page.field.nodes) != 10 || r.page.model.report.Rated != before-1 {
		t.Error("still on the map or in the index")
	}
	r.page.setFilter(filter{retired: true})
	if rows := r.page.list.rows; len(rows) != 1 || rows[0].id != r.ids["Cedar"] {
		t.Fatalf("the retired are %v", rows)
	}
	r.page.setFilter(filter{kind: groupsOnly})
	r.page.Select(r.ids["Cedar"]) // as the link of an action does
	if r.page.Selected() != r.ids["Cedar"] || !r.page.filter.retired {
		t.Error("a link to somebody who is retired does not show them")
	}
	r.page.retire()
	r.page.setFilter(filter{})
	if len(r.page.field.nodes) != 11 {
		t.Error("not brought back")
	}
}

func TestFilters(t *testing.T) {
	r := mapped(t)
	for name, c := range map[string]struct {
		f    filter
		want int
	}{
		"people": {filter{kind: peopleOnly}, 5}, "groups": {filter{kind: groupsOnly}, 6}, "a unit": {filter{unit: "Planning"}, 4},
		"act": {filter{band: resist.Act}, 2}, "what wants attention": {filter{flagged: true}, 3},
	} {
		r.page.setFilter(c.f)
		if got := len(r.page.list.rows); got != c.want || len(r.page.field.spots) != c.want {
			t.Errorf("%s: %d rows, %d bubbles, want %d", name, got, len(r.page.field.spots), c.want)
		}
	}
}

func TestThePastIsLookedAtOnly(t *testing.T) {
	r := mapped(t)
	r.page.lookAt("2026-10-20")
	if got := r.page.model.stakes[r.ids["Aspen"]].entry; *got.Now != 1 || got.Priority != 5 {
		t.Errorf("Aspen was %+v then", got)
	}
	if !r.page.model.stakes[r.ids["Maple"]].entry.Rated || r.page.model.stakes[r.ids["Rowan"]].entry.Rated {
		t.Error("who was rated then is not who is shown as rated")
	}
	r.page.choose(r.ids["Cedar"])
	r.key(fyne.KeyRight)
	r.letter('1')
	r.wants("Cedar", -2, 1, 5)
	if !r.page.details.now.Disabled() {
		t.Error("the rating can be changed")
	}
	r.shell.RunCommand("map.today")
	if got := r.page.model.stakes[r.ids["Aspen"]].entry; *got.Now != 2 || r.page.details.now.Disabled() {
		t.Error("today did not come back")
	}
}

func TestHiddenPagesHearNothing(t *testing.T) {
	r := mapped(t)
	change := func(v int) {
		r.do(func(e *workshop.Edit) error {
			s, err := workshop.Modify[workshop.Stakeholder](e, r.ids["Cedar"])
			if err == nil {
				s.SupportNow = num(v)
			}
			return err
		})
	}
	now := func() int { return r.page.field.nodes[r.ids["Cedar"]].spot.now }
	change(-1)
	if now() != -1 {
		t.Error("a change from elsewhere is not on the screen")
	}
	r.shell.Open(&other{})
	change(2)
	if now() != -1 || len(r.names.changed) != 0 {
		t.Error("the page listens while it is hidden")
	}
	r.shell.Back()
	if now() != 2 {
		t.Error("what changed meanwhile is not shown")
	}
}

// other is a page in front of the map.
type other struct{}

func (*other) ID() string                 { return "other" }
func (*other) Title() string              { return "Other" }
func (*other) Content() fyne.CanvasObject { return widgets.Plain("other") }
func (*other) Hints() []widgets.Hint      { return nil }
func (*other) Shown()                     {}
func (*other) Hidden()                    {}

var _ shell.Page = (*other)(nil)

func TestDetailsFoldWhereThereIsNoRoom(t *testing.T) {
	r := newRoom(t)
	r.stakes()
	r.open(looks["large"])
	if r.page.details.object.Visible() {
		t.Fatal("the details stand beside the map")
	}
	r.key(fyne.KeyReturn)
	if !r.page.details.object.Visible() {
		t.Fatal("Enter did not bring the details")
	}
	r.key(fyne.KeyEscape) // leaves the picker
	r.key(fyne.KeyEscape)
	if r.page.details.object.Visible() {
		t.Error("Esc did not fold the details")
	}
}

func TestARefusedChangeIsTold(t *testing.T) {
	r := mapped(t)
	r.page.edit("Unit", r.ids["Cedar"], func(s *workshop.Stakeholder) { s.Unit = strings.Repeat("x", workshop.MaxText+1) })
	if !r.shows("Nothing was changed") || r.stake("Cedar").Unit != "Assembly" {
		t.Error("the refusal is not told, or something was kept")
	}
}

func TestIndex(t *testing.T) {
	r := mapped(t)
	if got := r.page.top.index.Text; got != "−12 %" {
		t.Errorf("the index is %s", got)
	}
	if got := r.page.top.change.Text; got != "8 since 3 Nov" {
		t.Errorf("the change is %q", got)
	}
	if got := percent(r.page.model.needed()); got != "+65 %" {
		t.Errorf("needed is %s", got)
	}
}

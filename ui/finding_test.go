package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

func TestPaletteFindsAWorkshop(t *testing.T) {
	d := start(t, withSample)
	d.press("Ctrl+K")
	d.types("pump line")
	d.sees("Workshops", "Pump line changeover")
	d.press("Esc")
	d.find("pump line chang")
	d.onPage("room")
	if title := d.w.Title(); title != "Pump line changeover - Nemawashi" {
		t.Errorf("title %q", title)
	}
}

func TestPaletteFindsAnAction(t *testing.T) {
	d := start(t, withSample)
	d.find("torque tool to the point")
	d.onPage("room")
	d.sees("Move the torque tool to the point of use, cell 2")
	d.press("Esc", "Esc", "Esc", "Esc")
	d.onPage("home")
}

// TestPaletteFindsNobodyWhileNamesAreHidden looks for everybody of the sample.
func TestPaletteFindsNobodyWhileNamesAreHidden(t *testing.T) {
	d := start(t, withSample)
	var people []*workshop.Person
	for _, w := range d.workshops() {
		d.session(w.Title).Read(func(w *workshop.Workshop) { people = append(people, workshop.All[workshop.Person](w)...) })
	}
	// titles are the lines that are found, without what was typed.
	titles := func(name string) []string {
		d.press("Ctrl+K")
		d.pastes(name)
		var all []string
		d.each(func(o fyne.CanvasObject) {
			if l, ok := o.(*widgets.Label); ok {
				all = append(all, l.Text)
			}
		})
		d.press("Esc")
		return all
	}
	for _, p := range people {
		if found := titles(p.Name); slices.Contains(found, p.Name) || slices.Contains(found, "People") {
			t.Errorf("%q is found while names are hidden: %q", p.Name, found)
		}
	}
	d.press("Ctrl+Shift+H")
	last := people[len(people)-1]
	if found := titles(last.Name); !slices.Contains(found, last.Name) {
		t.Fatalf("%q is not found although names are shown: %q", last.Name, found)
	}
	d.press("Ctrl+K")
	d.pastes(last.Name)
	d.press("Enter")
	d.onPage("room")
	d.sees("Open actions", last.Code)
	if found := titles(last.Name); slices.Contains(found, last.Name) {
		t.Errorf("a workshop has opened with names shown: %q", found)
	}
}

func TestPaletteFindsACardInItsStep(t *testing.T) {
	d := start(t, withSample)
	var card *workshop.Card
	d.session("Pump line changeover").Read(func(w *workshop.Workshop) {
		for _, c := range workshop.All[workshop.Card](w) {
			if c.Canvas == "wastes" && card == nil {
				card = c
			}
		}
	})
	if card == nil {
		t.Fatal("the sample has no finding")
	}
	d.find(card.Text("text"))
	d.onPage("room")
	d.sees("Gemba walk")
}

// TestPaletteNamesEachCommandOnce looks on every page for two lines that read
// the same.
func TestPaletteNamesEachCommandOnce(t *testing.T) {
	d := start(t, withSample)
	everywhere(d, func(where string) {
		seen, ids := map[string]string{}, map[string]bool{}
		for _, c := range d.ui.Shell().Commands() {
			if c.Label == "" || c.Group == "" || c.Run == nil || !c.Quiet && c.Icon == "" {
				t.Errorf("%s: %s is not complete: %+v", where, c.ID, c)
			}
			if ids[c.ID] {
				t.Errorf("%s: two commands %s", where, c.ID)
			}
			ids[c.ID] = true
			if c.Quiet {
				continue
			}
			if other, is := seen[c.Label]; is {
				t.Errorf("%s: %s and %s are both %q", where, c.ID, other, c.Label)
			}
			seen[c.Label] = c.ID
		}
	})
}

// TestKeysMeanOneThing looks on every page for a combination with two meanings
// at the same time.
func TestKeysMeanOneThing(t *testing.T) {
	d := start(t, withSample)
	everywhere(d, func(where string) {
		seen := map[widgets.Keys]string{}
		for _, c := range d.ui.Shell().Commands() {
			if !c.On() {
				continue
			}
			for _, k := range append([]widgets.Keys{c.Shortcut}, c.Also...) {
				if other, is := seen[k]; is && k != "" {
					t.Errorf("%s: %s is %s and %s", where, k, other, c.ID)
				}
				seen[k] = c.ID
			}
		}
	})
}

// TestEveryCommandRuns runs each command that can run on some page; those that
// work on what is in front on two.
func TestEveryCommandRuns(t *testing.T) {
	d := start(t, withSample)
	var reached []string
	everywhere(d, func(where string) { reached = append(reached, where) })
	ran := map[string]int{}
	for _, where := range reached {
		var ids []string
		there(d, where, func() {
			for _, c := range d.ui.Shell().Commands() {
				enough := 2
				if strings.HasPrefix(c.ID, "app.") || strings.HasPrefix(c.ID, "shell.") {
					enough = 1
				}
				if c.On() && c.ID != "app.quit" && ran[c.ID] < enough {
					ids = append(ids, c.ID)
				}
			}
		})
		for _, id := range ids {
			there(d, where, func() {
				still := slices.ContainsFunc(d.ui.Shell().Commands(), func(c shell.Command) bool { return c.ID == id && c.On() })
				if d.ui.Shell().RunCommand(id) != still { // one before it may have left nothing to redo
					t.Errorf("%s: %s did not run", where, id)
				}
				ran[id]++
				for range 4 {
					if d.dialogOpen() {
						d.press("Esc")
					}
				}
				if d.dialogOpen() {
					t.Fatalf("%s: Esc does not close what %s has opened: %s", where, id, d.words())
				}
			})
		}
	}
	for _, id := range []string{"app.new", "app.open", "app.backup", "room.next", "room.export", "edit.undo", "map.add", "actions.done", "shell.keys", "shell.palette", "shell.back"} {
		if ran[id] == 0 {
			t.Errorf("%s never ran", id)
		}
	}
}

// places are the ways to all pages and boards.
var places = []struct {
	name string
	show func(d *desk)
}{
	{"home", func(d *desk) { d.ui.Shell().RunCommand("app.home") }},
	{"workshops", func(d *desk) { d.ui.Shell().RunCommand("app.open") }},
	{"actions", func(d *desk) { d.ui.Shell().RunCommand("app.actions") }},
	{"people", func(d *desk) { d.ui.Shell().RunCommand("app.people") }},
	{"templates", func(d *desk) { d.ui.Shell().RunCommand("app.templates") }},
	{"settings", func(d *desk) { d.ui.Shell().RunCommand("app.settings") }},
	{"room, columns", func(d *desk) { d.enter(); d.ui.ShowStep("gemba-walk") }},
	{"room, table", func(d *desk) { d.enter(); d.ui.ShowStep("control-plan") }},
	{"room, form", func(d *desk) { d.enter(); d.ui.ShowStep("charter") }},
	{"room, charter", func(d *desk) { d.enter(); d.ui.ShowBoard("charter") }},
	{"room, actions", func(d *desk) { d.enter(); d.ui.ShowBoard("actions") }},
	{"room, people", func(d *desk) { d.enter(); d.ui.ShowBoard("people") }},
	{"room, goals", func(d *desk) { d.enter(); d.ui.ShowBoard("goals") }},
	{"room, measures", func(d *desk) { d.enter(); d.ui.ShowBoard("measures") }},
	{"room, commitments", func(d *desk) { d.enter(); d.ui.ShowBoard("commitments") }},
	{"room, reviews", func(d *desk) { d.enter(); d.ui.ShowBoard("reviews") }},
	{"map", func(d *desk) { d.enter(); d.ui.ShowBoard("resistance") }},
}

// enter opens the kaizen workshop of the sample.
func (d *desk) enter() {
	d.Helper()
	d.ui.OpenWorkshop(d.session("Pump line changeover").ID())
}

// everywhere goes to all pages and boards.
func everywhere(d *desk, look func(where string)) {
	d.Helper()
	for _, p := range places {
		there(d, p.name, func() { look(p.name) })
	}
}

// there goes to one of them, from Home.
func there(d *desk, name string, look func()) {
	d.Helper()
	d.ui.Shell().RunCommand("app.home")
	for _, p := range places {
		if p.name == name {
			p.show(d)
			look()
			return
		}
	}
	d.Fatalf("no place %q", name)
}

package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
)

func actionsOf(d *desk, title string) []*workshop.Action {
	d.Helper()
	var all []*workshop.Action
	d.session(title).Read(func(w *workshop.Workshop) { all = workshop.All[workshop.Action](w) })
	return all
}

func TestUndoAndRedo(t *testing.T) {
	d := start(t, nil)
	d.press("N")
	d.types("Undone")
	d.press("Enter")
	d.ui.ShowBoard("actions")
	d.types("Label the lanes")
	d.press("Enter")
	if n := len(actionsOf(d, "Undone")); n != 1 {
		t.Fatalf("%d actions", n)
	}
	d.press("Ctrl+Z")
	if n := len(actionsOf(d, "Undone")); n != 0 {
		t.Fatalf("%d actions after undo", n)
	}
	d.press("Ctrl+Y")
	if n := len(actionsOf(d, "Undone")); n != 1 {
		t.Fatalf("%d actions after redo", n)
	}
	d.press("Ctrl+Z", "Ctrl+Shift+Z")
	if n := len(actionsOf(d, "Undone")); n != 1 {
		t.Fatalf("%d actions after redo by Ctrl+Shift+Z", n)
	}
}

func TestUndoInTheListOverAllWorkshops(t *testing.T) {
	d := start(t, withSample)
	d.ui.Shell().RunCommand("app.actions")
	done := func() int {
		n := 0
		for _, w := range d.workshops() {
			for _, a := range actionsOf(d, w.Title) {
				if a.Status == workshop.ActionDone {
					n++
				}
			}
		}
		return n
	}
	before := done()
	d.press("Space")
	if n := done(); n != before+1 {
		t.Fatalf("%d done, want one more than %d", n, before)
	}
	d.press("Ctrl+Z")
	if n := done(); n != before {
		t.Fatalf("%d done after undo, want %d", n, before)
	}
	d.press("Ctrl+Y")
	if n := done(); n != before+1 {
		t.Fatalf("%d done after redo, want %d", n, before+1)
	}
	d.ui.Shell().RunCommand("app.home")
	d.press("Ctrl+Z")
	if n := done(); n != before+1 {
		t.Fatal("undo on Home changed something that is not in sight")
	}
}

// TestBadgeFollowsTheActions finishes an overdue action in the list of all.
func TestBadgeFollowsTheActions(t *testing.T) {
	d := start(t, withSample)
	digest, err := d.lib.Digest(workshop.DateOf(now))
	if err != nil || digest.Overdue == 0 {
		t.Fatalf("%+v, %v", digest, err)
	}
	d.ui.Shell().RunCommand("app.actions")
	if got := d.ui.Overdue(); got != digest.Overdue {
		t.Fatalf("badge %d, want %d", got, digest.Overdue)
	}
	d.press("Space") // the first one is the longest overdue
	if err := d.lib.Flush(); err != nil {
		t.Fatal(err)
	}
	d.saves.tell()
	if got := d.ui.Overdue(); got != digest.Overdue-1 {
		t.Errorf("badge %d, want %d", got, digest.Overdue-1)
	}
	d.saves.state = shell.Saving
	d.saves.tell()
	d.sees("Saving")
}

func TestHomeIsFreshAfterReturning(t *testing.T) {
	d := start(t, withSample)
	digest, err := d.lib.Digest(workshop.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	d.sees(fmt.Sprintf("%d overdue actions", digest.Overdue))
	d.enter()
	d.ui.ShowBoard("actions")
	d.press("Space")
	d.ui.Shell().RunCommand("app.home")
	d.sees(fmt.Sprintf("%d overdue actions", digest.Overdue-1))
	d.enter()
	d.ui.ShowBoard("charter")
	d.replaces("Changeover of line 3")
	d.press("Alt+Left")
	d.onPage("home")
	d.sees("Changeover of line 3")
	d.seesNot("Pump line changeover")
}

func TestBackLeadsToWhereOneCameFrom(t *testing.T) {
	d := start(t, withSample)
	d.press("Ctrl+O")
	d.press("Enter")
	d.onPage("room")
	d.ui.ShowBoard("resistance")
	d.press("Esc")
	d.onPage("room")
	for range 3 { // out of the entry, off the board, out of the room
		if d.page() == "room" {
			d.press("Esc")
		}
	}
	d.onPage("workshops")
	d.find("One Flow 2027") // from the palette: the same way back
	d.find("Pump line chang")
	if title := d.w.Title(); title != "Pump line changeover - Nemawashi" {
		t.Errorf("title %q", title)
	}
	d.press("Alt+Left")
	d.onPage("workshops")
	for range 2 { // out of the table, to Home
		d.press("Esc")
	}
	d.onPage("home")
	d.press("Esc")
	d.onPage("home")
}

func TestKeysAreExplained(t *testing.T) {
	d := start(t, withSample)
	everywhere(d, func(where string) {
		d.press("Ctrl+F1")
		if !d.dialogOpen() {
			t.Fatalf("%s: Ctrl+F1 shows nothing", where)
		}
		d.sees("All keys", "Find or run a command", "New workshop")
		d.press("Ctrl+F1")
		if d.dialogOpen() {
			t.Fatalf("%s: Ctrl+F1 does not close it", where)
		}
	})
	d.ui.Shell().RunCommand("app.help")
	d.sees("First steps", "Look around in the sample")
	d.tap("All keys")
	d.sees("All keys")
}

func TestNMeansNewWhereItCan(t *testing.T) {
	d := start(t, withSample)
	for where, dialog := range map[string]bool{"home": true, "workshops": true, "templates": true, "settings": true, "room, form": false} {
		there(d, where, func() {
			d.press("Esc") // out of an entry
			d.onPage(strings.Split(d.page(), ",")[0])
			if d.page() != "home" || where == "home" {
				d.press("N")
			}
			if d.dialogOpen() != dialog && d.page() == strings.Split(where, ",")[0] {
				t.Errorf("%s: dialog open %v, want %v", where, d.dialogOpen(), dialog)
			}
			for d.dialogOpen() {
				d.press("Esc")
			}
		})
	}
}

// TestTitlesNameNobody looks at the window's title on every page, with names
// hidden and shown: other people see it in the task bar.
func TestTitlesNameNobody(t *testing.T) {
	d := start(t, withSample)
	var names []string
	for _, w := range d.workshops() {
		d.session(w.Title).Read(func(w *workshop.Workshop) {
			for _, p := range workshop.All[workshop.Person](w) {
				names = append(names, p.Name, p.Code)
			}
			for _, s := range workshop.All[workshop.Stakeholder](w) {
				names = append(names, s.Name, s.Code)
			}
		})
	}
	for range 2 {
		everywhere(d, func(where string) {
			title := d.w.Title()
			if !strings.HasSuffix(title, " - Nemawashi") {
				t.Errorf("%s: title %q", where, title)
			}
			for _, n := range names {
				if n != "" && strings.Contains(title, n) {
					t.Errorf("%s: the title %q names somebody", where, title)
				}
			}
		})
		d.ui.Shell().RunCommand("app.names")
	}
}

// TestNothingIsCutOff looks on every page for words that reach over the edge,
// at large text in a small window.
func TestNothingIsCutOff(t *testing.T) {
	for _, text := range []int{150, 200} {
		t.Run(fmt.Sprint(text), func(t *testing.T) {
			d := start(t, withSample)
			settings.Of(d.app).SetText(text)
			d.app.Settings().SetTheme(settings.Of(d.app).Theme())
			d.w.Resize(fyne.NewSize(1024, 700))
			everywhere(d, func(where string) {
				if cut := snap.Outside(d.w); len(cut) > 0 {
					t.Errorf("%s: %v", where, cut)
				}
			})
			for _, command := range []string{"app.new", "app.help", "shell.keys", "shell.palette", "app.backup", "room.export"} {
				there(d, "room, columns", func() {
					d.ui.Shell().RunCommand(command)
					if cut := snap.Outside(d.w); len(cut) > 0 {
						t.Errorf("%s: %v", command, cut)
					}
					for d.dialogOpen() {
						d.press("Esc")
					}
				})
			}
		})
	}
}

// TestNamesFollowTheShield opens and closes it on the lists and in the room.
func TestNamesFollowTheShield(t *testing.T) {
	d := start(t, withSample)
	var people []*workshop.Person
	d.session("Pump line changeover").Read(func(w *workshop.Workshop) { people = workshop.All[workshop.Person](w) })
	named := func() int {
		n, words := 0, d.words()
		for _, p := range people {
			if strings.Contains(words, p.Name) {
				n++
			}
		}
		return n
	}
	for _, where := range []string{"people", "room, people"} {
		there(d, where, func() {
			for range 2 {
				if n := named(); n != 0 {
					t.Errorf("%s: %d names while they are hidden: %s", where, n, d.words())
				}
				d.press("Ctrl+Shift+H")
				if n := named(); n < 5 {
					t.Errorf("%s: %d names while they are shown: %s", where, n, d.words())
				}
				d.press("Ctrl+Shift+H")
			}
		})
	}
}

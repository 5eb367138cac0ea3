package ui_test

import (
	"slices"
	"strings"
	"testing"

	"nemawashi.app/ui/help"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/assess"
)

// canvases are steps of the sample whose canvas has each of the shapes.
var canvases = []struct{ shape, step string }{{"columns", "gemba-walk"}, {"table", "control-plan"}, {"form", "charter"}, {"tree", "root-cause"}, {"field", "impact-effort"}}

// withBoards calls f everywhere, on each board of the room, on each shape of canvas with and without an open
// vote, where a spreadsheet is taken back, and in the editor of templates.
func withBoards(d *desk, f func(where string)) {
	d.Helper()
	everywhere(d, f)
	d.ui.OpenWorkshop(d.workshops()[0].ID)
	for _, c := range d.ui.Shell().Commands() {
		if board, ok := strings.CutPrefix(c.ID, "room.board."); ok {
			d.ui.ShowBoard(board)
			f("board " + board)
			if board == "actions" {
				d.press("Right")
				f("a cell of the board actions")
				d.press("Esc")
				for range 4 { // the table again at last
					d.press("V")
					f("another view of the board actions")
				}
			}
			if d.ui.Shell().Topic() == board && strings.HasPrefix(d.ui.Shell().Page().ID(), board) {
				d.ui.Shell().Back() // a board with a page of its own
			}
		}
	}
	d.enter()
	for _, c := range canvases {
		d.ui.ShowStep(c.step)
		if topic := d.ui.Shell().Topic(); topic != c.shape {
			d.Errorf("the step %s is about %q, want %q", c.step, topic, c.shape)
		}
		f("a canvas: " + c.shape)
	}
	d.ui.Shell().RunCommand("room.vote")
	d.press("Enter") // as many dots as are offered
	if !slices.ContainsFunc(d.ui.Shell().Page().Hints(), func(h widgets.Hint) bool { return h.Label == "give a dot" }) {
		d.Error("no vote was opened")
	}
	f("an open vote")
	d.ui.TakeBack(d.copyOf(d.kaizen(), "Register back.xlsx", map[string]any{"F2": 91}))
	d.onPage("takeback")
	f("takeback")
	d.ui.ShowEditor("blank", "")
	f("editor of templates")
	d.ui.Shell().RunCommand("app.questionnaires")
	f("questionnaires")
	d.ui.Shell().RunCommand("questions.duplicate")
	f("editor of questionnaires")
	d.ui.FillIn(sheetFile(d, assess.BySelf))
	f("a self-assessment")
	d.ui.Shell().RunCommand("fill.all")
	f("all answers of a self-assessment")
}

func TestEveryPlaceHasItsHelp(t *testing.T) {
	d := start(t, withSample)
	topics := map[string]string{}
	for _, p := range help.Pages() {
		topics[p.Topic] = p.Title
	}
	seen := map[string]bool{}
	withBoards(d, func(where string) {
		topic := d.ui.Shell().Topic()
		title, ok := topics[topic]
		if !ok {
			t.Errorf("%s: there is no page on %q", where, topic)
			return
		}
		if seen[topic] {
			return
		}
		seen[topic] = true
		d.press("F1")
		if !d.dialogOpen() {
			t.Fatalf("%s: F1 shows nothing", where)
		}
		d.sees("Help", title)
		d.press("F1")
		if d.dialogOpen() {
			t.Fatalf("%s: F1 does not close help", where)
		}
	})
	for _, must := range []string{"home", "workshops", "actions", "people", "templates", "template-editor", "settings", "resistance", "charter", "columns", "form", "table", "tree", "field", "takeback", "photos", "goals", "reviews",
		"measures", "commitments", "agenda", "assess"} {
		if !seen[must] {
			t.Errorf("nowhere leads F1 to %q", must)
		}
	}
}

// ordinary are the keys that every entry, list and table has by itself.
var ordinary = []widgets.Keys{"Enter", "Tab", "Shift+Tab", "Esc", "Up", "Down", "Left", "Right", "Space", "F2", "Del", "Ctrl", "Shift+Down", "Ctrl+A"}

func TestKeysInHelpAreKeysOfTheApp(t *testing.T) {
	d := start(t, withSample)
	known := map[widgets.Keys]bool{}
	for _, k := range ordinary {
		known[k] = true
	}
	withBoards(d, func(where string) {
		on := map[widgets.Keys]string{}
		for _, c := range d.ui.Shell().Commands() {
			for _, k := range append([]widgets.Keys{c.Shortcut}, c.Also...) {
				known[k] = true
				if k == "" || !c.On() {
					continue
				}
				if other := on[k]; other != "" && other != c.ID {
					t.Errorf("%s: %s and %s share %s", where, other, c.ID, k)
				}
				on[k] = c.ID
			}
		}
		for _, h := range d.ui.Shell().Page().Hints() {
			known[h.Keys], known[h.To] = true, true
		}
	})
	for _, p := range help.Pages() {
		for _, k := range p.Keys() {
			if !known[k] {
				t.Errorf("the page %s names %s, which does nothing", p.Topic, k)
			}
		}
	}
}

func TestHelpIsFoundBySearching(t *testing.T) {
	d := start(t, withSample)
	d.press("F1")
	d.types("coalition")
	d.sees("Resistance map", "coalition index")
	d.press("Esc")
	if d.dialogOpen() {
		t.Fatal("Esc does not close help")
	}
	d.press("Ctrl+K")
	d.types("editing a template")
	d.sees("Editing a template")
	d.press("Enter")
	d.sees("Draft and version")
	d.press("Esc")
	// In a dialog, F1 is about the dialog, and closing help comes back to it.
	d.ui.Shell().RunCommand("app.new")
	d.press("F1")
	d.sees("A new workshop", "A person's name does not belong in it")
	d.press("Esc")
	d.sees("New workshop", "First day")
	if n := slices.IndexFunc(d.ui.Shell().Commands(), func(c shell.Command) bool { return c.ID == "shell.help" }); n < 0 {
		t.Error("help is no command")
	}
}

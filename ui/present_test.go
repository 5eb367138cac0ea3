package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/sample"
	"nemawashi.app/workshop/template"
)

// wall is all that is in the tree of widgets of the wall, seen or not.
func (d *desk) wall() string {
	d.Helper()
	if d.ui.Wall() == nil {
		d.Fatal("nothing is on the wall")
	}
	return snap.Words(d.ui.Wall())
}

func (d *desk) pressWall(name fyne.KeyName) {
	d.ui.Wall().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

// secrets are the words of a workshop that must never be on the wall: names of people who are only on the map, what is said of
// anybody there, and confidential cells.
func secrets(s *workshop.Session, set *template.Set) []string {
	var out []string
	public := map[string]bool{}
	said := strings.Builder{} // what everybody may read is no secret, also where it stands in a confidential cell too
	team := s.View(workshop.Team)
	for _, p := range team.People {
		public[p.Name] = true
	}
	team.Texts(func(_ workshop.Kind, _ workshop.ID, _, text string) { said.WriteString(text + "\n") })
	s.Read(func(w *workshop.Workshop) {
		for _, x := range workshop.All[workshop.Stakeholder](w) {
			if p := workshop.Find[workshop.Person](w, x.Person); p != nil && !public[p.Name] {
				out = append(out, p.Name)
			}
			out = append(out, x.Evidence, x.Response)
		}
		for _, k := range workshop.Kinds {
			for _, r := range w.Records(k) {
				workshop.TextsOf(r, func(field, text string) {
					if f, known := workshop.FieldOf(k, field); known && f.Confidential {
						out = append(out, text)
					}
				})
			}
		}
		for _, c := range workshop.All[workshop.Card](w) {
			for cell := range c.Cells {
				if set.Confidential(c.Canvas, cell) {
					out = append(out, c.Text(cell))
				}
			}
		}
	})
	var long []string
	for _, x := range out {
		if len(x) > 5 && !strings.Contains(said.String(), x) {
			long = append(long, x)
		}
	}
	return long
}

func TestNothingConfidentialIsOnTheWall(t *testing.T) {
	var made sample.Made
	d := start(t, func(d *desk) {
		var err error
		if made, err = sample.Add(d.lib, workshop.DateOf(now)); err != nil {
			t.Fatal(err)
		}
	})
	set := templates(t)
	steps, canvases, looked := 0, 0, 0
	for _, id := range made.Workshops {
		d.ui.OpenWorkshop(id)
		s, err := d.ui.Session(id)
		if err != nil {
			t.Fatal(err)
		}
		plant(t, s)
		hidden := secrets(s, set)
		if !slices.Contains(hidden, "Wilhelmina Quist") || !slices.Contains(hidden, "planted resistance at the review") {
			t.Fatal("what was planted is no secret")
		}
		looked += len(hidden)
		if !d.ui.Shell().RunCommand("room.present") {
			t.Fatal("the wall is not offered")
		}
		d.ui.Wall().Resize(fyne.NewSize(1280, 800))
		var agenda []*workshop.Step
		s.Read(func(w *workshop.Workshop) { agenda = w.Agenda() })
		for range agenda {
			d.pressWall(fyne.KeyLeft)
		}
		for _, step := range agenda {
			steps++
			for i := range 4 { // at most so many canvases in a step
				words := d.wall()
				canvases++
				if !strings.Contains(strings.ReplaceAll(words, "\n", " "), strings.Fields(step.Title)[0]) {
					t.Errorf("%s is not on the wall: %s", step.Title, words)
				}
				for _, secret := range hidden {
					if strings.Contains(words, secret) {
						t.Errorf("%s, canvas %d: %q is on the wall", step.Title, i, secret)
					}
				}
				for range 3 { // further pages
					d.pressWall(fyne.KeyUp)
					for _, secret := range hidden {
						if strings.Contains(d.wall(), secret) {
							t.Errorf("%s, canvas %d, further on: %q is on the wall", step.Title, i, secret)
						}
					}
				}
				d.ui.Shell().RunCommand("room.canvas")
			}
			d.pressWall(fyne.KeyRight)
		}
		for _, board := range []string{"agenda", "charter", "gates", "goals", "measures", "commitments", "assessment", "reviews", "ideas", "communication", "technology",
			"actions", "people", "photos"} {
			d.ui.ShowBoard(board)
			for range 5 { // pages
				for _, secret := range hidden {
					if strings.Contains(d.wall(), secret) {
						t.Errorf("board %s: %q is on the wall", board, secret)
					}
				}
				d.pressWall(fyne.KeyDown)
			}
		}
		d.pressWall(fyne.KeyEscape)
		if d.ui.Wall() != nil {
			t.Fatal("Esc did not end it")
		}
	}
	if steps < 20 || looked < 10 {
		t.Errorf("only %d steps were shown and %d secrets looked for", steps, looked)
	}
}

// plant puts a name that only the map has, and a value into every confidential cell, onto canvases.
func plant(t *testing.T, s *workshop.Session) {
	t.Helper()
	set := templates(t)
	if err := s.Do("plant", func(e *workshop.Edit) error {
		who := e.Add(&workshop.Person{Name: "Wilhelmina Quist"})
		e.Add(&workshop.Stakeholder{Person: who, Influence: 4, Evidence: "planted evidence of hers"})
		e.Add(&workshop.Review{Planned: "2026-12-17", NewResistance: "planted resistance at the review", Notes: "Wilhelmina Quist was there"})
		e.Add(&workshop.Goal{Title: "Half of what Wilhelmina Quist wants", Conditions: "if Wilhelmina Quist agrees"})
		e.Add(&workshop.Measure{Name: "Minutes until Wilhelmina Quist comes"})
		e.Add(&workshop.Commitment{Personal: true, FromWhat: "On Monday I talk to Wilhelmina Quist"})
		e.Add(&workshop.Action{Title: "Win Wilhelmina Quist over"})
		e.Add(&workshop.Photo{Blob: strings.Repeat("0", 64), Caption: "Wilhelmina Quist at line 3"})
		for _, tmpl := range set.All() {
			for _, c := range tmpl.Canvases {
				card := &workshop.Card{Canvas: c.ID}
				if len(c.Columns) > 0 {
					card.Column = c.Columns[0].ID
				}
				for n, cell := range c.Cells {
					switch {
					case cell.Confidential && (cell.Type == template.TypeText || cell.Type == template.TypeNote):
						card.Set(cell.ID, fmt.Sprintf("planted secret %d", n))
					case cell.Type == template.TypePerson && c.ID != workshop.CatchballCanvas: // there she would own a goal, and may be named
						card.Set(cell.ID, string(who))
					case cell.Type == template.TypeText || cell.Type == template.TypeNote:
						card.Set(cell.ID, "said by Wilhelmina Quist")
					}
				}
				if c.Shape != template.ShapeForm {
					e.Add(card)
				}
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func TestTheWallFollowsTheScribe(t *testing.T) {
	var made sample.Made
	d := start(t, func(d *desk) {
		var err error
		if made, err = sample.Add(d.lib, workshop.DateOf(now)); err != nil {
			t.Fatal(err)
		}
	})
	d.ui.OpenWorkshop(made.Workshops[len(made.Workshops)-1])
	d.ui.ShowStep("gemba-walk")
	d.press("Ctrl+P")
	d.ui.Wall().Resize(fyne.NewSize(1280, 800))
	for _, want := range []string{"Gemba walk", "What did you see", "Transport", "Next:"} {
		if !strings.Contains(d.wall(), want) {
			t.Errorf("%q is not on the wall: %s", want, d.wall())
		}
	}
	d.types("Wrench is shared 12m")
	d.press("Enter")
	if !strings.Contains(strings.ReplaceAll(d.wall(), "\n", " "), "Wrench is shared") {
		t.Errorf("what was typed is not on the wall: %s", d.wall())
	}
	d.ui.Shell().Press("Ctrl+Z") // not by the window: Fyne's test driver takes the newest one for all
	if strings.Contains(d.wall(), "Wrench") {
		t.Error("what was taken back is on the wall still")
	}
	d.pressWall(fyne.KeyRight)
	if strings.Contains(d.wall(), "What did you see") || d.ui.Wall() == nil {
		t.Error("the next step is not on the wall")
	}
	d.pressWall(fyne.KeyLeft)
	if !strings.Contains(d.wall(), "What did you see") {
		t.Error("the step before is not on the wall")
	}
	d.ui.Shell().Press("Ctrl+P")
	if d.ui.Wall() != nil {
		t.Error("Ctrl+P did not end it")
	}
}

// TestTheWallShowsTheBoardInFront looks for what each board is about.
func TestTheWallShowsTheBoardInFront(t *testing.T) {
	var made sample.Made
	d := start(t, func(d *desk) {
		var err error
		if made, err = sample.Add(d.lib, workshop.DateOf(now)); err != nil {
			t.Fatal(err)
		}
	})
	id := made.Workshops[len(made.Workshops)-1]
	d.ui.OpenWorkshop(id)
	s, err := d.ui.Session(id)
	if err != nil {
		t.Fatal(err)
	}
	v := s.View(workshop.Projector)
	d.ui.Shell().RunCommand("room.present")
	d.ui.Wall().Resize(fyne.NewSize(1280, 800))
	first := func(text string) string { return strings.Join(strings.Fields(text)[:1], " ") }
	for board, want := range map[string][]string{
		"goals": {"Goals", first(v.Goals[0].Title), "agreed"}, "measures": {"Measures", v.Measures[0].Name}, "commitments": {"Commitments", "Promised", v.Name(v.Commitments[0].Who)},
		"reviews": {"Reviews", "Standard followed", "held"}, "actions": {"Actions", "Owner", "A-0"}, "photos": {"Photos", first(v.Photos[0].Caption)},
		"charter": {"Charter", "Problem", first(v.Charter.Problem)}, "gates": {"Four gates", "Evidence", "of 4 met"}, "ideas": {"Ideas"}, "agenda": {"Agenda"},
	} {
		d.ui.ShowBoard(board)
		words := strings.ReplaceAll(d.wall(), "\n", " ")
		for _, w := range want {
			if !strings.Contains(words, w) {
				t.Errorf("%s: %q is not on the wall: %s", board, w, words)
			}
		}
	}
}

// TestTheWallGrowsBeforeEnter types beside the wall, a name that must not be read among it.
func TestTheWallGrowsBeforeEnter(t *testing.T) {
	var made sample.Made
	d := start(t, func(d *desk) {
		var err error
		if made, err = sample.Add(d.lib, workshop.DateOf(now)); err != nil {
			t.Fatal(err)
		}
	})
	id := made.Workshops[len(made.Workshops)-1]
	d.ui.OpenWorkshop(id)
	s, err := d.ui.Session(id)
	if err != nil {
		t.Fatal(err)
	}
	plant(t, s)
	for _, step := range []string{"gemba-walk", "impact-effort", "root-cause", "force-field"} {
		d.ui.ShowStep(step)
		d.press("Ctrl+P")
		d.ui.Wall().Resize(fyne.NewSize(1280, 800))
		words := func() string { return strings.ReplaceAll(d.wall(), "\n", " ") }
		for i, r := range []rune("Zebra of Wilhelmina Quist wal") {
			d.types(string(r))
			if w := words(); i > 8 && !strings.Contains(w, "Zebra of") || strings.Contains(w, "Wilh") || strings.Contains(w, "Quis") {
				t.Fatalf("%s: after %d letters the wall says %s", step, i+1, w)
			}
		}
		d.press("Escape")
		if strings.Contains(words(), "Zebra") {
			t.Errorf("%s: what was dropped is on the wall still", step)
		}
		d.ui.Shell().Press("Ctrl+P")
	}
}

// TestTheWallKeepsTheStepWhileTheScribeLooksSomethingUp goes to boards that are not for everybody: the wall stays as it was, and follows again after.
func TestTheWallKeepsTheStepWhileTheScribeLooksSomethingUp(t *testing.T) {
	d := start(t, withSample)
	d.enter()
	d.ui.ShowStep("gemba-walk")
	if !d.ui.Shell().RunCommand("room.present") {
		t.Fatal("the wall is not offered")
	}
	d.ui.Wall().Resize(fyne.NewSize(1280, 800))
	for _, before := range []func(){func() { d.ui.ShowStep("gemba-walk") }, func() { d.ui.ShowBoard("measures") }} {
		before()
		want := d.wall()
		for _, board := range []string{"people", "resistance", "assessment"} {
			d.ui.ShowBoard(board)
			if got := d.wall(); got != want {
				t.Errorf("while %s is in front the wall says %q, before %q", board, got, want)
			}
		}
	}
	d.ui.Shell().RunCommand("shell.back")
	d.ui.ShowBoard("agenda")
	if words := d.wall(); !strings.Contains(words, "Gemba walk") || !strings.Contains(words, "Waste primer") {
		t.Errorf("the agenda is not on the wall: %s", words)
	}
}

package present

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// builtin is a canvas of the built-in templates.
func builtin(t testing.TB, id string) template.Canvas {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range set.All() {
		if c, ok := x.Canvas(id); ok {
			return *c
		}
	}
	t.Fatalf("there is no canvas %s", id)
	return template.Canvas{}
}

// hung is a wall in a window, and what it shows.
type hung struct {
	*Show
	window fyne.Window
}

func hang(t testing.TB, s *workshop.Session, place func() Place) hung {
	t.Helper()
	t.Cleanup(run.Inline())
	w := snap.Window(snap.Look{Width: 1280, Height: 800})
	t.Cleanup(w.Close)
	show := New(Config{View: func(p workshop.Part) *workshop.View { return s.Glance(workshop.Projector, p) }, Place: place,
		Now: time.Now, Step: func(int) {}, End: func() {}})
	w.SetContent(show)
	w.Resize(fyne.NewSize(1280, 800))
	return hung{show, w}
}

func (h hung) words() string { return strings.ReplaceAll(snap.Words(h.window), "\n", " ") }

func TestTheWallSaysWhoseACardIs(t *testing.T) {
	for _, id := range []string{"wastes", "pick", "five-whys", "fishbone", "force-field", "control-plan"} {
		def := builtin(t, id)
		s, last := crowded(t, def, 3)
		var group workshop.ID
		if err := s.Do("split", func(e *workshop.Edit) error {
			step := e.Add(&workshop.Step{Title: "Walk", Day: 1})
			group = e.Add(&workshop.Step{Title: "Team Anvil", Within: step})
			c, err := workshop.Modify[workshop.Card](e, last)
			c.Group = group
			return err
		}); err != nil {
			t.Fatal(err)
		}
		front := Place{Canvas: &def}
		h := hang(t, s, func() Place { return front })
		if n := strings.Count(h.words(), "Team Anvil"); n != 1 {
			t.Errorf("%s: the group is named %d times", id, n)
		}
		front.Group = group
		h.Follow()
		if words := h.words(); strings.Count(words, "Team Anvil") != 1 || !strings.Contains(words, "– Team Anvil") {
			t.Errorf("%s: the group is named elsewhere than in the title, among its own cards: %s", id, words)
		}
	}
}

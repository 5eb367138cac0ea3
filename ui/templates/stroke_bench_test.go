package templates

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// BenchmarkStroke is what a letter costs that is typed into the title of a step, in a template of sixty steps: the change, the
// draft for the library, and what stands around the form. Drawing is not in it, nor is the check, which waits for a pause.
func BenchmarkStroke(b *testing.B) {
	b.Cleanup(run.Inline())
	app := test.NewTempApp(b)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	w := app.NewWindow("")
	b.Cleanup(w.Close)
	w.Resize(fyne.NewSize(1280, 800))
	set, err := template.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	other, _ := set.ByID("kaikaku-kickoff-2")
	source, _ := set.ByID("kaizen-workshop-5")
	t := source.Clone()
	t.ID = "sixty"
	n := 0
	for _, p := range t.Phases {
		n += len(p.Steps)
	}
	for i := 0; n < 60; i++ {
		steps := other.Phases[1].Steps
		t.InsertStep(1, 0, steps[i%len(steps)], other)
		n++
	}
	s := shell.New(shell.Config{Window: w, AppName: "Nemawashi"})
	e := newEditor(Desk{Set: set, Store: &store{docs: map[string]workshop.TemplateDoc{}, drafts: map[string][]byte{}}, Shell: s,
		Tell: func(title string, err error) { b.Fatalf("%s: %v", title, err) }}, t, nil)
	s.Go(e)
	id := t.Phases[2].Steps[0].ID
	e.open(part{partStep, id})
	w.Canvas().Capture()
	f := e.first
	for b.Loop() {
		f.TypedRune('a')
		if step, _ := e.draft.now.Step(id); len(step.Title) > 300 {
			b.StopTimer()
			e.typed("Short again", "", func(t *template.Template) { s, _ := t.Step(id); s.Title = "a" })
			e.show()
			f = e.first
			b.StartTimer()
		}
	}
}

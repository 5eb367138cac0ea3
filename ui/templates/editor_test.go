package templates

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// store keeps in memory what a library would.
type store struct {
	docs   map[string]workshop.TemplateDoc
	drafts map[string][]byte
}

func (s *store) Templates() (out []workshop.TemplateDoc, _ error) {
	for _, d := range s.docs {
		out = append(out, d)
	}
	return out, nil
}

func (s *store) KeepTemplate(d workshop.TemplateDoc) error {
	s.docs[d.ID+string(rune('0'+d.Version))] = d
	return nil
}
func (s *store) KeepDraft(id string, doc []byte) error { s.drafts[id] = doc; return nil }
func (s *store) DropDraft(id string) error             { delete(s.drafts, id); return nil }
func (s *store) Drafts() (map[string][]byte, error)    { return s.drafts, nil }

// bench is the page of templates in a window.
type bench struct {
	*testing.T
	w     fyne.Window
	shell *shell.Shell
	set   *template.Set
	store *store
	page  *Page
	begun []string
}

func open(t *testing.T) *bench {
	t.Helper()
	t.Cleanup(run.Inline())
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	b := &bench{T: t, w: app.NewWindow(""), store: &store{docs: map[string]workshop.TemplateDoc{}, drafts: map[string][]byte{}}}
	t.Cleanup(b.w.Close)
	var err error
	if b.set, err = template.Builtin(); err != nil {
		t.Fatal(err)
	}
	b.shell = shell.New(shell.Config{Window: b.w, AppName: "Nemawashi"})
	b.w.Resize(fyne.NewSize(1280, 800))
	b.restart()
	return b
}

// restart opens the page as after a start of the app.
func (b *bench) restart() {
	b.page = New(Desk{Set: b.set, Store: b.store, Shell: b.shell, Now: func() time.Time { return time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC) },
		Begin: func(t *template.Template) { b.begun = append(b.begun, t.ID) }, Share: func(*template.Template) {}, Take: func() {},
		Tell: func(title string, err error) { b.Errorf("%s: %v", title, err) }})
	b.shell.Go(b.page)
}

// edit opens the editor on the template of this id.
func (b *bench) edit(id string) *Editor {
	b.Helper()
	b.page.Choose(id)
	if !b.shell.RunCommand("template.edit") {
		b.Fatal("cannot edit")
	}
	return b.shell.Page().(*Editor)
}

func (b *bench) run(id string) {
	b.Helper()
	if !b.shell.RunCommand(id) {
		b.Fatalf("the command %s is off", id)
	}
}

// typed types where the keyboard is, after what stands there is gone.
func (b *bench) typed(text string) {
	b.Helper()
	f := b.w.Canvas().Focused()
	if f == nil {
		b.Fatal("nothing has the keyboard")
	}
	f.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	for _, r := range text {
		f.TypedRune(r)
	}
}

func TestACopyIsEditedSavedAndBegunFrom(t *testing.T) {
	b := open(t)
	e := b.edit("kaizen-workshop-1")
	id := e.draft.now.ID
	if b.set.IsOwn(id) || id == "kaizen-workshop-1" || b.store.drafts[id] == nil {
		t.Fatalf("a copy named %s, draft %v", id, b.store.drafts[id] != nil)
	}
	b.run("editor.step")
	b.typed("Safety talk")
	b.run("editor.break")
	b.typed("Lunch")
	b.run("editor.up")
	e.draft.now.Phases[1].Steps[0].Minutes = 20
	b.run("editor.save")
	saved, ok := b.set.ByID(id)
	if !ok || saved.Version != 1 || len(b.store.drafts) != 0 {
		t.Fatalf("saved %v, drafts %d", ok, len(b.store.drafts))
	}
	steps := saved.Phases[1].Steps
	last := steps[len(steps)-2:]
	if last[0].Title != "Lunch" || !last[0].Break || last[1].Title != "Safety talk" || last[1].Minutes != 30 {
		t.Errorf("the day ends with %+v", last)
	}
	if original, _ := b.set.ByID("kaizen-workshop-1"); original.Title != "Kaizen workshop, 1 day" || len(original.Phases[1].Steps) == len(steps) {
		t.Error("the built-in template was written to")
	}
	b.shell.Back()
	b.page.Choose(id)
	b.run("template.begin")
	if len(b.begun) != 1 || b.begun[0] != id {
		t.Errorf("begun %v", b.begun)
	}
	// The next save is another version, and the first one stays.
	e = b.edit(id)
	b.run("editor.step")
	b.run("editor.save")
	if v := b.set.Versions(id); len(v) != 2 || v[0].Version != 2 || len(v[1].Phases[1].Steps) != len(steps) {
		t.Errorf("versions are %d", len(v))
	}
	if e.draft.dirty() {
		t.Error("is not saved after saving")
	}
}

func TestWhatIsMissingIsNamedAndTheDraftSurvives(t *testing.T) {
	b := open(t)
	e := b.edit("blank")
	id := e.draft.now.ID
	b.run("editor.step")
	b.typed("")
	b.run("editor.save")
	if e.at.kind != partCoverage || b.set.IsOwn(id) || len(e.problems) != 1 || whereOf(e.problems[0]).kind != partStep {
		t.Fatalf("shows %v, problems %v", e.at, e.problems)
	}
	e.open(whereOf(e.problems[0]))
	// The app ends here; the draft is offered at the next start.
	b.restart()
	b.page.Choose(id)
	if got := b.page.entry(); got.ID != id || got.saved || got.draft == nil {
		t.Fatalf("after a start there is %+v", got)
	}
	if b.shell.RunCommand("template.begin") {
		t.Error("a draft that was never saved can be begun from")
	}
	e = b.edit(id)
	step := e.draft.now.Phases[0].Steps[len(e.draft.now.Phases[0].Steps)-1]
	e.open(part{partStep, step.ID})
	b.w.Canvas().Focus(e.first)
	b.typed("Mended")
	b.run("editor.save")
	if got, ok := b.set.ByID(id); !ok || got.Phases[0].Steps[len(got.Phases[0].Steps)-1].Title != "Mended" {
		t.Error("the mended draft was not saved")
	}
}

func TestEverythingCanBeTakenBack(t *testing.T) {
	b := open(t)
	e := b.edit("kaizen-workshop-3")
	before := string(template.Write(e.draft.now))
	e.open(part{partStep, "gemba-walk"})
	b.w.Canvas().Focus(e.first)
	b.typed("A walk")
	b.run("editor.duplicate")
	b.run("editor.remove")
	b.run("editor.down")
	e.open(part{partCanvas, "wastes"})
	b.run("editor.remove")
	b.run("editor.canvas")
	canvas := e.at.id
	for _, shape := range template.Shapes() {
		e.did("Change of shape", on(canvas, func(c *template.Canvas) { reshape(c, shape) }))
		if found := template.Check(e.draft.now); len(found) > 0 {
			t.Errorf("as %s: %v", shape, found)
		}
		if e.picture == nil || len(e.picture.body.Objects) != 1 {
			t.Errorf("as %s there is no picture", shape)
		}
	}
	after := string(template.Write(e.draft.now))
	n := 0
	for ; len(e.draft.past) > 0; n++ {
		b.run("edit.undo")
	}
	if got := string(template.Write(e.draft.now)); got != before {
		t.Errorf("after taking %d steps back the template is another one", n)
	}
	for len(e.draft.future) > 0 {
		b.run("edit.redo")
	}
	if got := string(template.Write(e.draft.now)); got != after {
		t.Error("after doing them again the template is another one")
	}
}

func TestAStepFromAnotherTemplate(t *testing.T) {
	b := open(t)
	e := b.edit("blank")
	b.run("editor.insert")
	for _, r := range "burning" {
		b.w.Canvas().Focused().TypedRune(r)
	}
	b.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s, ok := e.draft.now.Step("burning-platform")
	if !ok || e.at.id != s.ID {
		t.Fatalf("in hand is %v", e.at)
	}
	if _, ok := e.draft.now.Canvas(s.Canvases[0]); !ok || len(e.problems) > 0 {
		t.Errorf("its canvas did not come: %v", e.problems)
	}
	if e.draft.now.KotterServed()[1] == nil {
		t.Error("urgency is not covered")
	}
}

func TestADeletedTemplateComesBack(t *testing.T) {
	b := open(t)
	e := b.edit("blank")
	id := e.draft.now.ID
	b.run("editor.save")
	b.shell.Back()
	b.page.Choose(id)
	b.run("template.delete")
	if b.set.IsOwn(id) {
		t.Fatal("is still there")
	}
	b.run("edit.undo")
	if !b.set.IsOwn(id) || b.page.entry().ID != id {
		t.Error("did not come back")
	}
	if b.shell.RunCommand("edit.undo") {
		t.Error("there is still something to take back")
	}
}

func TestChoicesKeepTheirIDs(t *testing.T) {
	was := []template.Choice{{ID: "adopt", Title: "Adopt"}, {ID: "kill", Title: "Kill"}}
	ids := func(text string) string {
		var out []string
		for _, c := range choices(was, text) {
			out = append(out, c.ID)
		}
		return strings.Join(out, " ")
	}
	for text, want := range map[string]string{"Adopt, Kill": "adopt kill", "Kill, Adopt": "kill adopt", "Take on, Kill": "adopt kill", "Adopt, Adapt, Kill": "adopt choice-1 kill", ", ,": "", "Kill": "kill"} {
		if got := ids(text); got != want {
			t.Errorf("%q has %q, want %q", text, got, want)
		}
	}
}

func TestCommandsDoNotShareKeys(t *testing.T) {
	b := open(t)
	check := func() {
		t.Helper()
		used := map[widgets.Keys]string{}
		for _, c := range b.shell.Page().(shell.Commander).Commands() {
			for _, k := range append([]widgets.Keys{c.Shortcut}, c.Also...) {
				if used[k] != "" && k != "" {
					t.Errorf("%s and %s share %s", used[k], c.ID, k)
				}
				used[k] = c.ID
			}
		}
	}
	check()
	b.edit("blank")
	check()
}

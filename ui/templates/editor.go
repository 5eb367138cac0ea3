package templates

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

// part is what of the template is in hand: the whole, a step, a canvas, or what
// is covered and missing.
type part struct{ kind, id string }

const (
	partAbout    = "about"
	partStep     = "step"
	partCanvas   = "canvas"
	partCoverage = "coverage"
)

// Editor is the page on which a template of one's own is changed.
type Editor struct {
	desk     Desk
	draft    *draft
	at       part
	problems []*template.Problem

	outline  *outline
	body     *fyne.Container
	coverage *coverage
	content  *fyne.Container
	title    *widgets.Label
	state    *widgets.Pill
	save     *widgets.Button
	picture  *picture       // of the canvas in hand, nil for none
	first    fyne.Focusable // where typing begins
	later    func()         // takes back the check that a pause in typing brings
}

// typingPause is after how long without a stroke the template is checked: a check costs more than a stroke may, and nobody
// wants to be told of a title that is half typed.
const typingPause = 250 * time.Millisecond

func newEditor(desk Desk, now, saved *template.Template) *Editor {
	e := &Editor{desk: desk, at: part{kind: partAbout}, body: widgets.Over(), title: widgets.NewLabel("", theme.CardTitle), state: widgets.NewPill("", widgets.Neutral)}
	e.draft = &draft{now: now, saved: saved, keep: e.keep}
	e.save = widgets.NewPrimary("Save", "check", e.saveIt).WithKey("Ctrl+S")
	e.outline, e.coverage = newOutline(e), newCoverage(e)
	side := widgets.NewPanel(widgets.NewScroll(widgets.Pad(e.coverage.side, theme.PadPage, theme.PadPage)), widgets.PanelStyle{LineLeft: true})
	e.content = container.New(&editorLayout{e: e, side: side}, e.outline.panel, widgets.NewPanel(e.body, widgets.PanelStyle{Fill: theme.Bg}), side)
	e.show()
	return e
}

// editorLayout puts the middle between the outline and what is covered, which
// goes where the middle would get too narrow; the outline has a line for it.
type editorLayout struct {
	e    *Editor
	side fyne.CanvasObject
}

// MinSize is Fyne's.
func (*editorLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 240) }

// Layout is Fyne's.
func (l *editorLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := theme.Width(264), theme.Width(256)
	if size.Width-left-right < theme.Scaled(480) || l.e.at.kind == partCanvas || l.e.at.kind == partCoverage {
		right = 0
	}
	put := func(o fyne.CanvasObject, x, w float32) {
		if w <= 0 {
			o.Hide()
			return
		}
		o.Show()
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
	put(objects[0], 0, left)
	put(objects[1], left, size.Width-left-right)
	put(l.side, size.Width-right, right)
}

// ID implements shell.Page.
func (e *Editor) ID() string { return "template-editor" }

// Title implements shell.Page.
func (e *Editor) Title() string { return "Edit a template" }

// Content implements shell.Page.
func (e *Editor) Content() fyne.CanvasObject { return e.content }

// Rail implements shell.Railer.
func (e *Editor) Rail() shell.RailMode { return shell.RailNarrow }

// TopBar implements shell.Topper.
func (e *Editor) TopBar() fyne.CanvasObject {
	return shell.NewTopBar(shell.TopBar{Back: e.desk.Shell.Back, Title: e.title, Middle: []fyne.CanvasObject{e.state},
		Right: []fyne.CanvasObject{widgets.NewIconButton("undo", "Undo (Ctrl+Z)", e.undo), e.save}})
}

// Hints implements shell.Page.
func (e *Editor) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Ctrl+S", Label: "save"}, {Keys: "Ctrl+Shift+N", Label: "new step"}, {Keys: "Ctrl+I", Label: "step from a template"},
		{Keys: "Alt+Up"}, {Keys: "Alt+Down", Label: "move"}, {Keys: "Ctrl+Z", Label: "undo"}, {Keys: "Esc", Label: "back, the draft is kept", Right: true}}
}

// Shown implements shell.Page.
func (e *Editor) Shown() {
	if e.picture != nil {
		e.picture.shown()
	}
}

// Hidden implements shell.Page.
func (e *Editor) Hidden() {
	e.unchecked()
	if e.picture != nil {
		e.picture.hidden()
	}
}

// FocusFirst implements shell.Focuser.
func (e *Editor) FocusFirst() { widgets.FocusOn(e.outline.list) }

// Commands implements shell.Commander.
func (e *Editor) Commands() []shell.Command {
	const group = "Template"
	removable := func() bool { return e.at.kind == partStep || e.at.kind == partCanvas }
	return []shell.Command{
		{ID: "editor.save", Label: "Save the template", Group: group, Icon: "check", Shortcut: "Ctrl+S", Enabled: e.draft.dirty, Run: e.saveIt},
		{ID: "editor.step", Label: "New step", Group: group, Icon: "plus", Shortcut: "Ctrl+Shift+N", Enabled: e.hasPhases, Run: e.addStep},
		{ID: "editor.insert", Label: "Insert a step from another template", Group: group, Icon: "template", Shortcut: "Ctrl+I", Enabled: e.hasPhases, Run: func() { e.insertStep(e.outline.panel) }},
		{ID: "editor.break", Label: "New break", Group: group, Icon: "pause", Shortcut: "Ctrl+Shift+B", Enabled: e.hasPhases, Run: e.addBreak},
		{ID: "editor.canvas", Label: "New canvas", Group: group, Icon: "board", Shortcut: "Ctrl+Shift+C", Run: e.addCanvas},
		{ID: "editor.duplicate", Label: "Duplicate the step or canvas", Group: group, Icon: "stack", Shortcut: "Ctrl+D", Enabled: removable, Run: e.duplicate},
		{ID: "editor.up", Label: "Move the step or canvas up", Group: group, Icon: "up", Shortcut: "Alt+Up", Enabled: removable, Run: func() { e.move(-1) }},
		{ID: "editor.down", Label: "Move the step or canvas down", Group: group, Icon: "down", Shortcut: "Alt+Down", Enabled: removable, Run: func() { e.move(1) }},
		{ID: "editor.remove", Label: "Remove the step or canvas", Group: group, Icon: "x", Shortcut: "Del", Enabled: removable, Run: e.remove},
		{ID: "editor.discard", Label: "Throw the draft away", Group: group, Icon: "x", Enabled: e.draft.dirty, Run: e.discard},
		{ID: "edit.undo", Label: "Undo", Group: "Edit", Icon: "undo", Shortcut: "Ctrl+Z", Enabled: func() bool { return len(e.draft.past) > 0 }, Run: e.undo},
		{ID: "edit.redo", Label: "Redo", Group: "Edit", Icon: "refresh", Shortcut: "Ctrl+Y", Also: []widgets.Keys{"Ctrl+Shift+Z"}, Enabled: func() bool { return len(e.draft.future) > 0 }, Run: e.redo},
	}
}

// keep brings the draft to the library, or takes it away where nothing is
// unsaved.
func (e *Editor) keep(t *template.Template) {
	var err error
	if e.draft.dirty() {
		err = e.desk.Store.KeepDraft(t.ID, template.WriteDraft(t))
	} else {
		err = e.desk.Store.DropDraft(t.ID)
	}
	if err != nil {
		e.desk.Tell("The draft is not kept", err)
	}
}

// typed changes one field, and nothing but what depends on it is drawn anew.
// Strokes in the same field are one step of undo; without a field each is one.
func (e *Editor) typed(label, field string, f func(*template.Template)) {
	if field != "" {
		field = e.at.kind + " " + e.at.id + " " + field
	}
	e.draft.do(label, field, f)
	e.unchecked()
	e.later = run.After(typingPause, e.checkNow)
	e.follow()
}

// unchecked takes back a check that has not come yet.
func (e *Editor) unchecked() {
	if e.later != nil {
		e.later()
		e.later = nil
	}
}

// checkNow says what the template as it is lacks.
func (e *Editor) checkNow() {
	e.unchecked()
	e.problems = template.Check(e.draft.now)
	e.follow()
}

// did changes more than one field and shows the part in hand anew.
func (e *Editor) did(label string, f func(*template.Template)) {
	e.draft.do(label, "", f)
	e.show()
}

// follow brings what stands around the form up to date.
func (e *Editor) follow() {
	e.title.SetText(named(e.draft.now))
	switch n := len(e.problems); {
	case !e.draft.dirty():
		e.state.Set(fmt.Sprintf("Saved, version %d", e.draft.saved.Version), widgets.Good)
	case n > 0:
		e.state.Set(fmt.Sprintf("Draft kept, %d to mend before saving", n), widgets.Careful)
	default:
		e.state.Set("Draft kept, not saved", widgets.Neutral)
	}
	e.state.Refresh()
	e.save.SetEnabled(e.draft.dirty())
	e.outline.refresh()
	e.coverage.refresh()
	if e.picture != nil && e.at.kind == partCanvas {
		if c, ok := e.draft.now.Canvas(e.at.id); ok {
			e.picture.set(*c)
		}
	}
}

// open puts a part into the middle.
func (e *Editor) open(at part) {
	if e.at != at {
		e.at = at
		e.draft.field = ""
		e.show()
	}
}

// show makes the form of the part in hand.
func (e *Editor) show() {
	t := e.draft.now
	_, step := t.Step(e.at.id)
	_, canvas := t.Canvas(e.at.id)
	if e.at.kind == partStep && !step || e.at.kind == partCanvas && !canvas {
		e.at = part{kind: partAbout} // it was taken back
	}
	if e.picture != nil {
		e.picture.hidden()
		e.picture = nil
	}
	var form fyne.CanvasObject
	switch e.at.kind {
	case partStep:
		form = e.scrolled(e.stepForm(e.at.id)...)
	case partCanvas:
		form = e.canvasPane(e.at.id)
	case partCoverage:
		form = e.scrolled(e.coverage.page)
	default:
		form = e.scrolled(e.aboutForm()...)
	}
	e.body.Objects = []fyne.CanvasObject{form}
	e.checkNow()
	e.body.Refresh()
	e.content.Refresh()
	if e.picture != nil {
		e.picture.shown()
	}
}

func (e *Editor) scrolled(rows ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewScroll(widgets.Limit(widgets.Pad(widgets.VStack(12, rows...), theme.PadDialog, theme.PadPage), theme.FormWidest))
}

// saveIt saves the next version, or shows what is missing.
func (e *Editor) saveIt() {
	if !e.draft.dirty() {
		return
	}
	e.checkNow()
	saved, err := e.desk.Set.Save(e.desk.Store, e.draft.now)
	if errors.Is(err, template.ErrInvalid) {
		e.open(part{kind: partCoverage})
		e.desk.Shell.Notify(widgets.Notice{Icon: "alert", Tone: widgets.Careful, Text: "Not saved yet: the list says what is missing. Your draft is kept."})
		return
	}
	if err != nil {
		e.desk.Tell("The template was not saved", err)
		return
	}
	e.draft.saved, e.draft.now.Version = saved, saved.Version
	e.keep(e.draft.now)
	e.follow()
	text := "Saved: " + named(saved) + "."
	if saved.Version > 1 {
		text = fmt.Sprintf("Saved as version %d. Workshops that began with an earlier one keep it.", saved.Version)
	}
	e.desk.Shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: text})
}

func (e *Editor) undo() { e.turned(e.draft.undo(), "Undone: ") }
func (e *Editor) redo() { e.turned(e.draft.redo(), "Done again: ") }

func (e *Editor) turned(label, words string) {
	if label == "" {
		return
	}
	if e.draft.saved != nil {
		e.draft.now.Version = e.draft.saved.Version
		e.keep(e.draft.now)
	}
	e.show()
	e.desk.Shell.Notify(widgets.Notice{Icon: "undo", Text: words + strings.ToLower(label[:1]) + label[1:]})
}

// discard goes back to what is saved, or away where nothing is.
func (e *Editor) discard() {
	e.desk.Shell.Ask(shell.Question{Title: "Throw the draft away?", Text: "What was changed since the last save is gone. What is saved stays as it is.", Yes: "Throw away", Danger: true, OnYes: func() {
		if err := e.desk.Store.DropDraft(e.draft.now.ID); err != nil {
			e.desk.Tell("The draft was left as it is", err)
			return
		}
		e.desk.Shell.Back()
	}})
}

// Show opens the step or the canvas of that id, or what is covered and missing.
func (e *Editor) Show(id string) {
	for _, kind := range []string{partStep, partCanvas} {
		_, step := e.draft.now.Step(id)
		_, canvas := e.draft.now.Canvas(id)
		if kind == partStep && step || kind == partCanvas && canvas {
			e.open(part{kind, id})
			return
		}
	}
	if id == partCoverage {
		e.open(part{kind: partCoverage})
	}
}

package questions

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// Editor is the page on which one's own questionnaire is changed: its title and common words, or one statement.
type Editor struct {
	desk     Desk
	draft    *draft
	at       int // the statement in hand, -1 for what all have in common
	problems []*assess.Problem

	rows    []*line
	missing *widgets.Label
	body    *fyne.Container
	first   *widgets.Entry
	save    *widgets.Button
	state   *widgets.Pill
	title   *widgets.Label
	content fyne.CanvasObject
}

func newEditor(desk Desk, now, saved *assess.Questionnaire) *Editor {
	e := &Editor{desk: desk, at: -1, body: widgets.Over(), state: widgets.NewPill("", widgets.Neutral), title: widgets.NewLabel("", theme.CardTitle), missing: widgets.NewText("", theme.Caption).In(theme.Warn)}
	e.draft = &draft{now: now, saved: saved, keep: desk.keep}
	e.save = widgets.NewPrimary("Save", "check", e.saveIt).WithKey("Ctrl+S")
	outline := []fyne.CanvasObject{e.row("Title and common words", -1)}
	for _, a := range now.Aspects {
		outline = append(outline, widgets.Space(0, 4), widgets.SectionHeading(a.Title))
		for i, it := range now.Items {
			if it.Aspect == a.ID {
				outline = append(outline, e.row(it.ID+"  "+it.Title, i))
			}
		}
	}
	left := widgets.NewPanel(widgets.NewScroll(widgets.Pad(widgets.VStack(2, append(outline, widgets.Space(0, 8), e.missing)...), 12, theme.PadPage)), widgets.PanelStyle{Fill: theme.Surface, LineRight: true})
	e.content = widgets.NewSides(widgets.Sides{Left: left, LeftWidth: 264, Center: widgets.NewPanel(e.body, widgets.PanelStyle{Fill: theme.Bg})})
	e.open(-1)
	return e
}

// row is a line of the outline.
func (e *Editor) row(words string, at int) fyne.CanvasObject {
	l := newLine(words, func() { e.open(at) })
	e.rows = append(e.rows, l)
	return l
}

// open shows a statement, -1 for what all have in common.
func (e *Editor) open(at int) {
	e.at, e.first = at, nil
	q := e.draft.now
	var rows []fyne.CanvasObject
	if at < 0 {
		rows = append(rows, widgets.NewText("Title and common words", theme.PageTitle),
			e.line("Title", "title", q.Title, func(q *assess.Questionnaire) *string { return &q.Title }),
			e.text("The question to leaders about themselves", "ask.self", q.Ask.Self, func(q *assess.Questionnaire) *string { return &q.Ask.Self }),
			e.text("The question to direct reports and peers", "ask.others", q.Ask.Others, func(q *assess.Questionnaire) *string { return &q.Ask.Others }),
			widgets.SubHeading("Names of the levels"))
		for i := range q.Levels {
			rows = append(rows, e.line(fmt.Sprintf("Level %d", i+1), fmt.Sprint("level.", i), q.Levels[i], func(q *assess.Questionnaire) *string { return &q.Levels[i] }))
		}
	} else {
		it := q.Items[at]
		item := func(q *assess.Questionnaire) *assess.Item { return &q.Items[at] }
		rows = append(rows, widgets.NewText(it.ID+"  "+it.Title, theme.PageTitle),
			widgets.NewText("Aspect and role stay as they are, so that results can be compared.", theme.Caption).In(theme.Text2),
			e.line("Short title, for charts and lists", "title", it.Title, func(q *assess.Questionnaire) *string { return &item(q).Title }))
		rows = append(rows, e.asked("Leaders about themselves (\"I ...\")", "self", it.Self, func(q *assess.Questionnaire) *assess.Asked { return &item(q).Self })...)
		rows = append(rows, e.asked("Direct reports and peers (\"My manager ...\")", "others", it.Others, func(q *assess.Questionnaire) *assess.Asked { return &item(q).Others })...)
		rows = append(rows, widgets.SubHeading("When the gap is chosen"), e.text("What to try for 30 days", "experiment", it.Experiment, func(q *assess.Questionnaire) *string { return &item(q).Experiment }))
	}
	e.body.Objects = []fyne.CanvasObject{widgets.NewScroll(widgets.Limit(widgets.Pad(widgets.VStack(12, rows...), theme.PadDialog, theme.PadPage), theme.FormWidest))}
	e.follow()
	e.body.Refresh()
}

func (e *Editor) asked(title, key string, a assess.Asked, at func(*assess.Questionnaire) *assess.Asked) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.SubHeading(title), e.text("Statement", key, a.Statement, func(q *assess.Questionnaire) *string { return &at(q).Statement })}
	for i := range a.Anchors {
		rows = append(rows, e.text(fmt.Sprintf("Level %d, %s", i+1, e.draft.now.Levels[i]), fmt.Sprint(key, ".", i), a.Anchors[i], func(q *assess.Questionnaire) *string { return &at(q).Anchors[i] }))
	}
	return rows
}

func (e *Editor) line(label, key, value string, at func(*assess.Questionnaire) *string) fyne.CanvasObject {
	return e.entry(widgets.NewEntry(""), label, key, value, at)
}

func (e *Editor) text(label, key, value string, at func(*assess.Questionnaire) *string) fyne.CanvasObject {
	return e.entry(widgets.NewTextArea("", 2), label, key, value, at)
}

// entry puts every stroke into the draft.
func (e *Editor) entry(in *widgets.Entry, label, key, value string, at func(*assess.Questionnaire) *string) fyne.CanvasObject {
	in.ForwardUndo = true
	in.SetText(value)
	in.OnChanged = func(text string) {
		e.draft.do("Change of "+strings.ToLower(label), fmt.Sprint(e.at, " ", key), func(q *assess.Questionnaire) {
			*at(q) = workshop.Normal(strings.Join(strings.Fields(text), " "))
		})
		e.follow()
	}
	if e.first == nil {
		e.first = in
	}
	return widgets.Labeled(label, in)
}

// follow shows what is in hand, and what is missing.
func (e *Editor) follow() {
	e.problems = assess.Check(e.draft.now)
	for i, l := range e.rows {
		l.set(i-1 == e.at, e.hasProblem(i-1))
	}
	words := ""
	if n := len(e.problems); n > 0 {
		words = fmt.Sprintf("%s %s", e.problems[0].Place, e.problems[0].Reason)
		if n > 1 {
			words += fmt.Sprintf(", and %d more", n-1)
		}
		words = strings.ToUpper(words[:1]) + words[1:] + "."
	}
	e.missing.SetText(words)
	e.title.SetText(named(e.draft.now))
	switch {
	case !e.draft.dirty():
		e.state.Set("Saved", widgets.Good)
	case e.draft.saved == nil:
		e.state.Set("Draft, not saved", widgets.Careful)
	default:
		e.state.Set("Changed since the last save", widgets.Careful)
	}
	e.save.SetEnabled(e.draft.dirty())
}

func (e *Editor) hasProblem(at int) bool {
	for _, p := range e.problems {
		item := strings.HasPrefix(p.Place, "item ")
		if at < 0 && !item || at >= 0 && strings.HasPrefix(p.Place, "item "+e.draft.now.Items[at].ID+":") {
			return true
		}
	}
	return false
}

func (e *Editor) saveIt() {
	if !e.draft.dirty() {
		return
	}
	if len(e.problems) > 0 {
		for i := range e.rows {
			if e.hasProblem(i - 1) {
				e.open(i - 1)
				break
			}
		}
		e.desk.Shell.Notify(widgets.Notice{Icon: "alert", Tone: widgets.Careful, Text: "Not saved yet: " + e.problems[0].Place + " " + e.problems[0].Reason + ". Your draft is kept."})
		return
	}
	saved, err := e.desk.Shelf.Save(e.desk.Store, e.draft.now)
	if err != nil {
		e.desk.Tell("The questionnaire was not saved", err)
		return
	}
	e.draft.saved, e.draft.now.Version = saved, saved.Version
	e.desk.drop(saved.ID)
	e.follow()
	e.desk.Shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: fmt.Sprintf("Saved as version %d. Rounds that were handed out keep theirs.", saved.Version)})
}

func (e *Editor) turned(label, words string) {
	if label == "" {
		return
	}
	e.open(e.at)
	e.desk.Shell.Notify(widgets.Notice{Icon: "undo", Text: words + strings.ToLower(label[:1]) + label[1:]})
}

// ID implements shell.Page.
func (e *Editor) ID() string { return "questionnaire-editor" }

// Title implements shell.Page.
func (e *Editor) Title() string { return "Edit a questionnaire" }

// Topic implements shell.Topical.
func (e *Editor) Topic() string { return "questionnaires" }

// Content implements shell.Page.
func (e *Editor) Content() fyne.CanvasObject { return e.content }

// Rail implements shell.Railer.
func (e *Editor) Rail() shell.RailMode { return shell.RailHidden }

// TopBar implements shell.Topper.
func (e *Editor) TopBar() fyne.CanvasObject {
	return shell.NewTopBar(shell.TopBar{Back: e.desk.Shell.Back, Title: e.title, Middle: []fyne.CanvasObject{e.state}, Right: []fyne.CanvasObject{e.save}})
}

// Shown implements shell.Page.
func (e *Editor) Shown() {}

// Hidden implements shell.Page.
func (e *Editor) Hidden() {}

// FocusFirst implements shell.Focuser.
func (e *Editor) FocusFirst() {
	if e.first != nil {
		e.first.Focus()
	}
}

// Hints implements shell.Page.
func (e *Editor) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Ctrl+PgUp"}, {Keys: "Ctrl+PgDn", Label: "statement"}, {Keys: "Ctrl+S", Label: "save"}, {Keys: "Ctrl+Z", Label: "undo"}, {Keys: "Esc", Label: "back"}}
}

// Commands implements shell.Commander.
func (e *Editor) Commands() []shell.Command {
	const group = "Self-assessment"
	step := func(by int) func() {
		return func() {
			e.open(min(max(e.at+by, -1), len(e.draft.now.Items)-1))
			e.FocusFirst()
		}
	}
	return []shell.Command{
		{ID: "questions.save", Label: "Save the questionnaire", Group: group, Icon: "check", Shortcut: "Ctrl+S", Run: e.saveIt},
		{ID: "questions.before", Label: "Statement before", Group: group, Icon: "up", Shortcut: "Ctrl+PgUp", Run: step(-1)},
		{ID: "questions.after", Label: "Next statement", Group: group, Icon: "down", Shortcut: "Ctrl+PgDn", Run: step(1)},
		{ID: "edit.undo", Label: "Undo", Group: "Edit", Icon: "undo", Shortcut: "Ctrl+Z", Enabled: func() bool { return len(e.draft.past) > 0 }, Run: func() { e.turned(e.draft.undo(), "Undone: ") }},
		{ID: "edit.redo", Label: "Redo", Group: "Edit", Icon: "refresh", Shortcut: "Ctrl+Y", Also: []widgets.Keys{"Ctrl+Shift+Z"}, Enabled: func() bool { return len(e.draft.future) > 0 }, Run: func() { e.turned(e.draft.redo(), "Done again: ") }},
	}
}

package fill

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/assess"
)

// Options are what the page works on and whom it tells.
type Options struct {
	Sheet *assess.Sheet
	Shell *shell.Shell
	Copy  string // the random word of this copy, where the sheet has none yet
	// Keep writes the sheet where it came from. It is called off the window's goroutine, never twice at the same time, and on it when the page is left.
	Keep func(*assess.Sheet) error
	// Result is where the answers go unless another place is chosen; Write puts them there.
	Result string
	Write  func(path string, s *assess.Sheet) error
	Browse func(now string, picked func(folder string))
	Reveal func(folder string)
	Close  func()            // leaves the page
	Then   func(path string) // what can be done with the written file here, nil for nothing
	ThenIs string            // the words of its button
	Log    func(event string)
}

// part is what the page shows.
type part int

const (
	asking part = iota
	overview
	sent
)

// Page is the page.
type Page struct {
	o     Options
	sheet *assess.Sheet
	at    int
	part  part
	keeps *keeper
	past  []step // for undo, the newest last
	ahead []step // for redo

	saved   *shell.SavedIndicator
	line    *widgets.ProgressBar
	pane    *pane
	ask     *question
	look    *summary
	body    *fyne.Container
	content fyne.CanvasObject
}

// PageID is the page's ID.
const PageID = "assess"

// New returns the page, at the first statement that is open; where none is, at the look at all answers.
func New(o Options) *Page {
	p := &Page{o: o, sheet: o.Sheet, body: widgets.Over(), line: widgets.NewProgressBar(0)}
	p.keeps = newKeeper(o.Keep, p.sheet)
	p.saved = shell.NewSavedIndicator(p.keeps, func(reason string) { o.Shell.ShowError(shell.Trouble{Title: "Saving", What: reason}) })
	p.pane, p.ask, p.look = newPane(p), newQuestion(p), newSummary(p)
	p.content = widgets.VStack(0, p.line, widgets.Grow(newSplit(p.pane.panel, p.body)))
	if p.at = p.sheet.Open(0); p.at < 0 {
		p.at, p.part = 0, overview
	}
	p.show()
	return p
}

// ID implements shell.Page.
func (p *Page) ID() string { return PageID }

// Title implements shell.Page: the round's words, never whose answers these are.
func (p *Page) Title() string { return p.sheet.Title }

// Topic implements shell.Topical.
func (p *Page) Topic() string { return "assess" }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Rail implements shell.Railer: whoever answers sees nothing else.
func (p *Page) Rail() shell.RailMode { return shell.RailHidden }

// TopBar implements shell.Topper.
func (p *Page) TopBar() fyne.CanvasObject {
	words := p.sheet.Client
	if p.sheet.By != assess.BySelf && p.sheet.Name != "" {
		words = "You rate " + p.sheet.Name
	}
	bar := shell.TopBar{Title: widgets.NewLabel(p.sheet.Title, theme.CardTitle), Right: []fyne.CanvasObject{p.saved, widgets.NewButton("Save and close", p.Leave)}}
	if words != "" {
		bar.Subtitle = widgets.Caption(words)
	}
	return shell.NewTopBar(bar)
}

// Shown implements shell.Page.
func (p *Page) Shown() { p.saved.Start() }

// Hidden implements shell.Page: what was answered is on the disk.
func (p *Page) Hidden() {
	p.saved.Stop()
	p.keeps.flush()
}

// FocusFirst implements shell.Focuser.
func (p *Page) FocusFirst() {
	switch p.part {
	case asking:
		p.ask.focus()
	default:
		p.o.Shell.Window().Canvas().Unfocus()
	}
}

// Back implements shell.Backer: from the look at all answers to the statements.
func (p *Page) Back() bool {
	if p.part == asking {
		p.Leave()
		return true
	}
	p.turn(p.at)
	return true
}

// Leave brings the answers to the disk and closes the page; where they cannot be saved it asks first.
func (p *Page) Leave() {
	if err := p.keeps.flush(); err != nil {
		p.o.Shell.Ask(shell.Question{Title: "Your last answers are not saved", Text: err.Error(), Yes: "Close all the same", Danger: true, OnYes: p.o.Close})
		return
	}
	p.o.Close()
}

// item is the statement in hand.
func (p *Page) item() assess.Item { return p.sheet.Questionnaire.Items[p.at] }

// show brings the part in hand to the front.
func (p *Page) show() {
	n := len(p.sheet.Questionnaire.Items)
	p.line.Set(float64(p.sheet.Dealt()) / float64(n))
	p.pane.show()
	switch p.part {
	case asking:
		p.ask.show()
		p.body.Objects = []fyne.CanvasObject{p.ask.content}
	case overview:
		p.look.show()
		p.body.Objects = []fyne.CanvasObject{p.look.content}
	case sent:
		p.body.Objects = []fyne.CanvasObject{p.done()}
	}
	p.content.Refresh()
	p.o.Shell.RefreshHints()
}

// changed keeps the sheet after an answer.
func (p *Page) changed() {
	p.sheet.Finished = false
	if p.sheet.Copy == "" {
		p.sheet.Copy = p.o.Copy
	}
	p.keeps.changed()
	p.line.Set(float64(p.sheet.Dealt()) / float64(len(p.sheet.Questionnaire.Items)))
	p.pane.show()
	p.ask.show()
}

// turn shows a statement.
func (p *Page) turn(i int) {
	p.at, p.part = i, asking
	p.ask.field = now
	if a := p.sheet.Answers[p.item().ID]; a.Now > 0 && a.Needed == 0 {
		p.ask.field = needed
	}
	p.show()
	p.ask.top()
	p.FocusFirst()
}

// next goes on to the following statement, after the last one to the look at all answers.
func (p *Page) next() {
	switch {
	case p.part == overview:
		p.look.primary()
	case p.part == sent:
		p.o.Close()
	case p.at+1 < len(p.sheet.Questionnaire.Items):
		p.turn(p.at + 1)
	default:
		p.toOverview()
	}
}

func (p *Page) toOverview() {
	p.part = overview
	p.show()
	p.FocusFirst()
}

func (p *Page) previous() {
	switch {
	case p.part == overview:
		p.turn(p.at)
	case p.part == asking && p.at > 0:
		p.turn(p.at - 1)
	}
}

// finish writes the file for the facilitator.
func (p *Page) finish(path string) {
	if p.o.Log == nil {
		p.o.Log = func(string) {}
	}
	out := p.sheet.Clone()
	out.Finished = true
	if out.Copy == "" {
		out.Copy = p.o.Copy
	}
	if err := p.o.Write(path, out); err != nil {
		p.o.Shell.ShowError(shell.Trouble{Title: "The file for your facilitator was not written", What: err.Error(), Kept: "Your answers are kept.", Do: "Choose another place and try again."})
		return
	}
	p.sheet.Finished, p.sheet.Copy = true, out.Copy
	p.keeps.changed()
	p.o.Result, p.part = path, sent
	p.show()
	p.FocusFirst()
	p.o.Log("answers written")
}

// done says where the file is and what to do with it.
func (p *Page) done() fyne.CanvasObject {
	folder := filepath.Dir(p.o.Result)
	rows := []fyne.CanvasObject{widgets.HStack(12, widgets.NewBubble("check", widgets.Good), widgets.Grow(widgets.NewText("Thank you. Your answers are in one file.", theme.PageTitle))),
		widgets.NewText("Send this file to your facilitator, by mail or on a stick:", theme.Body).In(theme.Text2),
		widgets.NewPanel(widgets.NewText(p.o.Result, theme.BodyBold), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 16, PadY: 12}),
		widgets.NewText("Until then you can still change an answer here and write the file anew; the newest one counts.", theme.Body).In(theme.Text2)}
	buttons := []fyne.CanvasObject{widgets.NewPrimary("Close", "", p.o.Close).WithKey("Enter"), widgets.NewButtonKind(widgets.Secondary, "Open the folder", "drive", func() { p.o.Reveal(folder) })}
	if p.o.Then != nil {
		buttons = append(buttons, widgets.NewButtonKind(widgets.Secondary, p.o.ThenIs, "import", func() { p.o.Then(p.o.Result) }))
	}
	buttons = append(buttons, widgets.NewButton("Look at the answers", p.toOverview))
	return widgets.NewScroll(widgets.Limit(widgets.Pad(widgets.VStack(theme.PadPage, append(rows, widgets.Flow(theme.Gap, buttons...))...), theme.PadHome, theme.PadHome), theme.FormWidest))
}

// Hints implements shell.Page.
func (p *Page) Hints() []widgets.Hint {
	switch p.part {
	case overview:
		return []widgets.Hint{{Keys: "Enter", Label: p.look.words()}, {Keys: "Left", Label: "back to the statements"}, {Keys: "Esc", Label: "back"}}
	case sent:
		return []widgets.Hint{{Keys: "Enter", Label: "close"}}
	}
	return []widgets.Hint{{Keys: "1", To: "5", Label: "choose the level"}, {Keys: "Tab", Label: "now or needed"}, {Keys: "0", Label: "not observed"}, {Keys: "E", Label: "evidence"},
		{Keys: "Enter", Label: "next"}, {Keys: "Left", Label: "back"}, {Keys: "L", Label: "all answers"}, {Keys: "Ctrl+Z", Label: "undo"}}
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	is := func(want ...part) func() bool {
		return func() bool {
			for _, w := range want {
				if p.part == w {
					return true
				}
			}
			return false
		}
	}
	const group = "Self-assessment"
	out := []shell.Command{
		{ID: "fill.next", Label: "Next statement", Group: group, Icon: "next", Shortcut: "Enter", Run: p.next},
		{ID: "fill.forward", Label: "Next statement", Group: group, Shortcut: "Right", Quiet: true, Enabled: is(asking), Run: p.next},
		{ID: "fill.back", Label: "Statement before", Group: group, Icon: "back", Shortcut: "Left", Enabled: is(asking, overview), Run: p.previous},
		{ID: "fill.up", Label: "A level lower", Group: group, Shortcut: "Up", Quiet: true, Enabled: is(asking), Run: func() { p.ask.walk(-1) }},
		{ID: "fill.down", Label: "A level higher", Group: group, Shortcut: "Down", Quiet: true, Enabled: is(asking), Run: func() { p.ask.walk(1) }},
		{ID: "fill.unseen", Label: "Not observed", Group: group, Shortcut: "0", Also: []widgets.Keys{"N"}, Enabled: is(asking), Run: p.ask.unobserve},
		{ID: "fill.evidence", Label: "Type a line of evidence", Group: group, Icon: "quote", Shortcut: "E", Enabled: is(asking), Run: p.ask.toEvidence},
		{ID: "fill.all", Label: "Look at all answers", Group: group, Icon: "list", Shortcut: "L", Enabled: is(asking, sent), Run: p.toOverview},
		{ID: "fill.finish", Label: "Write the file for the facilitator", Group: group, Icon: "export", Shortcut: "F", Enabled: is(overview), Run: func() { p.finish(p.look.path()) }},
		// Also where there is nothing to undo: Ctrl+Z must not reach a workshop below this page.
		{ID: "edit.undo", Label: "Undo", Group: "Edit", Icon: "undo", Shortcut: "Ctrl+Z", Enabled: func() bool { return len(p.past) > 0 }, Run: p.undo},
		{ID: "edit.redo", Label: "Redo", Group: "Edit", Icon: "refresh", Shortcut: "Ctrl+Y", Also: []widgets.Keys{"Ctrl+Shift+Z"}, Enabled: func() bool { return len(p.ahead) > 0 }, Run: p.redo},
		{ID: "fill.leave", Label: "Save and close", Group: group, Icon: "x", Shortcut: "Ctrl+W", Run: p.Leave},
	}
	for n := 1; n <= assess.Levels; n++ {
		key := widgets.Keys(fmt.Sprint(n))
		out = append(out, shell.Command{ID: "fill.level." + string(key), Label: "Level " + string(key), Group: group, Shortcut: key, Quiet: true, Enabled: is(asking), Run: func() { p.ask.choose(p.ask.field, n) }})
	}
	return out
}

// TypedKey implements shell.KeyTaker.
func (p *Page) TypedKey(*fyne.KeyEvent) bool { return false }

// TypedRune implements shell.KeyTaker.
func (p *Page) TypedRune(rune) bool { return false }

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Focuser   = (*Page)(nil)
	_ shell.Topper    = (*Page)(nil)
	_ shell.Railer    = (*Page)(nil)
	_ shell.Backer    = (*Page)(nil)
	_ shell.Topical   = (*Page)(nil)
)

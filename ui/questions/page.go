package questions

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/assess"
)

// Page is the list of questionnaires with one of them beside it.
type Page struct {
	desk    Desk
	entries []entry
	cards   []*widgets.Card
	list    *fyne.Container
	detail  *fyne.Container
	content fyne.CanvasObject
	at      int
	deleted string // what Ctrl+Z brings back
}

type entry struct {
	*assess.Questionnaire
	own   bool
	saved bool                  // there is a version to plan a round with
	draft *assess.Questionnaire // nil: nothing is unsaved
}

// New returns the page.
func New(desk Desk) *Page {
	p := &Page{desk: desk, detail: widgets.Over(), list: widgets.VStack(theme.Gap)}
	left := widgets.NewPanel(widgets.NewScroll(widgets.Pad(p.list, theme.PadPage, theme.PadDialog)), widgets.PanelStyle{})
	p.content = widgets.NewSides(widgets.Sides{Left: left, LeftWidth: 300, Center: widgets.NewPanel(p.detail, widgets.PanelStyle{LineLeft: true})})
	return p
}

// ID implements shell.Page.
func (p *Page) ID() string { return "questionnaires" }

// Title implements shell.Page.
func (p *Page) Title() string { return "Questionnaires" }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Hints implements shell.Page.
func (p *Page) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "questionnaire"}, {Keys: "D", Label: "duplicate"}, {Keys: "E", Label: "edit"}, {Keys: "S", Label: "share"}, {Keys: "T", Label: "take from a file"}}
}

// Shown implements shell.Page: what was saved or taken meanwhile is there.
func (p *Page) Shown() { p.load() }

// Hidden implements shell.Page.
func (p *Page) Hidden() {}

// Choose puts a questionnaire into sight, by its id.
func (p *Page) Choose(id string) {
	if i := slices.IndexFunc(p.entries, func(e entry) bool { return e.ID == id }); i >= 0 {
		p.choose(i)
	}
}

func (p *Page) entry() entry { return p.entries[p.at] }

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	writable := func() bool { return !p.desk.ReadOnly }
	const group = "Self-assessment"
	return []shell.Command{
		{ID: "questions.edit", Label: "Edit the questionnaire, or a copy of a built-in one", Group: group, Icon: "assess", Shortcut: "E", Enabled: writable, Run: p.edit},
		{ID: "questions.duplicate", Label: "Duplicate the questionnaire", Group: group, Icon: "stack", Shortcut: "D", Enabled: writable, Run: p.duplicate},
		{ID: "questions.share", Label: "Share the questionnaire as a file", Group: group, Icon: "export", Shortcut: "S", Enabled: func() bool { return p.entry().saved }, Run: func() { p.desk.Share(p.entry().Questionnaire) }},
		{ID: "questions.take", Label: "Take a questionnaire from a file", Group: group, Icon: "drive", Shortcut: "T", Enabled: writable, Run: p.desk.Take},
		{ID: "questions.delete", Label: "Delete the questionnaire", Group: group, Icon: "x", Shortcut: "Del", Enabled: func() bool { return writable() && p.entry().own }, Run: p.delete},
		{ID: "edit.undo", Label: "Undo", Group: "Edit", Icon: "undo", Shortcut: "Ctrl+Z", Enabled: func() bool { return p.deleted != "" }, Run: p.restore},
	}
}

// TypedKey implements shell.KeyTaker.
func (p *Page) TypedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		p.choose(max(0, p.at-1))
	case fyne.KeyDown:
		p.choose(min(len(p.cards)-1, p.at+1))
	default:
		return false
	}
	return true
}

// TypedRune implements shell.KeyTaker.
func (p *Page) TypedRune(rune) bool { return false }

func (p *Page) load() {
	id := ""
	if len(p.entries) > 0 {
		id = p.entry().ID
	}
	drafts := p.desk.drafts()
	p.entries = nil
	for _, q := range p.desk.Shelf.All() {
		e := entry{Questionnaire: q, own: p.desk.Shelf.IsOwn(q.ID), saved: true}
		if e.own {
			e.draft = drafts[q.ID]
			delete(drafts, q.ID)
		}
		p.entries = append(p.entries, e)
	}
	builtIn := slices.IndexFunc(p.entries, func(e entry) bool { return e.own })
	if builtIn < 0 {
		builtIn = len(p.entries)
	}
	for _, q := range drafts {
		p.entries = append(p.entries, entry{Questionnaire: q, own: true, draft: q})
	}
	slices.SortStableFunc(p.entries[builtIn:], func(a, b entry) int { return strings.Compare(a.Title+"\x00"+a.ID, b.Title+"\x00"+b.ID) })
	take := widgets.NewButtonKind(widgets.Secondary, "Take from a file", "drive", p.desk.Take)
	take.SetEnabled(!p.desk.ReadOnly)
	rows := []fyne.CanvasObject{widgets.NewLabel("Questionnaires", theme.HomeTitle), widgets.HStack(0, take, widgets.Spacer()), widgets.SectionHeading("Built in")}
	p.cards = nil
	for i, e := range p.entries {
		if i == builtIn {
			rows = append(rows, widgets.SectionHeading("Your own"))
		}
		words := []fyne.CanvasObject{widgets.NewText(named(e.Questionnaire), theme.BodyBold), widgets.Caption(fmt.Sprintf("%d statements", len(e.Items)))}
		if e.draft != nil {
			words = append(words, widgets.HStack(0, widgets.NewPill("Draft, not saved", widgets.Careful), widgets.Spacer()))
		}
		card := widgets.NewCard(widgets.HTop(12, widgets.NewTile("assess", widgets.Accented), widgets.Grow(widgets.VStack(2, words...))), func() { p.choose(i) })
		card.Tinted = true
		p.cards, rows = append(p.cards, card), append(rows, card)
	}
	if builtIn == len(p.entries) {
		rows = append(rows, widgets.SectionHeading("Your own"), widgets.NewText("None yet. Duplicate the built-in one: the copy is yours to change.", theme.Caption).In(theme.Text2))
	}
	p.list.Objects = rows
	p.list.Refresh()
	p.choose(max(0, slices.IndexFunc(p.entries, func(e entry) bool { return e.ID == id })))
}

// named is the title; a questionnaire without one is called so.
func named(q *assess.Questionnaire) string {
	if q.Title == "" {
		return "Without a title"
	}
	return q.Title
}

func (p *Page) choose(i int) {
	p.at = i
	for j, c := range p.cards {
		c.Select(i == j)
	}
	p.detail.Objects = []fyne.CanvasObject{p.view(p.entries[i])}
	p.detail.Refresh()
}

func (p *Page) view(e entry) fyne.CanvasObject {
	button := func(words, icon string, on bool, kind widgets.ButtonKind, tap func()) fyne.CanvasObject {
		b := widgets.NewButtonKind(kind, words, icon, tap)
		b.SetEnabled(on)
		return b
	}
	writable := !p.desk.ReadOnly
	var buttons []fyne.CanvasObject
	about := "Built in. Duplicate it to change its words."
	if e.own {
		words := "Edit"
		if e.draft != nil {
			words = "Go on editing"
		}
		buttons = append(buttons, button(words, "assess", writable, widgets.Primary, p.edit))
		about = "Your own, not saved yet."
		if e.saved {
			about = fmt.Sprintf("Your own, version %d. Rounds that were handed out with an earlier one keep it.", e.Version)
		}
	}
	kind := widgets.Secondary
	if !e.own {
		kind = widgets.Primary
	}
	buttons = append(buttons, button("Duplicate", "stack", writable, kind, p.duplicate), button("Share as a file", "export", e.saved, widgets.Secondary, func() { p.desk.Share(e.Questionnaire) }))
	if e.own {
		buttons = append(buttons, button("Delete", "x", writable, widgets.Secondary, p.delete))
	}
	rows := []fyne.CanvasObject{widgets.NewText(named(e.Questionnaire), theme.PageTitle), widgets.Flow(theme.Gap, buttons...), widgets.NewText(about, theme.Body).In(theme.Text2)}
	for _, a := range e.Aspects {
		var items []fyne.CanvasObject
		for _, it := range e.Of(a.ID) {
			if len(items) > 0 {
				items = append(items, widgets.NewDivider())
			}
			items = append(items, widgets.Pad(widgets.HTop(12, widgets.Wide(widgets.Caption(it.ID), 24), widgets.Grow(widgets.VStack(0, widgets.NewText(it.Self.Statement, theme.Body), widgets.NewText(it.Others.Statement, theme.Caption).In(theme.Text2)))), 12, 8))
		}
		rows = append(rows, widgets.SubHeading(a.Title), widgets.NewPanel(widgets.VStack(0, items...), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard}))
	}
	return widgets.NewScroll(widgets.Limit(widgets.Pad(widgets.VStack(12, rows...), theme.PadDialog, theme.PadDialog), theme.FormWidest))
}

// edit opens the editor; of a built-in questionnaire, with a copy.
func (p *Page) edit() {
	e := p.entry()
	if !e.own {
		p.duplicate()
		return
	}
	var saved *assess.Questionnaire
	if e.saved {
		saved = e.Questionnaire
	}
	now := e.draft
	if now == nil {
		now = e.Questionnaire.Clone()
	}
	p.desk.Shell.Open(newEditor(p.desk, now, saved))
}

// duplicate begins a questionnaire of one's own with the words of the chosen one.
func (p *Page) duplicate() {
	q := p.entry().Questionnaire
	if p.entry().draft != nil {
		q = p.entry().draft
	}
	q = q.Clone()
	q.Title = short("Copy of " + named(q))
	drafts := p.desk.drafts()
	q.ID, q.Version = p.desk.Shelf.FreeID(q.Title), 1
	for n := 2; drafts[q.ID] != nil; n++ {
		q.ID = p.desk.Shelf.FreeID(fmt.Sprintf("%s %d", q.Title, n))
	}
	p.desk.keep(q)
	p.desk.Shell.Open(newEditor(p.desk, q, nil))
}

// longest is how many characters a title may have.
const longest = 60

// short keeps a title that was made here within what a title may have.
func short(title string) string {
	if r := []rune(title); len(r) > longest {
		return string(r[:longest])
	}
	return title
}

// delete takes one's own questionnaire away; one that was only a draft is gone after asking, the others can be brought back.
func (p *Page) delete() {
	e := p.entry()
	if !e.saved {
		p.desk.Shell.Ask(shell.Question{Title: "Throw this draft away?", Text: named(e.Questionnaire) + " was never saved, so nothing of it is kept.", Yes: "Throw away", Danger: true,
			OnYes: func() { p.desk.drop(e.ID); p.load() }})
		return
	}
	if err := p.desk.Shelf.Delete(p.desk.Store, e.ID); err != nil {
		p.desk.Tell("The questionnaire was left as it is", err)
		return
	}
	p.deleted = e.ID
	p.load()
	p.desk.Shell.Notify(widgets.Notice{Icon: "assess", Text: "Deleted: " + named(e.Questionnaire) + ". Rounds that were handed out with it keep it.", Button: "Undo", Key: "Ctrl+Z", OnTap: p.restore})
}

func (p *Page) restore() {
	if p.deleted == "" {
		return
	}
	id := p.deleted
	p.deleted = ""
	if err := p.desk.Shelf.Restore(p.desk.Store, id); err != nil {
		p.desk.Tell("The questionnaire was left as it is", err)
		return
	}
	p.load()
	p.Choose(id)
	p.desk.Shell.Notify(widgets.Notice{Icon: "undo", Text: "Brought back: " + named(p.entry().Questionnaire)})
}

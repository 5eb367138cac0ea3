// Package templates is the page of templates and the editor of one's own: what
// each is for, its steps with their minutes and canvases, and how to begin,
// duplicate, change, share and take one from a file.
//
// It promises that nothing typed into a template is lost: every change is kept
// as a draft at once, also over a crash, and Ctrl+Z takes it back; that a
// template is saved only when it is complete, and as a new version, so that a
// workshop that began with an earlier one stays as it is; and that what is
// missing is named with a way to it.
//
// The wiring in ui opens the pages and gives them a [Desk].
package templates

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

// Page is the list of templates with one of them beside it.
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

// entry is one template of the list.
type entry struct {
	*template.Template
	own   bool
	draft *template.Template // nil: nothing is unsaved
	saved bool               // there is a version to begin with
}

// New returns the page.
func New(desk Desk) *Page {
	p := &Page{desk: desk, detail: widgets.Over(), list: widgets.VStack(theme.Gap)}
	left := widgets.NewPanel(widgets.NewScroll(widgets.Pad(p.list, theme.PadPage, theme.PadDialog)), widgets.PanelStyle{})
	p.content = widgets.NewSides(widgets.Sides{Left: left, LeftWidth: 320, Center: widgets.NewPanel(p.detail, widgets.PanelStyle{LineLeft: true})})
	return p
}

// ID implements shell.Page.
func (p *Page) ID() string { return "templates" }

// Title implements shell.Page.
func (p *Page) Title() string { return "Templates" }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Hints implements shell.Page.
func (p *Page) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "template"}, {Keys: "Enter", Label: "begin a workshop"}, {Keys: "E", Label: "edit"},
		{Keys: "S", Label: "share"}, {Keys: "T", Label: "take from a file"}, {Keys: "Ctrl+K", Label: "find or run a command"}}
}

// Shown implements shell.Page: what was saved or taken meanwhile is there.
func (p *Page) Shown() { p.load() }

// Hidden implements shell.Page.
func (p *Page) Hidden() {}

// Choose puts a template into sight, by its id.
func (p *Page) Choose(id string) {
	if i := slices.IndexFunc(p.entries, func(e entry) bool { return e.ID == id }); i >= 0 {
		p.choose(i)
	}
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	writable := func() bool { return !p.desk.ReadOnly }
	begins := func() bool { return writable() && p.entry().saved }
	own := func() bool { return writable() && p.entry().own }
	const group = "Templates"
	return []shell.Command{
		{ID: "template.begin", Label: "Begin a workshop from the template", Group: group, Icon: "plus", Enabled: begins, Run: func() { p.desk.Begin(p.entry().Template) }},
		{ID: "template.edit", Label: "Edit the template, or a copy of a built-in one", Group: group, Icon: "template", Shortcut: "E", Enabled: writable, Run: p.edit},
		{ID: "template.duplicate", Label: "Duplicate the template", Group: group, Icon: "stack", Shortcut: "D", Enabled: writable, Run: p.duplicate},
		{ID: "template.share", Label: "Share the template as a file", Group: group, Icon: "export", Shortcut: "S", Enabled: func() bool { return p.entry().saved }, Run: func() { p.desk.Share(p.entry().Template) }},
		{ID: "template.take", Label: "Take a template from a file", Group: group, Icon: "drive", Shortcut: "T", Enabled: writable, Run: p.desk.Take},
		{ID: "template.delete", Label: "Delete the template", Group: group, Icon: "x", Shortcut: "Del", Enabled: own, Run: p.delete},
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
	case fyne.KeyReturn, fyne.KeyEnter:
		if !p.desk.ReadOnly && p.entry().saved {
			p.desk.Begin(p.entry().Template)
		}
	default:
		return false
	}
	return true
}

// TypedRune implements shell.KeyTaker.
func (p *Page) TypedRune(rune) bool { return false }

func (p *Page) entry() entry { return p.entries[p.at] }

// load reads what there is: the built-in templates, one's own, and drafts that
// were never saved.
func (p *Page) load() {
	id := ""
	if len(p.entries) > 0 {
		id = p.entry().ID
	}
	drafts := p.desk.drafts()
	p.entries = nil
	for _, t := range p.desk.Set.BuiltIn() {
		p.entries = append(p.entries, entry{Template: t, saved: true})
	}
	builtIn := len(p.entries)
	for _, t := range p.desk.Set.Own() {
		p.entries = append(p.entries, entry{Template: t, own: true, saved: true, draft: drafts[t.ID]})
		delete(drafts, t.ID)
	}
	for _, t := range drafts {
		if len(p.desk.Set.Versions(t.ID)) == 0 {
			p.entries = append(p.entries, entry{Template: t, own: true, draft: t})
		}
	}
	slices.SortStableFunc(p.entries[builtIn:], func(a, b entry) int { return strings.Compare(a.Title+"\x00"+a.ID, b.Title+"\x00"+b.ID) })
	p.cards = nil
	take := widgets.NewButtonKind(widgets.Secondary, "Take from a file", "drive", p.desk.Take)
	take.SetEnabled(!p.desk.ReadOnly)
	rows := []fyne.CanvasObject{widgets.NewLabel("Templates", theme.HomeTitle), widgets.HStack(0, take, widgets.Spacer())}
	for i, e := range p.entries {
		switch i {
		case 0:
			rows = append(rows, widgets.SectionHeading("Built in"))
		case builtIn:
			rows = append(rows, widgets.Space(0, 4), widgets.SectionHeading("Your own"))
		}
		card := widgets.NewCard(e.card(), func() { p.choose(i) })
		card.Tinted = true
		p.cards = append(p.cards, card)
		rows = append(rows, card)
	}
	if len(p.entries) == builtIn {
		rows = append(rows, widgets.Space(0, 4), widgets.SectionHeading("Your own"),
			widgets.NewText("None yet. Choose a built-in one and duplicate it: the copy is yours to change.", theme.Caption).In(theme.Text2))
	}
	p.list.Objects = rows
	p.list.Refresh()
	p.at = 0
	p.choose(max(0, slices.IndexFunc(p.entries, func(e entry) bool { return e.ID == id })))
}

// named is the title; a template without one is called so.
func named(t *template.Template) string {
	if t.Title == "" {
		return "Without a title"
	}
	return t.Title
}

func (e entry) card() fyne.CanvasObject {
	words := []fyne.CanvasObject{widgets.NewLabel(named(e.Template), theme.BodyBold)}
	if e.Summary != "" {
		words = append(words, widgets.NewText(e.Summary, theme.Caption).In(theme.Text2))
	}
	if e.draft != nil {
		words = append(words, widgets.HStack(0, widgets.NewPill("Draft, not saved", widgets.Careful), widgets.Spacer()))
	}
	return widgets.HTop(12, widgets.NewTile(icon(e.Template), widgets.Accented), widgets.Grow(widgets.VStack(2, words...)))
}

func icon(t *template.Template) string {
	if t.Icon == "" {
		return "template"
	}
	return t.Icon
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
	t := e.Template
	begin := widgets.NewPrimary("Begin a workshop", "plus", func() { p.desk.Begin(t) })
	begin.SetEnabled(!p.desk.ReadOnly && e.saved)
	button := func(words, icon string, on bool, tap func()) fyne.CanvasObject {
		b := widgets.NewButtonKind(widgets.Secondary, words, icon, tap)
		b.SetEnabled(on)
		return b
	}
	writable := !p.desk.ReadOnly
	buttons := []fyne.CanvasObject{begin}
	if e.own {
		words := "Edit"
		if e.draft != nil {
			words = "Go on editing"
		}
		buttons = append(buttons, button(words, "template", writable, p.edit))
	}
	buttons = append(buttons, button("Duplicate", "stack", writable, p.duplicate), button("Share as a file", "export", e.saved, func() { p.desk.Share(t) }))
	if e.own {
		buttons = append(buttons, button("Delete", "x", writable, p.delete))
	}
	about := t.Description
	if e.own && e.saved {
		about = strings.TrimSpace(fmt.Sprintf("Your own, version %d. %s", t.Version, about))
	}
	rows := []fyne.CanvasObject{widgets.NewText(named(t), theme.PageTitle), widgets.Flow(theme.Gap, buttons...)}
	if about != "" {
		rows = append(rows, widgets.NewText(about, theme.Body).In(theme.Text2))
	}
	for _, phase := range t.Phases {
		rows = append(rows, widgets.SubHeading(phase.Title, widgets.Caption(duration(phase.Minutes())).Keep()))
		var steps []fyne.CanvasObject
		for i, s := range phase.Steps {
			if i > 0 {
				steps = append(steps, widgets.NewDivider())
			}
			steps = append(steps, stepRow(t, s))
		}
		rows = append(rows, widgets.NewPanel(widgets.VStack(0, steps...), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard}))
	}
	return widgets.NewScroll(widgets.Limit(widgets.Pad(widgets.VStack(12, rows...), theme.PadDialog, theme.PadDialog), theme.FormWidest))
}

func stepRow(t *template.Template, s template.Step) fyne.CanvasObject {
	var canvases []string
	for _, id := range s.Canvases {
		if c, ok := t.Canvas(id); ok {
			canvases = append(canvases, c.Title)
		}
	}
	words := []fyne.CanvasObject{widgets.NewLabel(s.Title, theme.BodyBold)}
	if s.Break {
		words = []fyne.CanvasObject{widgets.NewLabel(s.Title, theme.Body).In(theme.Text2)}
	}
	if s.Purpose != "" {
		words = append(words, widgets.NewText(s.Purpose, theme.Caption).In(theme.Text2))
	}
	if len(canvases) > 0 {
		words = append(words, widgets.NewText("Canvases: "+strings.Join(canvases, ", "), theme.Caption).In(theme.Text3))
	}
	return widgets.Pad(widgets.HTop(12, widgets.Grow(widgets.VStack(2, words...)), widgets.Caption(duration(s.Minutes)).Keep()), theme.PadPage, 10)
}

// duration writes minutes as people say them: "45 min", "6 h", "7 h 20".
func duration(minutes int) string {
	switch h, m := minutes/60, minutes%60; {
	case minutes == 0:
		return ""
	case h == 0 || h == 1 && m > 0:
		return fmt.Sprintf("%d min", minutes)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	default:
		return fmt.Sprintf("%d h %02d", h, m)
	}
}

// edit opens the editor; of a built-in template, with a copy.
func (p *Page) edit() {
	e := p.entry()
	if !e.own {
		p.duplicate()
		return
	}
	var saved *template.Template
	if e.saved {
		saved = e.Template
	}
	now := e.draft
	if now == nil {
		now = e.Template.Clone()
	}
	p.desk.Shell.Open(newEditor(p.desk, now, saved))
}

// duplicate begins a template of one's own with what the chosen one has.
func (p *Page) duplicate() {
	t := p.entry().Clone()
	if p.entry().draft != nil {
		t = p.entry().draft.Clone()
	}
	t.Title = "Copy of " + named(t)
	t.ID, t.Version, t.Family = p.freeID(t.Title), 1, ""
	editor := newEditor(p.desk, t, nil)
	editor.draft.keep(t)
	p.desk.Shell.Open(editor)
}

// freeID is an id that neither a template nor a draft has.
func (p *Page) freeID(title string) string {
	drafts := p.desk.drafts()
	id := p.desk.Set.FreeID(title)
	for n := 2; drafts[id] != nil; n++ {
		id = p.desk.Set.FreeID(fmt.Sprintf("%s %d", title, n))
	}
	return id
}

// delete takes a template of one's own away; one that was only a draft is gone
// after asking, the others can be brought back.
func (p *Page) delete() {
	e := p.entry()
	if !e.saved {
		p.desk.Shell.Ask(shell.Question{Title: "Throw this draft away?", Text: named(e.Template) + " was never saved, so nothing of it is kept.", Yes: "Throw away", Danger: true,
			OnYes: func() { p.done(p.desk.Store.DropDraft(e.ID)) }})
		return
	}
	if !p.done(p.desk.Set.Delete(p.desk.Store, e.ID)) {
		return
	}
	p.deleted = e.ID
	p.desk.Shell.Notify(widgets.Notice{Icon: "template", Text: "Deleted: " + named(e.Template) + ". Workshops that began with it keep it.", Button: "Undo", Key: "Ctrl+Z", OnTap: p.restore})
}

func (p *Page) restore() {
	if p.deleted == "" {
		return
	}
	id := p.deleted
	p.deleted = ""
	if p.done(p.desk.Set.Restore(p.desk.Store, id)) {
		p.Choose(id)
		p.desk.Shell.Notify(widgets.Notice{Icon: "undo", Text: "Brought back: " + named(p.entry().Template)})
	}
}

// done tells of an error, or shows the list as it is now.
func (p *Page) done(err error) bool {
	if err != nil {
		p.desk.Tell("The template was left as it is", err)
		return false
	}
	p.load()
	return true
}

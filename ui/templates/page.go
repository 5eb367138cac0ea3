// Package templates is the page of templates: what each is for, its steps with
// their minutes and canvases, and a button to begin a workshop from it.
package templates

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

// Page is the page.
type Page struct {
	set     *template.Set
	begin   func(*template.Template)
	cards   []*widgets.Card
	detail  *fyne.Container
	content fyne.CanvasObject
	at      int
	frozen  bool
}

// New returns the page. readOnly takes the buttons out of use.
func New(set *template.Set, readOnly bool, begin func(*template.Template)) *Page {
	p := &Page{set: set, begin: begin, detail: widgets.Over(), frozen: readOnly}
	var list []fyne.CanvasObject
	for i, t := range set.All() {
		card := widgets.NewCard(widgets.HTop(12, widgets.NewTile(t.Icon, widgets.Accented),
			widgets.Grow(widgets.VStack(2, widgets.NewLabel(t.Title, theme.BodyBold), widgets.NewText(t.Summary, theme.Caption).In(theme.Text2)))), func() { p.choose(i) })
		card.Tinted = true
		p.cards = append(p.cards, card)
		list = append(list, card)
	}
	left := widgets.NewPanel(widgets.NewScroll(widgets.Pad(widgets.VStack(theme.Gap,
		append([]fyne.CanvasObject{widgets.NewLabel("Templates", theme.HomeTitle)}, list...)...), theme.PadPage, theme.PadDialog)), widgets.PanelStyle{})
	p.content = widgets.NewSides(widgets.Sides{Left: left, LeftWidth: 320, Center: widgets.NewPanel(p.detail, widgets.PanelStyle{LineLeft: true})})
	p.choose(0)
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
	return []widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "template"}, {Keys: "Enter", Label: "begin a workshop"}, {Keys: "Ctrl+K", Label: "find or run a command"}}
}

// Shown implements shell.Page.
func (p *Page) Shown() {}

// Hidden implements shell.Page.
func (p *Page) Hidden() {}

// TypedKey implements shell.KeyTaker.
func (p *Page) TypedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		p.choose(max(0, p.at-1))
	case fyne.KeyDown:
		p.choose(min(len(p.cards)-1, p.at+1))
	case fyne.KeyReturn, fyne.KeyEnter:
		if !p.frozen {
			p.begin(p.set.All()[p.at])
		}
	default:
		return false
	}
	return true
}

// TypedRune implements shell.KeyTaker.
func (p *Page) TypedRune(rune) bool { return false }

func (p *Page) choose(i int) {
	p.at = i
	for j, c := range p.cards {
		c.Select(i == j)
	}
	p.detail.Objects = []fyne.CanvasObject{p.view(p.set.All()[i])}
	p.detail.Refresh()
}

func (p *Page) view(t *template.Template) fyne.CanvasObject {
	begin := widgets.NewPrimary("Begin a workshop", "plus", func() { p.begin(t) })
	begin.SetEnabled(!p.frozen)
	rows := []fyne.CanvasObject{
		widgets.HTop(theme.PadPage, widgets.Grow(widgets.NewText(t.Title, theme.PageTitle)), begin),
		widgets.NewText(t.Description, theme.Body).In(theme.Text2),
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
	words := []fyne.CanvasObject{widgets.NewLabel(s.Title, theme.BodyBold), widgets.NewText(s.Purpose, theme.Caption).In(theme.Text2)}
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

package rounds

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// PageID is the page's ID.
const PageID = "collect"

// Page lists what came back, with what becomes of each file, before anything is taken.
type Page struct {
	o     CollectOptions
	g     *gathered
	lines []*assess.Arrival // what needs a look first

	said    *widgets.Label
	why     *widgets.Label
	table   *widgets.Table
	apply   *widgets.Button
	content fyne.CanvasObject
}

// kinds are who a form is by, as the list says it.
var kinds = map[string]string{assess.BySelf: "Leader", assess.ByReport: "Direct report", assess.ByPeer: "Peer", assess.ByFacilitator: "Facilitator"}

// verdicts are the words and tones of what becomes of a form.
var verdicts = map[assess.Verdict]struct {
	words string
	tone  widgets.Tone
	place int // in the list
}{
	assess.Broken: {"Cannot be read", widgets.Bad, 0}, assess.Outdated: {"Other statements", widgets.Bad, 0}, assess.Foreign: {"Not for here", widgets.Bad, 0},
	assess.Late: {"Too late", widgets.Bad, 0}, assess.Empty: {"Empty", widgets.Bad, 0},
	assess.Newer: {"Answered before", widgets.Careful, 1}, assess.Unfinished: {"Not finished", widgets.Careful, 1}, assess.Double: {"A copy", widgets.Careful, 1},
	assess.HalfFilled: {"Half filled", widgets.Careful, 2}, assess.Whole: {"Complete", widgets.Good, 3},
}

func newPage(o CollectOptions, g *gathered) *Page {
	p := &Page{o: o, g: g, said: widgets.NewText("", theme.Body), why: widgets.NewText("", theme.Body).In(theme.Text2)}
	for _, c := range g.all() {
		for i := range c.Arrivals {
			p.lines = append(p.lines, &c.Arrivals[i])
		}
	}
	slices.SortStableFunc(p.lines, func(a, b *assess.Arrival) int {
		return cmp.Or(cmp.Compare(verdicts[a.Verdict].place, verdicts[b.Verdict].place), strings.Compare(a.Name, b.Name))
	})
	p.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{{ID: "taken", Title: "Taken", Width: 84, NoSort: true}, {ID: "file", Title: "File", Width: 200, Grow: 1, NoSort: true}, {ID: "from", Title: "From", Width: 110, NoSort: true},
			{ID: "answers", Title: "Answers", Width: 76, Right: true, NoSort: true}, {ID: "what", Title: "What it is", Width: 140, NoSort: true}},
		Rows: func() int { return len(p.lines) }, Cell: p.cell, OnCursor: func(int) { p.turn() }, OnOpen: func(int) { p.toggle() },
		OnKey: func(ev *fyne.KeyEvent) bool {
			if ev.Name == fyne.KeySpace {
				p.toggle()
				return true
			}
			return false
		},
	})
	p.apply = widgets.NewPrimary("", "check", p.take).Sized(theme.ButtonTall).WithKey("Ctrl+Enter")
	foot := widgets.NewPanel(widgets.HStack(16, widgets.Spacer(), widgets.NewButton("Cancel", o.Shell.Back).Sized(theme.ButtonTall), p.apply), widgets.PanelStyle{Fill: theme.Surface, LineTop: true, PadX: theme.PadDialog, PadY: 10})
	list := widgets.NewPanel(p.table, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 2, PadY: 2})
	p.content = widgets.VStack(0, widgets.Grow(widgets.Pad(widgets.VStack(theme.Gap, p.said, widgets.Grow(list), widgets.Tall(p.why, 60)), theme.PadDialog, theme.PadPage)), foot)
	p.show()
	return p
}

func (g *gathered) all() []*assess.Collection {
	out := []*assess.Collection{&g.others}
	for _, p := range g.parts {
		out = append(out, &p.plan)
	}
	return out
}

func (p *Page) cell(row, col int) widgets.Cell {
	a := p.lines[row]
	v := verdicts[a.Verdict]
	switch col {
	case 0:
		if a.Take {
			return widgets.Cell{Text: "Taken", Pill: true, Tone: widgets.Good}
		}
		return widgets.Cell{Text: "Left", Pill: true, Tone: widgets.Neutral}
	case 1:
		return widgets.Cell{Text: a.Name, Bold: true}
	case 2:
		return widgets.Cell{Text: kinds[a.By]}
	case 3:
		if a.By == "" || a.Answered == 0 {
			return widgets.Cell{Text: "–", Right: true, Token: theme.Text3}
		}
		return widgets.Cell{Text: fmt.Sprint(a.Answered), Right: true}
	}
	return widgets.Cell{Text: v.words, Pill: true, Tone: v.tone}
}

// show says in a sentence what will happen.
func (p *Page) show() {
	all, protected := p.g.taken()
	left := len(p.lines) - all
	words := fmt.Sprintf("%s came back: %d will be taken in", plural(len(p.lines), "file"), all)
	if left > 0 {
		words += fmt.Sprintf(", %d will be left", left)
	}
	words += "."
	if protected > 0 {
		words += fmt.Sprintf(" %d of them are by direct reports and peers: they are kept without name, time and order, and cannot be taken out again.", protected)
	}
	if all > protected {
		words += " What leaders said of themselves can be undone."
	}
	p.said.SetText(words)
	p.apply.SetText("Take in " + plural(all, "answer"))
	p.apply.SetEnabled(all > 0)
	p.table.Refresh()
	p.turn()
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// turn tells about the file under the cursor.
func (p *Page) turn() {
	row := p.table.Row()
	if row < 0 || row >= len(p.lines) {
		p.why.SetText("")
		return
	}
	a := p.lines[row]
	words := a.Name + " "
	if a.Reason == "" {
		words += "is complete."
	} else {
		words += a.Reason + "."
	}
	if a.Choice {
		words += " Space takes it or leaves it."
	}
	p.why.SetText(words)
}

// toggle takes a file or leaves it, where there is a choice.
func (p *Page) toggle() {
	row := p.table.Row()
	if row < 0 || row >= len(p.lines) || !p.lines[row].Choice {
		return
	}
	p.lines[row].Take = !p.lines[row].Take
	p.show()
}

func (p *Page) take() {
	all, protected := p.g.taken()
	if all == 0 {
		return
	}
	if err := p.g.take(); err != nil {
		p.o.Tell("Not everything was taken in", err)
		return
	}
	var changed []workshop.ID
	for _, x := range p.g.parts {
		if n, _ := x.plan.Taken(); n > 0 {
			changed = append(changed, x.session.ID())
		}
	}
	p.o.Shell.Back()
	p.o.Done(changed)
	words := plural(all, "answer") + " taken in."
	if all > protected {
		words += " Ctrl+Z takes the leaders' own out again."
	}
	p.o.Shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: words})
	if p.o.Log != nil {
		p.o.Log("collected")
	}
}

// ID implements shell.Page.
func (p *Page) ID() string { return PageID }

// Title implements shell.Page.
func (p *Page) Title() string { return "Collect answers" }

// Topic implements shell.Topical.
func (p *Page) Topic() string { return "assessment" }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Rail implements shell.Railer.
func (p *Page) Rail() shell.RailMode { return shell.RailHidden }

// TopBar implements shell.Topper.
func (p *Page) TopBar() fyne.CanvasObject {
	return shell.NewTopBar(shell.TopBar{Back: p.o.Shell.Back, Title: widgets.NewLabel("Collect answers", theme.CardTitle), Subtitle: widgets.Caption("Nothing is taken before you say so")})
}

// Shown implements shell.Page.
func (p *Page) Shown() {}

// Hidden implements shell.Page.
func (p *Page) Hidden() {}

// FocusFirst implements shell.Focuser.
func (p *Page) FocusFirst() {
	if p.table.Row() < 0 {
		p.table.Step(1)
	}
	p.table.Focus()
	p.turn()
}

// Hints implements shell.Page.
func (p *Page) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "file"}, {Keys: "Space", Label: "take or leave"}, {Keys: "Esc", Label: "cancel", Right: true}, {Keys: "Ctrl+Enter", Label: "take in", Right: true}}
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	return []shell.Command{{ID: "collect.take", Label: "Take in the answers", Group: "Self-assessment", Icon: "check", Shortcut: "Ctrl+Enter", Enabled: func() bool { return !p.apply.Disabled() }, Run: p.take}}
}

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Focuser   = (*Page)(nil)
	_ shell.Topper    = (*Page)(nil)
	_ shell.Railer    = (*Page)(nil)
	_ shell.Topical   = (*Page)(nil)
)

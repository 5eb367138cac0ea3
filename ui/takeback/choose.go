package takeback

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/exchange"
)

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	item := func() bool { return p.current() != nil }
	return []shell.Command{
		{ID: "takeback.apply", Label: "Apply what was chosen", Group: "Take back", Icon: "check", Shortcut: "Ctrl+Enter", Enabled: func() bool { return !p.apply.Disabled() }, Run: p.finish},
		{ID: "takeback.next", Label: "Next open choice", Group: "Take back", Icon: "next", Shortcut: "F8", Run: p.next},
		{ID: "takeback.app", Label: "Keep what the app has", Group: "Take back", Icon: "back", Enabled: item, Run: func() { p.choose(p.current(), exchange.KeepApp) }},
		{ID: "takeback.sheet", Label: "Take what the spreadsheet has", Group: "Take back", Icon: "import", Enabled: item, Run: func() { p.step(1) }},
		{ID: "takeback.allapp", Label: "Keep the app in every open choice", Group: "Take back", Icon: "shield", Run: func() { p.prefer(false) }},
		{ID: "takeback.allsheet", Label: "Take the spreadsheet in every open choice", Group: "Take back", Icon: "sheet", Run: func() { p.prefer(true) }},
		{ID: "takeback.file", Label: "Choose another file", Group: "Take back", Icon: "refresh", Run: p.o.Choose},
	}
}

// Hints implements shell.Page.
func (p *Page) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Up"}, {Keys: "Down", Label: "row"}, {Keys: "Left", Label: "keep app"}, {Keys: "Right", Label: "take sheet"}, {Keys: "Space", Label: "change"}, {Keys: "F8", Label: "next open choice"},
		{Keys: "Esc", Label: "cancel", Right: true}, {Keys: "Ctrl+Enter", Label: "apply", Right: true}}
}

// current is the item of the cursor, nil for a heading.
func (p *Page) current() *entry {
	if i := p.list.Cursor(); i >= 0 && i < len(p.lines) {
		return p.lines[i].entry
	}
	return nil
}

// key takes the keys of the list.
func (p *Page) key(ev *fyne.KeyEvent) bool {
	i := p.list.Cursor()
	if i < 0 || i >= len(p.lines) {
		return false
	}
	heading := p.lines[i].entry == nil
	switch ev.Name {
	case fyne.KeyLeft:
		if heading {
			p.setFold(p.lines[i].kind, true)
		} else {
			p.step(-1)
		}
	case fyne.KeyRight:
		if heading {
			p.setFold(p.lines[i].kind, false)
		} else {
			p.step(1)
		}
	case fyne.KeySpace:
		p.open(i)
	default:
		return false
	}
	return true
}

// open changes what is on the row: a heading folds, a problem is corrected, a
// choice goes to the next one.
func (p *Page) open(i int) {
	it := p.lines[i].entry
	switch {
	case it == nil:
		p.toggle(p.lines[i].kind)
	case it.Kind == exchange.Problem:
		p.correct(it)
	case it.Chosen >= len(it.Offers)-1:
		p.choose(it, exchange.KeepApp)
	default:
		p.step(1)
	}
}

// step chooses the neighbor: to the left is the app, to the right the copies.
func (p *Page) step(by int) {
	it := p.current()
	if it == nil || it.Kind == exchange.Problem {
		return
	}
	chosen := it.Chosen
	if chosen == exchange.Undecided {
		chosen = exchange.KeepApp
		if by > 0 {
			chosen = 0
		}
	} else {
		chosen = min(max(chosen+by, exchange.KeepApp), len(it.Offers)-1)
	}
	p.choose(it, chosen)
}

func (p *Page) choose(it *entry, offer int) {
	if it == nil || it.Kind == exchange.Problem || it.Chosen == offer {
		return
	}
	items := len(it.part.Plan.Items)
	it.part.Plan.Choose(it.Item, offer)
	if len(it.part.Plan.Items) != items { // a row is an action, whose values are choices now
		p.gather()
		p.keep(it.Item)
	}
	p.refresh()
}

// keep puts the cursor on an item that has moved.
func (p *Page) keep(it *exchange.Item) {
	for i, l := range p.lines {
		if l.entry != nil && l.entry.Item == it {
			p.list.Refresh()
			p.list.SetCursor(i)
		}
	}
}

func (p *Page) prefer(sheet bool) {
	for _, part := range p.o.Parts {
		part.Plan.Prefer(sheet)
	}
	p.refresh()
}

func (p *Page) toggle(k exchange.Kind) { p.setFold(k, !p.fold[k]) }

func (p *Page) setFold(k exchange.Kind, on bool) {
	p.fold[k] = on
	p.gather()
	p.refresh()
}

// next goes to the next item that needs a choice, from the cursor on and then
// from the top; without any, to the first item.
func (p *Page) next() {
	for _, k := range kinds {
		p.fold[k] = p.fold[k] && k != exchange.Conflict && k != exchange.New
	}
	p.gather()
	p.list.Refresh()
	n := len(p.lines)
	from := max(p.list.Cursor(), 0)
	for i := range n {
		at := (from + 1 + i) % n
		if it := p.lines[at].entry; it != nil && it.Chosen == exchange.Undecided {
			p.list.SetCursor(at)
			return
		}
	}
	if it, err := p.unfit(); err != nil {
		p.keep(it)
		return
	}
	if n > 1 && p.current() == nil {
		p.list.SetCursor(1)
	}
}

// correct asks for another value instead of a cell that cannot be used.
func (p *Page) correct(it *entry) {
	if it == nil || !it.Correctable() {
		return
	}
	o := it.Offers[0]
	entry := widgets.NewEntry(fieldWord(it.Field))
	entry.SetText(o.Text)
	d := &shell.Dialog{Title: "Correct cell " + o.Cell, Subtitle: it.Title}
	take := func(text string) {
		if reason := it.part.Plan.Correct(it.Item, text); reason != "" {
			entry.SetProblem("This " + reason + ".")
			d.Refresh()
			return
		}
		d.Close()
		p.gather()
		p.refresh()
		p.list.Focus()
	}
	entry.OnSubmit = take
	d.Content = widgets.VStack(12, widgets.NewText("In the spreadsheet stands “"+oneLine(o.Text)+"”: "+it.Reason+".", theme.Body).In(theme.Text2), widgets.Labeled(fieldWord(it.Field), entry))
	d.Focus = entry.Input()
	d.Buttons = []shell.DialogButton{{Label: "Cancel"}, {Label: "Use this", Kind: widgets.Primary, Stay: true, Run: func() { take(entry.Text()) }}}
	p.o.Frame.ShowDialog(d)
}

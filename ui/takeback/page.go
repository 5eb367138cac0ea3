package takeback

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// Part is the plan of one workshop.
type Part struct {
	Session *workshop.Session
	Title   string // of the workshop
	Plan    *exchange.Plan
}

// Frame is what the page asks of the window around it.
type Frame interface {
	Back()
	ShowDialog(*shell.Dialog)
	RefreshHints()
}

// Options are what the page works on.
type Options struct {
	Copies []*exchange.Copy
	Parts  []Part
	Notes  []string // what of the files is not reviewed here, and why
	Frame  Frame
	Now    func() time.Time
	Choose func()              // another file
	Apply  func([]Part)        // makes a backup and applies; the page is closed by then
	Drop   func([]string) bool // files dropped on the page
	List   bool                // what is reviewed was made without this app; Choose goes back to its columns
}

// Page is the review.
type Page struct {
	o     Options
	items []entry
	lines []line
	fold  map[exchange.Kind]bool

	list    *widgets.List
	cards   *fyne.Container
	sum     *widgets.Label
	apply   *widgets.Button
	content fyne.CanvasObject
}

// entry is an item with the part that it belongs to.
type entry struct {
	*exchange.Item
	part *Part
}

// line is a line of the list: a heading, or an item.
type line struct {
	kind  exchange.Kind
	entry *entry // nil for a heading
}

// PageID is the id of the page.
const PageID = "takeback"

// kinds are the headings, in their order.
var kinds = []exchange.Kind{exchange.Conflict, exchange.Problem, exchange.New, exchange.Ready, exchange.Settled}

// New returns the page.
func New(o Options) *Page {
	p := &Page{o: o, fold: map[exchange.Kind]bool{exchange.Settled: true}, cards: widgets.Over()}
	p.list = widgets.NewList(widgets.ListOptions{
		Length: func() int { return len(p.lines) }, Create: func() fyne.CanvasObject { return newRow(p) },
		Update: func(i int, o fyne.CanvasObject) { o.(*row).fill(p.lines[i]) },
		Height: func() float32 { return theme.Height(40) }, Lines: true, OnKey: p.key, OnOpen: p.open,
	})
	p.sum = widgets.NewText("", theme.Body)
	p.apply = widgets.NewPrimary("", "", p.finish).Sized(theme.ButtonTall)
	p.gather()
	head := widgets.NewPanel(widgets.VStack(12, p.file(), p.cards), widgets.PanelStyle{Fill: theme.Bg, PadX: theme.PadDialog, PadY: 16, LineBottom: true})
	foot := widgets.NewPanel(widgets.HStack(theme.PadPage, widgets.NewIconSized("shield", theme.Accent, 18),
		widgets.Grow(widgets.VStack(0, p.sum, widgets.NewText(undoNote(len(o.Parts)), theme.Caption).In(theme.Text2))),
		widgets.NewButton("Cancel", o.Frame.Back).Sized(theme.ButtonTall), p.apply),
		widgets.PanelStyle{Fill: theme.Surface, PadX: theme.PadDialog, PadY: 14, LineTop: true})
	p.content = widgets.VStack(0, head, header(), widgets.Grow(widgets.NewPanel(p.list, widgets.PanelStyle{Fill: theme.Surface})), foot)
	p.refresh()
	return p
}

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Focuser   = (*Page)(nil)
	_ shell.Topper    = (*Page)(nil)
	_ shell.Railer    = (*Page)(nil)
	_ shell.Dropper   = (*Page)(nil)
)

// ID implements shell.Page.
func (p *Page) ID() string { return PageID }

// Title implements shell.Page. Names of files may name people, so none stands here.
func (p *Page) Title() string {
	if p.o.List {
		return "Take in an action list"
	}
	return "Take back a spreadsheet"
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Shown implements shell.Page.
func (p *Page) Shown() {}

// Hidden implements shell.Page.
func (p *Page) Hidden() {}

// Rail implements shell.Railer.
func (p *Page) Rail() shell.RailMode { return shell.RailNarrow }

// FocusFirst implements shell.Focuser: the keyboard begins with what needs a choice.
func (p *Page) FocusFirst() {
	p.list.Focus()
	if p.list.Cursor() <= 0 {
		p.next()
	}
}

// Dropped implements shell.Dropper.
func (p *Page) Dropped(_ fyne.Position, files []fyne.URI) bool {
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	return p.o.Drop != nil && p.o.Drop(paths)
}

// TopBar implements shell.Topper.
func (p *Page) TopBar() fyne.CanvasObject {
	return widgets.HStack(theme.Gap, widgets.NewQuietIcon("back", "Back (Alt+Left)", p.o.Frame.Back), widgets.NewLabel(p.Title(), theme.PageTitle).Keep(), widgets.Spacer(),
		widgets.NewIconSized("info", theme.Text2, 14), widgets.NewLabel("Nothing is changed until you apply", theme.Caption).In(theme.Text2))
}

// file says which files were read, and what is not reviewed.
func (p *Page) file() fyne.CanvasObject {
	var names []string
	read, changed, compared := 0, 0, 0
	oldest := time.Time{}
	for _, c := range p.o.Copies {
		names = append(names, c.Name)
		read += c.Read
		changed += len(c.Rows)
		if c.Compared {
			compared++
			continue
		}
		if oldest.IsZero() || c.Made.Before(oldest) {
			oldest = c.Made
		}
	}
	title := names[0]
	if len(names) > 1 {
		title = fmt.Sprintf("%d files: %s", len(names), strings.Join(names, ", "))
	}
	text := fmt.Sprintf("%s read, %d as they were.", plural(read, "row"), max(0, read-changed))
	if !oldest.IsZero() {
		text = fmt.Sprintf("Exported %s. %s", oldest.Local().Format("Mon 2 Jan 2006 15:04"), text)
	}
	rows := []fyne.CanvasObject{widgets.NewLabel(title, theme.CardTitle), widgets.NewLabel(text, theme.Caption).In(theme.Text2)}
	if compared > 0 {
		rows = append(rows, widgets.NewText("Its hidden sheet is gone, so nothing tells what it was at export. It is compared with the app, and nothing is chosen for you.", theme.Caption).In(theme.Warn))
	}
	for _, n := range p.o.Notes {
		rows = append(rows, widgets.NewText(n, theme.Caption).In(theme.Warn))
	}
	return widgets.HStack(theme.PadPage, widgets.NewTile("sheet", widgets.Good), widgets.Grow(widgets.VStack(2, rows...)), p.other())
}

// other leads to another file, or back to the columns of a list.
func (p *Page) other() *widgets.Button {
	if p.o.List {
		return widgets.NewButtonKind(widgets.Secondary, "Back to its columns", "back", p.o.Choose)
	}
	return widgets.NewButtonKind(widgets.Secondary, "Choose another file...", "refresh", p.o.Choose)
}

// gather puts the items of all workshops together, kind by kind.
func (p *Page) gather() {
	p.items = nil
	for i := range p.o.Parts {
		part := &p.o.Parts[i]
		for _, it := range part.Plan.Items {
			p.items = append(p.items, entry{it, part})
		}
	}
	p.lines = nil
	for _, k := range kinds {
		n := 0
		for i := range p.items {
			if p.items[i].Kind != k {
				continue
			}
			if n == 0 {
				p.lines = append(p.lines, line{kind: k})
			}
			n++
			if !p.fold[k] {
				p.lines = append(p.lines, line{k, &p.items[i]})
			}
		}
	}
}

// refresh shows what has been chosen.
func (p *Page) refresh() {
	n := p.counts()
	cards := []fyne.CanvasObject{}
	for _, k := range kinds[:4] { // what was decided before needs no card
		all, chosen, open := 0, 0, 0
		for _, it := range p.items {
			if it.Kind != k {
				continue
			}
			all++
			switch {
			case it.Chosen >= 0:
				chosen++
			case it.Chosen == exchange.Undecided:
				open++
			}
		}
		cards = append(cards, countCard(k, all, chosen, open))
	}
	p.cards.Objects = []fyne.CanvasObject{widgets.Board(func(float32) int { return len(cards) }, theme.PadPage, cards...)}
	p.cards.Refresh()
	decided := p.decided()
	p.sum.SetText(sentence(n, decided))
	word := fmt.Sprintf("Apply %s", plural(n.Values+n.Added, "change"))
	if n.Values+n.Added == 0 && decided > 0 {
		word = "Keep what the app has"
	}
	if it, err := p.unfit(); n.Open == 0 && err != nil {
		p.sum.SetText(fmt.Sprintf("%s, %s: %s. Choose otherwise; F8 goes there.", (&workshop.Action{Number: it.Number}).Label(), strings.ToLower(fieldWord(it.Field)), err))
		n.Open = 1
	}
	p.apply.SetText(word)
	p.apply.SetEnabled(n.Open == 0 && n.Values+n.Added+decided > 0)
	p.list.Refresh()
	p.o.Frame.RefreshHints()
}

func (p *Page) counts() exchange.Counts {
	var sum exchange.Counts
	for _, part := range p.o.Parts {
		n := part.Plan.Counts()
		sum.Values, sum.Added, sum.People = sum.Values+n.Values, sum.Added+n.Added, sum.People+n.People
		sum.Kept, sum.Skipped, sum.Open = sum.Kept+n.Kept, sum.Skipped+n.Skipped, sum.Open+n.Open
	}
	return sum
}

// unfit is a choice that breaks a rule of its action's status, and the rule.
func (p *Page) unfit() (*exchange.Item, error) {
	for _, part := range p.o.Parts {
		if it, err := part.Plan.Unfit(); err != nil {
			return it, err
		}
	}
	return nil, nil
}

// decided counts what applying settles for good, so that it is not asked again.
func (p *Page) decided() int {
	n := 0
	for _, part := range p.o.Parts {
		n += part.Plan.Remembers()
	}
	return n
}

// finish applies what was chosen.
func (p *Page) finish() {
	if _, err := p.unfit(); err != nil {
		p.next()
		return
	}
	if n := p.counts(); n.Open > 0 || n.Values+n.Added+p.decided() == 0 {
		p.next()
		return
	}
	p.o.Apply(slices.Clone(p.o.Parts))
}

var _ fyne.Layout = (*columns)(nil)

// columns lays out a row: what it is about, the field, the three values and the choice.
type columns struct{}

// shares are the widths of the columns beside the choice.
var shares = [5]float32{296, 100, 124, 134, 232}

func (columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	choice := theme.Scaled(236)
	if narrow(size.Width) {
		choice = theme.Scaled(172)
	}
	room := size.Width - choice - 6*theme.Gap - theme.PadDialog
	shares := shares
	if room < theme.Scaled(620) {
		shares[1], shares[2] = 130, 0 // what it was at export is the first to go; the drawer of the action has its history
	}
	total := float32(0)
	for _, s := range shares {
		total += s
	}
	x := theme.PadDialog
	for i, o := range objects {
		w := choice
		if i < len(shares) {
			w = room * shares[i] / total
		}
		if w <= 0 {
			o.Resize(fyne.NewSize(0, 0))
			o.Move(fyne.NewPos(-1000, 0))
			continue
		}
		h := min(size.Height, max(o.MinSize().Height, 20))
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		x += w + theme.Gap
	}
}

// narrow says that there is no room for words beside the choice.
func narrow(width float32) bool { return width < theme.Scaled(1000) }

func (columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, theme.Height(32)) }

// header names the columns.
func header() fyne.CanvasObject {
	var words []fyne.CanvasObject
	now := "In the app now"
	if theme.TextScale() > 1.2 {
		now = "In the app"
	}
	for _, s := range []string{"Action", "Field", "At export", now, "In the spreadsheet", "Choice"} {
		words = append(words, widgets.NewLabel(s, theme.CaptionHd).In(theme.Text2))
	}
	return widgets.NewPanel(widgets.PadSides(container.New(columns{}, words...), 0, 0, 0, 3), widgets.PanelStyle{Fill: theme.Sunken, LineBottom: true})
}

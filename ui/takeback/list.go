package takeback

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/export/register"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// ListID is the id of the page on which the columns of a list are named.
const ListID = "takein"

// Reading is a list as it is understood now.
type Reading struct {
	List    *register.List
	Copy    *exchange.Copy // nil while no column says what is to be done
	Part    Part
	Refused error // why the file cannot be read at all
}

// ListOptions are what the page of a list works on.
type ListOptions struct {
	Name   string   // of the file
	Places []string // titles of the workshops that it can go into
	Place  int
	First  *Reading
	// Read reads the list anew, for one of the places, and tells when it has.
	Read   func(o register.ListOptions, place int, done func(*Reading))
	Review func(*Reading)
	Choose func() // another file
	Frame  Frame
	Drop   func([]string) bool
}

// ListPage is where somebody says what the columns of a list are that was made
// without this app. It shows what comes of it while they do.
type ListPage struct {
	o     ListOptions
	now   *Reading
	asked register.ListOptions
	turn  int // of the newest reading

	lines   []mapLine
	seen    []previewLine
	list    *widgets.List
	preview *widgets.List
	rows    map[int]*mapRow // in sight, by line
	sheet   *widgets.Select
	head    *widgets.Select
	file    *widgets.Label
	note    *widgets.Label
	sum     *widgets.Label
	review  *widgets.Button
	content fyne.CanvasObject
}

// mapLine is a line of the mapping: a heading, a column, or a word.
type mapLine struct {
	heading string
	column  int    // into List.Columns, -1 for none
	key     string // of a word, as Memory.Words has it
	word    register.Word
}

// fields are what a column can be, what every list has first.
var fields = func() []string {
	out := []string{"", "title", "owner", "due", "status", "progress", "priority", "update", "detail"}
	for _, f := range workshop.Fields(workshop.KindAction) {
		if !f.Generated && f.Type != workshop.TypeRef && !slices.Contains(out, f.Name) {
			out = append(out, f.Name)
		}
	}
	return out
}()

// NewList returns the page.
func NewList(o ListOptions) *ListPage {
	p := &ListPage{o: o, rows: map[int]*mapRow{}, asked: register.ListOptions{Choose: map[string]string{}}}
	p.list = widgets.NewList(widgets.ListOptions{
		Length: func() int { return len(p.lines) }, Create: func() fyne.CanvasObject { return newMapRow(p) },
		Update: func(i int, o fyne.CanvasObject) { o.(*mapRow).fill(i, p.lines[i]) },
		Height: func() float32 { return theme.Height(52) }, Lines: true, OnKey: p.key, OnOpen: p.open,
		Skip: func(i int) bool { return p.lines[i].heading != "" },
	})
	p.preview = widgets.NewList(widgets.ListOptions{
		Length: func() int { return len(p.seen) }, Create: func() fyne.CanvasObject { return newPreviewRow() },
		Update: func(i int, o fyne.CanvasObject) { o.(*previewRow).fill(p.seen[i]) },
		Height: func() float32 { return theme.Height(36) }, Lines: true, Skip: func(i int) bool { return p.seen[i].heading != "" },
	})
	place := widgets.NewSelect(o.Places, o.Place, func(i int) { p.o.Place = i; p.read() })
	p.sheet = widgets.NewSelect(nil, -1, func(i int) {
		p.asked = register.ListOptions{Sheet: p.now.List.Sheets[i], Choose: map[string]string{}}
		p.read()
	})
	p.head = widgets.NewSelect(nil, -1, p.setHead)
	p.file, p.note = widgets.NewLabel(o.Name, theme.CardTitle), widgets.NewLabel("", theme.Caption).In(theme.Text2)
	p.sum = widgets.NewText("", theme.Body)
	p.review = widgets.NewPrimary("Review", "", p.finish).Sized(theme.ButtonTall)
	top := widgets.NewPanel(widgets.VStack(12,
		widgets.HStack(theme.PadPage, widgets.NewTile("list", widgets.Accented), widgets.Grow(widgets.VStack(2, p.file, p.note)), widgets.NewButtonKind(widgets.Secondary, "Choose another file...", "refresh", o.Choose)),
		widgets.GridOf(3, theme.PadPage, widgets.Labeled("Into the workshop", place), widgets.Labeled("Sheet", p.sheet), widgets.Labeled("Header", p.head))),
		widgets.PanelStyle{Fill: theme.Bg, PadX: theme.PadDialog, PadY: 16, LineBottom: true})
	pane := func(caption string, l *widgets.List, style widgets.PanelStyle) fyne.CanvasObject {
		return widgets.NewPanel(widgets.VStack(0, widgets.NewPanel(widgets.Pad(widgets.NewLabel(caption, theme.CaptionHd).In(theme.Text2), theme.PadDialog, 8), widgets.PanelStyle{Fill: theme.Sunken, LineBottom: true}), widgets.Grow(l)), style)
	}
	middle := widgets.Board(func(width float32) int {
		if width < theme.Scaled(600) {
			return 1
		}
		return 2
	}, 0, pane("Its columns, and what they are", p.list, widgets.PanelStyle{Fill: theme.Surface}),
		pane("What comes of it", p.preview, widgets.PanelStyle{Fill: theme.Surface, LineLeft: true}))
	said := []fyne.CanvasObject{p.sum}
	if theme.TextScale() <= 1.2 { // large text leaves the lists no room beside more words; help has them too
		said = append(said, widgets.NewText("Next you see every action and every problem, and choose. What you say of the columns is remembered for the next list with this header.", theme.Caption).In(theme.Text2))
	}
	foot := widgets.NewPanel(widgets.HStack(theme.PadPage, widgets.NewIconSized("shield", theme.Accent, 18),
		widgets.Grow(widgets.VStack(0, said...)),
		widgets.NewButton("Cancel", o.Frame.Back).Sized(theme.ButtonTall), p.review),
		widgets.PanelStyle{Fill: theme.Surface, PadX: theme.PadDialog, PadY: 14, LineTop: true})
	p.content = widgets.VStack(0, top, widgets.Grow(middle), foot)
	p.show(o.First)
	return p
}

var (
	_ shell.Page      = (*ListPage)(nil)
	_ shell.Commander = (*ListPage)(nil)
	_ shell.Focuser   = (*ListPage)(nil)
	_ shell.Topper    = (*ListPage)(nil)
	_ shell.Railer    = (*ListPage)(nil)
	_ shell.Dropper   = (*ListPage)(nil)
	_ shell.Topical   = (*ListPage)(nil)
)

// read asks for the list as it is to be understood now.
func (p *ListPage) read() {
	p.turn++
	turn := p.turn
	p.o.Read(p.asked, p.o.Place, func(r *Reading) {
		if turn == p.turn {
			p.show(r)
		}
	})
}

// show shows what was read.
func (p *ListPage) show(r *Reading) {
	if r.Refused != nil {
		p.sum.SetText(r.Refused.Error())
		p.review.SetEnabled(false)
		return
	}
	p.now = r
	p.asked.Sheet, p.asked.Head = r.List.Sheet, r.List.Head
	var sheets []widgets.Choice
	for _, s := range r.List.Sheets {
		sheets = append(sheets, widgets.Choice{Label: s})
	}
	p.sheet.SetChoices(sheets, slices.Index(r.List.Sheets, r.List.Sheet))
	heads, at := []widgets.Choice{{Label: "There is none: the first row is an action"}}, 0
	for i, h := range r.List.Heads {
		heads = append(heads, widgets.Choice{Label: fmt.Sprintf("Row %d: %s", h.Number, short(h.Text, 60))})
		if h.Number == r.List.Head {
			at = i + 1
		}
	}
	p.head.SetChoices(heads, at)
	p.note.SetText(p.about())
	p.gather()
	p.list.Refresh()
	if p.list.Cursor() < 0 && len(p.lines) > 0 {
		p.list.SetCursor(0)
	}
	p.preview.Refresh()
	p.sum.SetText(p.sentence())
	n := p.counts()
	p.review.SetText("Review " + plural(n, "action"))
	p.review.SetEnabled(n > 0)
	p.o.Frame.RefreshHints()
}

// about says what was found out of the file.
func (p *ListPage) about() string {
	l := p.now.List
	text := plural(l.Rows, "row")
	if l.Head > 0 {
		text += fmt.Sprintf(" below the header in row %d", l.Head)
	}
	if l.Known {
		text += ". Its columns are named as you named them the last time"
	}
	return text + "."
}

// gather puts the lines together.
func (p *ListPage) gather() {
	p.lines = nil
	for i := range p.now.List.Columns {
		p.lines = append(p.lines, mapLine{column: i})
	}
	var words map[string]register.Word
	if p.now.Copy != nil {
		words = p.now.List.Strange(p.now.Copy)
	}
	if len(words) > 0 {
		p.lines = append(p.lines, mapLine{heading: "Words that the app does not know"})
		for _, key := range slices.Sorted(maps.Keys(words)) {
			p.lines = append(p.lines, mapLine{column: -1, key: key, word: words[key]})
		}
	}
	p.seen = previewOf(p.now)
}

// counts is how many actions would be looked at.
func (p *ListPage) counts() int {
	if p.now == nil || p.now.Part.Plan == nil {
		return 0
	}
	return len(p.now.Part.Plan.Of(exchange.New))
}

func (p *ListPage) sentence() string {
	switch {
	case p.now.Copy == nil:
		return "Say which column tells what is to be done: choose Action for it."
	case p.now.List.Rows == 0:
		return "There is no row below this header."
	case p.counts() == 0:
		return "There is nothing to add: all of it is in the workshop already, or cannot be used."
	}
	text := plural(p.counts(), "action")
	if n := len(p.now.Part.Plan.Of(exchange.Problem)); n > 0 {
		text += ", " + plural(n, "cell") + " that cannot be used"
	}
	if n := p.now.List.Rows - p.counts(); n > 0 && len(p.now.Part.Plan.Of(exchange.Problem)) == 0 {
		text += ", " + plural(n, "row") + " that came before"
	}
	return text + ". Nothing is changed yet."
}

// setHead takes another row for the header.
func (p *ListPage) setHead(i int) {
	head := register.NoHead
	if i > 0 {
		head = p.now.List.Heads[i-1].Number
	}
	p.asked = register.ListOptions{Sheet: p.now.List.Sheet, Head: head, Choose: map[string]string{}}
	p.read()
}

// assign says what a column is; the column that was it before is left out.
func (p *ListPage) assign(column int, field string) {
	for i, m := range p.now.List.Columns {
		said := m.Field
		switch {
		case i == column:
			said = field
		case field != "" && m.Field == field:
			said = ""
		}
		p.asked.Choose[m.Column] = said
	}
	p.read()
}

// mean says what a word stands for, "" for nothing.
func (p *ListPage) mean(word, value string) {
	words := map[string]string{}
	maps.Copy(words, p.now.List.Words)
	if words[word] = value; value == "" {
		delete(words, word)
	}
	p.asked.Words = words
	p.read()
}

func (p *ListPage) finish() {
	if p.counts() > 0 {
		p.o.Review(p.now)
	}
}

func short(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most])) + "..."
	}
	return s
}

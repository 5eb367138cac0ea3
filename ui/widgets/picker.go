package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Choice is one line of a picker or menu.
type Choice struct {
	Label  string
	Detail string // at the right, in grey
	Icon   string
	Keys   Keys
	// Heading lines are not chosen; Disabled ones are shown but cannot be.
	Heading, Disabled bool
	Run               func() // menus; pickers tell the index instead
}

// PickerOptions describe a picker.
type PickerOptions struct {
	Choices  []Choice
	Selected int // -1: none
	OnPick   func(i int)
	// OnNew, if set, offers what was typed when no choice matches it.
	OnNew    func(text string)
	NewLabel func(text string) string
	Rows     int // most rows in sight; 0: 9
	MinWidth float32
	AtEnd    bool
	Spot     func() (at fyne.Position, size fyne.Size) // see PopupOptions
	OnClosed func()
	Typed    string // letters typed so far
	// OnTab, if set, is told after Tab or Shift+Tab has picked the marked choice: the keyboard goes on from where the picker was opened.
	OnTab func(back bool)
}

// ShowPicker opens choices beside the anchor. Letters narrow them, Enter picks, Esc closes.
func ShowPicker(anchor fyne.CanvasObject, o PickerOptions) *Popup {
	p := &picker{o: o, filter: o.Typed}
	if p.start = p.narrow(); p.start < 0 && o.Selected >= 0 {
		p.start = slices.Index(p.shown, o.Selected)
	}
	list := ListOptions{
		Length: func() int { return len(p.shown) },
		Create: func() fyne.CanvasObject { return newChoiceRow() },
		Update: func(i int, row fyne.CanvasObject) {
			row.(*choiceRow).set(p.choice(i), p.shown[i] >= 0 && p.shown[i] == p.o.Selected)
		},
		Height: func() float32 { return theme.Height(theme.ListRow) },
		Skip:   func(i int) bool { c := p.choice(i); return c.Heading || c.Disabled },
		OnOpen: p.pick, OnKey: p.key, OnRune: p.typed, OneClick: true,
	}
	if o.OnTab != nil {
		list.OnTab = p.tab
	}
	p.list = NewList(list)
	p.head = NewLabel("", theme.Caption).In(theme.Text3)
	p.headBox = Pad(p.head, 8, 4)
	p.headBox.Hide()
	p.box = VStack(0, p.headBox, Exactly(p.list, p.width(), p.height()))
	p.list.SetCursor(p.start)
	if p.start < 0 {
		p.list.Step(1)
	}
	p.popup = ShowPopup(anchor, p.box, PopupOptions{MinWidth: o.MinWidth, AtEnd: o.AtEnd, Spot: o.Spot, Focus: p.list, OnClosed: o.OnClosed})
	p.showFilter()
	return p.popup
}

// ShowMenu opens a menu beside the anchor; each choice runs its own function.
func ShowMenu(anchor fyne.CanvasObject, choices []Choice) *Popup {
	return ShowPicker(anchor, PickerOptions{Choices: choices, Selected: -1, MinWidth: 160, Rows: 16, OnPick: func(i int) {
		if choices[i].Run != nil {
			choices[i].Run()
		}
	}})
}

type picker struct {
	o       PickerOptions
	filter  string
	shown   []int // indexes into the choices; -1 is the new one
	start   int
	list    *List
	head    *Label
	headBox *fyne.Container
	box     *fyne.Container
	popup   *Popup
}

func (p *picker) choice(i int) Choice {
	if p.shown[i] >= 0 {
		return p.o.Choices[p.shown[i]]
	}
	label := p.filter
	if p.o.NewLabel != nil {
		label = p.o.NewLabel(p.filter)
	}
	return Choice{Label: label, Icon: "plus"}
}

// narrow finds what fits the letters typed and says where the choice stands that is called exactly so, -1 for none.
func (p *picker) narrow() int {
	p.shown = p.shown[:0]
	exact, typed := -1, strings.TrimSpace(p.filter)
	for i, c := range p.o.Choices {
		if p.filter == "" || !c.Heading && strings.Contains(strings.ToLower(c.Label), strings.ToLower(typed)) {
			if !c.Heading && !c.Disabled && strings.EqualFold(c.Label, typed) {
				exact = len(p.shown)
			}
			p.shown = append(p.shown, i)
		}
	}
	if p.o.OnNew != nil && typed != "" && exact < 0 {
		p.shown = append(p.shown, -1)
	}
	return exact
}

func (p *picker) width() float32 {
	widest := float32(0)
	for _, c := range p.o.Choices {
		w := measure(c.Label, theme.Body) + 24
		if p.o.Selected >= 0 {
			w += theme.Scaled(theme.IconSize) + theme.Gap
		}
		if c.Icon != "" {
			w += theme.Scaled(theme.IconSize) + theme.Gap
		}
		if c.Detail != "" {
			w += measure(c.Detail, theme.Caption) + 16
		}
		if c.Keys != "" {
			w += NewKeyCaps(c.Keys).MinSize().Width + 16
		}
		widest = max(widest, w)
	}
	return min(widest, theme.Width(420))
}

func (p *picker) height() float32 {
	most := p.o.Rows
	if most == 0 {
		most = 9
	}
	return float32(min(len(p.o.Choices)+btoi(p.o.OnNew != nil), most)) * theme.Height(theme.ListRow)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (p *picker) showFilter() {
	if p.popup == nil {
		return
	}
	show(p.headBox, p.filter != "")
	text := "Typed: " + p.filter
	if len(p.shown) == 0 {
		text += " (nothing matches, Backspace takes letters away)"
	}
	p.head.SetText(text)
	p.list.Refresh()
	p.box.Refresh()
	p.popup.Refresh()
}

func (p *picker) pick(i int) {
	if i < 0 || i >= len(p.shown) {
		return
	}
	index, text := p.shown[i], p.filter
	p.popup.Close()
	if index < 0 {
		p.o.OnNew(text)
		return
	}
	if p.o.OnPick != nil {
		p.o.OnPick(index)
	}
}

func (p *picker) setFilter(text string) {
	p.filter = text
	exact := p.narrow()
	p.list.SetCursor(exact)
	if exact < 0 {
		p.list.Step(1)
	}
	p.showFilter()
}

func (p *picker) typed(r rune) bool {
	if r == ' ' && p.filter == "" {
		p.pick(p.list.Cursor())
		return true
	}
	p.setFilter(p.filter + string(r))
	return true
}

func (p *picker) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		p.popup.Close()
	case fyne.KeyBackspace:
		if runes := []rune(p.filter); len(runes) > 0 {
			p.setFilter(string(runes[:len(runes)-1]))
		}
	default:
		return false
	}
	return true
}

// tab picks the marked choice and goes on. Where nothing fits what was typed there is nothing to pick: the picker says so and stays.
func (p *picker) tab(back bool) {
	if i := p.list.Cursor(); i >= 0 {
		p.pick(i)
		p.o.OnTab(back)
	}
}

// choiceRow shows a choice.
type choiceRow struct {
	widget.BaseWidget
	icon   *Icon
	label  *Label
	detail *Label
	caps   *KeyCaps
	tick   *Icon
	row    *fyne.Container
}

func newChoiceRow() *choiceRow {
	r := &choiceRow{icon: NewIcon("check", theme.Text2), label: NewLabel("", theme.Body), detail: NewLabel("", theme.Caption).In(theme.Text3),
		caps: NewKeyCaps(""), tick: NewIcon("check", theme.Accent)}
	r.row = Pad(HStack(theme.Gap, r.icon, Grow(r.label), r.detail, r.caps, r.tick), 8, 0)
	r.ExtendBaseWidget(r)
	return r
}

func (r *choiceRow) set(c Choice, chosen bool) {
	token := theme.Text
	r.label.Style = theme.Body
	if c.Disabled {
		token = theme.Text3
	}
	if c.Heading {
		token, r.label.Style = theme.Text2, theme.CaptionHd
	}
	r.icon.Set(c.Icon, theme.Text2)
	show(r.icon, c.Icon != "")
	r.label.Text, r.label.Token = c.Label, token
	r.detail.Text = c.Detail
	show(r.detail, c.Detail != "")
	r.caps.Keys = c.Keys
	show(r.caps, c.Keys != "")
	show(r.tick, chosen)
	r.Refresh()
}

func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	return &view{objects: []fyne.CanvasObject{r.row}, size: r.Size, min: r.row.MinSize, layout: func(s fyne.Size) {
		r.row.Resize(s)
		r.row.Refresh()
	}}
}

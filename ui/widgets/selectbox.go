package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// Select shows one choice of many and opens the others below it. Enter, Space and Down open; letters open and narrow.
type Select struct {
	Press
	Choices     []Choice
	Selected    int // -1: none
	Placeholder string
	Icon        string
	OnChanged   func(i int)
	OnNew       func(text string) // offers what was typed, if set
	NewLabel    func(text string) string
	Bare        bool // words and an arrow without a frame, for bars
	Button      bool // the lighter frame of a button, for filters

	back  *box
	image *canvas.Image
	arrow *canvas.Image
	label *Label
	popup *Popup
}

// NewSelect returns a select of plain words.
func NewSelect(options []string, selected int, changed func(i int)) *Select {
	choices := make([]Choice, len(options))
	for i, o := range options {
		choices[i] = Choice{Label: o}
	}
	return NewSelectOf(choices, selected, changed)
}

// NewSelectOf returns a select of choices with icons or details.
func NewSelectOf(choices []Choice, selected int, changed func(i int)) *Select {
	s := &Select{Choices: choices, Selected: selected, OnChanged: changed, Placeholder: "Choose", label: NewLabel("", theme.Body)}
	s.OnTap = func() { s.Open("") }
	s.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDown {
			s.press()
			return true
		}
		return false
	}
	s.Extend(s)
	return s
}

// Set chooses without telling; -1 chooses none.
func (s *Select) Set(i int) {
	if s.Selected != i {
		s.Selected = i
		s.Refresh()
	}
}

// SetChoices exchanges the choices.
func (s *Select) SetChoices(choices []Choice, selected int) {
	s.Choices, s.Selected = choices, selected
	s.Refresh()
}

// Open shows the choices, narrowed by letters already typed.
func (s *Select) Open(typed string) {
	s.popup = ShowPicker(s, PickerOptions{Choices: s.Choices, Selected: s.Selected, Typed: typed, OnNew: s.OnNew, NewLabel: s.NewLabel,
		OnPick: func(i int) {
			s.Selected = i
			s.Refresh()
			if s.OnChanged != nil {
				s.OnChanged(i)
			}
		},
		OnTab: func(back bool) { FocusBeside(s, back) },
		OnClosed: func() {
			s.popup = nil
			s.Refresh()
		}})
	s.Refresh()
}

// TypedRune opens with the letter typed.
func (s *Select) TypedRune(r rune) {
	if r != ' ' && !s.disabled && !s.Bare {
		s.Open(string(r))
	}
}

func (s *Select) words() (string, theme.Token) {
	if s.Selected >= 0 && s.Selected < len(s.Choices) {
		return s.Choices[s.Selected].Label, theme.Text
	}
	return s.Placeholder, theme.Text3
}

// AccessibilityLabel is what is chosen.
func (s *Select) AccessibilityLabel() string {
	text, _ := s.words()
	return text
}

// Wide is the width with all its words.
func (s *Select) Wide() float32 {
	text, _ := s.words()
	return measure(text, s.label.Style) + s.left() + s.rightRoom() + 4
}

func (s *Select) left() float32 {
	pad := float32(10)
	if s.Bare {
		pad = 0
	}
	if s.Icon != "" {
		pad += theme.Scaled(theme.IconSize) + theme.Gap
	}
	return pad
}

func (s *Select) rightRoom() float32 {
	if s.Bare {
		return theme.Scaled(14) + 6
	}
	return theme.Scaled(14) + 16
}

// CreateRenderer is Fyne's.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	s.back, s.image, s.arrow = newBox(), canvas.NewImageFromImage(nil), canvas.NewImageFromImage(nil)
	v := &view{objects: s.back.objects(s.image, s.label, s.arrow), size: s.Size, paint: s.paint, layout: s.layout,
		min: func() fyne.Size {
			return fyne.NewSize(s.left()+s.rightRoom()+theme.Scaled(24), theme.Height(theme.ButtonPlain))
		}}
	s.paint()
	return v
}

func (s *Select) layout(z fyne.Size) {
	h := theme.Height(theme.ButtonPlain)
	y := middle(z.Height, h)
	s.back.place(0, y, z.Width, h)
	side := theme.Scaled(theme.IconSize)
	pad := float32(10)
	if s.Bare {
		pad = 0
	}
	place(s.image, pad, y+middle(h, side), side, side)
	arrow := theme.Scaled(14)
	x := z.Width - s.rightRoom() + 6
	if s.Bare {
		x = min(x, s.left()+s.label.Wide()+6)
	}
	place(s.arrow, x, y+middle(h, arrow), arrow, arrow)
	place(s.label, s.left(), y, max(0, z.Width-s.left()-s.rightRoom()), h)
}

func (s *Select) paint() {
	fill, stroke, width := theme.Surface, theme.Field, theme.Stroke
	if s.Button {
		stroke = theme.Line2
	}
	if s.Bare {
		fill, stroke = theme.None, theme.None
	}
	if s.disabled && !s.Bare {
		stroke = theme.Line2
	}
	if s.FocusShown() || s.popup != nil {
		stroke, width = theme.Accent, theme.StrokeFocus
	}
	s.back.paint(fill, stroke, width, theme.RadiusEntry)
	if s.Hovered() {
		s.back.hover(fill)
	}
	text, token := s.words()
	if s.Bare || s.disabled {
		token = theme.Text2
	}
	s.label.Text, s.label.Token = text, token
	s.label.Refresh()
	paintIcon(s.image, s.Icon, theme.Text2, theme.Scaled(theme.IconSize))
	paintIcon(s.arrow, "down", theme.Text2, theme.Scaled(14))
}

package widgets

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/theme"
)

// Segmented shows a few choices beside each other, one of them chosen (Selected -1: none). Left and Right choose.
type Segmented struct {
	Press
	Options   []string
	Selected  int
	OnChanged func(index int)
	// Short has a shorter word for each option where there is no room for all of Options. With it the
	// choices take what width they are given and no more than they need. Nil: none.
	Short []string

	frame   *box
	fills   []*canvas.Rectangle
	rules   []*canvas.Rectangle
	texts   []*canvas.Text
	pointed int
	paintAs func(index int, fill *canvas.Rectangle, text *canvas.Text)
}

// NewSegmented returns the choices.
func NewSegmented(options []string, selected int, changed func(int)) *Segmented {
	s := &Segmented{Options: options, Selected: selected, OnChanged: changed, pointed: -1}
	s.OnKey = s.key
	s.OnTap = func() {}
	s.Extend(s)
	return s
}

// Set chooses without telling.
func (s *Segmented) Set(index int) {
	if s.Selected != index {
		s.Selected = index
		s.Refresh()
	}
}

// Choose chooses and tells.
func (s *Segmented) Choose(index int) {
	if s.disabled || index < 0 || index >= len(s.Options) || index == s.Selected {
		return
	}
	s.Selected = index
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(index)
	}
}

func (s *Segmented) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		s.Choose(max(0, s.Selected-1))
	case fyne.KeyRight:
		s.Choose(s.Selected + 1)
	case fyne.KeyHome:
		s.Choose(0)
	case fyne.KeyEnd:
		s.Choose(len(s.Options) - 1)
	case fyne.KeySpace:
	default:
		return false
	}
	return true
}

// Tapped chooses what was clicked.
func (s *Segmented) Tapped(ev *fyne.PointEvent) { s.Choose(s.at(ev.Position.X)) }

// MouseMoved follows the pointer over the choices.
func (s *Segmented) MouseMoved(ev *desktop.MouseEvent) {
	if i := s.at(ev.Position.X); i != s.pointed {
		s.pointed = i
		s.Refresh()
	}
}

// MouseOut ends the hover.
func (s *Segmented) MouseOut() {
	s.pointed = -1
	s.Press.MouseOut()
}

func (s *Segmented) at(x float32) int {
	for i, f := range s.fills {
		if x < f.Position().X+f.Size().Width {
			return i
		}
	}
	if s.Short != nil {
		return -1 // beside the choices
	}
	return len(s.fills) - 1
}

// choiceWidths are the widths that words need, and their sum, a whole number: the border
// of the last choice on part of a pixel is lost.
func choiceWidths(words []string) (widths []float32, total float32) {
	for _, word := range words {
		w := max(measure(word, theme.BodyBold)+2*choicePad, theme.Scaled(32))
		widths = append(widths, w)
		total += w
	}
	return widths, float32(math.Ceil(float64(total)))
}

const choicePad = 9

func (s *Segmented) min() fyne.Size {
	words := s.Options
	if s.Short != nil {
		words = s.Short
	}
	_, total := choiceWidths(words)
	if s.Short != nil { // and a word ends in an ellipsis where even the short ones have no room
		total = min(total, theme.Scaled(shortest)*float32(len(words)))
	}
	return fyne.NewSize(total, theme.Height(theme.ButtonPlain))
}

// shortest is the width of a choice that is cut.
const shortest = 44

// fit returns the words for a width, how wide each is, and the width of all.
func (s *Segmented) fit(width float32) (words []string, widths []float32, total float32) {
	words = s.Options
	widths, total = choiceWidths(words)
	if s.Short == nil || total <= width {
		if s.Short == nil {
			for i := range widths {
				widths[i] += (width - total) / float32(len(widths))
			}
			total = width
		}
		return words, widths, total
	}
	words = s.Short
	if widths, total = choiceWidths(words); total <= width {
		return words, widths, total
	}
	words = slices.Clone(words)
	for i := range words {
		widths[i] *= width / total
		words[i] = ellipsis(words[i], widths[i]-2*choicePad, theme.BodyBold)
	}
	return words, widths, width
}

// CreateRenderer is Fyne's.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	s.frame = newBox()
	v := &view{size: s.Size, min: s.min, layout: s.layout, paint: s.paint, dirty: func() []fyne.CanvasObject {
		objects := s.frame.objects()
		for i := range s.fills {
			objects = append(objects, s.fills[i])
		}
		for i := range s.rules {
			objects = append(objects, s.rules[i])
		}
		for i := range s.texts {
			objects = append(objects, s.texts[i])
		}
		return objects
	}}
	s.paint()
	return v
}

func (s *Segmented) layout(size fyne.Size) {
	h := theme.Height(theme.ButtonPlain)
	y := middle(size.Height, h)
	words, widths, total := s.fit(float32(int(size.Width))) // a border on part of a pixel is lost
	s.frame.place(0, y, total, h)
	at := float32(0)
	for i := range s.fills {
		x := float32(int(at)) // a fill on part of a pixel would cover the border beside it
		at += widths[i]
		w := float32(int(at)) - x
		in := s.frame.width
		left, right := float32(0), float32(0)
		if i == 0 {
			left = in
		}
		if i == len(s.fills)-1 {
			w, right = total-x, in
		}
		place(s.fills[i], x+left, y+in, w-left-right, h-2*in)
		Write(s.texts[i], words[i], s.style(i))
		th := s.texts[i].MinSize().Height
		place(s.texts[i], x, y+middle(h, th), w, th)
		place(s.rules[i], x, y+1, 1, h-2)
	}
}

func (s *Segmented) paint() {
	for len(s.fills) < len(s.Options) {
		s.fills = append(s.fills, canvas.NewRectangle(nil))
		s.rules = append(s.rules, canvas.NewRectangle(nil))
		s.texts = append(s.texts, canvas.NewText("", nil))
	}
	n := len(s.Options)
	s.fills, s.rules, s.texts = s.fills[:n], s.rules[:n], s.texts[:n]
	stroke, width := theme.Line2, theme.Stroke
	if s.FocusShown() {
		stroke, width = theme.Accent, theme.StrokeFocus
	}
	s.frame.paint(theme.Surface, stroke, width, theme.RadiusEntry)
	words, _, _ := s.fit(float32(int(s.Size().Width)))
	for i := range s.Options {
		fill, ink := theme.Surface, theme.Text2
		if i == s.Selected {
			fill, ink = theme.Tint, theme.Accent
		}
		if s.disabled {
			ink = theme.Text3
		}
		r := s.fills[i]
		paintBox(r, fill, theme.None, 0, 0)
		if i == s.pointed && i != s.Selected && !s.disabled {
			r.FillColor = over(theme.Color(fill), theme.Color(theme.Hover))
		}
		left, right := float32(0), float32(0)
		if i == 0 {
			left = theme.RadiusEntry - width
		}
		if i == n-1 {
			right = theme.RadiusEntry - width
		}
		r.TopLeftCornerRadius, r.BottomLeftCornerRadius, r.TopRightCornerRadius, r.BottomRightCornerRadius = left, left, right, right
		s.rules[i].FillColor = theme.Color(theme.Line2)
		show(s.rules[i], i > 0)
		t := s.texts[i]
		Write(t, words[i], s.style(i))
		t.Alignment, t.Color = fyne.TextAlignCenter, theme.Color(ink)
		if s.paintAs != nil {
			s.paintAs(i, r, t)
		}
	}
}

// AccessibilityLabel names what is chosen.
func (s *Segmented) AccessibilityLabel() string {
	if s.Selected >= 0 && s.Selected < len(s.Options) {
		return s.Options[s.Selected]
	}
	return s.Tip
}

// style of a choice's words: the chosen one is bold.
func (s *Segmented) style(i int) theme.Style {
	return theme.Style{Size: theme.Body.Size, Bold: i == s.Selected}
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/theme"
)

// Slider chooses a value between Min and Max in steps. Left and Right move it by a step. OnChanged tells while it moves, OnEnd once it rests.
type Slider struct {
	Press
	Min, Max, Step, Value float64
	OnChanged             func(float64)
	OnEnd                 func(float64)

	track, fill *canvas.Rectangle
	knob        *canvas.Circle
}

// NewSlider returns a slider.
func NewSlider(lowest, highest, step, value float64, changed func(float64)) *Slider {
	s := &Slider{Min: lowest, Max: highest, Step: step, Value: value, OnChanged: changed}
	s.OnKey = s.key
	s.Extend(s)
	return s
}

// Set moves it without telling.
func (s *Slider) Set(v float64) {
	if s.Value != v {
		s.Value = v
		s.Refresh()
	}
}

func (s *Slider) move(v float64, rest bool) {
	steps := float64(int((v-s.Min)/s.Step + 0.5))
	v = min(max(s.Min+steps*s.Step, s.Min), s.Max)
	if v != s.Value {
		s.Value = v
		s.Refresh()
		if s.OnChanged != nil {
			s.OnChanged(v)
		}
	}
	if rest && s.OnEnd != nil {
		s.OnEnd(s.Value)
	}
}

func (s *Slider) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		s.move(s.Value-s.Step, true)
	case fyne.KeyRight:
		s.move(s.Value+s.Step, true)
	case fyne.KeyHome:
		s.move(s.Min, true)
	case fyne.KeyEnd:
		s.move(s.Max, true)
	default:
		return false
	}
	return true
}

const knobSide = 16

func (s *Slider) valueAt(x float32) float64 {
	room := s.Size().Width - knobSide
	if room <= 0 {
		return s.Value
	}
	return s.Min + float64((x-knobSide/2)/room)*(s.Max-s.Min)
}

// Tapped jumps to the place.
func (s *Slider) Tapped(ev *fyne.PointEvent) { s.move(s.valueAt(ev.Position.X), true) }

// Dragged follows the pointer.
func (s *Slider) Dragged(ev *fyne.DragEvent) { s.move(s.valueAt(ev.Position.X), false) }

// DragEnd rests.
func (s *Slider) DragEnd() { s.move(s.Value, true) }

// Cursor shows a hand.
func (s *Slider) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is Fyne's.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	s.track, s.fill, s.knob = canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewCircle(nil)
	v := &view{objects: []fyne.CanvasObject{s.track, s.fill, s.knob}, size: s.Size, paint: s.paint,
		min: func() fyne.Size { return fyne.NewSize(60, 24) },
		layout: func(z fyne.Size) {
			y := middle(z.Height, 4)
			place(s.track, 2, y, z.Width-4, 4)
			share := float32(0)
			if s.Max > s.Min {
				share = float32((s.Value - s.Min) / (s.Max - s.Min))
			}
			x := share * (z.Width - knobSide)
			place(s.fill, 2, y, x+knobSide/2, 4)
			place(s.knob, x, middle(z.Height, knobSide), knobSide, knobSide)
		}}
	s.paint()
	return v
}

func (s *Slider) paint() {
	paintBox(s.track, theme.Line2, theme.None, 0, 2)
	paintBox(s.fill, theme.Accent, theme.None, 0, 2)
	s.knob.FillColor, s.knob.StrokeColor, s.knob.StrokeWidth = theme.Color(theme.Surface), theme.Color(theme.Accent), 2
	if s.FocusShown() {
		s.knob.FillColor = theme.Color(theme.Accent)
	} else if s.Hovered() {
		s.knob.FillColor = theme.Color(theme.Tint)
	}
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
)

// Switch turns something on and off at once. On is also said by the words beside it, so color is never alone.
type Switch struct {
	Press
	On        bool
	OnChanged func(bool)
	Token     theme.Token // of the track when on; theme.OK for the shield
	track     *box
	knob      *canvas.Circle
}

// NewSwitch returns a switch.
func NewSwitch(on bool, changed func(bool)) *Switch {
	s := &Switch{On: on, OnChanged: changed, Token: theme.Fill}
	s.OnTap = func() {
		s.On = !s.On
		s.Refresh()
		if s.OnChanged != nil {
			s.OnChanged(s.On)
		}
	}
	s.Extend(s)
	return s
}

// Set turns it without telling.
func (s *Switch) Set(on bool) {
	if s.On != on {
		s.On = on
		s.Refresh()
	}
}

// CreateRenderer is Fyne's.
func (s *Switch) CreateRenderer() fyne.WidgetRenderer {
	s.track, s.knob = newBox(), canvas.NewCircle(nil)
	v := &view{objects: s.track.objects(s.knob), size: s.Size, paint: s.paint,
		min: func() fyne.Size { return fyne.NewSize(theme.Scaled(32), theme.Scaled(18)) },
		layout: func(z fyne.Size) {
			w, h := theme.Scaled(32), theme.Scaled(18)
			y := middle(z.Height, h)
			s.track.place(0, y, w, h)
			d := h - 6
			x := float32(3)
			if s.On {
				x = w - d - 3
			}
			place(s.knob, x, y+3, d, d)
		}}
	s.paint()
	return v
}

func (s *Switch) paint() {
	fill, stroke, knob, width := theme.Surface, theme.Field, theme.Field, float32(1)
	if s.On {
		fill, stroke, knob = s.Token, s.Token, theme.Surface
	}
	if s.disabled {
		fill, stroke, knob = theme.Sunken, theme.Line2, theme.Text3
	}
	if s.FocusShown() {
		stroke, width = theme.Accent, theme.StrokeFocus
		if s.On {
			stroke = theme.Text
		}
	}
	s.track.paint(fill, stroke, width, theme.Scaled(9))
	if s.Hovered() {
		s.track.hover(fill)
	}
	s.knob.FillColor = theme.Color(knob)
}

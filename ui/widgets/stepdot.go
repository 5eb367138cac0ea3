package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// StepState is how far a step is.
type StepState int

// The states of a step.
const (
	StepToDo StepState = iota
	StepNow
	StepDone
	StepSkipped
)

// StepDot shows the state of a step: ring, pie, filled with a tick, or struck.
type StepDot struct {
	widget.BaseWidget
	State  StepState
	circle *canvas.Circle
	pie    *canvas.Arc
	tick   *canvas.Image
}

// NewStepDot returns a dot.
func NewStepDot(state StepState) *StepDot {
	d := &StepDot{State: state}
	d.ExtendBaseWidget(d)
	return d
}

// Set changes the state.
func (d *StepDot) Set(state StepState) {
	d.State = state
	d.Refresh()
}

// CreateRenderer is Fyne's.
func (d *StepDot) CreateRenderer() fyne.WidgetRenderer {
	d.circle, d.pie, d.tick = canvas.NewCircle(nil), canvas.NewPieArc(0, 180, nil), canvas.NewImageFromImage(nil)
	v := &view{objects: []fyne.CanvasObject{d.circle, d.pie, d.tick}, size: d.Size, paint: d.paint,
		min: func() fyne.Size { return fyne.NewSquareSize(theme.Scaled(16)) },
		layout: func(s fyne.Size) {
			side := theme.Scaled(16)
			x, y := middle(s.Width, side), middle(s.Height, side)
			place(d.circle, x+0.5, y+0.5, side-1, side-1)
			inset := side * 0.24
			place(d.pie, x+inset, y+inset, side-2*inset, side-2*inset)
			inset = side * 0.16
			place(d.tick, x+inset, y+inset, side-2*inset, side-2*inset)
		}}
	d.paint()
	return v
}

func (d *StepDot) paint() {
	stroke, fill, width := theme.Field, theme.None, float32(1.5)
	show(d.pie, d.State == StepNow)
	show(d.tick, d.State == StepDone || d.State == StepSkipped)
	switch d.State {
	case StepNow:
		stroke = theme.Accent
		d.pie.FillColor = theme.Color(theme.Accent)
	case StepDone:
		stroke, fill = theme.OK, theme.OK
		paintIcon(d.tick, "check", theme.Surface, theme.Scaled(12))
	case StepSkipped:
		paintIcon(d.tick, "minus", theme.Text3, theme.Scaled(12))
	}
	d.circle.FillColor, d.circle.StrokeColor, d.circle.StrokeWidth = theme.Color(fill), theme.Color(stroke), width
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// PanelStyle is how a panel looks. Empty tokens draw nothing.
type PanelStyle struct {
	Fill, Stroke theme.Token
	Width        float32 // of the stroke; 0 means 1
	Radius       float32
	PadX, PadY   float32
	Shadow       bool
	// Lines at single sides, which Fyne cannot stroke by itself.
	LineTop, LineBottom, LineLeft, LineRight bool
	LineToken                                theme.Token // Line unless set
	Bar                                      theme.Token // a 3-px bar at the left, for quotes and the selected row
}

// Panel is a painted surface with padding around its content. It follows the theme, which a bare rectangle does not.
type Panel struct {
	widget.BaseWidget
	Style   PanelStyle
	Content fyne.CanvasObject
	back    *surface
	shade   *canvas.Rectangle
	lines   [5]*canvas.Rectangle
}

// NewPanel returns a panel around content, which may be nil.
func NewPanel(content fyne.CanvasObject, style PanelStyle) *Panel {
	p := &Panel{Style: style, Content: content}
	p.ExtendBaseWidget(p)
	return p
}

// SetStyle changes the look.
func (p *Panel) SetStyle(style PanelStyle) {
	p.Style = style
	p.Refresh()
}

// SetContent exchanges what is inside.
func (p *Panel) SetContent(content fyne.CanvasObject) {
	p.Content = content
	p.Refresh()
}

// CreateRenderer is Fyne's.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	p.back, p.shade = newSurface(), canvas.NewRectangle(nil)
	for i := range p.lines {
		p.lines[i] = canvas.NewRectangle(nil)
	}
	v := &view{size: p.Size, layout: p.layout, paint: p.paint, min: p.min, dirty: func() []fyne.CanvasObject {
		objects := append([]fyne.CanvasObject{p.shade}, p.back.objects()...)
		for _, l := range p.lines {
			objects = append(objects, l)
		}
		if p.Content != nil {
			objects = append(objects, p.Content)
		}
		return objects
	}}
	p.paint()
	return v
}

func (p *Panel) min() fyne.Size {
	var inner fyne.Size
	if p.Content != nil {
		inner = p.Content.MinSize()
	}
	return inner.AddWidthHeight(2*p.Style.PadX, 2*p.Style.PadY)
}

func (p *Panel) layout(s fyne.Size) {
	// Only the lower edge of the shadow is ever seen; the rest would be painted for nothing.
	tall := min(s.Height, 2*p.Style.Radius+2)
	place(p.shade, 0, s.Height+1-tall, s.Width, tall)
	p.back.resize(s)
	place(p.lines[0], 0, 0, s.Width, 1)
	place(p.lines[1], 0, s.Height-1, s.Width, 1)
	place(p.lines[2], 0, 0, 1, s.Height)
	place(p.lines[3], s.Width-1, 0, 1, s.Height)
	place(p.lines[4], 0, 0, 3, s.Height)
	if p.Content != nil {
		place(p.Content, p.Style.PadX, p.Style.PadY, max(0, s.Width-2*p.Style.PadX), max(0, s.Height-2*p.Style.PadY))
	}
}

func (p *Panel) paint() {
	st := p.Style
	p.back.paint(st.Fill, st.Stroke, st.Width, st.Radius)
	// The shadow is a shape of its own, one pixel lower: Fyne's software painter moves a clipped shape that has a shadow.
	paintBox(p.shade, theme.Shadow, theme.None, 0, st.Radius)
	show(p.shade, st.Shadow && !theme.IsDark())
	line := st.LineToken
	if line == "" {
		line = theme.Line
	}
	for i, on := range []bool{st.LineTop, st.LineBottom, st.LineLeft, st.LineRight} {
		p.lines[i].FillColor = theme.Color(line)
		show(p.lines[i], on)
	}
	show(p.lines[4], st.Bar != "")
	if st.Bar != "" {
		p.lines[4].FillColor = theme.Color(st.Bar)
		p.lines[4].TopLeftCornerRadius, p.lines[4].BottomLeftCornerRadius = st.Radius, st.Radius
	}
}

// paintBox fills and strokes a rectangle by tokens.
func paintBox(r *canvas.Rectangle, fill, stroke theme.Token, width, radius float32) {
	if fill == "" {
		fill = theme.None
	}
	r.FillColor = theme.Color(fill)
	if stroke == "" || stroke == theme.None {
		r.StrokeColor, r.StrokeWidth = theme.Color(theme.None), 0
	} else {
		if width == 0 {
			width = theme.Stroke
		}
		r.StrokeColor, r.StrokeWidth = theme.Color(stroke), width
	}
	r.CornerRadius = radius
}

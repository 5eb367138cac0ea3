package exporting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// panes puts the three beside each other, or where the text is too large for that, below each other.
type panes struct{ of *Dialog }

func (l *panes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		s.Width = max(s.Width, m.Width)
		if l.of.stacked {
			s.Height += m.Height
		} else {
			s.Height = max(s.Height, m.Height)
		}
	}
	return s
}

func (l *panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.of.stacked = size.Width < 3*theme.Scaled(200)
	x, y := float32(0), float32(0)
	for _, o := range objects {
		o.Move(fyne.NewPos(x, y))
		if !l.of.stacked {
			o.Resize(fyne.NewSize(size.Width/float32(len(objects)), size.Height))
			x += o.Size().Width
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height)) // words wrap at this width
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		y += o.Size().Height
	}
}

// pane lays out one of the three. Beside the others it scrolls by itself; below another it is as high as what it holds, and the dialog scrolls:
// a wheel over a pane in a scroll would move the pane alone.
type pane struct {
	of     *Dialog
	inner  fyne.CanvasObject
	scroll *widgets.Scroll
	box    *fyne.Container
}

func newPane(of *Dialog, inner fyne.CanvasObject) *fyne.Container {
	p := &pane{of: of, inner: inner, scroll: widgets.NewScroll(inner)}
	p.box = container.New(p, p.scroll)
	return p.box
}

// paneLeast is how high a pane beside others is at least, at 100 % text.
const paneLeast = 120

func (p *pane) MinSize([]fyne.CanvasObject) fyne.Size {
	m := p.inner.MinSize()
	if !p.of.stacked {
		m.Height = theme.Scaled(paneLeast)
	}
	return m
}

func (p *pane) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	var shown fyne.CanvasObject = p.scroll
	if p.of.stacked {
		shown = p.inner
	}
	if p.box.Objects[0] != shown {
		p.box.Objects[0] = shown
		p.scroll.Offset = fyne.Position{}
	}
	shown.Resize(size)
	shown.Move(fyne.Position{})
}

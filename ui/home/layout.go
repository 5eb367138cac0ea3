package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// sideWidth is the width of the panel to begin from.
const sideWidth = 336

// pair lays a wide part and a side panel beside each other, or under each
// other where the window is too narrow for both.
type pair struct{ width float32 }

func beside(wide, side fyne.CanvasObject) *fyne.Container {
	return container.New(&pair{}, wide, side)
}

func (p *pair) together(width float32) bool { return width >= theme.Width(sideWidth+620) }

// Layout is Fyne's.
func (p *pair) Layout(o []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	gap := theme.PadDialog
	if !p.together(size.Width) {
		o[0].Resize(fyne.NewSize(size.Width, 0))
		high := o[0].MinSize().Height
		o[0].Move(fyne.NewPos(0, 0))
		o[0].Resize(fyne.NewSize(size.Width, high))
		o[1].Resize(fyne.NewSize(size.Width, 0))
		o[1].Move(fyne.NewPos(0, high+gap))
		o[1].Resize(fyne.NewSize(size.Width, o[1].MinSize().Height))
		return
	}
	side := theme.Width(sideWidth)
	for i, x := range []float32{0, size.Width - side} {
		width := side
		if i == 0 {
			width = size.Width - side - gap
		}
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(width, 0))
		o[i].Resize(fyne.NewSize(width, o[i].MinSize().Height))
	}
}

// MinSize is Fyne's; the height follows from the width at the last layout.
func (p *pair) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	if p.width > 0 && !p.together(p.width) {
		return fyne.NewSize(theme.Width(sideWidth), a.Height+theme.PadDialog+b.Height)
	}
	return fyne.NewSize(theme.Width(sideWidth), max(a.Height, b.Height))
}

// ruled draws lines between the cells of a grid, however it breaks.
func ruled(grid *fyne.Container) *fyne.Container {
	objects := []fyne.CanvasObject{grid}
	for range grid.Objects {
		objects = append(objects, widgets.NewUpright(), widgets.NewDivider())
	}
	return container.New(rules{}, objects...)
}

type rules struct{}

// Layout is Fyne's.
func (rules) Layout(o []fyne.CanvasObject, size fyne.Size) {
	grid := o[0].(*fyne.Container)
	grid.Resize(size)
	for i, cell := range grid.Objects {
		upright, across := o[1+2*i], o[2+2*i]
		at := cell.Position()
		line(upright, at.X > 0, fyne.NewPos(float32(int(at.X)), at.Y), fyne.NewSize(1, cell.Size().Height))
		line(across, at.X == 0 && at.Y > 0, at, fyne.NewSize(size.Width, 1))
	}
}

func line(o fyne.CanvasObject, visible bool, at fyne.Position, size fyne.Size) {
	if !visible {
		o.Hide()
		return
	}
	o.Move(at)
	o.Resize(size)
	o.Show()
}

// MinSize is Fyne's.
func (rules) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

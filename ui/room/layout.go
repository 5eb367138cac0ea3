package room

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
)

// roomLayout puts the middle between list and guide. The guide folds away where the middle would get too narrow for it.
type roomLayout struct{ room *Room }

// least is how wide the middle must stay for the guide to be open by itself, at 100 % text.
const least = 560

func (l *roomLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 240) }

func (l *roomLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := l.room
	left, right := theme.Width(theme.StepList), theme.Width(theme.Guide)
	left = r.list.width(size.Width-left >= theme.Scaled(least))
	if !r.guide.fits(size.Width-left-right >= theme.Scaled(least)) {
		right = 0
	}
	put(r.list.panel, 0, left, size.Height, true)
	put(r.center.panel, left, size.Width-left-right, size.Height, true)
	put(r.guide.panel, size.Width-right, right, size.Height, right > 0)
	r.center.unfold(right == 0)
}

func put(o fyne.CanvasObject, x, w, h float32, visible bool) {
	if !visible {
		o.Hide()
		return
	}
	o.Show()
	o.Move(fyne.NewPos(x, 0))
	o.Resize(fyne.NewSize(w, h))
}

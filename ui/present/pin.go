package present

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop/figure"
)

// pin is a picture on the sheet: an icon by its name, or a photo by its blob.
type pin struct {
	icon, blob string
	at         figure.Rect
}

// pinned is a picture on the wall.
type pinned struct {
	pin   pin
	image *canvas.Image
}

// icon puts an icon on the sheet.
func (s *sheet) icon(name string, x, y, side float64) {
	s.pins = append(s.pins, pin{icon: name, at: s.scaled(figure.Rect{X: x, Y: y, W: side, H: side})})
}

// photo puts a photo on the sheet, as large as its room lets it be.
func (s *sheet) photo(blob string, at figure.Rect) {
	s.pins = append(s.pins, pin{blob: blob, at: s.scaled(at)})
}

func (s *sheet) scaled(r figure.Rect) figure.Rect {
	r.X, r.Y, r.W, r.H = r.X*s.unit, r.Y*s.unit, r.W*s.unit, r.H*s.unit
	return r
}

// pin shows these pictures and takes away those that are no longer there. What is the same stays untouched.
func (w *Show) pin(pins []pin) {
	same := len(pins) == len(w.tacked)
	for i := range pins {
		same = same && w.tacked[i].pin == pins[i]
	}
	if same {
		return
	}
	w.tacked = nil
	for _, p := range pins {
		on := &pinned{pin: p, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
		on.image.Move(fyne.NewPos(float32(p.at.X), float32(p.at.Y)))
		on.image.Resize(fyne.NewSize(float32(p.at.W), float32(p.at.H)))
		w.tacked = append(w.tacked, on)
		switch {
		case p.icon != "":
			on.image.Resource = theme.IconSized(p.icon, theme.PresentText2, float32(p.at.W))
			on.image.Refresh()
		case w.config.Picture != nil:
			w.config.Picture(p.blob, func(pixels image.Image, err error) {
				if err == nil {
					on.image.Image = pixels
					on.image.Refresh()
				}
			})
		}
	}
	canvas.Refresh(w)
}

package theme

import (
	"bytes"
	"image"
	"sync"

	"fyne.io/fyne/v2"
	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

var pictures sync.Map // pictureKey -> image.Image

type pictureKey struct {
	resource string
	pixels   int
}

// Picture returns the named icon drawn for a size on the screen, in the pixels of
// the screen and once for all its places. Given the drawing itself, Fyne reads it three times
// for every place and draws it twice, the first time too large.
func Picture(name string, token Token, side float32) image.Image {
	drawing := IconSized(name, token, side)
	key := pictureKey{drawing.Name(), pixels(side)}
	if p, ok := pictures.Load(key); ok {
		return p.(image.Image)
	}
	p, _ := pictures.LoadOrStore(key, draw(drawing.Content(), key.pixels))
	return p.(image.Image)
}

// draw returns an empty picture where a drawing cannot be read; a test reads them all.
func draw(svg []byte, side int) image.Image {
	p := image.NewRGBA(image.Rect(0, 0, side, side))
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg))
	if err != nil {
		return p
	}
	icon.SetTarget(0, 0, float64(side), float64(side))
	icon.Draw(rasterx.NewDasher(side, side, rasterx.NewScannerGV(side, side, p, p.Bounds())), 1)
	return p
}

// pixels is how many of the screen's pixels a length takes.
func pixels(side float32) int {
	n := 0
	if app := fyne.CurrentApp(); app != nil {
		for _, w := range app.Driver().AllWindows() {
			if n, _ = w.Canvas().PixelCoordinateForPosition(fyne.NewPos(side, side)); n > 0 {
				return n
			}
		}
	}
	return max(1, int(side+0.5))
}

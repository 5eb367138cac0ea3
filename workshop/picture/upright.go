package picture

import (
	"bytes"
	"image"
	"image/draw"

	"github.com/bep/imagemeta"

	"nemawashi.app/workshop"
)

// about is what a camera wrote beside the picture and we want to know.
type about struct {
	orientation int // 1 to 8
	taken       workshop.Date
}

// read reads it. What is not there, or makes no sense, is as if it were not.
func read(data []byte, kind string) about {
	out := about{orientation: 1}
	format := imagemeta.JPEG
	if kind == "png" {
		format = imagemeta.PNG
	}
	var tags imagemeta.Tags
	// A file whose notes are damaged is still a picture: what was read until then counts.
	_, _ = imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(data), ImageFormat: format, Sources: imagemeta.EXIF,
		ShouldHandleTag: func(t imagemeta.TagInfo) bool {
			return t.Tag == "Orientation" || t.Tag == "DateTimeOriginal"
		},
		HandleTag: func(t imagemeta.TagInfo) error {
			if n, ok := t.Value.(uint16); ok && t.Tag == "Orientation" && t.Namespace == "IFD0" && n >= 1 && n <= 8 {
				out.orientation = int(n)
			}
			tags.Add(t)
			return nil
		},
	})
	if at, err := tags.GetDateTime(); err == nil && at.Year() > 1990 { // a camera whose clock was never set begins before
		out.taken = workshop.DateOf(at)
	}
	return out
}

// upright turns and mirrors a picture by the orientation that Exif gives it.
func upright(pixels image.Image, orientation int) image.Image {
	if orientation <= 1 {
		return pixels
	}
	from := image.NewRGBA(image.Rectangle{Max: pixels.Bounds().Size()})
	draw.Draw(from, from.Bounds(), pixels, pixels.Bounds().Min, draw.Src)
	w, h := from.Bounds().Dx(), from.Bounds().Dy()
	wide, high := w, h
	if orientation >= 5 {
		wide, high = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, wide, high))
	for y := range h {
		for x := range w {
			tx, ty := x, y
			switch orientation {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			a, b := from.PixOffset(x, y), out.PixOffset(tx, ty)
			copy(out.Pix[b:b+4], from.Pix[a:a+4])
		}
	}
	return out
}

package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"github.com/jung-kurt/gofpdf"

	"nemawashi.app/workshop/figure"
)

// Photo is a picture with its caption.
type Photo struct {
	Data    []byte // JPEG or PNG
	Caption string
}

// Photos sets pictures large, so that what is written on a wall can be read: two below each other on a page of upright paper, two beside each
// other on A3. They are never cropped.
type Photos []Photo

// Compared sets two pictures of the same place beside each other: before and after.
type Compared struct{ Before, After Photo }

// photoShare is the part of a page's height that a picture may take: two of them, their captions and the heading are one page.
const photoShare = 0.38

// maxPixels refuses pictures that would take the memory of the machine to decode.
const maxPixels = 64 << 20

func (b Photos) strips(c *composer, width float64) []*strip {
	perRow := 1
	if width > 800 && len(b) > 1 {
		perRow = 2
	}
	return photoRows(c, width, b, perRow)
}

func (b Compared) strips(c *composer, width float64) []*strip {
	return photoRows(c, width, []Photo{b.Before, b.After}, 2)
}

// photoRows sets pictures in rows of so many.
func photoRows(c *composer, width float64, b []Photo, perRow int) []*strip {
	gutter := c.pt(12)
	w := (width - gutter*float64(perRow-1)) / float64(perRow)
	var parts []*strip
	for from := 0; from < len(b); from += perRow {
		var cells []cell
		for i, photo := range b[from:min(from+perRow, len(b))] {
			cells = append(cells, cell{float64(i) * (w + gutter), photo.strip(c, w)})
		}
		s := side(cells)
		s.gap = c.pt(10)
		parts = append(parts, solid(s, c.height))
	}
	return parts
}

func (b Photo) strip(c *composer, width float64) *strip {
	pic, err := decode(b.Data)
	var s *strip
	if err != nil {
		note := c.plain("This picture cannot be shown: "+err.Error()+".", tableSize, Style{Color: figure.Danger}, width-c.pt(16))
		pad := padding{left: c.pt(8), top: c.pt(8), right: c.pt(8), bottom: c.pt(8)}
		s = boxed(note, pad, func(p *pen, x, y, h float64) {
			p.box(x, y, width, h, c.pt(4), figure.DangerTint, figure.None, 0)
		})
	} else {
		s = pic.strip(width, c.height*photoShare)
	}
	s.keep = true
	if b.Caption == "" {
		return stack([]*strip{s})
	}
	words := c.plain(b.Caption, captionSize, caption(figure.Ink2), width)
	words.gap = c.pt(3)
	return stack([]*strip{s, words})
}

// picture is an image in a form that gofpdf embeds without loss of its own: JPEG as it came, everything
// else as opaque 8-bit PNG, because gofpdf knows neither interlaced nor 16-bit ones.
type picture struct {
	kind string
	data []byte
	w, h float64
}

func decode(data []byte) (picture, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return picture{}, fmt.Errorf("it is neither JPEG nor PNG, or is damaged")
	}
	if config.Width < 1 || config.Height < 1 || config.Width*config.Height > maxPixels {
		return picture{}, fmt.Errorf("it has %d × %d points, more than can be printed", config.Width, config.Height)
	}
	pic := picture{w: float64(config.Width), h: float64(config.Height)}
	if kind == "jpeg" && config.ColorModel != color.CMYKModel {
		pic.kind, pic.data = "JPG", data
		return pic, nil
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return picture{}, fmt.Errorf("its data end too early or are damaged")
	}
	flat := image.NewRGBA(decoded.Bounds())
	draw.Draw(flat, flat.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), decoded, decoded.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if kind == "jpeg" {
		pic.kind = "JPG"
		err = jpeg.Encode(&out, flat, &jpeg.Options{Quality: 90})
	} else {
		pic.kind = "PNG"
		err = png.Encode(&out, flat)
	}
	pic.data = out.Bytes()
	return pic, err
}

// strip shows the picture as wide as it may be, but not higher than the limit.
func (pic picture) strip(width, limit float64) *strip {
	w, h := width, width*pic.h/pic.w
	if h > limit {
		w, h = limit*pic.w/pic.h, limit
	}
	sum := sha256.Sum256(pic.data)
	name := hex.EncodeToString(sum[:])
	return rigid(h, func(p *pen, x, y float64) {
		options := gofpdf.ImageOptions{ImageType: pic.kind}
		p.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(pic.data))
		p.pdf.ImageOptions(name, x, y, w, h, false, options, 0, "")
	})
}

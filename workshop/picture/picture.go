// Package picture makes of a file that somebody took with a camera the picture that a workshop keeps.
//
// It promises that what is kept shows the right way up, has a long edge of at most [LongEdge] pixels, and holds nothing but the
// picture: where, when and with which camera it was taken, and by whom, is not in it, because it is encoded anew from its pixels. The day is
// handed to the caller, who keeps it where it can be seen and deleted.
//
// The photo board and the command line call it. All functions return a [*Refused] for a file that is no picture for us, and change nothing.
// The orientation is read as Exif 2.32 has it (tag 0x0112, 1 to 8); the reading is done by github.com/bep/imagemeta.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"

	scale "golang.org/x/image/draw"

	"nemawashi.app/workshop"
)

// Limits on pictures.
const (
	MaxBytes  = 20 << 20 // of a file on import
	LongEdge  = 2560     // pixels of what is kept
	maxPixels = 64 << 20 // more would take the memory of the machine to decode
)

// quality of JPEG, 1 to 100: from here on, text on a flip chart shows no blocks.
const quality = 88

// Picture is what is kept.
type Picture struct {
	Data          []byte // JPEG or PNG
	Width, Height int
	Taken         workshop.Date // the day by the camera's clock, "" when the file did not say
}

// Refused says in the end of a sentence why a file is not taken: "it is a HEIC picture; ...".
type Refused struct{ Reason string }

func (e *Refused) Error() string { return e.Reason }

func refuse(format string, args ...any) error {
	return &Refused{Reason: fmt.Sprintf(format, args...)}
}

// Prepare makes the picture to keep of a file. JPEG stays JPEG and PNG stays PNG.
func Prepare(data []byte) (Picture, error) {
	kind, err := check(data)
	if err != nil {
		return Picture{}, err
	}
	pixels, err := decode(data)
	if err != nil {
		return Picture{}, err
	}
	about := read(data, kind)
	out, err := encode(upright(Within(pixels, LongEdge), about.orientation), kind)
	out.Taken = about.taken
	return out, err
}

// Turn turns a kept picture to the right by quarters of a circle.
func Turn(data []byte, quarters int) (Picture, error) {
	kind, err := check(data)
	if err != nil {
		return Picture{}, err
	}
	pixels, err := decode(data)
	if err != nil {
		return Picture{}, err
	}
	return encode(upright(pixels, [...]int{1, 6, 3, 8}[(quarters%4+4)%4]), kind)
}

// Decode shows a kept picture with a long edge of at most so many pixels.
func Decode(data []byte, longEdge int) (image.Image, error) {
	if _, err := check(data); err != nil {
		return nil, err
	}
	pixels, err := decode(data)
	if err != nil {
		return nil, err
	}
	return Within(pixels, longEdge), nil
}

// check looks at the beginning of a file only.
func check(data []byte) (kind string, err error) {
	switch {
	case len(data) == 0:
		return "", refuse("it is empty")
	case len(data) > MaxBytes:
		return "", refuse("it has %.1f MB, the limit is %d MB", float64(len(data))/(1<<20), MaxBytes>>20)
	case len(data) > 12 && string(data[4:8]) == "ftyp":
		return "", refuse("it is a HEIC picture; let the phone take or send it as JPEG (on an iPhone: Settings, Camera, Formats, Most compatible)")
	}
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return "", refuse("it is neither a JPEG nor a PNG picture, or is damaged")
	case config.Width < 1 || config.Height < 1 || config.Width > maxPixels/config.Height:
		return "", refuse("it has %d × %d pixels, the limit is %d million", config.Width, config.Height, maxPixels>>20)
	}
	return kind, nil
}

func decode(data []byte) (image.Image, error) {
	pixels, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, refuse("it ends too early or is damaged")
	}
	return pixels, nil
}

func encode(pixels image.Image, kind string) (Picture, error) {
	var out bytes.Buffer
	var err error
	if kind == "jpeg" {
		err = jpeg.Encode(&out, pixels, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&out, pixels)
	}
	if err != nil {
		return Picture{}, fmt.Errorf("write the picture: %w", err)
	}
	if out.Len() > MaxBytes {
		return Picture{}, refuse("it would take %.1f MB to keep, the limit is %d MB; save it as JPEG", float64(out.Len())/(1<<20), MaxBytes>>20)
	}
	size := pixels.Bounds().Size()
	return Picture{Data: out.Bytes(), Width: size.X, Height: size.Y}, nil
}

// Within makes a picture smaller until its long edge is at most so many pixels. It halves first: halving by the bilinear filter is the mean of
// four pixels exactly, so that thin lines do not fall between the samples.
func Within(pixels image.Image, longEdge int) image.Image {
	for {
		size := pixels.Bounds().Size()
		long := max(size.X, size.Y)
		if long <= longEdge {
			return pixels
		}
		w, h := max(1, (size.X*longEdge+long/2)/long), max(1, (size.Y*longEdge+long/2)/long)
		if long >= 2*longEdge {
			w, h = max(1, size.X/2), max(1, size.Y/2)
		}
		smaller := image.NewRGBA(image.Rect(0, 0, w, h))
		scale.ApproxBiLinear.Scale(smaller, smaller.Bounds(), pixels, pixels.Bounds(), draw.Src, nil)
		pixels = smaller
	}
}

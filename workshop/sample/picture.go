package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"sync"

	"golang.org/x/image/vector"
)

// The photos of the sample are drawn here: no stock picture shows this line, and nobody has to be asked for it.

// pictures are what documents call "picture:kit-before" and the like. Each is drawn when it is first wanted.
var pictures = map[string]func() ([]byte, error){"kit-before": once(kitBefore), "kit-after": once(kitAfter), "wall": once(wall)}

func once(f func(*drawing)) func() ([]byte, error) {
	return sync.OnceValues(func() ([]byte, error) { return draws(f) })
}

// drawing is a picture in the making, 1280 by 960.
type drawing struct{ *image.RGBA }

func draws(f func(*drawing)) ([]byte, error) {
	d := &drawing{image.NewRGBA(image.Rect(0, 0, 1280, 960))}
	f(d)
	var out bytes.Buffer
	err := png.Encode(&out, d)
	return out.Bytes(), err
}

var (
	floor  = color.RGBA{0xC9, 0xCC, 0xD2, 255}
	bench  = color.RGBA{0x8A, 0x93, 0xA3, 255}
	shade  = color.RGBA{0x5C, 0x65, 0x76, 255}
	steel  = color.RGBA{0x3D, 0x44, 0x52, 255}
	light  = color.RGBA{0xEE, 0xF0, 0xF4, 255}
	foam   = color.RGBA{0x27, 0x31, 0x4A, 255}
	yellow = color.RGBA{0xF5, 0xC8, 0x42, 255}
	red    = color.RGBA{0xC8, 0x4B, 0x31, 255}
	green  = color.RGBA{0x3E, 0x9B, 0x6B, 255}
	blue   = color.RGBA{0x4A, 0x7F, 0xC1, 255}
)

// box fills a rectangle.
func (d *drawing) box(x, y, w, h int, c color.RGBA) {
	draw.Draw(d, image.Rect(x, y, x+w, y+h), image.NewUniform(c), image.Point{}, draw.Src)
}

// bar fills a rectangle around a point, turned by degrees.
func (d *drawing) bar(cx, cy, w, h, degrees float64, c color.RGBA) {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	far := math.Hypot(w, h)/2 + 1
	part := image.Rect(int(cx-far), int(cy-far), int(cx+far)+1, int(cy+far)+1)
	r := vector.NewRasterizer(part.Dx(), part.Dy())
	cx, cy = cx-float64(part.Min.X), cy-float64(part.Min.Y)
	for i, corner := range [4][2]float64{{-w / 2, -h / 2}, {w / 2, -h / 2}, {w / 2, h / 2}, {-w / 2, h / 2}} {
		x, y := float32(cx+corner[0]*cos-corner[1]*sin), float32(cy+corner[0]*sin+corner[1]*cos)
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.Draw(d, part, image.NewUniform(c), image.Point{})
}

// tool is a handle with a head: a spanner seen from far enough.
func (d *drawing) tool(cx, cy, long, degrees float64, handle color.RGBA) {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	d.bar(cx, cy, long, 26, degrees, steel)
	d.bar(cx-cos*long*0.3, cy-sin*long*0.3, long*0.4, 34, degrees, handle)
	d.bar(cx+cos*long*0.5, cy+sin*long*0.5, 46, 62, degrees, steel)
}

// kitBefore is the trolley as it was: everything in one heap.
func kitBefore(d *drawing) {
	d.box(0, 0, 1280, 960, light)
	d.box(0, 640, 1280, 320, floor)
	d.box(140, 240, 1000, 470, bench)
	d.box(180, 280, 920, 390, shade)
	for i, at := range [][3]float64{{360, 420, 25}, {520, 560, -50}, {640, 400, 80}, {760, 540, 10}, {900, 430, -30}, {430, 520, 140}, {820, 600, 165}, {600, 500, 35}} {
		d.tool(at[0], at[1], 240, at[2], []color.RGBA{red, blue, yellow, green}[i%4])
	}
	d.bar(960, 560, 150, 110, 12, yellow)
	d.bar(300, 570, 120, 90, -18, light)
	for _, x := range []int{200, 1000} {
		d.box(x, 710, 80, 120, steel)
	}
}

// kitAfter is the cart: a place in the foam for each tool, and one that is seen to be empty.
func kitAfter(d *drawing) {
	d.box(0, 0, 1280, 960, light)
	d.box(0, 640, 1280, 320, floor)
	d.box(140, 240, 1000, 470, bench)
	d.box(180, 280, 920, 390, foam)
	for i := range 6 {
		x, y := 340+float64(i%3)*300, 375+float64(i/3)*180
		d.bar(x, y, 264, 96, 0, yellow)
		d.bar(x, y, 256, 88, 0, foam)
		if i != 4 {
			d.tool(x-12, y, 200, 0, []color.RGBA{red, blue, green}[i%3])
		} else {
			d.bar(x, y, 200, 26, 0, yellow)
		}
	}
	for _, x := range []int{200, 1000} {
		d.box(x, 710, 80, 120, steel)
	}
	d.box(140, 190, 1000, 50, green)
}

// wall is brown paper with the current state on it.
func wall(d *drawing) {
	d.box(0, 0, 1280, 960, light)
	d.box(60, 80, 1160, 760, color.RGBA{0xD9, 0xBF, 0x93, 255})
	for i := range 7 {
		x := 110 + i*155
		d.box(x, 180, 125, 125, yellow)
		d.box(x+14, 210, 97, 8, shade)
		d.box(x+14, 235, 70, 8, shade)
		if i < 6 {
			d.box(x+125, 238, 30, 8, steel)
		}
		high := 40 + i*37%130
		d.box(x, 420-high/2, 60, high, blue)
		if i == 2 || i == 5 {
			d.bar(float64(x)+62, 560, 110, 110, 8, red)
		}
		d.bar(float64(x)+62, 720, 105, 105, float64(i*5%11-5), []color.RGBA{green, yellow, blue}[i%3])
	}
}

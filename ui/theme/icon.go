package theme

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"sync"

	"fyne.io/fyne/v2"

	"nemawashi.app/assets"
)

// iconKey is what an icon is cached by: one resource for each look, because Fyne caches the picture by the resource's name.
type iconKey struct {
	name   string
	color  color.NRGBA
	stroke int // in hundredths of a pixel
}

var icons sync.Map // iconKey -> fyne.Resource

// The icons are drawn on a grid of 24 with strokes of 1.75.
const (
	iconGrid   = 24
	iconStroke = 1.75
)

// IconSized returns the named icon of the product in the token's color, for any size on the screen. Fyne recolors fills only and does not scale strokes, so both are replaced in the drawing itself.
func IconSized(name string, token Token, side float32) fyne.Resource {
	width := iconStroke * float64(side*density()) / iconGrid
	key := iconKey{name, color.NRGBAModel.Convert(Color(token)).(color.NRGBA), int(math.Round(width*20)) * 5}
	if r, ok := icons.Load(key); ok {
		return r.(fyne.Resource)
	}
	svg, err := assets.Icon(name)
	if err != nil {
		if svg, err = assets.Icon("blank"); err != nil {
			svg = []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>`)
		}
	}
	hex := fmt.Sprintf("#%02X%02X%02X", key.color.R, key.color.G, key.color.B)
	svg = bytes.ReplaceAll(svg, []byte(assets.IconInk), []byte(hex))
	svg = bytes.ReplaceAll(svg, fmt.Appendf(nil, `stroke-width="%v"`, iconStroke), fmt.Appendf(nil, `stroke-width="%.2f"`, float64(key.stroke)/100))
	r := fyne.NewStaticResource(fmt.Sprintf("%s-%s-%d.svg", name, hex[1:], key.stroke), svg)
	actual, _ := icons.LoadOrStore(key, r)
	return actual.(fyne.Resource)
}

// density is how many pixels the screen has for each unit.
func density() float32 {
	if app := fyne.CurrentApp(); app != nil {
		for _, w := range app.Driver().AllWindows() {
			if scale := w.Canvas().Scale(); scale > 0 {
				return scale
			}
		}
	}
	return 1
}

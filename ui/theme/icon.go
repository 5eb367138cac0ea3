package theme

import (
	"bytes"
	"fmt"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"

	"nemawashi.app/assets"
)

// iconKey is what an icon is cached by: one resource for each name and color, because Fyne caches the picture by the resource's name.
type iconKey struct {
	name  string
	color color.NRGBA
}

var icons sync.Map // iconKey -> fyne.Resource

// Icon returns the named icon of the product in the token's color, in the variant shown now.
func Icon(name string, token Token) fyne.Resource { return IconColored(name, Color(token)) }

// IconColored returns the named icon in any color. Fyne does not recolor strokes, so the ink is replaced in the drawing itself.
func IconColored(name string, c color.Color) fyne.Resource {
	key := iconKey{name, color.NRGBAModel.Convert(c).(color.NRGBA)}
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
	r := fyne.NewStaticResource(fmt.Sprintf("%s-%s.svg", name, hex[1:]), svg)
	actual, _ := icons.LoadOrStore(key, r)
	return actual.(fyne.Resource)
}

package widgets

import "image/color"

// veiled makes a color half transparent.
func veiled(c color.Color) color.Color {
	v := color.NRGBAModel.Convert(c).(color.NRGBA)
	v.A = 150
	return v
}

// over lays one color over another, for hover on any ground.
func over(ground, film color.Color) color.Color {
	g := color.NRGBAModel.Convert(ground).(color.NRGBA)
	f := color.NRGBAModel.Convert(film).(color.NRGBA)
	if g.A == 0 {
		return f
	}
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(255-int(f.A)) + int(b)*int(f.A)) / 255) }
	return color.NRGBA{mix(g.R, f.R), mix(g.G, f.G), mix(g.B, f.B), g.A}
}

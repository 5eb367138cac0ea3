package theme_test

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	base "fyne.io/fyne/v2/theme"

	"nemawashi.app/assets"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/theme"
)

// grounds are what text and shapes stand on.
var grounds = []theme.Token{theme.Bg, theme.Surface, theme.Rail, theme.Sunken, theme.Raised, theme.Tint}

// TestTextIsReadableInBothVariants wants of every ink 4.5 to 1 on every ground, and of every outline and filled sign 3 to 1 (WCAG 2.2, 1.4.3
// and 1.4.11).
func TestTextIsReadableInBothVariants(t *testing.T) {
	app := test.NewTempApp(t)
	type pair struct {
		ink, ground theme.Token
		least       float64
	}
	pairs := []pair{{theme.Text, theme.Bg, 7}, {theme.OnFill, theme.Fill, 4.5}, {theme.Danger, theme.DangerTint, 4.5}, {theme.Warn, theme.WarnTint, 4.5},
		{theme.OK, theme.OKTint, 4.5}, {theme.Wine, theme.WineTint, 4.5},
		{theme.PresentText, theme.PresentTile, 7}, {theme.PresentText2, theme.PresentTile, 4.5}, {theme.PresentGold, theme.PresentPage, 4.5},
		{theme.PresentText, theme.PresentPage, 7}, {theme.PresentText2, theme.PresentPage, 4.5}, {theme.PresentBar, theme.PresentTile, 3}}
	for _, ground := range grounds {
		for _, ink := range []theme.Token{theme.Text, theme.Text2, theme.Text3, theme.Accent, theme.Danger, theme.Warn, theme.OK, theme.Wine} {
			pairs = append(pairs, pair{ink, ground, 4.5})
		}
		for _, shape := range []theme.Token{theme.Field, theme.Edge, theme.DangerEdge, theme.WarnEdge, theme.OKEdge, theme.WineEdge} {
			pairs = append(pairs, pair{shape, ground, 3})
		}
	}
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		app.Settings().SetTheme(theme.New(mode, 1))
		for _, p := range pairs {
			if c := snap.Contrast(theme.Color(p.ink), theme.Color(p.ground)); c < p.least {
				t.Errorf("mode %d: %s on %s has %.2f, want %.1f", mode, p.ink, p.ground, c, p.least)
			}
		}
		for rating := -2; rating <= 2; rating++ {
			fill, ink := theme.Support(rating)
			if c := snap.Contrast(fill, ink); c < 4.5 {
				t.Errorf("mode %d: support %d has %.2f", mode, rating, c)
			}
		}
		for _, gap := range []float64{0.5, 1, 1.4, 1.6, 2} {
			fill, ink := theme.Heat(gap)
			if c := snap.Contrast(fill, ink); c < 4.5 {
				t.Errorf("mode %d: heat %v has %.2f", mode, gap, c)
			}
		}
	}
}

func TestFollowsSystemUnlessSet(t *testing.T) {
	for mode, want := range map[theme.Mode]color.Color{theme.FollowSystem: theme.New(theme.Dark, 1).Color(theme.Bg, 0), theme.Light: theme.New(theme.Light, 1).Color(theme.Bg, 0)} {
		if got := theme.New(mode, 1).Color(theme.Bg, base.VariantDark); got != want {
			t.Errorf("mode %d on a dark system: %v, want %v", mode, got, want)
		}
	}
}

func TestSizesFollowTheText(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1.5))
	if theme.Scaled(13) != 19.5 || theme.Height(32) != 42 || theme.Width(200) != 250 {
		t.Fatalf("%v, %v, %v", theme.Scaled(13), theme.Height(32), theme.Width(200))
	}
	if theme.New(theme.Light, 9).TextScale() != theme.MaxTextScale || theme.New(theme.Light, 0).TextScale() != theme.MinTextScale {
		t.Fatal("text scale is not limited")
	}
}

func TestIconsTakeAnyColorAndScaleTheirStrokes(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	for _, name := range assets.IconNames() {
		r := theme.IconSized(name, theme.Danger, 16)
		if !bytes.Contains(r.Content(), []byte("#AD350A")) || bytes.Contains(r.Content(), []byte(assets.IconInk)) {
			t.Errorf("%s is not recolored", name)
		}
		if r != theme.IconSized(name, theme.Danger, 16) {
			t.Errorf("%s is made anew each time", name)
		}
	}
	if small, large := theme.IconSized("truck", theme.Text, 16), theme.IconSized("truck", theme.Text, 48); small.Name() == large.Name() {
		t.Error("a large icon has the strokes of a small one")
	}
	if theme.IconSized("no such icon", theme.Text, 16) == fyne.Resource(nil) {
		t.Error("an unknown icon is nil")
	}
}

func TestBands(t *testing.T) {
	for priority, want := range map[int]theme.Band{0: theme.KeepWarm, 1: theme.Watch, 5: theme.Watch, 6: theme.Plan, 11: theme.Plan, 12: theme.ActNow, 20: theme.ActNow} {
		if got := theme.BandOf(priority); got != want {
			t.Errorf("%d is in band %d, want %d", priority, got, want)
		}
	}
}

func TestEveryIconIsDrawnOnce(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	for _, name := range assets.IconNames() {
		p := theme.Picture(name, theme.Text, 16)
		if p != theme.Picture(name, theme.Text, 16) {
			t.Errorf("%s is drawn anew each time", name)
		}
		if side := p.Bounds().Dx(); side != p.Bounds().Dy() || side < 16 {
			t.Errorf("%s is %v", name, p.Bounds())
		}
		if !inked(p) {
			t.Errorf("%s has no ink", name)
		}
	}
}

// inked says whether anything of a picture is to be seen.
func inked(p image.Image) bool {
	for y := range p.Bounds().Dy() {
		for x := range p.Bounds().Dx() {
			if _, _, _, a := p.At(x, y).RGBA(); a > 0 {
				return true
			}
		}
	}
	return false
}

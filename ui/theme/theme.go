// Package theme gives the product its look: the color tokens in a light and a dark variant, Inter in two
// weights, sizes that follow the text size setting, and icons in any token's color.
//
// The app sets New as its Fyne theme once and again after each change of the settings. Widgets ask Color, Size and Icon while they
// paint, so a change of variant or text size needs nothing but a refresh. No function returns an error: an
// unknown token paints as text and an unknown icon as the blank one.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	base "fyne.io/fyne/v2/theme"

	"nemawashi.app/assets"
)

// Mode says which variant is shown.
type Mode int

// The modes of the setting.
const (
	FollowSystem Mode = iota
	Light
	Dark
)

// Smallest and largest text size factor.
const (
	MinTextScale float32 = 1
	MaxTextScale float32 = 2
)

// Theme is the Fyne theme of the product. It does not change: another setting is another Theme.
type Theme struct {
	mode  Mode
	scale float32
}

var _ fyne.Theme = (*Theme)(nil)

// New returns a theme. A text scale out of range is brought to the nearest limit.
func New(mode Mode, textScale float32) *Theme {
	return &Theme{mode: mode, scale: min(max(textScale, MinTextScale), MaxTextScale)}
}

// Mode returns the setting of the variant.
func (t *Theme) Mode() Mode { return t.mode }

// TextScale returns the text size factor, 1 to 2.
func (t *Theme) TextScale() float32 { return t.scale }

// fyneNames maps Fyne's own names, for the library widgets that we show, to our tokens.
var fyneNames = map[fyne.ThemeColorName]Token{
	base.ColorNameBackground:          Bg,
	base.ColorNameButton:              Surface,
	base.ColorNameDisabledButton:      Sunken,
	base.ColorNameDisabled:            Text3,
	base.ColorNameError:               Danger,
	base.ColorNameFocus:               Accent,
	base.ColorNameForeground:          Text,
	base.ColorNameForegroundOnPrimary: OnFill,
	base.ColorNameHeaderBackground:    Sunken,
	base.ColorNameHover:               Hover,
	base.ColorNameHyperlink:           Accent,
	base.ColorNameInputBackground:     Surface,
	base.ColorNameInputBorder:         Field,
	base.ColorNameMenuBackground:      Surface,
	base.ColorNameOverlayBackground:   Bg,
	base.ColorNamePlaceHolder:         Text3,
	base.ColorNamePressed:             Hover,
	base.ColorNamePrimary:             Fill,
	base.ColorNameScrollBar:           Field,
	base.ColorNameScrollBarBackground: None,
	base.ColorNameSelection:           TintLine,
	base.ColorNameSeparator:           Line,
	base.ColorNameShadow:              Shadow,
	base.ColorNameSuccess:             OK,
	base.ColorNameWarning:             Warn,
}

// Color answers Fyne and rich text.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	if token, ok := fyneNames[name]; ok {
		name = token
	}
	if tone, ok := tones[name]; ok {
		return tone.pick(t.dark(system))
	}
	return base.DefaultTheme().Color(name, t.variant(system))
}

// Font returns Inter; the symbol and monospace fonts stay Fyne's.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return base.DefaultTheme().Font(style)
	case style.Bold:
		return semiBold
	}
	return regular
}

var (
	regular  = fyne.NewStaticResource("Inter-Regular.ttf", assets.UIRegular)
	semiBold = fyne.NewStaticResource("Inter-SemiBold.ttf", assets.UISemiBold)
)

// Icon leaves Fyne's own icons to its default theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return base.DefaultTheme().Icon(name) }

// Size returns the sizes that Fyne's own widgets use.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case base.SizeNameText:
		return 13 * t.scale
	case base.SizeNameCaptionText:
		return 12 * t.scale
	case base.SizeNameSubHeadingText:
		return 16 * t.scale
	case base.SizeNameHeadingText:
		return 20 * t.scale
	case base.SizeNameInlineIcon:
		return 16 * t.scale
	case base.SizeNamePadding:
		return 4
	case base.SizeNameInputBorder:
		return 0 // our Entry draws its own, 2 px and in the accent color when focused
	case base.SizeNameInnerPadding:
		return 6
	case base.SizeNameLineSpacing:
		return 4
	case base.SizeNameScrollBar:
		return 10
	case base.SizeNameScrollBarSmall:
		return 4
	case base.SizeNameInputRadius, base.SizeNameButtonRadius, base.SizeNameSelectionRadius:
		return RadiusEntry
	case base.SizeNameCardRadius, base.SizeNamePopupRadius, base.SizeNameMenuRadius:
		return RadiusCard
	case base.SizeNameDialogRadius:
		return RadiusDialog
	}
	return base.DefaultTheme().Size(name)
}

func (t *Theme) dark(system fyne.ThemeVariant) bool { return t.variant(system) == base.VariantDark }

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case Light:
		return base.VariantLight
	case Dark:
		return base.VariantDark
	}
	return system
}

func (t tone) pick(dark bool) color.Color {
	if dark {
		return t.dark
	}
	return t.light
}

func (t tone) now() color.Color { return t.pick(IsDark()) }

// inUse returns the app's theme, or the plain one before the app has set it.
func inUse() *Theme {
	if app := fyne.CurrentApp(); app != nil {
		if t, ok := app.Settings().Theme().(*Theme); ok {
			return t
		}
	}
	return plain
}

var plain = New(FollowSystem, MinTextScale)

// IsDark says whether the dark variant is shown now.
func IsDark() bool {
	app := fyne.CurrentApp()
	if app == nil {
		return false
	}
	return inUse().dark(app.Settings().ThemeVariant())
}

// Color returns a token's color in the variant shown now.
func Color(token Token) color.Color {
	if tone, ok := tones[token]; ok {
		return tone.now()
	}
	return tones[Text].now()
}

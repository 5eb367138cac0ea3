package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Token names a color of the product. A token is also a Fyne color name, so rich text can use it.
type Token = fyne.ThemeColorName

// The tokens. Widgets ask for their value when they paint, never before.
const (
	Bg       Token = "nm.bg"       // page
	Surface  Token = "nm.surface"  // bars, panes, entries
	Rail     Token = "nm.rail"     // left rail, hint bar
	Sunken   Token = "nm.sunken"   // table header, board column
	Raised   Token = "nm.raised"   // card on a board column
	Line     Token = "nm.line"     // separators
	Line2    Token = "nm.line2"    // strokes of buttons and cards
	Field    Token = "nm.field"    // outline of entries, checks, radios
	Text     Token = "nm.text"     // main text
	Text2    Token = "nm.text2"    // secondary text
	Text3    Token = "nm.text3"    // hints, placeholders
	Fill     Token = "nm.fill"     // primary button, progress
	OnFill   Token = "nm.onFill"   // text on Fill
	Accent   Token = "nm.accent"   // links, focus, selected text
	Tint     Token = "nm.tint"     // selected row, neutral highlight
	TintLine Token = "nm.tintLine" // outline on Tint
	Edge     Token = "nm.edge"     // outline of a pill on Tint

	Danger     Token = "nm.danger" // overdue, blocked, failed
	DangerTint Token = "nm.dangerTint"
	DangerEdge Token = "nm.dangerEdge"
	Warn       Token = "nm.warn" // behind, needs a choice
	WarnTint   Token = "nm.warnTint"
	WarnEdge   Token = "nm.warnEdge"
	OK         Token = "nm.ok" // saved, done
	OKTint     Token = "nm.okTint"
	OKEdge     Token = "nm.okEdge"
	Wine       Token = "nm.wine" // act now, confidential
	WineTint   Token = "nm.wineTint"
	WineEdge   Token = "nm.wineEdge"
	Veil       Token = "nm.veil"   // behind a dialog
	Shadow     Token = "nm.shadow" // under a card
	Hover      Token = "nm.hover"  // laid over whatever is under the pointer
	None       Token = "nm.none"   // transparent
)

// Colors of the presentation mode, the same in both variants: the projector is always dark.
const (
	PresentPage   Token = "nm.present.page"
	PresentTile   Token = "nm.present.tile"
	PresentStroke Token = "nm.present.stroke"
	PresentText   Token = "nm.present.text"
	PresentText2  Token = "nm.present.text2"
	PresentGold   Token = "nm.present.gold" // question, largest value
	PresentBar    Token = "nm.present.bar"
)

// tone is one color in both variants.
type tone struct{ light, dark color.NRGBA }

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func rgba(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

func both(light, dark uint32) tone { return tone{rgb(light), rgb(dark)} }

// tones is the palette of the product.
var tones = map[Token]tone{
	Bg:       both(0xF6F7F9, 0x16181F),
	Surface:  both(0xFFFFFF, 0x1E212A),
	Rail:     both(0xECEEF3, 0x12141A),
	Sunken:   both(0xF0F2F6, 0x1A1D25),
	Raised:   both(0xFFFFFF, 0x272B36),
	Line:     both(0xDEE2E9, 0x2F3440),
	Line2:    both(0xC3C9D4, 0x454C5B),
	Field:    both(0x7B8496, 0x7A8397),
	Text:     both(0x1A1E2B, 0xECEEF3),
	Text2:    both(0x4A5266, 0xBAC1CE),
	Text3:    both(0x626B7E, 0x99A2B3),
	Fill:     both(0x3A3F92, 0x6268CC),
	OnFill:   both(0xFFFFFF, 0xFFFFFF),
	Accent:   both(0x3A3F92, 0xAEB3F6),
	Tint:     both(0xECEDF8, 0x2A2D4C),
	TintLine: both(0xC6C9EA, 0x4A4F8C),
	Edge:     both(0x7E81B9, 0x7478AB),

	Danger:     both(0xAD350A, 0xFF9F78),
	DangerTint: both(0xFCEBE4, 0x40241A),
	DangerEdge: both(0xC66F50, 0xAB694F),
	Warn:       both(0x7E5000, 0xF2C065),
	WarnTint:   both(0xFFF1D2, 0x3A2E14),
	WarnEdge:   both(0xA5803F, 0x96773C),
	OK:         both(0x0A675A, 0x67D0BC),
	OKTint:     both(0xE1F3EE, 0x15362F),
	OKEdge:     both(0x4B9186, 0x408678),
	Wine:       both(0x8A1550, 0xF59BC4),
	WineTint:   both(0xFAE8F0, 0x42182D),
	WineEdge:   both(0xB96E93, 0xAA6485),
	Veil:       {rgba(0x141826, 143), rgba(0x141826, 143)},
	Shadow:     {rgba(0x141826, 18), rgba(0, 0)},
	Hover:      {rgba(0x1A1E2B, 13), rgba(0xECEEF3, 16)},
	None:       {},

	PresentPage:   both(0x0F1117, 0x0F1117),
	PresentTile:   both(0x1A1D27, 0x1A1D27),
	PresentStroke: both(0x343A49, 0x343A49),
	PresentText:   both(0xF3F4F8, 0xF3F4F8),
	PresentText2:  both(0xBAC1CE, 0xBAC1CE),
	PresentGold:   both(0xF2C065, 0xF2C065),
	PresentBar:    both(0xAEB3F6, 0xAEB3F6),
}

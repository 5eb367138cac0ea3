package page

import "nemawashi.app/workshop/figure"

type rgb struct{ r, g, b int }

// palette is the light theme on white paper. Screens have their own, with the same names.
var palette = map[figure.Color]rgb{
	figure.Ground:     {0xF6, 0xF7, 0xF9},
	figure.Surface:    {0xFF, 0xFF, 0xFF},
	figure.Sunken:     {0xF0, 0xF2, 0xF6},
	figure.Rule:       {0xDE, 0xE2, 0xE9},
	figure.Rule2:      {0xC3, 0xC9, 0xD4},
	figure.Outline:    {0x86, 0x8F, 0xA1},
	figure.Ink:        {0x1A, 0x1E, 0x2B},
	figure.Ink2:       {0x4A, 0x52, 0x66},
	figure.Ink3:       {0x62, 0x6B, 0x7E},
	figure.Fill:       {0x3A, 0x3F, 0x92},
	figure.OnFill:     {0xFF, 0xFF, 0xFF},
	figure.Accent:     {0x3A, 0x3F, 0x92},
	figure.Tint:       {0xEC, 0xED, 0xF8},
	figure.TintLine:   {0xC6, 0xC9, 0xEA},
	figure.Danger:     {0xAD, 0x35, 0x0A},
	figure.DangerTint: {0xFC, 0xEB, 0xE4},
	figure.Warn:       {0x7E, 0x50, 0x00},
	figure.WarnTint:   {0xFF, 0xF1, 0xD2},
	figure.OK:         {0x0A, 0x67, 0x5A},
	figure.OKTint:     {0xE1, 0xF3, 0xEE},
	figure.Wine:       {0x8A, 0x15, 0x50},
	figure.WineTint:   {0xFA, 0xE8, 0xF0},
	figure.Against2:   {0xC2, 0x4A, 0x00},
	figure.Against1:   {0xF0, 0xA0, 0x30},
	figure.Neutral:    {0xA3, 0xAB, 0xB8},
	figure.For1:       {0x6B, 0xBB, 0xE8},
	figure.For2:       {0x0B, 0x64, 0xA0},
	figure.OnAgainst2: {0xFF, 0xFF, 0xFF},
	figure.OnFor2:     {0xFF, 0xFF, 0xFF},
	figure.OnOtherInk: {0x1A, 0x1E, 0x2B},
}

// Tone says in which mood a pill, a tile or a callout speaks. The words say it too.
type Tone int

// The tones.
const (
	Plain  Tone = iota
	Info        // planned, selected, a note
	Good        // done, verified, above target
	Warn        // behind, needs a choice
	Bad         // overdue, blocked
	Secret      // confidential, act now
)

func (t Tone) colors() (ink, tint figure.Color) {
	switch t {
	case Info:
		return figure.Accent, figure.Tint
	case Good:
		return figure.OK, figure.OKTint
	case Warn:
		return figure.Warn, figure.WarnTint
	case Bad:
		return figure.Danger, figure.DangerTint
	case Secret:
		return figure.Wine, figure.WineTint
	}
	return figure.Ink2, figure.Sunken
}

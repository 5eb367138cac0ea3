package theme

import "image/color"

// support holds the colors of support from -2 to +2 and the ink on them.
var (
	supportTones = [5]tone{
		both(0xC24A00, 0xE8743A), both(0xF0A030, 0xF2B04E), both(0xA3ABB8, 0x8F98A8),
		both(0x6BBBE8, 0x7CC4EC), both(0x0B64A0, 0x4C97D6),
	}
	supportInks = [5]tone{
		both(0xFFFFFF, 0x14161C), both(0x1A1E2B, 0x14161C), both(0x1A1E2B, 0x14161C),
		both(0x1A1E2B, 0x14161C), both(0xFFFFFF, 0x14161C),
	}
	heatFills = [5]tone{
		both(0xF3F4FB, 0x23263A), both(0xDDDFF3, 0x2F3358), both(0xBFC3E8, 0x434987),
		both(0x5A60B4, 0x636AC4), both(0x3A3F92, 0x9AA0EE),
	}
	heatInks = [5]tone{
		both(0x1A1E2B, 0xECEEF3), both(0x1A1E2B, 0xECEEF3), both(0x1A1E2B, 0xECEEF3),
		both(0xFFFFFF, 0xFFFFFF), both(0xFFFFFF, 0x14161C),
	}
)

func level(support int) int { return min(max(support, -2), 2) + 2 }

// Support returns the fill for a rating from -2 to +2 and the ink for its sign, which is always shown with it.
func Support(rating int) (fill, ink color.Color) {
	return supportTones[level(rating)].now(), supportInks[level(rating)].now()
}

// Band says how urgent a priority is.
type Band int

// The bands of priority (influence times gap).
const (
	KeepWarm Band = iota // 0
	Watch                // 1 to 5
	Plan                 // 6 to 11
	ActNow               // 12 and more
)

// BandOf returns the band of a priority.
func BandOf(priority int) Band {
	switch {
	case priority >= 12:
		return ActNow
	case priority >= 6:
		return Plan
	case priority >= 1:
		return Watch
	}
	return KeepWarm
}

// Ring returns how the band's ring is drawn: its color and width. KeepWarm has no ring on the map (width 0).
func (b Band) Ring() (Token, float32) {
	switch b {
	case ActNow:
		return Wine, 4
	case Plan:
		return Accent, 3
	case Watch:
		return Field, 1.5
	}
	return Line, 0
}

// Heat returns fill and ink of a heat map cell with this gap.
func Heat(gap float64) (fill, ink color.Color) {
	step := 4
	for i, limit := range []float64{0.95, 1.25, 1.55, 1.85} {
		if gap < limit {
			step = i
			break
		}
	}
	return heatFills[step].now(), heatInks[step].now()
}

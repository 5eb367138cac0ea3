package figure

// Color is the name of a token of the style. A painter turns it into the color of its theme.
type Color string

// The tokens that charts and documents use.
const (
	None       Color = ""
	Ground     Color = "bg"
	Surface    Color = "surface"
	Sunken     Color = "sunken"
	Rule       Color = "line"
	Rule2      Color = "line2"
	Outline    Color = "field"
	Ink        Color = "text"
	Ink2       Color = "text2"
	Ink3       Color = "text3"
	Fill       Color = "fill"
	OnFill     Color = "on-fill"
	Accent     Color = "accent"
	Tint       Color = "tint"
	TintLine   Color = "tint-line"
	Danger     Color = "danger"
	DangerTint Color = "danger-tint"
	Warn       Color = "warn"
	WarnTint   Color = "warn-tint"
	OK         Color = "ok"
	OKTint     Color = "ok-tint"
	Wine       Color = "wine"
	WineTint   Color = "wine-tint"

	Against2   Color = "support-2"
	Against1   Color = "support-1"
	Neutral    Color = "support0"
	For1       Color = "support+1"
	For2       Color = "support+2"
	OnAgainst2 Color = "on-support-2"
	OnFor2     Color = "on-support+2"
	OnOtherInk Color = "on-support" // ink on -1, 0 and +1
)

// scaleBounds is the farthest degree of support to either side.
const scaleBounds = 2

// Colors lists every token, so that a painter can test that it knows them all.
func Colors() []Color {
	return []Color{Ground, Surface, Sunken, Rule, Rule2, Outline, Ink, Ink2, Ink3, Fill, OnFill, Accent, Tint,
		TintLine, Danger, DangerTint, Warn, WarnTint, OK, OKTint, Wine, WineTint, Against2, Against1, Neutral,
		For1, For2, OnAgainst2, OnFor2, OnOtherInk}
}

// Support is the color of a degree of support (-2..+2) and of the text on it.
func Support(degree int) (fill, ink Color) {
	switch clamp(degree, -scaleBounds, scaleBounds) {
	case -2:
		return Against2, OnAgainst2
	case -1:
		return Against1, OnOtherInk
	case 1:
		return For1, OnOtherInk
	case 2:
		return For2, OnFor2
	}
	return Neutral, OnOtherInk
}

// Sign writes a degree of support with its sign, which stands wherever its color does.
func Sign(degree int) string {
	return [...]string{"−2", "−1", "0", "+1", "+2"}[clamp(degree, -scaleBounds, scaleBounds)+scaleBounds]
}

func clamp(v, low, high int) int { return min(max(v, low), high) }

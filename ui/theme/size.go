package theme

import "math"

// Space between and inside things, on the grid of 8. Space does not grow with the text.
const (
	GapSmall  float32 = 4  // inside components
	Gap       float32 = 8  // the grid
	PadCard   float32 = 12 // inside cards
	PadPage   float32 = 16 // pages and panes
	PadDialog float32 = 24 // Home and dialogs
	PadHome   float32 = 32
)

// Radii and strokes.
const (
	RadiusCap    float32 = 4
	RadiusEntry  float32 = 6
	RadiusCard   float32 = 8
	RadiusDialog float32 = 12
	Stroke       float32 = 1
	StrokeFocus  float32 = 2
)

// Sizes of the window's parts at 100 % text; Width and Height bring them to the text size in use.
const (
	RailWide    float32 = 200
	RailNarrow  float32 = 56
	TopBar      float32 = 56
	HintBar     float32 = 32
	StepList    float32 = 232
	Guide       float32 = 272
	Details     float32 = 304
	MapList     float32 = 240
	FormWidest  float32 = 848
	ButtonTall  float32 = 40
	ButtonPlain float32 = 32
	ButtonSmall float32 = 24
	Row         float32 = 36
	ListRow     float32 = 32
	PillHeight  float32 = 20
	IconSize    float32 = 16
)

// Style is one style of text: its size, its line height and its weight, at 100 %.
type Style struct {
	Size, Line float32
	Bold       bool
}

// The styles of text. There are two weights and no others.
var (
	Cap        = Style{11, 14, false}
	Caption    = Style{12, 16, false}
	CaptionHd  = Style{12, 16, true}
	Body       = Style{13, 20, false}
	BodyBold   = Style{13, 20, true}
	CardText   = Style{13, 18, false}
	CardTitle  = Style{14, 20, true}
	SubHeading = Style{16, 24, true}
	PageTitle  = Style{20, 32, true}
	HomeTitle  = Style{22, 32, true}
	Statement  = Style{26, 36, true}

	PresentTitle    = Style{44, 56, true}
	PresentTimer    = Style{72, 80, true}
	PresentQuestion = Style{30, 40, false}
	PresentBody     = Style{22, 28, false}
	PresentBodyBold = Style{22, 28, true}
	PresentSmall    = Style{20, 26, false}
)

// TextScale returns the text size factor in use, 1 to 2.
func TextScale() float32 { return inUse().scale }

// Scaled returns a text size, line height or icon size at the text size in use.
func Scaled(size float32) float32 { return size * inUse().scale }

// Height returns the height of a control whose one line of text is 20 high at 100 %: the text grows, the space around it stays.
func Height(plain float32) float32 {
	return float32(math.Round(float64(plain + 20*(inUse().scale-1))))
}

// Width returns the width of a pane that is set for 100 % text. It grows half as fast as the text, so that at 200 % a pane still leaves room
// for the page beside it.
func Width(plain float32) float32 {
	return float32(math.Round(float64(plain * (1 + (inUse().scale-1)/2))))
}

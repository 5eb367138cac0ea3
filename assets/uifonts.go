package assets

import _ "embed"

// The fonts of the screen: Inter, static TrueType, in the two weights that the product uses.
// License: fonts/ui/OFL.txt.
var (
	//go:embed fonts/ui/Inter-Regular.ttf
	UIRegular []byte

	//go:embed fonts/ui/Inter-SemiBold.ttf
	UISemiBold []byte
)

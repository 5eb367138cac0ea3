package assets

import _ "embed"

// PrintFont is one typeface that documents embed, with the license that must travel with it.
// Data is a string so that nobody can change it: gofpdf rewrites the bytes that it is given.
type PrintFont struct {
	Name    string
	Data    string
	License string
}

//go:embed fonts/print/NotoSans-Regular.ttf
var notoRegular string

//go:embed fonts/print/NotoSans-Bold.ttf
var notoBold string

//go:embed fonts/print/NotoSans-Italic.ttf
var notoItalic string

//go:embed fonts/print/NotoSans-BoldItalic.ttf
var notoBoldItalic string

//go:embed fonts/print/DejaVuSans.ttf
var dejaVuSans string

//go:embed fonts/print/DroidSansFallbackFull.ttf
var droidFallback string

//go:embed fonts/print/LICENSE-NotoSans.txt
var notoLicense string

//go:embed fonts/print/LICENSE-DejaVuSans.txt
var dejaVuLicense string

//go:embed fonts/print/LICENSE-DroidSansFallback.txt
var droidLicense string

// PrintFonts are the typefaces of documents: Noto Sans in four cuts for Latin, Greek and
// Cyrillic, DejaVu Sans for symbols that Noto lacks, Droid Sans Fallback for Japanese and Chinese.
func PrintFonts() []PrintFont {
	return []PrintFont{
		{"NotoSans-Regular", notoRegular, notoLicense},
		{"NotoSans-Bold", notoBold, notoLicense},
		{"NotoSans-Italic", notoItalic, notoLicense},
		{"NotoSans-BoldItalic", notoBoldItalic, notoLicense},
		{"DejaVuSans", dejaVuSans, dejaVuLicense},
		{"DroidSansFallback", droidFallback, droidLicense},
	}
}

package assets

import (
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
)

func TestPrintFontsAreTrueTypeWithTheirLicense(t *testing.T) {
	for _, f := range PrintFonts() {
		font, err := sfnt.Parse([]byte(f.Data))
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		if !strings.HasPrefix(f.Data, "\x00\x01\x00\x00") {
			t.Errorf("%s has no TrueType outlines, which is all that gofpdf embeds", f.Name)
		}
		if n := font.NumGlyphs(); n < 1000 {
			t.Errorf("%s has only %d glyphs", f.Name, n)
		}
		if len(f.License) < 2000 || !strings.Contains(f.License, "Copyright") && !strings.Contains(f.License, "copyright") {
			t.Errorf("%s comes without its license", f.Name)
		}
	}
}

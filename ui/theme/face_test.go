package theme_test

import (
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"nemawashi.app/ui/theme"
)

func TestFaceHasEveryLetterItIsGivenFor(t *testing.T) {
	for _, bold := range []bool{false, true} {
		resource := theme.Face("a", bold)
		if resource == nil {
			t.Fatal("no font for a")
		}
		font, err := sfnt.Parse(resource.Content())
		if err != nil {
			t.Fatal(err)
		}
		given := 0
		for r := rune(0); r <= unicode.MaxRune; r++ {
			if theme.Face(string(r), bold) == nil {
				continue
			}
			given++
			if glyph, err := font.GlyphIndex(nil, r); err != nil || glyph == 0 {
				t.Errorf("bold %v: the font has no %U %c (%v)", bold, r, r, err)
			}
		}
		if given < 300 {
			t.Errorf("bold %v: given for %d letters only", bold, given)
		}
	}
}

func TestFaceLeavesOtherScriptsToTheOtherFonts(t *testing.T) {
	for _, text := range []string{"根回し", "Line 改善", "Приём", "👍", "e\u0301", "tab\there"} {
		if f := theme.Face(text, false); f != nil {
			t.Errorf("%q is written with %s alone", text, f.Name())
		}
	}
	if theme.Face("Łódź, €5 – “ok”", true) == theme.Face("Łódź", false) {
		t.Error("both weights are one font")
	}
}

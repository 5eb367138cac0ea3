package actionlist

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// fold is the text without case and accents, for sorting and filtering.
func fold(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return foldRunes(s)
		}
	}
	return strings.ToLower(s)
}

func foldRunes(s string) string {
	out, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), cases.Fold()), s)
	if err != nil {
		return strings.ToLower(s)
	}
	return out
}

package workshop

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Limits on what one workshop holds. What is larger is refused, never cut.
const (
	MaxText    = 500    // characters of a text
	MaxNote    = 20_000 // characters of a note
	MaxList    = 200    // entries of a list
	MaxRecords = 20_000 // records of one workshop
)

// CheckText says why s may not be kept as a text of at most limit characters,
// or nil. Notes may hold tabs and line feeds.
func CheckText(s string, limit int, note bool) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("is not valid UTF-8")
	}
	n := 0
	for _, r := range s {
		n++
		switch {
		case note && (r == '\n' || r == '\t'):
		case unicode.IsControl(r):
			return fmt.Errorf("holds the control character U+%04X at character %d", r, n)
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return fmt.Errorf("holds the direction override U+%04X at character %d", r, n)
		case r == 0xFFFE || r == 0xFFFF:
			return fmt.Errorf("holds U+%04X, which is not a character, at character %d", r, n)
		}
	}
	if n > limit {
		return fmt.Errorf("has %d characters, the limit is %d", n, limit)
	}
	return nil
}

// Normal is the text in Unicode's composed form (NFC), with line feeds alone at
// the ends of lines, so that two ways of typing the same compare equal.
func Normal(s string) string {
	if strings.Contains(s, "\r\n") {
		s = strings.ReplaceAll(s, "\r\n", "\n")
	}
	return norm.NFC.String(s)
}

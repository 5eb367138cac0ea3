package quickadd

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// fold brings a word to the form in which words are compared: without case and
// accents, and with one space for each run of spaces, hyphens and underscores.
func fold(s string) string {
	if ascii(s) {
		s = strings.ToLower(s)
	} else {
		var b strings.Builder
		for _, r := range norm.NFD.String(cases.Fold().String(s)) {
			if !unicode.Is(unicode.Mn, r) {
				b.WriteRune(r)
			}
		}
		s = b.String()
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '_' }), " ")
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// word is a run of the line without spaces; a name in quotation marks is one.
type word struct {
	text       string
	start, end int // bytes of the line
}

// bare is the word without the punctuation that ends a clause, for comparing.
func (w word) bare() string { return strings.TrimRight(w.text, ",;") }

// split cuts a line into words. After @" a word goes on to the next quotation
// mark; without one, the mark is a character like others.
func split(line string) []word {
	var out []word
	for at := 0; at < len(line); {
		rest := line[at:]
		trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
		if trimmed == "" {
			break
		}
		start := at + len(rest) - len(trimmed)
		at = start + wordLength(trimmed)
		out = append(out, word{line[start:at], start, at})
	}
	return out
}

func wordLength(s string) int {
	quoted := 0
	if name, ok := strings.CutPrefix(s, `@"`); ok {
		if i := strings.IndexByte(name, '"'); i > 0 {
			quoted = i + 3
		}
	}
	if i := strings.IndexFunc(s[quoted:], unicode.IsSpace); i >= 0 {
		return quoted + i
	}
	return len(s)
}

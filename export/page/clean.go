package page

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"
)

const (
	zeroSpace = '\u200B' // allows a line break
	joiner    = '\u2060' // forbids one
)

// clean makes text printable: composed characters, known line ends, no invisible marks, and a
// named placeholder for what no typeface can show. It never fails, whatever the bytes are.
func (s *setter) clean(text string) string {
	if plain(text) {
		return text
	}
	valid := strings.ToValidUTF8(text, string(utf8.RuneError))
	runes := []rune(norm.NFC.String(valid))
	var out strings.Builder
	out.Grow(len(valid) + 16)
	for i := 0; i < len(runes); {
		r := runes[i]
		switch {
		case r == '\r':
			if i+1 >= len(runes) || runes[i+1] != '\n' {
				out.WriteByte('\n')
			}
		case r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			out.WriteByte('\n')
		case r == '\t':
			out.WriteString("    ")
		case r == '\n', r == zeroSpace, r == joiner, s.shows(r):
			out.WriteRune(r)
		case invisible(r):
		default:
			n := s.foreignRun(runes[i:])
			name := placeholder(runes[i : i+n])
			out.WriteString(name)
			s.gaps.note(name, text)
			i += n
			continue
		}
		i++
	}
	return out.String()
}

// plain is the short cut for most text of most workshops.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' && c != '\n' || c > '~' {
			return false
		}
	}
	return true
}

// shows tells whether a character can be printed. Right-to-left writing is left out although a
// typeface has it: without joining and reordering it would be wrong, and wrong is worse than named.
func (s *setter) shows(r rune) bool {
	if r > lastRune || unicode.IsControl(r) || unicode.Is(unicode.Co, r) || r == utf8.RuneError ||
		invisible(r) || rightToLeft(r) {
		return false
	}
	return s.choose(Style{}, r) != noFace
}

func rightToLeft(r rune) bool {
	if invisible(r) {
		return false
	}
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.AN:
		return true
	}
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

// invisible tells whether a character has no picture of its own (direction marks, joiners, variation
// selectors, soft hyphens): leaving it out of the drawing loses nothing that a reader could see.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.Is(unicode.Variation_Selector, r) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}

// foreignRun counts the characters at the start of runes that share one placeholder: a whole
// passage in a writing that cannot be shown, with the spaces inside it, or else one character.
func (s *setter) foreignRun(runes []rune) int {
	name := script(runes[0])
	if name == "" {
		return 1
	}
	last := 1
	for i := 1; i < len(runes) && runes[i] != '\n'; i++ {
		switch {
		case runes[i] == ' ' || invisible(runes[i]):
		case unicode.Is(unicode.M, runes[i]): // vowel marks belong to the letter before them
			last = i + 1
		case script(runes[i]) == name && !s.shows(runes[i]):
			last = i + 1
		default:
			return last
		}
	}
	return last
}

// script names the writing that a character belongs to; characters of all writings, such as
// emoji, have none, and neither have ideographs, which are named one by one.
func script(r rune) string {
	if rightToLeft(r) && !unicode.IsLetter(r) && !unicode.Is(unicode.Hebrew, r) {
		return "Arabic" // digits and marks that Arabic shares with its neighbors
	}
	for name, table := range unicode.Scripts { // scripts do not overlap: the order does not matter
		if unicode.Is(table, r) {
			if name == "Common" || name == "Inherited" || name == "Han" {
				return ""
			}
			return strings.ReplaceAll(name, "_", " ")
		}
	}
	return ""
}

func placeholder(runes []rune) string {
	if name := script(runes[0]); name != "" && len(runes) > 1 {
		letters := 0
		for _, r := range runes {
			if r != ' ' && !invisible(r) {
				letters++
			}
		}
		return fmt.Sprintf("[%s text, %d characters]", name, letters)
	}
	name := strings.ToLower(strings.Trim(runenames.Name(runes[0]), "<>"))
	if name == "" {
		return fmt.Sprintf("[U+%04X]", runes[0])
	}
	return fmt.Sprintf("[U+%04X %s]", runes[0], name)
}

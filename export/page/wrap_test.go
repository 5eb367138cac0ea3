package page

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func words(l line) string {
	var b strings.Builder
	for _, r := range l.runs {
		b.WriteString(r.text)
	}
	return b.String()
}

// visible is text without the characters that may vanish at a break.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s)
}

func TestWrappingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s setter
		width := rapid.Float64Range(1, 400).Draw(t, "width")
		var spans []Span
		all := ""
		for i := range rapid.IntRange(1, 3).Draw(t, "spans") {
			text := drawText(t)
			spans = append(spans, Span{Text: text, Style: Style{Size: float64(7 + 2*i), Bold: i == 1, Italic: i == 2}})
			all += s.clean(text)
		}
		lines := s.wrap(spans, width)
		rest := all
		for i, l := range lines {
			got := words(l)
			if i > 0 { // between lines only blanks may go
				rest = strings.TrimLeftFunc(rest, blank)
				got = strings.TrimLeftFunc(got, blank)
			}
			for _, r := range got {
				rest = strings.TrimLeftFunc(rest, silent)
				next, size := utf8.DecodeRuneInString(rest)
				if next != r {
					t.Fatalf("line %d of %q is %q: it has %q where the text has %q", i, all, got, r, next)
				}
				rest = rest[size:]
			}
		}
		if visible(rest) != "" {
			t.Fatalf("wrapping %q lost %q", all, rest)
		}
	})
}

func TestLinesFitTheirWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s setter
		width := rapid.Float64Range(20, 400).Draw(t, "width")
		st := Style{Size: 9}
		for _, l := range s.wrap([]Span{{Text: drawText(t), Style: st}}, width) {
			inked := s.widthOf([]Span{{Text: strings.TrimRightFunc(words(l), blank), Style: st}})
			if inked > width+0.1 {
				t.Fatalf("line %q is %v wide, more than %v", words(l), inked, width)
			}
		}
	})
}

func lineTexts(text string, width float64) []string {
	var s setter
	var out []string
	for _, l := range s.wrap([]Span{{Text: text, Style: Style{Size: 10}}}, width) {
		out = append(out, words(l))
	}
	return out
}

func TestWhereLinesBreak(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"", 100, []string{""}},
		{"one two", 1000, []string{"one two"}},
		{"one  two three", 52, []string{"one  two", "three"}},
		{"a\n\nb\n", 100, []string{"a", "", "b"}},
		{"日本語です。", 50.5, []string{"日本語で", "す。"}}, // a full stop never begins a line
		{"WWWWWW", 30, []string{"WWW", "WWW"}},
		{"e\u0301\u0301\u0301\u0301e", 6, []string{"é\u0301\u0301\u0301", "e"}}, // marks stay with their letter
		{"10\u00A0min later", 52, []string{"10\u00A0min", "later"}},
	} {
		if got := lineTexts(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q in %v breaks into %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

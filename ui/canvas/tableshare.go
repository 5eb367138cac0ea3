package canvas

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/template"
)

// written is the longest word and the longest text of a column, and how wide they are.
type written struct {
	word, text         int // in letters: only what is longer is measured
	wordWide, textWide float32
}

// longText is from how many letters on a text is just long: what is longer takes no more of the room.
const longText = 160

// longWord is from how many letters on a word is broken in any column, so that no room is kept for it.
const longWord = 45

// anywhere says that a text is of a script that is written without blanks and broken between any two letters.
func anywhere(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) })
}

// wordy says that a column shows words that are wrapped.
func (f Field) wordy() bool {
	switch f.Type {
	case template.TypeText, template.TypeNote, template.TypePerson, typePeople, typeRef:
		return true
	}
	return false
}

// wrote notes how wide the words of a column are.
func (t *Table) wrote(i int, f Field, words string) {
	if !f.wordy() || words == "" {
		return
	}
	w := t.written[i]
	if w == nil {
		w = &written{}
		t.written[i] = w
	}
	for word := range strings.FieldsSeq(words) {
		if n := utf8.RuneCountInString(word); n > w.word && n <= longWord && !anywhere(word) {
			w.word, t.widened = n, true
			w.wordWide = max(w.wordWide, widgets.Measure(word, theme.Body).Width+2*cellPadX+1)
		}
	}
	if n := min(utf8.RuneCountInString(words), longText); n > w.text {
		w.text, t.widened = n, true
		w.textWide = widgets.Measure(string([]rune(words)[:n]), theme.Body).Width + 2*cellPadX + 1
	}
}

// wordsLeast is how narrow a column of words may become where others have words that would be broken, at 100 % text.
const wordsLeast = 72

// fewLines is in how many lines the longest text of a column should have room before empty columns get more.
const fewLines = 2.6

// floor is how narrow a column can become: less than its least width where it has but short words, so that the words of others are not broken.
func (t *Table) floor(i int, f Field) float32 {
	if i == 0 || !f.wordy() {
		return t.least()[i]
	}
	return max(theme.Scaled(wordsLeast), headLeast(f))
}

// widths shares the room. What is left above the narrowest that columns can be goes first to those with long words, so that none is
// broken, then to long texts until they have few lines, so that none is a tower beside empty columns, then to all columns up to their usual
// least width, then to long texts again, and the rest to the wide ones.
func (t *Table) widths(room float32) []float32 {
	fields := t.fields()
	out := make([]float32, len(fields))
	rest, weight := room, float32(0)
	for i, f := range fields {
		out[i] = t.floor(i, f)
		rest -= out[i]
		if f.Type == template.TypeText || f.Type == template.TypeNote {
			weight += float32(f.Width)
		}
	}
	rest = give(out, rest, func(i int) float32 { return t.writtenIn(i).wordWide })
	rest = give(out, rest, func(i int) float32 { return t.writtenIn(i).textWide / fewLines })
	rest = give(out, rest, func(i int) float32 { return t.least()[i] })
	rest = give(out, rest, func(i int) float32 { return t.writtenIn(i).textWide })
	if rest <= 0 {
		return out
	}
	for i, f := range fields {
		switch {
		case weight == 0:
			out[i] += rest / float32(len(fields))
		case f.Type == template.TypeText || f.Type == template.TypeNote:
			out[i] += rest * float32(f.Width) / weight
		}
	}
	return out
}

// writtenIn is what is written in a column, an empty one where nothing is.
func (t *Table) writtenIn(i int) written {
	if w := t.written[i]; w != nil {
		return *w
	}
	return written{}
}

// give brings columns to the widths that they want and returns what is left of the room. Where that is not enough, all are widened up to
// one level, so that a single endless word does not take the room in which the words of all other columns would be whole.
func give(out []float32, rest float32, want func(i int) float32) float32 {
	most := float32(0)
	for i := range out {
		most = max(most, want(i))
	}
	taken := func(level float32) float32 {
		sum := float32(0)
		for i, w := range out {
			sum += max(0, min(want(i), level)-w)
		}
		return sum
	}
	level := most
	if rest <= 0 {
		return rest
	}
	if taken(most) > rest {
		low := float32(0)
		for level-low > 0.5 {
			if mid := (low + level) / 2; taken(mid) > rest {
				level = mid
			} else {
				low = mid
			}
		}
		level = low
	}
	rest -= taken(level)
	for i, w := range out {
		out[i] = max(w, min(want(i), level))
	}
	return rest
}

package workshop

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// names finds names in texts, however they are written there: in any case,
// with or without accents, apostrophes and hyphens, with the last name first,
// as the part of an address, with an ending, cut by invisible characters.
type names struct {
	byWord map[string][]wanted // by the first word, folded
	runs   []wanted            // in scripts that write no spaces between words
}

// wanted is a name to find and what to put in its place.
type wanted struct {
	words   []string // folded, one after the other
	written string   // where a word means a name only as it is written: that
	instead string
}

// word is a part of a text that may be a part of a name.
type word struct {
	start, end int // in the text
	folded     string
}

// add wants a name of one or more words found.
func (n *names) add(words []string, instead string) {
	n.put(wanted{words: words, instead: instead})
}

// addWritten wants a word found where it is written just so, as with Mark, who
// is not to be found in "mark the floor".
func (n *names) addWritten(s, instead string) {
	n.put(wanted{words: []string{fold(s)}, written: unmarked(s), instead: instead})
}

func (n *names) put(w wanted) {
	if len(w.words) == 0 || w.words[0] == "" {
		return
	}
	if n.byWord == nil {
		n.byWord = map[string][]wanted{}
	}
	list := n.byWord[w.words[0]]
	// The longest first; of equal ones, the one that asks less.
	at, _ := slices.BinarySearchFunc(list, w, func(a, b wanted) int {
		if d := len(b.words) - len(a.words); d != 0 {
			return d
		}
		return len(a.written) - len(b.written)
	})
	n.byWord[w.words[0]] = slices.Insert(list, at, w)
}

// addRun wants a name found wherever its characters stand.
func (n *names) addRun(s, instead string) {
	n.runs = append(n.runs, wanted{written: s, instead: instead})
	slices.SortStableFunc(n.runs, func(a, b wanted) int { return len(b.written) - len(a.written) })
}

// replace returns the text with what stands in the place of the names, and
// whether there were any. A text without names comes back as it was.
func (n *names) replace(text string) (string, bool) {
	out, found := text, false
	if len(n.runs) > 0 && strings.IndexFunc(text, unspaced) >= 0 {
		out = norm.NFC.String(out)
		for _, r := range n.runs {
			next := strings.ReplaceAll(out, r.written, r.instead)
			found = found || next != out
			out = next
		}
	}
	if len(n.byWord) > 0 {
		next := n.replaceWords(out)
		found = found || next != out
		out = next
	}
	if !found {
		return text, false
	}
	return norm.NFC.String(out), true
}

func (n *names) replaceWords(text string) string {
	words := wordsOf(text)
	var b strings.Builder
	at := 0
	for i := 0; i < len(words); i++ {
		w, count, end := n.match(text, words[i:])
		if count == 0 {
			continue
		}
		b.WriteString(text[at:words[i].start])
		b.WriteString(w.instead)
		at = end
		i += count - 1
	}
	if at == 0 {
		return text
	}
	b.WriteString(text[at:])
	return b.String()
}

// match finds the name that begins with the first word: which, how many words
// it takes, and where it ends.
func (n *names) match(text string, words []word) (w wanted, count, end int) {
	first := words[0]
	for _, w := range n.byWord[first.folded] {
		if k := len(w.words); k <= len(words) && w.matches(text, words[:k]) {
			return w, k, words[k-1].ending(text, w.words[k-1])
		}
	}
	// A genitive: "Kellers", "Keller's".
	if stem, ok := strings.CutSuffix(first.folded, "s"); ok {
		for _, w := range n.byWord[stem] {
			if len(w.words) == 1 && (w.written == "" || strings.TrimSuffix(unmarked(text[first.start:first.end]), "s") == w.written) {
				return w, 1, first.ending(text, stem)
			}
		}
	}
	return wanted{}, 0, 0
}

func (w *wanted) matches(text string, words []word) bool {
	if w.written != "" {
		return unmarked(text[words[0].start:words[0].end]) == w.written
	}
	for i := 1; i < len(words); i++ {
		last := i == len(words)-1
		if words[i].folded != w.words[i] && !(last && strings.HasPrefix(words[i].folded, w.words[i])) {
			return false
		}
		if !joins(text[words[i-1].end:words[i].start]) {
			return false
		}
	}
	return true
}

// ending is where the word ends that holds a name, without an 's behind it.
func (w word) ending(text, name string) int {
	s := text[w.start:w.end]
	if w.folded == name+"s" && strings.HasSuffix(s, "s") {
		if r, n := utf8.DecodeLastRuneInString(s[:len(s)-1]); apostrophe(r) {
			return w.end - 1 - n
		}
	}
	return w.end
}

// joins says whether what stands between two words can stand inside a name or
// an address: spaces and a few signs, but no end of a sentence.
func joins(gap string) bool {
	return utf8.RuneCountInString(gap) <= 3 && strings.IndexFunc(gap, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.Is(unicode.Pd, r) && !apostrophe(r) && !strings.ContainsRune(",._@", r)
	}) < 0
}

// wordsOf cuts a text into words: letters and digits with what belongs to
// them, an apostrophe between letters included.
func wordsOf(text string) []word {
	out := make([]word, 0, len(text)/5+1)
	start, last := -1, rune(0)
	flush := func(end int) {
		if start >= 0 {
			if f := fold(text[start:end]); f != "" {
				out = append(out, word{start, end, f})
			}
			start = -1
		}
	}
	for i, r := range text {
		belongs := inWord(r)
		switch {
		case belongs && start >= 0 && unspaced(r) != unspaced(last) && unicode.IsLetter(r):
			flush(i)
			start = i
		case belongs && start < 0:
			start = i
		case apostrophe(r) && start >= 0 && letterAfter(text[i:]):
		case !belongs:
			flush(i)
		}
		last = r
	}
	flush(len(text))
	return out
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Cf)
}

// letterAfter says whether a letter stands behind the first character.
func letterAfter(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsLetter(r)
}

func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', '＇':
		return true
	}
	return false
}

func unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Hangul)
}

// typedAs are letters that Unicode does not take apart, as people type them
// who do not have them on the keyboard.
var typedAs = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ς': "σ",
	'ẞ': "SS", 'Ø': "O", 'Ł': "L", 'Đ': "D", 'Ð': "D", 'Ħ': "H", 'Æ': "AE", 'Œ': "OE", 'Þ': "TH",
}

// unmarked is a word without accents, width, apostrophes and invisible
// characters, in its own case.
func unmarked(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || apostrophe(r) }) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		// A free-standing accent, used as an apostrophe, leaves a space.
		if unicode.In(r, unicode.Mn, unicode.Cf) || apostrophe(r) || r == ' ' {
			continue
		}
		if other, ok := typedAs[r]; ok {
			b.WriteString(other)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fold is the form in which words are compared: unmarked, and without case.
func fold(s string) string { return unmarked(strings.ToLower(unmarked(s))) }

package workshop

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// part is one word of somebody's name.
type part struct {
	written, folded string
	first           rune
}

// empty says whether the word says nothing of who it is.
func (p part) empty() bool { return fillers[p.folded] || posts[p.folded] }

// partsOf takes a name apart. What stands in brackets ("Maria Keller (CFO)")
// is no name.
func partsOf(name string) []part {
	if i, j := strings.IndexByte(name, '('), strings.IndexByte(name, ')'); i > 0 && j > i {
		name = name[:i] + " " + name[j+1:]
	}
	var out []part
	for _, w := range wordsOf(name) {
		p := part{written: norm.NFC.String(name[w.start:w.end]), folded: w.folded}
		p.first, _ = utf8.DecodeRuneInString(p.written)
		out = append(out, p)
	}
	return out
}

// nameWords are the words of a name, folded.
func nameWords(name string) []string {
	var out []string
	for _, p := range partsOf(name) {
		out = append(out, p.folded)
	}
	return out
}

// learn wants a person's name found: the whole of it, and each word that is
// not shared with somebody who may be named. A word counts in any case, unless
// it is one of everyday language too or part of a post that stands for a name
// ("Permit section lead"): then it counts as written.
func (n *names) learn(name, instead string, shared map[string]bool) {
	for _, spelled := range spellings(name) {
		parts := partsOf(spelled)
		n.learnWhole(parts, instead, shared)
		post := slices.ContainsFunc(parts, func(p part) bool { return posts[p.folded] })
		for _, p := range parts {
			long := utf8.RuneCountInString(p.folded)
			switch {
			case shared[p.folded]:
			case unspaced(p.first):
				n.learnRun(p.written, instead, shared)
			case len(parts) > 1 && (long < 2 || p.empty() || particle(p, parts) || !strings.ContainsFunc(p.folded, unicode.IsLetter)):
			case post || long < 3 || p.empty() || alsoWords[p.folded]:
				n.addWritten(p.written, instead)
			default:
				n.add([]string{p.folded}, instead)
			}
		}
	}
}

// learnEntry wants a name found that stands on the map without a person behind
// it. It may be that of a post, or of a group whose size nobody has given: its
// words count only where all of it looks like somebody's name.
func (n *names) learnEntry(name, instead string, shared map[string]bool) {
	parts := partsOf(name)
	if len(parts) > 1 && !slices.ContainsFunc(parts, func(p part) bool { return p.empty() != particle(p, parts) }) {
		n.learn(name, instead, shared)
		return
	}
	n.learnWhole(parts, instead, shared)
	if len(parts) == 1 && !unspaced(parts[0].first) {
		n.addWritten(parts[0].written, instead)
	} else if len(parts) == 1 {
		n.learnRun(parts[0].written, instead, shared)
	}
}

// learnWhole wants the words found side by side, beginning with any of them,
// without those in the middle or those before a particle ("van der Berg"), and
// joined as in addresses; those of a post only as they are.
func (n *names) learnWhole(parts []part, instead string, shared map[string]bool) {
	words := make([]string, len(parts))
	written := ""
	for i, p := range parts {
		words[i] = p.folded
		written += p.written
	}
	k := len(words)
	if k < 2 || shared[strings.Join(words, " ")] {
		return
	}
	if unspaced(parts[0].first) {
		n.addRun(written, instead)
	}
	n.add(words, instead)
	if slices.ContainsFunc(parts, func(p part) bool { return posts[p.folded] }) {
		return
	}
	for i := 1; i < k; i++ {
		n.add(slices.Concat(words[i:], words[:i]), instead)
	}
	first, last := words[0], words[k-1]
	if k > 2 {
		n.add([]string{first, last}, instead)
		n.add([]string{last, first}, instead)
		if i := slices.IndexFunc(parts, func(p part) bool { return particle(p, parts) }); i > 0 && i < k-1 {
			n.add(words[i:], instead)
		}
	}
	for _, joined := range []string{strings.Join(words, ""), last + first, first[:1] + last, last + first[:1]} {
		if len(joined) >= 5 && first[0] < utf8.RuneSelf && !alsoWords[joined] && !posts[joined] {
			n.add([]string{joined}, instead)
		}
	}
}

// learnRun wants a name found that stands among other words without a space
// between. Of a name that is not divided, its halves count too.
func (n *names) learnRun(written, instead string, shared map[string]bool) {
	runes := []rune(written)
	pieces := []string{written}
	if k := len(runes); (k == 3 || k == 4) && unicode.In(runes[0], unicode.Han, unicode.Hangul) {
		pieces = append(pieces, string(runes[k-2:]))
		if unicode.Is(unicode.Han, runes[0]) {
			pieces = append(pieces, string(runes[:2]))
		}
	}
	for _, p := range pieces {
		// A single character is part of too many other words.
		if utf8.RuneCountInString(p) > 1 && !shared[fold(p)] {
			n.addRun(p, instead)
		}
	}
}

// particle says whether a word only joins others: it is written small in a
// name that is not.
func particle(p part, parts []part) bool {
	return unicode.IsLower(p.first) && slices.ContainsFunc(parts, func(q part) bool { return unicode.IsUpper(q.first) })
}

// written out, and drawn together again: umlauts by those who have them on the
// keyboard and by those who have not.
var (
	writtenOut = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Å", "Aa", "Ø", "Oe")
	drawnIn    = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u", "aa", "a", "Ae", "A", "Oe", "O", "Ue", "U", "Aa", "A")
)

// spellings are the ways to spell a name.
func spellings(name string) []string {
	name = norm.NFC.String(name)
	out := []string{name}
	for _, r := range []*strings.Replacer{writtenOut, drawnIn} {
		if s := r.Replace(name); s != name {
			out = append(out, s)
		}
	}
	return out
}

package readout

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words is what the readout says in one language, by key. A new language is
// one more map with the same keys.
type words map[string]string

// languages has the words by language tag.
var languages = map[string]words{"en": english}

// Languages are the tags of the languages that the readout has words in.
func Languages() []string { return slices.Sorted(maps.Keys(languages)) }

// wordsIn are the words of a language, English for one that is not known.
func wordsIn(language string) words {
	tag, _, _ := strings.Cut(strings.ToLower(language), "-")
	if w, ok := languages[tag]; ok {
		return w
	}
	return english
}

// say is the text under a key.
func (w words) say(key string) string { return w[key] }

// fill puts values into the text under a key.
func (w words) fill(key string, values ...any) string { return fmt.Sprintf(w[key], values...) }

// count says how many there are of something.
func (w words) count(unit string, n int) string {
	if n == 1 {
		return fmt.Sprintf(w["one."+unit], n)
	}
	return fmt.Sprintf(w["many."+unit], n)
}

// choice is the word for one value of a field with choices. What has no word
// of its own is shown as it is stored, with a capital.
func (w words) choice(field, value string) string {
	if value == "" {
		return ""
	}
	if s, ok := w[field+"."+value]; ok {
		return s
	}
	first, size := utf8.DecodeRuneInString(value)
	return string(unicode.ToUpper(first)) + value[size:]
}

package quickadd

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
)

// Words are the words of one language, without case and accents once they are read.
type Words struct {
	Due        []string            // before a date: "due", "by"
	Today      []string            //
	Tomorrow   []string            //
	In         []string            // before a span: "in 3 days"
	Next       []string            // before a weekday or a unit: "next week"
	One        []string            // a span of one: "in a week"
	Weekdays   [7][]string         // Monday first
	Months     [12][]string        // January first
	Units      map[string][]string // "day", "week", "month", "year" -> "d", "days" ...
	Priorities map[string][]string // "high", "medium", "low" -> words after "!"
	Categories map[string][]string // category of an action -> further words after "#"
	Hours      []string            // directly after a number: "4h"
	Minutes    []string            // directly after a number at the end of a card: "25m"
	Currencies map[string][]string // ISO code -> signs and words beside a number
}

//go:embed words/*.json
var wordFiles embed.FS

// languages are read when the first line is, not at the start of the program.
var languages = sync.OnceValue(mustReadWords)

// English are the words of the language that is always there.
func English() *Words { return languages()["en"] }

// For returns the words of a language tag such as "de-CH", English where there
// are none yet.
func For(tag string) *Words {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if w := languages()[base]; w != nil {
		return w
	}
	return English()
}

// mustReadWords reads the word lists, which are part of the program: one that
// cannot be read is a programming error, which every test would show, and stops it.
func mustReadWords() map[string]*Words {
	out := map[string]*Words{}
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		raw, err := wordFiles.ReadFile("words/" + f.Name())
		if err != nil {
			panic(err)
		}
		w := &Words{}
		if err := json.Unmarshal(raw, w); err != nil {
			panic(fmt.Sprintf("quickadd: words/%s: %v", f.Name(), err))
		}
		w.fold()
		out[strings.TrimSuffix(f.Name(), path.Ext(f.Name()))] = w
	}
	return out
}

// fold brings all words to the form in which they are compared, once.
func (w *Words) fold() {
	lists := [][]string{w.Due, w.Today, w.Tomorrow, w.In, w.Next, w.One, w.Hours, w.Minutes}
	lists = append(append(lists, w.Weekdays[:]...), w.Months[:]...)
	for _, m := range []map[string][]string{w.Units, w.Priorities, w.Categories, w.Currencies} {
		for _, words := range m {
			lists = append(lists, words)
		}
	}
	for _, words := range lists {
		for i := range words {
			words[i] = fold(words[i])
		}
	}
}

// one finds the only key under which a list holds the word; with prefix, also
// the only key under which a list holds a word that begins with it.
func one(lists map[string][]string, word string, prefix bool) (string, bool) {
	begins := map[string]bool{}
	for key, words := range lists {
		for _, w := range words {
			switch {
			case w == word:
				return key, true
			case prefix && strings.HasPrefix(w, word):
				begins[key] = true
			}
		}
	}
	if len(begins) != 1 {
		return "", false
	}
	for key := range begins {
		return key, true
	}
	return "", false
}

// holds says whether the list holds the word.
func holds(words []string, word string) bool { return slices.Contains(words, word) }

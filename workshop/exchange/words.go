package exchange

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"strings"
	"sync"

	"nemawashi.app/workshop"
)

// words are what people write in one language.
type words struct {
	Columns map[string][]string            // field -> headers
	Choices map[string]map[string][]string // field -> value -> words
	Months  [12][]string                   // January first
	// DayFirst says that 3/4/2026 is the third of April for everybody.
	DayFirst bool
}

//go:embed words/*.json
var wordFiles embed.FS

// lexicon is what the words of all languages mean, folded. Where a word means
// two things, English decides, and then the order of the language tags.
type lexicon struct {
	columns  map[string]string
	choices  map[string]map[string]string
	months   map[string]int
	dayFirst map[string]bool
}

// known are read when they are first asked for: a program that takes nothing back starts without them.
var known = sync.OnceValue(mustReadWords)

// mustReadWords reads the word lists, which are part of the program: one that
// cannot be read is a programming error, which every test would show, and stops it.
func mustReadWords() *lexicon {
	l := &lexicon{columns: map[string]string{}, choices: map[string]map[string]string{}, months: map[string]int{}, dayFirst: map[string]bool{}}
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		panic(err)
	}
	order := []string{"en.json"}
	for _, f := range files {
		if f.Name() != "en.json" {
			order = append(order, f.Name())
		}
	}
	for _, name := range order {
		raw, err := wordFiles.ReadFile("words/" + name)
		if err != nil {
			panic(err)
		}
		var w words
		if err := json.Unmarshal(raw, &w); err != nil {
			panic(fmt.Sprintf("exchange: words/%s: %v", name, err))
		}
		l.add(strings.TrimSuffix(name, path.Ext(name)), &w)
	}
	return l
}

func (l *lexicon) add(language string, w *words) {
	l.dayFirst[language] = w.DayFirst
	put := func(to map[string]string, meaning string, words []string) {
		for _, s := range words {
			if s = Fold(s); to[s] == "" {
				to[s] = meaning
			}
		}
	}
	for field, words := range w.Columns {
		put(l.columns, field, words)
	}
	for field, values := range w.Choices {
		if l.choices[field] == nil {
			l.choices[field] = map[string]string{}
		}
		for value, words := range values {
			put(l.choices[field], value, words)
		}
	}
	for i, names := range w.Months {
		for _, s := range names {
			if s = Fold(s); l.months[s] == 0 {
				l.months[s] = i + 1
			}
		}
	}
}

// Column is the field that a header means in any language, "" for none. The
// fields' own names are headers too.
func Column(header string) string {
	if _, ok := workshop.FieldOf(workshop.KindAction, header); ok || header == "id" {
		return header
	}
	return known().columns[Fold(header)]
}

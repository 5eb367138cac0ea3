package quickadd

import (
	"cmp"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// Completion is a way to go on with the word at the end of a line.
type Completion struct {
	Line   string           // the line with the word completed, and a space after it
	Label  string           // what is put there: a name, a tag
	Person *workshop.Person // of names
}

// offered is how many completions are worth showing.
const offered = 5

// Complete says how the last word of a line can go on, the most fitting first: people after @, categories after #, priorities after !.
// Call says what people are called on this screen; they are completed and looked for by that. A word that is complete, or that begins nothing,
// has no completions.
func Complete(line string, c Context, call func(*workshop.Person) string) []Completion {
	if c.Words == nil {
		c.Words = English()
	}
	words := split(line)
	if len(words) == 0 {
		return nil
	}
	last := words[len(words)-1]
	if last.end != len(line) || len(last.text) == 0 {
		return nil
	}
	head, typed := line[:last.start+1], last.text[1:]
	switch last.text[0] {
	case '@':
		return names(head, strings.TrimPrefix(typed, `"`), c.People, call)
	case '#':
		return tags(head, typed, c.Words.Categories)
	case '!':
		return tags(head, typed, c.Words.Priorities)
	}
	return nil
}

// names completes what people are called.
func names(head, typed string, all []*workshop.Person, call func(*workshop.Person) string) []Completion {
	type found struct {
		likeness int
		name     string
		person   *workshop.Person
	}
	want := strings.Fields(fold(typed))
	var fitting []found
	for _, p := range all {
		name := call(p)
		if name == "" || strings.ContainsAny(name, `@"`) {
			continue // the line has no way to write it
		}
		l := contains
		if len(want) > 0 {
			l = likeness(want, strings.Fields(fold(name)))
		}
		if l != unlike {
			fitting = append(fitting, found{l, name, p})
		}
	}
	if slices.ContainsFunc(fitting, func(f found) bool { return f.likeness == whole }) {
		return nil
	}
	slices.SortStableFunc(fitting, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.likeness, b.likeness), strings.Compare(fold(a.name), fold(b.name)))
	})
	var out []Completion
	for _, f := range fitting[:min(len(fitting), offered)] {
		out = append(out, Completion{Line: head + strings.Join(strings.Fields(f.name), "_") + " ", Label: f.name, Person: f.person})
	}
	return out
}

// tags completes one of the words of each choice: the first that the language has for it.
func tags(head, typed string, lists map[string][]string) []Completion {
	var out []Completion
	for _, words := range lists {
		if slices.Contains(words, fold(typed)) {
			return nil
		}
		if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, fold(typed)) }) {
			out = append(out, Completion{Line: head + strings.ReplaceAll(words[0], " ", "-") + " ", Label: words[0]})
		}
	}
	slices.SortFunc(out, func(a, b Completion) int { return strings.Compare(a.Label, b.Label) })
	return out[:min(len(out), offered)]
}

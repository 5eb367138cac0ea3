package quickadd

import (
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// Match finds the people that a typed name can mean, best first: by name, by
// first or last name, in either order, by the beginning of those, or by code
// name. Case and accents do not matter. Where one is meant more exactly than
// all others, it is the only one returned; several mean that nobody can tell.
func Match(typed string, people []*workshop.Person) []*workshop.Person {
	want := strings.Fields(fold(strings.ReplaceAll(typed, ",", " ")))
	if len(want) == 0 {
		return nil
	}
	best := unlike
	var out []*workshop.Person
	for _, p := range people {
		l := min(likeness(want, strings.Fields(fold(p.Name))), likeness(want, strings.Fields(fold(p.Code))))
		switch {
		case l > best || l == unlike:
			continue
		case l < best:
			best, out = l, out[:0]
		}
		out = append(out, p)
	}
	return out
}

// How well typed words fit a name, the best first.
const (
	whole    = iota // the whole name, in any order
	words           // some of the name's words
	begins          // words and beginnings of words, the first word among them
	contains        // beginnings of any words of the name
	unlike
)

func likeness(want, name []string) int {
	if len(want) > len(name) {
		return unlike
	}
	left := slices.Clone(name)
	exact := true
	first := false
	for _, w := range want {
		i := slices.Index(left, w)
		if i < 0 {
			exact = false
			if i = slices.IndexFunc(left, func(n string) bool { return strings.HasPrefix(n, w) }); i < 0 {
				return unlike
			}
		}
		first = first || left[i] == name[0]
		left = slices.Delete(left, i, i+1)
	}
	switch {
	case exact && len(left) == 0:
		return whole
	case exact:
		return words
	case first:
		return begins
	}
	return contains
}

package workshop

import (
	"fmt"
	"strings"
	"testing"
)

func TestSpreads(t *testing.T) {
	for given, want := range map[string]string{
		"":                         "",
		"a b c":                    "a b c",
		"a b>a c":                  "a+b c",
		"b>a c a":                  "c a+b",
		"a b>a c>a":                "a+b c",
		"a>a":                      "a",
		"a>x":                      "a",
		"a b>a c>b":                "a+b c",
		"a>b b>a":                  "b+a",
		"a>b b>c c":                "b+a c",
		"wall before after>before": "wall before+after",
	} {
		var photos []*Photo
		for _, word := range strings.Fields(given) {
			id, pair, _ := strings.Cut(word, ">")
			photos = append(photos, &Photo{Base: Base{ID: ID(id)}, Pair: ID(pair)})
		}
		var got []string
		for _, s := range Spreads(photos) {
			word := string(s[0].ID)
			for _, p := range s[1:] {
				word += fmt.Sprintf("+%s", p.ID)
			}
			got = append(got, word)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", given, got, want)
		}
	}
}

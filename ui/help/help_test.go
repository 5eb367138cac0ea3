package help

import (
	"strings"
	"testing"
)

func TestPagesLeadToEachOther(t *testing.T) {
	pages := Pages()
	topics, reached := map[string]bool{}, map[string]bool{}
	for _, p := range pages {
		if p.Title == "" || strings.HasPrefix(p.Title, "#") || len(p.Body) < 60 {
			t.Errorf("%s has no title or says nothing", p.Topic)
		}
		if topics[p.Topic] {
			t.Errorf("%s comes twice", p.Topic)
		}
		if strings.Count(p.Body, "`")%2 == 1 {
			t.Errorf("%s: a key is not closed", p.Topic)
		}
		topics[p.Topic] = true
	}
	for _, p := range pages {
		for _, link := range p.Links() {
			if !topics[link] {
				t.Errorf("%s leads to %q, which is no page", p.Topic, link)
			}
		}
	}
	for _, p := range Find(pages, "") { // the list, in which every page is reached
		reached[p.Topic] = true
	}
	for topic := range topics {
		if !reached[topic] {
			t.Errorf("%s is not in the list", topic)
		}
	}
	if pages[0].Topic != First {
		t.Errorf("the first page is %s", pages[0].Topic)
	}
}

func TestFindingPages(t *testing.T) {
	pages := Pages()
	first := func(query string) string {
		if found := Find(pages, query); len(found) > 0 {
			return found[0].Topic
		}
		return ""
	}
	for query, want := range map[string]string{"Resistance": "resistance", "coalition index": "resistance", "MEASURES": "measures", "backup": "settings", "ctrl+f1": "keys", "zebra crossing": ""} {
		if got := first(query); got != want {
			t.Errorf("%q finds %q first, want %q", query, got, want)
		}
	}
}

// Package help shows the pages of help: one for every place where one can
// stand, found by searching or by F1.
//
// It promises that every topic that it is asked for leads to a page (an unknown
// one to the first steps) and that it works without a network. The wiring in ui
// opens it; the pages are Markdown files that the app carries with it.
package help

import (
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"nemawashi.app/assets"
)

// First is the topic of the page to begin with.
const First = "first-steps"

// order is the order of the pages in the list; those that it does not name
// follow by title.
var order = []string{First, "home", "workshops", "new-workshop", "step", "columns", "table", "form", "field", "tree", "agenda"}

// Page is one page of help.
type Page struct {
	Topic string
	Title string
	Body  string // Markdown without the title
}

// Pages are all pages, in the order of the list.
func Pages() []Page {
	names, err := fs.Glob(assets.Help, "help/en/*.md")
	if err != nil {
		return nil
	}
	var out []Page
	for _, name := range names {
		data, err := assets.Help.ReadFile(name)
		if err != nil {
			continue
		}
		head, body, _ := strings.Cut(string(data), "\n")
		out = append(out, Page{Topic: strings.TrimSuffix(path.Base(name), ".md"), Title: strings.TrimPrefix(head, "# "), Body: strings.TrimSpace(body)})
	}
	place := func(p Page) int {
		if i := slices.Index(order, p.Topic); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(out, func(a, b Page) int {
		if d := place(a) - place(b); d != 0 {
			return d
		}
		return strings.Compare(a.Title, b.Title)
	})
	return out
}

// subject is what a page sets off as what it speaks of: a heading, or bold.
var subject = regexp.MustCompile(`(?m)^#+ .*$|\*\*[^*]+\*\*`)

// Find lists the pages that hold every word of the query: those with the words
// in the title first, then those that set them off, then those that say them
// most often. An empty query finds all.
func Find(pages []Page, query string) []Page {
	words := strings.Fields(strings.ToLower(query))
	type hit struct {
		page  Page
		place int // 0 in the title, 1 in a heading or set in bold, 2 elsewhere
		often int
	}
	var hits []hit
	for _, p := range pages {
		title, text := strings.ToLower(p.Title), strings.ToLower(p.Title+" "+plain(p.Body))
		subjects := strings.ToLower(strings.Join(subject.FindAllString(p.Body, -1), " "))
		h := hit{page: p}
		for _, w := range words {
			n := strings.Count(text, w)
			if n == 0 {
				h.often = -1
				break
			}
			h.often += n
			switch {
			case strings.Contains(title, w):
			case strings.Contains(subjects, w):
				h.place = max(h.place, 1)
			default:
				h.place = 2
			}
		}
		if h.often >= 0 {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(b.often, a.often))
	})
	out := make([]Page, len(hits))
	for i, h := range hits {
		out[i] = h.page
	}
	return out
}

// plain is the text without the signs of Markdown.
func plain(s string) string { return strings.NewReplacer("`", "", "*", "", "#", "").Replace(s) }

// Package help shows the pages of help: one for every place where one can
// stand, found by searching or by F1.
//
// It promises that every topic that it is asked for leads to a page (an unknown
// one to the first steps) and that it works without a network. The wiring in ui
// opens it; the pages are Markdown files that the app carries with it.
package help

import (
	"io/fs"
	"path"
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

// Find lists the pages that hold every word of the query, those with the words
// in the title first. An empty query finds all.
func Find(pages []Page, query string) []Page {
	words := strings.Fields(strings.ToLower(query))
	var titled, others []Page
	for _, p := range pages {
		title, text := strings.ToLower(p.Title), strings.ToLower(p.Title+" "+plain(p.Body))
		inTitle, inText := true, true
		for _, w := range words {
			inTitle = inTitle && strings.Contains(title, w)
			inText = inText && strings.Contains(text, w)
		}
		switch {
		case inTitle:
			titled = append(titled, p)
		case inText:
			others = append(others, p)
		}
	}
	return append(titled, others...)
}

// plain is the text without the signs of Markdown.
func plain(s string) string { return strings.NewReplacer("`", "", "*", "", "#", "").Replace(s) }

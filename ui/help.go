package ui

import (
	"context"

	"nemawashi.app/ui/help"
	"nemawashi.app/ui/shell"
)

// help opens the page of help for a topic.
func (a *App) help(topic string) {
	help.Show(help.Options{Shell: a.shell, Tour: a.startTour}, topic)
}

// helpFinder finds pages of help for the palette.
type helpFinder struct{ app *App }

// Find implements shell.Source.
func (f helpFinder) Find(_ context.Context, query string, limit int) []shell.Item {
	found := help.Find(help.Pages(), query)
	var out []shell.Item
	for _, p := range found[:min(len(found), limit)] {
		out = append(out, shell.Item{Title: p.Title, Icon: "book", Group: "Help", Open: func() { f.app.help(p.Topic) }})
	}
	return out
}

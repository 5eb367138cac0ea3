package ui

import (
	"path/filepath"
	"strings"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// pathQuestion asks for a place on the disk by its whole path, typed or pointed at.
type pathQuestion struct {
	title, text string
	label, hint string // of the entry, and what stands in it while it is empty
	suggestion  string
	verb        string // of the button that goes on
	help        string // the topic, "" for the page's own
	button      string // that lets the user point, "" for "Browse..."
	browse      func(now string, picked func(path string))
}

// ask shows the question and hands on a whole path, without the quotes that some file managers copy with it.
func (a *App) ask(q pathQuestion, use func(path string)) {
	entry := widgets.NewEntry(q.hint)
	entry.SetText(q.suggestion)
	d := &shell.Dialog{Title: q.title, Width: 600, Focus: entry.Input(), Help: q.help}
	take := func() {
		path := filepath.Clean(strings.Trim(entry.Text(), "\" "))
		if !filepath.IsAbs(path) {
			entry.SetProblem("Type the whole path, from the root of the disk")
			d.Refresh()
			return
		}
		d.Close()
		use(path)
	}
	entry.OnSubmit = func(string) { take() }
	if q.button == "" {
		q.button = "Browse..."
	}
	browse := widgets.NewButton(q.button, func() { q.browse(entry.Text(), entry.SetText) })
	d.Content = widgets.VStack(12, widgets.NewText(q.text, theme.Body).In(theme.Text2), widgets.Labeled(q.label, entry), widgets.HStack(0, browse, widgets.Spacer()))
	d.Buttons = []shell.DialogButton{{Label: "Cancel"}, {Label: q.verb, Kind: widgets.Primary, Stay: true, Run: take}}
	a.shell.ShowDialog(d)
}

// askPath asks for a file, there or to be made, of which the user can point at the folder.
func (a *App) askPath(title, text, label, suggestion, verb string, use func(path string)) {
	a.ask(pathQuestion{title: title, text: text, label: label, hint: "The whole path of a file", suggestion: suggestion, verb: verb, button: "Browse for a folder...",
		browse: func(now string, picked func(string)) {
			a.browse(filepath.Dir(now), func(folder string) { picked(filepath.Join(folder, filepath.Base(now))) })
		}}, use)
}

// askFile asks for a file that is there, with one of these extensions.
func (a *App) askFile(q pathQuestion, extensions []string, use func(path string)) {
	q.label, q.browse = "File", func(_ string, picked func(string)) { a.browseFile(extensions, picked) }
	a.ask(q, use)
}

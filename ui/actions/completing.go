package actions

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/quickadd"
)

// complete finds out how the word that is being typed can go on. While there is something to take, Tab takes it; else it leaves the line.
func (q *quickLine) complete(text string, c quickadd.Context) {
	q.offers, q.offer, q.entry.OnTab = quickadd.Complete(text, c, q.board.names()), 0, nil
	if len(q.offers) > 0 {
		q.entry.OnTab = func() { q.accept(q.offer) }
	}
}

// accept completes the word.
func (q *quickLine) accept(i int) {
	if i < len(q.offers) {
		q.entry.SetText(q.offers[i].Line)
		q.entry.CaretToEnd()
		q.read()
		q.entry.Focus()
	}
}

// choose goes to another completion and says whether there are any.
func (q *quickLine) choose(by int) bool {
	n := len(q.offers)
	if n == 0 {
		return false
	}
	q.offer = (q.offer + by + n) % n
	q.show()
	return true
}

// completions are the ways to go on, the one that Tab takes marked; a click takes any of them.
func (q *quickLine) completions() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, x := range q.offers {
		b := widgets.NewButtonKind(widgets.Quiet, x.Label, "", func() { q.accept(i) }).Sized(theme.ButtonSmall)
		if i == q.offer {
			b = widgets.NewButtonKind(widgets.Secondary, x.Label, "", func() { q.accept(i) }).Sized(theme.ButtonSmall).WithKey("Tab")
		}
		out = append(out, b)
	}
	return out
}

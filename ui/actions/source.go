package actions

import (
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// sourceView says what an action came from and leads there.
type sourceView struct {
	board *Board
	id    workshop.ID
	link  *widgets.Button
	below *widgets.Label
	box   *fyne.Container
}

func newSourceView(b *Board) *sourceView {
	v := &sourceView{board: b, below: widgets.NewText("", theme.Caption).In(theme.Text2)}
	v.link = widgets.NewButtonKind(widgets.Link, "", "link", func() {
		if b.o.OpenSource != nil {
			b.o.OpenSource(v.id)
		}
	})
	v.link.Start = true
	v.box = widgets.VStack(theme.GapSmall, widgets.Caption("Source"), v.link, v.below)
	return v
}

func (v *sourceView) fill(w *workshop.Workshop, r *actionlist.Row) {
	v.id = r.Source.ID
	shown(v.box, v.id != "")
	text, icon := r.Source.Label, "link"
	if r.Source.Confidential {
		text, icon = "Confidential: from the resistance map", "lock"
	}
	v.link.Text, v.link.Icon = clip(text), icon
	v.link.Refresh()
	v.below.SetText(v.more(w, r.Source))
	shown(v.below, v.below.Text != "")
}

// more is the whole text where the link shows only its beginning, and the kind of source.
func (v *sourceView) more(w *workshop.Workshop, s actionlist.Source) string {
	if s.Confidential {
		return ""
	}
	words := []string{}
	if clip(s.Label) != s.Label {
		words = append(words, s.Label)
	}
	switch r := w.Find(s.ID).(type) {
	case *workshop.Card:
		words = append(words, strings.ReplaceAll(strings.Trim(r.Canvas+", "+r.Column, ", "), "-", " "))
	case *workshop.Step:
		words = append(words, "Step of the agenda")
	}
	return sentence(strings.Join(words, "\n"))
}

// linkLength is how much of a source's text goes into its link; the rest stands below it.
const linkLength = 34

func clip(s string) string {
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) <= linkLength {
		return string(r)
	}
	return strings.TrimRight(string(r[:linkLength]), " ") + "…"
}

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
	v.link.Text, v.link.Icon, v.link.Tip = clip(text), icon, ""
	if v.link.Text != text {
		v.link.Tip = text
	}
	v.link.Refresh()
	v.below.SetText(v.more(w, r.Source))
	shown(v.below, v.below.Text != "")
}

// more says where the source is.
func (v *sourceView) more(w *workshop.Workshop, s actionlist.Source) string {
	switch r := w.Find(s.ID).(type) {
	case *workshop.Card:
		return sentence(strings.ReplaceAll(strings.Trim(r.Canvas+", "+r.Column, ", "), "-", " "))
	case *workshop.Step:
		return "Step of the agenda"
	}
	return ""
}

// linkLength is how much of a source goes into its link; the whole text is in the tooltip.
const linkLength = 34

func clip(s string) string {
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) <= linkLength {
		return string(r)
	}
	return strings.TrimRight(string(r[:linkLength]), " ") + "…"
}

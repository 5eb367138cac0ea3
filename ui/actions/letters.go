package actions

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/amount"
)

// letters shows a text for each owner of open actions, to be copied into a mail. The text can be changed before; what is typed there is kept
// nowhere.
func (b *Board) letters() {
	today := b.o.today()
	letters := actionlist.Letters(b.list.All(), today, func(d workshop.Date) string { return dayText(d, today) })
	if len(letters) == 0 {
		b.o.Frame.Notify(widgets.Notice{Text: "Nobody has an open action", Icon: "info", Tone: widgets.Neutral})
		return
	}
	text := widgets.NewTextArea("", 11)
	at := 0
	choices := make([]widgets.Choice, len(letters))
	for i, l := range letters {
		choices[i] = widgets.Choice{Label: l.Owner, Detail: letterCount(l), Icon: "user"}
		if r := b.row(); r != nil && r.Who == l.Who {
			at = i // whose action the cursor is on
		}
	}
	show := func(i int) {
		at = i
		text.SetText(letters[i].Text)
	}
	owner := widgets.NewSelectOf(choices, at, show)
	show(at)
	content := []fyne.CanvasObject{widgets.Labeled("To", owner), widgets.Labeled("Text", text)}
	if b.o.hidden() {
		content = append(content, widgets.NewText("Names are hidden now, so the text uses code names. Ctrl+Shift+H shows them.", theme.Caption).In(theme.Text2))
	}
	d := &shell.Dialog{Title: "Write to owners of open actions", Width: 640, OnClosed: b.table.Focus,
		Content: widgets.VStack(theme.Gap, content...),
		Buttons: []shell.DialogButton{{Label: "Close"}, {Label: "Copy", Icon: "stack", Kind: widgets.Primary, Stay: true, Run: func() {
			fyne.CurrentApp().Clipboard().SetContent(text.Text())
			b.o.Frame.Notify(widgets.Notice{Text: "Copied: the text for " + letters[at].Owner, Icon: "check", Tone: widgets.Good})
		}}}}
	b.o.Frame.ShowDialog(d)
}

// letterCount is "3 open, 1 overdue".
func letterCount(l actionlist.Letter) string {
	s := amount.Whole(l.Open) + " open"
	if l.Late > 0 {
		s += ", " + amount.Whole(l.Late) + " overdue"
	}
	return s
}

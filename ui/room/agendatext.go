package room

import (
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
)

// text is the agenda with its times as it stands, a line for each step and its cells with tabs between them, for a mail or a spreadsheet.
func (b *agendaBoard) text() string {
	b.relink()
	b.paint()
	lines := []string{strings.Join([]string{"Step", "Not before", "Minutes", "Planned", "Held", ""}, "\t")}
	for i, l := range b.lines {
		if l.step == nil {
			lines = append(lines, l.heading)
			continue
		}
		var cells []string
		for _, c := range b.cells[i] {
			cells = append(cells, c.Text)
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, "\t")
	}
	return strings.Join(lines, "\n")
}

// copy takes the agenda to the clipboard: who waits elsewhere for the new times of a late day gets them in a message.
func (b *agendaBoard) copy() {
	fyne.CurrentApp().Clipboard().SetContent(b.text())
	b.room.config.Frame.Notify(widgets.Notice{Text: "Copied: the agenda with its times as they stand now", Icon: "check", Tone: widgets.Good})
}

package exporting

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/export/register"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// listed is how many files are listed before they are written.
const listed = 4

// nobodys is what stands for the owner of actions that nobody owns.
const nobodys = "Nobody"

// ownersCheck asks for a register for each owner instead of one for all.
func (d *Dialog) ownersCheck(view *workshop.View) fyne.CanvasObject {
	c := widgets.NewCheck("One file for each owner", d.byOwner, func(on bool) { d.byOwner = on; d.refresh(); d.check() })
	if len(view.Actions) == 0 {
		c.Disable()
	}
	return widgets.HStack(0, c, widgets.Spacer())
}

// whose says which file is for whom: their names do not.
func (d *Dialog) whose(j job) {
	rows := make([][3]string, len(j.parts))
	for i, p := range j.parts {
		rows[i] = [3]string{register.PartName(i, len(j.parts)), cmp.Or(p.Owner, nobodys), fmt.Sprintf("%s, %d open", count(p.Actions, "action", "actions"), p.Open)}
	}
	table := widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{{ID: "file", Title: "File", Width: 130, NoSort: true}, {ID: "owner", Title: "Is for", Width: 200, Grow: 1, NoSort: true}, {ID: "actions", Title: "Holds", Width: 160, NoSort: true}},
		Rows:    func() int { return len(rows) },
		Cell:    func(row, col int) widgets.Cell { return widgets.Cell{Text: rows[row][col], Bold: col == 1} },
	})
	buttons := []shell.DialogButton{{Label: "Copy the list", Icon: "stack", Stay: true, Run: func() {
		fyne.CurrentApp().Clipboard().SetContent(listOf(j))
		d.o.Shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: "Copied: which file is for whom"})
	}}, {Label: "Close", Kind: widgets.Primary}}
	if d.o.Reveal != nil {
		buttons = append([]shell.DialogButton{{Label: "Open the folder", Stay: true, Run: func() { d.o.Reveal(d.folder) }}}, buttons...)
	}
	d.o.Shell.ShowDialog(&shell.Dialog{Help: "export", Title: "Which file is for whom", Width: 620, Height: 480, Focus: table, Buttons: buttons,
		Content: widgets.VStack(theme.Gap, widgets.NewText("Each file holds the actions of one owner. They can all come back together: drop them on the window.", theme.Body).In(theme.Text2),
			widgets.Grow(widgets.NewPanel(table, widgets.PanelStyle{Stroke: theme.Line, Radius: theme.RadiusCard})))})
}

// listOf is the list for the clipboard, between tabs as spreadsheets take it.
func listOf(j job) string {
	var b strings.Builder
	b.WriteString("File\tOwner\tActions\tOpen\n")
	for i, p := range j.parts {
		fmt.Fprintf(&b, "%s\t%s\t%d\t%d\n", filepath.Base(register.PartPath(j.xls, i, len(j.parts))), cmp.Or(p.Owner, nobodys), p.Actions, p.Open)
	}
	return b.String()
}

package photos

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// picker chooses pictures of a folder, several at once, which Fyne's own file dialog cannot.
type picker struct {
	frame  Frame
	folder string
	rows   []pickRow
	chosen map[string]bool // by path; also of folders that were left again
	path   *widgets.Entry
	list   *widgets.List
	count  *widgets.Label
	dialog *shell.Dialog
	picked func(folder string, files []string)
}

type pickRow struct {
	name, path string
	folder     bool
	size       int64
}

// Pick opens the dialog on a folder.
func Pick(frame Frame, folder string, picked func(folder string, files []string)) {
	p := &picker{frame: frame, chosen: map[string]bool{}, picked: picked, count: widgets.Caption("")}
	p.path = widgets.NewEntry("A folder")
	p.path.Icon = "drive"
	p.path.OnSubmit = func(text string) { p.open(strings.TrimSpace(text)) }
	p.path.OnDown = func() { widgets.FocusOn(p.list) }
	p.list = widgets.NewList(widgets.ListOptions{
		Length: func() int { return len(p.rows) }, Lines: true,
		Create: func() fyne.CanvasObject { return newPickLine() },
		Update: func(i int, o fyne.CanvasObject) {
			if line, ok := o.(*pickLine); ok {
				line.set(p.rows[i], p.chosen[p.rows[i].path])
			}
		},
		OnOpen: p.enter, OneClick: true, OnKey: p.key,
		OnRune: func(r rune) bool { return r == ' ' },
	})
	hint := widgets.Caption("Space or a click chooses, Enter adds what is chosen; JPEG and PNG")
	p.dialog = &shell.Dialog{Title: "Add photos", Width: 680, Height: 560, Focus: p.list, Foot: p.count,
		Content: widgets.VStack(theme.Gap, p.path, hint, widgets.Grow(p.list)),
		Buttons: []shell.DialogButton{{Label: "Cancel"}, {Label: "Add", Kind: widgets.Primary, Enabled: func() bool { return len(p.files()) > 0 }, Run: p.done}},
	}
	p.open(folder)
	frame.ShowDialog(p.dialog)
}

// open lists a folder. One that cannot be read leaves the list as it was and says so.
func (p *picker) open(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		p.path.SetText(folder)
		p.path.SetProblem("This folder cannot be read")
		return
	}
	p.folder = filepath.Clean(folder)
	p.path.SetProblem("")
	p.path.SetText(p.folder)
	p.rows = nil
	if up := filepath.Dir(p.folder); up != p.folder {
		p.rows = append(p.rows, pickRow{name: "..", path: up, folder: true})
	}
	var files []pickRow
	for _, e := range entries {
		path := filepath.Join(p.folder, e.Name())
		info, err := os.Stat(path) // follows links
		switch {
		case strings.HasPrefix(e.Name(), ".") || err != nil:
		case info.IsDir():
			p.rows = append(p.rows, pickRow{name: e.Name(), path: path, folder: true})
		case Fits(path):
			files = append(files, pickRow{name: e.Name(), path: path, size: info.Size()})
		}
	}
	p.rows = append(p.rows, files...)
	p.list.SetCursor(-1)
	p.list.Refresh()
	p.list.SetCursor(min(len(p.rows)-1, max(0, len(p.rows)-len(files))))
	p.counted()
}

func (p *picker) files() []string {
	var out []string
	for path, on := range p.chosen {
		if on {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}

func (p *picker) counted() {
	p.count.SetText(fmt.Sprintf("%d chosen", len(p.files())))
	p.dialog.Refresh()
}

// enter opens a folder or chooses a picture.
func (p *picker) enter(i int) {
	if p.rows[i].folder {
		p.open(p.rows[i].path)
		return
	}
	p.toggle(i)
}

func (p *picker) toggle(i int) {
	row := p.rows[i]
	if !row.folder {
		p.chosen[row.path] = !p.chosen[row.path]
		p.list.RefreshRow(i)
		p.counted()
	}
}

func (p *picker) key(ev *fyne.KeyEvent) bool {
	i := p.list.Cursor()
	if i < 0 {
		return false
	}
	switch ev.Name {
	case fyne.KeySpace:
		p.enter(i)
	case fyne.KeyBackspace:
		p.open(filepath.Dir(p.folder))
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case p.rows[i].folder:
			p.enter(i)
		case len(p.files()) == 0:
			p.toggle(i) // Enter on a picture, with none chosen, means this one
			fallthrough
		default:
			p.dialog.Close()
			p.done()
		}
	default:
		return false
	}
	return true
}

func (p *picker) done() { p.picked(p.folder, p.files()) }

// pickLine is a row: a box to choose by or a folder, the name, the size.
type pickLine struct {
	widget.BaseWidget
	icon       *widgets.Icon
	name, size *widgets.Label
}

func newPickLine() *pickLine {
	l := &pickLine{icon: widgets.NewIcon("blank", theme.Text2), name: widgets.NewLabel("", theme.Body), size: widgets.Caption("").Right().Keep()}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is Fyne's.
func (l *pickLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.Pad(widgets.HStack(10, l.icon, widgets.Grow(l.name), l.size), 12, 0))
}

func (l *pickLine) set(r pickRow, chosen bool) {
	icon, token, size := "camera", theme.Text3, fmt.Sprintf("%.1f MB", float64(r.size)/(1<<20))
	switch {
	case r.folder:
		icon, token, size = "right", theme.Text2, ""
	case chosen:
		icon, token = "check", theme.Accent
	}
	l.icon.Set(icon, token)
	l.name.SetText(r.name)
	l.size.SetText(size)
	l.Refresh()
}

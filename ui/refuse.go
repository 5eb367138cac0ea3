package ui

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/library"
)

// Refuse shows, in the app's window, that a library cannot be opened: what happened,
// and a way to another place. The file itself is not touched.
func Refuse(app fyne.App, w fyne.Window, path string, err error) {
	prefs := settings.Of(app)
	entry := widgets.NewEntry("The whole path of a library, there or to be made")
	entry.SetText(path)
	said := widgets.NewText("", theme.Body).In(theme.Text2)
	use := func() {
		other := filepath.Clean(entry.Text())
		if !filepath.IsAbs(other) {
			entry.SetProblem("Type the whole path, from the root of the disk")
			return
		}
		lib, err := library.Open(other, library.Options{})
		if err == nil {
			err = lib.Close()
		}
		if err != nil {
			entry.SetProblem(err.Error())
			return
		}
		entry.SetProblem("")
		prefs.SetLibrary(other)
		said.SetText("Start Nemawashi again: it opens this library.")
	}
	entry.OnSubmit = func(string) { use() }
	rows := []fyne.CanvasObject{
		widgets.HTop(12, widgets.NewBubble("alert", widgets.Bad), widgets.Grow(widgets.VStack(8,
			widgets.NewText("The library cannot be opened", theme.PageTitle), widgets.NewText(err.Error(), theme.Body)))),
	}
	var why *library.Error
	if errors.As(err, &why) && why.Code == library.Damaged {
		if backup := newest(path); backup != "" {
			rows = append(rows, widgets.NewText("The newest automatic backup is "+filepath.Base(backup)+". Bringing it back keeps the damaged file beside it.", theme.Body).In(theme.Text2),
				widgets.HStack(0, widgets.NewPrimary("Bring this backup back", "refresh", func() {
					kept, err := library.Restore(backup, path)
					if err != nil {
						said.SetText(err.Error())
						return
					}
					said.SetText("Start Nemawashi again. The damaged file is kept as " + filepath.Base(kept) + ".")
				}), widgets.Spacer()))
		}
	}
	rows = append(rows, widgets.Labeled("Use another library", entry), said, widgets.HStack(theme.Gap,
		widgets.Spacer(), widgets.NewButton("Quit", app.Quit), widgets.NewPrimary("Use it", "", use)))
	w.SetContent(widgets.NewPanel(widgets.NewScroll(widgets.Pad(widgets.VStack(theme.PadPage, rows...), theme.PadHome, theme.PadHome)), widgets.PanelStyle{Fill: theme.Bg}))
	w.Resize(fyne.NewSize(720, 420))
	w.CenterOnScreen()
}

// newest is the newest backup that was made beside a library by itself, "" for
// none.
func newest(path string) string {
	folder := library.BackupsOf(path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return ""
	}
	found, at := "", time.Time{}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && filepath.Ext(e.Name()) == libraryExtension && info.ModTime().After(at) {
			found, at = filepath.Join(folder, e.Name()), info.ModTime()
		}
	}
	return found
}

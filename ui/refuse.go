package ui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/ui/workshops"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
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
	if errors.As(err, &why) {
		switch why.Code {
		case library.Damaged:
			rows = append(rows, remedies(prefs, path, said)...)
		case library.Synced, library.Network, library.Removable:
			if there, err := library.LocalPlace(path); err == nil && there != path {
				rows = append(rows, moving(prefs, path, there, said)...)
			}
		}
	}
	if kept := newestUnsaved(); kept != "" && kept != path {
		rows = append(rows, widgets.NewText(unsavedSaid(kept), theme.Body).In(theme.Text2),
			widgets.HStack(0, widgets.NewButton("Use that library", func() {
				entry.SetText(kept)
				use()
			}), widgets.Spacer()))
	}
	rows = append(rows, widgets.Labeled("Use another library", entry), said, widgets.HStack(theme.Gap,
		widgets.Spacer(), widgets.NewButton("Quit", app.Quit), widgets.NewPrimary("Use it", "", use)))
	w.SetContent(widgets.NewPanel(widgets.NewScroll(widgets.Pad(widgets.VStack(theme.PadPage, rows...), theme.PadHome, theme.PadHome)), widgets.PanelStyle{Fill: theme.Bg}))
	w.Resize(fyne.NewSize(720, 420))
	w.CenterOnScreen()
}

// moving is the way out of a place where a library breaks. Where there is no
// library yet, there is nothing to move.
func moving(prefs settings.Preferences, path, there string, said *widgets.Label) []fyne.CanvasObject {
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	return []fyne.CanvasObject{
		widgets.NewText("Nemawashi can move it to this computer: it is copied to "+there+", read back, and opened there from then on. The file that is there now stays as it is.", theme.Body).In(theme.Text2),
		widgets.HStack(0, widgets.NewPrimary("Move it to this computer", "import", func() {
			said.SetText("Copying the library. This can take a minute.")
			var err error
			run.Go(func(ctxDone) { err = library.Move(path, there) }, func() {
				if err != nil {
					said.SetText(err.Error())
					return
				}
				prefs.SetLibrary(there)
				said.SetText("Start Nemawashi again: it opens " + there + ". The old file is still where it was; do not work in it any more.")
			})
		}), widgets.Spacer()),
	}
}

// remedies are the ways out of damage: the newest backup, with its age, and a
// library of what can still be read. Both keep the damaged file.
func remedies(prefs settings.Preferences, path string, said *widgets.Label) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	button := widgets.NewPrimary
	if backup, made := library.NewestBackup(path); backup != "" {
		text := "The newest whole backup is " + filepath.Base(backup) + ", of " + made.Format("2 January 2006, 15:04") + "."
		if info, err := os.Stat(path); err == nil && info.ModTime().After(made) {
			text += " What was written after that is missing in it; the library was last written on " + info.ModTime().Format("2 January 2006, 15:04") + "."
		}
		rows = append(rows, widgets.NewText(text+" Bringing it back keeps the damaged file beside it.", theme.Body).In(theme.Text2),
			widgets.HStack(0, button("Bring this backup back", "refresh", func() {
				kept, err := library.Restore(backup, path)
				if err != nil {
					said.SetText(err.Error())
					return
				}
				said.SetText("Start Nemawashi again. The damaged file is kept as " + filepath.Base(kept) + ".")
			}), widgets.Spacer()))
		button = func(label, icon string, run func()) *widgets.Button { return widgets.NewButton(label, run) }
	}
	return append(rows, widgets.NewText("What can still be read in the damaged file can be saved into a new library beside it. The damaged file is left as it is.", theme.Body).In(theme.Text2),
		widgets.HStack(0, button("Save what can be read", "import", func() {
			said.SetText("Reading the damaged file. This can take a minute.")
			var got library.Salvaged
			var err error
			to := strings.TrimSuffix(path, filepath.Ext(path)) + "-salvaged-" + time.Now().Format("2006-01-02-150405") + libraryExtension
			run.Go(func(ctxDone) {
				var set *template.Set
				if set, err = template.Builtin(); err == nil {
					got, err = library.Salvage(path, to, library.Options{Confidential: set.Confidential})
				}
			}, func() {
				if err != nil {
					said.SetText(err.Error())
					return
				}
				prefs.SetLibrary(to)
				said.SetText(fmt.Sprintf("%s with %s saved as %s, which Nemawashi opens when you start it again. %s could not be read.", workshops.Count(got.Workshops, "workshop", "workshops"),
					workshops.Count(got.Records, "record was", "records were"), filepath.Base(to), workshops.Count(got.Left+got.BadPages, "part of the file", "parts of the file")))
			})
		}), widgets.Spacer()))
}

package ui

import (
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// browse lets the user point at a folder.
func (a *App) browse(now string, picked func(folder string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			a.tell("The folder could not be read", err)
			return
		}
		if folder != nil {
			picked(folder.Path())
		}
	}, a.window)
	if here, err := storage.ListerForURI(storage.NewFileURI(now)); err == nil {
		d.SetLocation(here)
	}
	d.Resize(fyne.NewSize(800, 560))
	d.Show()
}

// reveal opens a folder with the system's own program.
func (a *App) reveal(folder string) {
	link := &url.URL{Scheme: "file", Path: filepath.ToSlash(folder)}
	if err := a.config.App.OpenURL(link); err != nil {
		a.tell("The folder could not be opened", err)
	}
}

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
	d.Show()
	d.Resize(fyne.NewSize(800, 560)) // Fyne's file dialogs have no size before they are shown
}

// browseFile lets the user point at a file with the extension.
func (a *App) browseFile(extensions []string, picked func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if f != nil {
			err = f.Close()
		}
		switch {
		case err != nil:
			a.tell("The file could not be read", err)
		case f != nil:
			picked(f.URI().Path())
		}
	}, a.window)
	d.SetFilter(storage.NewExtensionFileFilter(extensions))
	if here, err := storage.ListerForURI(storage.NewFileURI(a.prefs.Folder())); err == nil {
		d.SetLocation(here)
	}
	d.Show()
	d.Resize(fyne.NewSize(800, 560))
}

// reveal opens a folder with the system's own program.
func (a *App) reveal(folder string) {
	link := &url.URL{Scheme: "file", Path: filepath.ToSlash(folder)}
	if err := a.config.App.OpenURL(link); err != nil {
		a.tell("The folder could not be opened", err)
	}
}

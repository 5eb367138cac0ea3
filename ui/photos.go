package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/photos"
	"nemawashi.app/ui/room"
	"nemawashi.app/workshop"
)

func (a *App) photoBoard(o *opened) room.Board {
	o.photos = photos.NewBoard(photos.Options{
		Session: o.session, Store: a.lib, Frame: a.shell, Step: o.page.Step, Folder: a.prefs.Photos, Chosen: a.prefs.SetPhotos,
	})
	return o.photos
}

// takePhotos adds dropped pictures to a workshop, whatever page of it is in
// front. False: they are no pictures, or cannot be added.
func (a *App) takePhotos(o *opened, files []fyne.URI) bool {
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	if a.lib.ReadOnly() || !slices.ContainsFunc(paths, photos.Fits) {
		return false
	}
	photos.Add(photos.Adding{Session: o.session, Store: a.lib, Frame: a.shell, Step: o.page.Step(), Done: func(added []workshop.ID) {
		a.shell.Open(o.page)
		if o.page.GoToBoard("photos") && o.photos != nil {
			o.photos.Select(added[0])
		}
	}}, paths)
	return true
}

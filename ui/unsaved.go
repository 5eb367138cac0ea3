package ui

import (
	"os"
	"path/filepath"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/library"
)

// unsavedPrefix begins the names of libraries that were written where nobody
// had chosen, with what the library's own disk refused.
const unsavedPrefix = "nemawashi-unsaved-"

// refuges are the folders for them, the best one first: they may be on the disk
// that refuses, too.
func refuges() []string {
	var all []string
	if path, err := library.DefaultPath(); err == nil {
		all = append(all, filepath.Dir(path))
	}
	if home, err := os.UserHomeDir(); err == nil {
		all = append(all, home)
	}
	return append(all, os.TempDir())
}

// keepUnsaved saves everything in another place where the disk refuses the last
// changes at the very end. A window that is closed asks for one; the system that
// ends the app lets nobody ask.
func (a *App) keepUnsaved() {
	if a.lib.Flush() == nil {
		return
	}
	name := unsavedPrefix + a.config.Now().Format("2006-01-02-150405") + libraryExtension
	for _, folder := range refuges() {
		if a.lib.Rescue(filepath.Join(folder, name)) == nil {
			a.config.Log("kept elsewhere")
			return
		}
	}
	a.config.Log("not saved")
}

// newestUnsaved is the newest library of that kind, "" where there is none.
func newestUnsaved() string {
	newest := ""
	for _, folder := range refuges() {
		found, err := filepath.Glob(filepath.Join(globbed(folder), unsavedPrefix+"*"+libraryExtension))
		if err == nil && len(found) > 0 && filepath.Base(found[len(found)-1]) > filepath.Base(newest) {
			newest = found[len(found)-1]
		}
	}
	return newest
}

func unsavedSaid(path string) string {
	return "Nemawashi was ended while the disk refused the last changes. They are kept, with everything else, in the library " + path + ". Use that library, or delete the file once you need it no longer."
}

// tellOfUnsaved says where what could not be saved is, as long as it is there.
func (a *App) tellOfUnsaved() {
	path := newestUnsaved()
	if path == "" || path == a.lib.Path() {
		return
	}
	a.shell.Notify(widgets.Notice{Icon: "alert", Tone: widgets.Careful, Stay: -1, Text: unsavedSaid(path), Button: "Use it...", OnTap: func() { a.useAnother(path) }})
}

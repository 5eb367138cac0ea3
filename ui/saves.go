package ui

import (
	"context"
	"strings"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/library"
)

// ctxDone is the context of work in the background that takes no notice of it:
// a read of a few milliseconds.
type ctxDone = context.Context

// saves tells the window how far the library is with saving.
type saves struct{ lib *library.Library }

// SaveState implements shell.SaveWatch.
func (s saves) SaveState() (shell.SaveState, string) {
	if s.lib.ReadOnly() {
		return shell.ReadOnly, s.lib.Notice()
	}
	status := s.lib.Status()
	switch status.State {
	case library.Saving:
		return shell.Saving, ""
	case library.Waiting:
		if status.Err != nil {
			return shell.NotSaved, status.Err.Error()
		}
		return shell.NotSaved, "The disk refused. Your changes are kept in memory and saving is tried again."
	}
	return shell.Saved, ""
}

// WatchSaves implements shell.SaveWatch.
func (s saves) WatchSaves(changed func()) (stop func()) {
	return s.lib.OnStatus(func(library.Status) { changed() })
}

// tellUnsaved says by itself why something could not be saved, and that it could
// be later: the word in the bar is small, and in a room full of people nobody
// asks it.
func (a *App) tellUnsaved(state shell.SaveState, why string) {
	switch {
	case state == shell.NotSaved && !a.unsaved:
		a.unsaved = true
		if !strings.Contains(why, "in memory") {
			why += " What you type is kept in memory meanwhile."
		}
		a.shell.Notify(widgets.Notice{Icon: "alert", Tone: widgets.Bad, Text: "Not saved: " + why, Stay: -1, Button: "Save elsewhere...", OnTap: a.rescue})
	case state == shell.Saved && a.unsaved:
		a.unsaved = false
		a.shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: "Saved again: everything that you typed is on the disk."})
	}
}

package ui

import (
	"context"

	"nemawashi.app/ui/shell"
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

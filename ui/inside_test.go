package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// Drop is what a file dropped on the window does: the test driver drops none.
func (a *App) Drop(files ...fyne.URI) { a.dropped(files) }

// Overdue is the number on the rail.
func (a *App) Overdue() int { return a.overdue }

// Guarded runs f as the window's loop is run.
func (a *App) Guarded(f func()) { a.guard(f) }

// LoopEnds sets how long the window's loop may take to end, until restore.
func LoopEnds(limit time.Duration) (restore func()) {
	before := loopEnds
	loopEnds = limit
	return func() { loopEnds = before }
}

// Quit ends the app as its menu does.
func (a *App) Quit() { a.close() }

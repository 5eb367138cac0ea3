package ui

import "fyne.io/fyne/v2"

// Drop is what a file dropped on the window does: the test driver drops none.
func (a *App) Drop(files ...fyne.URI) { a.dropped(files) }

// Overdue is the number on the rail.
func (a *App) Overdue() int { return a.overdue }

// Guarded runs f as the window's loop is run.
func (a *App) Guarded(f func()) { a.guard(f) }

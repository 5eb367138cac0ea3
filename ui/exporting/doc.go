// Package exporting is the dialog in which a readout and a register are made:
// for whom, what, on which paper, where to; what will be in it and what is
// missing is said before anything is written.
//
// The app's wiring opens it. The files are written off the window's goroutine,
// with progress and a way to stop; a file that cannot be written leaves what
// was there untouched, and the dialog stays as it was.
package exporting

// Package register writes the action register as an Excel workbook that owners
// like to work in and that can come back: a real table with drop-downs, dates
// and filters, a summary, a list per owner, and hidden sheets with what a
// merge needs.
//
// It promises that the workbook holds what the views hold and nothing else
// (views are redacted; nothing is looked up elsewhere), that text stays text
// whatever it begins with, that a date is a date without a zone, that nothing
// is cut, and that a file that was there survives a failure. The export dialog
// and the command line call it.
//
// Errors: [ErrNothing] without a workshop, [*TooLong] for a text that no cell
// can hold, a [*file.Error] where the disk refuses, the context's error when it
// is canceled. In all cases nothing has been written.
//
// Every sheet goes through the library's stream writer, whatever its size: it
// alone can store a formula together with its value, it keeps memory flat, and
// what it cannot write (extensions of data bars) would draw the bars against
// the largest value instead of 100.
package register

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/google/uuid"

	"nemawashi.app/export/file"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Format and Version name the layout of the hidden sheet. A reader refuses a
// newer version than it knows.
const (
	Format  = "nemawashi.register"
	Version = 1
)

// ErrNothing is returned when there is no workshop to write.
var ErrNothing = errors.New("no workshop was chosen, so no register was written; choose at least one")

// TooLong says that a text does not fit into a cell, which takes 32,767 units
// of UTF-16: a note made of emoji can be longer.
type TooLong struct {
	Sheet, Row, Column string
	Units              int
}

func (e *TooLong) Error() string {
	return fmt.Sprintf("%q of %s on the sheet %q is too long for a spreadsheet (%d units, a cell takes %d), so nothing was written; shorten it",
		e.Column, e.Row, e.Sheet, e.Units, maxCell)
}

// Input is what a register is made from.
type Input struct {
	Views    []*workshop.View // one for each workshop, all for one audience
	Today    workshop.Date    // on which overdue is counted
	Now      time.Time        // of the export, as the reader sees it
	ID       string           // of the export; a new one when empty
	Language string           // of headers and words; English when unknown
	Paper    string           // "a4" (also when empty), "letter" or "a3"
	Progress func(done, total int)
	// Templates are those that there are; nil: the built-in ones.
	Templates *template.Set
}

// Write writes the workbook. Canceling the context ends it within a few rows.
func Write(ctx context.Context, w io.Writer, in Input) error {
	if len(in.Views) == 0 {
		return ErrNothing
	}
	if in.ID == "" {
		in.ID = uuid.NewString()
	}
	b, err := newBook(ctx, in)
	if err != nil {
		return err
	}
	err = b.write(w)
	if closed := b.file.Close(); err == nil {
		err = closed
	}
	return err
}

// WriteFile writes the workbook to a file, or leaves the file that was there
// as it was.
func WriteFile(ctx context.Context, path string, in Input) error {
	return file.Replace(path, func(w io.Writer) error { return Write(ctx, w, in) })
}

// Package takeback is the review of spreadsheets that come in: registers that
// owners send back, value by value, with what it was at export and what it is
// in the app; and lists that somebody made without this app, whose columns are
// named first.
//
// It promises that nothing is changed before Apply, that every choice can be
// made by keyboard and by mouse, and that Apply is one undo, also in several
// workshops at once. Package exchange plans; ui reads the files, makes the
// backup, keeps what was said of a list's columns, and opens the pages.
package takeback

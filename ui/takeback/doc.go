// Package takeback is the review of registers that came back: every value that
// owners changed, with what it was at export and what it is in the app, and a
// choice for it.
//
// It promises that nothing is changed before Apply, that every choice can be
// made by keyboard and by mouse, and that Apply is one undo step in each
// workshop. Package exchange plans; ui reads the files, makes the backup and
// opens the page.
package takeback

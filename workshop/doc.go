// Package workshop is what a workshop is: its records, the changes that made
// them, and the views that may leave the house.
//
// It promises four things.
//
//   - One way in. Whoever asks (a keystroke, undo, a returned spreadsheet, a
//     hand-over file), a record changes only by a [Change], made by
//     [Session.Do] or taken in by [Session.Apply].
//   - Nothing half done. An edit that returns an error, or that would break a
//     limit or a reference, leaves everything as it was; the error is an
//     [*Invalid] that names the record, the field and the reason.
//   - Convergence. The same set of changes gives the same workshop, in any
//     order and any number of times. Concurrent values of one field are both
//     kept ([Workshop.Conflicts]).
//   - Redaction at one door. Exports and the projector get a [View], from
//     which everything that its audience may not see is already gone.
//
// The package knows no window, no file, no SQL, and has no clock and no source
// of random numbers of its own: a [Host] brings them.
package workshop

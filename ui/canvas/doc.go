// Package canvas shows what a step collects: cards in columns, on a field, on a tree or a fishbone, in tables of typed cells and in forms, and
// the same tables and forms
// over the records of a workshop (goals, measures, commitments, the charter).
//
// It promises that everything can be captured from the keyboard alone, that what was typed is never lost when the session refuses
// it, and that a change redraws the card, the cell or the field that changed and nothing else.
//
// The workshop room calls it. A canvas listens to its session from Shown to Hidden only. Nothing here returns an error: what the session
// refuses is shown beside what was typed, with the reason, or told to the Desk.
package canvas

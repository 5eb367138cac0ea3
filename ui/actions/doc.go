// Package actions shows the action register: the board of one workshop, and the page over all of them.
//
// It promises that everything can be done from the keyboard alone, that 10,000 actions stay quick (the table reads only the rows in sight,
// and a change redraws one of them), that a row never runs away from under the cursor while it is worked on, and that nothing typed is lost:
// what the session refuses stays in its entry with the reason below it.
//
// The workshop room shows a Board; the rail opens a Page. A board listens to its session from Shown to Hidden only. Nothing here
// returns an error: what cannot be done is said beside the entry, or by the frame.
package actions

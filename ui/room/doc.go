// Package room is the workshop room: one workshop with its agenda at the left, the canvases of the step in hand in the middle, the facilitator's
// guide at the right, and the clock of the day above them.
//
// It promises that everything on the screen is true of the session at every moment, that a day can be run from the keyboard alone, and that nothing
// typed is lost when a step, a board or the whole room is left.
//
// The wiring in ui makes a [Room] for each workshop that is opened and shows it as a page of the shell. It listens to its session from Shown to
// Hidden only. Nothing here returns an error: what the session refuses is told by the shell, with the reason.
package room

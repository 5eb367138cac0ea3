// Package boards has the boards of the room that stand beside its steps: goals with their alignment, what was promised, measures with their
// chart, reviews, self-assessments, the four gates, and the canvases that are kept over the whole event (ideas, communication plan, technology candidates).
//
// It promises that every number on them is worked out in a package of workshop (align, means, sustain) and is the same in the readout; that
// all can be done by keyboard alone; and that everything can be undone. The room makes a board when it is first wanted, and tells it when it is
// shown and hidden. Boards are used on the window's goroutine only, and return no errors: what is refused is told through the desk.
package boards

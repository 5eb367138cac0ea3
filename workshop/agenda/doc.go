// Package agenda times the steps of a workshop: when each was planned, when it
// was really held, and when everything that is still to come will be.
//
// It promises that a [Schedule] is a pure function of the charter, the steps
// and a moment, so that the room, the projector, the readout and the printed
// agenda show the same times. Nothing here keeps anything or returns an error:
// what cannot be read as a time counts as not there.
//
// The plan of a day begins at its hours in the charter. Without hours it begins
// when the day really began, and before that at nine. Steps follow each other
// with their minutes; one with a time of its own (At) does not begin before it.
//
// What is still to come follows what has been held, in order: after the end of
// the running step as it looks now, never before now on the day itself. A step
// that was passed over comes after the one that runs. Two things take a step
// into the next day: the day's hours are over before the step would be, or the
// day has gone by and the step is open still. Breaks never go there: they stay
// with their day, or fall away with it.
//
// How late a day is, is the difference between its end as it looks now, if all
// of its steps were still held on it, and its end as planned. Time given to a
// step (Extra), pauses and a late start count against the plan; a skipped step
// counts for it.
package agenda

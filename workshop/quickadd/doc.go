// Package quickadd understands a line that somebody types while others talk:
//
//	Label kanban lanes @Maria due fri !high #quick-win 4h 200eur
//
// It promises that nothing is lost: every word of the line is either in the
// title or in one of the [Part]s, and what is not understood for certain stays
// in the title. Parts say where in the line they stand, so that a screen can
// show what was understood before Enter is pressed.
//
// The screens and the command line call it, at every keystroke. It reads no clock: the
// caller says what day it is. The words of a language are data in
// words/*.json; [For] picks them. No function here returns an error: a line
// that means nothing is a title.
package quickadd

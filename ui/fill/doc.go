// Package fill is the page on which somebody answers a self-assessment: one statement a page with the words of all five levels, then a look at
// all answers, then the file for the facilitator.
//
// It promises that twenty statements are answered by the keys 1 to 5 and Enter alone; that every answer is on the disk a moment after it was
// given, so that one can leave and come back; that what is missing is said before the file is written; and that the page says plainly who will
// see the answers. It knows files and windows only through its [Options]: the app opens it in its own window for a facilitator, and alone in a
// window for somebody who was sent a file. It is used on the window's goroutine only; what cannot be written is told by the shell.
package fill

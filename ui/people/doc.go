// Package people shows the address book: the people of one workshop, and the page over those of all.
//
// It promises that people can be added, changed and taken out from the keyboard alone, that somebody who is named anywhere is never taken out (it
// says where he or she is named), and that with names hidden only code names are shown, whatever the table was sorted or filtered by.
//
// The workshop room shows a Board; the rail opens a Page. A board listens to its session from Shown to Hidden only. Nothing here
// returns an error: what the session refuses stays in its entry with the reason below it, or is said by the frame. What is held on a person, and erasing one, are the app's; a board only says who is meant.
package people

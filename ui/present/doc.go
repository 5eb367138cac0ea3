// Package present shows the room what the scribe writes down, on the wall: the title and the question of the step, its
// canvas as it grows, and the clock.
//
// It promises that nobody on the wall is named who is only on the resistance map, and that nothing confidential is in its
// tree of widgets: it never gets a workshop, only a [workshop.View] for everybody in the room, in which both have been left
// out. It shows what the room's window has in front, also what is being typed word by word, and follows it within one
// frame. Of boards it shows those that are fit for everybody. What is said is never set smaller than 20 units of a height of
// 800, which can be read from ten meters on a screen of two; what has no room for that is on further pages, whole, and
// the wall says how much that is. The clock draws itself alone.
//
// The wiring in ui makes one [Show] for each presentation and tells it what has changed. All of it runs on the window's
// goroutine, and no function returns an error.
package present

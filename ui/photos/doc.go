// Package photos is the board of a workshop's photos: pictures of the wall and of places before and after.
//
// It promises that files dropped or picked are taken several at once, that what is refused is named with its reason while the others
// are kept, that everything is done by keyboard alone and by mouse, and that all of it can be undone: bytes
// that an undo may ask for stay in the library until it is opened the next time and backed up.
//
// Enter or a second click shows a photo, or a pair, over the whole window.
//
// The wiring in ui makes a [Board] for each room. Files are read and pictures are decoded off the window's goroutine.
package photos

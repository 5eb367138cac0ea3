// Package widgets holds the building blocks of the screens: dumb widgets that show what they are given and tell by call-backs what the user did. They
// know nothing of workshops, files or pages.
//
// All of them work from the keyboard, show hover and focus, grow with the text size and take their colors from package theme while
// they paint, so Refresh is all they need after a change of theme. Fields may be set freely; call Refresh afterwards. Keys that a
// widget has no use for go on to the canvas, where the shell picks them up.
//
// Pages, dialogs and the shell call it. Nothing here returns an error to its caller except checks of typed text, which are shown
// beside the entry.
package widgets

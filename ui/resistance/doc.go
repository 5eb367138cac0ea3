// Package resistance is the resistance map: who stands where, who is needed where, and what to do about it.
//
// It promises that a rating is given by moving somebody, with the mouse or with one key, and is in the session at once; that asking for
// confidence, evidence and date never stands in the way; that nothing said about people is lost when something newer is said; and that
// names stay behind the shield until somebody opens it.
//
// The workshop room opens it as a [shell.Page], one for each workshop. It listens to its session from Shown to Hidden only. Nothing here
// returns an error: what the session refuses is shown beside what was typed, or told in a dialog.
package resistance

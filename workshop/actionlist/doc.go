// Package actionlist puts actions in the order in which people want to see
// them: sorted by several columns, filtered, counted. It also knows what
// changing an action's status brings with it.
//
// It promises that 10,000 actions stay quick: a [List] keeps one sorted slice of pointers
// and puts a changed row in its place without sorting again. What somebody may not read is
// not decided here: a [Row] holds the words that its maker let through.
//
// The action pages and the command line call it. It reads no clock and
// returns no errors.
package actionlist

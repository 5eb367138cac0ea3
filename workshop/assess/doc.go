// Package assess is the engagement self-assessment: the questionnaires, what
// the answers of a round add up to, and what of that may be shown.
//
// It promises three things.
//
//   - A questionnaire is data. [Read] takes one or refuses it with every
//     [*Problem] found; [Builtin] are those that the application carries.
//   - Numbers name their source. Every formula says in its comment whose it is,
//     and a missing answer is never counted as zero.
//   - Small groups stay hidden. [Compute] gives out the answers of others
//     (direct reports and peers) only where neither a number nor the difference
//     of two numbers is about fewer people than the round's smallest group. What
//     is hidden has no numbers at all, so no screen and no export can leak it.
//
// # Assessment files
//
// Who answers with the app gets a [Sheet] as a file (.nema), fills it in and
// sends back a file of the same form. It is JSON in UTF-8, at most [MaxSheet]
// bytes, with these keys:
//
//	format         "nemawashi.assessment"
//	version        1; a reader refuses a higher one and keeps its hands off
//	sha256         of this document with "" here, written without indents
//	workshop       id of the workshop, round the id of the round
//	title, client  of the round and the workshop; closes the last day, min_group the smallest group
//	by             self, report, peer or facilitator: which wording is shown
//	about, name    whom the answers are about, as the response keeps it and as the screen says it
//	unit           of those who answer, where results tell units apart
//	copy           a random word, made at the first answer and never kept in a library
//	finished       whether its sender came to the end
//	answers        item id: {"now" 1 to 5, "needed" 1 to 5, "evidence"}; what is missing is not there
//	not_observed   ids of the items of which the sender said so
//	questionnaire  the whole questionnaire, as [Read] takes it
//
// Nothing in it says who answers but about and name of by self; no time is in
// it. Unknown keys, answers to unknown items and levels off the scale are
// refused with the whole file. The Excel form of package form carries the same
// but copy and finished.
//
// Levels are whole numbers from 1 to 5; 0 stands for "not observed" or "not
// answered". The package has no clock, no files and no randomness.
package assess

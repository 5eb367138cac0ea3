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
// Levels are whole numbers from 1 to 5; 0 stands for "not observed" or "not
// answered". The package has no clock, no files and no randomness.
package assess

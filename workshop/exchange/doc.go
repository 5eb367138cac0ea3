// Package exchange plans what a spreadsheet that comes back changes in a
// workshop: a three-way merge, field by field, of the value at export (base),
// the value in the app, and the value in each returned copy.
//
// It promises that nothing is lost without being listed: every value that
// somebody typed is, in a [Plan], ready to be applied, part of a conflict, a
// problem with its cell and reason, a new row, or decided before, or it is what
// the app has already. Any number of copies are planned together, in any order; where two
// owners' copies differ, that is a conflict with both values. A row that is
// missing deletes nothing. The same file again changes nothing and asks
// nothing, and a later one of the same export asks for what is new in it: new
// actions get an id that follows from the export and from what their row says,
// and what was decided is kept, as marks that tell nothing, in the step that
// applied it. A value that was decided against stands there still, to be taken
// after all.
//
// Of a copy that does not tell what it was at export ([Copy.Compared]) nothing
// is taken by itself, and rows that nothing identifies are proposed as what
// they are most likely to be. What breaks a rule of an action's status is a
// problem, or, where it hangs on a choice, an [Plan.Unfit] choice.
//
// It is pure: it reads no files and no clock, and changes nothing before
// [Plan.Apply] runs in an edit. Package register reads workbooks into a [Copy];
// the review screen and the command line show the plan. [ReadText] reads what
// people type into cells, also for the lists of strangers.
//
// What a status brings with it (a closing date, full progress) follows as on
// the screen.
package exchange

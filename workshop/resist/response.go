package resist

import "slices"

// Response is one thing to try where a cause of resistance is known: a title
// short enough for an action, and how to go about it.
type Response struct {
	Title string
	How   string
}

// responses proposes what fits the cause. Which situation calls for which kind
// of answer follows Kotter and Schlesinger, "Choosing Strategies for Change"
// (Harvard Business Review, 1979), of whose six ways the last two, manipulation
// and coercion, are left out on purpose; the split into causes follows common
// practice in kaizen and kaikaku work. The sentences are the product's own.
var responses = map[string][]Response{
	"missing information": {
		{"Explain in person what is planned and why", "Sit down with them and their direct manager, bring the numbers, and leave room for questions before and after."},
		{"Show the problem where it happens", "Walk to the place together and let them see the data being taken."},
	},
	"sees facts differently": {
		{"Look at the facts together", "Go to the gemba as a pair, agree beforehand what would change either mind, and write down what both saw."},
		{"Invite them into the design", "Ask for the version of the change that they could support, and put their test beside yours."},
	},
	"fear of loss": {
		{"Listen, one to one", "Ask what they stand to lose and write it down in their words, without arguing against it."},
		{"Say clearly what is guaranteed", "Agree with the sponsor what will not happen to job, pay and standing, and give it in writing."},
		{"Negotiate what is owed", "Where somebody really loses something, offer a fair exchange early and openly."},
	},
	"loss of control": {
		{"Give them a decision of their own", "Name the part of the change on which they decide, and keep out of it."},
		{"Let them own the pilot", "Hand over when, where and how it is tried, with the goal as the only condition."},
	},
	"overload": {
		{"Free the hours first", "Agree with their manager which work stops or who stands in, before anything new begins."},
		{"Cut the request into smaller pieces", "Ask for one step that fits into the week as it is, then come back."},
	},
	"lacks skill": {
		{"Train on the job, with a date", "Plan the hours, practice on the real task, and check after two weeks."},
		{"Find a buddy", "Pair them with somebody who learned the same thing recently."},
	},
	"past failures": {
		{"Start with a trial that can fail safely", "Keep it small and short, measure it in public, and say in advance what ends it."},
		{"Name what went wrong last time", "Let them tell the story, and show what is different now, point by point."},
	},
	"distrust of messenger": {
		{"Let somebody else carry the message", "Ask whom they would believe, and have that person talk to them."},
		{"Keep one small promise", "Promise something that you can deliver within days, deliver it, and only then ask for more."},
	},
	"conflicting targets": {
		{"Lay the targets side by side", "Show on one page where they are paid for the opposite, and propose the change."},
		{"Ask the sponsor to decide", "Bring both targets and the consequence of each choice, and leave with one answer."},
	},
	"low tolerance": {
		{"Slow the pace and say what stays", "Give a calendar of what changes when, and name what will stay as it is."},
		{"Offer support through the first weeks", "Be there at the first runs, ask how it goes, and take small worries off their hands at once."},
	},
}

// Responses proposes answers to a cause, as spelled in the field cause of a
// stakeholder; none where the cause is not known.
func Responses(cause string) []Response { return slices.Clone(responses[cause]) }

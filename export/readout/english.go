package readout

import "maps"

// english is what the readout says in English.
var english = func() words {
	all := words{}
	for _, part := range []words{englishFrame, englishColumns, englishValues} {
		maps.Copy(all, part)
	}
	return all
}()

// englishFrame are the words of the document itself: titles, headings, sentences.
var englishFrame = words{
	"untitled":  "Untitled workshop",
	"contents":  "Contents",
	"page":      "Page %d of %d",
	"period":    "%s to %s",
	"none":      "–",
	"continued": "(goes on under “%s”)",
	"part":      "%s, %d of %d",

	"handout.kind":    "Agenda for participants",
	"handout.mark":    "For participants",
	"handout.stand":   "As things stood on %s at %s; the times of what was still to come are as they looked then.",
	"handout.minutes": "Minutes",
	"handout.what":    "What we do",
	"handout.when":    "When",
	"handout.all":     "All together",

	"kind.kaikaku":    "Kaikaku kickoff readout",
	"kind.kaizen":     "Kaizen workshop readout",
	"kind.assessment": "Assessment readout",
	"kind.custom":     "Workshop readout",

	"method.kaikaku":    "Kaikaku",
	"method.kaizen":     "Kaizen",
	"method.assessment": "Assessment",
	"method.custom":     "Workshop",

	"mark.sponsor":     "For the sponsor",
	"mark.team":        "For the team",
	"mark.facilitator": "Confidential",

	"for.sponsor":     "Sponsor",
	"for.team":        "Team",
	"for.facilitator": "Facilitator, confidential",

	"cover.sponsor":     "For the sponsor. Judgements about people are not part of this document.",
	"cover.team":        "For the team. Judgements about people are not part of this document.",
	"cover.facilitator": "For the facilitator alone. This document holds judgements about people under code names: keep it locked away, and do not pass it on.",

	"chapter.summary":     "Summary",
	"chapter.charter":     "Charter",
	"chapter.agenda":      "Agenda",
	"chapter.canvases":    "Findings and agreements",
	"chapter.resistance":  "Resistance",
	"chapter.assessment":  "Self-assessment",
	"chapter.goals":       "Goals",
	"chapter.commitments": "Commitments",
	"chapter.measures":    "Measures",
	"chapter.actions":     "Action register",
	"chapter.owners":      "Actions by owner",
	"chapter.timeline":    "Timeline",
	"chapter.reviews":     "Reviews",
	"chapter.notes":       "Notes",
	"chapter.photos":      "Photos",
	"chapter.signoff":     "Sign-off",
	"chapter.key":         "Names behind the code names",

	"head.gates":     "Four checks before the start",
	"head.team":      "Team",
	"head.results":   "Results against target",
	"head.top":       "Next actions",
	"head.resources": "Resources",
	"head.personal":  "Personal commitments",
	"head.promises":  "Who promised what",
	"head.sponsors":  "Promised, delivered and asked for, by leader",
	"head.loose":     "Actions without a goal",
	"head.sustain":   "Does the gain hold?",
	"head.themes":    "What it is about",
	"head.ranking":   "Who needs attention first",
	"head.responses": "Evidence and responses",
	"head.trend":     "How the influence has leaned",
	"head.courses":   "How judgements have changed",
	"head.burnup":    "Actions due and done",

	"summary.note":   "As of %s",
	"summary.result": "Result",
	"summary.asks":   "Decisions asked for",
	"ask.escalated":  "%s review: escalated for your decision.",
	"ask.blocked":    "%s blocked and waiting for help: %s.",
	"ask.more":       "And %d more under “Findings and agreements” and “Reviews”.",
	"agenda.note":    "%d of %d steps done",
	"held.of":        "%d of %d held",
	"agreed.of":      "%d of %d agreed",
	"loose.of":       "%d of %d",
	"sponsors.note":  "What actions ask for is asked of the owner of the goal that they serve, or of the next goal above.",
	"hold.holds":     "The gain holds: every target is reached, and the standard is followed.",
	"hold.slipping":  "The gain is slipping: a target that was reached is not any more, or the standard is followed less than before.",
	"hold.notyet":    "Nothing slips, but not every target is reached yet.",
	"hold.lost":      "A measure is worse than its baseline.",
	"gates.why":      "In 79 archived kaizen events, these four things predicted the result.",

	"resistance.sponsor":         "How the influence in the room leans, and what worries people. Who said what stays in the room.",
	"resistance.team":            "What worries people. Who said what stays in the room.",
	"resistance.facilitator":     "Judgements under code names, for the facilitator alone",
	"themes.caption.sponsor":     "How many people or groups are concerned. Reasons that fewer than three share are counted together, or left out.",
	"themes.caption.team":        "How many people or groups are concerned. Reasons that fewer than three share are counted together, or left out.",
	"themes.caption.facilitator": "How many people or groups have this as their main cause.",
	"map.caption":                "Support from left to right, influence from bottom to top. An arrow leads to the support that is needed; ring and number show the priority.",
	"ranking.note":               "Priority = influence × gap between support now and support needed",
	"burnup.caption":             "Actions that are not dropped, up to the day of this document.",
	"sum.caption":                "%s: %s in all",
	"alt.index":                  "Coalition index %s on a line from −100 to +100 %%.",
	"alt.measure":                "Readings of %s over time, with baseline and target.",

	"key.title": "Keep this page apart from the rest",
	"key.text":  "With this page, every judgement in this document can be read as one about a person. Take it out before the document leaves your hands.",

	"sign.text":        "The result and the actions in this document are accepted.",
	"sign.released":    "The time, people and budget that they need are released as noted under Commitments.",
	"sign.sponsor":     "sponsor",
	"sign.facilitator": "facilitator",
	"sign.date":        "Date",

	"missing.once":  "%s, in “%s”",
	"missing.often": "%s, %d times, first in “%s”",

	"gap.objective":     "The charter has no objective.",
	"gap.sponsor":       "No sponsor is named.",
	"gap.start":         "The workshop has no start date.",
	"gap.measure":       "No measure says whether it worked.",
	"gap.target":        "The measure “%s” has no target.",
	"gap.reading":       "The measure “%s” has no reading.",
	"gap.actions":       "There are no actions.",
	"one.gap.owner":     "%d action has no owner.",
	"many.gap.owner":    "%d actions have no owner.",
	"one.gap.due":       "%d action has no due date.",
	"many.gap.due":      "%d actions have no due date.",
	"one.gap.blocker":   "%d blocked action does not say what blocks it.",
	"many.gap.blocker":  "%d blocked actions do not say what blocks them.",
	"one.gap.unrated":   "%d entry of the map is not rated.",
	"many.gap.unrated":  "%d entries of the map are not rated.",
	"one.gap.tends":     "%d entry with priority 6 or more has nobody who looks after it.",
	"many.gap.tends":    "%d entries with priority 6 or more have nobody who looks after them.",
	"one.gap.response":  "%d entry with priority 6 or more has no response.",
	"many.gap.response": "%d entries with priority 6 or more have no response.",
	"one.gap.contact":   "%d entry with priority 6 or more has no next contact.",
	"many.gap.contact":  "%d entries with priority 6 or more have no next contact.",
	"one.gap.stale":     "%d rating is older than 30 days.",
	"many.gap.stale":    "%d ratings are older than 30 days.",
}

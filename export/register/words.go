package register

import (
	"unicode"
	"unicode/utf8"
)

// words is what the workbook says in one language, by key. Owners read it, and
// a returned workbook is recognized by it.
type words map[string]string

// languages has the words by language tag.
var languages = map[string]words{"en": english}

// wordsIn are the words of a language, English for one that is not known.
func wordsIn(language string) words {
	if w, ok := languages[language]; ok {
		return w
	}
	return english
}

// say is the text under a key.
func (w words) say(key string) string { return w[key] }

// choice is the word for one value of a field with choices.
func (w words) choice(field, value string) string {
	if value == "" {
		return ""
	}
	if s, ok := w[field+"."+value]; ok {
		return s
	}
	first, size := utf8.DecodeRuneInString(value)
	return string(unicode.ToUpper(first)) + value[size:]
}

var english = words{
	"sheet.summary":     "Summary",
	"sheet.actions":     "Actions",
	"sheet.owners":      "By owner",
	"sheet.commitments": "Commitments",
	"sheet.measures":    "Measures",
	"sheet.readme":      "Read me",

	"column.number":               "No.",
	"column.workshop":             "Workshop",
	"column.client":               "Client",
	"column.title":                "Action",
	"column.owner":                "Owner",
	"column.due":                  "Due",
	"column.status":               "Status",
	"column.progress":             "Progress %",
	"column.priority":             "Priority",
	"column.category":             "Category",
	"column.blocker":              "Blocked by",
	"column.update":               "Latest update",
	"column.detail":               "Detail",
	"column.start":                "Start",
	"column.closed":               "Closed",
	"column.helpers":              "Helpers",
	"column.goal":                 "Goal",
	"column.source":               "Source",
	"column.effort":               "Effort 1-5",
	"column.impact":               "Impact 1-5",
	"column.hours":                "Hours",
	"column.people":               "Person-days",
	"column.cost":                 "Cost",
	"column.benefit_expected":     "Benefit expected",
	"column.benefit_actual":       "Benefit actual",
	"column.benefit_confirmed_by": "Benefit confirmed by",
	"column.verified_by":          "Verified by",
	"column.check_every":          "Check every",
	"column.check_from":           "Checks from",
	"column.check_until":          "Checks until",
	"column.checked":              "Last checked",
	"column.id":                   "Id",

	"column.who":         "Who",
	"column.promise":     "Commitment",
	"column.resource":    "Resource",
	"column.promised":    "Promised",
	"column.delivered":   "Delivered",
	"column.open":        "Still to come",
	"column.unit":        "Unit",
	"column.released_by": "Released by",
	"column.check_date":  "Check date",
	"column.evidence":    "Evidence",

	"column.name":        "Measure",
	"column.better":      "Better",
	"column.baseline":    "Baseline",
	"column.target":      "Target",
	"column.target_date": "Target date",
	"column.latest":      "Latest value",
	"column.latest_date": "Latest date",
	"column.way":         "Way to target",
	"column.date":        "Date",
	"column.value":       "Value",
	"column.note":        "Note",

	"status.started":    "In progress",
	"better.higher":     "Higher is better",
	"better.lower":      "Lower is better",
	"source.secret":     "Confidential",
	"source.review":     "Review",
	"resource.personal": "Personal",

	"count.total":     "Actions",
	"count.open":      "Open",
	"count.overdue":   "Overdue",
	"count.ontime":    "Open, in time",
	"count.soon":      "Due in 7 days",
	"count.blocked":   "Blocked",
	"count.done":      "Done",
	"count.dropped":   "Dropped",
	"count.share":     "Share done",
	"count.next":      "Next due",
	"owner.none":      "No owner yet",
	"title.many":      "Action register of several workshops",
	"title.untitled":  "Untitled workshop",
	"title.owners":    "By owner",
	"title.chart":     "Actions by owner",
	"title.shops":     "Workshops",
	"title.readings":  "Readings",
	"fact.sponsor":    "Sponsor",
	"fact.start":      "Start",
	"fact.site":       "Site",
	"exported":        "As of",
	"exported.for":    "for",
	"for.sponsor":     "the sponsor",
	"for.team":        "the team",
	"for.facilitator": "the facilitator, confidential",

	"late":          "late",
	"owners.note":   "Open actions, to read and to print. Choose an owner in the filter. Changes are made on the sheet Actions.",
	"summary.note":  "The counts follow the sheet Actions as it is edited.",
	"page":          "Page",
	"page.of":       "of",
	"check.list":    "Please choose one of the list.",
	"check.date":    "Please type a date, for example 2026-11-22.",
	"check.percent": "Please type a whole number from 0 to 100, without the percent sign.",
	"check.level":   "Please type a whole number from 1 (low) to 5 (high).",
	"check.count":   "Please type a whole number, 0 or more.",
	"check.amount":  "Please type a number.",

	"readme.title": "How to work with this file",
	"readme.1":     "1. Work on the sheet Actions only. You may sort, filter, and leave out columns that you do not need.",
	"readme.2":     "2. Keep your own actions current: status, progress, due date, what blocks you, and one line under Latest update.",
	"readme.3":     "3. A new action goes into the first free row below the table. Leave No. empty; it gets its number when the file is back.",
	"readme.4":     "4. Never delete a row. An action that is not to be done gets the status Dropped, and one line that says why.",
	"readme.5":     "5. Blocked needs what blocks it under Blocked by. Verified is given by somebody other than the owner.",
	"readme.6":     "6. Save as an Excel workbook (.xlsx) and send it back to whoever sent it to you. Several copies may come back on one day: they are merged value by value, and nobody's entries get lost.",
	"readme.7":     "Dates are days, without a time. Amounts are in the currency shown. No. is there to read. Source and Goal take the name of something that is there already; other names are listed and not taken.",
	"readme.8":     "Columns that nobody has used yet are folded away. A click on the + above the table, or Unhide, shows them.",
	"readme.9":     "Hidden sheets hold the values as they were when this file was made. They are needed to merge it; please leave them in.",
	"readme.back":  "Send it back to",
	"readme.made":  "Made on",
	"readme.id":    "Export",
}

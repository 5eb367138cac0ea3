package actionlist

import (
	"strings"

	"golang.org/x/text/currency"

	"nemawashi.app/workshop"
)

// Promise is what leaders have promised of what the actions ask for.
type Promise struct{ Promised, Requested int64 }

// Resources are hours, budget (in minor units) and people (person-days).
type Resources struct {
	Hours, Budget, People Promise
	// Uncounted commitments are in units that cannot be added to the others.
	Uncounted int
}

// hoursPer and daysPer say how much a unit of time is.
var (
	hoursPer = map[string]int64{"": 1, "h": 1, "hour": 1, "hours": 1, "hrs": 1, "d": 8, "day": 8, "days": 8, "person-days": 8, "person days": 8,
		"week": 40, "weeks": 40}
	daysPer = map[string]int64{"": 1, "d": 1, "day": 1, "days": 1, "person-days": 1, "person days": 1, "people": 1, "persons": 1, "person": 1,
		"week": 5, "weeks": 5}
)

// Sum puts commitments beside what the actions ask for. Budgets are counted
// when they are in the workshop's currency, in whole units of it.
func Sum(commitments []*workshop.Commitment, asked Asked, code string) Resources {
	r := Resources{Hours: Promise{Requested: asked.Hours}, Budget: Promise{Requested: asked.Cost}, People: Promise{Requested: asked.People}}
	for _, c := range commitments {
		unit, n := strings.ToLower(strings.TrimSpace(c.Unit)), int64(c.Promised)
		factor, into := int64(0), (*Promise)(nil)
		switch c.Resource {
		case "time":
			factor, into = hoursPer[unit], &r.Hours
		case "people":
			factor, into = daysPer[unit], &r.People
		case "budget":
			if unit == "" || strings.EqualFold(unit, code) {
				factor, into = minorPer(code), &r.Budget
			}
		default:
			continue
		}
		if factor == 0 {
			r.Uncounted++
			continue
		}
		into.Promised += n * factor
	}
	return r
}

// minorPer is how many minor units a unit of the currency has.
func minorPer(code string) int64 {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return 100
	}
	scale, _ := currency.Standard.Rounding(unit)
	n := int64(1)
	for range scale {
		n *= 10
	}
	return n
}

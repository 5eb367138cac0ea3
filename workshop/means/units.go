package means

import (
	"strings"

	"golang.org/x/text/currency"

	"nemawashi.app/workshop"
)

// hoursPer and daysPer say how much a unit of time is: a day is 8 hours, a week 5 days.
var (
	hoursPer = map[string]int64{"": 1, "h": 1, "hour": 1, "hours": 1, "hrs": 1, "d": 8, "day": 8, "days": 8, "person-days": 8, "person days": 8,
		"week": 40, "weeks": 40}
	daysPer = map[string]int64{"": 1, "d": 1, "day": 1, "days": 1, "person-days": 1, "person days": 1, "people": 1, "persons": 1, "person": 1,
		"week": 5, "weeks": 5}
)

// factor is what one unit of a commitment counts, and to which resource; 0 when it cannot be added to the others. Budgets count when they are
// in the workshop's currency.
func factor(c *workshop.Commitment, code string) (int64, Resource) {
	unit := strings.ToLower(strings.TrimSpace(c.Unit))
	switch c.Resource {
	case "time":
		return hoursPer[unit], Hours
	case "people":
		return daysPer[unit], People
	case "budget":
		if unit == "" || strings.EqualFold(unit, code) {
			return minorPer(code), Budget
		}
		return 0, Budget
	}
	return 0, -1
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

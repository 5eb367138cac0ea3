// Package ideas says which ideas still wait for an answer, and for how long.
//
// An idea is a card of the canvas "ideas". It is answered when its answer is
// another one than "new"; a date in "answered" alone is no answer. It waits from
// the day on which it was written down, which the time in its id tells (UUIDv7,
// RFC 9562); of an id without a time nobody knows. The board of ideas and the
// readout show what is worked out here. It returns no errors.
package ideas

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"nemawashi.app/workshop"
)

// Canvas is the id of the canvas of ideas, as templates have it.
const Canvas = "ideas"

// Within is how many days an idea may wait before somebody should be told.
const Within = 7

// Wait is an idea without an answer.
type Wait struct {
	Card *workshop.Card
	Days int // that it has waited, -1 when nobody knows
}

// Report is how ideas are answered.
type Report struct {
	All, Answered int
	Waiting       []Wait // the longest first
}

// Oldest is how many days the idea has waited that waits the longest, -1 when none waits or nobody knows.
func (r Report) Oldest() int {
	if len(r.Waiting) == 0 {
		return -1
	}
	return r.Waiting[0].Days
}

// Of looks at the ideas among the cards.
func Of(cards []*workshop.Card, today workshop.Date) Report {
	var r Report
	for _, c := range cards {
		if c.Canvas != Canvas {
			continue
		}
		r.All++
		if Answered(c) {
			r.Answered++
			continue
		}
		r.Waiting = append(r.Waiting, Wait{Card: c, Days: Days(c, today)})
	}
	slices.SortStableFunc(r.Waiting, func(a, b Wait) int { return cmp.Compare(b.Days, a.Days) })
	return r
}

// Days is for how many days an idea has been there, -1 when nobody knows.
func Days(c *workshop.Card, today workshop.Date) int {
	made := Made(c.ID)
	if made == "" {
		return -1
	}
	return max(0, made.DaysUntil(today))
}

// Answered says that an idea has got another answer than that it is new.
func Answered(c *workshop.Card) bool {
	a := c.Text("answer")
	return a != "" && a != "new"
}

// Made is the day, in UTC, on which a record was made, "" when its id does not tell.
func Made(id workshop.ID) workshop.Date {
	hex := strings.ReplaceAll(string(id), "-", "")
	if len(hex) != 32 || hex[12] != '7' {
		return ""
	}
	ms, err := strconv.ParseInt(hex[:12], 16, 64)
	if err != nil {
		return ""
	}
	return workshop.DateOf(time.UnixMilli(ms).UTC())
}

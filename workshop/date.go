package workshop

import (
	"fmt"
	"time"
)

// Date is a calendar date without a zone, written 2026-11-22; empty means
// none. Dates compare as text.
type Date string

// DateOf is the calendar date that t shows in its own location.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// ParseDate reads a date written 2026-11-22 and refuses days that no calendar has.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return "", fmt.Errorf("%q is not a date like 2026-11-22", s)
	}
	return DateOf(t), nil
}

// Time is midnight UTC of d, the zero time when d is empty or malformed.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// AddDays is the date n days later; an empty date stays empty.
func (d Date) AddDays(n int) Date {
	if d == "" {
		return ""
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// DaysUntil counts the days from d to e, negative when e is earlier. It counts
// seconds, since a time.Duration ends after 292 years.
func (d Date) DaysUntil(e Date) int {
	return int((e.Time().Unix() - d.Time().Unix()) / 86_400)
}

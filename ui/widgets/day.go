package widgets

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// ErrNoDate is returned for words that are no date.
var ErrNoDate = errors.New("not a date: type a day such as fri, 2026-11-22, 22 nov or +2w")

// ParseDay reads a day as people type it: "today", "tomorrow", "fri" (the next one), "+3d", "+2w", "+1m", "2026-11-22", "22 nov", "22.11." or "22.11.2026".
// Empty text is no date: the zero time. It returns ErrNoDate for anything else.
func ParseDay(text string, today time.Time) (time.Time, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	switch text {
	case "":
		return time.Time{}, nil
	case "today":
		return today, nil
	case "tomorrow":
		return today.AddDate(0, 0, 1), nil
	}
	if d, ok := parseOffset(text, today); ok {
		return d, nil
	}
	for w := time.Sunday; w <= time.Saturday; w++ {
		name := strings.ToLower(w.String())
		if len(text) >= 3 && strings.HasPrefix(name, text) {
			return today.AddDate(0, 0, (int(w)-int(today.Weekday())+6)%7+1), nil
		}
	}
	for _, layout := range []string{time.DateOnly, "2.1.2006", "2 Jan 2006", "2 January 2006"} {
		if d, err := time.Parse(layout, text); err == nil {
			return d, nil
		}
	}
	for _, layout := range []string{"2.1.", "2.1", "2 Jan", "2 January", "Jan 2"} {
		if d, err := time.Parse(layout, text); err == nil {
			d = time.Date(today.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
			if d.Before(today) {
				d = d.AddDate(1, 0, 0)
			}
			return d, nil
		}
	}
	return time.Time{}, ErrNoDate
}

func parseOffset(text string, today time.Time) (time.Time, bool) {
	if len(text) < 3 || text[0] != '+' {
		return time.Time{}, false
	}
	n, err := strconv.Atoi(text[1 : len(text)-1])
	if err != nil || n > 10_000 {
		return time.Time{}, false
	}
	switch text[len(text)-1] {
	case 'd':
		return today.AddDate(0, 0, n), true
	case 'w':
		return today.AddDate(0, 0, 7*n), true
	case 'm':
		return today.AddDate(0, n, 0), true
	}
	return time.Time{}, false
}

// DayText writes a day for reading: "Wed 18 Nov", and "18 Nov 2027" when it is not of this year: no longer, so that it fits where the other does.
func DayText(d, today time.Time) string {
	switch {
	case d.IsZero():
		return ""
	case d.Year() != today.Year():
		return d.Format("2 Jan 2006")
	}
	return d.Format("Mon 2 Jan")
}

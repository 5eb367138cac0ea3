package workshop

import (
	"fmt"
	"strings"
	"time"
)

// Hours are when a day of the event begins and when it must be over, counted
// from midnight. Until is 0 for a day that may last as long as it takes.
type Hours struct{ From, Until time.Duration }

// ParseHours reads one line of a charter's hours: "09:00" or "09:00-17:30".
func ParseHours(line string) (Hours, error) {
	begin, end, closed := strings.Cut(strings.ReplaceAll(line, "–", "-"), "-")
	from, err := ParseClock(strings.TrimSpace(begin))
	if err != nil {
		return Hours{}, err
	}
	h := Hours{From: from}
	if !closed {
		return h, nil
	}
	if h.Until, err = ParseClock(strings.TrimSpace(end)); err != nil {
		return Hours{}, err
	}
	if h.Until <= h.From {
		return Hours{}, fmt.Errorf("%q ends before it begins", clip(line))
	}
	return h, nil
}

// ParseClock reads a time of day: 9:05, 09:05 or 0905.
func ParseClock(s string) (time.Duration, error) {
	for _, layout := range []string{"15:04", "1504"} {
		if t, err := time.Parse(layout, s); err == nil {
			return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute, nil
		}
	}
	return 0, fmt.Errorf("%q is not a time of day like 09:30", clip(s))
}

// HoursOf are the hours of a day of the event, counted from 1; a day beyond the
// last line is as the last line says. False when the charter says nothing.
func (c *Charter) HoursOf(day int) (Hours, bool) {
	if len(c.Hours) == 0 || day < 1 {
		return Hours{}, false
	}
	h, err := ParseHours(c.Hours[min(day, len(c.Hours))-1])
	return h, err == nil
}

func checkHours(lines []string) error {
	if err := checkList(lines); err != nil {
		return err
	}
	for i, line := range lines {
		if _, err := ParseHours(line); err != nil {
			return fmt.Errorf("of day %d: %w", i+1, err)
		}
	}
	return nil
}

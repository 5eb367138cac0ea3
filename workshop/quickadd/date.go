package quickadd

import (
	"strconv"
	"strings"
	"time"

	"nemawashi.app/workshop"
)

// Date reads a text that is a date and nothing else, with or without a word
// such as "due" before it. Without any text there is no date, which is fine too.
func Date(text string, c Context) (workshop.Date, bool) { return alone(text, c, false) }

func alone(text string, c Context, past bool) (workshop.Date, bool) {
	words := c.Words
	if words == nil {
		words = English()
	}
	var ws []string
	for _, w := range split(text) {
		ws = append(ws, fold(w.bare()))
	}
	if len(ws) > 1 && holds(words.Due, ws[0]) {
		ws = ws[1:]
	}
	if len(ws) == 0 {
		return "", true
	}
	date, n := dates{words, c.Today, past}.read(ws)
	return date, n == len(ws)
}

// Past is Date for something that has been: a day of the week is the last one,
// today included, and a day of a month without its year is the last such day,
// or one within a month from now. What says itself that it is to come
// ("tomorrow", "+2w") stays so.
func Past(text string, c Context) (workshop.Date, bool) { return alone(text, c, true) }

// farthest limits spans, so that a typing error does not make a date that no
// calendar shows.
const farthest = 3660

// dates reads dates in one language, seen from one day.
type dates struct {
	*Words
	today workshop.Date
	past  bool // of something that has been
}

// read reads a date from the beginning of the folded words and says how many
// of them it took, 0 when they begin with no date.
func (d dates) read(ws []string) (workshop.Date, int) {
	if len(ws) == 0 || d.today == "" {
		return "", 0
	}
	if date, ok := d.single(ws[0]); ok {
		return date, 1
	}
	if len(ws) >= 2 && holds(d.Next, ws[0]) {
		if date, ok := d.next(ws[1]); ok {
			return date, 2
		}
	}
	if len(ws) >= 3 && holds(d.In, ws[0]) {
		n, ok := number(ws[1], 4)
		if holds(d.One, ws[1]) {
			n, ok = 1, true
		}
		if ok {
			if date, ok := d.after(n, ws[2]); ok {
				return date, 3
			}
		}
	}
	return d.dayAndMonth(ws)
}

// single reads dates of one word.
func (d dates) single(w string) (workshop.Date, bool) {
	switch {
	case holds(d.Today, w):
		return d.today, true
	case holds(d.Tomorrow, w):
		return d.today.AddDays(1), true
	}
	if day, ok := d.weekday(w); ok {
		ahead := (int(day) - int(weekdayOf(d.today)) + 7) % 7
		if ahead == 0 {
			ahead = 7 // on a Friday "due fri" is the next one; there is a word for today
		}
		if d.past {
			ahead -= 7
		}
		return d.today.AddDays(ahead), true
	}
	if date, ok := d.span(w); ok {
		return date, true
	}
	return d.numeric(w)
}

// weekdayOf counts from Monday, 0.
func weekdayOf(d workshop.Date) int { return (int(d.Time().Weekday()) + 6) % 7 }

func (d dates) weekday(w string) (int, bool) {
	w = strings.TrimSuffix(w, ".")
	for i, names := range d.Weekdays {
		if holds(names, w) {
			return i, true
		}
	}
	return 0, false
}

// span reads "+2w".
func (d dates) span(w string) (workshop.Date, bool) {
	w, ok := strings.CutPrefix(w, "+")
	if !ok {
		return "", false
	}
	n, unit := digits(w)
	count, ok := number(n, 4)
	if !ok {
		return "", false
	}
	return d.after(count, unit)
}

func (d dates) after(n int, unit string) (workshop.Date, bool) {
	key, ok := one(d.Units, unit, false)
	if !ok {
		return "", false
	}
	var date workshop.Date
	switch key {
	case "day":
		date = d.today.AddDays(min(n, farthest+1))
	case "week":
		date = d.today.AddDays(7 * min(n, farthest))
	case "month":
		date = months(d.today, min(n, farthest))
	case "year":
		date = months(d.today, 12*min(n, farthest))
	}
	return date, date != "" && d.today.DaysUntil(date) <= farthest
}

// next reads "next week" (a week from today) and "next fri" (of the week that
// begins on the coming Monday).
func (d dates) next(w string) (workshop.Date, bool) {
	if date, ok := d.after(1, w); ok {
		return date, true
	}
	day, ok := d.weekday(w)
	if !ok {
		return "", false
	}
	return d.today.AddDays(7 - weekdayOf(d.today) + day), true
}

// months goes n months on, to the month's last day where it has no such day.
func months(from workshop.Date, n int) workshop.Date {
	t := from.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return workshop.DateOf(first.AddDate(0, 0, min(t.Day(), last)-1))
}

// numeric reads 2026-11-22, 22.11., 22.11.2026 and, where only one reading is
// a date, 22/11 and 11/22.
func (d dates) numeric(w string) (workshop.Date, bool) {
	// Folding has made spaces of hyphens.
	if date, err := workshop.ParseDate(strings.ReplaceAll(w, " ", "-")); err == nil {
		return date, true
	}
	if strings.Contains(w, ".") {
		return d.parts(strings.Split(strings.TrimSuffix(w, "."), "."))
	}
	ps := strings.Split(w, "/")
	if len(ps) < 2 {
		return "", false
	}
	date, ok := d.parts(ps)
	ps[0], ps[1] = ps[1], ps[0]
	other, also := d.parts(ps)
	switch {
	case ok && also && date != other:
		return "", false
	case ok:
		return date, true
	}
	return other, also
}

// parts reads day, month and perhaps year.
func (d dates) parts(ps []string) (workshop.Date, bool) {
	if len(ps) != 2 && len(ps) != 3 {
		return "", false
	}
	day, ok1 := number(ps[0], 2)
	month, ok2 := number(ps[1], 2)
	if !ok1 || !ok2 || month < 1 || month > 12 {
		return "", false
	}
	if len(ps) == 2 {
		return d.coming(day, time.Month(month))
	}
	return d.inYear(ps[2], day, time.Month(month))
}

// inYear reads a year of two or four digits.
func (d dates) inYear(year string, day int, month time.Month) (workshop.Date, bool) {
	y, ok := number(year, 4)
	if !ok || len(year) != 2 && len(year) != 4 {
		return "", false
	}
	if len(year) == 2 {
		y += d.today.Time().Year() / 100 * 100
	}
	return onDay(y, month, day)
}

// coming is the next such day, today included; of something that has been, the last.
func (d dates) coming(day int, month time.Month) (workshop.Date, bool) {
	year := d.today.Time().Year()
	if d.past {
		return d.been(day, month)
	}
	for y := year; y <= year+8; y++ { // 29 February is never more than eight years away
		if date, ok := onDay(y, month, day); ok && date >= d.today {
			return date, true
		}
	}
	return "", false
}

// soon is how many days ahead a day of something that has been is read as one to come: the mistake is then seen, not turned into one of a year ago.
const soon = 31

func (d dates) been(day int, month time.Month) (workshop.Date, bool) {
	from := d.today.AddDays(soon)
	year := from.Time().Year()
	for y := year; y >= year-8; y-- {
		if date, ok := onDay(y, month, day); ok && date <= from {
			return date, true
		}
	}
	return "", false
}

func onDay(year int, month time.Month, day int) (workshop.Date, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return workshop.DateOf(t), year >= 1000 && t.Day() == day && t.Month() == month
}

// dayAndMonth reads "22 nov" and "nov 22", with or without a year.
func (d dates) dayAndMonth(ws []string) (workshop.Date, int) {
	if len(ws) < 2 {
		return "", 0
	}
	day, ok := d.ordinal(ws[0])
	month, named := d.month(ws[1])
	if !ok || !named {
		month, named = d.month(ws[0])
		day, ok = d.ordinal(ws[1])
	}
	if !ok || !named {
		return "", 0
	}
	if len(ws) >= 3 && len(ws[2]) == 4 {
		if date, ok := d.inYear(ws[2], day, month); ok {
			return date, 3
		}
	}
	if date, ok := d.coming(day, month); ok {
		return date, 2
	}
	return "", 0
}

// ordinal reads the day of a month: 22, 22. or 22nd.
func (d dates) ordinal(w string) (int, bool) {
	for _, end := range []string{".", "st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, end)
	}
	n, ok := number(w, 2)
	return n, ok && n >= 1 && n <= 31
}

func (d dates) month(w string) (time.Month, bool) {
	w = strings.TrimSuffix(w, ".")
	for i, names := range d.Months {
		if holds(names, w) {
			return time.Month(i + 1), true
		}
	}
	return 0, false
}

// number reads a whole number of at most so many digits.
func number(s string, most int) (int, bool) {
	if s == "" || len(s) > most || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// digits cuts s after its leading digits.
func digits(s string) (head, rest string) {
	rest = strings.TrimLeft(s, "0123456789")
	return s[:len(s)-len(rest)], rest
}

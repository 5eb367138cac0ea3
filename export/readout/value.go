package readout

import (
	"fmt"
	"strconv"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
)

// date writes a date so that nobody takes the day for the month. What is no
// date is shown as it is.
func (r *report) date(d workshop.Date) string {
	t := d.Time()
	if t.IsZero() {
		return string(d)
	}
	return r.w.say("weekday."+strconv.Itoa(int(t.Weekday()))) + " " + r.shortDate(d)
}

// shortDate is the date without the day of the week, for columns.
func (r *report) shortDate(d workshop.Date) string {
	t := d.Time()
	if t.IsZero() {
		return string(d)
	}
	return fmt.Sprintf("%d %s %d", t.Day(), r.w.say("month."+strconv.Itoa(int(t.Month()))), t.Year())
}

// number writes a measured value, as the screen does.
func (r *report) number(v float64) string { return amount.Number(v) }

// with puts a unit behind a number.
func (r *report) with(v float64, unit string) string {
	return strings.TrimSpace(r.number(v) + " " + unit)
}

// purse writes amounts of money of one currency.
type purse struct{ code string }

func purseOf(code string) purse { return purse{amount.Code(code)} }

// text is the amount in all its digits; a whole amount is shown without cents.
func (p purse) text(m workshop.Money) string { return amount.Money(m, p.code) }

// whole is an amount that was noted in whole units of the currency.
func (p purse) whole(n int) string { return strings.TrimSpace(p.code + " " + amount.Whole(n)) }

// shortened is the beginning of a text on one line, with an ellipsis where something is left out.
func shortened(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:most]), " ") + "…"
}

// lines are the lines of a note that say something, without the marks of a list.
func lines(note string) []string {
	var out []string
	for line := range strings.SplitSeq(note, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if rest := strings.TrimSpace(strings.TrimLeft(line, "-*•")); rest != "" && rest != line {
			line = rest
		}
		out = append(out, line)
	}
	return out
}

package readout

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/currency"

	"nemawashi.app/workshop"
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

// number writes a measured value without the digits that binary fractions add.
func (r *report) number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return r.w.say("none")
	}
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if math.Abs(v) < 1e15 {
		text = strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64)
	}
	return grouped(strings.Replace(text, "-", "−", 1), 5)
}

// with puts a unit behind a number.
func (r *report) with(v float64, unit string) string {
	return strings.TrimSpace(r.number(v) + " " + unit)
}

// grouped sets a comma every three digits in numbers of that many digits and more.
func grouped(number string, from int) string {
	whole, part, _ := strings.Cut(number, ".")
	sign := ""
	if rest, ok := strings.CutPrefix(whole, "−"); ok {
		sign, whole = "−", rest
	}
	if len(whole) >= from {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
	}
	if part != "" {
		part = "." + part
	}
	return sign + whole + part
}

// purse writes amounts of money of one currency.
type purse struct {
	code   string
	digits int
}

// purseOf reads the currency of a charter. One that is not in the list of ISO
// 4217 is shown as it is written, with two digits.
func purseOf(code string) purse {
	code = strings.ToUpper(strings.TrimSpace(code))
	p := purse{code: code, digits: 2}
	if unit, err := currency.ParseISO(code); err == nil {
		p.digits, _ = currency.Standard.Rounding(unit)
	}
	return p
}

// text is the amount in all its digits; a whole amount is shown without cents.
func (p purse) text(m workshop.Money) string {
	sign, digits := "", strconv.FormatInt(int64(m), 10)
	if rest, ok := strings.CutPrefix(digits, "-"); ok {
		sign, digits = "−", rest
	}
	if missing := p.digits + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	whole, cents := digits[:len(digits)-p.digits], digits[len(digits)-p.digits:]
	if strings.Trim(cents, "0") != "" {
		whole += "." + cents
	}
	return strings.TrimSpace(p.code + " " + grouped(sign+whole, 4))
}

// whole is an amount that was noted in whole units of the currency.
func (p purse) whole(n int) string {
	return strings.TrimSpace(p.code + " " + grouped(strings.Replace(strconv.Itoa(n), "-", "−", 1), 4))
}

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

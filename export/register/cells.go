package register

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"nemawashi.app/workshop"
)

// maxCell is the longest text of a cell, in units of UTF-16. The library cuts
// what is longer without a word, so it is measured before.
const maxCell = 32_767

// text is a text for a cell, nil when there is none.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// whole is a number for a cell, nil for 0, which stands for "not known" in
// nearly every field.
func whole(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// firstDay is the first day whose number all spreadsheets agree on: those made
// by Excel count a 29 February 1900.
const firstDay workshop.Date = "1900-03-01"

// epoch is the day before day 1 of spreadsheets, in days since 1970.
const epoch = -25_569

// day is a date for a cell: the number of days that spreadsheets count, made
// without any zone. A day before they agree stays text.
func day(d workshop.Date) any {
	if d == "" {
		return nil
	}
	t := d.Time()
	if d < firstDay || t.IsZero() {
		return string(d)
	}
	return int(t.Unix()/86_400) - epoch
}

// units counts the units of UTF-16 of a text.
func units(s string) int {
	if len(s) <= maxCell {
		return len(s) // as many bytes are never fewer units
	}
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// extent is how wide a value stands in a cell, in digits: of its longest line,
// wide letters counted twice. It stops at limit.
func extent(v any, limit int) int {
	switch v := v.(type) {
	case nil:
		return 0
	case int:
		return len(strconv.Itoa(v)) + len(strconv.Itoa(v))/4
	case float64:
		s := strconv.FormatFloat(v, 'f', -1, 64)
		return len(s) + len(s)/3
	case string:
		longest, line := 0, 0
		for i := 0; i < len(v) && longest < limit; {
			r, size := rune(v[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(v[i:])
			}
			i += size
			switch {
			case r == '\n':
				line = 0
			case r >= 0x1100:
				line += 2
			default:
				line++
			}
			longest = max(longest, line)
		}
		return longest
	}
	return 0
}

// linesOf is how many lines a text takes in a column, in words. It rather
// counts one too many: a line too short would be cut.
func linesOf(s string, width float64) int {
	width *= 1.12 // columns are measured in digits of a larger font
	if float64(len(s))*broadest <= width && !strings.Contains(s, "\n") {
		return 1
	}
	lines, at, word := 1, 0.0, 0.0
	end := func() {
		if at > 0 && at+word > width {
			lines, at = lines+1, 0
		}
		at += word
		for at > width { // a word longer than the column breaks anywhere
			lines, at = lines+1, at-width
		}
		word = 0
	}
	for _, r := range s {
		switch {
		case r == '\n':
			end()
			lines, at = lines+1, 0
		case r == ' ' || r == '-' || r >= 0x2E80:
			word += breadth(r)
			end()
		default:
			word += breadth(r)
		}
	}
	end()
	return lines
}

// broadest is the breadth of the broadest letter, for each of its bytes.
const broadest = 1.45

// breadth is about how broad a letter is, in digits.
func breadth(r rune) float64 {
	switch {
	case r >= 0x1100:
		return 2
	case r == 'm' || r == 'w' || r == 'M' || r == 'W' || r == '@' || r == '%':
		return broadest
	case r >= 'A' && r <= 'Z':
		return 1.15
	case r == 'i' || r == 'j' || r == 'l' || r == 't' || r == 'f' || r == 'r' || r == 'I' || r == '.' || r == ',' || r == ';' || r == ':' || r == '\'' || r == ' ':
		return 0.6
	}
	return 1
}

// tallest is the greatest height of a row, in points.
const tallest = 409

// heightOf is the height of a row with so many lines.
func heightOf(lines int) float64 { return min(tallest, 2.5+13.5*float64(lines)) }

package exchange

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"nemawashi.app/workshop"
)

// The years that a date typed into a register can be in. What is outside is a
// slip: a bare 15 in a column of dates is the 15th of January 1900.
const (
	firstYear = 1990
	lastYear  = 2199
)

// ReadDay reads a date that a cell holds as a number.
func ReadDay(day string) Value {
	d, err := workshop.ParseDate(day)
	if year := d.Time().Year(); err != nil || year < firstYear || year > lastYear {
		return Value{Problem: "is the date " + day + ", which cannot be meant"}
	}
	return Value{JSON: JSON(string(d))}
}

// readDate reads a date that was typed as text, in figures or with a month's
// name in any language. A time behind it is left out: days have none.
func readDate(text string, c Context) Value {
	var figures []string
	month := 0
	for _, p := range dateParts(text) {
		word := Fold(p)
		n, named := known().months[word]
		switch {
		case digits(p):
			figures = append(figures, p)
		case named && month == 0:
			month = n
		case digits(strings.TrimRight(word, "stndrhº")) && len(figures) == 0:
			figures = append(figures, strings.TrimRight(word, "stndrhº")) // 1st, 22nd
		case len(figures) == 0 && month == 0 && len([]rune(p)) > 1:
			// a weekday
		case word == "de" || word == "of":
		default:
			return Value{Problem: "is not a date"}
		}
	}
	switch {
	case month != 0 && len(figures) == 2 && len(figures[0]) == 4:
		return onDay(figures[0], month, figures[1])
	case month != 0 && len(figures) == 2:
		return onDay(figures[1], month, figures[0])
	case month != 0 && len(figures) == 1:
		return Value{Problem: "has no year"}
	case month != 0 || len(figures) < 2:
		return Value{Problem: "is not a date"}
	case len(figures) == 2:
		return Value{Problem: "has no year"}
	case len(figures) > 3:
		return Value{Problem: "is not a date"}
	case len(figures[0]) == 4:
		return inFigures(figures[0], figures[1], figures[2])
	case strings.Contains(text, ".") || known().dayFirst[base(c.Language)]:
		return inFigures(figures[2], figures[1], figures[0])
	}
	return eitherWay(figures)
}

// eitherWay reads 3/4/2026 and 4/3/2026, where both can be meant.
func eitherWay(figures []string) Value {
	a := inFigures(figures[2], figures[1], figures[0])
	b := inFigures(figures[2], figures[0], figures[1])
	switch {
	case a.Problem != "" && b.Problem != "":
		return Value{Problem: "is a day that no calendar has"}
	case b.Problem != "" || string(a.JSON) == string(b.JSON):
		return a
	case a.Problem != "":
		return b
	}
	return Value{Problem: fmt.Sprintf("may be %s or %s", strings.Trim(string(a.JSON), `"`), strings.Trim(string(b.JSON), `"`))}
}

// dateParts cuts a date where its parts end. A time keeps its colons, and a
// date in the writing of East Asia is cut at its signs.
func dateParts(text string) []string {
	text = strings.NewReplacer("年", "-", "月", "-", "日", " ", "T", " T").Replace(text)
	if i := strings.Index(text, " T"); i > 0 && (i+2 >= len(text) || text[i+2] < '0' || text[i+2] > '9') {
		text = strings.ReplaceAll(text, " T", "T")
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,/-–", r) })
	for i, p := range parts {
		if strings.Contains(p, ":") {
			return parts[:i]
		}
	}
	return parts
}

func inFigures(year, month, day string) Value {
	m, err := strconv.Atoi(month)
	if err != nil || m < 1 || m > 12 || len(month) > 2 {
		return Value{Problem: "is a day that no calendar has"}
	}
	return onDay(year, m, day)
}

func onDay(year string, month int, day string) Value {
	y, err := strconv.Atoi(year)
	d, errDay := strconv.Atoi(day)
	if err != nil || errDay != nil || len(day) > 2 || len(year) != 2 && len(year) != 4 {
		return Value{Problem: "is not a date"}
	}
	if len(year) == 2 {
		y += 2000
	}
	t := time.Date(y, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || int(t.Month()) != month {
		return Value{Problem: "is a day that no calendar has"}
	}
	return ReadDay(t.Format(time.DateOnly))
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func base(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	return tag
}

package boards

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/quickadd"
)

// maybe reads a number with a point or a comma, nil of nothing. Commas between thousands are read as such.
func maybe(text string) (*float64, error) {
	if text == "" {
		return nil, nil
	}
	plain := text
	if i := strings.LastIndexByte(text, ','); i >= 0 && (strings.Contains(text, ".") || strings.Count(text, ",") > 1) {
		plain = strings.ReplaceAll(text, ",", "")
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(plain, ",", "."), 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return nil, fmt.Errorf("%q is not a number", text)
	}
	return &n, nil
}

// date reads a date, none of nothing.
func date(text string, today workshop.Date) (workshop.Date, error) {
	return dated(text, quickadd.Date, today)
}

// past reads the date of something that has been: "fri" is the last Friday.
func past(text string, today workshop.Date) (workshop.Date, error) {
	return dated(text, quickadd.Past, today)
}

func dated(text string, read func(string, quickadd.Context) (workshop.Date, bool), today workshop.Date) (workshop.Date, error) {
	d, ok := read(text, quickadd.Context{Today: today})
	if !ok {
		return "", fmt.Errorf("%q is not a date like fri, 24 nov or 2026-11-24", text)
	}
	return d, nil
}

// written is a number as it is typed, so that reading it again gives the same.
func written(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// plain says a refusal in the words of the field.
func plain(err error) error {
	var bad *workshop.Invalid
	if errors.As(err, &bad) {
		return errors.New(strings.TrimSpace(bad.Field + " " + bad.Reason))
	}
	return err
}

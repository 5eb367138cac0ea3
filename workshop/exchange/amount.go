package exchange

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/currency"
)

// largest is the largest amount whose every digit a cell keeps.
const largest = 999_999_999_999_999

// minor is an amount in minor units of the currency.
func minor(x float64, c Context) Value {
	scaled := x * math.Pow10(c.Digits)
	n := math.Round(scaled)
	if math.Abs(n) > largest {
		return Value{Problem: "is too large an amount"}
	}
	if math.Abs(scaled-n) > 1e-4 {
		return Value{Problem: fmt.Sprintf("has more than %d digits behind the point", c.Digits)}
	}
	return Value{JSON: JSON(int64(n))}
}

// readAmount reads an amount typed as text, with or without its currency and
// with separators of any country. Where one separator could be either, nobody
// can tell.
func readAmount(text string, c Context) Value {
	kept := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9' || r == '.' || r == ',' || r == '-':
			return r
		case r == '\u2212':
			return '-'
		}
		return -1
	}, text)
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, text)
	if kept == "" || len([]rune(letters)) > 3 || strings.LastIndexByte(kept, '-') > 0 {
		return Value{Problem: "is not an amount"}
	}
	if len(letters) == 3 && isASCII(letters) && c.Currency != "" && letters != strings.ToUpper(c.Currency) {
		return Value{Problem: "is in " + letters + ", the workshop counts in " + c.Currency}
	}
	point := strings.LastIndexAny(kept, ".,")
	if point >= 0 {
		mark, behind := kept[point:point+1], len(kept)-point-1
		other := strings.Trim(kept[:point], "-0123456789")
		switch {
		case other == "" && behind == 3 && c.Digits < 3 && strings.Trim(kept[:point], "-0") != "":
			return Value{Problem: "may be " + strings.Replace(kept, mark, "", 1) + " or " + strings.Replace(kept, mark, ".", 1)}
		case other != "" && strings.Trim(other, mark) == "":
			kept = strings.ReplaceAll(kept, mark, "") // 1.234.567
		default:
			kept = strings.NewReplacer(".", "", ",", "").Replace(kept[:point]) + "." + kept[point+1:]
		}
	}
	x, err := strconv.ParseFloat(kept, 64)
	if err != nil {
		return Value{Problem: "is not an amount"}
	}
	return minor(x, c)
}

// Amount is an amount in minor units of a currency, in digits: 1234.50.
func Amount(minor int64, code string) string {
	digits := 2
	if unit, err := currency.ParseISO(code); err == nil {
		digits, _ = currency.Standard.Rounding(unit)
	}
	return strconv.FormatFloat(float64(minor)/math.Pow10(digits), 'f', digits, 64)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

package quickadd

import (
	"strconv"
	"strings"

	"golang.org/x/text/currency"

	"nemawashi.app/workshop"
)

// most is the largest amount that is taken for one, in minor units.
const most = 1_000_000_000_000

// Amount reads a text that is an amount in the currency and nothing else, with
// or without the currency's code or sign. Without any text the amount is zero.
func Amount(text, code string) (workshop.Money, bool) {
	if strings.Contains(text, "-") {
		return 0, false // folding would make an amount of one that is owed
	}
	s := strings.Join(strings.Fields(strings.ReplaceAll(fold(text), "'", "")), "")
	if s == "" {
		return 0, true
	}
	if strings.Trim(s, "0123456789.,") == "" {
		return minorUnits(s, code)
	}
	minor, other, ok := English().amount(s)
	return minor, ok && strings.EqualFold(other, code)
}

// amount reads "200eur", "€12.50" and "2,500 eur" written as one word. The
// currency is the code that the word or sign means.
func (w *Words) amount(s string) (minor workshop.Money, code string, ok bool) {
	at := strings.IndexAny(s, "0123456789")
	if at < 0 {
		return 0, "", false
	}
	end := strings.LastIndexAny(s, "0123456789") + 1
	sign := s[:at] + s[end:]
	if at > 0 && end < len(s) {
		return 0, "", false
	}
	if code, ok = one(w.Currencies, sign, false); !ok {
		return 0, "", false
	}
	minor, ok = minorUnits(s[at:end], code)
	return minor, code, ok
}

// minorUnits reads a number in units of the currency. One separator before three digits, and
// every one that comes again, groups thousands; before the currency's number of
// decimals it is the decimal sign.
func minorUnits(s, code string) (workshop.Money, bool) {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return 0, false
	}
	scale, _ := currency.Standard.Rounding(unit)
	whole, decimals := s, ""
	if i := strings.LastIndexAny(s, ".,"); i >= 0 && len(s)-i-1 <= scale {
		whole, decimals = s[:i], s[i+1:]
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool { return r == '.' || r == ',' })
	if len(groups)-1 != strings.Count(whole, ".")+strings.Count(whole, ",") {
		return 0, false
	}
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 || strings.Trim(g, "0123456789") != "" {
			return 0, false
		}
	}
	if len(groups) == 0 || strings.Trim(decimals, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseInt(strings.Join(groups, "")+decimals+strings.Repeat("0", scale-len(decimals)), 10, 64)
	if err != nil || n > most {
		return 0, false
	}
	return workshop.Money(n), true
}

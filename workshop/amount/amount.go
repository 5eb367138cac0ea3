// Package amount writes numbers and amounts of money as people read them: with
// commas between thousands, a point before decimals and a true minus sign. All
// tables and boards of the app, the projector and the PDF write through it, so
// that one number looks the same wherever it stands; a spreadsheet gets numbers
// and formats them itself. English is the only language so far; another one
// changes what is written here and nowhere else.
//
// An amount of money is in minor units of its currency (cents of a euro; a yen
// has none) and is written with the currency's code of ISO 4217 before it: the
// sign $ alone does not say whose. A code that is not in that list is written as
// it is, with two decimals. It returns no errors.
package amount

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/currency"
)

// meant is how many digits of a measured value mean something.
const meant = 6

// Number writes a measured value: whole digits are all kept, decimals as far as
// they are among the six digits that a measured value can mean, without those
// that binary fractions add. What is no number is "–".
func Number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	decimals := 0
	if v != 0 && math.Abs(v) < 1e15 {
		decimals = max(0, meant-1-int(math.Floor(math.Log10(math.Abs(v)))))
	}
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return separated(text)
}

// Whole writes a whole number.
func Whole[N ~int | ~int64](n N) string { return separated(strconv.FormatInt(int64(n), 10)) }

// Money writes an amount in all its digits; a whole one without decimals.
func Money[N ~int64](minor N, code string) string {
	return strings.TrimSpace(Code(code) + " " + Bare(minor, code))
}

// Bare is Money without the currency, for a column or a field whose title says it.
func Bare[N ~int64](minor N, code string) string { return separated(Typed(minor, code)) }

// Short writes an amount for where there is little room: from ten thousand on
// in thousands, and without the currency.
func Short[N ~int64](minor N, code string) string {
	power := int64(math.Pow10(Decimals(code)))
	if units := int64(minor) / power; units >= 10_000 {
		return Whole((units+500)/1000) + " k"
	}
	return Bare(minor, code)
}

// Typed writes an amount as one types it, so that reading it again gives the
// same: without the currency, without thousands, without decimals that say nothing.
func Typed[N ~int64](minor N, code string) string {
	scale := Decimals(code)
	sign, digits := "", strconv.FormatInt(int64(minor), 10)
	if rest, ok := strings.CutPrefix(digits, "-"); ok {
		sign, digits = "-", rest
	}
	if missing := scale + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	whole, decimals := digits[:len(digits)-scale], digits[len(digits)-scale:]
	if strings.Trim(decimals, "0") != "" {
		whole += "." + decimals
	}
	return sign + whole
}

// Code is a currency's code as it is written.
func Code(code string) string { return strings.ToUpper(strings.TrimSpace(code)) }

// Decimals is how many decimals amounts of a currency have.
func Decimals(code string) int {
	if unit, err := currency.ParseISO(Code(code)); err == nil {
		scale, _ := currency.Standard.Rounding(unit)
		return scale
	}
	return 2
}

// separated sets a comma every three digits, and a minus sign for a hyphen.
func separated(number string) string {
	whole, decimals, cut := strings.Cut(number, ".")
	sign := ""
	if rest, ok := strings.CutPrefix(whole, "-"); ok {
		sign, whole = "−", rest
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if cut {
		whole += "." + decimals
	}
	return sign + whole
}

package register

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/currency"

	"nemawashi.app/workshop"
)

// exact is the largest whole number whose every digit a spreadsheet keeps.
const exact = 999_999_999_999_999

// purse knows a currency: how many digits follow the point, and how an amount
// is shown. The zero purse is of an unnamed currency with cents.
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

// format is the number format of the currency. The code stands for the sign:
// $ alone does not say whose.
func (p purse) format() string {
	f := "#,##0"
	if p.digits > 0 {
		f += "." + strings.Repeat("0", p.digits)
	}
	if code := strings.NewReplacer(`[`, "", `]`, "", `"`, "", `$`, "").Replace(p.code); code != "" {
		f = "[$" + code + "] " + f
	}
	return f
}

// value is the amount for a cell: a number as long as all its digits are kept,
// text beyond, nil for none.
func (p purse) value(m workshop.Money) any {
	if m == 0 {
		return nil
	}
	if m <= exact && m >= -exact {
		return float64(m) / math.Pow10(p.digits)
	}
	return p.text(m)
}

// text is the amount in all its digits.
func (p purse) text(m workshop.Money) string {
	s := strconv.FormatInt(int64(m), 10)
	if p.digits == 0 {
		return s
	}
	i := len(s) - p.digits
	return s[:i] + "." + s[i:]
}

package amount

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAsPeopleReadIt(t *testing.T) {
	for want, got := range map[string]string{
		"0": Number(0), "0.3": Number(0.1 + 0.2), "12,345.5": Number(12345.5), "1,240": Number(1240), "−3": Number(-3), "0.0000123": Number(0.0000123), "1,234,568": Number(1234567.6),
		"1,234,567": Number(1234567.4), "−1,000,000,000,000": Number(-1e12), "–": Number(math.NaN()), "97.5": Number(97.5), "1,000,000": Whole(1000000), "−12,345": Whole(int64(-12345)), "999": Whole(999),
		"EUR 4,800": Money(int64(480000), "eur"), "EUR 0.05": Money(int64(5), "EUR"), "EUR −1,234.50": Money(int64(-123450), "EUR"), "JPY 1,200,000": Money(int64(1200000), "JPY"),
		"KWD 1.234": Money(int64(1234), "KWD"), "7.01": Money(int64(701), ""), "POINTS 7": Money(int64(700), "points"), "EUR 92,233,720,368,547,758.07": Money(int64(math.MaxInt64), "EUR"),
		"48 k": Short(int64(4_800_000), "EUR"), "9,999.50": Short(int64(999950), "EUR"), "1200": Typed(int64(120000), "EUR"), "-0.05": Typed(int64(-5), "EUR"),
	} {
		if got != want {
			t.Errorf("%q is written %q", want, got)
		}
	}
}

// TestNumbersAreReadBack: what is written says the number to six digits, whatever it is.
func TestNumbersAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-1e14, 1e14).Draw(t, "v")
		back, err := strconv.ParseFloat(strings.NewReplacer(",", "", "−", "-").Replace(Number(v)), 64)
		if err != nil || math.Abs(back-v) > math.Abs(v)*1e-5 {
			t.Fatalf("%v is written %q", v, Number(v))
		}
	})
}

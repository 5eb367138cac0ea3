package canvas

import "strconv"

// ShowMoney is an amount in minor units with its currency, without digits that say nothing.
func ShowMoney(minor int64, code string) string { return money(minor, code) }

// ShowNumber is a number with commas between thousands.
func ShowNumber(n float64) string {
	whole := strconv.FormatFloat(n, 'f', -1, 64)
	for i, r := range whole {
		if r == '.' {
			return grouped(whole[:i]) + whole[i:]
		}
	}
	return grouped(whole)
}

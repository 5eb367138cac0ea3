package canvas

import (
	"nemawashi.app/workshop/template"

	"math"
	"strconv"
)

// ShowMoney is an amount in minor units with its currency, without digits that say nothing.
func ShowMoney(minor int64, code string) string { return money(minor, code) }

// ShowNumber is a number with commas between thousands, and with as many decimals as six digits leave room for: those that a measured value
// can mean. Whole numbers are shown whole.
func ShowNumber(n float64) string {
	scale := math.Pow10(max(0, 6-len(strconv.Itoa(int(min(math.Abs(n), 1e15))))))
	whole := strconv.FormatFloat(math.Round(n*scale)/scale, 'f', -1, 64)
	for i, r := range whole {
		if r == '.' {
			return grouped(whole[:i]) + whole[i:]
		}
	}
	return grouped(whole)
}

// Counted says how many cards a canvas has, in its own word: "16 findings".
func Counted(def template.Canvas, n int) string { return plural(n, newCardRows(def, "").One()) }

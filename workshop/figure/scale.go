package figure

import (
	"math"
	"time"
)

// axis maps values to places along one direction of a plot.
type axis struct{ low, high, from, to float64 }

func (a axis) at(v float64) float64 {
	if a.high <= a.low {
		return (a.from + a.to) / 2
	}
	return a.from + (min(max(v, a.low), a.high)-a.low)/(a.high-a.low)*(a.to-a.from)
}

// number makes what is no number a zero: charts show what they are given, but must not break on it.
func number(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return min(max(v, -1e12), 1e12)
}

// ticks are at most count+1 round values that enclose low..high.
func ticks(low, high float64, count int) []float64 {
	if high-low < 1e-6*max(1, math.Abs(low)) { // as good as equal
		high = low + max(1, math.Abs(low))
	}
	rough := (high - low) / float64(max(count, 1))
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	step := 10 * power
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*power >= rough {
			step = m * power
			break
		}
	}
	var values []float64
	for i := math.Floor(low / step); ; i++ {
		values = append(values, i*step)
		if i*step >= high {
			return values
		}
	}
}

// day numbers the days, so that an axis of dates is an axis of numbers.
func day(t time.Time) float64 { return math.Floor(float64(t.Unix()) / 86400) }

// span is the first and the last of the dates that are set.
func span(dates ...time.Time) (first, last time.Time) {
	for _, d := range dates {
		if d.IsZero() {
			continue
		}
		if first.IsZero() || d.Before(first) {
			first = d
		}
		if last.IsZero() || d.After(last) {
			last = d
		}
	}
	return first, last
}

// dateTicks are Mondays, or the firsts of months, few enough for their labels to stand apart.
func dateTicks(first, last time.Time, count int) []time.Time {
	count = max(count, 1)
	days := int(day(last)-day(first)) + 1
	var values []time.Time
	if weeks := (days/7 + count) / count; weeks <= 4 {
		start := first.AddDate(0, 0, (8-int(first.Weekday()))%7)
		for d := start; !d.After(last); d = d.AddDate(0, 0, 7*max(weeks, 1)) {
			values = append(values, d)
		}
		return values
	}
	months := max(1, (days/30+count)/count)
	start := time.Date(first.Year(), first.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	for d := start; !d.After(last) && len(values) <= count*2; d = d.AddDate(0, months, 0) {
		values = append(values, d)
	}
	return values
}

// DayMonth writes a date as charts do when they are told nothing else: "6 Oct".
func DayMonth(t time.Time) string { return t.Format("2 Jan") }

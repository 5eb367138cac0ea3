package figure

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"
)

// BurnPoint is the state of a register at the end of a day.
type BurnPoint struct {
	Date    time.Time
	Total   int
	Done    int
	Planned int // how many were due by then
}

// BurnWords are the words on a burn-up.
type BurnWords struct {
	Total, Done, Planned string
	Alt                  string
	Date                 func(time.Time) string
}

// EnglishBurnup are the burn-up's words in English.
func EnglishBurnup() BurnWords {
	return BurnWords{Total: "all", Done: "done", Planned: "due", Alt: "Actions in total, due and done over time.", Date: DayMonth}
}

// Burnup draws how many actions there were, were due and were done, as steps over dates. Each line
// has its name and last number at its end, and its own kind of stroke.
func Burnup(points []BurnPoint, w BurnWords, f Frame) Figure {
	points = slices.Clone(points)
	slices.SortStableFunc(points, func(a, b BurnPoint) int { return a.Date.Compare(b.Date) })
	dates, most := make([]time.Time, 0, len(points)), 1
	for _, p := range points {
		dates = append(dates, p.Date)
		most = max(most, p.Total, p.Done, p.Planned)
	}
	names := make([]string, 3)
	right := 0.0
	if len(points) > 0 {
		end := points[len(points)-1]
		for i, v := range []int{end.Total, end.Planned, end.Done} {
			names[i] = fmt.Sprintf("%d %s", v, []string{w.Total, w.Planned, w.Done}[i])
			right = max(right, wide(names[i], f.Text)+f.Text*1.8)
		}
	}
	p := newPlot(plotInput{dates: dates, low: 0, high: float64(most), date: w.Date, right: min(right, f.W*0.3)}, w.Alt, f)
	lines := []struct {
		of    func(BurnPoint) int
		color Color
		width float64
		dash  bool
	}{
		{func(b BurnPoint) int { return b.Total }, Outline, 1.2, false},
		{func(b BurnPoint) int { return b.Planned }, Ink2, 1, true},
		{func(b BurnPoint) int { return b.Done }, Accent, 2.2, false},
	}
	var ends []float64
	for _, l := range lines {
		ends = append(ends, p.steps(points, l.of, l.color, l.width, l.dash))
	}
	if len(points) > 0 {
		for i, y := range spread(ends, f.Text*1.3, f.Text, p.y.from) {
			p.name(y, names[i], []Color{Ink2, Ink2, Accent}[i])
		}
	}
	p.fig.within()
	return *p.fig
}

// steps draws counts that change on a day and stay till the next, and returns where they end.
func (p plot) steps(points []BurnPoint, of func(BurnPoint) int, color Color, width float64, dash bool) (end float64) {
	for i, b := range points {
		x, y := p.x.at(day(b.Date)), p.y.at(float64(of(b)))
		if i > 0 {
			before := p.y.at(float64(of(points[i-1])))
			from := p.x.at(day(points[i-1].Date))
			p.fig.add(Line{X1: from, Y1: before, X2: x, Y2: before, Width: width, Color: color, Dash: dash})
			if before != y {
				p.fig.add(Line{X1: x, Y1: before, X2: x, Y2: y, Width: width, Color: color, Dash: dash})
			}
		}
		end = y
	}
	return end
}

// IndexTrend draws the coalition index, -100..+100 %, over dates.
func IndexTrend(readings []Reading, needed *float64, neededName, alt string, f Frame) Figure {
	readings = slices.Clone(readings)
	slices.SortStableFunc(readings, func(a, b Reading) int { return a.Date.Compare(b.Date) })
	dates := make([]time.Time, 0, len(readings))
	for i := range readings {
		readings[i].Value = min(max(number(readings[i].Value), -100), 100)
		dates = append(dates, readings[i].Date)
	}
	right := f.Text
	if needed != nil {
		right = min(wide(neededName, f.Text)+f.Text*1.5, f.W*0.3)
	}
	p := newPlot(plotInput{dates: dates, low: -100, high: 100, steps: []float64{-100, -50, 0, 50, 100},
		label: SignedPercent, right: right, top: f.Text * 0.5}, alt, f)
	zero := p.y.at(0)
	p.fig.add(Line{X1: p.x.from, Y1: zero, X2: p.x.to, Y2: zero, Width: 1, Color: Rule2})
	if needed != nil {
		p.level(*needed, neededName, Accent)
	}
	p.line(readings, Accent)
	p.points(readings, SignedPercent)
	p.fig.within()
	return *p.fig
}

// SignedPercent writes a share with its sign, rounded to the nearest percent: "+12 %", "−12 %".
func SignedPercent(v float64) string {
	switch n := int(math.Round(number(v))); {
	case n > 0:
		return "+" + strconv.Itoa(n) + " %"
	case n < 0:
		return "−" + strconv.Itoa(-n) + " %"
	}
	return "0 %"
}

// IndexGauge draws the coalition index on a line from -100 to +100 %: a filled dot where it is, a
// ring where it is needed.
func IndexGauge(now float64, needed *float64, neededName, alt string, f Frame) Figure {
	fig := Figure{W: f.W, H: f.H, Alt: alt}
	pad, y := f.Text*2.4, f.H*0.38
	x := axis{low: -100, high: 100, from: pad, to: f.W - pad}
	below := min(y+f.Text*1.7, f.H-f.Text/2)
	fig.add(Line{X1: x.from, Y1: y, X2: x.to, Y2: y, Width: f.Text * 0.3, Color: Rule2},
		Line{X1: x.at(0), Y1: y - f.Text*0.8, X2: x.at(0), Y2: y + f.Text*0.8, Width: 1, Color: Outline})
	place := x.at(number(now))
	if needed != nil {
		at := x.at(number(*needed))
		words := neededName + " " + SignedPercent(*needed)
		fig.add(Line{X1: place, Y1: y, X2: at, Y2: y, Width: f.Text * 0.3, Color: TintLine},
			Circle{X: at, Y: y, R: f.Text * 0.5, Fill: Surface, Stroke: Accent, Width: 1.4},
			Circle{X: at, Y: y, R: f.Text * 0.18, Fill: Accent})
		fig.gaugeWords(at, below, f.Text, words, Accent)
		for _, end := range []float64{-100, 0, 100} {
			if gap := x.at(end) - at; gap > wide(words, f.Text)*0.8 || -gap > wide(words, f.Text)*0.8 {
				fig.gaugeWords(x.at(end), below, f.Text, SignedPercent(end), Ink3)
			}
		}
	} else {
		for _, end := range []float64{-100, 0, 100} {
			fig.gaugeWords(x.at(end), below, f.Text, SignedPercent(end), Ink3)
		}
	}
	fill, _ := Support(leaning(number(now)))
	fig.add(Circle{X: place, Y: y, R: f.Text * 0.62, Fill: fill, Stroke: Ink, Width: 1.2})
	fig.within()
	return fig
}

// leaning is the degree of support whose color an index takes.
func leaning(index float64) int {
	switch {
	case index <= -50:
		return -2
	case index <= -5:
		return -1
	case index >= 50:
		return 2
	case index >= 5:
		return 1
	}
	return 0
}

func (f *Figure) gaugeWords(x, y, size float64, words string, ink Color) {
	f.add(Text{X: x, Y: y, Size: size, Text: words, Color: ink, Anchor: Middle, Max: wide(words, size) * 1.2})
}

package figure

import (
	"fmt"
	"math"
	"time"
)

// TimelineRow is one line of a timeline: an action, a milestone of a plan.
type TimelineRow struct {
	Label    string
	Start    time.Time // zero: only the due date is known, shown as a diamond
	Due      time.Time // zero: no date
	Progress int       // 0..100
	Color    Color     // of the bar; accent when empty
	Note     string    // says in words what the color says: "✓ done", "overdue 12 d"
}

// TimelineWords are the words on a timeline.
type TimelineWords struct {
	Today, NoDate string
	Alt           string // with %d for the number of rows
	Date          func(time.Time) string
}

// EnglishTimeline are the timeline's words in English.
func EnglishTimeline() TimelineWords {
	return TimelineWords{Today: "Today", NoDate: "no date", Alt: "Timeline of %d rows with start, due date and progress.", Date: DayMonth}
}

// TimelineHeight is the height at which a timeline's rows stand comfortably.
func TimelineHeight(rows int, text float64) float64 { return float64(rows)*text*2.1 + text*2.6 }

// Timeline draws rows of bars over an axis of dates, with a line at today.
func Timeline(rows []TimelineRow, today time.Time, w TimelineWords, f Frame) Figure {
	fig := Figure{W: f.W, H: f.H, Alt: fmt.Sprintf(w.Alt, len(rows))}
	dates := []time.Time{today}
	for _, r := range rows {
		dates = append(dates, r.Start, r.Due)
	}
	first, last := span(dates...)
	if first.IsZero() {
		first, last = time.Unix(0, 0).UTC(), time.Unix(0, 0).UTC()
	}
	first, last = first.AddDate(0, 0, -2), last.AddDate(0, 0, 2)
	label, note := f.W*0.36, min(f.W*0.16, f.Text*9)
	head := f.Text * 2.6
	x := axis{low: day(first), high: day(last) + 1, from: label + f.Text, to: f.W - note - f.Text}
	pitch := (f.H - head) / float64(max(len(rows), 1))
	t := timeline{fig: &fig, frame: f, words: w, x: x, pitch: pitch, size: min(f.Text, pitch*0.62), label: label, note: note}
	for i := range rows {
		if i%2 == 1 {
			fig.add(Rect{X: 0, Y: head + float64(i)*pitch, W: f.W, H: pitch, Fill: Ground})
		}
	}
	t.grid(first, last, today, head)
	for i, r := range rows {
		t.row(r, head+(float64(i)+0.5)*pitch)
	}
	fig.within()
	return fig
}

// timeline is one that is being drawn.
type timeline struct {
	fig         *Figure
	frame       Frame
	words       TimelineWords
	x           axis
	pitch, size float64
	label, note float64
}

// grid draws the dates and today. Today's word stands above the dates, so that they never collide.
func (t timeline) grid(first, last, today time.Time, head float64) {
	text, bottom := t.frame.Text, t.frame.H
	count := int((t.x.to - t.x.from) / (text * 6))
	for _, d := range dateTicks(first, last, count) {
		x := t.x.at(day(d))
		t.fig.add(Line{X1: x, Y1: head, X2: x, Y2: bottom, Width: 0.5, Color: Rule},
			Text{X: x, Y: head - text*0.75, Size: text * 0.92, Text: t.words.Date(d), Color: Ink3, Anchor: Middle, Max: text * 6})
	}
	t.fig.add(Line{X1: 0, Y1: head, X2: t.frame.W, Y2: head, Width: 0.7, Color: Rule2})
	if !today.IsZero() {
		x := t.x.at(day(today) + 0.5)
		t.fig.add(Line{X1: x, Y1: text * 1.3, X2: x, Y2: bottom, Width: 1, Color: Wine, Dash: true},
			Text{X: x, Y: text * 0.65, Size: text * 0.92, Text: t.words.Today, Color: Wine, Bold: true, Anchor: Middle, Max: text * 8})
	}
}

func (t timeline) row(r TimelineRow, y float64) {
	color := r.Color
	if color == None {
		color = Accent
	}
	t.fig.add(Text{X: t.size * 0.4, Y: y, Size: t.size, Text: r.Label, Color: Ink, Max: t.label - t.size*0.4})
	note := r.Note
	switch {
	case r.Due.IsZero() && r.Start.IsZero():
		note = t.words.NoDate
	case r.Start.IsZero() || r.Due.IsZero() || r.Due.Before(r.Start):
		t.diamond(t.x.at(day(latest(r))+0.5), y, color, r.Progress >= 100)
	default:
		t.bar(r, y, color)
	}
	t.fig.add(Text{X: t.frame.W, Y: y, Size: t.size, Text: note, Color: color, Bold: true, Anchor: End, Max: t.note})
}

func latest(r TimelineRow) time.Time {
	if r.Due.IsZero() {
		return r.Start
	}
	return r.Due
}

func (t timeline) bar(r TimelineRow, y float64, color Color) {
	h := min(t.pitch*0.42, t.frame.Text*0.9)
	from, to := t.x.at(day(r.Start)), t.x.at(day(r.Due)+1)
	done := (to - from) * float64(clamp(r.Progress, 0, 100)) / 100
	t.fig.add(Rect{X: from, Y: y - h/2, W: to - from, H: h, Radius: h * 0.3, Fill: Surface, Stroke: color, Width: 0.9})
	if done > 0 {
		t.fig.add(Rect{X: from, Y: y - h/2, W: done, H: h, Radius: min(h*0.3, done/2), Fill: color})
	}
}

func (t timeline) diamond(x, y float64, color Color, full bool) {
	r := min(t.pitch*0.32, t.frame.Text*0.55)
	d := Polygon{Points: []Point{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}, Fill: Surface, Stroke: color, Width: 1.1}
	if full {
		d.Fill = color
	}
	t.fig.add(d)
}

// BarItem is one bar: what it counts, how much, and how that is written.
type BarItem struct {
	Label string
	Value float64
	Text  string // "42 min a day"
	Color Color  // accent when empty
}

// BarsHeight is the height at which bars stand comfortably.
func BarsHeight(items int, text float64) float64 { return float64(items) * text * 2.2 }

// Bars compares values by horizontal bars from one zero line, each with its label and its value.
func Bars(items []BarItem, alt string, f Frame) Figure {
	fig := Figure{W: f.W, H: f.H, Alt: alt}
	label, text, most := 0.0, 0.0, 0.0
	for _, it := range items {
		label = max(label, wide(it.Label, f.Text)*1.05)
		text = max(text, wide(it.Text, f.Text)*1.05)
		most = max(most, number(it.Value))
	}
	label, text = min(label, f.W*0.4), min(text, f.W*0.25)
	x := axis{low: 0, high: math.Max(most, 1e-9), from: label + f.Text, to: f.W - text - f.Text*1.2}
	pitch := f.H / float64(max(len(items), 1))
	size := min(f.Text, pitch*0.7)
	for i, it := range items {
		color := it.Color
		if color == None {
			color = Accent
		}
		y, h := (float64(i)+0.5)*pitch, min(pitch*0.56, f.Text*1.3)
		end := x.at(number(it.Value))
		fig.add(Text{X: label, Y: y, Size: size, Text: it.Label, Color: Ink, Anchor: End, Max: label})
		if end > x.from {
			fig.add(Rect{X: x.from, Y: y - h/2, W: end - x.from, H: h, Radius: min(2, h/4), Fill: color})
		}
		fig.add(Text{X: end + f.Text*0.5, Y: y, Size: size, Text: it.Text, Color: Ink2, Bold: true, Max: f.W - end - f.Text*0.5})
	}
	fig.add(Line{X1: x.from, Y1: 0, X2: x.from, Y2: f.H, Width: 0.8, Color: Rule2})
	fig.within()
	return fig
}

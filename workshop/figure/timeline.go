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
	Heading  bool      // a group's title and nothing else
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

// TimelineInput is what a timeline is laid out for.
type TimelineInput struct {
	Rows        []TimelineRow
	Today       time.Time
	First, Last time.Time // the dates at the ends of the axis; zero: those of the rows, with a little room
	Pitch       float64   // the height of a row; 0: the rows share the height of the frame
	Words       TimelineWords
}

// TimelineLaid is a laid out timeline: a head with the dates, and rows below it that can be drawn a few at a time, so that
// ten thousand cost no more than what is in sight.
type TimelineLaid struct {
	Head  float64 // its height
	Pitch float64 // that of a row
	in    TimelineInput
	frame Frame
	x     axis
	size  float64
	label float64
	note  float64
}

// TimelineSpan is the time from the first date of the rows to the last, today among them, with a little room at both ends.
func TimelineSpan(rows []TimelineRow, today time.Time) (first, last time.Time) {
	first, last = today, today
	see := func(d time.Time) {
		if d.IsZero() {
			return
		}
		if first.IsZero() || d.Before(first) {
			first = d
		}
		if last.IsZero() || d.After(last) {
			last = d
		}
	}
	for i := range rows {
		see(rows[i].Start)
		see(rows[i].Due)
	}
	if first.IsZero() {
		first, last = time.Unix(0, 0).UTC(), time.Unix(0, 0).UTC()
	}
	return first.AddDate(0, 0, -2), last.AddDate(0, 0, 2)
}

// LayTimeline lays a timeline out.
func LayTimeline(in TimelineInput, f Frame) TimelineLaid {
	if in.First.IsZero() || in.Last.Before(in.First) {
		in.First, in.Last = TimelineSpan(in.Rows, in.Today)
	}
	t := TimelineLaid{Head: f.Text * 2.6, Pitch: in.Pitch, in: in, frame: f, label: f.W * 0.36, note: min(f.W*0.16, f.Text*9)}
	if t.Pitch <= 0 {
		t.Pitch = (f.H - t.Head) / float64(max(len(in.Rows), 1))
	}
	t.size = min(f.Text, t.Pitch*0.62)
	t.x = axis{low: day(in.First), high: day(in.Last) + 1, from: t.label + f.Text, to: f.W - t.note - f.Text}
	return t
}

// Timeline draws rows of bars over an axis of dates, with a line at today.
func Timeline(rows []TimelineRow, today time.Time, w TimelineWords, f Frame) Figure {
	t := LayTimeline(TimelineInput{Rows: rows, Today: today, Words: w}, f)
	fig := Figure{W: f.W, H: f.H, Alt: fmt.Sprintf(w.Alt, len(rows))}
	t.bands(&fig, 0, len(rows), t.Head)
	t.dates(&fig)
	t.grid(&fig, t.Head, f.H)
	for i := range rows {
		t.row(&fig, i, t.Head+(float64(i)+0.5)*t.Pitch)
	}
	fig.within()
	return fig
}

// Dates draws the head alone, for a screen on which it stays while the rows move below it.
func (t TimelineLaid) Dates() Figure {
	fig := Figure{W: t.frame.W, H: t.Head}
	t.dates(&fig)
	fig.within()
	return fig
}

// Lines draws the rows from one to before another, each in its place below the first of all.
func (t TimelineLaid) Lines(from, to int) Figure {
	fig := Figure{W: t.frame.W, H: float64(len(t.in.Rows)) * t.Pitch, Alt: fmt.Sprintf(t.in.Words.Alt, len(t.in.Rows))}
	from, to = clamp(from, 0, len(t.in.Rows)), clamp(to, 0, len(t.in.Rows))
	t.bands(&fig, from, to, 0)
	t.grid(&fig, float64(from)*t.Pitch, float64(to)*t.Pitch)
	for i := from; i < to; i++ {
		t.row(&fig, i, (float64(i)+0.5)*t.Pitch)
	}
	fig.within()
	return fig
}

// Bar is where the bar or the diamond of a row stands in Lines, with some room to take hold of it; false where it has none.
func (t TimelineLaid) Bar(row int) (Box, bool) {
	r := t.in.Rows[row]
	if r.Heading || r.Start.IsZero() && r.Due.IsZero() || t.outside(r) != 0 {
		return Box{}, false
	}
	from, to := t.ends(r)
	if to-from < 2*t.frame.Text {
		middle := (from + to) / 2
		from, to = middle-t.frame.Text, middle+t.frame.Text
	}
	return Box{Index: row, X: from, Y: float64(row) * t.Pitch, W: to - from, H: t.Pitch}, true
}

// Row is the row at a height of Lines, -1 for none.
func (t TimelineLaid) Row(y float64) int {
	if i := int(y / t.Pitch); y >= 0 && i < len(t.in.Rows) {
		return i
	}
	return -1
}

// Days is how many days a way across is, rounded.
func (t TimelineLaid) Days(dx float64) int {
	return int(math.Round(dx / (t.x.to - t.x.from) * (t.x.high - t.x.low)))
}

// spans says that a row is drawn as a bar.
func (r TimelineRow) spans() bool {
	return !r.Start.IsZero() && !r.Due.IsZero() && !r.Due.Before(r.Start)
}

// ends are where a row's bar begins and ends, or twice where its diamond stands.
func (t TimelineLaid) ends(r TimelineRow) (from, to float64) {
	if !r.spans() {
		x := t.x.at(day(latest(r)) + 0.5)
		return x, x
	}
	return t.x.at(day(r.Start)), t.x.at(day(r.Due) + 1)
}

func (t TimelineLaid) bands(fig *Figure, from, to int, top float64) {
	for i := from; i < to; i++ {
		y := top + float64(i)*t.Pitch
		switch {
		case t.in.Rows[i].Heading:
			fig.add(Rect{X: 0, Y: y, W: t.frame.W, H: t.Pitch, Fill: Sunken})
		case i%2 == 1:
			fig.add(Rect{X: 0, Y: y, W: t.frame.W, H: t.Pitch, Fill: Ground})
		}
	}
}

// ticks are the dates with a line.
func (t TimelineLaid) ticks() []time.Time {
	return dateTicks(t.in.First, t.in.Last, int((t.x.to-t.x.from)/(t.frame.Text*6)))
}

// dates writes the dates and today. Today's word stands above the dates, so that they never collide.
func (t TimelineLaid) dates(fig *Figure) {
	text := t.frame.Text
	for _, d := range t.ticks() {
		fig.add(Text{X: t.x.at(day(d)), Y: t.Head - text*0.75, Size: text * 0.92, Text: t.in.Words.Date(d), Color: Ink3, Anchor: Middle, Max: text * 6})
	}
	fig.add(Line{X1: 0, Y1: t.Head, X2: t.frame.W, Y2: t.Head, Width: 0.7, Color: Rule2})
	if x, ok := t.today(); ok {
		fig.add(Line{X1: x, Y1: text * 1.3, X2: x, Y2: t.Head, Width: 1, Color: Wine, Dash: true},
			Text{X: x, Y: text * 0.65, Size: text * 0.92, Text: t.in.Words.Today, Color: Wine, Bold: true, Anchor: Middle, Max: text * 8})
	}
}

// today is where the line at today stands, and whether it is in the time that is shown.
func (t TimelineLaid) today() (float64, bool) {
	at := day(t.in.Today) + 0.5
	return t.x.at(at), !t.in.Today.IsZero() && at >= t.x.low && at <= t.x.high
}

func (t TimelineLaid) grid(fig *Figure, top, foot float64) {
	for _, d := range t.ticks() {
		x := t.x.at(day(d))
		fig.add(Line{X1: x, Y1: top, X2: x, Y2: foot, Width: 0.5, Color: Rule})
	}
	if x, ok := t.today(); ok {
		fig.add(Line{X1: x, Y1: top, X2: x, Y2: foot, Width: 1, Color: Wine, Dash: true})
	}
}

func (t TimelineLaid) row(fig *Figure, i int, y float64) {
	r := t.in.Rows[i]
	if r.Heading {
		fig.add(Text{X: t.size * 0.4, Y: y, Size: t.size, Text: r.Label, Color: Ink2, Bold: true, Max: t.frame.W - t.size*0.8})
		return
	}
	color := r.Color
	if color == None {
		color = Accent
	}
	fig.add(Text{X: t.size * 0.4, Y: y, Size: t.size, Text: r.Label, Color: Ink, Max: t.label - t.size*0.4})
	note := r.Note
	switch way := t.outside(r); {
	case r.Due.IsZero() && r.Start.IsZero():
		note = t.in.Words.NoDate
	case way < 0:
		t.beyond(fig, t.x.from, way, y, color)
	case way > 0:
		t.beyond(fig, t.x.to, way, y, color)
	case !r.spans():
		x, _ := t.ends(r)
		t.diamond(fig, x, y, color, r.Progress >= 100)
	default:
		t.bar(fig, r, y, color)
	}
	fig.add(Text{X: t.frame.W, Y: y, Size: t.size, Text: note, Color: color, Bold: true, Anchor: End, Max: t.note})
}

// outside says that a row lies before (-1) or after (1) the time that is shown.
func (t TimelineLaid) outside(r TimelineRow) float64 {
	first, last := day(latest(r)), day(latest(r))
	if r.spans() {
		first = day(r.Start)
	}
	switch {
	case last < t.x.low:
		return -1
	case first >= t.x.high:
		return 1
	}
	return 0
}

// beyond points to a bar that lies before or after the time that is shown.
func (t TimelineLaid) beyond(fig *Figure, x, way, y float64, color Color) {
	r := min(t.Pitch*0.3, t.frame.Text*0.45)
	fig.add(Polygon{Points: []Point{{x - way*r*1.6, y - r}, {x, y}, {x - way*r*1.6, y + r}}, Fill: color})
}

func latest(r TimelineRow) time.Time {
	if r.Due.IsZero() {
		return r.Start
	}
	return r.Due
}

func (t TimelineLaid) bar(fig *Figure, r TimelineRow, y float64, color Color) {
	h := min(t.Pitch*0.42, t.frame.Text*0.9)
	from, to := t.ends(r)
	share := float64(clamp(r.Progress, 0, 100)) / 100
	done := t.x.at(day(r.Start)+(day(r.Due)+1-day(r.Start))*share) - from // of what is in sight
	fig.add(Rect{X: from, Y: y - h/2, W: to - from, H: h, Radius: h * 0.3, Fill: Surface, Stroke: color, Width: 0.9})
	if done > 0 {
		fig.add(Rect{X: from, Y: y - h/2, W: done, H: h, Radius: min(h*0.3, done/2), Fill: color})
	}
}

func (t TimelineLaid) diamond(fig *Figure, x, y float64, color Color, full bool) {
	r := min(t.Pitch*0.32, t.frame.Text*0.55)
	d := Polygon{Points: []Point{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}, Fill: Surface, Stroke: color, Width: 1.1}
	if full {
		d.Fill = color
	}
	fig.add(d)
}

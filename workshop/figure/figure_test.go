package figure

import (
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func drawFrame(t *rapid.T) Frame {
	return Frame{
		W:    rapid.Float64Range(60, 1400).Draw(t, "width"),
		H:    rapid.Float64Range(40, 1000).Draw(t, "height"),
		Text: rapid.Float64Range(5, 16).Draw(t, "text"),
	}
}

func drawDate(t *rapid.T) time.Time {
	if rapid.Bool().Draw(t, "no date") {
		return time.Time{}
	}
	return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(-4000, 4000).Draw(t, "day"))
}

func drawStakes(t *rapid.T, most int) []Stake {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Stake {
		return Stake{
			Short:     rapid.StringN(0, 4, -1).Draw(t, "short"),
			People:    rapid.IntRange(-1, 20000).Draw(t, "people"),
			Now:       rapid.IntRange(-3, 3).Draw(t, "now"),
			Needed:    rapid.IntRange(-3, 3).Draw(t, "needed"),
			Influence: rapid.IntRange(0, 6).Draw(t, "influence"),
			Priority:  rapid.IntRange(0, 20).Draw(t, "priority"),
		}
	}), 0, most).Draw(t, "stakes")
}

// checkBounds fails unless every shape lies within its figure, is a number, and has a known color.
func checkBounds(t interface{ Fatalf(string, ...any) }, f Figure) {
	known := map[Color]bool{None: true}
	for _, c := range Colors() {
		known[c] = true
	}
	check := func(what Shape, colors []Color, points ...Point) {
		const slack = 1e-6
		for _, p := range points {
			if math.IsNaN(p.X) || math.IsNaN(p.Y) || p.X < -slack || p.Y < -slack || p.X > f.W+slack || p.Y > f.H+slack {
				t.Fatalf("%+v leaves the figure %v × %v at %v", what, f.W, f.H, p)
			}
		}
		for _, c := range colors {
			if !known[c] {
				t.Fatalf("%+v has the unknown color %q", what, c)
			}
		}
	}
	for _, shape := range f.Shapes {
		switch s := shape.(type) {
		case Line:
			check(s, []Color{s.Color}, Point{s.X1, s.Y1}, Point{s.X2, s.Y2})
		case Polygon:
			check(s, []Color{s.Fill, s.Stroke}, s.Points...)
		case Circle:
			check(s, []Color{s.Fill, s.Stroke}, Point{s.X - s.R, s.Y - s.R}, Point{s.X + s.R, s.Y + s.R})
		case Rect:
			check(s, []Color{s.Fill, s.Stroke}, Point{s.X, s.Y}, Point{s.X + s.W, s.Y + s.H})
		case Text:
			from, to := s.Span()
			check(s, []Color{s.Color}, Point{from, s.Y - s.Size/2}, Point{to, s.Y + s.Size/2})
			if s.Color == None {
				t.Fatalf("text %q has no color", s.Text)
			}
		}
	}
}

func TestEveryShapeLiesWithinItsFigure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFrame(t)
		checkBounds(t, LayMap(drawStakes(t, 30), f).Figure(EnglishMap()))

		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) TimelineRow {
			return TimelineRow{Label: rapid.String().Draw(t, "label"), Start: drawDate(t), Due: drawDate(t),
				Progress: rapid.IntRange(-10, 120).Draw(t, "progress"), Note: rapid.String().Draw(t, "note")}
		}), 0, 30).Draw(t, "rows")
		checkBounds(t, Timeline(rows, drawDate(t), EnglishTimeline(), f))

		readings := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Reading {
			return Reading{Date: drawDate(t), Value: rapid.Float64().Draw(t, "value")}
		}), 0, 20).Draw(t, "readings")
		target := rapid.Float64().Draw(t, "target")
		checkBounds(t, MeasureLine(MeasureInput{Readings: readings, Baseline: &target, Target: &target,
			TargetDate: drawDate(t), BaseName: "Baseline", TargetName: "Target"}, f))
		checkBounds(t, IndexTrend(readings, &target, "needed", "Index", f))
		checkBounds(t, IndexGauge(target, &target, "needed", "Index", f))

		var bars []BarItem
		var burn []BurnPoint
		for _, r := range readings {
			bars = append(bars, BarItem{Label: "x", Value: r.Value, Text: "y"})
			burn = append(burn, BurnPoint{Date: r.Date, Total: int(number(r.Value)), Done: 3})
		}
		checkBounds(t, Bars(bars, "", f))
		checkBounds(t, Burnup(burn, EnglishBurnup(), f))
	})
}

func TestNoBubbleLiesOnAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFrame(t)
		m := LayMap(drawStakes(t, 100), f)
		for i, a := range m.Bubbles {
			if a.R <= 0 {
				t.Fatalf("bubble %d has no size", i)
			}
			for _, b := range m.Bubbles[i+1:] {
				distance := math.Hypot(a.X-b.X, a.Y-b.Y)
				if distance < a.R+a.Ring+b.R+b.Ring-1e-6 {
					t.Fatalf("bubbles %+v and %+v overlap", a, b)
				}
			}
		}
	})
}

func TestNoArrowCrossesABubble(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := LayMap(drawStakes(t, 60), drawFrame(t))
		for _, a := range m.Bubbles {
			if a.Needed == a.X {
				continue
			}
			for _, b := range m.Bubbles {
				if b.Index == a.Index || b.X < a.X || b.X > a.Needed {
					continue
				}
				if math.Abs(b.Y-a.Y) < b.R+b.Ring-1e-6 {
					t.Fatalf("the arrow of %+v crosses %+v", a, b)
				}
			}
		}
	})
}

func TestBubblesStayInTheirBandAndColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stakes := drawStakes(t, 60)
		m := LayMap(stakes, drawFrame(t))
		for _, b := range m.Bubbles {
			s := stakes[b.Index]
			band := 5 - clamp(s.Influence, 1, 5)
			top, bottom := m.Bands[band], m.Plot.Y+m.Plot.H
			if band < 4 {
				bottom = m.Bands[band+1]
			}
			if b.Y-b.R-b.Ring < top-1e-6 || b.Y+b.R+b.Ring > bottom+1e-6 {
				t.Fatalf("%+v with influence %d leaves its band %v..%v", b, s.Influence, top, bottom)
			}
			column := m.Plot.X + m.Plot.W/5*float64(clamp(s.Now, -2, 2)+2)
			if b.X-b.R < column-1e-6 || b.X+b.R > column+m.Plot.W/5+1e-6 {
				t.Fatalf("%+v with support %d leaves its column", b, s.Now)
			}
		}
	})
}

func TestMapSaysEverythingWithoutColor(t *testing.T) {
	f := LayMap([]Stake{{Short: "Ce", Now: -2, Needed: 1, Influence: 5, Priority: 15}, {Short: "Al", People: 24, Now: -1, Needed: 2, Influence: 4, Priority: 6}},
		Frame{W: 600, H: 400, Text: 9}).Figure(EnglishMap())
	want := map[string]bool{"Ce": false, "15": false, "Al": false, "24": false, "6": false, "−2": false, "+2": false, "Strongly against": false}
	for _, shape := range f.Shapes {
		if text, ok := shape.(Text); ok {
			want[text.Text] = true
		}
	}
	for words, found := range want {
		if !found {
			t.Errorf("%q is not written on the map", words)
		}
	}
}

func TestSpreadKeepsDistanceAndOrder(t *testing.T) {
	got := spread([]float64{50, 50, 10}, 12, 0, 100)
	if got[2] != 10 || got[1]-got[0] != 12 {
		t.Errorf("got %v, want 10 to stay and the equal ones 12 apart", got)
	}
	if got = spread([]float64{99, 98}, 12, 0, 100); got[0] != 100 || got[1] != 88 {
		t.Errorf("got %v, want both pushed back into the plot", got)
	}
}

func TestTicksEncloseTheValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-1e6, 1e6).Draw(t, "low")
		high := low + rapid.Float64Range(0, 1e6).Draw(t, "width")
		values := ticks(low, high, rapid.IntRange(1, 12).Draw(t, "count"))
		slack := 1e-9 * max(1, math.Abs(high))
		if values[0] > low+slack || values[len(values)-1] < high-slack || len(values) > 15 {
			t.Fatalf("ticks of %v..%v are %v", low, high, values)
		}
	})
}

func TestSignedPercentIsTheNearest(t *testing.T) {
	for v, want := range map[float64]string{14.583: "+15 %", -14.583: "−15 %", 68.75: "+69 %", 14.4: "+14 %", -0.98: "−1 %", 0.4: "0 %", -0.4: "0 %", 100: "+100 %"} {
		if got := SignedPercent(v); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}

func TestTimelineDrawsTheRowsInSight(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 11, d, 0, 0, 0, 0, time.UTC) }
	rows := []TimelineRow{{Label: "Lena", Heading: true}}
	for i := range 10_000 {
		rows = append(rows, TimelineRow{Label: fmt.Sprint("Action ", i), Start: day(1 + i%20), Due: day(3 + i%20)})
	}
	rows[5].Start = time.Time{}
	rows[6].Start, rows[6].Due = day(200), day(210)
	rows[7].Start, rows[7].Due = time.Time{}, time.Time{}
	in := TimelineInput{Rows: rows, Today: day(17), First: day(1), Last: day(30), Pitch: 24, Words: EnglishTimeline()}
	laid := LayTimeline(in, Frame{W: 800, H: 400, Text: 12})
	few, all := laid.Lines(0, 20), laid.Lines(0, len(rows))
	if len(few.Shapes) > 120 || len(all.Shapes) < 20_000 {
		t.Errorf("20 rows are %d shapes, all are %d", len(few.Shapes), len(all.Shapes))
	}
	checkBounds(t, few)
	checkBounds(t, laid.Dates())
	for row, has := range map[int]bool{0: false, 1: true, 5: true, 6: false, 7: false} {
		box, ok := laid.Bar(row)
		if ok != has || ok && (box.Y != float64(row)*24 || box.W < 24) {
			t.Errorf("row %d: %v %+v", row, ok, box)
		}
		if laid.Row(float64(row)*24+12) != row {
			t.Errorf("row %d is not where it is drawn", row)
		}
	}
	if laid.Row(-1) != -1 || laid.Row(1e9) != -1 {
		t.Error("a row where there is none")
	}
	one, _ := laid.Bar(1)
	two, _ := laid.Bar(2)
	if got := laid.Days(two.X - one.X); got != 1 {
		t.Errorf("a day further is %d days", got)
	}
}

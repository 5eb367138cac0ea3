package figure

import (
	"fmt"
	"strings"
	"testing"
)

func value(v float64) *float64 { return &v }

func TestRadarKeepsToItsFrameAndSaysEveryName(t *testing.T) {
	axes := []RadarAxis{{"Communicate", "3.0 to 4.1"}, {"Inspire", "2.9 to 3.9"}, {"Overcome resistance", "2.3 to 4.1"}, {"Give resources", ""}, {"Improve daily", "2.9"}}
	lines := []RadarLine{
		{Name: "Self, now", Values: []*float64{value(3), value(2.9), value(2.3), nil, value(9)}, Color: Accent},
		{Name: "Others, now", Values: []*float64{value(1.9), value(-3)}, Color: Against2, Sign: Square},
		{Name: "Needed", Values: []*float64{value(4), value(4), value(4), value(4), value(4)}, Color: Ink, Sign: Diamond, Dash: true},
	}
	for _, f := range []Frame{{W: 420, H: 340, Text: 12}, {W: 300, H: 200, Text: 8}, {W: 120, H: 90, Text: 12}} {
		fig := Radar(axes, lines, 5, "A radar.", f)
		var said []string
		circles := 0
		for _, s := range fig.Shapes {
			switch x := s.(type) {
			case Text:
				said = append(said, x.Text)
			case Circle:
				circles++
				if x.X < 0 || x.Y < 0 || x.X > f.W || x.Y > f.H {
					t.Errorf("a point outside of %v: %+v", f, x)
				}
			}
		}
		all := strings.Join(said, "|")
		for _, want := range []string{"Communicate", "Overcome resistance", "3.0 to 4.1", "Self, now", "Others, now", "Needed"} {
			if !strings.Contains(all, want) {
				t.Errorf("%v: %q is not said in %s", f, want, all)
			}
		}
		if circles != 4+1 { // four values and the sign in the legend; the missing one has none
			t.Errorf("%d dots", circles)
		}
	}
	if fig := Radar(axes[:2], lines, 5, "", Frame{W: 100, H: 100, Text: 10}); len(fig.Shapes) != 0 {
		t.Error("a radar of two axes is none")
	}
}

func TestHeatMapIsReadWithoutColor(t *testing.T) {
	var cells [][]HeatCell
	for r := range 4 {
		var row []HeatCell
		for c := range 5 {
			row = append(row, HeatCell{Big: fmt.Sprint(r), Lines: [3]string{fmt.Sprint("gap ", c), "agree"}, Level: c})
		}
		cells = append(cells, row)
	}
	fig := HeatMap([]string{"a", "b", "c", "d"}, []string{"1", "2", "3", "4", "5"}, cells, "", Frame{W: 700, H: HeatMapHeight(4, 12), Text: 12})
	words, grounds := 0, map[Color]bool{}
	for _, s := range fig.Shapes {
		switch x := s.(type) {
		case Text:
			if strings.HasPrefix(x.Text, "gap") || x.Text == "agree" {
				words++
			}
		case Rect:
			grounds[x.Fill] = true
			if x.X < 0 || x.X+x.W > 700.001 || x.Y+x.H > fig.H+0.001 {
				t.Errorf("a cell outside of its frame: %+v", x)
			}
		}
	}
	if words != 40 || len(grounds) != 4 {
		t.Errorf("%d words, %d grounds", words, len(grounds))
	}
	if fig := HeatMap(nil, nil, nil, "", Frame{W: 1, H: 1, Text: 1}); len(fig.Shapes) != 0 {
		t.Error("nothing was drawn as something")
	}
}

func TestDotsSayEveryNumberAndHideWhatHasNone(t *testing.T) {
	rows := []DotRow{
		{Name: "Self, now", Note: "2.5, split", Counts: []int{2, 0, 1, 0, 1}, Mean: value(2.25), Color: Accent},
		{Name: "Others, now", Note: "3.1", Counts: []int{100, 80, 120, 150, 50}, Mean: value(3.1), Color: Against2, Sign: Square},
		{Name: "Night shift", Note: "hidden"},
		{Name: "Strange", Counts: []int{1}, Mean: value(9)},
	}
	levels := []string{"1 Absent", "2 Occasional", "3 Defined", "4 Regular", "5 Habit"}
	for _, f := range []Frame{{W: 500, H: DotsHeight(len(rows), 12), Text: 12}, {W: 500, H: 600, Text: 12}, {W: 60, H: 40, Text: 12}} {
		fig := Dots(rows, levels, "Dots.", f)
		var said []string
		circles, bars := 0, 0
		for _, s := range fig.Shapes {
			switch x := s.(type) {
			case Text:
				said = append(said, x.Text)
			case Circle:
				circles++
			case Rect:
				bars++
			}
		}
		all := strings.Join(said, "|")
		for _, want := range []string{"100", "150", "hidden"} {
			if f.W == 500 && !strings.Contains(all, want) {
				t.Errorf("%v: %q is not said in %s", f, want, all)
			}
		}
		// Four dots and the sign of the mean; five bars and the square one; one dot and its sign.
		if f.W == 500 && (circles != 5+2 || bars != 5+1) {
			t.Errorf("%v: %d circles, %d bars", f, circles, bars)
		}
	}
	if fig := Dots(nil, levels, "", Frame{W: 100, H: 100, Text: 10}); len(fig.Shapes) != 0 {
		t.Error("no rows make no picture")
	}
}

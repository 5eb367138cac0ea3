package figure

import (
	"strings"
	"testing"
	"time"
)

func TestATargetWithoutADayHasNoDiamond(t *testing.T) {
	target, today := 40.0, time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
	frame := Frame{W: 600, H: 300, Text: 12}
	drawn := func(in MeasureInput) (diamonds, dashes int, words []string) {
		in.Target, in.TargetName = &target, "target 40"
		for _, s := range MeasureLine(in, frame).Shapes {
			switch x := s.(type) {
			case Polygon:
				diamonds++
			case Line:
				if x.Dash {
					dashes++
				}
			case Text:
				words = append(words, x.Text)
			}
		}
		return
	}
	for name, c := range map[string]struct {
		in       MeasureInput
		diamonds int
		dated    bool
	}{
		"a day on the axis":  {MeasureInput{Days: []time.Time{today}}, 0, true},
		"readings":           {MeasureInput{Readings: []Reading{{Date: today, Value: 50}}}, 0, true},
		"nothing with a day": {MeasureInput{}, 0, false},
		"a target's day":     {MeasureInput{TargetDate: today}, 1, true},
	} {
		diamonds, dashes, words := drawn(c.in)
		all := strings.Join(words, "|")
		if diamonds != c.diamonds || dashes != 1 || !strings.Contains(all, "target 40") {
			t.Errorf("%s: %d diamonds, %d dashed lines, words %q", name, diamonds, dashes, all)
		}
		if got := strings.Contains(all, "28 Nov"); got != c.dated || strings.Contains(all, "1 Jan") {
			t.Errorf("%s: words %q", name, all)
		}
	}
}

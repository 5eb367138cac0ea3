package readout

import (
	"time"

	"nemawashi.app/workshop/figure"
)

// mapWords are the words on the resistance map. The chart brings the English
// ones; a language that has others says so under its own keys.
func (w words) mapWords() figure.MapWords { return figure.EnglishMap() }

// timelineWords are the words on a timeline, with the report's way of writing dates.
func (w words) timelineWords(r *report, rows []figure.TimelineRow) figure.TimelineWords {
	dates := []time.Time{r.today.Time()}
	for _, row := range rows {
		dates = append(dates, row.Start, row.Due)
	}
	out := figure.EnglishTimeline()
	out.Date = r.axisDate(dates...)
	return out
}

// burnWords are the words on a burn-up.
func (w words) burnWords(r *report, points []figure.BurnPoint) figure.BurnWords {
	dates := make([]time.Time, len(points))
	for i, p := range points {
		dates[i] = p.Date
	}
	out := figure.EnglishBurnup()
	out.Date = r.axisDate(dates...)
	return out
}

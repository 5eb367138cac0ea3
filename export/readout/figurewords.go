package readout

import "nemawashi.app/workshop/figure"

// mapWords are the words on the resistance map. The chart brings the English
// ones; a language that has others says so under its own keys.
func (w words) mapWords() figure.MapWords { return figure.EnglishMap() }

// timelineWords are the words on a timeline, with the report's way of writing dates.
func (w words) timelineWords(r *report) figure.TimelineWords {
	out := figure.EnglishTimeline()
	out.Date = r.axisDate
	return out
}

// burnWords are the words on a burn-up.
func (w words) burnWords(r *report) figure.BurnWords {
	out := figure.EnglishBurnup()
	out.Date = r.axisDate
	return out
}

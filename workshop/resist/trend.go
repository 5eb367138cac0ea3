package resist

import (
	"maps"
	"slices"

	"nemawashi.app/workshop"
)

// Point is the coalition as it stood at the end of a day.
type Point struct {
	Date     workshop.Date `json:"date"`
	Index    float64       `json:"index"`
	Positive int           `json:"positive"`
	Negative int           `json:"negative"`
	Rated    int           `json:"rated"`
}

// Trend is the coalition index over time, one point for each day on which
// somebody was rated. Until the first rating of a stakeholder it does not
// count. The retired are left out from the beginning: their leaving has no
// date, and a step in the line would be read as a change of mind.
func Trend(w *workshop.Workshop) ([]Point, error) {
	all := workshop.All[workshop.Stakeholder](w)
	ratings, err := ratingsOf(w, all)
	if err != nil {
		return nil, err
	}
	return trend(all, ratings), nil
}

func trend(all []*workshop.Stakeholder, ratings map[workshop.ID][]workshop.Rating) []Point {
	days := map[workshop.Date]bool{}
	var trails []*trail
	for _, s := range all {
		if s.Retired || len(ratings[s.ID]) == 0 {
			continue
		}
		trails = append(trails, &trail{ratings: ratings[s.ID]})
		for _, r := range ratings[s.ID] {
			days[r.Date] = true
		}
	}
	out := []Point{}
	for _, day := range slices.Sorted(maps.Keys(days)) {
		var c workshop.Coalition
		weight := 0
		for _, t := range trails {
			if r := t.until(day); r != nil && r.Now != nil {
				weight += c.Add(r.Influence, *r.Now)
			}
		}
		if c.Lean(weight); c.Rated > 0 {
			out = append(out, Point{Date: day, Index: c.Index, Positive: c.Positive, Negative: c.Negative, Rated: c.Rated})
		}
	}
	return out
}

// trail is one stakeholder's ratings, oldest first, and how far they have been
// read: days only go forward, so that a year costs one pass.
type trail struct {
	ratings []workshop.Rating
	next    int
}

// until is the rating that held at the end of the day, nil for none yet.
func (t *trail) until(day workshop.Date) *workshop.Rating {
	for t.next < len(t.ratings) && t.ratings[t.next].Date <= day {
		t.next++
	}
	if t.next == 0 {
		return nil
	}
	return &t.ratings[t.next-1]
}

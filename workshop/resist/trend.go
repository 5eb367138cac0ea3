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
	for _, s := range all {
		if s.Retired {
			continue
		}
		for _, r := range ratings[s.ID] {
			days[r.Date] = true
		}
	}
	out := []Point{}
	for _, day := range slices.Sorted(maps.Keys(days)) {
		var then []*workshop.Stakeholder
		for _, s := range all {
			if s.Retired {
				continue
			}
			if r, ok := lastUntil(ratings[s.ID], day); ok {
				then = append(then, &workshop.Stakeholder{SupportNow: r.Now, Influence: r.Influence})
			}
		}
		if c := workshop.CoalitionOf(then); c.Rated > 0 {
			out = append(out, Point{Date: day, Index: c.Index, Positive: c.Positive, Negative: c.Negative, Rated: c.Rated})
		}
	}
	return out
}

// lastUntil is the rating that held at the end of the day. Ratings come oldest first.
func lastUntil(ratings []workshop.Rating, day workshop.Date) (workshop.Rating, bool) {
	for _, r := range slices.Backward(ratings) {
		if r.Date <= day {
			return r, true
		}
	}
	return workshop.Rating{}, false
}

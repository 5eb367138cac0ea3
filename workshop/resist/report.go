package resist

import "nemawashi.app/workshop"

// Report is the whole map in numbers, in the shape that the command line
// prints. Index runs from -1 to +1; Positive and Negative are the sums of
// influence x support over those for and those against.
type Report struct {
	Index        float64 `json:"index"`
	Positive     int     `json:"positive"`
	Negative     int     `json:"negative"`
	Rated        int     `json:"rated"`
	Stale        int     `json:"stale"`
	Stakeholders []Entry `json:"stakeholders"`
	Trend        []Point `json:"trend"`
}

// Of reports on a workshop.
func Of(w *workshop.Workshop, today workshop.Date) (Report, error) {
	all := workshop.All[workshop.Stakeholder](w)
	ratings, err := ratingsOf(w, all)
	if err != nil {
		return Report{}, err
	}
	return report(all, ratings, today), nil
}

// OfView reports on what a view shows: everything to the facilitator, an empty
// report to everybody else, whose views have no stakeholders.
func OfView(v *workshop.View, today workshop.Date) Report {
	return report(v.Stakeholders, v.Ratings, today)
}

func report(all []*workshop.Stakeholder, ratings map[workshop.ID][]workshop.Rating, today workshop.Date) Report {
	c := workshop.CoalitionOf(all)
	r := Report{
		Index: c.Index, Positive: c.Positive, Negative: c.Negative, Rated: c.Rated,
		Stakeholders: rank(all, ratings, today), Trend: trend(all, ratings),
	}
	for _, e := range r.Stakeholders {
		if e.Has(Stale) {
			r.Stale++
		}
	}
	return r
}

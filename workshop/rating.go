package workshop

import (
	"encoding/json"
	"slices"
)

// Rating is one dated judgement of a stakeholder: what was thought then.
type Rating struct {
	Date       Date
	Now        *int
	Needed     *int
	Influence  int
	Confidence int
	Stamp      Stamp
}

// ratingFields are the fields whose change makes a new rating.
var ratingFields = []string{"support_now", "support_needed", "influence", "confidence", "evidence_date"}

// Ratings lists a stakeholder's ratings, oldest first. Values set in one step
// are one rating; its date is the evidence's where one was given with it, the
// day of the entry otherwise. Of several entries for one day the last counts.
func (w *Workshop) Ratings(id ID) ([]Rating, error) {
	var moments []Stamp
	trail := map[string][]Past{}
	for _, f := range ratingFields {
		ps, err := w.History(id, f)
		if err != nil {
			return nil, err
		}
		trail[f] = ps
		for _, p := range ps {
			moments = append(moments, p.Stamp)
		}
	}
	slices.SortFunc(moments, Stamp.Compare)
	moments = slices.Compact(moments)
	var out []Rating
	for _, at := range moments {
		r := Rating{Date: DateOf(at.Time().UTC()), Stamp: at}
		for f, ps := range trail {
			i := len(ps) - 1
			for i >= 0 && ps[i].Stamp.Compare(at) > 0 {
				i--
			}
			if i >= 0 {
				r.put(f, ps[i], at)
			}
		}
		if r.Now == nil && r.Influence == 0 {
			continue
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b Rating) int { return compareDates(a.Date, b.Date) })
	return lastOfEachDay(out), nil
}

func (r *Rating) put(field string, p Past, at Stamp) {
	var n *int
	if field != "evidence_date" && !isNull(p.Value) {
		if err := json.Unmarshal(p.Value, &n); err != nil {
			return
		}
	}
	switch field {
	case "support_now":
		r.Now = n
	case "support_needed":
		r.Needed = n
	case "influence":
		if n != nil {
			r.Influence = *n
		}
	case "confidence":
		if n != nil {
			r.Confidence = *n
		}
	case "evidence_date":
		var d Date
		if p.Stamp == at && json.Unmarshal(p.Value, &d) == nil && d != "" {
			r.Date = d
		}
	}
}

func compareDates(a, b Date) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func lastOfEachDay(in []Rating) []Rating {
	var out []Rating
	for _, r := range in {
		if n := len(out); n > 0 && out[n-1].Date == r.Date {
			out[n-1] = r
			continue
		}
		out = append(out, r)
	}
	return out
}

func (w *Workshop) ratings() map[ID][]Rating {
	out := map[ID][]Rating{}
	for _, s := range All[Stakeholder](w) {
		if rs, err := w.Ratings(s.ID); err == nil && len(rs) > 0 {
			out[s.ID] = rs
		}
	}
	return out
}

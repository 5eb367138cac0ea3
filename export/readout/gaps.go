package readout

import (
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// Gaps says what a reader will miss and is not filled in yet, in words and
// with counts, so that it can be mended before the export.
func Gaps(in Input) []string {
	r, err := open(in)
	if err != nil {
		return nil
	}
	var out []string
	c := &r.v.Charter
	for _, f := range []struct{ key, value string }{{"gap.objective", c.Objective}, {"gap.sponsor", string(c.Sponsor)}, {"gap.start", string(c.Start)}} {
		if f.value == "" {
			out = append(out, r.w.say(f.key))
		}
	}
	out = append(out, r.measureGaps()...)
	out = append(out, r.actionGaps()...)
	if r.facilitator() {
		out = append(out, r.mapGaps()...)
	}
	return out
}

func (r *report) measureGaps() []string {
	if len(r.v.Measures) == 0 {
		return []string{r.w.say("gap.measure")}
	}
	var out []string
	for _, m := range r.v.Measures {
		if m.Target == nil {
			out = append(out, r.w.fill("gap.target", m.Name))
		}
		if len(r.readings[m.ID]) == 0 {
			out = append(out, r.w.fill("gap.reading", m.Name))
		}
	}
	return out
}

func (r *report) actionGaps() []string {
	if len(r.rows) == 0 {
		return []string{r.w.say("gap.actions")}
	}
	owner, due, blocker := 0, 0, 0
	for _, row := range r.rows {
		a := row.Action
		if a.Ended() {
			continue
		}
		if a.Owner == "" {
			owner++
		}
		if a.Due == "" {
			due++
		}
		if a.Status == workshop.ActionBlocked && a.Blocker == "" {
			blocker++
		}
	}
	return r.counted(map[string]int{"gap.owner": owner, "gap.due": due, "gap.blocker": blocker}, "gap.owner", "gap.due", "gap.blocker")
}

func (r *report) mapGaps() []string {
	n := map[resist.Flag]int{}
	unrated := 0
	for _, e := range resist.OfView(r.v, r.today).Stakeholders {
		if !e.Rated {
			unrated++
		}
		for _, f := range e.Flags {
			n[f]++
		}
	}
	return r.counted(map[string]int{"gap.unrated": unrated, "gap.response": n[resist.NoResponse], "gap.tends": n[resist.NoOwner],
		"gap.contact": n[resist.NoNextContact], "gap.stale": n[resist.Stale]}, "gap.unrated", "gap.tends", "gap.response", "gap.contact", "gap.stale")
}

// counted puts into words what there is at least one of, in the given order.
func (r *report) counted(n map[string]int, order ...string) []string {
	var out []string
	for _, key := range order {
		if n[key] > 0 {
			out = append(out, r.w.count(key, n[key]))
		}
	}
	return out
}

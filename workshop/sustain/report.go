package sustain

import (
	"cmp"
	"slices"

	"nemawashi.app/workshop"
)

// Hold is what can be said of the gain over all reviews.
type Hold int

// The degrees of Hold.
const (
	Unknown  Hold = iota // no review has been held
	Holds                // every target that was reached is still reached, the standard is followed
	Slipping             // a target that was reached is not any more, or the standard is followed less than at the review before
	NotYet               // nothing slips, but not every target is reached
	Lost                 // a measure is worse than its baseline
)

// Value is a measure at one review.
type Value struct {
	Reading *workshop.Reading // nil: none taken by then
	Stand   Stand
	Slipped bool // reached at an earlier review, not any more
}

// Row is a measure over all reviews.
type Row struct {
	Measure *workshop.Measure
	Values  []Value // by review
	Now     Value   // the newest reading of all
}

// Column is one review.
type Column struct {
	Review *workshop.Review
	Held   bool
	Late   bool // planned before today and not held
	// Closed of Total actions: frozen when the review was held, of today before that.
	Closed, Total int
}

// Share is the part of the actions that is closed, 0 to 1.
func (c Column) Share() float64 {
	if c.Total == 0 {
		return 0
	}
	return float64(c.Closed) / float64(c.Total)
}

// Report is the sustain view.
type Report struct {
	Columns []Column // held ones first, each by its date
	Rows    []Row
	Held    int
	Hold    Hold
	// Followed are the degrees of the held reviews in order, of those that say one.
	Followed []int
	// Benefit is what was confirmed at the reviews. Each states what holds at its day; they are not added up.
	Benefit   workshop.Money
	Confirmed workshop.ID // by whom, at the last review that confirms one
	Decision  string      // of the last held review
}

// Input is what a report is made of.
type Input struct {
	Reviews  []*workshop.Review
	Measures []*workshop.Measure
	Readings []*workshop.Reading
	Actions  []*workshop.Action
	Today    workshop.Date
}

// Of makes the report.
func Of(in Input) Report {
	var r Report
	reviews := slices.Clone(in.Reviews)
	slices.SortStableFunc(reviews, func(a, b *workshop.Review) int {
		return cmp.Or(cmp.Compare(unheld(a), unheld(b)), cmp.Compare(day(a), day(b)))
	})
	closed, total := count(in.Actions)
	for _, v := range reviews {
		c := Column{Review: v, Held: v.Held != "", Closed: closed, Total: total}
		c.Late = !c.Held && v.Planned != "" && v.Planned < in.Today
		if c.Held {
			r.held(v)
			if v.ActionsClosed != nil {
				c.Closed, c.Total = *v.ActionsClosed, *v.ActionsClosed
			}
			if v.ActionsTotal != nil {
				c.Total = *v.ActionsTotal
			}
		}
		r.Columns = append(r.Columns, c)
	}
	for _, m := range in.Measures {
		r.Rows = append(r.Rows, r.row(m, Readings(in.Readings, m.ID)))
	}
	r.Hold = r.hold()
	return r
}

func unheld(r *workshop.Review) int {
	if r.Held == "" {
		return 1
	}
	return 0
}

// day is when a review was or will be held; without a date last of all.
func day(r *workshop.Review) workshop.Date {
	return cmp.Or(r.Held, r.Planned, "9999-12-31")
}

func count(actions []*workshop.Action) (closed, total int) {
	for _, a := range actions {
		if a.Status == workshop.ActionDropped {
			continue
		}
		total++
		if a.Ended() {
			closed++
		}
	}
	return closed, total
}

func (r *Report) held(v *workshop.Review) {
	r.Held++
	if v.StandardFollowed != nil {
		r.Followed = append(r.Followed, *v.StandardFollowed)
	}
	if v.BenefitConfirmed != 0 {
		r.Benefit, r.Confirmed = v.BenefitConfirmed, v.BenefitConfirmedBy
	}
	r.Decision = v.Decision
}

func (r *Report) row(m *workshop.Measure, readings []*workshop.Reading) Row {
	row := Row{Measure: m}
	reached := false
	at := func(day workshop.Date) Value {
		v := Value{Reading: At(readings, day)}
		if v.Reading != nil {
			v.Stand = StandOf(m, v.Reading.Value)
		}
		return v
	}
	for _, c := range r.Columns {
		if !c.Held {
			row.Values = append(row.Values, Value{})
			continue
		}
		v := at(c.Review.Held)
		v.Slipped = reached && v.Stand.Known && !v.Stand.Reached
		reached = reached || v.Stand.Reached
		row.Values = append(row.Values, v)
	}
	row.Now = at("")
	row.Now.Slipped = reached && row.Now.Stand.Known && !row.Now.Stand.Reached
	return row
}

// hold judges what the reviews that have been held found.
func (r *Report) hold() Hold {
	if r.Held == 0 {
		return Unknown
	}
	h := Holds
	for _, row := range r.Rows {
		if row.Measure.Target == nil {
			continue // it has nothing to hold
		}
		switch last := row.Values[r.Held-1]; {
		case last.Stand.Worse:
			return Lost
		case last.Slipped:
			h = Slipping
		case !last.Stand.Reached && h == Holds:
			h = NotYet
		}
	}
	if n := len(r.Followed); n > 1 && r.Followed[n-1] < r.Followed[n-2] {
		h = Slipping
	}
	return h
}

// Package sustain says whether the gain of an event holds: how each measure
// stands to its target, today and at each review, and what the reviews at 30,
// 60 and 90 days found. It also closes an event, which plans those reviews.
//
// The board of measures, the board of reviews and the readout show what is
// worked out here. Post-event follow-up is what drove sustainment in 65 kaizen
// events (Glover et al., IJPE 132, 2011, 197-213). Apart from Close nothing is
// changed, and no errors are returned: what is not known is said to be unknown.
package sustain

import (
	"cmp"
	"math"
	"slices"

	"nemawashi.app/workshop"
)

// Stand is how a measure stands to its target.
type Stand struct {
	Known   bool // there is a reading and a target
	Reached bool
	Worse   bool    // farther from the target than the baseline was
	Way     float64 // the part of the way from baseline to target, where both are known
	OnWay   bool    // Way is between 0 and 1
}

// Percent is the way in whole percent, rounded down, so that 100 is said only of a target that is reached.
func (s Stand) Percent() int { return int(math.Floor(s.Way * 100)) }

// StandOf says how a value stands to the target of a measure.
func StandOf(m *workshop.Measure, value *float64) Stand {
	if value == nil || m.Target == nil {
		return Stand{}
	}
	now, target := *value, *m.Target
	s := Stand{Known: true, Reached: now >= target}
	if LowerIsBetter(m) {
		s.Reached = now <= target
	}
	if m.Baseline != nil && *m.Baseline != target {
		s.Way = (now - *m.Baseline) / (target - *m.Baseline)
		s.Worse = !s.Reached && s.Way < 0
		s.OnWay = !s.Reached && s.Way > 0 && s.Way < 1
	}
	return s
}

// LowerIsBetter says in which direction a measure gets better: as it says
// itself, else from the baseline to the target.
func LowerIsBetter(m *workshop.Measure) bool {
	return m.Better == "lower" || m.Better == "" && m.Baseline != nil && m.Target != nil && *m.Target < *m.Baseline
}

// Readings are those of a measure that have a value, oldest first; without a date first of all.
func Readings(all []*workshop.Reading, measure workshop.ID) []*workshop.Reading {
	var out []*workshop.Reading
	for _, r := range all {
		if r.Measure == measure && r.Value != nil {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *workshop.Reading) int { return cmp.Compare(a.Date, b.Date) })
	return out
}

// At is the newest of the readings, oldest first, that was taken on the day or before; nil for none. An empty day takes the newest of all.
func At(readings []*workshop.Reading, day workshop.Date) *workshop.Reading {
	for _, r := range slices.Backward(readings) {
		if day == "" || r.Date <= day {
			return r
		}
	}
	return nil
}

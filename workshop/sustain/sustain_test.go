package sustain

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

func number(v float64) *float64 { return &v }

func degree(n int) *int { return &n }

func TestStandOf(t *testing.T) {
	lower := &workshop.Measure{Better: "lower", Baseline: number(94), Target: number(54)}
	for name, c := range map[string]struct {
		m    *workshop.Measure
		v    *float64
		want Stand
	}{
		"half the way":             {lower, number(74), Stand{Known: true, Way: 0.5, OnWay: true}},
		"reached":                  {lower, number(54), Stand{Known: true, Reached: true, Way: 1}},
		"beyond":                   {lower, number(50), Stand{Known: true, Reached: true, Way: 1.1}},
		"worse":                    {lower, number(98), Stand{Known: true, Worse: true, Way: -0.1}},
		"no reading":               {lower, nil, Stand{}},
		"no target":                {&workshop.Measure{Baseline: number(1)}, number(1), Stand{}},
		"higher":                   {&workshop.Measure{Better: "higher", Baseline: number(80), Target: number(90)}, number(85), Stand{Known: true, Way: 0.5, OnWay: true}},
		"the direction is guessed": {&workshop.Measure{Baseline: number(10), Target: number(0)}, number(0), Stand{Known: true, Reached: true, Way: 1}},
		"nothing to gain":          {&workshop.Measure{Baseline: number(10), Target: number(10)}, number(9), Stand{Known: true}},
		"no baseline":              {&workshop.Measure{Better: "lower", Target: number(10)}, number(12), Stand{Known: true}},
	} {
		if got := StandOf(c.m, c.v); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	if got := (Stand{Way: 0.999}).Percent(); got != 99 {
		t.Errorf("not quite there is not 100 %%: %d", got)
	}
}

func TestAt(t *testing.T) {
	all := []*workshop.Reading{
		{Measure: "m", Date: "2026-12-10", Value: number(3)}, {Measure: "m", Date: "2026-12-01", Value: number(2)},
		{Measure: "other", Date: "2026-12-05", Value: number(9)}, {Measure: "m", Date: "2026-12-20", Note: "none taken"},
	}
	readings := Readings(all, "m")
	for day, want := range map[workshop.Date]float64{"2026-11-30": -1, "2026-12-01": 2, "2026-12-09": 2, "2026-12-10": 3, "2027-01-01": 3, "": 3} {
		got := -1.0
		if r := At(readings, day); r != nil {
			got = *r.Value
		}
		if got != want {
			t.Errorf("on %q: %v, want %v", day, got, want)
		}
	}
}

// seen writes a report so that it can be compared.
func seen(r Report) string {
	s := ""
	for _, c := range r.Columns {
		s += fmt.Sprintf("%s %d/%d", c.Review.ReviewKind, c.Closed, c.Total)
		if c.Late {
			s += " late"
		}
		s += "; "
	}
	for _, row := range r.Rows {
		s += "|"
		for _, v := range append(row.Values, row.Now) {
			switch {
			case v.Reading == nil:
				s += " -"
				continue
			case v.Slipped:
				s += " slipped"
			case v.Stand.Reached:
				s += " reached"
			default:
				s += " open"
			}
			s += fmt.Sprintf(":%g", *v.Reading.Value)
		}
	}
	return s + fmt.Sprintf(" | %d held, hold %d, followed %v, benefit %d by %q, %q", r.Held, r.Hold, r.Followed, r.Benefit, r.Confirmed, r.Decision)
}

func TestOf(t *testing.T) {
	actions := []*workshop.Action{{Status: "done"}, {Status: "verified"}, {Status: "open"}, {Status: "dropped"}}
	m := &workshop.Measure{Name: "m", Better: "lower", Baseline: number(94), Target: number(54)}
	m.ID = "m"
	r30 := &workshop.Review{ReviewKind: "30", Planned: "2026-12-05", Held: "2026-12-06", StandardFollowed: degree(4), ActionsClosed: degree(1), ActionsTotal: degree(3), BenefitConfirmed: 100, BenefitConfirmedBy: "fin", Decision: "hold"}
	r60 := &workshop.Review{ReviewKind: "60", Planned: "2027-01-04", Held: "2027-01-05", StandardFollowed: degree(4), ActionsClosed: degree(3), Decision: "adjust"}
	r90 := &workshop.Review{ReviewKind: "90", Planned: "2027-02-03"}
	reading := func(day workshop.Date, v float64) *workshop.Reading {
		return &workshop.Reading{Measure: "m", Date: day, Value: &v}
	}
	for name, c := range map[string]struct {
		reviews  []*workshop.Review
		readings []*workshop.Reading
		want     string
	}{
		"none": {nil, nil, "| - | 0 held, hold 0, followed [], benefit 0 by \"\", \"\""},
		"planned": {[]*workshop.Review{r90}, []*workshop.Reading{reading("2026-12-01", 60)},
			"90 2/3 late; | - open:60 | 0 held, hold 0, followed [], benefit 0 by \"\", \"\""},
		"holds": {[]*workshop.Review{r90, r60, r30}, []*workshop.Reading{reading("2026-12-06", 54), reading("2027-01-05", 50)},
			"30 1/3; 60 3/3; 90 2/3 late; | reached:54 reached:50 - reached:50 | 2 held, hold 1, followed [4 4], benefit 100 by \"fin\", \"adjust\""},
		"slips": {[]*workshop.Review{r30, r60}, []*workshop.Reading{reading("2026-12-06", 54), reading("2027-01-04", 60)},
			"30 1/3; 60 3/3; | reached:54 slipped:60 slipped:60 | 2 held, hold 2, followed [4 4], benefit 100 by \"fin\", \"adjust\""},
		"not yet": {[]*workshop.Review{r30}, []*workshop.Reading{reading("2026-12-06", 60)},
			"30 1/3; | open:60 open:60 | 1 held, hold 3, followed [4], benefit 100 by \"fin\", \"hold\""},
		"lost": {[]*workshop.Review{r30}, []*workshop.Reading{reading("2026-12-06", 95)},
			"30 1/3; | open:95 open:95 | 1 held, hold 4, followed [4], benefit 100 by \"fin\", \"hold\""},
	} {
		got := seen(Of(Input{Reviews: c.reviews, Measures: []*workshop.Measure{m}, Readings: c.readings, Actions: actions, Today: "2027-02-04"}))
		if got != c.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, c.want)
		}
	}
	less := *r60
	less.StandardFollowed = degree(3)
	if got := Of(Input{Reviews: []*workshop.Review{r30, &less}, Today: "2027-02-04"}); got.Hold != Slipping {
		t.Errorf("the standard is followed less than before: %d", got.Hold)
	}
	if got := (Column{}).Share() + (Column{Closed: 1, Total: 4}).Share(); got != 0.25 {
		t.Errorf("0 of 0 and 1 of 4: %v", got)
	}
}

// journal forgets what it is given.
type journal struct{ n int64 }

func (j *journal) Next() int64          { j.n++; return j.n }
func (j *journal) Write(workshop.Batch) {}

func TestClose(t *testing.T) {
	n := 0
	s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }, "laptop", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%d", n)) },
	}, &journal{})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.Do("new", func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Event", Start: "2026-11-17", Days: 3, Status: workshop.StatusRunning})
		e.Add(&workshop.Review{ReviewKind: "60"})
		e.Add(&workshop.Review{ReviewKind: "custom", Planned: "2027-02-27"}) // day 100
		return nil
	}))
	made := 0
	must(s.Do("close", func(e *workshop.Edit) (err error) { made, err = Close(e, "2026-11-22"); return err }))
	got := map[string]workshop.Date{}
	s.Read(func(w *workshop.Workshop) {
		for _, r := range workshop.All[workshop.Review](w) {
			got[r.ReviewKind] = r.Planned
		}
		if w.Charter().Status != workshop.StatusFollowingUp || Open(w.Charter()) {
			t.Errorf("status %q", w.Charter().Status)
		}
	})
	// The last day is 19 November: 30 days later is 19 December, 60 is 18 January; day 100 stands for day 90.
	if want := map[string]workshop.Date{"30": "2026-12-19", "60": "2027-01-18", "custom": "2027-02-27"}; made != 1 || !reflect.DeepEqual(got, want) {
		t.Errorf("made %d: %v, want %v", made, got, want)
	}
	_, err := s.Undo()
	must(err)
	s.Read(func(w *workshop.Workshop) {
		if len(workshop.All[workshop.Review](w)) != 2 || !Open(w.Charter()) {
			t.Error("one undo takes the closing back")
		}
	})
	if LastDay(&workshop.Charter{}, "2026-11-22") != "2026-11-22" || Open(nil) {
		t.Error("an event without a date ends today; what is not there cannot be closed")
	}
}

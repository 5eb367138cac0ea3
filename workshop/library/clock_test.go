package library

import (
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// The nights in which clocks are put forward and back, a day that is gone through
// twice, and a year that was skipped: the last word stays the last.
func TestLastWordAndTheClock(t *testing.T) {
	vienna, err := time.LoadLocation("Europe/Vienna")
	must(t, err)
	back := time.Date(2026, 10, 25, 0, 59, 0, 0, time.UTC).In(vienna) // 2:59 summer time, an hour before it is 2:59 again
	forward := time.Date(2027, 3, 28, 1, 59, 0, 0, vienna)
	hour := back.Add(time.Hour)
	if back.Format("15:04") != hour.Format("15:04") || forward.Add(time.Minute).Format("15:04") != "03:00" {
		t.Fatalf("these are not the nights: %v, %v", hour, forward.Add(time.Minute))
	}
	for name, moments := range map[string][]time.Time{
		"clocks put back":      {back, hour, hour.Add(time.Minute)},
		"put back by hand":     {hour, back, back.Add(-30 * time.Minute)},
		"clocks put forward":   {forward, forward.Add(time.Minute), forward.Add(time.Hour)},
		"one day back":         {hour, hour.AddDate(0, 0, -1), hour.AddDate(0, 0, -1).Add(time.Second)},
		"400 days ahead, once": {hour, hour.AddDate(0, 0, 400), hour.Add(time.Minute), hour.Add(2 * time.Minute)},
	} {
		t.Run(name, func(t *testing.T) {
			path := placeFor(t)
			now := moments[0]
			o := Options{Now: func() time.Time { return now }}
			var id, goal workshop.ID
			var last workshop.Stamp
			words := []string{"one", "two", "three", "four"}
			for i, at := range moments {
				now = at
				l, err := Open(path, o)
				must(t, err)
				if i == 0 {
					id = sample(t, l)
				}
				s, err := l.Session(id)
				must(t, err)
				must(t, s.Do("say", func(e *workshop.Edit) error {
					if i == 0 {
						goal = e.Add(&workshop.Goal{Title: words[0]})
						return nil
					}
					return e.SetField(goal, "title", []byte(`"`+words[i]+`"`))
				}))
				if stamp := l.clock.Last(); stamp.Compare(last) <= 0 {
					t.Errorf("at %v the stamp %v is not after %v", at, stamp, last)
				} else {
					last = stamp
				}
				clean(t, l)
				must(t, l.Close())
			}
			l := openWith(t, path, o)
			s, err := l.Session(id)
			must(t, err)
			var said string
			s.Read(func(w *workshop.Workshop) { said = workshop.Find[workshop.Goal](w, goal).Title })
			if said != words[len(moments)-1] {
				t.Errorf("the last word is %q", said)
			}
			hits, err := l.Search(words[len(moments)-1], 1)
			must(t, err)
			if len(hits) != 1 {
				t.Errorf("search finds %v", hits)
			}
		})
	}
}

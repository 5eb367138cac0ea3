package workshop

import (
	"testing"
	"time"
)

func TestHours(t *testing.T) {
	for line, want := range map[string]Hours{
		"09:00": {From: 9 * time.Hour}, "8:30-17:00": {From: 8*time.Hour + 30*time.Minute, Until: 17 * time.Hour},
		"0830 – 1200": {From: 8*time.Hour + 30*time.Minute, Until: 12 * time.Hour},
	} {
		if got, err := ParseHours(line); err != nil || got != want {
			t.Errorf("%q: %v, %v, want %v", line, got, err, want)
		}
	}
	for _, line := range []string{"", "-", "morning", "25:00", "09:60", "17:00-09:00", "09:00-09:00", "09:00-"} {
		if got, err := ParseHours(line); err == nil {
			t.Errorf("%q is taken as %v", line, got)
		}
	}
}

func TestHoursOfADay(t *testing.T) {
	c := &Charter{Hours: []string{"09:00", "08:00-16:00"}}
	for day, want := range map[int]time.Duration{1: 9 * time.Hour, 2: 8 * time.Hour, 7: 8 * time.Hour} {
		if h, ok := c.HoursOf(day); !ok || h.From != want {
			t.Errorf("day %d: %v", day, h)
		}
	}
	if _, ok := c.HoursOf(0); ok {
		t.Error("preparation has hours")
	}
	if _, ok := (&Charter{}).HoursOf(1); ok {
		t.Error("hours that nobody gave")
	}
}

func TestBadTimesAreRefusedWithTheField(t *testing.T) {
	d := newDesk("a")
	must(t, d.Do("new", func(e *Edit) error {
		e.Add(&Charter{Title: "t", Hours: []string{"09:00-17:00"}})
		e.Add(&Step{Base: Base{ID: "s"}, Title: "Lunch", At: "12:00", Break: true})
		return nil
	}))
	before := d.picture()
	for _, f := range []func(*Edit) error{
		func(e *Edit) error { return e.SetField("w", "hours", []byte(`["09:00","late"]`)) },
		func(e *Edit) error { return e.SetField("s", "at", []byte(`"noon"`)) },
		func(e *Edit) error { return e.SetField("s", "within", []byte(`"nobody"`)) },
	} {
		if err := d.Do("bad", f); err == nil || d.picture() != before {
			t.Errorf("taken, or half taken: %v", err)
		}
	}
}

func TestGroupsGoWithTheirStepAndCardsStay(t *testing.T) {
	d := newDesk("a")
	must(t, d.Do("new", func(e *Edit) error {
		e.Add(&Charter{Title: "t"})
		e.Add(&Step{Base: Base{ID: "s"}, Title: "Walk"})
		e.Add(&Step{Base: Base{ID: "g"}, Title: "Group A", Within: "s"})
		e.Add(&Card{Base: Base{ID: "c"}, Canvas: "wastes", Group: "g"})
		return nil
	}))
	before := d.picture()
	must(t, d.Do("delete", func(e *Edit) error { return e.Delete("s") }))
	d.Read(func(w *Workshop) {
		if len(All[Step](w)) != 0 || Find[Card](w, "c") == nil || Find[Card](w, "c").Group != "" {
			t.Errorf("%d steps, card %+v", len(All[Step](w)), Find[Card](w, "c"))
		}
	})
	if _, err := d.Undo(); err != nil || d.picture() != before {
		t.Errorf("one undo does not bring the step back with its groups: %v", err)
	}
}

package workshop

import (
	"slices"
	"testing"
)

func TestRecurringChecks(t *testing.T) {
	for name, c := range map[string]struct {
		action Action
		want   []Date // the first of them
	}{
		"weekly in month 1":       {Action{CheckEvery: EveryWeek, CheckFrom: "2026-11-24", CheckUntil: "2026-12-15"}, []Date{"2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15"}},
		"one of them done late":   {Action{CheckEvery: EveryWeek, CheckFrom: "2026-11-24", CheckUntil: "2026-12-15", Checked: "2026-12-03"}, []Date{"2026-12-08", "2026-12-15"}},
		"the last one done":       {Action{CheckEvery: EveryWeek, CheckFrom: "2026-11-24", CheckUntil: "2026-12-15", Checked: "2026-12-15"}, nil},
		"checked before it began": {Action{CheckEvery: EveryTwoWeeks, CheckFrom: "2026-11-24", CheckUntil: "2026-12-20", Checked: "2026-01-01"}, []Date{"2026-11-24", "2026-12-08"}},
		"on the last of a month":  {Action{CheckEvery: EveryMonth, CheckFrom: "2027-01-31", CheckUntil: "2027-05-01"}, []Date{"2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"}},
		"over a leap day":         {Action{CheckEvery: EveryDay, CheckFrom: "2028-02-28", CheckUntil: "2028-03-01"}, []Date{"2028-02-28", "2028-02-29", "2028-03-01"}},
		"done goes on":            {Action{CheckEvery: EveryDay, CheckFrom: "2026-11-24", CheckUntil: "2026-11-24", Status: ActionDone}, []Date{"2026-11-24"}},
		"dropped does not":        {Action{CheckEvery: EveryDay, CheckFrom: "2026-11-24", Status: ActionDropped}, nil},
		"from no day":             {Action{CheckEvery: EveryDay}, nil},
		"no rule":                 {Action{CheckFrom: "2026-11-24"}, nil},
		"it ends first":           {Action{CheckEvery: EveryDay, CheckFrom: "2026-11-24", CheckUntil: "2026-11-23"}, nil},
	} {
		if got := c.action.Checks(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		next := Date("")
		if len(c.want) > 0 {
			next = c.want[0]
		}
		if got := c.action.NextCheck(); got != next {
			t.Errorf("%s: next is %q, want %q", name, got, next)
		}
	}
	endless := Action{CheckEvery: EveryDay, CheckFrom: "1950-01-01", Checked: "2026-11-23"}
	if got := endless.Checks(); len(got) != CheckDays || got[0] != "2026-11-24" {
		t.Errorf("without an end: %d from %v", len(got), got[0])
	}
	var a Action
	a.Recheck(EveryWeek, "2026-11-17")
	if got := a.Checks(); !slices.Equal(got, []Date{"2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15"}) {
		t.Errorf("the first rule: %v", got)
	}
	a.CheckUntil = "2027-01-01"
	a.Recheck(EveryMonth, "2026-11-30")
	if a.CheckFrom != "2026-11-24" || a.CheckUntil != "2027-01-01" {
		t.Error("another rule moved the days that somebody had chosen")
	}
	if a.Recheck("", "2026-11-30"); a.CheckFrom != "" || a.CheckUntil != "" {
		t.Errorf("without a rule: %+v", a)
	}
}

func TestUpdatesStayInTheLog(t *testing.T) {
	d, _, _, id := ruleDesk(t)
	write := func(source, text string) {
		t.Helper()
		if err := d.DoFrom(source, "Write update", func(e *Edit) error { return e.SetField(id, "update", []byte(`"`+text+`"`)) }); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Do("x", func(e *Edit) error {
		e.Add(&Stakeholder{Name: "Ottokar Zwick", Size: 1})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	write("", "Ordered")
	write("", "Came, wrong size")
	write("sha256:abc", "Ottokar Zwick sent the right one")
	d.Read(func(w *Workshop) {
		if log, err := w.Updates(id); err != nil || len(log) != 3 || !log[2].Sheet {
			t.Errorf("%+v, %v", log, err)
		}
	})
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	d.Read(func(w *Workshop) {
		if log, err := w.Updates(id); err != nil || len(log) != 2 {
			t.Errorf("what was taken back stays: %+v, %v", log, err)
		}
	})
	if _, err := d.Redo(); err != nil {
		t.Fatal(err)
	}
	check := func(d *desk) {
		t.Helper()
		var log []Update
		var err error
		d.Read(func(w *Workshop) { log, err = w.Updates(id) })
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, u := range log {
			texts = append(texts, u.Text)
		}
		want := []string{"Ordered", "Came, wrong size", "Ottokar Zwick sent the right one"}
		if !slices.Equal(texts, want) || log[0].By != "a" || log[0].Sheet || log[2].Sheet || log[2].By != "a" {
			t.Errorf("%+v", log)
		}
	}
	check(d)
	var changed Stamp
	d.Read(func(w *Workshop) { changed = w.LastChange(id) })
	if changed.Wall == 0 {
		t.Error("nobody knows when it was changed")
	}
	for _, audience := range Audiences {
		log := d.View(audience).Updates[id]
		switch audience {
		case Sponsor:
			if len(log) != 0 {
				t.Error("the sponsor gets the log")
			}
		default:
			if len(log) != 3 || log[2].Text == "Ottokar Zwick sent the right one" {
				t.Errorf("%s reads %+v", audience, log)
			}
		}
	}
	// What was written to the library tells the same.
	var rows []Row
	d.Read(func(w *Workshop) {
		for other := range w.entries {
			rows = append(rows, w.row(other))
		}
	})
	again, err := Restore("w", rows)
	if err != nil {
		t.Fatal(err)
	}
	if got := again.LastChange(id); got != changed {
		t.Errorf("read back it was changed at %v, not %v", got, changed)
	}
	if again.LastChange("nobody") != (Stamp{}) || NewestStamp(`{"s":"x`) != (Stamp{}) || NewestStamp(`{"s":"soon"}`) != (Stamp{}) {
		t.Error("a change of nothing")
	}
	d.w = again
	check(d)
}

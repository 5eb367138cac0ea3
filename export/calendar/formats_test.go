//go:build formats

package calendar

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// reader reads a calendar with a parser that is not ours, refuses what the standard refuses, and works its rules out.
const reader = `
import sys, json
from datetime import datetime
from dateutil.rrule import rrulestr
from icalendar import Calendar
raw = open(sys.argv[1], 'rb').read()
cals = Calendar.from_ical(raw, multiple=True)
assert len(cals) == 1, 'one calendar in a file'
cal = cals[0]
assert not cal.errors, cal.errors
assert str(cal['VERSION']) == '2.0' and cal['PRODID'], 'VERSION and PRODID'
out = {'name': str(cal.get('X-WR-CALNAME', '')), 'entries': []}
for e in cal.subcomponents:
    assert e.name == 'VEVENT' and not e.errors, (e.name, e.errors)
    for must in ('UID', 'DTSTAMP', 'DTSTART'):
        assert must in e, must
    start = e['DTSTART'].dt
    assert type(start).__name__ == 'date', 'days are days'
    assert e['DTEND'].dt > start
    assert 0 <= int(e['SEQUENCE']) < 2**31
    days = [start.isoformat()]
    if 'RRULE' in e:
        rule = rrulestr(e['RRULE'].to_ical().decode(), dtstart=datetime(start.year, start.month, start.day))
        days = [d.date().isoformat() for _, d in zip(range(12), rule)]
    out['entries'].append({'uid': str(e['UID']), 'summary': str(e['SUMMARY']), 'text': str(e.get('DESCRIPTION', '')), 'days': days, 'status': str(e['STATUS'])})
json.dump(out, sys.stdout)
`

type read struct {
	Name    string
	Entries []struct {
		UID, Summary, Text, Status string
		Days                       []string
	}
}

func parsed(t *testing.T, in Input) read {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.ics")
	if err := WriteFile(path, in); err != nil {
		t.Fatal(err)
	}
	python := os.Getenv("NEMAWASHI_PYTHON")
	if python == "" {
		python = "/usr/bin/python3"
	}
	var out, problems bytes.Buffer
	c := exec.CommandContext(t.Context(), python, "-I", "-c", reader, path)
	c.Stdout, c.Stderr = &out, &problems
	if err := c.Run(); err != nil {
		t.Fatalf("%v\n%s", err, problems.String())
	}
	var r read
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestAnotherParserReadsTheCalendar takes words of every kind through a parser that is not ours, and works out the days of every rule.
func TestAnotherParserReadsTheCalendar(t *testing.T) {
	// A backslash before an n is left to the other tests: icalendar 4 itself makes a new line of an escaped one.
	texts := []string{"Comma, semicolon; backslash \\ and D:\\lanes", "改善：かんばんのレーンに札を付ける。担当者は毎週確認する。改善：かんばんのレーンに札を付ける", "👩🏽‍🏭 emoji, ä ö ü ß, e\u0301", "\"quoted\": a:b=c", "=SUM(A1)"}
	var views []*workshop.View
	for i, kind := range []string{workshop.EveryDay, workshop.EveryWeek, workshop.EveryTwoWeeks, workshop.EveryMonth} {
		v := view(t, func(e *workshop.Edit) {
			e.Add(&workshop.Charter{Title: texts[i], Client: "Norvik; Pumps"})
			for _, text := range texts {
				e.Add(&workshop.Action{Title: text, Detail: text + "\nsecond line", Due: "2026-12-24"})
			}
			for _, from := range []workshop.Date{"2026-12-01", "2027-01-29", "2027-01-30", "2027-01-31"} {
				e.Add(&workshop.Action{Title: "Check", CheckEvery: kind, CheckFrom: from})
				e.Add(&workshop.Action{Title: "Check to an end", CheckEvery: kind, CheckFrom: from, CheckUntil: from.AddDays(45)})
			}
			e.Add(&workshop.Review{ReviewKind: "30", Planned: "2026-12-20"})
		})
		v.ID = workshop.ID("w" + string(rune('1'+i)))
		views = append(views, v)
	}
	got := parsed(t, Input{Views: views, Now: now})
	uids := map[string]bool{}
	at := 0
	for _, v := range views {
		for _, want := range entries(v) {
			e := got.Entries[at]
			at++
			if uids[e.UID] {
				t.Errorf("two entries are %s", e.UID)
			}
			uids[e.UID] = true
			if e.Summary != want.summary || e.Text != want.text {
				t.Errorf("%q, %q came out as %q, %q", want.summary, want.text, e.Summary, e.Text)
			}
			days := []string{string(want.day)}
			if want.rule != "" {
				days = nil
				for _, a := range v.Actions {
					if a.ID+"-check" == want.id {
						for _, d := range a.Checks() {
							days = append(days, string(d))
						}
					}
				}
				days = days[:min(len(days), 12)]
			}
			if !slices.Equal(e.Days, days) {
				t.Errorf("%s, %s: %v, want %v", e.Summary, want.rule, e.Days, days)
			}
		}
	}
	if at != len(got.Entries) || got.Name != manyTitle {
		t.Errorf("%d entries, %d were read, of %q", at, len(got.Entries), got.Name)
	}
	later := parsed(t, Input{Views: views[:1], Now: now.Add(time.Hour)})
	for _, e := range later.Entries {
		if !uids[e.UID] {
			t.Errorf("%s has another id in a calendar of its own", e.UID)
		}
	}
	if later.Name != texts[0] {
		t.Errorf("the calendar is called %q", later.Name)
	}
}

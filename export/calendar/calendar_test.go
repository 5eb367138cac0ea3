package calendar

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

type quiet struct{ n int64 }

func (q *quiet) Next() int64          { q.n++; return q.n }
func (q *quiet) Write(workshop.Batch) {}

func view(t *testing.T, f func(e *workshop.Edit)) *workshop.View {
	t.Helper()
	n := 0
	s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(time.Now, "desk", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%d", n)) },
	}, &quiet{})
	if err := s.Do("test", func(e *workshop.Edit) error { f(e); return nil }); err != nil {
		t.Fatal(err)
	}
	return s.View(workshop.Team)
}

var now = time.Date(2026, 11, 22, 23, 30, 0, 0, time.FixedZone("west", -12*3600))

func TestDueDatesAndReviews(t *testing.T) {
	v := view(t, func(e *workshop.Edit) {
		e.Add(&workshop.Charter{Title: "Pump line; changeover"})
		p := e.Add(&workshop.Person{Name: "Maria Keller", Team: true})
		e.Add(&workshop.Action{Title: "Move the tool, " + strings.Repeat("überall ", 20), Owner: p, Due: "2026-12-24", Status: "open", Detail: "one\ntwo \\n"})
		e.Add(&workshop.Action{Title: "Done", Due: "2026-12-01", Status: "done"})
		e.Add(&workshop.Action{Title: "Without a date"})
		e.Add(&workshop.Review{ReviewKind: "30", Planned: "2026-12-20"})
	})
	var b bytes.Buffer
	if err := Write(&b, Input{Views: []*workshop.View{v}, Now: now}); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.SplitAfter(b.String(), "\n") {
		if line != "" && (!strings.HasSuffix(line, "\r\n") || len(line) > widest+2) {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	text := strings.ReplaceAll(b.String(), "\r\n ", "")
	for _, want := range []string{
		"BEGIN:VCALENDAR\r\n", "UID:id-2@w.nemawashi\r\n", "DTSTAMP:20261123T113000Z\r\n", "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261225\r\n",
		`SUMMARY:A-001 Move the tool\, ` + strings.TrimSpace(strings.Repeat("überall ", 20)), `DESCRIPTION:Pump line\; changeover\nOwner: Maria Keller\none\ntwo \\n`,
		"SUMMARY:30-day review: Pump line", "STATUS:CANCELLED\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if n := strings.Count(text, "BEGIN:VEVENT"); n != 3 {
		t.Errorf("%d entries, want 3", n)
	}
}

func TestNothingToWrite(t *testing.T) {
	v := view(t, func(e *workshop.Edit) { e.Add(&workshop.Charter{Title: "x"}) })
	path := filepath.Join(t.TempDir(), "x.ics")
	if err := WriteFile(path, Input{Views: []*workshop.View{v}, Now: now}); !errors.Is(err, ErrNothing) {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was left")
	}
}

func TestRecurringChecksAreOneEntryWithARule(t *testing.T) {
	v := view(t, func(e *workshop.Edit) {
		e.Add(&workshop.Charter{Title: "Pump line"})
		e.Add(&workshop.Action{Title: "Weekly", CheckEvery: workshop.EveryWeek, CheckFrom: "2026-11-24", CheckUntil: "2026-12-15", Checked: "2026-11-25"})
		e.Add(&workshop.Action{Title: "Over", CheckEvery: workshop.EveryDay, CheckFrom: "2026-11-20", CheckUntil: "2026-11-21", Checked: "2026-11-21"})
		e.Add(&workshop.Action{Title: "Last of the month", CheckEvery: workshop.EveryMonth, CheckFrom: "2027-01-30"})
		e.Add(&workshop.Action{Title: "From no day", CheckEvery: workshop.EveryMonth})
	})
	var b bytes.Buffer
	if err := Write(&b, Input{Views: []*workshop.View{v}, Now: now}); err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(b.String(), "\r\n ", "")
	for _, want := range []string{
		"UID:id-1-check@w.nemawashi\r\n", "DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\nRRULE:FREQ=WEEKLY;UNTIL=20261215\r\nSUMMARY:Check A-001 Weekly\r\n",
		"RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1\r\n", "DTSTART;VALUE=DATE:20261120\r\nDTEND;VALUE=DATE:20261121\r\nSUMMARY:Check A-002 Over\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if n, over := strings.Count(text, "BEGIN:VEVENT"), strings.Count(text, "STATUS:CANCELLED"); n != 3 || over != 1 {
		t.Errorf("%d entries, %d of them over", n, over)
	}
}

// TestManyWorkshopsMakeOneCalendar: an entry is the same one, whichever workshops are written with it, so that calendars of one workshop and of all
// do not double it.
func TestManyWorkshopsMakeOneCalendar(t *testing.T) {
	entriesOf := func(views ...*workshop.View) []string {
		var b bytes.Buffer
		if err := Write(&b, Input{Views: views, Now: now}); err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(b.String(), "BEGIN:VEVENT\r\n")
		return strings.Split(strings.TrimSuffix(body, "END:VCALENDAR\r\n"), "BEGIN:VEVENT\r\n")
	}
	made := func(id workshop.ID, title string) *workshop.View {
		v := view(t, func(e *workshop.Edit) {
			e.Add(&workshop.Charter{Title: title, Client: "Norvik Pumps"})
			e.Add(&workshop.Action{Title: "Label the lanes", Due: "2026-12-24", CheckEvery: workshop.EveryWeek, CheckFrom: "2027-01-04"})
			e.Add(&workshop.Review{ReviewKind: "30", Planned: "2026-12-20"})
		})
		v.ID = id
		return v
	}
	a, b := made("a", "Pump line"), made("b", "Valve line")
	both, each := entriesOf(a, b), append(entriesOf(a), entriesOf(b)...)
	if len(both) != 6 || !slices.Equal(both, each) {
		t.Errorf("together\n%q\neach\n%q", both, each)
	}
	for _, e := range both {
		if !strings.Contains(e, `DESCRIPTION:Norvik Pumps\, `) {
			t.Errorf("an entry does not say of which workshop it is: %s", e)
		}
	}
	later := view(t, func(e *workshop.Edit) { e.Add(&workshop.Action{Title: "x", Due: "2090-01-01"}) })
	var out bytes.Buffer
	if err := Write(&out, Input{Views: []*workshop.View{later}, Now: time.Date(2090, 1, 1, 0, 0, 0, 0, time.UTC)}); err != nil {
		t.Fatal(err)
	}
	if _, n, _ := strings.Cut(out.String(), "SEQUENCE:"); len(strings.SplitN(n, "\r", 2)[0]) > 10 || n > "2147483647" {
		t.Errorf("the revision does not fit into an integer of the format: %.12s", n)
	}
}

// TestContactsAreTheFacilitatorsAlone writes next contacts under code names, and for nobody else.
func TestContactsAreTheFacilitatorsAlone(t *testing.T) {
	for audience, want := range map[workshop.Audience]bool{workshop.Facilitator: true, workshop.Team: false, workshop.Sponsor: false} {
		v := &workshop.View{Audience: audience, Charter: workshop.Charter{Title: "Line 3"}, Actions: []*workshop.Action{{Number: 1, Title: "Label", Due: "2026-11-25"}}}
		if audience == workshop.Facilitator { // as a view has them
			v.Stakeholders = []*workshop.Stakeholder{{Code: "Cedar", NextContact: "2026-11-20"}, {Code: "Alder", NextContact: "2026-11-21", Retired: true}, {Code: "Rowan"}}
		}
		var out strings.Builder
		if err := Write(&out, Input{Views: []*workshop.View{v}, Now: time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), "Contact Cedar"); got != want || strings.Contains(out.String(), "Alder") || strings.Contains(out.String(), "Rowan") {
			t.Errorf("for the %s: %s", audience, out.String())
		}
	}
}

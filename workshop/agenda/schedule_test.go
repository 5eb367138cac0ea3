package agenda

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// at is a moment of November 2026 in Berlin: "17 09:30".
func at(t testing.TB, s string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		zone = time.FixedZone("CET", 3600)
	}
	m, err := time.ParseInLocation("2006-01-02 15:04", "2026-11-"+s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// read makes steps of lines like "1 Walk 90 running 17 10:00" or "2 Lunch 45 break at 12:00".
func read(t testing.TB, text string) []*workshop.Step {
	t.Helper()
	var out []*workshop.Step
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		f := strings.Fields(line)
		s := &workshop.Step{Title: f[1], Status: workshop.StepTodo}
		s.ID = workshop.ID(f[1])
		fmt.Sscan(f[0], &s.Day)
		fmt.Sscan(f[2], &s.Minutes)
		for i := 3; i < len(f); i++ {
			when := func() string { i += 2; return stamp(at(t, f[i-1]+" "+f[i])) }
			switch f[i] {
			case "break":
				s.Break = true
			case "at":
				i++
				s.At = f[i]
			case "extra":
				i++
				fmt.Sscan(f[i], &s.Extra)
			case "running", "done":
				s.Status = f[i]
				if i+2 < len(f) && strings.Contains(f[i+2], ":") {
					s.Started = when()
				}
			case "to", "paused":
				s.Ended = when()
			case "stood":
				i++
				fmt.Sscan(f[i], &s.Paused)
			case "skipped":
				s.Status = f[i]
			default:
				t.Fatalf("%q in %q", f[i], line)
			}
		}
		out = append(out, s)
	}
	return out
}

// shown writes a schedule so that a person can check it by hand.
func shown(s *Schedule) string {
	var b strings.Builder
	span := func(s Span) string {
		if s.Zero() {
			return "-"
		}
		return s.From.Format("02 15:04") + "–" + s.To.Format("15:04")
	}
	for _, d := range s.Days {
		fmt.Fprintf(&b, "day %d %s, %+d min", d.Number, d.Date[8:], int(d.Late/time.Minute))
		if over := d.Over(); over > 0 {
			fmt.Fprintf(&b, ", %d over", int(over/time.Minute))
		}
		b.WriteString("\n")
		for _, slot := range d.Slots {
			fmt.Fprintf(&b, "  %s %s → %s\n", slot.Step.Title, span(slot.Planned), span(slot.Held))
		}
	}
	return b.String()
}

// Every expectation below was worked out with pencil and paper.
var cases = []struct {
	name, hours, now, steps, want string
}{
	{"as planned, before anything has begun", "09:00", "16 20:00", `
		1 Open 20
		1 Walk 90
		1 Lunch 45 break
		1 Map 60
		2 Causes 75`, `
		day 1 17, +0 min
		  Open 17 09:00–09:20 → 17 09:00–09:20
		  Walk 17 09:20–10:50 → 17 09:20–10:50
		  Lunch 17 10:50–11:35 → 17 10:50–11:35
		  Map 17 11:35–12:35 → 17 11:35–12:35
		day 2 18, +0 min
		  Causes 18 09:00–10:15 → 18 09:00–10:15`},
	{"forty minutes late: every later step, over breaks; the next day begins as planned", "09:00", "17 11:30", `
		1 Open 20 done 17 09:00 to 17 09:20
		1 Walk 90 running 17 09:20
		1 Coffee 15 break
		1 Map 60
		1 Lunch 45 break at 12:00
		1 Voices 30
		2 Causes 75`, `
		day 1 17, +40 min
		  Open 17 09:00–09:20 → 17 09:00–09:20
		  Walk 17 09:20–10:50 → 17 09:20–11:30
		  Coffee 17 10:50–11:05 → 17 11:30–11:45
		  Map 17 11:05–12:05 → 17 11:45–12:45
		  Lunch 17 12:05–12:50 → 17 12:45–13:30
		  Voices 17 12:50–13:20 → 17 13:30–14:00
		day 2 18, +0 min
		  Causes 18 09:00–10:15 → 18 09:00–10:15`},
	{"forty minutes late and the room closes: what does not fit goes to the next day, the break does not", "09:00-13:20", "17 11:30", `
		1 Open 20 done 17 09:00 to 17 09:20
		1 Walk 90 running 17 09:20
		1 Map 75
		1 Coffee 15 break
		1 Voices 60
		2 Causes 75
		2 Pick 30`, `
		day 1 17, +40 min
		  Open 17 09:00–09:20 → 17 09:00–09:20
		  Walk 17 09:20–10:50 → 17 09:20–11:30
		  Map 17 10:50–12:05 → 17 11:30–12:45
		  Coffee 17 12:05–12:20 → 17 12:45–13:00
		day 2 18, +60 min
		  Voices 17 12:20–13:20 → 18 09:00–10:00
		  Causes 18 09:00–10:15 → 18 10:00–11:15
		  Pick 18 10:15–10:45 → 18 11:15–11:45`},
	{"on the next morning, what was left open comes first; missed breaks fall away", "09:00", "18 09:10", `
		1 Walk 90 done 17 09:00 to 17 11:00
		1 Coffee 15 break
		1 Map 60
		2 Causes 75`, `
		day 1 17, +30 min
		  Walk 17 09:00–10:30 → 17 09:00–11:00
		  Coffee 17 10:30–10:45 → -
		day 2 18, +70 min
		  Map 17 10:45–11:45 → 18 09:10–10:10
		  Causes 18 09:00–10:15 → 18 10:10–11:25`},
	{"time to spare before a step with a time of its own", "09:00", "17 09:40", `
		1 Open 60 done 17 09:00 to 17 09:40
		1 Lunch 30 break at 10:30
		1 Map 60`, `
		day 1 17, +0 min
		  Open 17 09:00–10:00 → 17 09:00–09:40
		  Lunch 17 10:30–11:00 → 17 10:30–11:00
		  Map 17 11:00–12:00 → 17 11:00–12:00`},
	{"five minutes more and a pause count against the plan, a skipped step for it", "09:00", "17 09:50", `
		1 Walk 60 extra 5 stood 600 running 17 09:00
		1 Rules 20 skipped
		1 Map 60`, `
		day 1 17, -5 min
		  Walk 17 09:00–10:00 → 17 09:00–10:15
		  Rules 17 10:00–10:20 → -
		  Map 17 10:20–11:20 → 17 10:15–11:15`},
	{"while the clock stands, the rest moves on with the time", "09:00", "17 10:00", `
		1 Walk 60 running 17 09:00 paused 17 09:30
		1 Map 60`, `
		day 1 17, +30 min
		  Walk 17 09:00–10:00 → 17 09:00–10:30
		  Map 17 10:00–11:00 → 17 10:30–11:30`},
	{"nothing has begun ten minutes after the hour", "09:00", "17 09:10", `
		1 Open 20
		1 Map 60`, `
		day 1 17, +10 min
		  Open 17 09:00–09:20 → 17 09:10–09:30
		  Map 17 09:20–10:20 → 17 09:30–10:30`},
	{"without hours the plan begins when the day does", "", "17 13:10", `
		1 Open 20 running 17 13:00
		1 Map 60
		2 Causes 30`, `
		day 1 17, +0 min
		  Open 17 13:00–13:20 → 17 13:00–13:20
		  Map 17 13:20–14:20 → 17 13:20–14:20
		day 2 18, +0 min
		  Causes 18 09:00–09:30 → 18 09:00–09:30`},
	{"a step that was passed over comes after the one that runs", "09:00", "17 09:10", `
		1 Open 20
		1 Walk 60 running 17 09:00
		1 Map 60`, `
		day 1 17, +0 min
		  Open 17 09:00–09:20 → 17 10:00–10:20
		  Walk 17 09:20–10:20 → 17 09:00–10:00
		  Map 17 10:20–11:20 → 17 10:20–11:20`},
	{"done without a clock: as planned before the first that was measured", "", "17 09:30", `
		1 Open 20 done
		1 Walk 60 running 17 09:20
		1 Map 60`, `
		day 1 17, +0 min
		  Open 17 09:00–09:20 → -
		  Walk 17 09:20–10:20 → 17 09:20–10:20
		  Map 17 10:20–11:20 → 17 10:20–11:20`},
	{"a day that was put off moves the days after it", "09:00", "19 09:00", `
		1 Open 60 running 19 09:00
		2 Causes 60`, `
		day 1 19, +0 min
		  Open 19 09:00–10:00 → 19 09:00–10:00
		day 2 20, +0 min
		  Causes 20 09:00–10:00 → 20 09:00–10:00`},
	{"the last day goes beyond its hours and says so", "09:00-10:30", "17 09:40", `
		1 Open 30 running 17 09:00
		1 Map 60`, `
		day 1 17, +10 min, 10 over
		  Open 17 09:00–09:30 → 17 09:00–09:40
		  Map 17 09:30–10:30 → 17 09:40–10:40`},
	{"a step longer than the day is not pushed on for ever", "09:00-10:00", "16 09:00", `
		1 Long 120
		2 Causes 30`, `
		day 1 17, +0 min, 60 over
		  Long 17 09:00–11:00 → 17 09:00–11:00
		day 2 18, +0 min
		  Causes 18 09:00–09:30 → 18 09:00–09:30`},
	{"after the last step the day gets no later", "09:00", "17 20:00", `
		1 Open 60 done 17 09:00 to 17 10:05`, `
		day 1 17, +5 min
		  Open 17 09:00–10:00 → 17 09:00–10:05`},
	{"preparation, follow-up and groups have no times", "09:00", "17 09:00", `
		0 Charter 30
		1 Open 60
		-1 Review 30`, `
		day 1 17, +0 min
		  Open 17 09:00–10:00 → 17 09:00–10:00`},
}

func TestTheDayRetimesItself(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			charter := &workshop.Charter{Start: "2026-11-17"}
			if c.hours != "" {
				charter.Hours = []string{c.hours}
			}
			got := shown(Of(charter, read(t, c.steps), at(t, c.now)))
			want := strings.ReplaceAll(strings.TrimPrefix(c.want, "\n"), "\t", "")
			if strings.TrimSpace(got) != strings.TrimSpace(want) {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func TestGroupsAreNoItems(t *testing.T) {
	steps := read(t, "1 Walk 60\n1 Left 60\n1 Right 60")
	steps[1].Within, steps[2].Within = "Walk", "Walk"
	s := Of(&workshop.Charter{Start: "2026-11-17", Hours: []string{"09:00"}}, steps, at(t, "17 09:00"))
	if len(s.Days[0].Slots) != 1 || s.Slot("Left") != nil || s.Slot("Walk") == nil {
		t.Error(shown(s))
	}
}

func TestSummerTimeKeepsTheClockOnTheWall(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 27, 12, 0, 0, 0, zone)
	c := &workshop.Charter{Start: "2026-03-28", Hours: []string{"09:00"}}
	s := Of(c, []*workshop.Step{{Title: "a", Day: 1, Minutes: 60}, {Title: "b", Day: 2, Minutes: 60, At: "10:00"}}, now)
	if got := s.Days[1].Planned.From.Format("15:04"); got != "10:00" {
		t.Errorf("after the clocks went forward the day begins at %s", got)
	}
}

func TestWithoutADateTheFirstDayIsToday(t *testing.T) {
	s := Of(&workshop.Charter{}, read(t, "1 Open 60\n3 Map 60"), at(t, "17 07:00"))
	if s.Days[0].Date != "2026-11-17" || s.Days[1].Date != "2026-11-19" {
		t.Errorf("%s and %s", s.Days[0].Date, s.Days[1].Date)
	}
}

// Package calendar writes due dates and reviews, of one workshop or of many, as one
// iCalendar file (RFC 5545) that calendar programs take in.
//
// It promises that the same action or review always has the same UID, whichever
// workshops are written with it, so that a second import changes entries instead of doubling them, that recurring checks are one entry with a rule, that an action that
// has ended is taken out of the calendar again by its UID (STATUS:CANCELLED), and that days are days, without a zone. It writes what
// the view holds and nothing else: the next contacts of the resistance map, under code names, are in the facilitator's alone. The command line calls it.
//
// Errors: [ErrNothing] when nothing has a date, a [*file.Error] where the disk
// refuses.
package calendar

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"nemawashi.app/export/file"
	"nemawashi.app/workshop"
)

// ErrNothing is returned when there is no date to write.
var ErrNothing = errors.New("nothing there has a due date, a check or a review date, so no calendar was written; set a due date first")

// Input is what a calendar is made from.
type Input struct {
	Views []*workshop.View // one for each workshop
	Now   time.Time        // of the export
}

// manyTitle is what a calendar of several workshops is called in calendar programs.
const manyTitle = "Nemawashi: actions and reviews"

// revisions begin here: the number of seconds since then fits into an integer of the format until 2094.
var revisions = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// WriteFile writes the calendar to a file, or leaves the file that was there as
// it was.
func WriteFile(path string, in Input) error {
	if len(in.entries()) == 0 {
		return ErrNothing
	}
	return file.Replace(path, func(w io.Writer) error { return Write(w, in) })
}

// Write writes the calendar.
func Write(w io.Writer, in Input) error {
	all := in.entries()
	if len(all) == 0 {
		return ErrNothing
	}
	o := &out{w: w}
	o.line("BEGIN", "VCALENDAR")
	o.line("VERSION", "2.0")
	o.line("PRODID", "-//Nemawashi//Action register//EN")
	o.line("CALSCALE", "GREGORIAN")
	o.line("METHOD", "PUBLISH")
	title := manyTitle
	if len(in.Views) == 1 {
		title = in.Views[0].Charter.Title
	}
	if title != "" {
		o.line("X-WR-CALNAME", escaped(title))
	}
	stamp := in.Now.UTC().Format("20060102T150405Z")
	for _, e := range all {
		o.line("BEGIN", "VEVENT")
		o.line("UID", string(e.id)+"@"+string(e.in)+".nemawashi")
		o.line("DTSTAMP", stamp)
		o.line("SEQUENCE", fmt.Sprint(max(0, int64(in.Now.Sub(revisions).Seconds())))) // a later export is a later revision
		o.line("DTSTART;VALUE=DATE", day(e.day))
		o.line("DTEND;VALUE=DATE", day(e.day.AddDays(1)))
		if e.rule != "" {
			o.line("RRULE", e.rule)
		}
		o.line("SUMMARY", escaped(e.summary))
		if e.text != "" {
			o.line("DESCRIPTION", escaped(e.text))
		}
		o.line("TRANSP", "TRANSPARENT") // a due date keeps nobody from a meeting
		if e.over {
			o.line("STATUS", "CANCELLED")
		} else {
			o.line("STATUS", "CONFIRMED")
		}
		o.line("END", "VEVENT")
	}
	o.line("END", "VCALENDAR")
	return o.err
}

// entry is one day in the calendar.
type entry struct {
	in, id        workshop.ID
	day           workshop.Date
	summary, text string
	over          bool
	rule          string // of what comes again
}

// entries are those of all workshops, in their order.
func (in Input) entries() []entry {
	var out []entry
	for _, v := range in.Views {
		for _, e := range entries(v) {
			e.in = v.ID
			out = append(out, e)
		}
	}
	return out
}

func entries(v *workshop.View) []entry {
	place := v.Charter.Title
	if v.Charter.Client != "" {
		place = strings.TrimSuffix(v.Charter.Client+", "+place, ", ")
	}
	var out []entry
	for _, a := range v.Actions {
		lines := []string{place}
		if name := v.Name(a.Owner); name != "" {
			lines = append(lines, "Owner: "+name)
		}
		if a.Detail != "" {
			lines = append(lines, a.Detail)
		}
		e := entry{id: a.ID, day: a.Due, summary: a.Label() + " " + a.Title, text: strings.Join(lines, "\n"), over: a.Ended()}
		if e.day != "" {
			out = append(out, e)
		}
		if a.CheckEvery != "" && a.CheckFrom != "" {
			out = append(out, checks(a, e))
		}
	}
	for _, s := range v.Stakeholders { // of the facilitator's view alone
		if s.NextContact != "" && !s.Retired {
			out = append(out, entry{id: s.ID, day: s.NextContact, summary: "Contact " + s.Code, text: strings.Join([]string{place, "Confidential: from the resistance map"}, "\n")})
		}
	}
	for _, r := range v.Reviews {
		date := cmp.Or(r.Held, r.Planned)
		if date == "" {
			continue
		}
		title := "Review"
		if r.ReviewKind != "" && r.ReviewKind != "custom" {
			title = r.ReviewKind + "-day review"
		}
		out = append(out, entry{id: r.ID, day: date, summary: title + ": " + v.Charter.Title, text: place})
	}
	return out
}

// checks is the entry of an action's recurring checks, of those that are still to come: one entry with a rule, so that
// it changes when the rule does.
func checks(a *workshop.Action, e entry) entry {
	next := a.NextCheck()
	e.id, e.summary, e.over = a.ID+"-check", "Check "+e.summary, next == ""
	if e.day = next; e.over {
		e.day = a.CheckFrom
		return e
	}
	e.rule = map[string]string{workshop.EveryDay: "FREQ=DAILY", workshop.EveryWeek: "FREQ=WEEKLY", workshop.EveryTwoWeeks: "FREQ=WEEKLY;INTERVAL=2", workshop.EveryMonth: "FREQ=MONTHLY"}[a.CheckEvery]
	if first := a.CheckFrom.Time().Day(); a.CheckEvery == workshop.EveryMonth && first > 28 {
		// A month that is too short has its check on its last day.
		e.rule += ";BYMONTHDAY=28,29,30,31"[:len(";BYMONTHDAY=28")+3*(first-28)] + ";BYSETPOS=-1"
	}
	if a.CheckUntil != "" {
		e.rule += ";UNTIL=" + day(a.CheckUntil)
	}
	return e
}

func day(d workshop.Date) string { return strings.ReplaceAll(string(d), "-", "") }

// escaped is a text as a value (RFC 5545, 3.3.11).
func escaped(s string) string {
	return strings.NewReplacer("\\", `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}

// out writes content lines.
type out struct {
	w   io.Writer
	err error
}

// widest is how many bytes a line may have (RFC 5545, 3.1).
const widest = 75

// line writes one content line, folded between characters.
func (o *out) line(name, value string) {
	s := name + ":" + value
	for first := true; len(s) > 0 && o.err == nil; first = false {
		room := widest
		if !first {
			room--
		}
		n := min(room, len(s))
		for n < len(s) && !utf8.RuneStart(s[n]) {
			n--
		}
		lead := " "
		if first {
			lead = ""
		}
		_, o.err = io.WriteString(o.w, lead+s[:n]+"\r\n")
		s = s[n:]
	}
}

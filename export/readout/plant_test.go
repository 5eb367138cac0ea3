package readout

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// noJournal keeps nothing; it gives numbers.
type noJournal struct{ seq int64 }

func (j *noJournal) Next() int64          { j.seq++; return j.seq }
func (j *noJournal) Write(workshop.Batch) {}

// desk is a session with a clock that can be set and ids that are always the same.
type desk struct {
	*workshop.Session
	now time.Time
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{now: time.Date(2026, 10, 5, 9, 0, 0, 0, time.UTC)}
	n := 0
	d.Session = workshop.NewSession(workshop.NewWorkshop("plant"), workshop.Host{
		Clock: workshop.NewClock(func() time.Time { d.now = d.now.Add(time.Millisecond); return d.now }, "a", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("00000000-0000-7000-8000-%012d", n)) },
		RandomID: func() workshop.ID {
			n++
			return workshop.ID(fmt.Sprintf("%08x-0000-4000-8000-%012d", uint32(n)*2654435761, n))
		},
		Confidential: set.Confidential,
	}, &noJournal{})
	return d
}

func (d *desk) do(t testing.TB, f func(e *workshop.Edit) error) {
	t.Helper()
	if err := d.Do("fill", f); err != nil {
		t.Fatal(err)
	}
}

func num(v float64) *float64 { return &v }
func degree(n int) *int      { return &n }

// today is the day of the plant's readout.
const today workshop.Date = "2026-12-10"

// input is the plant's readout for an audience on a paper.
func input(d *desk, a workshop.Audience, paper string) Input {
	in := Input{View: d.View(a), Today: today, Now: time.Date(2026, 12, 10, 16, 30, 0, 0, time.UTC), Paper: paper, Blob: blob}
	d.Read(func(w *workshop.Workshop) {
		var err error
		if in.Assessments, err = Assessments(w, a); err != nil {
			panic(err)
		}
	})
	return in
}

func write(t testing.TB, in Input) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(context.Background(), &out, in); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// blob makes a picture of any name.
func blob(sha string) ([]byte, error) {
	img := image.NewRGBA(image.Rect(0, 0, 320, 240))
	for y := range 240 {
		for x := range 320 {
			img.Set(x, y, color.RGBA{uint8(80 + x/4), uint8(100 + y/4), uint8(90 + len(sha)), 255})
		}
	}
	var out bytes.Buffer
	err := jpeg.Encode(&out, img, nil)
	return out.Bytes(), err
}

// The people of the plant. The last two are on the resistance map only.
const (
	solheim = iota
	keller
	aas
	lindqvist
	osei
	berger
	nowak
	tanaka
	brekke
	hidden
	people
)

var cast = [people]workshop.Person{
	solheim:   {Name: "Ingrid Solheim", Role: "Plant manager", Unit: "Bergen plant"},
	keller:    {Name: "Maria Keller", Role: "Facilitator", Unit: "Operational excellence"},
	aas:       {Name: "Per Aas", Role: "Team lead, machining", Unit: "Machining", Team: true},
	lindqvist: {Name: "Sara Lindqvist", Role: "Setter, early shift", Unit: "Machining", Team: true},
	osei:      {Name: "Kwame Osei", Role: "Setter, late shift", Unit: "Machining", Team: true},
	berger:    {Name: "Anke Berger", Role: "Maintenance", Unit: "Technical services", Team: true},
	nowak:     {Name: "Tomasz Nowak", Role: "Quality", Unit: "Quality", Team: true},
	tanaka:    {Name: "Yuki Tanaka", Role: "Planning", Unit: "Supply chain", Team: true},
	brekke:    {Name: "Olav Brekke", Role: "Head of production", Unit: "Bergen plant"},
	hidden:    {Name: "Wenche Fjeldstad", Role: "Works council", Unit: "Bergen plant", Email: "wenche@example.org"},
}

// secrets are judgements that only the facilitator reads.
var secrets = []string{"said in the corridor", "guarantee him the crew", "loss of control", "We will see him at the board", "seen in the daily meeting",
	"From which group: heard in confidence", "the late shift wants to be asked first", "resentment in the tool shop", "act this week", "keep warm"}

// hiddenNames belong to somebody who is on the map and nowhere else.
var hiddenNames = []string{"Wenche", "Fjeldstad", "wenche@example.org"}

// plant is a kaizen workshop as it stands three weeks after its last day.
func plant(t testing.TB) *desk {
	d := newDesk(t)
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	method, ok := set.ByID("kaizen-workshop-3")
	if !ok {
		t.Fatal("there is no kaizen workshop of three days")
	}
	var who [people]workshop.ID
	d.do(t, func(e *workshop.Edit) error {
		return template.Instantiate(e, method, template.Options{Title: "Pump line changeover: from 94 to 40 minutes", Client: "Norvik Pumps", Start: "2026-11-17"})
	})
	d.do(t, func(e *workshop.Edit) error {
		for i := range cast {
			p := cast[i]
			who[i] = e.Add(&p)
		}
		c, err := workshop.Modify[workshop.Charter](e, d.ID())
		if err != nil {
			return err
		}
		c.Site, c.Programme, c.Status, c.Currency = "Bergen plant", "Flow 2027", workshop.StatusFollowingUp, "EUR"
		c.Sponsor, c.Facilitators = who[solheim], []workshop.ID{who[keller]}
		c.Problem = "Changeovers on line 4 take 94 minutes on average and block two orders a day. Setters walk and search for 38 of these minutes; the crib closes at 15:00, and the late shift starts every changeover without torque wrenches."
		c.Objective = "Bring the changeover on line 4 from 94 to 40 minutes by 31 January 2027, without a new machine and without overtime, and hold it for 90 days."
		c.ScopeIn = "Line 4, all shifts, from the last good part of one order to the first good part of the next.\nTools, fixtures, programs, release."
		c.ScopeOut = "Lines 1 to 3, the planning system, pay."
		c.Gates = map[string]workshop.Gate{
			workshop.GateGroup:          {Met: true, Evidence: "All six were asked one by one; each named a changeover that went wrong."},
			workshop.GateIndicator:      {Met: true, Evidence: "Minutes from last good to first good part, median of 61 changeovers, July to September."},
			workshop.GateCountermeasure: {Met: true, Evidence: "Trolley −22 min, presetting −19 min, release at the machine −9 min."},
			workshop.GateChampion:       {Met: false, Evidence: "The head of production supports it in words; hours for presetting are not in the roster yet."},
		}
		return nil
	})
	fillSteps(t, d)
	fillCanvases(t, d, who)
	fillMap(t, d, who)
	goals := fillGoals(t, d, who)
	fillActions(t, d, who, goals)
	return d
}

func fillSteps(t testing.TB, d *desk) {
	d.do(t, func(e *workshop.Edit) error {
		at := map[int]time.Time{}
		for i, s := range workshop.All[workshop.Step](e.Workshop()) {
			s, err := workshop.Modify[workshop.Step](e, s.ID)
			if err != nil {
				return err
			}
			switch {
			case s.Day == 0:
				s.Status = workshop.StepDone
			case s.Day > 0:
				if at[s.Day].IsZero() {
					at[s.Day] = time.Date(2026, 11, 16+s.Day, 8, 0, 0, 0, time.FixedZone("", 3600))
				}
				s.Started = at[s.Day].Format(time.RFC3339)
				at[s.Day] = at[s.Day].Add(time.Duration(s.Minutes+i%4*5-3) * time.Minute)
				s.Ended = at[s.Day].Format(time.RFC3339)
				s.Status = workshop.StepDone
				if i%7 == 6 {
					s.Status, s.Started, s.Ended = workshop.StepSkipped, "", ""
				}
			}
			if i%5 == 3 {
				s.Notes = "Two shifts tell the same story with different numbers. We counted again at the machine and agreed on 38 minutes.\nThe crib is the first thing everybody names."
				s.OutputsDone = []string{"Observations with place and number"}
			}
		}
		return nil
	})
}

func fillMap(t testing.TB, d *desk, who [people]workshop.ID) {
	entries := []workshop.Stakeholder{
		{Person: who[brekke], Unit: "Bergen plant", SupportNow: degree(-2), SupportNeeded: degree(1), Influence: 5, Impact: 4, Interest: 3, Confidence: 2,
			Evidence: "Said in the corridor that he will not plan hours for presetting.", Level: "don't like it", Nature: "political", Cause: "loss of control",
			Response: "Offer him the release of the standard, and guarantee him the crew for two weeks.", RelationshipOwner: who[solheim], NextContact: "2026-12-14", SuccessSign: "We will see him at the board."},
		{Person: who[hidden], Unit: "Works council", SupportNow: degree(-1), SupportNeeded: degree(1), Influence: 4, Confidence: 3, Evidence: "Wants to see the shift plan before anything is signed.", Cause: "fear of loss",
			Response: "Walk the line together and go through the roster.", RelationshipOwner: who[keller]},
		{Name: "Late shift setters", Size: 9, Unit: "Machining", SupportNow: degree(-1), SupportNeeded: degree(2), Influence: 4, Confidence: 1, Evidence: "the late shift wants to be asked first", Cause: "overload"},
	}
	causes := []string{"overload", "past failures", "lacks skill", "overload", "fear of loss", "past failures", "fear of loss", "missing information", "overload"}
	for i, cause := range causes {
		entries = append(entries, workshop.Stakeholder{Name: fmt.Sprintf("Group %d", i+1), Size: 3 + i*4, Unit: []string{"Quality", "Planning", "Tool shop"}[i%3], SupportNow: degree(i%5 - 2), SupportNeeded: degree(min(2, i%5-1)),
			Influence: 1 + i%4, Impact: 1 + i%5, Interest: 2, Confidence: 1 + i%3, Evidence: "Seen in the daily meeting: nobody speaks before the lead does.", Cause: cause, Nature: "cultural", Barrier: "knowledge"})
	}
	ids := make([]workshop.ID, len(entries))
	for round, date := range []workshop.Date{"2026-10-05", "2026-11-17", "2026-12-07"} {
		d.now = date.Time().Add(9 * time.Hour)
		d.do(t, func(e *workshop.Edit) error {
			for i := range entries {
				if round == 0 {
					s := entries[i]
					s.EvidenceDate = date
					ids[i] = e.Add(&s)
					continue
				}
				if i%3 != round-1 {
					continue
				}
				s, err := workshop.Modify[workshop.Stakeholder](e, ids[i])
				if err != nil {
					return err
				}
				s.SupportNow, s.EvidenceDate = degree(min(2, *entries[i].SupportNow+round)), date
			}
			return nil
		})
	}
	d.do(t, func(e *workshop.Edit) error {
		round := e.Add(&workshop.Round{Title: "Before the kaizen", Date: "2026-10-12", Closes: "2026-10-26", MinGroup: 5})
		for i := range 9 {
			e.Add(&workshop.Response{Round: round, About: "the management team", By: []string{"self", "report", "peer"}[i%3],
				Answers: map[string]workshop.Answer{"L1": {Now: 2, Needed: 4, Evidence: "heard in confidence"}}})
		}
		return nil
	})
}

func fillGoals(t testing.TB, d *desk, who [people]workshop.ID) (goals []workshop.ID) {
	d.now = today.Time().Add(9 * time.Hour) // no review is held on a day to come
	d.do(t, func(e *workshop.Edit) error {
		top := e.Add(&workshop.Goal{Title: "Deliver every pump order in five days", Measure: "Orders within five days, 71 → 95 %", Owner: who[solheim], Level: "company", Agreed: true})
		goals = append(goals, top, e.Add(&workshop.Goal{Title: "Change over line 4 in 40 minutes on every shift", Measure: "Median minutes, 94 → 40", Owner: who[brekke], Level: "site", Parent: top, Agreed: true,
			Conditions: "six hours a week for presetting are in the roster"}),
			e.Add(&workshop.Goal{Title: "No changeover without a complete trolley", Owner: who[aas], Level: "team", Parent: top}))
		change := e.Add(&workshop.Measure{Name: "Changeover, line 4", Unit: "min", Better: "lower", Baseline: num(94), Target: num(40), TargetDate: "2027-01-31"})
		for i, v := range []float64{92, 71, 58.5, 47, 44.1, 46} {
			e.Add(&workshop.Reading{Measure: change, Date: workshop.Date("2026-11-10").AddDays(i * 5), Value: num(v), Note: []string{"", "first trial", "", "trolley on all shifts", "", "new setter"}[i]})
		}
		orders := e.Add(&workshop.Measure{Name: "Orders within five days", Unit: "%", Better: "higher", Baseline: num(71), Target: num(95), TargetDate: "2027-03-31"})
		for i, v := range []float64{70.4, 74, 82.3} {
			e.Add(&workshop.Reading{Measure: orders, Date: workshop.Date("2026-11-01").AddDays(i * 14), Value: num(v)})
		}
		e.Add(&workshop.Measure{Name: "Walking per changeover", Unit: "m", Better: "lower", Baseline: num(1240), Target: num(300)})
		for _, c := range []workshop.Commitment{
			{Who: who[solheim], Resource: "time", Promised: 120, Unit: "h", FromWhat: "the monthly audit, paused until February", ReleasedBy: "2026-11-20", Delivered: 84, Evidence: "Roster of weeks 48 to 50", CheckDate: "2026-12-18"},
			{Who: who[brekke], Resource: "people", Promised: 10, Unit: "person-days", FromWhat: "line 2", ReleasedBy: "2026-12-01", Delivered: 10},
			{Who: who[solheim], Resource: "budget", Promised: 12000, Unit: "EUR", FromWhat: "maintenance budget", ReleasedBy: "2026-11-25", Delivered: 7450, Evidence: "Torque station ordered"},
			{Who: who[solheim], Personal: true, FromWhat: "On Monday I will start the shift at line 4 and ask one question.", CheckDate: "2026-11-23", Evidence: "Done on three Mondays"},
			{Who: who[aas], Personal: true, FromWhat: "On Monday I will hang the standard at the machine, with the setters.", CheckDate: "2026-11-23"},
		} {
			e.Add(&c)
		}
		for i, rv := range workshop.All[workshop.Review](e.Workshop()) {
			rv, err := workshop.Modify[workshop.Review](e, rv.ID)
			if err != nil {
				return err
			}
			if i == 0 {
				rv.Held, rv.StandardFollowed, rv.ActionsClosed = "2026-12-09", degree(3), degree(17)
				rv.BenefitConfirmed, rv.Decision = 1850000, "adjust"
				rv.Notes, rv.NewResistance = "The early shift follows the sequence, the late shift still fetches two tools.", "resentment in the tool shop"
			}
		}
		for i, kind := range []string{"before", "after", "wall"} {
			e.Add(&workshop.Photo{Blob: fmt.Sprintf("%064d", i), Caption: []string{"The crib at shift start", "The trolley with shadow board", "Current state, day 1"}[i], Taken: "2026-11-18", PhotoKind: kind})
		}
		return nil
	})
	return goals
}

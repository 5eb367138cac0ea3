package readout

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/agenda"
)

// handoutOf writes the agenda of two days at a moment and reads it again.
func handoutOf(t *testing.T, now time.Time, change func(e *workshop.Edit) error) string {
	t.Helper()
	d := newDesk(t)
	d.do(t, func(e *workshop.Edit) error {
		lead := e.Add(&workshop.Person{Name: "Maria Keller"})
		e.Add(&workshop.Charter{Title: "Changeover", Start: "2026-11-17", Days: 2, Hours: []string{"09:00"}, Facilitators: []workshop.ID{lead}})
		for i, s := range []*workshop.Step{
			{Title: "Charter", Minutes: 30}, {Title: "Opening", Day: 1, Minutes: 20}, {Title: "Lunch", Day: 1, Minutes: 45, Break: true},
			{Title: "Walk", Day: 1, Minutes: 90, Notes: "Setter is angry"}, {Title: "Causes", Day: 2, Minutes: 60},
		} {
			s.Position, s.ID = i+1, workshop.ID(s.Title)
			e.Add(s)
		}
		e.Add(&workshop.Step{Title: "Group of two", Within: "Walk", Day: 1, Minutes: 90})
		return nil
	})
	if change != nil {
		d.do(t, change)
	}
	var out bytes.Buffer
	if err := WriteAgenda(context.Background(), &out, Input{View: d.View(workshop.Team), Now: now}); err != nil {
		t.Fatal(err)
	}
	return takeApart(t, out.Bytes()).text()
}

func TestTheAgendaForParticipants(t *testing.T) {
	text := handoutOf(t, time.Date(2026, 11, 10, 8, 0, 0, 0, time.UTC), nil)
	for _, want := range []string{"Agenda for participants", "Changeover", "Maria Keller", "09:00–09:20", "Opening", "09:20–10:05", "Lunch", "10:05–11:35", "Walk", "09:00–10:00", "Causes"} {
		if !strings.Contains(text, squeezed(want)) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
	for _, secret := range []string{"angry", "Group of two", "As things stood", "Charter"} {
		if strings.Contains(text, squeezed(secret)) {
			t.Errorf("it says %q", secret)
		}
	}
}

func TestTheAgendaOfADayThatRunsLate(t *testing.T) {
	nine := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	text := handoutOf(t, nine.Add(time.Hour), func(e *workshop.Edit) error {
		s, err := workshop.Modify[workshop.Step](e, "Opening")
		agenda.Start(s, nine)
		return err
	})
	for _, want := range []string{"09:00–10:00", "10:00–10:45", "10:45–12:15", "As things stood"} {
		if !strings.Contains(text, squeezed(want)) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
}

// What has no room on a late day comes first on the next, and the steps of that day after it.
func TestTheAgendaOfTheDayAfterALateOne(t *testing.T) {
	nine := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	text := handoutOf(t, nine.Add(time.Hour), func(e *workshop.Edit) error {
		c, err := workshop.Modify[workshop.Charter](e, "plant")
		if err != nil {
			return err
		}
		c.Hours = []string{"09:00-12:00", "08:30"}
		s, err := workshop.Modify[workshop.Step](e, "Opening")
		agenda.Start(s, nine)
		return err
	})
	for _, want := range []string{"10:00–10:45", "08:30–10:00", "10:00–11:00", "08:30–11:00"} {
		if !strings.Contains(text, squeezed(want)) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, squeezed("08:30–09:30")) {
		t.Errorf("two things are to be done at once:\n%s", text)
	}
}

func TestGroupsStandApartInTheReadout(t *testing.T) {
	d := newDesk(t)
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Changeover", Template: "kaizen-workshop-3"})
		e.Add(&workshop.Step{Base: workshop.Base{ID: "walk"}, Title: "Walk", Day: 1})
		e.Add(&workshop.Step{Base: workshop.Base{ID: "early"}, Title: "Early shift", Within: "walk", Day: 1})
		e.Add(&workshop.Card{Canvas: "wastes", Column: "motion", Cells: map[string]any{"text": "Seen by everybody"}})
		e.Add(&workshop.Card{Canvas: "wastes", Column: "motion", Group: "early", Cells: map[string]any{"text": "Seen at six"}})
		return nil
	})
	text := takeApart(t, write(t, Input{View: d.View(workshop.Team), Now: time.Date(2026, 11, 17, 12, 0, 0, 0, time.UTC)})).text()
	all, early := strings.Index(text, squeezed("All together")), strings.LastIndex(text, squeezed("Early shift"))
	a, b := strings.Index(text, squeezed("Seen by everybody")), strings.Index(text, squeezed("Seen at six"))
	if all < 0 || early < all || a < all || a > early || b < early {
		t.Errorf("all %d, early %d, cards at %d and %d", all, early, a, b)
	}
}

func TestAGroupThatAloneWroteIsNamed(t *testing.T) {
	d := newDesk(t)
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Changeover", Template: "kaizen-workshop-3"})
		e.Add(&workshop.Step{Base: workshop.Base{ID: "walk"}, Title: "Walk", Day: 1})
		e.Add(&workshop.Step{Base: workshop.Base{ID: "early"}, Title: "Early shift", Within: "walk", Day: 1})
		e.Add(&workshop.Card{Canvas: "wastes", Column: "motion", Group: "early", Cells: map[string]any{"text": "Seen at six"}})
		return nil
	})
	text := takeApart(t, write(t, Input{View: d.View(workshop.Team), Now: time.Date(2026, 11, 17, 12, 0, 0, 0, time.UTC)})).text()
	if early, seen := strings.LastIndex(text, squeezed("Early shift")), strings.Index(text, squeezed("Seen at six")); early < 0 || seen < early {
		t.Errorf("the group's name is at %d, what it saw at %d", early, seen)
	}
}

func TestAPauseIsNotCountedAsWork(t *testing.T) {
	r := &report{in: Input{Now: time.Date(2026, 11, 17, 12, 0, 0, 0, time.UTC)}}
	s := &workshop.Step{Started: "2026-11-17T09:00:00Z", Ended: "2026-11-17T10:00:00Z", Paused: 900, Status: workshop.StepDone}
	if n, ok := r.minutes(s); !ok || n != 45 {
		t.Errorf("%d minutes", n)
	}
}

package library

import (
	"fmt"
	"math/rand/v2"

	"nemawashi.app/workshop"
)

// Synth adds made-up workshops with actions spread over them, for measuring.
// They are made as people make theirs, by edits, with people, steps, cards and
// stakeholders; the same numbers give the same content.
func (l *Library) Synth(workshops, actions int) error {
	if l.writer == nil {
		return workshop.ErrReadOnly
	}
	if workshops < 1 || actions < 0 || actions/workshops > workshop.MaxRecords/2 {
		return fmt.Errorf("%d actions in %d workshops cannot be made; a workshop takes at most %d", actions, workshops, workshop.MaxRecords/2)
	}
	for i := range workshops {
		share := actions / workshops
		if i < actions%workshops {
			share++
		}
		if err := l.synthOne(i, share); err != nil {
			return err
		}
	}
	return l.Flush()
}

var (
	synthVerbs  = []string{"Label", "Move", "Measure", "Train", "Repair", "Remove", "Mark", "Standardize", "Pilot", "Review"}
	synthThings = []string{"kanban lanes", "tool trolley", "setup sheet", "shadow board", "andon light", "packing table", "first-off check", "gauge", "shift handover", "改善 board"}
	synthPlaces = []string{"at the pump line", "in goods receipt", "at press 4", "in the paint shop", "at final test", "in the tool store", "on night shift", "in planning"}
	synthNames  = []string{"Lena Vogt", "Omar Haddad", "Maria Keller", "Kenji Sato", "Ana Souza", "Piet de Vries", "Ines Duarte", "Tom Becker"}
	synthStates = []string{workshop.ActionOpen, workshop.ActionOpen, workshop.ActionStarted, workshop.ActionBlocked, workshop.ActionDone, workshop.ActionVerified, workshop.ActionDropped}
)

func (l *Library) synthOne(i, actions int) error {
	r := rand.New(rand.NewPCG(uint64(i), 20261122))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	today := workshop.DateOf(l.opt.Now())
	_, err := l.begin(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: fmt.Sprintf("Kaizen %d: %s", i+1, pick(synthPlaces)), WorkshopKind: "kaizen", Client: fmt.Sprintf("Client %d", i%40+1),
			Status: workshop.StatusFollowingUp, Start: today.AddDays(-r.IntN(400)), Days: 3})
		var people []workshop.ID
		for _, name := range synthNames {
			people = append(people, e.Add(&workshop.Person{Name: name, Unit: pick(synthPlaces)}))
		}
		for n := range 12 {
			status := workshop.StepTodo
			if n < 4 {
				status = workshop.StepDone
			}
			e.Add(&workshop.Step{Title: fmt.Sprintf("Step %d", n+1), Day: n/4 + 1, Position: n, Minutes: 45, Status: status})
		}
		for n := range 10 {
			e.Add(&workshop.Card{Canvas: "waste-walk", Column: fmt.Sprintf("c%d", n%4), Position: n, Cells: map[string]any{"text": pick(synthThings) + " " + pick(synthPlaces)}})
		}
		for n := range 5 {
			now, needed := r.IntN(5)-2, 1
			e.Add(&workshop.Stakeholder{Person: people[n], SupportNow: &now, SupportNeeded: &needed, Influence: 1 + r.IntN(5), EvidenceDate: today.AddDays(-r.IntN(60))})
		}
		for range actions {
			a := &workshop.Action{Title: pick(synthVerbs) + " " + pick(synthThings) + " " + pick(synthPlaces), Detail: "Agreed at the wall; " + pick(synthThings) + " first.",
				Owner: people[r.IntN(len(people))], Due: today.AddDays(r.IntN(120) - 60), Status: pick(synthStates), Priority: pick([]string{"high", "medium", "low"})}
			switch a.Status {
			case workshop.ActionBlocked:
				a.Blocker = "Waits for a spare part"
			case workshop.ActionVerified:
				for a.VerifiedBy == "" || a.VerifiedBy == a.Owner {
					a.VerifiedBy = people[r.IntN(len(people))]
				}
			}
			e.Add(a)
		}
		return nil
	})
	return err
}

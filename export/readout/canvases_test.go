package readout

import (
	"fmt"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// fillCanvases puts cards on canvases of every shape.
func fillCanvases(t testing.TB, d *desk, who [people]workshop.ID) {
	d.do(t, func(e *workshop.Edit) error {
		position := 0
		card := func(canvas, column string, cells map[string]any) {
			position += 10
			e.Add(&workshop.Card{Canvas: canvas, Column: column, Position: position, Cells: cells})
		}
		wastes := map[string][]string{
			"transport": {"Fixtures go to the wash and back, twice per order"}, "inventory": {"Three sets of jaws nobody uses block the shelf"},
			"motion":  {"Walks to the crib for the torque wrench", "Walks to the office for the program sheet", "Searches the 12 mm key"},
			"waiting": {"Waits for release by quality", "Crane is at line 2", "Late shift waits for the key to the crib"}, "over-processing": {"Fills in the same order number four times"},
			"defects": {"First part out of tolerance, set again"}, "skills": {"Only two of nine know the offset table"},
		}
		minutes := 3
		for _, column := range []string{"transport", "inventory", "motion", "waiting", "over-processing", "defects", "skills"} {
			for _, text := range wastes[column] {
				minutes = (minutes*7 + 5) % 31
				card("wastes", column, map[string]any{"text": text, "minutes": float64(minutes + 3)})
			}
		}
		card("charter-agreement", "", map[string]any{"indicator": "Minutes from last good to first good part", "baseline": "94 min, median of 61, July to September", "target": "40 min by 31 January 2027",
			"deliverables": "Standard for the changeover, trolley for every machine, training of nine setters", "authority": "Order tools up to EUR 2,000, move anything on wheels", "limits": "Safety fences, pay, shift times",
			"budget": float64(1200000), "supervisor": string(who[aas]), "signed-by": string(who[solheim]), "signed-on": "2026-11-12"})
		for i, step := range []string{"Run out the order", "Fetch tools and fixture", "Take the old fixture out", "Set the new one", "Load the program", "Set offsets", "First part, release"} {
			card("current-state", "", map[string]any{"step": step, "who": "Setter", "cycle": float64(6 + i*3), "wait": float64(i * 4 % 11), "first-pass": float64(96 - i*5), "in-queue": float64(i % 3),
				"trouble": []string{"", "Crib closed after 15:00", "", "Torque wrench shared", "", "Table out of date", "Release takes 18 minutes"}[i]})
		}
		for i, text := range []string{"Who fetches tools when I am alone?", "We tried this in 2019 and it was gone by spring", "Will the saved time become more orders or fewer people?"} {
			card("voice-of-people", []string{"worries", "helps", "stays"}[i], map[string]any{"text": text, "from": "heard in confidence", "answer": "Answered on day 2 by the sponsor"})
		}
		for i, text := range []string{"Changeover takes 94 minutes", "Setter walks 1,240 m", "Tools are in the crib, not at the line", "The crib was built for three lines", "Nobody owns tool presetting"} {
			card("five-whys", "", map[string]any{"text": text, "evidence": "Counted on 17 November", "verified": i > 0, "root": i == 4})
		}
		for i, text := range []string{"Trolley with shadow board", "Preset tools one order ahead", "Release at the machine", "Second torque station", "New crib"} {
			card("countermeasures", "", map[string]any{"idea": text, "cause": "Tools are in the crib, not at the line", "change": float64(-22 + i*4), "basis": []string{"trial", "trial", "calculation", "guess", "guess"}[i], "go": i < 4})
			card("pick", "", map[string]any{"text": text, "effort": float64(1 + i), "impact": float64(5 - i%3), "verdict": []string{"implement", "implement", "possible", "challenge", "kill"}[i]})
		}
		for i, text := range []string{"Orders wait", "Setters are tired of walking", "Sponsor is at the line", "Hours not in the roster", "Past attempt failed"} {
			card("force-field", []string{"driving", "restraining"}[i/3], map[string]any{"text": text, "score": float64(5 - i%3)})
		}
		card("try-storm", "", map[string]any{"trial": "Trolley, one changeover, early shift", "expected": "20 minutes less", "before": float64(94), "after": float64(71), "unit": "min", "result": "adopt", "learned": "The trolley needs a drawer for the jaws."})
		card("try-storm", "", map[string]any{"trial": "Preset by the second setter", "expected": "15 minutes less", "before": float64(71), "after": float64(52), "unit": "min", "result": "adapt", "learned": "Works when the order is known 90 minutes ahead."})
		for i, text := range []string{"Check the trolley against the list", "Preset tools for the next order", "Swap fixtures with the pallet jack", "First part to the gauge at the machine"} {
			card("standard-work", "", map[string]any{"step": text, "key-point": "Before the last part leaves the line", "reason": "Nobody walks while the machine stands", "time": float64(4 + i*6), "owner": string(who[lindqvist+i%2])})
		}
		for i, text := range []string{"Changeover minutes", "Trolley complete at shift start"} {
			card("control-plan", "", map[string]any{"check": text, "who": string(who[aas]), "often": "day", "trigger": "Over 50 minutes, or two in a row over 45", "reaction": "Stop, ask why at the board, write one line", "escalate": string(who[brekke+i-i])})
		}
		card("communication-plan", "", map[string]any{"audience": "Late shift", "message": "What changes for you, and what does not: pay, shift times and crew stay as they are.", "leader": string(who[aas]), "channel": "shift", "date": "2026-11-23", "said": true, "feedback": "Asked for the trolley on Saturdays too."})
		card("readout", "", map[string]any{"headline": "A changeover takes 44 minutes instead of 94, on both shifts, since 25 November.", "benefits": "Two more orders a day (proven for three weeks).\nOvertime on Saturdays is gone (expected).",
			"open": "Hours for presetting are lent, not planned.", "asks": "- Put six hours a week for presetting into the roster, by 15 December.\n- Buy the second torque station (EUR 4,800), by 20 December.\n- Say in the town hall that saved time becomes orders, not fewer people.",
			"first-review": "2026-12-19", "signed-by": string(who[solheim])})
		for i, text := range []string{"Time at the machine, not in the room", "Shorter lunch break on day 2"} {
			card("plus-delta", []string{"plus", "delta"}[i], map[string]any{"text": text})
		}
		card("retired-canvas", "", map[string]any{"text": "A card of a canvas that no method has any more"})
		return nil
	})
}

// fillActions adds forty actions in all states.
func fillActions(t testing.TB, d *desk, who [people]workshop.ID, goals []workshop.ID) {
	owners := []workshop.ID{who[aas], who[lindqvist], who[osei], who[berger], who[nowak], who[tanaka], who[solheim], ""}
	states := []string{"done", "started", "open", "verified", "open", "blocked", "started", "done", "open", "dropped"}
	d.now = time.Date(2026, 12, 9, 9, 0, 0, 0, time.UTC)
	d.do(t, func(e *workshop.Edit) error {
		var step, entry workshop.ID
		for _, s := range workshop.All[workshop.Step](e.Workshop()) {
			step = s.ID
			break
		}
		for _, s := range workshop.All[workshop.Stakeholder](e.Workshop()) {
			entry = s.ID
			break
		}
		for i := range 40 {
			a := &workshop.Action{Title: actionTitle(i), Owner: owners[i%len(owners)], Status: states[i%len(states)], Start: workshop.Date("2026-11-20").AddDays(i / 2), Due: workshop.Date("2026-11-27").AddDays(i * 2),
				Category: []string{"countermeasure", "quick win", "communication", "response"}[i%4], Priority: []string{"high", "medium", "low"}[i%3], Goal: goals[i%3], Effort: 1 + i%5, Impact: 5 - i%4, Hours: 2 * (i % 9)}
			switch a.Status {
			case "done", "verified":
				a.Progress, a.Closed = 100, workshop.Date("2026-11-25").AddDays(i/3)
				a.BenefitExpected, a.BenefitActual, a.BenefitConfirmedBy = workshop.Money(250000+i*1000), workshop.Money(i)*11005, who[nowak]
			case "started":
				a.Progress, a.Update = 40, "Second trial on Thursday; the drawer is too low."
			case "blocked":
				a.Blocker = "No hours in the roster before January"
			}
			if a.Status == "verified" {
				a.VerifiedBy = who[keller]
			}
			switch i % 6 {
			case 0:
				a.Source = step
			case 1:
				a.Detail = "Ask both shifts before the list is printed. Take the photo of the empty trolley as well, so that anybody sees at once what is missing."
			case 2:
				a.Source = entry
			case 3:
				a.Helpers = []workshop.ID{who[osei], who[berger]}
				a.Cost = 48000
			case 4:
				a.Due = ""
			case 5:
				a.CheckEvery, a.CheckFrom, a.CheckUntil = []string{workshop.EveryWeek, workshop.EveryMonth}[i/6%2], "2026-11-30", "2027-02-01"
			}
			e.Add(a)
		}
		return nil
	})
}

func actionTitle(i int) string {
	verbs := []string{"Build the trolley for", "Agree the sequence with", "Train the setters of", "Move the gauge to", "Write the standard for", "Check the stock of jaws at", "Order the torque station for", "Show the result to"}
	places := []string{"machine 41", "machine 42", "the late shift", "the early shift", "line 4"}
	return fmt.Sprintf("%s %s, part %02d", verbs[i%len(verbs)], places[i%len(places)], i+1)
}

package sample

import (
	"fmt"

	"nemawashi.app/workshop"
)

// Boards fills every board of a workshop with so many records of each kind,
// always the same ones: short and long texts, Japanese, texts without a space,
// amounts of one and of a thousand million, what is late, open and done. It is
// what the boards and their pages in the readout are looked at with, empty,
// with one record, with some and with many. Dates lie around today; it returns
// the error of the edit.
func Boards(e *workshop.Edit, n int, today workshop.Date) error {
	m := &many{Edit: e, today: today}
	for i := range min(n, 40) {
		m.who = append(m.who, e.Add(&workshop.Person{Name: pick(people, i) + numbered(i, len(people)), Role: pick(roles, i), Team: i%2 == 0}))
	}
	var measures []workshop.ID
	for i := range n {
		m.goal(i)
		m.commitment(i)
		measures = append(measures, m.measure(i))
		m.review(i)
		m.cards(i)
		m.action(i)
	}
	for i := range 3 * n { // most have some readings, the first has most of them
		at := i % max(1, n)
		if i%3 == 2 {
			at = 0
		}
		v := 96 - float64(i%60)*1.5
		e.Add(&workshop.Reading{Measure: measures[at], Date: today.AddDays(-3*n + i), Value: &v, Note: pick(texts, i)})
	}
	return nil
}

type many struct {
	*workshop.Edit
	today workshop.Date
	who   []workshop.ID
	goals []workshop.ID
}

var (
	people = []string{"Ingrid Solberg", "Tomás Rivera", "佐藤 健太郎", "Wei Chen", "Maximiliane von und zu Hohenstein-Waldburg", "Lena Vogt", "Paulo Duarte"}
	roles  = []string{"Plant manager", "Setter", "品質管理", "Head of maintenance and technical services, plants north"}
	texts  = []string{"Changeover under an hour", "A", "段取り替えを一時間以内に終わらせ、夜勤でも同じ手順で行う",
		"Every order that was promised leaves the plant on the day that was promised, also in the weeks before the summer break, when half of the setters are away and the night shift runs with borrowed people from line 2",
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "First pieces right", "Two setters per shift are trained before nights are measured."}
	amounts = []int{24, 1200, 5, 1_250_000, 0, 86_400, 1_000_000_000}
)

func pick[T any](list []T, i int) T { return list[i%len(list)] }

// numbered tells what comes again from what was there.
func numbered(i, of int) string {
	if i < of {
		return ""
	}
	return fmt.Sprint(" ", i/of+1)
}

func (m *many) person(i int) workshop.ID {
	if i%5 == 4 || len(m.who) == 0 {
		return ""
	}
	return m.who[i%len(m.who)]
}

// day is a date around today; every third lies behind it.
func (m *many) day(i int) workshop.Date { return m.today.AddDays(i%30*3 - 30) }

func (m *many) goal(i int) {
	g := &workshop.Goal{Title: pick(texts, i) + numbered(i, len(texts)), Owner: m.person(i), Measure: pick([]string{"34 to 15 days", "", "96 → 58 min"}, i), Level: pick([]string{"company", "site", "team", ""}, i)}
	if i%4 != 0 && len(m.goals) > 0 {
		g.Parent = m.goals[len(m.goals)-1-(i-1)%min(3, len(m.goals))]
	}
	if i%6 > 0 {
		g.Proposed = pick(texts, i+3)
	}
	if i%6 > 1 {
		g.Answered = pick(texts, i+2)
	}
	if i%6 > 3 {
		g.Conditions, g.Agreed = pick(texts, i+6), true
	}
	g.Dropped = i%11 == 10
	m.goals = append(m.goals, m.Add(g))
}

func (m *many) commitment(i int) {
	resource := pick([]string{"time", "people", "budget"}, i)
	c := &workshop.Commitment{Who: m.person(i), Resource: resource, Promised: pick(amounts, i), Unit: map[string]string{"time": "h", "people": "person-days", "budget": "EUR"}[resource],
		FromWhat: pick(texts, i+4), ReleasedBy: m.day(i), Delivered: pick(amounts, i) / (1 + i%3), Evidence: pick(texts, i+5)}
	if i%12 == 11 {
		c.Unit = "moons"
	}
	m.Add(c)
	p := &workshop.Commitment{Who: m.person(i + 1), Personal: true, FromWhat: "On Monday I will: " + pick(texts, i), CheckDate: m.day(i)}
	if i%2 == 0 {
		p.Evidence = pick(texts, i+1)
	}
	m.Add(p)
}

func (m *many) measure(i int) workshop.ID {
	base, target := 96.0, 58.0
	if i%3 == 1 {
		base, target = 1_250_000, 2_500_000.5
	}
	r := &workshop.Measure{Name: pick(texts, i) + numbered(i, len(texts)), Unit: pick([]string{"min", "%", "pieces per shift and setter", ""}, i), Better: pick([]string{"lower", "higher", ""}, i), TargetDate: m.day(i + 20)}
	if i%5 != 4 {
		r.Baseline, r.Target = &base, &target
	}
	return m.Add(r)
}

func (m *many) review(i int) {
	r := &workshop.Review{ReviewKind: pick([]string{"30", "60", "90", "custom"}, i), Planned: m.day(i)}
	if i%3 == 0 {
		followed := i % 5
		r.Held, r.StandardFollowed, r.Decision = m.today.AddDays(-i%200), &followed, pick([]string{"hold", "adjust", "escalate", "close"}, i/3)
		r.BenefitConfirmed, r.BenefitConfirmedBy = workshop.Money(pick(amounts, i)*100), m.person(i)
		r.NewResistance, r.Notes = pick(texts, i+1), pick(texts, i+3)
	}
	m.Add(r)
}

func (m *many) cards(i int) {
	card := func(canvas string, cells map[string]any) {
		c := &workshop.Card{Canvas: canvas, Position: (i + 1) * 1000}
		for cell, v := range cells {
			if v != "" {
				c.Set(cell, v)
			}
		}
		m.Add(c)
	}
	answer := pick([]string{"", "new", "trying", "adopted", "not-now"}, i)
	idea := map[string]any{"idea": pick(texts, i), "problem": pick(texts, i+3), "from": string(m.person(i)), "answer": answer}
	if i%5 > 1 {
		idea["reason"], idea["answered"] = pick(texts, i+6), string(m.day(i%10))
	}
	card("ideas", idea)
	card("communication-plan", map[string]any{"audience": pick(texts, i+5), "message": pick(texts, i+2), "leader": string(m.person(i)), "channel": pick([]string{"talk", "team", "board", "mail"}, i),
		"date": string(m.day(i)), "said": i%2 == 0, "feedback": pick(texts, i+3)})
	card("technology-candidates", map[string]any{"technology": pick(texts, i+4), "need": pick(texts, i+3), "users": pick(roles, i), "stage": pick([]string{"evaluate", "implement", "optimize", "stop", ""}, i),
		"cost": float64(pick(amounts, i)) * 100, "owner": string(m.person(i)), "jobs": pick(texts, i+1)})
}

func (m *many) action(i int) {
	a := &workshop.Action{Title: pick(texts, i), Owner: m.person(i), Due: m.day(i), Status: pick([]string{"open", "started", "done", "blocked"}, i), Hours: pick(amounts, i) % 1_000_000, People: i % 9, Cost: workshop.Money(pick(amounts, i))}
	switch {
	case a.Status == workshop.ActionBlocked:
		a.Blocker = pick(texts, i+5)
	case a.Status == workshop.ActionDone:
		a.Closed = m.today.AddDays(-1)
	}
	if i%3 != 2 && len(m.goals) > 0 {
		a.Goal = m.goals[i%len(m.goals)]
	}
	m.Add(a)
}

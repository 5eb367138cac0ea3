package readout

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// hard are texts that broke other layouts.
var hard = []string{"plain words", "👩\u200d🔧 emoji 😀", "日本語の文章はここで折り返されます", "{nb} of {nb}", "e\u0301a\u0308 combining", "שלום עולם", "\u200fmark\u200e", strings.Repeat("Donaudampfschiff", 28),
	"a\u00a0b\u202fc", "%d %s %!", "-- ∑ → ≥ ✓ ●", "<b>&amp;</b>", "\\(paren\\) (", "Ünïcödé ŁŃŚ Київ Ελλάδα", "=1+1", "…", "한국어"}

// writer makes texts that can be found again: hard ones, each with a mark of its own.
type writer struct {
	t     *rapid.T
	few   []string // of the hard texts: all typefaces in every document take their time
	marks []string
}

func (w *writer) text() string {
	mark := fmt.Sprintf("mark%04dx", len(w.marks))
	w.marks = append(w.marks, mark)
	return rapid.SampledFrom(w.few).Draw(w.t, "text") + " " + mark
}

func (w *writer) note() string {
	out := w.text()
	for range rapid.IntRange(0, 2).Draw(w.t, "lines") {
		out += "\n" + w.text()
	}
	if rapid.IntRange(0, 30).Draw(w.t, "long") == 0 {
		out += " " + strings.Repeat("x", 5000) + " " + w.text()
	}
	return out
}

func (w *writer) maybe(n int) bool { return rapid.IntRange(0, n).Draw(w.t, "maybe") == 0 }

func (w *writer) date() workshop.Date {
	if w.maybe(3) {
		return ""
	}
	return workshop.Date("2026-11-01").AddDays(rapid.IntRange(-400, 400).Draw(w.t, "day"))
}

func (w *writer) choice(kind workshop.Kind, field string) string {
	f, _ := workshop.FieldOf(kind, field)
	if w.maybe(3) {
		return ""
	}
	return rapid.SampledFrom(f.Choices).Draw(w.t, field)
}

func (w *writer) value() *float64 {
	if w.maybe(3) {
		return nil
	}
	v := rapid.Float64Range(-1e9, 1e9).Draw(w.t, "value")
	return &v
}

// fill adds records of all kinds, as wild as the limits allow.
func (w *writer) fill(e *workshop.Edit, set *template.Set) error {
	n := func(name string) int { return rapid.IntRange(0, 5).Draw(w.t, name) }
	var methods []string
	for _, t := range set.All() {
		methods = append(methods, t.ID)
	}
	c := &workshop.Charter{Title: w.text(), Template: rapid.SampledFrom(append(methods, "", "mine")).Draw(w.t, "method"), WorkshopKind: w.choice(workshop.KindCharter, "kind"),
		Client: w.text(), Problem: w.note(), Objective: w.note(), ScopeIn: w.note(), ScopeOut: w.note(), Start: w.date(), Days: n("days"),
		Currency: rapid.SampledFrom([]string{"", "EUR", "JPY", "KWD", "???"}).Draw(w.t, "currency"), Gates: map[string]workshop.Gate{workshop.GateGroup: {Evidence: w.note()}}}
	e.Add(c)
	who := []workshop.ID{"", e.Add(&workshop.Person{Name: w.text(), Role: w.text(), Team: true})}
	person := func() workshop.ID { return rapid.SampledFrom(who).Draw(w.t, "who") }
	c.Sponsor = person()
	for range n("steps") {
		e.Add(&workshop.Step{Title: w.text(), Day: rapid.IntRange(-1, 3).Draw(w.t, "day"), Minutes: n("minutes") * 30, Status: w.choice(workshop.KindStep, "status"), Notes: w.note(),
			Started: rapid.SampledFrom([]string{"", "2026-11-17T08:00:00Z", "2026-11-17T08:00:00+09:00"}).Draw(w.t, "started"), Ended: "2026-11-17T09:30:00Z"})
	}
	for range n("cards") {
		w.card(e, rapid.SampledFrom(set.All()).Draw(w.t, "template"))
	}
	var goals []workshop.ID
	for range n("goals") {
		g := &workshop.Goal{Title: w.text(), Measure: w.text(), Owner: person(), Conditions: w.note(), Level: w.choice(workshop.KindGoal, "level")}
		if len(goals) > 0 {
			g.Parent = rapid.SampledFrom(goals).Draw(w.t, "parent")
		}
		goals = append(goals, e.Add(g))
	}
	for range n("actions") * n("more") {
		a := &workshop.Action{Title: w.text(), Detail: w.note(), Owner: person(), Helpers: who[1:], Start: w.date(), Due: w.date(), Closed: w.date(), Status: w.choice(workshop.KindAction, "status"),
			Progress: n("progress") * 20, Blocker: w.note(), Update: w.note(), Cost: workshop.Money(n("cost") * 12345), BenefitActual: workshop.Money(-n("benefit")), VerifiedBy: person()}
		for a.Lacks() != nil { // nothing that breaks a rule of its status can be kept
			a.Status = w.choice(workshop.KindAction, "status")
		}
		e.Add(a)
	}
	for range n("commitments") {
		e.Add(&workshop.Commitment{Who: person(), Resource: w.choice(workshop.KindCommitment, "resource"), Promised: n("promised") * 1000, Delivered: n("delivered") * 1000, Unit: w.text(), FromWhat: w.text(), Evidence: w.note(), Personal: w.maybe(1), CheckDate: w.date()})
	}
	for range n("measures") {
		m := e.Add(&workshop.Measure{Name: w.text(), Unit: rapid.SampledFrom([]string{"", "min", "%"}).Draw(w.t, "unit"), Better: w.choice(workshop.KindMeasure, "better"), Baseline: w.value(), Target: w.value(), TargetDate: w.date()})
		for range n("readings") {
			e.Add(&workshop.Reading{Measure: m, Date: w.date(), Value: num(float64(n("value")))})
		}
	}
	for range n("reviews") {
		e.Add(&workshop.Review{Planned: w.date(), Held: w.date(), ReviewKind: w.choice(workshop.KindReview, "kind"), Decision: w.choice(workshop.KindReview, "decision"), Notes: w.note(), NewResistance: w.note()})
	}
	for range n("stakeholders") {
		s := &workshop.Stakeholder{Name: w.text(), Size: 5, Unit: w.text(), Influence: 1 + n("influence")%5, Evidence: w.note(), Response: w.note(), SuccessSign: w.text(), Cause: w.choice(workshop.KindStakeholder, "cause"), RelationshipOwner: person(), NextContact: w.date()}
		if !w.maybe(3) {
			s.SupportNow = degree(n("now") - 2)
			s.SupportNow = degree(min(*s.SupportNow, 2))
			s.SupportNeeded = degree(min(n("needed")-2, 2))
		}
		e.Add(s)
	}
	return nil
}

// card puts a card somewhere on a canvas of the method, or beside it.
func (w *writer) card(e *workshop.Edit, t *template.Template) {
	if len(t.Canvases) == 0 {
		e.Add(&workshop.Card{Canvas: "gone", Cells: map[string]any{"anything": w.note()}})
		return
	}
	canvas := rapid.SampledFrom(t.Canvases).Draw(w.t, "canvas")
	card := &workshop.Card{Canvas: canvas.ID, Cells: map[string]any{"stray": w.text()}, Done: w.maybe(2)}
	if len(canvas.Columns) > 0 {
		card.Column = rapid.SampledFrom(canvas.Columns).Draw(w.t, "column").ID
	}
	for _, cell := range canvas.Cells {
		switch cell.Type {
		case template.TypeText, template.TypeNote, template.TypeChoice, template.TypePerson, template.TypeDate:
			card.Cells[cell.ID] = w.text()
		case template.TypeBool:
			card.Cells[cell.ID] = w.maybe(1)
		default:
			card.Cells[cell.ID] = float64(rapid.IntRange(-9999, 99999999).Draw(w.t, "number"))
		}
	}
	e.Add(card)
}

// TestNoTextIsLost writes wild workshops for somebody. No readout fails, and the facilitator finds every text again.
func TestNoTextIsLost(t *testing.T) {
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk(t)
		d.now = time.Date(2028, 1, 1, 9, 0, 0, 0, time.UTC) // after all dates: no review is held on a day to come
		w := &writer{t: rt, few: rapid.SliceOfN(rapid.SampledFrom(hard), 3, 3).Draw(rt, "hard")}
		if err := d.Do("fill", func(e *workshop.Edit) error { return w.fill(e, set) }); err != nil {
			rt.Fatal(err)
		}
		paper := rapid.SampledFrom(papers).Draw(rt, "paper")
		reader := rapid.SampledFrom([]workshop.Audience{workshop.Facilitator, workshop.Facilitator, workshop.Sponsor, workshop.Team}).Draw(rt, "audience")
		in := input(d, reader, paper)
		if reader != workshop.Facilitator {
			if err := Write(context.Background(), io.Discard, in); err != nil {
				rt.Fatal(err)
			}
			Missing(in)
			return
		}
		text := printed(t, in)
		for _, mark := range w.marks {
			if !strings.Contains(text, mark) {
				rt.Fatalf("the text with %s is not in the file", mark)
			}
		}
		Gaps(in)
	})
}

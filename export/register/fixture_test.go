package register

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

const today workshop.Date = "2026-11-22"

var now = time.Date(2026, 11, 22, 16, 20, 0, 0, time.FixedZone("far east", 14*3600))

// quiet is a journal that keeps nothing.
type quiet struct{ n int64 }

func (q *quiet) Next() int64          { q.n++; return q.n }
func (q *quiet) Write(workshop.Batch) {}

// newWorkshop runs one edit on an empty workshop.
func newWorkshop(t testing.TB, id workshop.ID, f func(e *workshop.Edit)) *workshop.Session {
	t.Helper()
	n := 0
	s := workshop.NewSession(workshop.NewWorkshop(id), workshop.Host{
		Clock: workshop.NewClock(func() time.Time { return now }, "desk", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("%s-%06d", id, n)) },
	}, &quiet{})
	if err := s.Do("test", func(e *workshop.Edit) error { f(e); return nil }); err != nil {
		t.Fatal(err)
	}
	return s
}

// texts are titles that a spreadsheet may take for something else.
var texts = []string{
	"=1+1", "+49 123", "-5 % scrap", "@owner", "=HYPERLINK(\"http://x\",\"y\")", "'quoted", "_x0041_ is not A", "{nb}", "1/2", "00123",
	"  two spaces before and after  ", "tabs are for notes", "a & b < c > d \"e\"", "emoji 👩‍🏭 and 𠮷", "日本語のアクション", "e\u0301 composed",
	"\u200fright to left mark", "TRUE", "#REF!", "2026-11-22",
}

func float(f float64) *float64 { return &f }

// plant is a workshop with something in every column.
func plant(t testing.TB) *workshop.Session {
	return newWorkshop(t, "plant", func(e *workshop.Edit) {
		maria := e.Add(&workshop.Person{Name: "Maria Keller", Role: "Quality", Team: true})
		twin := e.Add(&workshop.Person{Name: "Maria Keller", Role: "Logistics", Team: true})
		tom := e.Add(&workshop.Person{Name: "Tom Rivera", Role: "Maintenance", Team: true})
		lena := e.Add(&workshop.Person{Name: "Lena Vogt", Role: "Facilitator", Team: true})
		secret := e.Add(&workshop.Person{Name: "Ilse Solberg"})
		e.Add(&workshop.Charter{
			Title: "Pump line changeover", Client: "Norvik Pumps", Site: "Halle 3", Start: "2026-11-10", Currency: "EUR", WorkshopKind: "kaizen",
			Sponsor: tom, Facilitators: []workshop.ID{lena}, Confidentiality: "Internal & confidential",
		})
		goal := e.Add(&workshop.Goal{Title: "Changeover below 60 minutes"})
		step := e.Add(&workshop.Step{Title: "Gemba walk"})
		card := e.Add(&workshop.Card{Canvas: "waste-walk", Cells: map[string]any{"text": "Fitter walks 140 m for the torque tool"}})
		mapped := e.Add(&workshop.Stakeholder{Person: secret, Evidence: "said it would never work"})
		review := e.Add(&workshop.Review{ReviewKind: "30", Planned: "2026-12-15"})
		add := func(a workshop.Action) { e.Add(&a) }
		add(workshop.Action{
			Title: "Move torque tool to point of use, cell 2", Detail: "Arm and holder.\nAsk for a second one.", Category: "quick win", Source: card, Goal: goal,
			Owner: maria, Helpers: []workshop.ID{tom, twin}, Start: "2026-11-11", Due: "2026-11-18", Status: workshop.ActionStarted, Progress: 50, Priority: "high",
			Effort: 1, Impact: 5, Hours: 8, Cost: 34_000, People: 2, BenefitExpected: 1_234_567, Update: "Arm ordered, holder is being welded.",
		})
		add(workshop.Action{Title: "Agree on guarantee wording", Owner: twin, Due: "2026-11-06", Status: workshop.ActionBlocked, Progress: 20, Priority: "high", Category: "response", Source: mapped, Blocker: "HR has no draft yet"})
		add(workshop.Action{Title: "Show weekly board times on all shifts", Owner: tom, Due: "2026-11-25", Priority: "medium", Source: step})
		add(workshop.Action{Title: "Have scrap benefit confirmed", Owner: tom, Due: "2026-11-01", Status: workshop.ActionVerified, Progress: 100, Closed: "2026-10-30", VerifiedBy: maria, BenefitActual: 500_000, BenefitConfirmedBy: lena, Source: review})
		add(workshop.Action{Title: "Stop two reports", Status: workshop.ActionDropped, Due: "2026-11-02", Update: "Finance needs them."})
		add(workshop.Action{Title: "Ilse Solberg gets the plan early", Due: "9999-12-31"})
		add(workshop.Action{Title: "Done early", Owner: maria, Status: workshop.ActionDone, Progress: 100, Due: "1899-05-01", Cost: workshop.Money(9_007_199_254_740_993)})
		for _, s := range texts {
			add(workshop.Action{Title: s, Owner: tom, Due: "2027-01-15", Update: s})
		}
		add(workshop.Action{Title: strings.Repeat("w", 500), Detail: strings.Repeat("langeswort", 500), Owner: maria})
		e.Add(&workshop.Commitment{Who: tom, Resource: "time", Promised: 80, Unit: "hours", FromWhat: "Maintenance, weeks 48 to 50", ReleasedBy: "2026-11-30"})
		e.Add(&workshop.Commitment{Who: maria, Personal: true, FromWhat: "I will walk the line every morning", CheckDate: "2026-12-01"})
		m := e.Add(&workshop.Measure{Name: "Changeover time", Unit: "min", Better: "lower", Baseline: float(96), Target: float(60), TargetDate: "2027-02-01"})
		e.Add(&workshop.Reading{Measure: m, Date: "2026-11-20", Value: float(78), Note: "first week"})
		e.Add(&workshop.Reading{Measure: m, Date: "2026-11-12", Value: float(96)})
	})
}

// second is another workshop of the same client, with the same title.
func second(t testing.TB) *workshop.Session {
	return newWorkshop(t, "second", func(e *workshop.Edit) {
		e.Add(&workshop.Charter{Title: "Pump line changeover", Client: "Norvik Pumps", Site: "Halle 4", Currency: "JPY"})
		p := e.Add(&workshop.Person{Name: "Aiko Sato", Team: true})
		e.Add(&workshop.Action{Title: "Label kanban lanes", Owner: p, Due: "2026-11-24", Cost: 12_000})
	})
}

// input is an export of the workshops for an audience.
func input(a workshop.Audience, sessions ...*workshop.Session) Input {
	in := Input{Today: today, Now: now, ID: "export-1"}
	for _, s := range sessions {
		in.Views = append(in.Views, s.View(a))
	}
	return in
}

// written writes the workbook and returns its bytes.
func written(t testing.TB, in Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(context.Background(), &b, in); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// reopened reads the workbook back.
func reopened(t testing.TB, in Input) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(written(t, in)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// grid is a sheet by header and row; raw values, as they stand in the cells.
func grid(t testing.TB, f *excelize.File, sheet string, header int) []map[string]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[header:] {
		m := map[string]string{}
		for i, v := range row {
			m[rows[header-1][i]] = v
		}
		out = append(out, m)
	}
	return out
}

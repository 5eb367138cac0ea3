package register

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A register that nobody can merge is refused whole, with a sentence.
func TestRegistersThatAreRefused(t *testing.T) {
	in := input(workshop.Team, second(t))
	row := func(f *excelize.File, kind string) string {
		rows, err := f.GetRows(baseSheet)
		must(t, err)
		return workbook.Address(1, 1+slices.IndexFunc(rows, func(r []string) bool { return r[0] == kind }))
	}
	for _, c := range []struct {
		name   string
		reason workbook.Reason
		says   string
		edit   func(f *excelize.File, at func(string, int) string)
	}{
		{"hidden sheet deleted", workbook.NoBase, "somebody took its hidden sheets out", func(f *excelize.File, _ func(string, int) string) { must(t, f.DeleteSheet(baseSheet)) }},
		{"newer version", workbook.Newer, "newer version of this app", func(f *excelize.File, _ func(string, int) string) {
			must(t, f.SetCellValue(baseSheet, "C1", Version+1))
		}},
		{"another form", workbook.Damaged, "row 1 of its hidden sheet", func(f *excelize.File, _ func(string, int) string) { must(t, f.SetCellValue(baseSheet, "B1", "other")) }},
		{"no time of export", workbook.Damaged, "row 2 of its hidden sheet", func(f *excelize.File, _ func(string, int) string) { must(t, f.SetCellValue(baseSheet, "C2", "today")) }},
		{"no fields", workbook.Damaged, "hidden sheet", func(f *excelize.File, _ func(string, int) string) {
			must(t, f.SetCellValue(baseSheet, row(f, rowActions), "x"))
		}},
		{"an action of no workshop", workbook.Damaged, "hidden sheet", func(f *excelize.File, _ func(string, int) string) {
			rows, err := f.GetRows(baseSheet)
			must(t, err)
			must(t, f.SetCellValue(baseSheet, workbook.Address(1, len(rows)), "9"))
		}},
		{"header deleted", workbook.Foreign, "has no table of actions", func(f *excelize.File, _ func(string, int) string) {
			must(t, f.RemoveRow("Actions", 1))
			must(t, f.DeleteSheet("By owner"))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := returned(t, in, c.edit)
			var refused *workbook.Refused
			if !errors.As(err, &refused) || refused.Reason != c.reason || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "Nothing was changed; ") {
				t.Errorf("%v, want %s: %s", err, c.reason, c.says)
			}
		})
	}
}

// What happens to the table of a register in owners' hands does not stop the merge.
func TestTablesThatOwnersChanged(t *testing.T) {
	in := input(workshop.Team, second(t), many(t, 6))
	one := input(workshop.Team, many(t, 6))
	type grid = func(string, int) string
	for _, c := range []struct {
		name string
		in   Input
		edit func(f *excelize.File, at grid)
		want []string
	}{
		{"all ids wiped", in, func(f *excelize.File, at grid) {
			for row := 2; row <= 8; row++ {
				put(t, f, at("Id", row), nil)
			}
			put(t, f, at("Progress %", 5), 99)
		}, []string{"H5 many-000043 progress: 2 -> 99"}},
		{"ids and numbers wiped", one, func(f *excelize.File, at grid) {
			for row := 1; row <= 7; row++ {
				put(t, f, workbook.Address(1, row), nil)
				put(t, f, workbook.Address(30, row), nil)
			}
			put(t, f, "F4", 99)
			put(t, f, "B5", "Nobody knows it")
		}, []string{"F4 many-000043 progress: 2 -> 99 guessed", `B5  title:  -> "Nobody knows it"`, "C5  owner:  -> Person 03", `D5  due:  -> "2026-10-04"`,
			`E5  status:  -> "done"`, "F5  progress:  -> 3", `G5  priority:  -> "high"`, `H5  category:  -> "countermeasure"`, `J5  update:  -> "Ordered; the supplier confirmed the date."`,
			`K5  detail:  -> "Agree with both shifts and take a picture before and after."`, `O5  start:  -> "2026-09-04"`, `P5  closed:  -> "2026-11-22"`, "R5  effort:  -> 4", "S5  impact:  -> 4", "T5  hours:  -> 3",
			"V5  cost:  -> 3750", "W5  benefit_expected:  -> 23100"}},
		{"duplicate ids", one, func(f *excelize.File, at grid) {
			put(t, f, at("Id", 3), "many-000041")
			put(t, f, at("No.", 3), "A-001")
			for _, header := range []string{"Action", "Owner", "Due", "Status", "Start", "Effort 1-5", "Impact 1-5", "Hours", "Cost", "Benefit expected"} {
				v, err := f.GetCellValue("Actions", at(header, 2), excelize.Options{RawCellValue: true})
				must(t, err)
				if header == "Due" || header == "Start" {
					put(t, f, at(header, 3), 46296)
					put(t, f, at(header, 2), 46296)
					continue
				}
				put(t, f, at(header, 3), v)
			}
		}, []string{`D2 many-000041 due: "2026-10-01" -> "2026-10-01"`}},
		{"a row emptied, another deleted", one, func(f *excelize.File, at grid) {
			must(t, f.RemoveRow("Actions", 7))
			for i := 1; i < 30; i++ {
				put(t, f, workbook.Address(i, 6), nil)
			}
		}, []string{`row 6 many-000045 title: "Move tool 4 to its point of use and mark its place" ->  (the row was emptied, which deletes nothing; an action that is not to be done gets the status Dropped)`}},
		{"merged cells", one, func(f *excelize.File, at grid) {
			put(t, f, at("Owner", 3), nil)
			must(t, f.MergeCell("Actions", at("Owner", 2), at("Owner", 3)))
		}, []string{`C3 many-000042 owner: "many-000002" ->  (is merged with the cell beside or above it, so nobody can tell its value)`}},
		{"formulas", one, func(f *excelize.File, at grid) {
			put(t, f, at("Due", 2), nil)
			put(t, f, at("Hours", 3), nil)
			must(t, f.SetCellFormula("Actions", at("Due", 2), "TODAY()"))
			put(t, f, at("Progress %", 3), 44)
			must(t, f.SetCellFormula("Actions", at("Hours", 3), "40+4"))
		}, []string{
			`D2 many-000041 due: "2026-10-01" ->  (is a formula without a value; save the file in Excel or LibreOffice, which work it out)`,
			`F3 many-000042 progress: 1 -> 44`,
			`T3 many-000042 hours: 1 ->  (is a formula without a value; save the file in Excel or LibreOffice, which work it out)`}},
		{"1904 dates", one, func(f *excelize.File, at grid) {
			yes := true
			must(t, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
			for row := 2; row <= 7; row++ {
				day := workshop.Date("2026-10-01").AddDays(row - 2)
				start := workshop.Date("2026-09-01").AddDays(row - 2)
				put(t, f, at("Due", row), int(day.Time().Unix()/86_400)-epoch-1462)
				put(t, f, at("Start", row), int(start.Time().Unix()/86_400)-epoch-1462)
			}
			for row := 5; row <= 7; row++ { // done, verified, dropped
				put(t, f, at("Closed", row), int(workshop.Date("2026-11-22").Time().Unix()/86_400)-epoch-1462)
			}
			put(t, f, at("Due", 3), int(workshop.Date("2026-12-24").Time().Unix()/86_400)-epoch-1462)
		}, []string{`D3 many-000042 due: "2026-10-02" -> "2026-12-24"`}},
		{"numbers, ids and workshops typed over", in, func(f *excelize.File, at grid) {
			put(t, f, at("No.", 3), "A-007")
			put(t, f, at("Workshop", 4), "Another one")
			put(t, f, at("Id", 5), "not-an-id")
			put(t, f, at("No.", 5), "A-099")
		}, nil},
		{"headers in other languages, another order, columns deleted", one, func(f *excelize.File, at grid) {
			put(t, f, at("Action", 1), "Maßnahme")
			put(t, f, at("Owner", 1), "  VERANTWORTLICH ")
			put(t, f, at("Status", 1), "estado")
			put(t, f, at("Progress %", 4), 77)
			put(t, f, at("Status", 4), "en curso")
			for row := 1; row <= 7; row++ {
				put(t, f, workbook.Address(24, row), nil)
				put(t, f, workbook.Address(4, row), nil)
			}
			must(t, f.SetSheetName("Actions", "Unsere Liste"))
		}, []string{`E4 many-000043 status: "blocked" -> "started"`, "F4 many-000043 progress: 2 -> 77"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := rowsOf(edited(t, c.in, c.edit))
			switch c.name {
			case "duplicate ids":
				if len(got) == 0 || !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, " twin of 2") }) || !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, " twin of 3") }) {
					t.Errorf("%q", got)
				}
				return
			case "numbers, ids and workshops typed over":
				all := strings.Join(got, "\n")
				for _, want := range []string{"A3 many-000041 number:  ->  (numbers are given by the app and stay)", "B4 many-000042 workshop:  ->  (an action stays in its workshop)",
					"its hidden id is of no action of this export; clear the cell AF5 to add the row as a new action"} {
					if !strings.Contains(all, want) {
						t.Errorf("%s\nis not in\n%s", want, all)
					}
				}
				return
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("the copy says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// A day is the same day wherever the file was made and read.
func TestDatesSurviveEveryZone(t *testing.T) {
	here := time.Local
	defer func() { time.Local = here }()
	for hour := -12; hour <= 14; hour++ {
		time.Local = time.FixedZone("zone", hour*3600)
		in := input(workshop.Team, many(t, 6))
		in.Now = time.Date(2026, 11, 22, 23, 30, 0, 0, time.Local)
		c := edited(t, in, func(f *excelize.File, at func(string, int) string) {
			put(t, f, at("Due", 2), 46348.999)
			put(t, f, at("Due", 3), time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC))
			put(t, f, at("Due", 4), "2026-11-22T23:59:59")
		})
		expect(t, c, `D2 many-000041 due: "2026-10-01" -> "2026-11-22"`, `D3 many-000042 due: "2026-10-02" -> "2026-11-22"`, `D4 many-000043 due: "2026-10-03" -> "2026-11-22"`)
	}
}

// A register of another library is no plan for a workshop here.
func TestAnotherWorkshopIsNotTouched(t *testing.T) {
	s := many(t, 3)
	c := edited(t, input(workshop.Team, second(t)), func(f *excelize.File, at func(string, int) string) { put(t, f, at("Progress %", 2), 50) })
	s.Read(func(w *workshop.Workshop) {
		if p := exchange.NewPlan(w, c); len(p.Items) != 0 {
			t.Errorf("%d items for another workshop", len(p.Items))
		}
	})
}

// The whole way: out, edited, back into the workshop, and nothing the second time.
func TestTheWholeWayBack(t *testing.T) {
	s := plant(t)
	in := input(workshop.Team, s)
	path := filepath.Join(t.TempDir(), "back.xlsx")
	must(t, WriteFile(context.Background(), path, in))
	f, err := excelize.OpenFile(path)
	must(t, err)
	put(t, f, "D2", "24.12.2026")
	put(t, f, "B40", "Label kanban lanes")
	put(t, f, "C40", "Somebody New")
	must(t, f.Save())
	must(t, f.Close())
	for range 2 {
		c, err := Read(context.Background(), path)
		must(t, err)
		var p *exchange.Plan
		s.Read(func(w *workshop.Workshop) { p = exchange.NewPlan(w, c) })
		must(t, s.DoFrom(p.Source(), "Take back", func(e *workshop.Edit) error { return p.Apply(e, today) }))
	}
	v := s.View(workshop.Team)
	if got := v.Actions[0].Due; got != "2026-12-24" {
		t.Errorf("due %s", got)
	}
	last := v.Actions[len(v.Actions)-1]
	if last.Title != "Label kanban lanes" || v.Name(last.Owner) != "Somebody New" || len(v.Actions) != len(in.Views[0].Actions)+1 {
		t.Errorf("%d actions, the last is %+v", len(v.Actions), last)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

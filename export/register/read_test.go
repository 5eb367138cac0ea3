package register

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// returned reads a register after somebody has edited it.
func returned(t testing.TB, in Input, edit func(f *excelize.File, at func(header string, row int) string)) (*exchange.Copy, error) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(written(t, in)))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("Actions", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	head := slices.Clone(rows[0])
	edit(f, func(header string, row int) string {
		t.Helper()
		i := slices.Index(head, header)
		if i < 0 {
			t.Fatalf("there is no column %q", header)
		}
		return workbook.Address(i+1, row)
	})
	path := filepath.Join(t.TempDir(), "back.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return Read(context.Background(), path)
}

// edited is returned, for files that are not refused.
func edited(t testing.TB, in Input, edit func(f *excelize.File, at func(header string, row int) string)) *exchange.Copy {
	t.Helper()
	c, err := returned(t, in, edit)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func put(t testing.TB, f *excelize.File, cell string, v any) {
	t.Helper()
	if err := f.SetCellValue("Actions", cell, v); err != nil {
		t.Fatal(err)
	}
}

// rowsOf is a copy in lines.
func rowsOf(c *exchange.Copy) []string {
	var out []string
	for _, r := range c.Rows {
		for _, e := range r.Edits {
			s := fmt.Sprintf("%s %s %s: %s -> %s", e.Cell, r.Action, e.Field, e.Base, e.Value.JSON)
			if len(e.Value.Names) > 0 {
				s += strings.Join(e.Value.Names, "; ")
			}
			if e.Value.Ref != "" {
				s += " called " + e.Value.Ref
			}
			for _, why := range []string{e.Value.Problem, r.Problem} {
				if why != "" {
					s += " (" + why + ")"
				}
			}
			if r.Twin != 0 {
				s += fmt.Sprintf(" twin of %d", r.Twin)
			}
			if r.Guessed {
				s += " guessed"
			}
			out = append(out, s)
		}
	}
	return out
}

func expect(t *testing.T, c *exchange.Copy, want ...string) {
	t.Helper()
	if got := rowsOf(c); !slices.Equal(got, want) {
		t.Errorf("the copy says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What nobody touched comes back without any change, whatever its texts look like.
func TestAnUntouchedRegisterChangesNothing(t *testing.T) {
	for _, a := range workshop.Audiences {
		in := input(a, plant(t), second(t), many(t, 50), noted(t))
		path := filepath.Join(t.TempDir(), "back.xlsx")
		if err := WriteFile(context.Background(), path, in); err != nil {
			t.Fatal(err)
		}
		c, err := Read(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, c)
		n := 0
		for _, v := range in.Views {
			n += len(v.Actions)
		}
		if c.Read != n || c.Export != "export-1" || !c.Made.Equal(now) || len(c.Places) != 4 || len(c.Hash) != 64 {
			t.Errorf("%d of %d rows, export %s of %s, %d workshops", c.Read, n, c.Export, c.Made, len(c.Places))
		}
	}
}

func TestEditsOfEveryColumn(t *testing.T) {
	c := edited(t, input(workshop.Team, plant(t)), func(f *excelize.File, at func(string, int) string) {
		for header, v := range map[string]any{
			"Action": "Move the torque tool", "Owner": "rivera, TOM", "Due": 46380, "Status": "Fertig", "Progress %": "80 %", "Priority": "Low", "Category": "experiment",
			"Blocked by": "a tool\nthat is late", "Latest update": true, "Detail": 12.5, "Helpers": "Tom Rivera; Nobody Yet", "Start": "11.11.2026",
			"Verified by": "Maria Keller (Logistics)", "Effort 1-5": 9, "Impact 1-5": nil, "Hours": 8.5, "Person-days": 3, "Goal": "another goal", "Source": nil, "Cost": 1234.56, "Benefit expected": "1.000 EUR", "Benefit actual": "2,50",
		} {
			put(t, f, at(header, 2), v)
		}
		put(t, f, at("Due", 3), "3/4/2027")
		put(t, f, at("Due", 4), 15)
		put(t, f, at("Owner", 4), "")
		put(t, f, at("Action", 4), "")
	})
	expect(t, c,
		`B2 plant-000011 title: "Move torque tool to point of use, cell 2" -> "Move the torque tool"`,
		`C2 plant-000011 owner: "plant-000001" -> rivera, TOM`,
		`D2 plant-000011 due: "2026-11-18" -> "2026-12-24"`,
		`E2 plant-000011 status: "started" -> "done"`,
		`F2 plant-000011 progress: 50 -> 80`,
		`G2 plant-000011 priority: "high" -> "low"`,
		`H2 plant-000011 category: "quick win" -> "experiment"`,
		`I2 plant-000011 blocker:  -> "a tool\nthat is late"`,
		`J2 plant-000011 update: "Arm ordered, holder is being welded." -> "TRUE"`,
		`K2 plant-000011 detail: "Arm and holder.\nAsk for a second one." -> "12.5"`,
		`L2 plant-000011 source: "plant-000008" -> `,
		`M2 plant-000011 goal: "plant-000006" ->  called another goal`,
		`N2 plant-000011 helpers: ["plant-000003","plant-000002"] -> Tom Rivera; Nobody Yet`,
		`Q2 plant-000011 verified_by:  -> Maria Keller (Logistics)`,
		`R2 plant-000011 effort: 1 ->  (must be from 1 to 5)`,
		`S2 plant-000011 impact: 5 -> `,
		`T2 plant-000011 hours: 8 ->  (is not a whole number)`,
		`U2 plant-000011 people: 2 -> 3`,
		`V2 plant-000011 cost: 34000 -> 123456`,
		`W2 plant-000011 benefit_expected: 1234567 ->  (may be 1000 or 1.000)`,
		`X2 plant-000011 benefit_actual:  -> 250`,
		`D3 plant-000012 due: "2026-11-06" ->  (may be 2027-04-03 or 2027-03-04)`,
		`B4 plant-000013 title: "Show weekly board times on all shifts" ->  (an action needs a title)`,
		`C4 plant-000013 owner: "plant-000003" -> `,
		`D4 plant-000013 due: "2026-11-25" ->  (is not a date)`)
}

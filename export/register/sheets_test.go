package register

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

func TestSeveralWorkshopsMakeOneRegister(t *testing.T) {
	f := reopened(t, input(workshop.Team, plant(t), second(t)))
	rows := grid(t, f, "Actions", 1)
	last := rows[len(rows)-1]
	if rows[0]["Workshop"] != "Pump line changeover (Norvik Pumps, Halle 3, 2026-11-10)" || last["Workshop"] != "Pump line changeover (Norvik Pumps, Halle 4)" {
		t.Errorf("two workshops of one title are %q and %q", rows[0]["Workshop"], last["Workshop"])
	}
	if last["Client"] != "Norvik Pumps" || last["No."] != "A-001" || last["Cost"] != "12000" {
		t.Errorf("the last row is %v", last)
	}
	owners := grid(t, f, "By owner", 3)
	if owners[0]["Owner"] != "Aiko Sato" || owners[0]["Workshop"] != last["Workshop"] {
		t.Errorf("the first of the list by owner is %v", owners[0])
	}
}

func TestByOwnerListsWhatIsOpen(t *testing.T) {
	rows := grid(t, reopened(t, input(workshop.Team, plant(t))), "By owner", 3)
	if len(rows) != 5+len(texts) {
		t.Fatalf("%d rows", len(rows))
	}
	for i, want := range []string{"A-002", "A-001"} {
		if rows[i]["No."] != want {
			t.Errorf("row %d is %v, want %s", i, rows[i], want)
		}
	}
	last := rows[len(rows)-1]
	if last["Owner"] != "No owner yet" || last["No."] != "A-006" {
		t.Errorf("the last is %v", last)
	}
}

func TestSummaryCounts(t *testing.T) {
	f := reopened(t, input(workshop.Team, plant(t)))
	n := len(texts)
	check := func(cell, want string) {
		t.Helper()
		if got, err := f.GetCellValue("Summary", cell, excelize.Options{RawCellValue: true}); err != nil || got != want {
			t.Errorf("%s holds %q (%v), want %q", cell, got, err, want)
		}
		formula, err := f.GetCellFormula("Summary", cell)
		if err != nil || formula == "" {
			t.Errorf("%s has no formula (%v)", cell, err)
		}
		calculated, err := f.CalcCellValue("Summary", cell, excelize.Options{RawCellValue: true})
		// The library's TODAY is the real one: what does not depend on it must agree.
		if !strings.Contains(formula, "TODAY") && (err != nil || calculated[:min(len(calculated), 12)] != want[:min(len(want), 12)]) {
			t.Errorf("%s is calculated as %q (%v), want %q", cell, calculated, err, want)
		}
	}
	// 28 actions: one verified, one done, one dropped; two overdue; one due on 25 November.
	check("A6", "28")
	check("B6", "25")
	check("C6", "2")
	check("D6", "1")
	check("E6", "1")
	check("F6", "2")
	check("G6", "1")
	check("H6", "0.07407407407407407")
	if n != 20 {
		t.Fatalf("the counts above are for 20 texts, there are %d", n)
	}
	// One overdue each; the Maria of quality has more open, that of logistics is blocked.
	for cell, want := range map[string]string{"A11": "Maria Keller (Quality)", "A12": "Maria Keller (Logistics)", "A13": "Tom Rivera", "A14": "No owner yet"} {
		if got, err := f.GetCellValue("Summary", cell); err != nil || got != want {
			t.Errorf("owner %s is %q (%v), want %q", cell, got, err, want)
		}
	}
	for cell, want := range map[string]string{
		"B11": "1", "C11": "1", "D11": "0", "E11": "0", "F11": "1", "G11": "0", "H11": "3",
		"B12": "1", "C12": "0", "D12": "0", "E12": "1", "F12": "0", "G12": "0", "H12": "1",
		"B13": "0", "C13": "21", "D13": "1", "E13": "0", "F13": "1", "G13": "0", "H13": "22",
		"B14": "0", "C14": "1", "D14": "0", "E14": "0", "F14": "0", "G14": "1", "H14": "2",
	} {
		check(cell, want)
	}
}

func TestCommitmentsAndMeasures(t *testing.T) {
	f := reopened(t, input(workshop.Sponsor, plant(t)))
	rows := grid(t, f, "Commitments", 1)
	if got := rows[0]; got["Who"] != "Tom Rivera" || got["Resource"] != "Time" || got["Promised"] != "80" || got["Delivered"] != "0" || got["Released by"] != "46356" {
		t.Errorf("the first commitment is %v", got)
	}
	if got := rows[1]; got["Resource"] != "Personal" || got["Commitment"] != "I will walk the line every morning" || got["Promised"] != "" {
		t.Errorf("the second commitment is %v", got)
	}
	all, err := f.GetRows("Measures")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"Changeover time", "min", "96", "60", "2027-02-01", "78", "2026-11-20", "50%", "Lower is better"}; !slices.Equal(all[1][:9], want) {
		t.Errorf("the measure is %q, want %q", all[1], want)
	}
	if got := all[len(all)-1]; !slices.Equal(got, []string{"Changeover time", "2026-11-20", "78", "first week"}) {
		t.Errorf("the last reading is %q", got)
	}
}

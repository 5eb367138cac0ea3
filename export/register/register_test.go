package register

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/file"
	"nemawashi.app/workshop"
)

func TestActionsComeOutAsTheyWentIn(t *testing.T) {
	f := reopened(t, input(workshop.Team, plant(t)))
	rows := grid(t, f, "Actions", 1)
	first := map[string]string{
		"No.": "A-001", "Action": "Move torque tool to point of use, cell 2", "Owner": "Maria Keller (Quality)",
		"Due": "46344", "Status": "In progress", "Progress %": "50", "Priority": "High", "Category": "Quick win",
		"Latest update": "Arm ordered, holder is being welded.", "Detail": "Arm and holder.\nAsk for a second one.",
		"Helpers": "Tom Rivera; Maria Keller (Logistics)", "Start": "46337", "Goal": "Changeover below 60 minutes",
		"Source": "Fitter walks 140 m for the torque tool", "Effort 1-5": "1", "Impact 1-5": "5", "Hours": "8", "Person-days": "2",
		"Cost": "340", "Benefit expected": "12345.67", "Id": rows[0]["Id"],
	}
	for header, want := range first {
		if got := rows[0][header]; got != want {
			t.Errorf("%s is %q, want %q", header, got, want)
		}
	}
	for header, got := range rows[0] {
		if _, ok := first[header]; !ok && got != "" {
			t.Errorf("%s is %q, want nothing", header, got)
		}
	}
	if rows[0]["Id"] == "" {
		t.Error("the row has no id")
	}
	if got := rows[1]["Owner"]; got != "Maria Keller (Logistics)" {
		t.Errorf("the other Maria Keller is %q", got)
	}
	if got := rows[3]; got["Status"] != "Verified" || got["Verified by"] != "Maria Keller (Quality)" || got["Benefit confirmed by"] != "Lena Vogt" || got["Closed"] != "46325" || got["Source"] != "Review 30 2026-12-15" {
		t.Errorf("the verified action is %v", got)
	}
	if got := rows[5]["Due"]; got != "2958465" {
		t.Errorf("the last day there is became %q", got)
	}
	if got := rows[6]["Due"]; got != "1899-05-01" {
		t.Errorf("a day before spreadsheets became %q", got)
	}
	if got := rows[6]["Cost"]; got != "90071992547409.93" {
		t.Errorf("an amount of 16 digits became %q", got)
	}
	for i, want := range texts {
		want = workshop.Normal(want)
		if got := rows[7+i]; got["Action"] != want || got["Latest update"] != want {
			t.Errorf("%q became %q and %q", want, got["Action"], got["Latest update"])
		}
	}
	if got := rows[7+len(texts)]; len(got["Action"]) != 500 || len(got["Detail"]) != 5000 {
		t.Errorf("long words became %d and %d long", len(got["Action"]), len(got["Detail"]))
	}
}

func TestTextIsNeverAFormulaAndDatesAreNumbers(t *testing.T) {
	f := reopened(t, input(workshop.Team, plant(t)))
	rows, err := f.GetRows("Actions")
	if err != nil {
		t.Fatal(err)
	}
	for r := range rows {
		for c := range rows[0] {
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			if formula, err := f.GetCellFormula("Actions", cell); err != nil || formula != "" {
				t.Errorf("%s holds the formula %q (%v)", cell, formula, err)
			}
			kind, err := f.GetCellType("Actions", cell)
			if err != nil {
				t.Fatal(err)
			}
			header := rows[0][c]
			if r > 0 && (header == "Action" || header == "Latest update") && kind == excelize.CellTypeNumber {
				t.Errorf("the text in %s is a number", cell)
			}
		}
	}
	for cell, want := range map[string]string{"D2": "2026-11-18", "D3": "2026-11-06", "D7": "9999-12-31"} {
		if got, err := f.GetCellValue("Actions", cell); err != nil || got != want {
			t.Errorf("the date in %s reads %q (%v), want %q", cell, got, err, want)
		}
	}
}

// Nothing of the map may be in a workbook for the sponsor or the team, in no
// part of the file; and for nobody does it say whose rating led to an action.
func TestNothingConfidentialLeaves(t *testing.T) {
	for _, a := range workshop.Audiences {
		b := written(t, input(a, plant(t)))
		f, err := excelize.OpenReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		f.Pkg.Range(func(_, content any) bool {
			all.Write(content.([]byte))
			return true
		})
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"Ilse", "Solberg", "never work"} {
			if strings.Contains(all.String(), secret) {
				t.Errorf("the workbook of the %s holds %q", a, secret)
			}
		}
		if !strings.Contains(all.String(), "Move torque tool") {
			t.Error("the search looked at nothing")
		}
		source := grid(t, reopened(t, input(a, plant(t))), "Actions", 1)[1]["Source"]
		want := ""
		if a == workshop.Facilitator {
			want = "Confidential"
		}
		if source != want {
			t.Errorf("for the %s the source of an action from the map is %q, want %q", a, source, want)
		}
	}
}

func TestTableDropDownsAndPages(t *testing.T) {
	f := reopened(t, input(workshop.Team, plant(t)))
	tables, err := f.GetTables("Actions")
	if err != nil {
		t.Fatal(err)
	}
	last := 1 + 7 + len(texts) + 1
	if len(tables) != 1 || tables[0].Name != "Actions" || !strings.HasSuffix(tables[0].Range, "29") || last != 29 {
		t.Errorf("tables %+v, rows to %d", tables, last)
	}
	if panes, err := f.GetPanes("Actions"); err != nil || !panes.Freeze || panes.XSplit != 1 || panes.YSplit != 1 {
		t.Errorf("panes %+v (%v)", panes, err)
	}
	rules, err := f.GetDataValidations("Actions")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for _, v := range rules {
		kinds[v.Type+" "+v.Formula1]++
	}
	for want, n := range map[string]int{"list list_status": 1, "list list_priority": 1, "list list_category": 1, "list list_owner": 3, "date 36526": 3, "whole 0": 3, "whole 1": 2} {
		if kinds[want] != n {
			t.Errorf("%d validations %q, want %d (%v)", kinds[want], want, n, kinds)
		}
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name+"/"+n.Scope] = n.RefersTo
	}
	if got := names["_xlnm.Print_Titles/Actions"]; got != "'Actions'!$A:$A,'Actions'!$1:$1" {
		t.Errorf("print titles %q", got)
	}
	if got := names["list_status/Workbook"]; got != "'_lists'!$A$2:$A$7" {
		t.Errorf("list of statuses %q", got)
	}
	for sheet, want := range map[string]bool{"Summary": true, "Actions": true, "By owner": true, "Commitments": true, "Measures": true, "Read me": true, "_lists": false, "_nemawashi": false} {
		visible, err := f.GetSheetVisible(sheet)
		if err != nil || visible != want {
			t.Errorf("%s visible: %v (%v), want %v", sheet, visible, err, want)
		}
		if protection, err := f.GetSheetProtection(sheet); err != nil || protection.SelectLockedCells == want && !want {
			t.Errorf("%s: protection %+v (%v)", sheet, protection, err)
		}
		layout, err := f.GetPageLayout(sheet)
		if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
			t.Errorf("%s: page %+v (%v)", sheet, layout, err)
		}
		if head, err := f.GetHeaderFooter(sheet); err != nil || head.OddHeader != "&LPump line changeover&RInternal && confidential" {
			t.Errorf("%s: header %+v (%v)", sheet, head, err)
		}
	}
	id, err := excelize.ColumnNumberToName(26)
	if err != nil {
		t.Fatal(err)
	}
	if header, err := f.GetCellValue("Actions", id+"1"); err != nil || header != "Id" {
		t.Fatalf("column %s is %q (%v)", id, header, err)
	}
	if visible, err := f.GetColVisible("Actions", id); err != nil || visible {
		t.Errorf("the id is visible (%v)", err)
	}
}

func TestColumnsNobodyUsesAreFoldedAway(t *testing.T) {
	f := reopened(t, input(workshop.Team, second(t)))
	rows, err := f.GetRows("Actions")
	if err != nil {
		t.Fatal(err)
	}
	for i, header := range rows[0] {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		visible, err := f.GetColVisible("Actions", letter)
		if err != nil {
			t.Fatal(err)
		}
		want := slices.Contains([]string{"No.", "Action", "Owner", "Due", "Status", "Progress %", "Priority", "Category", "Blocked by", "Latest update", "Cost"}, header)
		if visible != want {
			t.Errorf("%s visible: %v, want %v", header, visible, want)
		}
	}
	if got, err := f.GetCellValue("Actions", "V2"); err != nil || strings.TrimSpace(got) != "JPY 12,000" {
		t.Errorf("12,000 yen read %q (%v)", got, err)
	}
}

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

// Every text of the workbook has its words: no cell shows a key, none that
// ought to say something is empty.
func TestAllWordsExist(t *testing.T) {
	in := input(workshop.Facilitator, plant(t), second(t))
	f := reopened(t, in)
	key := regexp.MustCompile(`^[a-z]+\.[a-z_0-9]+$`)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if key.MatchString(cell) && cell != Format {
					t.Errorf("%s shows %q", sheet, cell)
				}
			}
		}
		if tables, err := f.GetTables(sheet); err != nil || len(tables) == 1 && slices.Contains(rows[map[bool]int{true: 2}[sheet == "By owner"]], "") {
			t.Errorf("%s has a column without a header: %q (%v)", sheet, rows[0], err)
		}
	}
	for k, s := range english {
		if strings.TrimSpace(s) == "" {
			t.Errorf("%s says nothing", k)
		}
	}
}

func TestEmptyWorkshop(t *testing.T) {
	s := newWorkshop(t, "w", func(e *workshop.Edit) { e.Add(&workshop.Charter{Title: "Nothing yet"}) })
	f := reopened(t, input(workshop.Sponsor, s))
	if tables, err := f.GetTables("Actions"); err != nil || len(tables) != 1 {
		t.Errorf("tables %v (%v)", tables, err)
	}
	if got, err := f.GetCellValue("Summary", "A6", excelize.Options{RawCellValue: true}); err != nil || got != "0" {
		t.Errorf("an empty register counts %q (%v)", got, err)
	}
}

func TestBadInput(t *testing.T) {
	var b bytes.Buffer
	if err := Write(context.Background(), &b, Input{}); !errors.Is(err, ErrNothing) {
		t.Errorf("without a workshop: %v", err)
	}
	long := newWorkshop(t, "w", func(e *workshop.Edit) {
		e.Add(&workshop.Charter{Title: "Long"})
		e.Add(&workshop.Action{Title: "Fits", Detail: strings.Repeat("👷", 16_383) + "x"})
		e.Add(&workshop.Action{Title: "Too long", Blocker: strings.Repeat("👷", 16_384)})
	})
	var long2 *TooLong
	if err := Write(context.Background(), &b, input(workshop.Team, long)); !errors.As(err, &long2) {
		t.Errorf("a note that no cell can hold: %v", err)
	} else if *long2 != (TooLong{Sheet: "Actions", Row: "A-002", Column: "Blocked by", Units: 32_768}) {
		t.Errorf("the error says %+v", *long2)
	}
	if b.Len() > 0 {
		t.Errorf("%d bytes were written", b.Len())
	}
}

func TestCancelAndProgress(t *testing.T) {
	in := input(workshop.Team, many(t, 2_000))
	calls, last := 0, 0
	in.Progress = func(done, total int) {
		calls++
		if done <= last || total != 2*2_000+len(openByOwner(items(newShops(in.Views, english)))) {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		last = done
	}
	if err := Write(context.Background(), &bytes.Buffer{}, in); err != nil || calls < 50 {
		t.Errorf("%d calls, %v", calls, err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "register.xlsx")
	if err := os.WriteFile(path, []byte("what was there"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	stopped := 0
	in.Progress = func(done, total int) {
		if done > 1_000 && stopped == 0 {
			stopped = done
			cancel()
		} else if stopped > 0 {
			t.Errorf("it went on to %d after it was canceled at %d", done, stopped)
		}
	}
	if err := WriteFile(ctx, path, in); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "what was there" {
		t.Errorf("the file that was there holds %q (%v)", b, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v (%v)", entries, err)
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "register.xlsx")
	in := input(workshop.Team, plant(t))
	if err := WriteFile(context.Background(), path, in); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var refused *file.Error
	if err := WriteFile(context.Background(), dir, in); !errors.As(err, &refused) {
		t.Errorf("onto a folder: %v", err)
	}
}

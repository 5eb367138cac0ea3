package register

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

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
	for want, n := range map[string]int{"list list_status": 1, "list list_priority": 1, "list list_category": 1, "list list_owner": 3, "date 36526": 6, "list list_check_every": 1, "whole 0": 3, "whole 1": 2} {
		if kinds[want] != n {
			t.Errorf("%d validations %q, want %d (%v)", kinds[want], want, n, kinds)
		}
	}
	for _, v := range rules {
		if fine := v.Formula1 == "list_owner"; v.ShowErrorMessage == fine {
			t.Errorf("%s for %s: refuses other entries: %v", v.Type, v.Sqref, v.ShowErrorMessage)
		}
	}
	for _, sheet := range []string{"sheet1", "sheet2", "sheet3"} {
		part, ok := f.Pkg.Load("xl/worksheets/" + sheet + ".xml")
		if xml, _ := part.([]byte); !ok || !bytes.Contains(xml, []byte(` ht="`)) || bytes.Contains(xml, []byte("customHeight")) {
			t.Errorf("%s: rows have no height, or a fixed one", sheet)
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
	id, err := excelize.ColumnNumberToName(30)
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

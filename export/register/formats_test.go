//go:build formats

package register

import (
	"bytes"
	"context"
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

// run starts a program that has to be there.
func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	var out, problems bytes.Buffer
	c.Stdout, c.Stderr = &out, &problems
	if err := c.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, args[0], err, out.String(), problems.String())
	}
	return out.Bytes()
}

// office opens a workbook with LibreOffice and saves it again in the format,
// with a profile of its own, so that an office that is open does not matter.
func office(t *testing.T, path, format string) string {
	t.Helper()
	dir := t.TempDir()
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "profile"))}
	run(t, "soffice", "-env:UserInstallation="+profile.String(), "--headless", "--norestore",
		"--convert-to", format, "--outdir", filepath.Join(dir, "out"), path)
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	return filepath.Join(dir, "out", base+"."+format)
}

// python runs a script with the Python that has openpyxl.
func python(t *testing.T, script string, args ...string) []byte {
	t.Helper()
	name := os.Getenv("NEMAWASHI_PYTHON")
	if name == "" {
		name = "/usr/bin/python3"
	}
	return run(t, name, append([]string{"-I", "-c", script}, args...)...)
}

// saved writes a register into a file.
func saved(t *testing.T, in Input) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "register.xlsx")
	if err := WriteFile(context.Background(), path, in); err != nil {
		t.Fatal(err)
	}
	return path
}

// allRows reads a sheet of a file, values as they stand in the cells.
func allRows(t *testing.T, path, sheet string) [][]string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	// Empty cells at the end are written by some programs and not by others.
	for i, row := range rows {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		rows[i] = row
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// same compares a sheet in two files.
func same(t *testing.T, before, after, sheet string) {
	t.Helper()
	a, b := allRows(t, before, sheet), allRows(t, after, sheet)
	if len(a) != len(b) {
		t.Errorf("%s: %d rows became %d", sheet, len(a), len(b))
		return
	}
	for i := range a {
		if !slices.Equal(a[i], b[i]) {
			t.Errorf("%s, row %d: %q became %q", sheet, i+1, a[i], b[i])
		}
	}
}

func TestLibreOfficeKeepsEverything(t *testing.T) {
	path := saved(t, input(workshop.Facilitator, plant(t), second(t)))
	again := office(t, path, "xlsx")
	for _, sheet := range []string{"Actions", "By owner", "Commitments", "Measures", listsSheet, baseSheet} {
		same(t, path, again, sheet)
	}
	f, err := excelize.OpenFile(again)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	if tables, err := f.GetTables("Actions"); err != nil || len(tables) != 1 {
		t.Errorf("tables after LibreOffice: %v (%v)", tables, err)
	}
	rules, err := f.GetDataValidations("Actions")
	if err != nil || len(rules) < 14 {
		t.Errorf("%d validations after LibreOffice (%v)", len(rules), err)
	}
	for _, sheet := range []string{listsSheet, baseSheet} {
		if visible, err := f.GetSheetVisible(sheet); err != nil || visible {
			t.Errorf("%s is visible after LibreOffice (%v)", sheet, err)
		}
	}
}

// The counts are formulas: made on a day long ago, they are right on the day
// on which LibreOffice opens the workbook.
func TestLibreOfficeCounts(t *testing.T) {
	in := input(workshop.Team, plant(t), second(t), many(t, 100))
	in.Today = "2000-01-01"
	rows := allRows(t, office(t, saved(t, in), "xlsx"), "Summary")
	all := items(newShops(in.Views, in.Templates, english))
	today := workshop.DateOf(time.Now())
	want := tallyOf(all, today)
	if want.overdue == 0 {
		t.Fatal("nothing is overdue: the dates of the fixture are in the future")
	}
	numbers := func(row []string) []int {
		var out []int
		for _, s := range row[:7] {
			f, err := strconv.ParseFloat(s, 64)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, int(f))
		}
		return out
	}
	if got := numbers(rows[5]); !slices.Equal(got, []int{want.total, want.open, want.overdue, want.soon, want.blocked, want.done, want.dropped}) {
		t.Errorf("LibreOffice counts %v, want %+v", got, *want)
	}
	owners := map[string]*tally{}
	for _, o := range countsByOwner(all, today) {
		owners[o.name] = o
	}
	seen := 0
	for _, row := range rows[10:] {
		if len(row) == 0 {
			break
		}
		name := row[0]
		if name == "No owner yet" {
			name = ""
		}
		o := owners[name]
		if o == nil {
			t.Errorf("%q is not an owner", row[0])
			continue
		}
		seen++
		if got := numbers(row[1:]); !slices.Equal(got, []int{o.overdue, o.open - o.overdue, o.soon, o.blocked, o.done, o.dropped, o.total}) {
			t.Errorf("for %q LibreOffice counts %v, want %+v", row[0], got, *o)
		}
	}
	if seen != len(owners) {
		t.Errorf("%d of %d owners", seen, len(owners))
	}
}

// A page that LibreOffice prints is one page wide.
func TestLibreOfficePrintsOnePageWide(t *testing.T) {
	b, err := os.ReadFile(office(t, saved(t, input(workshop.Team, second(t))), "pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(b, []byte("/Type/Page/")) + bytes.Count(b, []byte("/Type/Page ")); n != 6 {
		t.Errorf("%d pages for six sheets", n)
	}
}

const inspect = `
import json, sys, datetime, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
ws = wb["Actions"]
table = ws.tables["Actions"]
head = [c.value for c in ws[1]]
def column(name): return openpyxl.utils.get_column_letter(head.index(name) + 1)
names = wb.defined_names
names = names.definedName if hasattr(names, "definedName") else names.values()
bar = [r for rs in ws.conditional_formatting for r in rs.rules if r.type == "dataBar"]
print(json.dumps({
  "states": {s.title: s.sheet_state for s in wb.worksheets},
  "protected": [s.title for s in wb.worksheets if s.protection.sheet],
  "tables": {s.title: list(s.tables.keys()) for s in wb.worksheets},
  "ref": table.ref, "filter": table.autoFilter.ref, "stripes": table.tableStyleInfo.showRowStripes,
  "columns": [c.name for c in table.tableColumns], "head": head,
  "freeze": ws.freeze_panes, "titles": [ws.print_title_rows, ws.print_title_cols],
  "fit": [ws.sheet_properties.pageSetUpPr.fitToPage, ws.page_setup.fitToWidth, ws.page_setup.fitToHeight, ws.page_setup.orientation],
  "foot": ws.oddFooter.right.text,
  "hidden": sorted(k for k, d in ws.column_dimensions.items() if d.hidden and d.outlineLevel == 0),
  "due": ws[column("Due") + "2"].value.isoformat(), "dueIsDate": ws[column("Due") + "2"].is_date,
  "dueFormat": ws[column("Due") + "2"].number_format, "costFormat": ws[column("Cost") + "2"].number_format, "cost": ws[column("Cost") + "2"].value,
  "types": sorted({c.data_type for c in ws[column("Action")][1:]}),
  "formulas": [c.coordinate for row in ws.iter_rows() for c in row if c.data_type == "f"],
  "rules": sorted([v.type, v.formula1, str(v.sqref), v.error is not None] for v in ws.data_validations.dataValidation),
  "names": {d.name: d.attr_text for d in names},
  "marks": sorted(r.type for rs in ws.conditional_formatting for r in rs.rules),
  "bar": [bar[0].dataBar.minLength, bar[0].dataBar.cfvo[1].val],
  "charts": len(wb["Summary"]._charts),
  "creator": wb.properties.creator, "title": wb.properties.title,
}))
`

func TestOpenpyxlSeesTheTable(t *testing.T) {
	path := saved(t, input(workshop.Team, plant(t)))
	var got struct {
		States                                          map[string]string
		Protected, Columns, Head, Hidden, Types, Marks  []string
		Tables                                          map[string][]string
		Ref, Filter, Freeze, Due, DueFormat, CostFormat string
		Foot, Creator, Title                            string
		Stripes, DueIsDate                              bool
		Titles, Fit, Formulas, Bar                      []any
		Rules                                           [][]any
		Names                                           map[string]string
		Charts                                          int
		Cost                                            float64
	}
	if err := json.Unmarshal(python(t, inspect, path), &got); err != nil {
		t.Fatal(err)
	}
	equal := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%#v, want\n%#v", what, got, want)
		}
	}
	equal("sheets", got.States, map[string]string{
		"Summary": "visible", "Actions": "visible", "By owner": "visible", "Commitments": "visible", "Measures": "visible", "Read me": "visible",
		listsSheet: "hidden", baseSheet: "hidden",
	})
	equal("locked sheets", got.Protected, []string{listsSheet, baseSheet})
	equal("tables", got.Tables, map[string][]string{
		"Summary": {}, "Actions": {"Actions"}, "By owner": {"ByOwner"}, "Commitments": {"Commitments"}, "Measures": {"Measures"}, "Read me": {}, listsSheet: {}, baseSheet: {},
	})
	equal("range", got.Ref, "A1:AD29")
	equal("filter", got.Filter, "A1:AD29")
	equal("stripes", got.Stripes, true)
	equal("columns of the table", got.Columns, got.Head)
	equal("last column", got.Head[29], "Id")
	equal("frozen", got.Freeze, "B2")
	equal("print titles", got.Titles, []any{"$1:$1", "$A:$A"})
	equal("page", got.Fit, []any{true, 1.0, 0.0, "landscape"})
	equal("footer", got.Foot, "Page &P of &N")
	equal("hidden", got.Hidden, []string{"AD"})
	equal("due", got.Due, "2026-11-18T00:00:00")
	equal("due is a date", got.DueIsDate, true)
	equal("format of dates", got.DueFormat, "yyyy-mm-dd")
	equal("format of amounts", got.CostFormat, "[$EUR] #,##0.00")
	equal("cost", got.Cost, 340.0)
	equal("types of titles", got.Types, []string{"s"})
	equal("formulas", got.Formulas, []any{})
	equal("bar", got.Bar, []any{0.0, 100.0})
	equal("charts", got.Charts, 1)
	equal("creator", got.Creator, "Nemawashi")
	equal("title", got.Title, "Pump line changeover")
	equal("marks", got.Marks, []string{"dataBar", "expression", "expression", "expression", "expression", "expression"})
	equal("statuses", got.Names["list_status"], "'_lists'!$A$2:$A$7")
	equal("people", got.Names["list_owner"], "'_lists'!$E$2:$E$5")
	want := [][]any{
		{"date", "36526", "AA2:AA529", true}, {"date", "36526", "AB2:AB529", true}, {"date", "36526", "AC2:AC529", true}, {"date", "36526", "D2:D529", true}, {"date", "36526", "O2:O529", true}, {"date", "36526", "P2:P529", true},
		{"decimal", "-999999999999999", "V2:V529", true}, {"decimal", "-999999999999999", "W2:W529", true}, {"decimal", "-999999999999999", "X2:X529", true},
		{"list", "list_category", "H2:H529", true}, {"list", "list_check_every", "Z2:Z529", true}, {"list", "list_owner", "C2:C529", false}, {"list", "list_owner", "Q2:Q529", false}, {"list", "list_owner", "Y2:Y529", false},
		{"list", "list_priority", "G2:G529", true}, {"list", "list_status", "E2:E529", true},
		{"whole", "0", "F2:F529", true}, {"whole", "0", "T2:T529", true}, {"whole", "0", "U2:U529", true}, {"whole", "1", "R2:R529", true}, {"whole", "1", "S2:S529", true},
	}
	equal("validations", got.Rules, want)
}

const rewrite = `
import sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
wb.save(sys.argv[2])
rows = sum(1 for _ in openpyxl.load_workbook(sys.argv[1], read_only=True)["Actions"].iter_rows())
print(rows)
`

// A program that rewrites the workbook keeps what the merge needs, and one
// that reads row by row sees all rows.
func TestOpenpyxlKeepsEverything(t *testing.T) {
	path := saved(t, input(workshop.Team, plant(t), many(t, 2_500)))
	again := filepath.Join(t.TempDir(), "again.xlsx")
	if rows := strings.TrimSpace(string(python(t, rewrite, path, again))); rows != "2529" {
		t.Errorf("read row by row there are %s rows, want 2529", rows)
	}
	for _, sheet := range []string{"Actions", "By owner", listsSheet, baseSheet} {
		same(t, path, again, sheet)
	}
}

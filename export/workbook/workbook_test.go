package workbook

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"
)

// cells reads the first sheet: what is shown, by address.
func cells(t *testing.T, path string) (map[string]string, map[string]Cell, []Area) {
	t.Helper()
	ctx := context.Background()
	b, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	shown, all := map[string]string{}, map[string]Cell{}
	for row, err := range b.Rows(ctx, b.Sheets()[0]) {
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range row.Cells {
			shown[Address(c.Column, row.Number)], all[Address(c.Column, row.Number)] = b.Shown(&c), c
		}
	}
	areas, err := b.Merged(ctx, b.Sheets()[0])
	if err != nil {
		t.Fatal(err)
	}
	return shown, all, areas
}

// What a workbook of another maker says comes out as it went in.
func TestCellsOfEveryKind(t *testing.T) {
	f := excelize.NewFile()
	set := func(cell string, v any) {
		t.Helper()
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	style := func(cell string, format int, custom string) {
		t.Helper()
		s := &excelize.Style{NumFmt: format}
		if custom != "" {
			s.CustomNumFmt = &custom
		}
		id, err := f.NewStyle(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, id); err != nil {
			t.Fatal(err)
		}
	}
	set("A1", "text")
	set("B1", 12.5)
	set("C1", true)
	set("D1", 46344)
	style("D1", 14, "")
	set("E1", 46344.75)
	style("E1", 0, `dd"."mm"."yyyy;@`)
	set("F1", 0.6)
	style("F1", 9, "")
	set("G1", 46344)
	style("G1", 0, `[$EUR] #,##0.00 "days"`)
	set("A3", "")
	set("A4", "  spaces  ")
	if err := f.SetCellFormula("Sheet1", "B4", "1+1"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellRichText("Sheet1", "C4", []excelize.RichTextRun{{Text: "two "}, {Text: "runs", Font: &excelize.Font{Bold: true}}}); err != nil {
		t.Fatal(err)
	}
	if err := f.MergeCell("Sheet1", "D4", "E6"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "kinds.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	shown, all, areas := cells(t, path)
	want := map[string]string{"A1": "text", "B1": "12.5", "C1": "TRUE", "D1": "2026-11-18", "E1": "2026-11-18", "F1": "60%", "G1": "46344", "A4": "  spaces  ", "B4": "", "C4": "two runs"}
	if !reflect.DeepEqual(shown, want) {
		t.Errorf("shown\n%q, want\n%q", shown, want)
	}
	if c := all["B4"]; !c.Formula || !c.Missing {
		t.Errorf("a formula without a value is %+v", c)
	}
	if len(areas) != 1 || !areas[0].Covers(5, 6) || areas[0].Covers(4, 4) || areas[0].Covers(6, 4) {
		t.Errorf("merged: %v", areas)
	}
}

func TestDaysOfBothSystems(t *testing.T) {
	for _, c := range []struct {
		serial float64
		mac    bool
		want   string
	}{
		{61, false, "1900-03-01"}, {60, false, ""}, {46348, false, "2026-11-22"}, {46348.999, false, "2026-11-22"}, {2_958_465, false, "9999-12-31"}, {2_958_466, false, ""},
		{-1, false, ""}, {1e300, false, ""}, {46348 - 1462, true, "2026-11-22"}, {0, true, "1904-01-01"},
	} {
		b := &Book{date1904: c.mac}
		if got, ok := b.Day(c.serial); got != c.want || ok != (c.want != "") {
			t.Errorf("%v (1904: %v) is %q, want %q", c.serial, c.mac, got, c.want)
		}
	}
}

func TestSeparatedValues(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want map[string]string
	}{
		"semicolons, Windows": {"Ma\xdfnahme;Wer\r\n\r\n\"a;b\";M\xfcller\r\n", map[string]string{"A1": "Maßnahme", "B1": "Wer", "A3": "a;b", "B3": "Müller"}},
		"commas, UTF-8":       {"\xef\xbb\xbfTask,Who\nüben,\"Keller, Maria\"\n", map[string]string{"A1": "Task", "B1": "Who", "A2": "üben", "B2": "Keller, Maria"}},
		"tabs, UTF-16":        {"\xff\xfeT\x00\t\x00W\x00\n\x00x\x00\t\x00y\x00", map[string]string{"A1": "T", "B1": "W", "A2": "x", "B2": "y"}},
	} {
		t.Run(name, func(t *testing.T) {
			shown, _, _ := cells(t, kept(t, "list.csv", []byte(c.text)))
			if !reflect.DeepEqual(shown, c.want) {
				t.Errorf("%q, want %q", shown, c.want)
			}
		})
	}
}

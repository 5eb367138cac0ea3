package form

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

func input(t testing.TB, by string) Input {
	t.Helper()
	all, err := assess.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return Input{Workshop: "w", Round: &workshop.Round{Base: workshop.Base{ID: "r"}, Title: "Round 1", Closes: "2026-12-04"},
		Questionnaire: all[0], By: by, About: "p1", Name: "Lena Vogt", Unit: "Assembly"}
}

func written(t testing.TB, in Input) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "form.xlsx")
	if err := WriteFile(path, in); err != nil {
		t.Fatal(err)
	}
	return path
}

// fill answers every statement: 1 to 5 in turn now, 5 needed.
func fill(t testing.TB, path string, change func(*excelize.File)) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for a, aspect := range input(t, "self").Questionnaire.Aspects {
		for i := range 5 {
			for cell, v := range map[string]any{"H": 1 + (a+i)%5, "I": 5, "J": fmt.Sprintf("line %s%d", aspect.ID, i+1)} {
				if err := f.SetCellValue(sheetName(aspect.Title), fmt.Sprint(cell, i+2), v); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if change != nil {
		change(f)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

func whole(t *testing.T, path, by string) {
	t.Helper()
	f, problems, err := Read(context.Background(), path)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v %v", err, problems)
	}
	if f.Workshop != "w" || f.Round != "r" || f.By != by || f.About != "p1" || f.Unit != "Assembly" || f.Questionnaire != "engagement" || f.Version != 1 || len(f.Answers) != 20 {
		t.Fatalf("%+v", f)
	}
	for a, aspect := range []string{"L", "P", "E", "T"} {
		for i := range 5 {
			id := fmt.Sprint(aspect, i+1)
			if want := (workshop.Answer{Now: 1 + (a+i)%5, Needed: 5, Evidence: "line " + id}); f.Answers[id] != want {
				t.Errorf("%s: %+v, want %+v", id, f.Answers[id], want)
			}
		}
	}
}

func TestOutAndIn(t *testing.T) {
	for _, by := range []string{"self", "report", "peer"} {
		path := written(t, input(t, by))
		fill(t, path, nil)
		whole(t, path, by)
	}
}

func TestEmptyFormHasNoAnswers(t *testing.T) {
	f, problems, err := Read(context.Background(), written(t, input(t, "peer")))
	if err != nil || len(problems) > 0 || len(f.Answers) > 0 {
		t.Errorf("%+v %v %v", f, problems, err)
	}
}

func TestRowsColumnsAndSheetsMayMove(t *testing.T) {
	path := written(t, input(t, "report"))
	fill(t, path, func(f *excelize.File) {
		const sheet = "Process Optimization"
		for _, err := range []error{
			f.InsertRows(sheet, 1, 3), f.InsertCols(sheet, "A", 2), f.SetCellValue(sheet, "A2", "My notes"),
			f.SetSheetName("Employee Empowerment", "Mitarbeiter"), f.RemoveCol("Leadership & Culture", "C"),
			f.SetCellValue("Technology Integration", "H2", "4"), f.SetCellValue("Technology Integration", "H3", " 5 "),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	whole(t, path, "report")
}

func TestOffTheScaleIsNamedWithItsCell(t *testing.T) {
	path := written(t, input(t, "self"))
	fill(t, path, func(f *excelize.File) {
		for cell, v := range map[string]any{"H2": 6, "I3": "yes", "H4": 2.5, "H5": notObserved, "H6": -1} {
			if err := f.SetCellValue("Process Optimization", cell, v); err != nil {
				t.Fatal(err)
			}
		}
	})
	f, problems, err := Read(context.Background(), path)
	if err != nil || len(problems) != 4 {
		t.Fatalf("%v %+v", err, problems)
	}
	for i, cell := range []string{"H2", "I3", "H4", "H6"} {
		if problems[i].Cell != cell || problems[i].Sheet != "Process Optimization" || problems[i].Value == "" {
			t.Errorf("%+v", problems[i])
		}
	}
	if f.Answers["P4"].Now != 0 || f.Answers["P4"].Needed != 5 {
		t.Errorf("not observed became %+v", f.Answers["P4"])
	}
}

func TestAStatementTwiceIsAProblem(t *testing.T) {
	path := written(t, input(t, "self"))
	fill(t, path, func(f *excelize.File) {
		if err := f.DuplicateRow("Process Optimization", 3); err != nil {
			t.Fatal(err)
		}
	})
	if _, problems, err := Read(context.Background(), path); err != nil || len(problems) != 1 || problems[0].Value != "P2" {
		t.Errorf("%v %+v", err, problems)
	}
}

func TestOtherFilesAreRefused(t *testing.T) {
	other := filepath.Join(t.TempDir(), "other.xlsx")
	f := excelize.NewFile()
	if err := f.SaveAs(other); err != nil {
		t.Fatal(err)
	}
	newer := written(t, input(t, "self"))
	fill(t, newer, func(f *excelize.File) {
		if err := f.SetCellValue(hidden, "C1", Version+1); err != nil {
			t.Fatal(err)
		}
	})
	for path, want := range map[string]workbook.Reason{other: workbook.Foreign, newer: workbook.Newer} {
		_, _, err := Read(context.Background(), path)
		var bad *workbook.Refused
		if !errors.As(err, &bad) || bad.Reason != want {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
}

// TestFormNamesNoRespondent reads everything in the file of a direct report.
func TestFormNamesNoRespondent(t *testing.T) {
	f, err := excelize.OpenFile(written(t, input(t, "report")))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(hidden)
	if err != nil || len(rows) != 7 {
		t.Fatalf("%v %v", rows, err)
	}
	props, err := f.GetDocProps()
	if err != nil || props.Creator != "Nemawashi" || props.LastModifiedBy != "Nemawashi" {
		t.Errorf("%+v %v", props, err)
	}
	first, err := f.GetCellValue("Process Optimization", "B3")
	if err != nil || !strings.HasPrefix(first, "My manager") {
		t.Errorf("%q", first)
	}
}

func BenchmarkRead(b *testing.B) {
	path := written(b, input(b, "report"))
	fill(b, path, nil)
	b.Run("form", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := Read(context.Background(), path); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		for b.Loop() {
			book, err := workbook.Open(context.Background(), path)
			if err != nil {
				b.Fatal(err)
			}
			for _, s := range book.Sheets() {
				for _, err := range book.Rows(context.Background(), s) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
			if err := book.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

package form

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

func blank(t testing.TB) *assess.Sheet {
	in := input(t, assess.BySelf)
	return &assess.Sheet{Workshop: in.Workshop, Round: in.Round.ID, Title: in.Round.Title, Least: 5, By: in.By, About: in.About, Name: in.Name, Questionnaire: in.Questionnaire}
}

func TestAnAssessmentFileIsReadLikeAForm(t *testing.T) {
	s := blank(t)
	s.Answer("L1", workshop.Answer{Now: 2, Needed: 4})
	s.Copy = "word"
	path := filepath.Join(t.TempDir(), "lena.nema")
	if err := WriteSheet(path, s); err != nil {
		t.Fatal(err)
	}
	f, problems, err := Read(context.Background(), path)
	if err != nil || len(problems) > 0 || f.Name != "lena.nema" || f.Round != "r" || f.By != "self" || f.About != "p1" || !f.Unfinished || f.Copy != "word" || f.Answers["L1"].Needed != 4 {
		t.Errorf("%+v %v %v", f, problems, err)
	}
}

func TestAFailedWriteLeavesTheAnswers(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "lena.nema")
	if err := WriteSheet(path, blank(t)); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	s := blank(t)
	s.Answer("L1", workshop.Answer{Now: 2})
	if err := WriteSheet(path, s); err == nil {
		t.Error("a file that may only be read was replaced")
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the answers before are gone: %v", err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("%v %v was left behind", left, err)
	}
}

func TestBrokenAssessmentFilesAreRefused(t *testing.T) {
	folder := t.TempDir()
	put := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := blank(t).Write()
	for path, want := range map[string]workbook.Reason{
		filepath.Join(folder, "none.nema"):                 workbook.Unreadable,
		folder + "/":                                       workbook.NotAWorkbook,
		put("cut.nema", good[:300]):                        workbook.Damaged,
		put("large.nema", make([]byte, assess.MaxSheet+1)): workbook.Damaged,
		put("newer.nema", bytes.Replace(good, []byte(`"version": 1`), []byte(`"version": 9`), 1)): workbook.Newer,
	} {
		_, _, err := Read(context.Background(), path)
		var bad *workbook.Refused
		if !errors.As(err, &bad) || bad.Reason != want && filepath.Ext(path) != "" {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
}

func TestFormsAreToldFromOtherFiles(t *testing.T) {
	folder := t.TempDir()
	sheet, letter, other := filepath.Join(folder, "a.nema"), filepath.Join(folder, "b.nema"), filepath.Join(folder, "c.xlsx")
	if err := WriteSheet(sheet, blank(t)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(letter, []byte("age-encryption.org/v1"), 0o600); err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	if err := f.SaveAs(other); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{sheet: true, letter: false, other: false, written(t, input(t, "peer")): true, filepath.Join(folder, "none.nema"): false} {
		if Is(path) != want {
			t.Errorf("%s: %v", filepath.Base(path), !want)
		}
	}
}

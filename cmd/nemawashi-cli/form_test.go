package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// filled answers a form that export form wrote: every statement with now, 5
// needed, but for the first so many.
func filled(t *testing.T, from string, name string, now, without int) string {
	t.Helper()
	f, err := excelize.OpenFile(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for _, sheet := range []string{"Leadership & Culture", "Process Optimization", "Employee Empowerment", "Technology Integration"} {
		for i := range 5 {
			if n++; n <= without {
				continue
			}
			for _, err := range []error{f.SetCellValue(sheet, fmt.Sprint("H", i+2), now), f.SetCellValue(sheet, fmt.Sprint("I", i+2), 5),
				f.SetCellValue(sheet, fmt.Sprint("J", i+2), name)} {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	out := filepath.Join(t.TempDir(), name+".xlsx")
	if err := f.SaveAs(out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFormsGoOutAndComeBack(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	var made struct{ IDs map[string][]string }
	s.ok(&made, `{"people":[{"id":"#p","name":"Lena Vogt"}],"rounds":[{"id":"#r","title":"Round 1","status":"open"}]}`, "apply", id, "-", "--json")
	round := made.IDs["rounds"][0]
	self, report := filepath.Join(t.TempDir(), "self.xlsx"), filepath.Join(t.TempDir(), "report.xlsx")
	s.ok(nil, "", "export", "form", round, "-o", self, "--about", "lena vogt")
	s.ok(nil, "", "export", "form", round, "-o", report, "--by", "report", "--about", "Lena Vogt", "--unit", "Assembly")

	files := []string{"import", "form", filled(t, self, "lena", 4, 0), filled(t, self, "lena again", 3, 0), filled(t, report, "empty", 1, 20), filled(t, report, "off", 7, 0)}
	for i := range 5 {
		files = append(files, filled(t, report, fmt.Sprint("somebody ", i), 1+i, i))
	}
	files = append(files, files[len(files)-1], "--json")
	var out collected
	s.ok(&out, "", files...)
	reasons := map[string]string{}
	for _, l := range out.Said {
		reasons[l.Name] += l.Reason
	}
	if out.Taken != 6 || len(out.Problems) != 20 || out.Problems[0].Cell != "H2" ||
		!strings.Contains(reasons["lena again.xlsx"], "already") || !strings.Contains(reasons["empty.xlsx"], "no answers") ||
		!strings.Contains(reasons["somebody 4.xlsx"], "16 of 20") || !strings.Contains(reasons["somebody 4.xlsx"], "copy") {
		t.Fatalf("%+v", out)
	}
	// The same files again change nothing.
	if code, _, _ := s.try("", files...); code != 1 {
		t.Errorf("forms that are here already were taken again: exit %d", code)
	}

	s.ok(nil, fmt.Sprintf(`{"rounds":[{"id":%q,"status":"closed"}]}`, round), "apply", id, "-")
	report5, _ := func() (r struct {
		N      int
		Others struct {
			N     int
			Items []struct {
				ID     string
				N      int
				Hidden bool
			}
		}
	}, _ error) {
		s.ok(&r, "", "assess", round, "--json")
		return r, nil
	}()
	if report5.N != 1 || report5.Others.N != 5 || !report5.Others.Items[0].Hidden || report5.Others.Items[19].Hidden {
		t.Errorf("%+v", report5)
	}
	code, _, errs := s.try("", "export", "form", round, "-o", filepath.Join(t.TempDir(), "late.xlsx"))
	if code != 1 || !strings.Contains(errs, "closed") {
		t.Errorf("a form of a closed round: %d %s", code, errs)
	}
	if code, _, _ := s.try("", "export", "form", round); code != 2 {
		t.Errorf("without -o: exit %d", code)
	}
}

//go:build formats

package register

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// openpyxlEdit is what an owner does in another program: sort by another column,
// filter, delete two columns, translate statuses, type dates as text, and add
// three rows.
const openpyxlEdit = `
import sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
ws = wb["Actions"]
head = [c.value for c in ws[1]]
rows = [[c.value for c in r] for r in ws.iter_rows(min_row=2) if any(c.value is not None for c in r)]
col = {h: i for i, h in enumerate(head)}
rows.sort(key=lambda r: r[col["Action"]], reverse=True)
for r in rows:
    n = r[col["No."]]
    if n == "A-002": r[col["Status"]] = "Blockiert"
    if n == "A-003": r[col["Status"]] = "Erledigt"; r[col["Due"]] = "24.12.2026"
    if n == "A-004": r[col["Due"]] = "soon"
    if n == "A-005": r[col["Progress %"]] = 55
gone = sorted([col["Category"], col["Client"] if "Client" in col else col["Source"]], reverse=True)
del ws.tables["Actions"]
ws.delete_rows(1, ws.max_row)
added = [{"Action": "Label bins", "Owner": "S. Okafor", "Due": "27 Nov 2026"}, {"Action": "Paint the floor", "Status": "Offen"}, {"Action": "Ask finance", "Progress %": 10}]
for row in [head] + rows + [[a.get(h) for h in head] for a in added]:
    ws.append([v for i, v in enumerate(row) if i not in gone])
    for c in ws[ws.max_row]:
        if isinstance(c.value, str): c.data_type = "s"
ws.auto_filter.ref = "A1:C9"
wb.save(sys.argv[2])
`

// The plan is exactly what was edited, wherever the rows and columns have gone.
var wantEdited = []string{
	`due: "2026-11-25" -> "2026-12-24"`, `status: "open" -> "done"`, `due: "2026-11-01" ->  (is not a date)`, "progress:  -> 55",
	`title:  -> "Label bins"`, "owner:  -> S. Okafor", `due:  -> "2026-11-27"`, `title:  -> "Paint the floor"`, `status:  -> "open"`, `title:  -> "Ask finance"`, "progress:  -> 10",
}

func editedExactly(t *testing.T, path string) {
	t.Helper()
	c, err := Read(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, line := range rowsOf(c) {
		_, said, _ := strings.Cut(line, " ")
		_, said, _ = strings.Cut(said, " ")
		got = append(got, said)
	}
	want := slices.Clone(wantEdited)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the copy says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestOpenpyxlEditsComeBack(t *testing.T) {
	path := saved(t, input(workshop.Team, plant(t)))
	back := filepath.Join(t.TempDir(), "back.xlsx")
	python(t, openpyxlEdit, path, back)
	editedExactly(t, back)
}

// The same edits, opened and saved by LibreOffice afterwards.
func TestLibreOfficeSavesEditsAsTheyAre(t *testing.T) {
	path := saved(t, input(workshop.Team, plant(t)))
	back := filepath.Join(t.TempDir(), "back.xlsx")
	python(t, openpyxlEdit, path, back)
	editedExactly(t, office(t, back, "xlsx"))
}

// A register that LibreOffice has opened and saved changes nothing.
func TestLibreOfficeBringsBackNothing(t *testing.T) {
	in := input(workshop.Team, plant(t), second(t), many(t, 200))
	c, err := Read(context.Background(), office(t, saved(t, in), "xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	expect(t, c)
	if c.Read < 200 {
		t.Errorf("%d rows", c.Read)
	}
}

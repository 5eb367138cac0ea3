package register

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// A list that somebody made in another language, with lines above its header,
// becomes actions; what cannot be read is a problem, and the same list again
// adds nothing.
func TestListsOfStrangers(t *testing.T) {
	s := plant(t)
	charter := s.View(workshop.Team).Charter
	path := filepath.Join(t.TempDir(), "liste.csv")
	must(t, os.WriteFile(path, []byte("Maßnahmenplan;;;\n;;;\nNr.;Thema;Verantwortlich;Bis wann;Status;Anlage\n1;Halter bauen;Keller, Maria;24.12.2026;in Arbeit;x\n2;Boden streichen;Neue Person;bald;offen;\n"), 0o600))
	look := func(o ListOptions) *List {
		t.Helper()
		l, err := Look(context.Background(), path, o)
		must(t, err)
		return l
	}
	if _, err := ReadList(context.Background(), path, &charter, look(ListOptions{})); err == nil || !strings.Contains(err.Error(), "has no column that says what is to be done") {
		t.Errorf("without a column for what to do: %v", err)
	} else if r := (*workbook.Refused)(nil); !errors.As(err, &r) {
		t.Error(err)
	}
	l := look(ListOptions{Choose: map[string]string{"thema": "title", "F": "detail"}})
	c, err := ReadList(context.Background(), path, &charter, l)
	must(t, err)
	var told []string
	for _, m := range l.Columns {
		told = append(told, m.Column+" "+m.Header+" "+m.Field+" "+strings.Join(m.Samples, "/"))
	}
	if want := []string{"A Nr.  1/2", "B Thema title Halter bauen/Boden streichen", "C Verantwortlich owner Keller, Maria/Neue Person", "D Bis wann due 24.12.2026/bald", "E Status status in Arbeit/offen", "F Anlage detail x"}; !slices.Equal(told, want) {
		t.Errorf("the mapping is %q, want %q", told, want)
	}
	if l.Head != 3 || l.Rows != 2 || len(l.Heads) != 4 || l.Heads[0].Text != "Maßnahmenplan" {
		t.Errorf("%+v", l)
	}
	expect(t, c, `B4  title:  -> "Halter bauen"`, "C4  owner:  -> Keller, Maria", `D4  due:  -> "2026-12-24"`, `E4  status:  -> "started"`, `F4  detail:  -> "x"`,
		`B5  title:  -> "Boden streichen"`, "C5  owner:  -> Neue Person", "D5  due:  ->  (is not a date)", `E5  status:  -> "open"`)
	plan := func() *exchange.Plan {
		var p *exchange.Plan
		s.Read(func(w *workshop.Workshop) { p = exchange.NewPlan(w, c) })
		return p
	}
	// Two are called Maria Keller.
	p := plan()
	if n := p.Counts(); n.Added != 2 || n.Skipped != 2 {
		t.Errorf("%+v", n)
	}
	must(t, s.DoFrom(p.Source(), "list", func(e *workshop.Edit) error { return p.Apply(e, today) }))
	if n := plan().Counts(); n.Added != 0 {
		t.Errorf("the same list again adds %d", n.Added)
	}
}

// What was chosen for a list is proposed for the next one with the same header,
// words of its own too; nothing of what stands below the header is kept.
func TestTheMappingOfAListIsRemembered(t *testing.T) {
	s := plant(t)
	charter := s.View(workshop.Team).Charter
	first, second := filepath.Join(t.TempDir(), "first.csv"), filepath.Join(t.TempDir(), "second.csv")
	must(t, os.WriteFile(first, []byte("Thing,Whose,State\nPaint the floor,Secret Person,Brewing\n"), 0o600))
	must(t, os.WriteFile(second, []byte("Thing,Whose,State\nLabel bins,Somebody,brewing\n"), 0o600))
	l, err := Look(context.Background(), first, ListOptions{Choose: map[string]string{"A": "title", "B": "owner", "C": "status"}})
	must(t, err)
	c, err := ReadList(context.Background(), first, &charter, l)
	must(t, err)
	if got := l.Strange(c); len(got) != 1 || got["status brewing"] != (Word{"Brewing", 1}) {
		t.Errorf("strange words %v", got)
	}
	l.Words = map[string]string{"status brewing": workshop.ActionStarted}
	kept, err := l.Memory()
	must(t, err)
	if strings.Contains(string(kept), "Secret") || strings.Contains(string(kept), "Thing") {
		t.Errorf("what is kept tells of the list: %s", kept)
	}
	again, err := Look(context.Background(), second, ListOptions{Remembered: func(signature string) *Memory {
		if signature != l.Signature() {
			t.Errorf("another signature")
		}
		return Remember(kept)
	}})
	must(t, err)
	c, err = ReadList(context.Background(), second, &charter, again)
	must(t, err)
	expect(t, c, `A2  title:  -> "Label bins"`, "B2  owner:  -> Somebody", `C2  status:  -> "started"`)
	if got := again.Strange(c); got["status brewing"] != (Word{"brewing", 1}) {
		t.Errorf("a remembered word is not shown: %v", got)
	}
	if !again.Known {
		t.Error("it is not said that the mapping was remembered")
	}
	if m := Remember([]byte("{broken")); m != nil {
		t.Errorf("%+v", m)
	}
}

// A list without a header loses no row, and one on the second sheet of a
// workbook is found.
func TestListsWithoutAHeader(t *testing.T) {
	s := plant(t)
	charter := s.View(workshop.Team).Charter
	path := filepath.Join(t.TempDir(), "bare.csv")
	must(t, os.WriteFile(path, []byte("Paint the floor,2026-12-24\nLabel bins,2026-12-25\n"), 0o600))
	l, err := Look(context.Background(), path, ListOptions{Head: NoHead, Choose: map[string]string{"A": "title", "B": "due"}})
	must(t, err)
	if l.Rows != 2 || l.Signature() != "" {
		t.Errorf("%+v", l)
	}
	c, err := ReadList(context.Background(), path, &charter, l)
	must(t, err)
	expect(t, c, `A1  title:  -> "Paint the floor"`, `B1  due:  -> "2026-12-24"`, `A2  title:  -> "Label bins"`, `B2  due:  -> "2026-12-25"`)

	f := excelize.NewFile()
	must(t, f.SetCellValue("Sheet1", "A1", "Notes of the week"))
	_, err = f.NewSheet("Plan")
	must(t, err)
	for cell, v := range map[string]any{"B2": "Task", "C2": "Due", "D2": "Who", "B3": "Paint the floor", "C3": 46380, "D3": "Maria", "B4": "Label bins"} {
		must(t, f.SetCellValue("Plan", cell, v))
	}
	must(t, f.MergeCell("Plan", "D3", "D4"))
	book := filepath.Join(t.TempDir(), "book.xlsx")
	must(t, f.SaveAs(book))
	l, err = Look(context.Background(), book, ListOptions{})
	must(t, err)
	if l.Sheet != "Plan" || l.Head != 2 || !slices.Equal(l.Sheets, []string{"Sheet1", "Plan"}) {
		t.Errorf("%+v", l)
	}
	c, err = ReadList(context.Background(), book, &charter, l)
	must(t, err)
	expect(t, c, `B3  title:  -> "Paint the floor"`, `C3  due:  -> "2026-12-24"`, "D3  owner:  -> Maria", `B4  title:  -> "Label bins"`,
		"D4  owner:  ->  (is merged with the cell beside or above it, so nobody can tell its value)")
}

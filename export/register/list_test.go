package register

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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
	if _, _, err := ReadList(context.Background(), path, &charter, nil); err == nil || !strings.Contains(err.Error(), "has no column that says what is to be done") {
		t.Errorf("without a column for what to do: %v", err)
	} else if r := (*workbook.Refused)(nil); !errors.As(err, &r) {
		t.Error(err)
	}
	c, mapping, err := ReadList(context.Background(), path, &charter, map[string]string{"thema": "title", "F": "detail"})
	must(t, err)
	var told []string
	for _, m := range mapping {
		told = append(told, m.Column+" "+m.Header+" "+m.Field)
	}
	if want := []string{"A Nr. ", "B Thema title", "C Verantwortlich owner", "D Bis wann due", "E Status status", "F Anlage detail"}; !slices.Equal(told, want) {
		t.Errorf("the mapping is %q, want %q", told, want)
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

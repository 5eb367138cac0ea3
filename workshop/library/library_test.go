package library

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"nemawashi.app/workshop"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, path string) *Library {
	t.Helper()
	l, err := Open(path, Options{Author: "facilitator"})
	must(t, err)
	t.Cleanup(func() { l.Close() })
	return l
}

// picture is everything that readers of a workshop can see, as text.
func picture(t testing.TB, l *Library, id workshop.ID) string {
	t.Helper()
	s, err := l.Session(id)
	must(t, err)
	all := map[workshop.Kind][]workshop.Record{}
	s.Read(func(w *workshop.Workshop) {
		for _, k := range workshop.Kinds {
			if list := w.Records(k); len(list) > 0 {
				all[k] = list
			}
		}
	})
	b, err := json.MarshalIndent(all, "", " ")
	must(t, err)
	return string(b)
}

func TestWhatWasDoneIsThereAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.nemawashi")
	l := open(t, path)
	id, err := l.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line changeover", WorkshopKind: "kaizen", Client: "Waldner"})
		p := e.Add(&workshop.Person{Name: "Lena Vogt"})
		e.Add(&workshop.Action{Title: "Shadow board for 現場改善活動", Owner: p, Due: "2020-01-01"})
		return nil
	})
	must(t, err)
	want := picture(t, l, id)
	list, err := l.Workshops()
	must(t, err)
	if len(list) != 1 || list[0].Title != "Pump line changeover" || list[0].Overdue != 1 || list[0].ActionsOpen != 1 {
		t.Errorf("Home shows %+v", list)
	}
	hits, err := l.Search("改善", 10)
	must(t, err)
	if len(hits) != 1 || hits[0].Title != "A-001 Shadow board for 現場改善活動" {
		t.Errorf("found %+v", hits)
	}
	actions, err := l.Actions(Filter{Overdue: true, Owner: "vogt"})
	must(t, err)
	if len(actions) != 1 || actions[0].OwnerName != "Lena Vogt" {
		t.Errorf("actions %+v", actions)
	}
	must(t, l.Close())

	l = open(t, path)
	if got := picture(t, l, id); got != want {
		t.Errorf("after opening again\n%s\nwant\n%s", got, want)
	}
}

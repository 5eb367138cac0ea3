package held

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

type bench struct {
	*Desk
	t      *testing.T
	lib    *library.Library
	id     workshop.ID
	other  workshop.ID
	folder string
	window fyne.Window
	done   int
}

func newBench(t *testing.T) *bench {
	t.Helper()
	t.Cleanup(run.Inline())
	dir := t.TempDir()
	lib, err := library.Open(filepath.Join(dir, "l.nemawashi"), library.Options{AnyPlace: true})
	must(t, err)
	t.Cleanup(func() { must(t, lib.Close()) })
	b := &bench{t: t, lib: lib, folder: t.TempDir(), window: snap.Window(snap.Look{Width: 1280, Height: 800})}
	t.Cleanup(b.window.Close)
	begin := func(title string) workshop.ID {
		id, err := lib.Create(func(e *workshop.Edit) error {
			e.Add(&workshop.Charter{Title: title})
			p := e.Add(&workshop.Person{Name: "Quirina Zweifel"})
			e.Add(&workshop.Person{Name: "Ines Moreau", Team: true})
			minus := -1
			e.Add(&workshop.Stakeholder{Person: p, SupportNow: &minus, Influence: 3, Evidence: "Left early"})
			e.Add(&workshop.Action{Title: "Call back", Owner: p, Status: "open"})
			return nil
		})
		must(t, err)
		return id
	}
	b.id, b.other = begin("Line 3"), begin("Line 4")
	b.Desk = &Desk{Keeper: lib, Shell: shell.New(shell.Config{Window: b.window, AppName: "Nemawashi"}), Now: func() time.Time { return time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC) },
		Folder: func() string { return b.folder }, Done: func() { b.done++ }}
	return b
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (b *bench) who() Somebody {
	return Somebody{Name: "Quirina Zweifel", Called: "Cedar", In: b.id, Title: "Line 3", Others: []string{"Ines Moreau"}, Labels: []string{"Alder"}}
}

// press runs a button of the open dialog by its label, wherever it stands.
func (b *bench) press(label string) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.window.Canvas().Overlays().Top()) {
		if button, ok := o.(*widgets.Button); ok && button.Text == label && button.Visible() {
			button.Tapped(nil)
			return
		}
	}
	b.t.Fatalf("no button %q", label)
}

// TestGiveWritesBoth writes both kinds, under names that hold nobody's.
func TestGiveWritesBoth(t *testing.T) {
	b := newBench(t)
	for _, label := range []string{"Write PDF", "Write JSON", "Write PDF"} {
		b.Give(b.who())
		b.press(label)
	}
	files, err := os.ReadDir(b.folder)
	must(t, err)
	if len(files) != 3 {
		t.Fatalf("%d files, want 3: an earlier one is not replaced", len(files))
	}
	for _, f := range files {
		if strings.Contains(f.Name(), "Quirina") || strings.Contains(f.Name(), "Cedar") {
			t.Errorf("the file is named %q", f.Name())
		}
		data, err := os.ReadFile(filepath.Join(b.folder, f.Name()))
		must(t, err)
		if strings.HasSuffix(f.Name(), ".json") && (bytes.Count(data, []byte("Left early")) != 2 || !bytes.Contains(data, []byte("Line 4"))) {
			t.Errorf("the extract is not of both workshops: %s", data)
		}
	}
	b.folder = filepath.Join(b.folder, "missing")
	b.Give(b.who())
	b.press("Write PDF")
	if said := snap.Words(b.window); !strings.Contains(said, "was not written") {
		t.Errorf("a folder that is not there: %s", said)
	}
}

// TestEraseSaysWhatGoes asks first, keeps to one workshop when told so, hands on, and says which backups are left.
func TestEraseSaysWhatGoes(t *testing.T) {
	b := newBench(t)
	_, err := b.lib.DailyBackup()
	must(t, err)
	b.Erase(b.who())
	said := snap.Words(b.window)
	for _, want := range []string{"Erase Cedar for good?", "1 entry of the resistance map", "Line 3", "Line 4", "cannot be undone", "daily-", "1 place that names nobody"} {
		if !strings.Contains(said, want) {
			t.Errorf("the question does not say %q: %s", want, said)
		}
	}
	if strings.Contains(said, "Quirina") {
		t.Error("the question tells the name that is hidden")
	}
	b.press("Cancel")
	if b.done != 0 || b.owners(b.id) != 1 {
		t.Fatal("cancelled, and yet something went")
	}
	b.Erase(b.who())
	b.check("Only in Line 3")
	if said := snap.Words(b.window); strings.Contains(said, "Line 4") {
		t.Errorf("only one workshop is meant, and yet the other is listed: %s", said)
	}
	b.choose(1)
	b.press("Erase")
	if b.done != 1 || b.owners(b.id) != 1 || b.people(b.id) != 1 || b.people(b.other) != 2 {
		t.Errorf("after the erase here: done %d, owners %d, people %d and %d", b.done, b.owners(b.id), b.people(b.id), b.people(b.other))
	}
	b.Erase(b.who())
	b.press("Erase")
	if b.people(b.other) != 1 || b.owners(b.other) != 0 {
		t.Error("nothing went in the other workshop")
	}
	if said := snap.Words(b.window); !strings.Contains(said, "earlier backup") {
		t.Errorf("it is not said that a backup holds the person: %s", said)
	}
	b.Erase(b.who())
	if said := snap.Words(b.window); !strings.Contains(said, "Nobody was erased") {
		t.Errorf("erasing nobody: %s", said)
	}
}

func (b *bench) check(label string) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.window.Canvas().Overlays().Top()) {
		if c, ok := o.(*widgets.Check); ok && c.Text == label {
			c.Tapped(nil)
			return
		}
	}
	b.t.Fatalf("no check %q", label)
}

func (b *bench) choose(i int) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.window.Canvas().Overlays().Top()) {
		if c, ok := o.(*widgets.Select); ok {
			c.OnChanged(i)
			return
		}
	}
	b.t.Fatal("no select")
}

func (b *bench) people(id workshop.ID) (n int) {
	s, err := b.lib.Session(id)
	must(b.t, err)
	s.Read(func(w *workshop.Workshop) { n = len(workshop.All[workshop.Person](w)) })
	return n
}

// owners counts actions that somebody owns who is there.
func (b *bench) owners(id workshop.ID) (n int) {
	s, err := b.lib.Session(id)
	must(b.t, err)
	s.Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			if workshop.Find[workshop.Person](w, a.Owner) != nil {
				n++
			}
		}
	})
	return n
}

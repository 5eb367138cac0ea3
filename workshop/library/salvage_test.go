package library

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// wrecked makes a library of some size and returns its file's bytes.
func wrecked(t *testing.T) (whole []byte, id workshop.ID, want string, records int) {
	t.Helper()
	path := placeFor(t)
	l, err := Open(path, Options{Author: "facilitator"})
	must(t, err)
	id = sample(t, l)
	must(t, l.Synth(3, 600))
	b := make([]byte, 50_000)
	rand.NewChaCha8([32]byte{}).Read(b)
	sum, err := l.PutBlob(b)
	must(t, err)
	s, err := l.Session(id)
	must(t, err)
	must(t, s.Do("photo", func(e *workshop.Edit) error { e.Add(&workshop.Photo{Blob: sum}); return nil }))
	must(t, l.KeepTemplate(workshop.TemplateDoc{ID: "ours", Version: 1, Own: true, Doc: []byte(`{"title":"x"}`)}))
	want = picture(t, l, id)
	n, err := l.Workshops()
	must(t, err)
	for _, w := range n {
		s, err := l.Session(w.ID)
		must(t, err)
		s.Read(func(w *workshop.Workshop) { records += w.Len() })
	}
	must(t, l.Close())
	whole, err = os.ReadFile(path)
	must(t, err)
	return whole, id, want, records
}

// Whatever happened to the header, everything else comes back with its history.
func TestSalvageWithoutAHeader(t *testing.T) {
	whole, id, want, records := wrecked(t)
	clear(whole[:pageSize])
	from, to := placeFor(t), placeFor(t)
	must(t, os.WriteFile(from, whole, 0o600))
	before := hashFile(t, from)
	got, err := Salvage(from, to, Options{})
	must(t, err)
	if got.Workshops != 4 || got.Records != records || got.Pictures != 1 || got.BadPages != 1 || got.Left != 0 {
		t.Errorf("salvaged %+v of %d records", got, records)
	}
	if hashFile(t, from) != before {
		t.Error("the damaged file was changed")
	}
	l := open(t, to)
	clean(t, l)
	if now := picture(t, l, id); now != want {
		t.Errorf("it reads\n%s\nwant\n%s", now, want)
	}
	kept, err := l.Templates()
	if err != nil || len(kept) != 1 {
		t.Errorf("templates %v %v", kept, err)
	}
	add(t, l, id, "Works on")
	if entries, _ := os.ReadDir(filepath.Dir(to)); len(entries) > 4 { // with log, shared memory and lock
		t.Errorf("it left %v", entries)
	}
	if _, err := Salvage(from, to, Options{}); !errors.Is(err, &Error{Code: Exists}) {
		t.Errorf("onto a library it gives %v", err)
	}
}

// Of a library with holes in it comes back what the holes left, in a library
// that agrees with itself.
func TestSalvageWithHoles(t *testing.T) {
	whole, _, _, records := wrecked(t)
	r := rand.New(rand.NewPCG(7, 7))
	pages := len(whole) / pageSize
	for range 12 {
		b := append([]byte{}, whole...)
		holes := 1 + r.IntN(pages/5)
		for range holes {
			b[r.IntN(pages)*pageSize+r.IntN(pageSize)] ^= 0x55
		}
		if r.IntN(2) == 0 {
			b = b[:len(b)*3/4]
		}
		from, to := placeFor(t), placeFor(t)
		must(t, os.WriteFile(from, b, 0o600))
		got, err := Salvage(from, to, Options{})
		must(t, err)
		if got.Records < records/4 || got.Workshops < 1 {
			t.Errorf("%d holes in %d pages: salvaged %+v of %d records", holes, pages, got, records)
		}
		l := open(t, to)
		problems, err := l.Check()
		must(t, err)
		for _, p := range problems {
			if !strings.Contains(p.What, "The picture is not there") { // its bytes may be what is lost
				t.Errorf("%s: %s", p.Where, p.What)
			}
		}
		must(t, l.Close())
	}
}

// The log counts: what is only in it comes back too, and what was blanked there
// does not.
func TestSalvageWithTheLog(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	add(t, l, id, "Only in the log")
	must(t, l.Flush())
	want := picture(t, l, id)
	from, err := snapshot(path, t.TempDir())
	must(t, err)
	b, err := os.ReadFile(from)
	must(t, err)
	clear(b)
	must(t, os.WriteFile(from, b, 0o600))
	to := placeFor(t)
	_, err = Salvage(from, to, Options{})
	must(t, err)
	s := open(t, to)
	clean(t, s)
	if got := picture(t, s, id); got != want {
		t.Errorf("it reads\n%s\nwant\n%s", got, want)
	}
}

func TestNothingToSalvage(t *testing.T) {
	folder := t.TempDir()
	letter := filepath.Join(folder, "letter")
	must(t, os.WriteFile(letter, make([]byte, 10_000), 0o600))
	to := filepath.Join(folder, "new.nemawashi")
	for from, code := range map[string]Code{letter: Damaged, filepath.Join(folder, "gone"): NotFound} {
		_, err := Salvage(from, to, Options{})
		if !errors.Is(err, &Error{Code: code}) {
			t.Errorf("%s gives %v", from, err)
			continue
		}
		sentence(t, err.Error())
	}
	if found, _ := exists(to); found {
		t.Error("a library was made of nothing")
	}
}

func FuzzWreck(f *testing.F) {
	f.Add([]byte{3, 1, 15, 7, 'x'})
	f.Fuzz(func(t *testing.T, b []byte) { decodeRow(b) })
}

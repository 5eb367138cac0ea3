package library

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// cutName has all that a URI could misread.
const cutName = "Meine Bibliothek #1 50% & mehr?.nemawashi"

// claim is what the writer has said to its user: that the workshop has Begun, that
// the steps up to Saved are on the disk, that those up to Tried are under way, that the backup named Kept
// holds all steps up to Holds.
type claim struct {
	Begun        bool
	Saved, Tried int
	Kept         string
	Holds        int
}

// check says what is wrong with the library at path, held against the claim.
func (c claim) check(path string) error {
	if there, err := exists(path); err != nil || !there {
		if !c.Begun {
			return err
		}
		return errors.Join(errors.New("the library is not there"), err)
	}
	if err := holds(path, c.Saved, c.Tried, c.Begun, true); err != nil {
		return err
	}
	if c.Kept == "" {
		return nil
	}
	if err := holds(filepath.Join(BackupsOf(path), c.Kept), c.Holds, c.Holds, true, false); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}

// holds says what is wrong with a library that must hold all steps up to saved,
// none after tried, each once, in order and whole.
func holds(path string, saved, tried int, promised, on bool) (err error) {
	l, err := Open(path, Options{Author: "judge"})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	if l.ReadOnly() {
		return errors.New(l.Notice())
	}
	problems, err := l.Check()
	if err != nil || len(problems) > 0 {
		return errors.Join(fmt.Errorf("check: %v", problems), err)
	}
	all, err := l.Workshops()
	if err != nil {
		return err
	}
	if len(all) == 0 && !promised {
		return nil
	}
	if len(all) != 1 {
		return fmt.Errorf("%d workshops", len(all))
	}
	w, err := l.Session(all[0].ID)
	if err != nil {
		return err
	}
	w.Read(func(shop *workshop.Workshop) { err = wholeSteps(shop, saved, tried) })
	if err != nil || !on {
		return err
	}
	if err := w.Do("go on", func(e *workshop.Edit) error { e.Add(&workshop.Action{Title: "Went on"}); return nil }); err != nil {
		return err
	}
	if err := l.Flush(); err != nil {
		return err
	}
	if hits, err := l.Search("Went", 1); err != nil || len(hits) != 1 {
		return fmt.Errorf("what is written after the cut is not found: %v %w", hits, err)
	}
	return nil
}

func wholeSteps(w *workshop.Workshop, saved, tried int) error {
	actions := workshop.All[workshop.Action](w)
	n := len(actions)
	if n < saved || n > tried {
		return fmt.Errorf("%d steps are there; %d were saved, %d begun", n, saved, tried)
	}
	for i, a := range actions {
		if want := fmt.Sprintf("Step %06d", i+1); a.Title != want || a.Number != i+1 {
			return fmt.Errorf("in the place of %s is %s, number %d", want, a.Title, a.Number)
		}
	}
	notes, cards, photos := workshop.All[workshop.Goal](w), workshop.All[workshop.Card](w), workshop.All[workshop.Photo](w)
	if len(notes) != 1 || notes[0].Title != fmt.Sprint("Note ", n) {
		return fmt.Errorf("%d steps with the note %+v", n, notes)
	}
	if n > 0 && (len(cards) != 1 || cards[0].Text("text") != fmt.Sprint("Card ", n)) {
		return fmt.Errorf("%d steps with the cards %+v", n, cards)
	}
	if len(photos) != n/10 {
		return fmt.Errorf("%d steps with %d pictures", n, len(photos))
	}
	return nil
}

// keptDisk is what a disk held when something had gone wrong with it: a zip file
// in testdata/disks, with the library somewhere in it, and this as its comment.
type keptDisk struct {
	Why    string `json:"why"`
	Expect string `json:"expect"`
	Claim  claim  `json:"claim"`
}

// What is expected of such a disk.
const (
	claimHolds = "holds"   // all that was claimed is there
	opens      = "opens"   // the writer was to blame: what is left is sound and can be worked on
	isRefused  = "refused" // it is damaged, and left as it is
)

// keepDisk packs a folder as such a file, and says where it is and what to do.
func keepDisk(folder string, k keptDisk) string {
	comment, err := json.Marshal(k)
	if err != nil {
		return " (the disk could not be kept: " + err.Error() + ")"
	}
	f, err := os.CreateTemp("", "disk-*.zip")
	if err != nil {
		return " (the disk could not be kept: " + err.Error() + ")"
	}
	z := zip.NewWriter(f)
	if err := errors.Join(z.SetComment(string(comment)), z.AddFS(os.DirFS(folder)), z.Close(), f.Close()); err != nil {
		return " (the disk could not be kept: " + err.Error() + ")"
	}
	return fmt.Sprintf(" (the disk is kept in %s: move it to testdata/disks, under a name that says what was wrong, and TestKeptDisks looks at it in every run)", f.Name())
}

// unpackDisk puts a kept disk into a folder and finds the library in it.
func unpackDisk(t *testing.T, name, folder string) (path string, k keptDisk) {
	t.Helper()
	z, err := zip.OpenReader(name)
	must(t, err)
	defer z.Close()
	must(t, json.Unmarshal([]byte(z.Comment), &k))
	for _, f := range z.File {
		at := filepath.Join(folder, filepath.FromSlash(f.Name))
		if strings.HasSuffix(f.Name, "/") {
			must(t, os.MkdirAll(at, 0o700))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(at), 0o700))
		in, err := f.Open()
		must(t, err)
		b, err := io.ReadAll(in)
		must(t, errors.Join(err, in.Close(), os.WriteFile(at, b, 0o600)))
	}
	must(t, filepath.WalkDir(folder, func(at string, e fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(at) == extension && !strings.HasSuffix(filepath.Dir(at), "-backups") {
			path = at
		}
		return err
	}))
	if path == "" || k.Why == "" {
		t.Fatalf("%s holds no library, or does not say why it is kept", name)
	}
	return path, k
}

// TestKeptDisks looks at every disk with which something was wrong once.
func TestKeptDisks(t *testing.T) {
	all, err := filepath.Glob(filepath.Join("testdata", "disks", "*.zip"))
	must(t, err)
	if len(all) < 9 {
		t.Fatalf("%d disks are kept; there were 9", len(all))
	}
	for _, name := range all {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".zip"), func(t *testing.T) {
			path, k := unpackDisk(t, name, t.TempDir())
			t.Log(k.Why)
			switch k.Expect {
			case claimHolds:
				if err := k.Claim.check(path); err != nil {
					t.Error(err)
				}
			case opens:
				l := open(t, path)
				if l.ReadOnly() {
					t.Errorf("it is open for reading only: %s", l.Notice())
				}
				clean(t, l)
				add(t, l, sample(t, l), "work goes on")
				if made, err := l.DailyBackup(); err != nil || !made {
					t.Errorf("a backup was made: %v, %v", made, err)
				}
			case isRefused:
				refused(t, path, Options{}, Damaged)
				refused(t, path, Options{}, Damaged)
			default:
				t.Errorf("nobody knows what %q expects", k.Expect)
			}
		})
	}
}

// What a failing test packs is what this one looks at.
func TestDiskIsKept(t *testing.T) {
	path, _ := closed(t)
	want := hashFile(t, path)
	said := keepDisk(filepath.Dir(path), keptDisk{Why: "a test", Expect: opens, Claim: claim{Begun: true, Saved: 3}})
	_, rest, _ := strings.Cut(said, "kept in ")
	name, _, ok := strings.Cut(rest, ".zip")
	if !ok {
		t.Fatal(said)
	}
	defer os.Remove(name + ".zip")
	got, k := unpackDisk(t, name+".zip", t.TempDir())
	if hashFile(t, got) != want || k.Expect != opens || k.Claim.Saved != 3 {
		t.Errorf("it holds %+v", k)
	}
}

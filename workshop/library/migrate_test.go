package library

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// fixture is a library of an earlier version as it was written then: the
// closed library of the other tests, compressed by gzip. A version's fixture is
// made when the version lands, and never again.
func fixture(t *testing.T, name string) string {
	t.Helper()
	in, err := os.Open(filepath.Join("testdata", name))
	must(t, err)
	defer in.Close()
	z, err := gzip.NewReader(in)
	must(t, err)
	path := placeFor(t)
	out, err := os.Create(path)
	must(t, err)
	_, err = io.Copy(out, z)
	must(t, err)
	must(t, out.Close())
	return path
}

func TestLibraryOfVersion1(t *testing.T) { opensAndWorks(t, "version-1.nemawashi.gz") }

func TestLibraryOfVersion2(t *testing.T) {
	l := opensAndWorks(t, "version-2.nemawashi.gz")
	kept, err := l.Templates()
	must(t, err)
	drafts, err := l.Drafts()
	must(t, err)
	if len(kept) != 1 || kept[0].ID != "ours" || string(kept[0].Doc) != `{"title":"現場"}` || string(drafts["ours"]) != `{}` {
		t.Errorf("templates %+v, drafts %v", kept, drafts)
	}
}

func opensAndWorks(t *testing.T, name string) *Library {
	t.Helper()
	l := open(t, fixture(t, name))
	list, err := l.Workshops()
	must(t, err)
	if len(list) != 1 || list[0].Title != "Pump line changeover" || list[0].Actions != 1 {
		t.Fatalf("Home shows %+v", list)
	}
	if got := picture(t, l, list[0].ID); !strings.Contains(got, "Shadow board for 現場改善活動") {
		t.Errorf("it reads\n%s", got)
	}
	add(t, l, list[0].ID, "written today")
	clean(t, l)
	c, err := connect(l.path, reading, "")
	must(t, err)
	v, err := c.integer("PRAGMA user_version")
	must(t, errors.Join(err, c.close()))
	if v != version {
		t.Errorf("after opening it is of version %d", v)
	}
	return l
}

func TestMigration(t *testing.T) {
	path := fixture(t, "version-1.nemawashi.gz")
	c, err := connect(path, writing, "")
	must(t, err)
	defer c.close()
	steps := []migration{
		func(c *conn) error { return c.Exec("CREATE TABLE two(a)") },
		func(c *conn) error {
			return errors.Join(c.Exec("CREATE TABLE three(a)"), errors.New("no room"))
		},
	}
	if err := step(c, steps, 1); err == nil || !strings.Contains(err.Error(), "version 3") {
		t.Errorf("a step that failed gives %v", err)
	}
	at := func() int64 {
		v, err := c.integer("PRAGMA user_version")
		must(t, err)
		return v
	}
	if at() != 2 {
		t.Errorf("the version is %d after one of two steps", at())
	}
	for table, want := range map[string]int64{"two": 1, "three": 0} {
		if n, err := c.integer("SELECT count(*) FROM sqlite_schema WHERE name=?", table); err != nil || n != want {
			t.Errorf("table %s: %d %v", table, n, err)
		}
	}
	steps[1] = func(c *conn) error { return c.Exec("CREATE TABLE three(a)") }
	must(t, step(c, steps, int(at())))
	if at() != 3 {
		t.Errorf("the version is %d after all steps", at())
	}
	must(t, step(c, steps, 3))
}

// Before a library is brought up to date it is backed up; one that cannot be
// written is left as it is.
func TestBackupBeforeMigration(t *testing.T) {
	path := fixture(t, "version-1.nemawashi.gz")
	if _, err := Open(path, Options{ReadOnly: true}); !errors.Is(err, &Error{Code: ReadOnly}) {
		t.Errorf("for reading only it gives %v", err)
	}
	l := open(t, path)
	entries, err := os.ReadDir(l.BackupFolder())
	must(t, err)
	if len(entries) != 1 || !strings.HasPrefix(entries[0].Name(), "before-version-1-") {
		t.Fatalf("backups: %v", entries)
	}
	b := open(t, filepath.Join(l.BackupFolder(), entries[0].Name()))
	list, err := b.Workshops()
	must(t, err)
	if len(list) != 1 || list[0].Status != "" || list[0].ID == workshop.ID("") {
		t.Errorf("the backup shows %+v", list)
	}
}

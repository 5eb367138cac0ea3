package library

import (
	"compress/gzip"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// fixture is a library of an earlier version as it was written then, compressed
// by gzip: the closed library of the other tests, or one that the command line
// of an early build made. A version's fixture is made when the version lands,
// and never again.
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

// everything is what a library holds that cannot be made again: its log, its
// records, its pictures, and what is kept of templates.
func everything(t *testing.T, path string) map[string]string {
	t.Helper()
	out := map[string]string{}
	tables := map[string]string{
		"changes": `SELECT json_array(device, seq, workshop, record, kind, field, value, parents, stamp, author, verb) FROM change ORDER BY device, seq`,
		"records": `SELECT json_array(workshop, id, kind, alive, doc) FROM record ORDER BY workshop, id`,
		"blobs":   `SELECT sha256 || hex(bytes) FROM blob ORDER BY sha256`,
	}
	if lines(t, path, "PRAGMA user_version")[0] != "1" {
		tables["templates"] = `SELECT json_array(id, version, own, hidden, doc) FROM template ORDER BY id, version`
		tables["drafts"] = `SELECT json_array(id, doc) FROM draft ORDER BY id`
	}
	for name, sql := range tables {
		if all := lines(t, path, sql); len(all) > 0 {
			out[name] = strings.Join(all, "\n")
		}
	}
	return out
}

// Whatever build wrote it: a library opens with all that was in it, after a
// backup that holds the same, and work goes on.
func TestLibrariesOfAllVersions(t *testing.T) {
	all, err := filepath.Glob(filepath.Join("testdata", "version-*.nemawashi.gz"))
	must(t, err)
	if len(all) < 4 {
		t.Fatalf("%d libraries of earlier versions are kept; there were 4", len(all))
	}
	for _, name := range all {
		t.Run(filepath.Base(name), func(t *testing.T) {
			path := fixture(t, filepath.Base(name))
			before := everything(t, path)
			was := lines(t, path, "PRAGMA user_version")[0]
			l := open(t, path)
			if l.ReadOnly() {
				t.Fatal(l.Notice())
			}
			if after := everything(t, path); !maps.Equal(before, after) || len(before["changes"]) == 0 {
				t.Errorf("it held\n%v\nand holds\n%v", before, after)
			}
			clean(t, l)
			home, err := l.Workshops()
			must(t, err)
			if len(home) == 0 || home[0].Title == "" {
				t.Errorf("Home shows %+v", home)
			}
			add(t, l, home[0].ID, "written today")
			must(t, l.Flush())
			if hits, err := l.Search("written today", 1); err != nil || len(hits) != 1 {
				t.Errorf("what is written today is found as %v %v", hits, err)
			}
			clean(t, l)

			backups, err := filepath.Glob(filepath.Join(l.BackupFolder(), "before-version-"+was+"-*"+extension))
			must(t, err)
			if len(backups) != 1 {
				t.Fatalf("%d backups were made before", len(backups))
			}
			if kept := everything(t, backups[0]); !maps.Equal(before, kept) || lines(t, backups[0], "PRAGMA user_version")[0] != was {
				t.Errorf("the backup holds\n%v", kept)
			}
			must(t, l.Close())
			l = open(t, path) // once is enough
			if again, err := filepath.Glob(filepath.Join(l.BackupFolder(), "*"+extension)); err != nil || len(again) != 1 {
				t.Errorf("after the second opening there are the backups %v, %v", again, err)
			}
		})
	}
}

// narrowed is a library of the first build that a later one brought to version
// 2, without the column that had come meanwhile.
func narrowed(t *testing.T) string {
	t.Helper()
	path := fixture(t, "version-1-first-build.nemawashi.gz")
	c, err := connect(path, writing, "")
	must(t, err)
	must(t, errors.Join(step(c, migrations, 1), c.close()))
	return path
}

func TestFirstBuildBroughtToVersion2(t *testing.T) {
	path := narrowed(t)
	if _, err := Open(path, Options{ReadOnly: true}); !errors.Is(err, &Error{Code: ReadOnly}) {
		t.Errorf("for reading only it gives %v", err)
	}
	l := open(t, path)
	if list, err := l.Workshops(); err != nil || len(list) != 3 {
		t.Errorf("Home shows %v %v", list, err)
	}
	clean(t, l)
}

// For reading only, a library stays as an earlier build left it, and that alone
// is nothing that a check complains of.
func TestEarlierBuildForReading(t *testing.T) {
	path := fixture(t, "version-2-worked-on.nemawashi.gz")
	before := hashFile(t, path)
	l, err := Open(path, Options{ReadOnly: true})
	must(t, err)
	clean(t, l)
	must(t, l.Close())
	if hashFile(t, path) != before {
		t.Error("reading has changed it")
	}
}

// What is made of the records is made anew; the records and the log are not
// touched, least of all where they disagree.
func TestRemake(t *testing.T) {
	path := fixture(t, "version-2-worked-on.nemawashi.gz")
	c, err := connect(path, writing, "")
	must(t, err)
	for _, sql := range []string{
		`UPDATE item SET title='other' WHERE kind='action'`,
		`DELETE FROM item WHERE kind='person'`,
		`UPDATE search SET body='other' WHERE kind='action'`,
		`DELETE FROM summary`,
		`UPDATE record SET heads='{}' WHERE kind='stakeholder'`,
		`UPDATE record SET doc=replace(doc, 'trolley', 'forklift') WHERE kind='action'`,
		`DELETE FROM change WHERE kind='goal'`,
	} {
		must(t, c.Exec(sql))
	}
	must(t, c.close())
	before := everything(t, path)
	l := open(t, path)
	if after := everything(t, path); !maps.Equal(before, after) {
		t.Errorf("it held\n%v\nand holds\n%v", before, after)
	}
	problems, err := l.Check()
	must(t, err)
	for _, p := range problems {
		if !strings.Contains(p.Where, "goal") && !strings.Contains(p.Where, "device") && !strings.Contains(p.What, "The record differs from") {
			t.Errorf("%s: %s", p.Where, p.What)
		}
	}
	if len(problems) < 3 {
		t.Errorf("what disagreed does not: %v", problems)
	}
	if hits, err := l.Search("forklift", 1); err != nil || len(hits) != 1 {
		t.Errorf("what the record says is found as %v %v", hits, err)
	}
}

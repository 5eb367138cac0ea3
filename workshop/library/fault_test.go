package library

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// refused opens path and wants an Error with the code, in under a second, in
// words for a user, and the file as it was.
func refused(t *testing.T, path string, o Options, code Code) {
	t.Helper()
	before, _ := os.ReadFile(path)
	start := time.Now()
	l, err := Open(path, o)
	if took := time.Since(start); took > time.Second {
		t.Errorf("the answer took %v", took)
	}
	if err == nil {
		l.Close()
		t.Fatalf("it was opened, wanted %q", code)
	}
	var e *Error
	if !errors.As(err, &e) || e.Code != code {
		t.Fatalf("got %v, want %q", err, code)
	}
	sentence(t, e.Error())
	after, _ := os.ReadFile(path)
	if !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

// sentence wants what happened, what was kept and what to do, in plain words.
func sentence(t *testing.T, s string) {
	t.Helper()
	kept := strings.Contains(s, "left as it was") || strings.Contains(s, "othing was changed") || strings.Contains(s, "left as it is") ||
		strings.Contains(s, "othing that was saved is lost") || strings.Contains(s, "is as it was")
	if !kept || !strings.HasSuffix(s, ".") || strings.Contains(s, "sqlite") || strings.Contains(s, "%!") {
		t.Errorf("not a sentence for a user: %s", s)
	}
}

func TestWhatIsNotALibraryIsLeftAlone(t *testing.T) {
	folder := t.TempDir()
	file := func(name string, b []byte) string {
		path := filepath.Join(folder, name)
		must(t, os.WriteFile(path, b, 0o600))
		return path
	}
	good, _ := closed(t)
	whole, err := os.ReadFile(good)
	must(t, err)
	changed := func(f func(b []byte)) []byte {
		b := bytes.Clone(whole)
		f(b)
		return b
	}
	foreign := filepath.Join(folder, "foreign.db")
	c, err := sqlite3.Open(foreign)
	must(t, err)
	must(t, c.Exec("CREATE TABLE t(a)"))
	must(t, c.Close())

	cases := map[string]struct {
		path string
		code Code
	}{
		"a text":                {file("letter.txt", []byte(strings.Repeat("Dear Lena, ", 50))), NotALibrary},
		"a short text":          {file("note.txt", []byte("hello")), NotALibrary},
		"another database":      {foreign, NotALibrary},
		"a folder":              {folder, NotALibrary},
		"nothing in it":         {file("empty", nil), Damaged},
		"header zeroed":         {file("zero", changed(func(b []byte) { clear(b[:100]) })), Damaged},
		"first page zeroed":     {file("zero1", changed(func(b []byte) { clear(b[:pageSize]) })), Damaged},
		"magic changed":         {file("magic", changed(func(b []byte) { b[3] ^= 1 })), Damaged},
		"mark changed":          {file("mark", changed(func(b []byte) { b[70] ^= 1 })), Damaged},
		"checksums switched of": {file("reserve", changed(func(b []byte) { b[20] = 0 })), Damaged},
		"a piece of the header": {file("piece", whole[:60]), Damaged},
		"one page":              {file("page", whole[:pageSize]), Damaged},
		"half":                  {file("half", whole[:len(whole)/2]), Damaged},
		"one byte short":        {file("byte", whole[:len(whole)-1]), Damaged},
		"no version":            {file("version", changed(func(b []byte) { clear(b[60:64]) })), Damaged},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			refused(t, c.path, Options{}, c.code)
			refused(t, c.path, Options{ReadOnly: true}, c.code)
		})
	}
}

// Nothing is put beside a file that is somebody else's.
func TestNoLockBesideWhatIsNoLibrary(t *testing.T) {
	path := placeFor(t)
	must(t, os.WriteFile(path, []byte("Dear Lena"), 0o600))
	refused(t, path, Options{}, NotALibrary)
	if found, err := exists(path + ".lock"); err != nil || found {
		t.Errorf("there is a lock beside a letter, %v", err)
	}
}

// SQLite would bring back from another program's journal what never was here.
func TestJournalOfAnotherProgram(t *testing.T) {
	path, id := closed(t)
	must(t, os.WriteFile(path+"-journal", bytes.Repeat([]byte("journal"), 900), 0o600))
	for _, o := range []Options{{}, {ReadOnly: true}} {
		refused(t, path, o, Failed)
	}
	must(t, os.Remove(path+"-journal"))
	l := open(t, path)
	add(t, l, id, "work goes on")
	clean(t, l)
}

func TestEveryTruncationIsSeen(t *testing.T) {
	good, _ := closed(t)
	whole, err := os.ReadFile(good)
	must(t, err)
	r := rand.New(rand.NewPCG(1, 2))
	path := placeFor(t)
	for range 200 {
		n := r.IntN(len(whole))
		must(t, os.WriteFile(path, whole[:n], 0o600))
		l, err := Open(path, Options{})
		if err == nil {
			l.Close()
			t.Errorf("cut off after %d of %d bytes, and nobody noticed", n, len(whole))
		}
		must(t, os.Remove(path))
	}
}

// Of single flipped bits a database without checksums misses three of four.
func TestEveryFlippedBitIsSeen(t *testing.T) {
	good, _ := closed(t)
	whole, err := os.ReadFile(good)
	must(t, err)
	r := rand.New(rand.NewPCG(3, 4))
	path := placeFor(t)
	for range 300 {
		at, bit := r.IntN(len(whole)), r.IntN(8)
		b := bytes.Clone(whole)
		b[at] ^= 1 << bit
		must(t, os.WriteFile(path, b, 0o600))
		if !seen(path) {
			t.Errorf("bit %d of byte %d (page %d) flipped, and nobody noticed", bit, at, at/pageSize+1)
		}
		must(t, remove(path))
	}
}

// seen says whether opening or a check finds something wrong. It opens for
// reading, so that nothing is written over the damage first.
func seen(path string) bool {
	l, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return true
	}
	defer l.Close()
	problems, err := l.Check()
	return err != nil || len(problems) > 0
}

func TestMissingFolder(t *testing.T) {
	refused(t, filepath.Join(t.TempDir(), "stick", "library.nemawashi"), Options{}, MissingFolder)
}

func TestTheAppsOwnFolderIsMade(t *testing.T) {
	home := filepath.Join(t.TempDir(), "data")
	t.Setenv("XDG_DATA_HOME", home)
	t.Setenv("LocalAppData", home)
	t.Setenv("HOME", home)
	t.Setenv(variable, "")
	path, err := DefaultPath()
	must(t, err)
	if !strings.HasPrefix(path, home) {
		t.Fatalf("the library would be %s", path)
	}
	l := open(t, path)
	sample(t, l)

	t.Setenv(variable, filepath.Join(home, "elsewhere.nemawashi"))
	if path, err = DefaultPath(); err != nil || path != filepath.Join(home, "elsewhere.nemawashi") {
		t.Errorf("%s does not choose the library: %s %v", variable, path, err)
	}
}

func TestPlacesWhereLibrariesBreakAreRefused(t *testing.T) {
	for _, name := range []string{"Dropbox", "Dropbox (Team)", "OneDrive - Waldner AG", "Google Drive", "Nextcloud", "iCloud Drive", "Mobile Documents"} {
		folder := filepath.Join(t.TempDir(), name, "work")
		must(t, os.MkdirAll(folder, 0o700))
		path := filepath.Join(folder, "library.nemawashi")
		refused(t, path, Options{}, Synced)
		if found, _ := exists(path); found {
			t.Errorf("%s: a library was made all the same", name)
		}
	}
	for _, name := range []string{"Boxes", "Synchron", "Mega project", "One", "dropboxes"} {
		if part := cloud("/home/x/" + name + "/y"); part != "" {
			t.Errorf("%q is taken for a folder of a sync client", name)
		}
	}
	// A library that is in such a place already can still be read and copied out.
	folder := filepath.Join(t.TempDir(), "Dropbox")
	must(t, os.MkdirAll(folder, 0o700))
	from, id := closed(t)
	path := filepath.Join(folder, "library.nemawashi")
	must(t, copyFile(from, path))
	refused(t, path, Options{}, Synced)
	l := openWith(t, path, Options{ReadOnly: true})
	out := placeFor(t)
	must(t, l.Backup(out))
	if got := picture(t, open(t, out), id); !strings.Contains(got, "Shadow board") {
		t.Error("the copy lacks the workshop")
	}
}

func TestNewerVersion(t *testing.T) {
	raise := func(reads string) string {
		path, _ := closed(t)
		c, err := connect(path, writing, "")
		must(t, err)
		must(t, c.Exec("CREATE TABLE tomorrow(a)"))
		must(t, c.set("reads", reads))
		must(t, c.Exec(fmt.Sprintf("PRAGMA user_version=%d", version+1)))
		must(t, c.close())
		return path
	}
	path := raise(fmt.Sprint(version))
	before := hashFile(t, path)
	l := openWith(t, path, Options{})
	if !l.ReadOnly() {
		t.Error("a library of a newer version was opened for writing")
	}
	sentence(t, l.Notice())
	list, err := l.Workshops()
	must(t, err)
	if len(list) != 1 {
		t.Errorf("Home shows %v", list)
	}
	must(t, l.Close())
	if hashFile(t, path) != before {
		t.Error("reading changed the file")
	}
	refused(t, raise(fmt.Sprint(version+1)), Options{}, Newer)
}

func hashFile(t *testing.T, path string) [32]byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return sha256.Sum256(b)
}

func TestErrorsSayTheirCode(t *testing.T) {
	err := explain("/x/library.nemawashi", fmt.Errorf("commit: %w", sqlite3.FULL))
	if !errors.Is(err, &Error{Code: NoSpace}) || errors.Is(err, &Error{Code: Damaged}) || !errors.Is(err, sqlite3.FULL) {
		t.Errorf("%v", err)
	}
	for _, cause := range []error{sqlite3.FULL, sqlite3.NOTADB, sqlite3.CORRUPT, sqlite3.READONLY, sqlite3.BUSY} {
		sentence(t, explain("/x/library.nemawashi", cause).Error())
	}
	if again := explain("/y", err); again != err {
		t.Errorf("an error was explained twice: %v", again)
	}
}

// A panic of the engine is a damaged file; one of ours is one of ours.
func TestPanicsOfTheEngine(t *testing.T) {
	l := open(t, placeFor(t))
	err := l.look(func(c *conn) error {
		other, err := sqlite3.Open(":memory:")
		must(t, err)
		stmt, _, err := other.Prepare("SELECT 1")
		must(t, err)
		must(t, stmt.Close())
		must(t, other.Close())
		return other.Exec("SELECT 1")
	})
	if !errors.Is(err, &Error{Code: Damaged}) {
		t.Errorf("it gives %v", err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a mistake of this program was taken for damage")
		}
	}()
	_ = l.look(func(*conn) error {
		var none []int
		_ = none[len(l.path)]
		return nil
	})
}

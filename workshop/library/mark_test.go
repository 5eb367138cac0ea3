package library

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// crashed is a library as a crash leaves it: with its log, and the lock file of
// a process that is no more.
func crashed(t *testing.T) (path string, log, lock []byte) {
	t.Helper()
	from := placeFor(t)
	l := open(t, from)
	id := sample(t, l)
	for range 8 {
		add(t, l, id, "Only in the log")
		must(t, l.Flush())
	}
	path, err := snapshot(from, t.TempDir())
	must(t, err)
	log, err = os.ReadFile(path + "-wal")
	must(t, err)
	lock, err = os.ReadFile(from + ".lock")
	must(t, err)
	must(t, os.WriteFile(path+".lock", lock, 0o600))
	return path, log, lock
}

// again puts a crashed library where nothing has touched it yet.
func again(t *testing.T, from string, log, lock []byte) string {
	t.Helper()
	path := placeFor(t)
	must(t, copyFile(from, path))
	must(t, os.WriteFile(path+"-wal", log, 0o600))
	must(t, os.WriteFile(path+".lock", lock, 0o600))
	return path
}

// Without its log a library is sound, and lacks what was saved last.
func TestMissingLogIsSeen(t *testing.T) {
	from, log, lock := crashed(t)
	clean(t, open(t, again(t, from, log, lock)))

	path := again(t, from, log, lock)
	must(t, os.Remove(path+"-wal"))
	for range 2 { // it is not forgotten after the first time
		refused(t, path, Options{}, Damaged)
	}
	must(t, os.WriteFile(path+"-wal", log, 0o600))
	clean(t, open(t, path)) // put back, it is as it was

	path = again(t, from, nil, lock)
	refused(t, path, Options{}, Damaged)
	backup, id := closed(t)
	kept, err := Restore(backup, path)
	must(t, err)
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
	l := open(t, path)
	if !strings.Contains(picture(t, l, id), "Shadow board") {
		t.Error("it was not restored")
	}
	clean(t, l)
}

// A log that ends early lacks whole changes, which SQLite takes for a normal end.
func TestEveryCutLogIsSeen(t *testing.T) {
	from, log, lock := crashed(t)
	frame := frameHead + pageSize
	for n := len(log); n > 0; n -= frame {
		for _, size := range []int{n - 1, n - frame} {
			path := again(t, from, log[:max(0, size)], lock)
			if l, err := Open(path, Options{}); err == nil {
				t.Errorf("cut off after %d of %d bytes, and nobody noticed", size, len(log))
				must(t, l.Close())
			}
		}
	}
}

// A log of an earlier moment is a sound one, too.
func TestEarlierLogIsSeen(t *testing.T) {
	from := placeFor(t)
	l := open(t, from)
	id := sample(t, l)
	s, err := l.Session(id)
	must(t, err)
	goal := workshop.ID("")
	must(t, s.Do("add", func(e *workshop.Edit) error { goal = e.Add(&workshop.Goal{Title: "First"}); return nil }))
	typed := func(text string) {
		t.Helper()
		must(t, s.Type("type", func(e *workshop.Edit) error { return e.SetField(goal, "title", []byte(text)) }))
		must(t, l.Flush())
	}
	typed(`"T"`)
	earlier, err := os.ReadFile(from + "-wal")
	must(t, err)
	before := l.seq.Load()
	typed(`"Typed on"`) // which takes no new place in the log of changes
	if l.seq.Load() != before {
		t.Fatal("it took a new place")
	}
	path, err := snapshot(from, t.TempDir())
	must(t, err)
	lock, err := os.ReadFile(from + ".lock")
	must(t, err)
	must(t, os.WriteFile(path+".lock", lock, 0o600))
	must(t, os.WriteFile(path+"-wal", earlier, 0o600))
	refused(t, path, Options{}, Damaged)
}

// After a normal end nothing is looked for, whatever is brought back by hand.
func TestNoMarkAfterANormalEnd(t *testing.T) {
	path := placeFor(t)
	l, err := Open(path, Options{})
	must(t, err)
	id := sample(t, l)
	must(t, l.Close())
	before, err := os.ReadFile(path)
	must(t, err)
	l, err = Open(path, Options{})
	must(t, err)
	add(t, l, id, "later")
	must(t, l.Close())
	must(t, os.WriteFile(path, before, 0o600))
	clean(t, open(t, path))
}

// A lock file may hold anything, of whomever: nobody who is dead has a library.
func TestLockFileLeftBehind(t *testing.T) {
	for name, text := range map[string]string{
		"of another computer":      `{"host":"LAPTOP-7Q","pid":4711,"since":"2026-11-01T08:00:00Z"}`,
		"of another library":       `{"host":"","pid":0,"since":"2026-11-01T08:00:00Z","device":"ABCDEFGHIJKLM","saves":900}`,
		"of an earlier version":    `{"host":"here","pid":1,"since":"2026-11-01T08:00:00+01:00"}` + "\n",
		"torn":                     `{"host":"LAPTOP-7Q","pid":47`,
		"zeros":                    string(make([]byte, lockText)),
		"longer than ours":         strings.Repeat("x", 3*lockText),
		"a time in the far future": `{"host":"LAPTOP-7Q","pid":1,"since":"9999-01-01T00:00:00Z"}`,
	} {
		t.Run(name, func(t *testing.T) {
			path, id := closed(t)
			must(t, os.WriteFile(path+".lock", []byte(text), 0o600))
			begun := time.Now()
			l := open(t, path)
			if took := time.Since(begun); took > time.Second {
				t.Errorf("it took %v", took)
			}
			if l.ReadOnly() || l.Notice() != "" {
				t.Errorf("a dead process keeps the library: %s", l.Notice())
			}
			add(t, l, id, "written all the same")
			clean(t, l)
			must(t, l.Close())
			if b, err := os.ReadFile(path + ".lock"); err != nil || len(b) > 0 {
				t.Errorf("the lock file says %q after the end, %v", b, err)
			}
		})
	}
}

// The mark costs a sector and says the truth.
func TestMarkFollowsSaving(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	last := int64(0)
	for range 5 {
		add(t, l, id, "one more")
		must(t, l.Flush())
		b, err := os.ReadFile(path + ".lock")
		must(t, err)
		if len(b) != lockText || !bytes.HasPrefix(b, []byte("{")) {
			t.Fatalf("the lock file has %d bytes: %s", len(b), b)
		}
		var m mark
		must(t, l.look(func(c *conn) (err error) { m, err = markOf(c); return err }))
		if m.Saves <= last || m != l.lock.text.mark {
			t.Errorf("noted is %+v, the library has %+v after %d", l.lock.text.mark, m, last)
		}
		last = m.Saves
	}
}

// Who hears that something is missing hears how much, and of when.
func TestHowMuchIsMissing(t *testing.T) {
	from, log, lock := crashed(t)
	frame := frameHead + pageSize
	half := logHead + (len(log)-logHead)/frame/2*frame
	flipped := bytes.Clone(log)
	flipped[half+100] ^= 1
	early := []byte(strings.Replace(string(lock), `"change":`, `"other":`, 1))
	for name, c := range map[string]struct {
		log, lock []byte
		how       string
	}{
		"no log":                     {nil, lock, "is missing or was cut off"},
		"half a log":                 {log[:half], lock, "is missing or was cut off"},
		"all but the last frame":     {log[:len(log)-frame], lock, "is missing or was cut off"},
		"a bit in the middle":        {flipped, lock, "is damaged"},
		"of a build that noted less": {log[:half], early, "is missing or was cut off"},
	} {
		t.Run(name, func(t *testing.T) {
			var noted holder
			must(t, json.Unmarshal(bytes.TrimSpace(c.lock), &noted))
			// Without a lock file nobody knows of more than there is.
			path := again(t, from, c.log, nil)
			wal := path + "-wal"
			if c.log == nil {
				must(t, os.Remove(wal))
			}
			r, err := connect(path, reading, "")
			must(t, err)
			seq, err := r.integer("SELECT coalesce(max(seq), 0) FROM change")
			must(t, err)
			saves, err := r.integer("SELECT CAST(value AS INTEGER) FROM meta WHERE name='saves'")
			must(t, errors.Join(err, r.close()))

			path = again(t, from, c.log, c.lock)
			wal = path + "-wal"
			if c.log == nil {
				must(t, os.Remove(wal))
			}
			before := hashFile(t, path)
			_, err = Open(path, Options{})
			if err == nil {
				t.Fatal("nobody noticed")
			}
			what, n := "change", noted.Change-seq
			if noted.Change == 0 {
				what, n = "save", noted.Saves-saves
			}
			want := fmt.Sprintf("lacks its last %d %ss, made up to %s: its log, the file that ends in -wal, %s.", n, what, noted.At.Local().Format("2006-01-02 15:04"), c.how)
			if n == 1 {
				want = strings.Replace(want, "last 1 "+what+"s", "last "+what, 1)
			}
			if !strings.Contains(err.Error(), want) || n < 1 {
				t.Errorf("it says\n%v\nwant\n%s", err, want)
			}
			left, err := os.ReadFile(wal)
			if c.log != nil && (err != nil || !bytes.Equal(left, c.log)) || hashFile(t, path) != before {
				t.Errorf("it was not left as it is: %v", err)
			}
		})
	}
}

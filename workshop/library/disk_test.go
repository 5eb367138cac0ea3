package library

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"

	"nemawashi.app/workshop"
)

// badDisk is SQLite's way to the system, with a disk that fails on demand.
type badDisk struct {
	vfs.VFSFilename
	mu    sync.Mutex
	sync  error  // of syncing a file whose name has the suffix
	write error  // of writing to one
	only  string // suffix
	flip  bool   // silently change a bit of what is written there
	syncs int    // of logs, that succeeded
}

func (d *badDisk) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := d.VFSFilename.OpenFilename(name, flags)
	if err != nil {
		return nil, flags, err
	}
	return &badFile{File: f, disk: d, name: name.String()}, flags, nil
}

func (d *badDisk) set(only string, sync, write error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.only, d.sync, d.write = only, sync, write
}

type badFile struct {
	vfs.File
	disk *badDisk
	name string
}

func (f *badFile) SharedMemory() vfs.SharedMemory {
	if s, ok := f.File.(vfs.FileSharedMemory); ok {
		return s.SharedMemory()
	}
	return nil
}

func (f *badFile) Sync(flags vfs.SyncFlag) error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if f.disk.sync != nil && strings.HasSuffix(f.name, f.disk.only) {
		return f.disk.sync
	}
	if strings.HasSuffix(f.name, "-wal") {
		f.disk.syncs++
	}
	return f.File.Sync(flags)
}

func (f *badFile) WriteAt(p []byte, off int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if f.disk.write != nil && strings.HasSuffix(f.name, f.disk.only) {
		// Half of it reaches the disk, as it does when a disk fills up.
		n, _ := f.File.WriteAt(p[:len(p)/2], off)
		return n, f.disk.write
	}
	if f.disk.flip && strings.HasSuffix(f.name, f.disk.only) && off > 0 {
		p = bytes.Clone(p)
		p[len(p)/2] ^= 4
	}
	return f.File.WriteAt(p, off)
}

func newBadDisk(t *testing.T) (*badDisk, Options) {
	d := &badDisk{VFSFilename: vfs.Find("os").(vfs.VFSFilename)}
	name := strings.ReplaceAll(t.Name(), "/", "-")
	vfs.Register(name, d)
	t.Cleanup(func() { vfs.Unregister(name) })
	return d, Options{Author: "facilitator", vfs: name}
}

func TestDiskTrouble(t *testing.T) {
	cases := map[string]struct {
		only        string
		sync, write error
		code        Code
	}{
		"the log cannot be synced":      {only: "-wal", sync: syscall.EIO, code: Failed},
		"the log cannot be written":     {only: "-wal", write: syscall.EIO, code: Failed},
		"the disk is full":              {only: "-wal", write: vfs.SystemError(syscall.ENOSPC, sqlite3.FULL), code: NoSpace},
		"nothing at all can be synced":  {only: "", sync: syscall.EIO, code: Failed},
		"nothing at all can be written": {only: "", write: vfs.SystemError(syscall.ENOSPC, sqlite3.FULL), code: NoSpace},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			disk, o := newBadDisk(t)
			path := placeFor(t)
			l := openWith(t, path, o)
			id := sample(t, l)

			disk.set(c.only, c.sync, c.write)
			add(t, l, id, "In trouble")
			err := l.Flush()
			if !errors.Is(err, &Error{Code: c.code}) {
				t.Fatalf("saving gives %v, want %q", err, c.code)
			}
			if s := l.Status(); s.State != Waiting || s.Err == nil {
				t.Errorf("the state is %+v", s)
			}
			// The work goes on in memory, and it can be read.
			add(t, l, id, "Still in trouble")
			if got := picture(t, l, id); !strings.Contains(got, "Still in trouble") {
				t.Error("an edit is lost")
			}
			if err := l.Close(); !errors.Is(err, &Error{Code: Unsaved}) {
				t.Errorf("closing with changes in memory gives %v", err)
			}

			disk.set("", nil, nil)
			eventually(t, "saving by itself", func() bool { return l.Status().State == Saved })
			want := picture(t, l, id)
			clean(t, l)
			must(t, l.Close())
			l = open(t, path)
			if got := picture(t, l, id); got != want {
				t.Errorf("it reads\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// Saved is said only after the log, and the folder in which its name stands,
// have been synced.
func TestSavedMeansSynced(t *testing.T) {
	disk, o := newBadDisk(t)
	l := openWith(t, placeFor(t), o)
	id := sample(t, l)
	for range 5 {
		before := disk.syncs
		add(t, l, id, "one more")
		if l.Status().State == Saved {
			t.Error("saved is said before anything is written")
		}
		must(t, l.Flush())
		if s := l.Status().State; s != Saved || disk.syncs == before {
			t.Errorf("%q is said after %d syncs of the log", s, disk.syncs-before)
		}
	}
}

// The stick is pulled out: what is open stays in memory.
func TestFileVanishes(t *testing.T) {
	t.Parallel()
	path := placeFor(t)
	l := openWith(t, path, Options{})
	id := sample(t, l)
	away := path + ".away"
	must(t, os.Rename(path, away))
	must(t, os.Rename(path+"-wal", away+"-wal"))
	must(t, os.Remove(path+"-shm"))
	s, err := l.Session(id)
	must(t, err)
	must(t, s.Do("x", func(e *workshop.Edit) error { e.Add(&workshop.Goal{Title: "Kept in memory"}); return nil }))
	for range 2 {
		if err := l.Flush(); !errors.Is(err, &Error{Code: Moved}) {
			t.Errorf("saving to a file that nobody will find again gives %v", err)
		}
	}
	must(t, os.Rename(away, path))
	must(t, os.Rename(away+"-wal", path+"-wal"))
	eventually(t, "saving by itself", func() bool { return l.Status().State == Saved })
	time.Sleep(10 * time.Millisecond)
	must(t, l.Close())
	if got := picture(t, open(t, path), id); !strings.Contains(got, "Kept in memory") {
		t.Error("the edit is lost")
	}
}

// The log's name in the folder is made durable before anything is reported as
// saved, when the library is opened and after an error.
func TestFolderIsSynced(t *testing.T) {
	disk, o := newBadDisk(t)
	folders := []string{}
	var mu sync.Mutex
	var broken error
	o.syncFolder = func(path string) error {
		mu.Lock()
		defer mu.Unlock()
		if disk.syncs == 0 {
			t.Error("the folder was synced before the log was there")
		}
		folders = append(folders, path)
		return broken
	}
	path := placeFor(t)
	broken = syscall.EIO
	if _, err := Open(path, o); !errors.Is(err, &Error{Code: Failed}) {
		t.Fatalf("with a folder that cannot be synced it gives %v", err)
	}
	broken, folders = nil, nil
	l := openWith(t, path, o)
	if len(folders) != 1 || folders[0] != filepath.Dir(path) {
		t.Errorf("on opening were synced %q", folders)
	}
	id := sample(t, l)
	disk.set("-wal", syscall.EIO, nil)
	add(t, l, id, "in trouble")
	if err := l.Flush(); err == nil {
		t.Error("nothing went wrong")
	}
	disk.set("", nil, nil)
	must(t, l.Flush())
	if len(folders) != 2 {
		t.Errorf("after an error were synced %q", folders)
	}
}

// A copy that cannot be read back is not given its name.
func TestBackupOnABadDisk(t *testing.T) {
	disk, o := newBadDisk(t)
	l := openWith(t, placeFor(t), o)
	sample(t, l)
	folder := t.TempDir()
	disk.set(".part", nil, nil)
	disk.flip = true
	err := l.Backup(filepath.Join(folder, "copy.nemawashi"))
	if !errors.Is(err, &Error{Code: Damaged}) {
		t.Errorf("it gives %v", err)
	}
	if entries, _ := os.ReadDir(folder); len(entries) > 0 {
		t.Errorf("it left %v", entries)
	}
	disk.flip = false
	must(t, l.Backup(filepath.Join(folder, "copy.nemawashi")))
}

// A queue is written whole or not at all.
func TestCommitIsWhole(t *testing.T) {
	l := open(t, placeFor(t))
	id := sample(t, l)
	q := newQueue()
	q.add(batch(900, "a"))
	good := q.rows[key{"w", "r"}]
	q.row(key{id, "broken"}, workshop.Row{Kind: workshop.KindAction, ID: "broken", Doc: "{", Alive: true})
	place := l.place
	c := commit{conn: l.pen, nextPlace: &place}
	good.Doc = `{"id":"r","title":"whole"}`
	good.Causes = `{}`
	q.row(key{"w", "r"}, good)
	if err := c.write(q); err == nil {
		t.Fatal("a record that cannot be read was written")
	}
	for _, sql := range []string{"SELECT count(*) FROM change WHERE seq=900", "SELECT count(*) FROM record WHERE id='r'", "SELECT count(*) FROM item WHERE id='r'",
		"SELECT count(*) FROM search WHERE search MATCH 'whole'"} {
		if n, err := l.pen.integer(sql); err != nil || n != 0 {
			t.Errorf("%s: %d %v", sql, n, err)
		}
	}
	clean(t, l)
}

// With a full disk there is no room for a log: the library can still be read.
func TestOpenOnAFullDisk(t *testing.T) {
	path, id := closed(t)
	first := open(t, path)
	want := picture(t, first, id)
	must(t, first.Close())
	full := vfs.SystemError(syscall.ENOSPC, sqlite3.FULL)
	for _, only := range []string{"-wal", ""} {
		disk, o := newBadDisk(t)
		disk.set(only, nil, full)
		l := openWith(t, path, o)
		if !l.ReadOnly() || !strings.Contains(l.Notice(), "full") {
			t.Fatalf("read only %v: %s", l.ReadOnly(), l.Notice())
		}
		if got := picture(t, l, id); got != want {
			t.Errorf("it reads\n%s\nwant\n%s", got, want)
		}
		must(t, l.Close())
	}
}

// Another library that takes the place of an open one is left alone, whatever
// lies beside it.
func TestFileIsReplaced(t *testing.T) {
	other, _ := closed(t)
	want := hashFile(t, other)
	path := placeFor(t)
	l := open(t, path)
	id := sample(t, l)
	away := path + ".away"
	must(t, os.Rename(path, away))
	must(t, copyFile(other, path))
	for range 3 {
		add(t, l, id, "kept in memory")
		err := l.Flush()
		if !errors.Is(err, &Error{Code: Moved}) {
			t.Fatalf("saving says %v", err)
		}
		if s := l.Status(); s.State != Waiting {
			t.Errorf("the state is %q", s.State)
		}
		if hashFile(t, path) != want {
			t.Fatal("the other library was written to")
		}
	}
	must(t, os.Rename(away, path))
	must(t, l.Flush())
	clean(t, l)
	actions, err := l.Actions(Filter{})
	must(t, err)
	if len(actions) != 4 {
		t.Errorf("%d of 4 actions are there", len(actions))
	}
}

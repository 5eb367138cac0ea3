package library

import (
	"bytes"
	"math/rand/v2"
	"os"
	"testing"
)

// killed is a library whose last changes are in its log only.
func killed(t *testing.T) (path string, log []byte) {
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
	return path, log
}

// A bit that changed in the log would take every change behind it along.
func TestFlippedBitInTheLogIsSeen(t *testing.T) {
	from, log := killed(t)
	r := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		path := placeFor(t)
		must(t, copyFile(from, path))
		b := bytes.Clone(log)
		at := logHead + r.IntN(len(b)/2)
		b[at] ^= 1 << r.IntN(8)
		must(t, os.WriteFile(path+"-wal", b, 0o600))
		l, err := Open(path, Options{})
		if err != nil {
			continue
		}
		problems, err := l.Check()
		must(t, l.Close())
		if err == nil && len(problems) == 0 {
			t.Errorf("byte %d of %d changed in the log, and nobody noticed", at, len(b))
		}
	}
}

// A log that a power cut stopped in its last transaction is no damage.
func TestTornLogIsNoDamage(t *testing.T) {
	from, log := killed(t)
	for _, cut := range []int{1, 100, frameHead + pageSize - 1, frameHead + pageSize} {
		path := placeFor(t)
		must(t, copyFile(from, path))
		must(t, os.WriteFile(path+"-wal", log[:len(log)-cut], 0o600))
		clean(t, open(t, path))
	}
}

func TestLogOfAnotherLibrary(t *testing.T) {
	_, log := killed(t)
	path, _ := closed(t)
	must(t, os.WriteFile(path+"-wal", log, 0o600))
	refused(t, path, Options{}, Damaged)
	// Without it, the library is as it was.
	must(t, remove(path+"-wal"))
	clean(t, open(t, path))
	// Its own is taken, however often it is left behind.
	own, _ := killed(t)
	for range 3 {
		l := open(t, own)
		sample(t, l)
		next, err := snapshot(own, t.TempDir())
		must(t, err)
		own = next
	}
	clean(t, open(t, own))
}

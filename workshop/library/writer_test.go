package library

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// fakeStore is a store for the writer: it fails while it has an error, and waits
// while it is held.
type fakeStore struct {
	mu    sync.Mutex
	err   error
	hold  chan struct{}
	calls int
	at    []time.Time
	kept  map[workshop.Ref]workshop.Change
	rows  map[key]workshop.Row
}

func newFakeStore() *fakeStore {
	return &fakeStore{kept: map[workshop.Ref]workshop.Change{}, rows: map[key]workshop.Row{}}
}

func (s *fakeStore) store(q *queue) error {
	s.mu.Lock()
	s.calls++
	s.at = append(s.at, time.Now())
	hold := s.hold
	s.mu.Unlock()
	if hold != nil {
		<-hold
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return s.err
	}
	for _, c := range q.changes {
		s.kept[c.Ref] = c
	}
	for k, r := range q.rows {
		s.rows[k] = r
	}
	return nil
}

func (s *fakeStore) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.err = err
}

func (s *fakeStore) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls
}

func batch(seq int64, value string) workshop.Batch {
	return workshop.Batch{
		Workshop: "w",
		Changes: []workshop.Change{{Ref: workshop.Ref{Device: "d", Seq: seq}, Record: "r", Kind: workshop.KindAction, New: jsonOf(value),
			Stamp: workshop.Stamp{Wall: time.Now().UnixMilli()}}},
		Rows: []workshop.Row{{Kind: workshop.KindAction, ID: "r", Doc: string(jsonOf(value)), Alive: true}},
	}
}

func put(w *writer, b workshop.Batch) { w.put(func(q *queue) { q.add(b) }) }

// eventually waits for something that another goroutine brings about.
func eventually(t *testing.T, what string, f func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if f() {
			return
		}
	}
	t.Fatalf("%s has not happened in a minute", what)
}

func TestTypingNeverWaitsForTheDisk(t *testing.T) {
	s := newFakeStore()
	s.hold = make(chan struct{})
	w := startWriter(s.store)
	put(w, batch(1, "a"))
	eventually(t, "the first write", func() bool { return s.count() == 1 })
	start := time.Now()
	for i := range 1000 {
		put(w, batch(2, fmt.Sprint("a", i)))
	}
	if took := time.Since(start); took > 500*time.Millisecond {
		t.Errorf("1,000 keys took %v while the disk was stuck", took)
	}
	if got := w.status(); got.State != Saving {
		t.Errorf("while the disk is stuck the state is %q", got.State)
	}
	close(s.hold)
	must(t, w.stop())
	if got := string(s.kept[workshop.Ref{Device: "d", Seq: 2}].New); got != `"a999"` {
		t.Errorf("what was typed last is %s", got)
	}
	if s.calls != 2 || string(s.rows[key{"w", "r"}].Doc) != `"a999"` {
		t.Errorf("%d writes, the record is %s", s.calls, s.rows[key{"w", "r"}].Doc)
	}
}

func TestSavedWithinASecond(t *testing.T) {
	t.Parallel()
	s := newFakeStore()
	w := startWriter(s.store)
	start := time.Now()
	for time.Since(start) < 1500*time.Millisecond { // without a pause
		put(w, batch(1, time.Since(start).String()))
		time.Sleep(20 * time.Millisecond)
	}
	if len(s.at) == 0 || s.at[0].Sub(start) > 1100*time.Millisecond {
		t.Fatalf("typing without a pause was first written at %v", s.at)
	}
	n := s.count()
	end := time.Now()
	eventually(t, "the last write", func() bool { return s.count() > n })
	if took := time.Since(end); took > 600*time.Millisecond {
		t.Errorf("after the last key it took %v", took)
	}
	if n > 2 {
		t.Errorf("%d writes in 1.5 s of typing", n)
	}
	must(t, w.stop())
}

// What the screen says of saving is true: "saved" is never said before the
// store has returned, nor while anything waits.
func TestStatusIsTrue(t *testing.T) {
	t.Parallel()
	s := newFakeStore()
	w := startWriter(s.store)
	var mu sync.Mutex
	var said []State
	cancel := w.onStatus(func(st Status) {
		mu.Lock()
		defer mu.Unlock()
		said = append(said, st.State)
		s.mu.Lock()
		defer s.mu.Unlock()
		if st.State == Saved && (s.err != nil || len(s.kept) == 0) {
			t.Error("saved is said of what is not kept")
		}
		if (st.State == Waiting) != (st.Err != nil) {
			t.Errorf("%q with the error %v", st.State, st.Err)
		}
	})
	if got := w.status().State; got != Saved {
		t.Errorf("with nothing done the state is %q", got)
	}
	full := errors.New("the disk is full")
	s.fail(full)
	put(w, batch(1, "a"))
	if got := w.status().State; got != Saving {
		t.Errorf("after a key the state is %q", got)
	}
	if err := w.flush(); !errors.Is(err, full) {
		t.Errorf("flushing gives %v", err)
	}
	if got := w.status(); got.State != Waiting || !errors.Is(got.Err, full) {
		t.Errorf("with the disk full the state is %+v", got)
	}
	put(w, batch(2, "b"))
	put(w, batch(1, "a2"))
	if err := w.stop(); err == nil {
		t.Error("it was closed with changes in memory")
	}
	s.fail(nil)
	// By itself: nobody flushes.
	eventually(t, "another try", func() bool { return w.status().State == Saved })
	if len(s.kept) != 2 || string(s.kept[workshop.Ref{Device: "d", Seq: 1}].New) != `"a2"` {
		t.Errorf("kept %v", s.kept)
	}
	// The watcher hears of it after the state has changed, and of the end if it still listens then.
	eventually(t, "the word that it is saved", func() bool {
		mu.Lock()
		defer mu.Unlock()
		return len(said) > 0 && said[len(said)-1] == Saved
	})
	cancel()
	must(t, w.stop())
	mu.Lock()
	defer mu.Unlock()
	if want := []State{Saving, Waiting, Saved}; !slices.Equal(slices.Compact(said), want) {
		t.Errorf("the screen said %v, want %v", said, want)
	}
	if got := w.status().State; got != Closed {
		t.Errorf("after closing the state is %q", got)
	}
	must(t, w.flush())
	must(t, w.stop())
}

// A queue that could not be written comes before what was done meanwhile.
func TestQueueKeepsTheOrder(t *testing.T) {
	first, second := newQueue(), newQueue()
	first.add(batch(1, "a"))
	first.add(batch(2, "b"))
	second.add(batch(2, "b2"))
	second.add(batch(3, "c"))
	first.then(second)
	var got []string
	for _, c := range first.changes {
		got = append(got, string(c.New))
	}
	if want := []string{`"a"`, `"b2"`, `"c"`}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if string(first.rows[key{"w", "r"}].Doc) != `"c"` || len(first.order) != 1 {
		t.Errorf("rows %v", first.rows)
	}
}

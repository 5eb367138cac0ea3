package library

import (
	"sync"
	"time"

	"nemawashi.app/workshop"
)

// How long what was typed may wait for the disk, and for another try.
const (
	pause      = 300 * time.Millisecond // after the last change
	patience   = time.Second            // after the first
	firstRetry = time.Second
	lastRetry  = 15 * time.Second
)

// State is what may truthfully be said about saving.
type State string

// The states of saving.
const (
	Saved   State = "saved"        // all of it is on the disk
	Saving  State = "saving"       // some is in memory, for less than a second
	Waiting State = "not saved"    // the disk refused; it is kept in memory and tried again
	Closed  State = "closed"       // the library was closed with everything saved
	Static  State = "reading only" // there is nothing to save
)

// Status is the state of saving. Since is when it began; for Saving and
// Waiting, when the oldest change that is not on the disk was made.
type Status struct {
	State   State
	Err     error // why not, where Waiting: an *Error to show
	Since   time.Time
	Through int64 // number of this device's newest change that is on the disk
}

// writer takes what sessions do and brings it to the disk, on a goroutine of
// its own. Only that goroutine uses the writing connection.
type writer struct {
	store   func(*queue) error // commits, and returns only once it is durable
	wake    chan struct{}
	flushes chan chan error
	done    chan struct{}

	mu       sync.Mutex
	pending  *queue
	flight   *queue // being written
	first    time.Time
	last     time.Time
	saved    time.Time
	err      error
	retry    time.Time
	backoff  time.Duration
	closed   bool
	told     State
	watchers map[int]func(Status)
	nextID   int
}

func startWriter(store func(*queue) error) *writer {
	w := &writer{store: store, wake: make(chan struct{}, 1), flushes: make(chan chan error), done: make(chan struct{}),
		pending: newQueue(), saved: time.Now(), told: Saved, watchers: map[int]func(Status){}}
	go w.run()
	return w
}

// put queues what f adds. It never waits for the disk.
func (w *writer) put(f func(*queue)) {
	w.mu.Lock()
	f(w.pending)
	w.last = time.Now()
	if w.first.IsZero() {
		w.first = w.last
	}
	w.mu.Unlock()
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// blob is a picture that is not on the disk yet, nil for none. Nobody writes to
// its bytes.
func (w *writer) blob(sum string) []byte {
	w.mu.Lock()
	defer w.mu.Unlock()
	if b := w.pending.blobs[sum]; b != nil || w.flight == nil {
		return b
	}
	return w.flight.blobs[sum]
}

func (w *writer) status() Status {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.closed:
		return Status{State: Closed, Since: w.saved}
	case w.err != nil:
		return Status{State: Waiting, Err: w.err, Since: w.first}
	case w.flight != nil || !w.pending.empty():
		return Status{State: Saving, Since: w.first}
	}
	return Status{State: Saved, Since: w.saved}
}

// onStatus calls f on the writer's goroutine whenever the state has changed.
func (w *writer) onStatus(f func(Status)) (cancel func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	id := w.nextID
	w.nextID++
	w.watchers[id] = f
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.watchers, id)
	}
}

func (w *writer) tell() {
	s := w.status()
	w.mu.Lock()
	if s.State == w.told {
		w.mu.Unlock()
		return
	}
	w.told = s.State
	list := make([]func(Status), 0, len(w.watchers))
	for i := range w.nextID {
		if f := w.watchers[i]; f != nil {
			list = append(list, f)
		}
	}
	w.mu.Unlock()
	for _, f := range list {
		f(s)
	}
}

// flush brings everything to the disk now, or says why it is not there.
func (w *writer) flush() error {
	reply := make(chan error, 1)
	select {
	case w.flushes <- reply:
		return <-reply
	case <-w.done:
		return nil
	}
}

// unsaved is a copy of what is not known to be on the disk.
func (w *writer) unsaved() *queue {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := newQueue()
	if w.flight != nil {
		out.then(w.flight)
	}
	out.then(w.pending)
	return out
}

// idle says whether there is nothing to write, or no hope of writing it now:
// readers need not wait then.
func (w *writer) idle() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.flight == nil && w.pending.empty() || w.err != nil
}

// stop ends the goroutine once everything is on the disk. When that fails the
// writer goes on as before and the error says so.
func (w *writer) stop() error {
	if err := w.flush(); err != nil {
		return err
	}
	w.mu.Lock()
	if w.closed {
		w.mu.Unlock()
		return nil
	}
	w.closed = true
	w.mu.Unlock()
	close(w.done)
	return nil
}

func (w *writer) run() {
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for {
		w.tell()
		timer.Reset(w.wait())
		select {
		case <-w.wake:
		case <-timer.C:
			if w.due() {
				w.save()
			}
		case reply := <-w.flushes:
			reply <- w.save()
		case <-w.done:
			w.tell()
			return
		}
	}
}

// wait is how long there is nothing to do.
func (w *writer) wait() time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.pending.empty():
		return time.Hour
	case w.err != nil:
		return time.Until(w.retry)
	}
	return min(time.Until(w.last.Add(pause)), time.Until(w.first.Add(patience)))
}

func (w *writer) due() bool { return w.wait() <= 0 }

// save writes what is queued. What could not be written is queued again,
// before what came meanwhile.
func (w *writer) save() error {
	w.mu.Lock()
	if w.pending.empty() {
		err := w.err
		w.mu.Unlock()
		return err
	}
	q := w.pending
	first := w.first
	w.pending, w.flight, w.first = newQueue(), q, time.Time{}
	w.mu.Unlock()
	w.tell()

	err := w.store(q)

	w.mu.Lock()
	w.flight, w.err = nil, err
	if err != nil {
		q.then(w.pending)
		w.pending, w.first = q, first
		w.backoff = min(max(2*w.backoff, firstRetry), lastRetry)
		w.retry = time.Now().Add(w.backoff)
	} else {
		w.backoff, w.saved = 0, time.Now()
	}
	w.mu.Unlock()
	w.tell()
	return err
}

// journal is what sessions write to.
type journal struct{ l *Library }

// Next implements [workshop.Journal].
func (j journal) Next() int64 { return j.l.seq.Add(1) }

// Write implements [workshop.Journal].
func (j journal) Write(b workshop.Batch) {
	j.l.held.batch(b)
	j.l.held.drop(b.Drop)
	j.l.writer.put(func(q *queue) { q.add(b) })
}

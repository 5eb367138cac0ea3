package canvas

import (
	"sync"

	"nemawashi.app/ui/run"
	"nemawashi.app/workshop"
)

// Watch hands a session's events to the window's goroutine, on which everything here runs. Who has just made a change calls Catch to
// have it on the screen before the next line; what others changed comes by itself.
type Watch struct {
	take    func(workshop.Touched)
	settled func() // after all that one change has touched

	mu      sync.Mutex
	pending []workshop.Touched
	cancel  func()
}

// NewWatch returns a watch that gives each touched record to take, and calls settled after the last one: what costs the same for one
// record and for a thousand belongs there.
func NewWatch(take func(workshop.Touched), settled func()) *Watch {
	return &Watch{take: take, settled: settled}
}

// Start listens to the session until Stop. Starting twice changes nothing.
func (w *Watch) Start(s *workshop.Session) {
	if w.cancel != nil {
		return
	}
	w.cancel = s.Subscribe(func(e workshop.Event) {
		w.mu.Lock()
		w.pending = append(w.pending, e.Touched...)
		w.mu.Unlock()
		run.Main(w.Catch)
	})
}

// Stop hears no more.
func (w *Watch) Stop() {
	if w.cancel != nil {
		w.cancel()
		w.cancel = nil
	}
	w.mu.Lock()
	w.pending = nil
	w.mu.Unlock()
}

// Catch takes what has been heard and not been taken yet.
func (w *Watch) Catch() {
	w.mu.Lock()
	pending := w.pending
	w.pending = nil
	w.mu.Unlock()
	for _, t := range pending {
		w.take(t)
	}
	if len(pending) > 0 && w.settled != nil {
		w.settled()
	}
}

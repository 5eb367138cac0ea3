package actions

import (
	"sync"

	"nemawashi.app/ui/run"
	"nemawashi.app/workshop"
)

// watch hands a session's events to the window's goroutine, all that have come together, so that the screen is put in order once.
type watch struct {
	take func([]workshop.Touched)

	mu      sync.Mutex
	pending []workshop.Touched
	cancel  func()
}

// start listens until stop. Starting twice changes nothing.
func (w *watch) start(s *workshop.Session) {
	if w.cancel != nil {
		return
	}
	w.cancel = s.Subscribe(func(e workshop.Event) {
		w.mu.Lock()
		w.pending = append(w.pending, e.Touched...)
		w.mu.Unlock()
		run.Main(w.catch)
	})
}

func (w *watch) stop() {
	if w.cancel != nil {
		w.cancel()
		w.cancel = nil
	}
	w.mu.Lock()
	w.pending = nil
	w.mu.Unlock()
}

// catch takes what has been heard and not been taken yet; who has just made a change calls it to have it on the screen at once.
func (w *watch) catch() {
	w.mu.Lock()
	pending := w.pending
	w.pending = nil
	w.mu.Unlock()
	if len(pending) > 0 {
		w.take(pending)
	}
}

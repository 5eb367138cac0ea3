package resistance

import (
	"sync"

	"nemawashi.app/ui/run"
	"nemawashi.app/workshop"
)

// follow gathers what changes in a session, on whichever goroutine, and hands it over on the window's: all of a step at once, so that the
// map is laid out once for it.
type follow struct {
	take func([]workshop.Touched)

	mu      sync.Mutex
	pending []workshop.Touched
	cancel  func()
}

func (f *follow) start(s *workshop.Session) {
	if f.cancel != nil {
		return
	}
	f.cancel = s.Subscribe(func(e workshop.Event) {
		f.mu.Lock()
		f.pending = append(f.pending, e.Touched...)
		f.mu.Unlock()
		run.Main(f.catch)
	})
}

func (f *follow) stop() {
	if f.cancel != nil {
		f.cancel()
		f.cancel = nil
	}
}

// catch hands over what has been heard since the last time. Who has just changed something calls it, to see it at once.
func (f *follow) catch() {
	f.mu.Lock()
	pending := f.pending
	f.pending = nil
	f.mu.Unlock()
	if len(pending) > 0 && f.cancel != nil {
		f.take(pending)
	}
}

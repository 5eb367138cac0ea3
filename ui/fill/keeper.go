package fill

import (
	"context"
	"sync"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/workshop/assess"
)

// keeper brings the sheet to the disk: at once after each answer, one write after the other. It tells the sign in the top bar how far that is.
type keeper struct {
	keep    func(*assess.Sheet) error
	sheet   *assess.Sheet
	busy    bool
	pending bool // answers were given since the write that is under way
	failed  error
	watch   func()
	state   int // counts the states that were handed to put

	mu   sync.Mutex // held while the disk is written to
	kept int        // the newest state that is there
}

func newKeeper(keep func(*assess.Sheet) error, s *assess.Sheet) *keeper {
	return &keeper{keep: keep, sheet: s}
}

func (k *keeper) changed() {
	k.pending = true
	if !k.busy {
		k.write()
	}
	k.tell()
}

func (k *keeper) write() {
	k.busy, k.pending = true, false
	k.state++
	state, copied := k.state, k.sheet.Clone()
	var err error
	run.Go(func(context.Context) { err = k.put(state, copied) }, func() {
		k.busy = false
		if state == k.state { // else flush has written a newer one
			k.failed = err
		}
		if k.pending {
			k.write()
		}
		k.tell()
	})
}

// flush writes what the disk may not have yet and waits for it.
func (k *keeper) flush() error {
	if !k.busy && !k.pending && k.failed == nil {
		return nil
	}
	k.state++
	k.failed = k.put(k.state, k.sheet.Clone())
	k.pending = false
	return k.failed
}

// put writes one state at a time, and none that is older than what is there: a write may have been under way, or about to begin, when the page
// was left.
func (k *keeper) put(state int, s *assess.Sheet) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if state < k.kept {
		return nil
	}
	err := k.keep(s)
	if err == nil {
		k.kept = state
	}
	return err
}

func (k *keeper) tell() {
	if k.watch != nil {
		k.watch()
	}
}

// SaveState implements shell.SaveWatch.
func (k *keeper) SaveState() (shell.SaveState, string) {
	switch {
	case k.busy || k.pending:
		return shell.Saving, ""
	case k.failed != nil:
		return shell.NotSaved, k.failed.Error()
	}
	return shell.Saved, ""
}

// WatchSaves implements shell.SaveWatch.
func (k *keeper) WatchSaves(changed func()) (stop func()) {
	k.watch = changed
	return func() { k.watch = nil }
}

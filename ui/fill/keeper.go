package fill

import (
	"context"

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
	copied := k.sheet.Clone()
	var err error
	run.Go(func(context.Context) { err = k.keep(copied) }, func() {
		k.busy, k.failed = false, err
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
	// A write that is under way has an older state; it replaces the file in one step, before or after this one.
	k.failed = k.keep(k.sheet.Clone())
	k.pending = k.busy // so that the newest state is written last
	return k.failed
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

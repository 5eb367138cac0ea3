// Package run is the one door between the window's goroutine and all others. Work that takes time goes out by Go and comes back
// by its done function; clocks come from After and Every. Nothing else in ui starts a goroutine or calls fyne.Do, and a test on
// the syntax tree says so.
//
// Pages, widgets and the shell call it. No function returns an error: the work keeps its own and hands it to done
// by a variable that both see.
package run

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
)

// inline makes background work run at once on the caller's goroutine, for tests that need an order of events.
var inline atomic.Bool

// Inline makes Go run its work and its done function before it returns and silences clocks, until restore is called. Tests use it: Fyne's
// test driver has no main goroutine to come back to.
func Inline() (restore func()) {
	before := inline.Swap(true)
	return func() { inline.Store(before) }
}

// Go runs work on another goroutine and then done on the window's. After cancel the work's context is done,
// and done is still called, so that whoever waits is told; it sees the cancellation in what work left behind.
func Go(work func(ctx context.Context), done func()) (cancel func()) {
	ctx, stop := context.WithCancel(context.Background())
	if inline.Load() {
		work(ctx)
		stop()
		if done != nil {
			done()
		}
		return stop
	}
	go func() {
		defer catch()
		work(ctx)
		stop()
		if done != nil {
			toWindow(done)
		}
	}()
	return stop
}

// trouble is told of panics in background work.
var trouble atomic.Pointer[func(p any)]

// OnPanic lets f, rather than the end of the program, answer a panic in the work of Go. It is called on the goroutine of
// the work, which ends then; done is not called.
func OnPanic(f func(p any)) { trouble.Store(&f) }

func catch() {
	f := trouble.Load()
	if f == nil {
		return // without recover, the program ends as ever
	}
	if p := recover(); p != nil {
		(*f)(p)
	}
}

// Main runs f on the window's goroutine. Work that goes on calls it to show progress.
func Main(f func()) {
	if inline.Load() {
		f()
		return
	}
	toWindow(f)
}

// After runs f on the window's goroutine once the time has passed, unless cancel is called first.
func After(d time.Duration, f func()) (cancel func()) {
	if inline.Load() {
		return func() {}
	}
	var stopped atomic.Bool
	t := time.AfterFunc(d, func() {
		toWindow(func() {
			if !stopped.Load() {
				f()
			}
		})
	})
	return func() {
		stopped.Store(true)
		t.Stop()
	}
}

// Every runs f on the window's goroutine each time the period has passed, until cancel is called.
func Every(period time.Duration, f func()) (cancel func()) {
	if inline.Load() {
		return func() {}
	}
	ctx, stop := context.WithCancel(context.Background())
	ticker := time.NewTicker(period)
	go func() {
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				toWindow(func() {
					if ctx.Err() == nil {
						f()
					}
				})
			}
		}
	}()
	return stop
}

// Deadline watches the end of the program. From the moment at which leaving is called, or a signal asks the program to end, the
// window's loop has the given time; if over was not called by then, late runs on a goroutine of its own. Fyne's loop can wait
// for ever at its end: what it hands to its queue of events at that very moment may be dropped, and then it waits for the answer.
func Deadline(limit time.Duration, late func()) (leaving, over func()) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		select {
		case <-asked:
		case <-ctx.Done():
			return
		}
		select {
		case <-time.After(limit):
			late()
		case <-ctx.Done():
		}
	}()
	leaving = func() {
		select {
		case asked <- os.Interrupt:
		default: // asked already
		}
	}
	return leaving, func() {
		signal.Stop(asked)
		stop()
	}
}

// ended is set when the window's loop has ended.
var ended atomic.Bool

// End drops what is still to come back to the window. The app calls it when the window's loop has ended: from then on fyne.Do would run
// the work on the goroutine that asks.
func End() { ended.Store(true) }

// waiting is what is to come to the window, in order. Fyne takes one call of fyne.Do for each turn of its loop, which
// a slow screen makes wait for a whole painting: a hundred steps of a progress bar took a minute to be shown, and what came
// after them waited, too. So there is at most one call, and it brings all that waits.
var waiting struct {
	sync.Mutex
	calls []func()
	asked bool // fyne.Do was called and has not begun
}

func toWindow(f func()) {
	waiting.Lock()
	waiting.calls = append(waiting.calls, f)
	waiting.Unlock()
	ask()
}

// ask has the window take what waits, unless it was asked already.
func ask() {
	waiting.Lock()
	ask := !waiting.asked && len(waiting.calls) > 0 && !ended.Load()
	waiting.asked = waiting.asked || ask
	waiting.Unlock()
	if ask {
		fyne.Do(take)
	}
}

func take() {
	waiting.Lock()
	calls := waiting.calls
	waiting.calls, waiting.asked = nil, false
	waiting.Unlock()
	defer func() { // what is left after a panic is not lost
		if len(calls) > 0 {
			waiting.Lock()
			waiting.calls = append(calls, waiting.calls...)
			waiting.Unlock()
			ask()
		}
	}()
	for len(calls) > 0 {
		f := calls[0]
		calls = calls[1:]
		f()
	}
}

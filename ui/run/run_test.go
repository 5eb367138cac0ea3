package run_test

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/run"
)

func TestGoRunsWorkThenDone(t *testing.T) {
	test.NewTempApp(t)
	finished, order := make(chan struct{}), ""
	run.Go(func(context.Context) { order += "work " }, func() { order += "done"; close(finished) })
	<-finished
	if order != "work done" {
		t.Fatalf("order %q", order)
	}
}

func TestCancelReachesTheWorkAndDoneIsStillCalled(t *testing.T) {
	test.NewTempApp(t)
	finished := make(chan struct{})
	var seen error
	cancel := run.Go(func(ctx context.Context) { <-ctx.Done(); seen = ctx.Err() }, func() { close(finished) })
	cancel()
	<-finished
	if seen == nil {
		t.Fatal("the work was not told")
	}
}

func TestClocksStop(t *testing.T) {
	test.NewTempApp(t)
	ticks := make(chan struct{}, 100)
	stop := run.Every(time.Millisecond, func() { ticks <- struct{}{} })
	<-ticks
	<-ticks
	stop()
	var rang atomic.Bool
	run.After(time.Millisecond, func() { rang.Store(true) })()
	rung := make(chan struct{})
	run.After(5*time.Millisecond, func() { close(rung) })
	<-rung
	if rang.Load() {
		t.Fatal("a cancelled timer rang")
	}
}

func TestInlineIsInOrder(t *testing.T) {
	defer run.Inline()()
	order := ""
	run.Go(func(context.Context) { order += "work " }, func() { order += "done " })
	run.Main(func() { order += "main" })
	if order != "work done main" {
		t.Fatalf("order %q", order)
	}
}

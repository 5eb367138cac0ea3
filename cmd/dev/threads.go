package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// alarms are what an app prints when goroutines get in each other's way. The
// first is Fyne's own check, which only an app without the tag migrated_fynedo
// has.
var alarms = []string{"Error in Fyne call thread", "WARNING: DATA RACE", "panic: ", "fatal error: "}

const (
	// windowWithin is generous: the race detector and drawing without a
	// graphics card make a start ten times slower.
	windowWithin = 2 * time.Minute
	endWithin    = 30 * time.Second
)

// keysForThreads opens and closes what every screen has, over and over, so
// that background work and drawing meet.
var keysForThreads = []string{
	"ctrl+k", "a", "Escape", "Tab", "Tab", "Down", "Return", "Tab", "Escape",
	"ctrl+k", "h", "Escape", "ctrl+z", "F1", "Escape", "Tab", "Tab", "Return", "Escape",
}

// checkThreads starts the app with all of Go's and Fyne's checks on the sample
// library, uses it for a while, ends it with a signal, and reads what it said.
func (d *desk) checkThreads(ctx context.Context) error {
	app, err := d.build(ctx, withRace, "nemawashi-checked", "./cmd/nemawashi", raceFlags...)
	if err != nil {
		return err
	}
	cli, err := d.buildCLI(ctx)
	if err != nil {
		return err
	}
	screen, err := d.openScreen(ctx)
	if err != nil {
		return err
	}
	defer screen.close()
	around := append([]string{"NEMAWASHI_LIBRARY=" + filepath.Join(screen.home, "library.nemawashi")}, screen.env...)
	if err := d.run(ctx, invocation{surroundings: around, args: []string{cli, "demo"}}); err != nil {
		return err
	}

	said := &transcript{}
	fmt.Fprintln(d.out, "$", app)
	running := d.command(ctx, invocation{surroundings: around, args: []string{app}, out: io.MultiWriter(d.out, said)})
	if err := running.Start(); err != nil {
		return fmt.Errorf("start the app: %w", err)
	}
	// While the app lives the context lives: waiting for a window that will
	// never come ends with the app.
	alive, died := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() {
		ended <- running.Wait()
		died()
	}()
	used := d.useWindow(alive, around, running.Process.Pid)
	if err := running.Process.Signal(syscall.SIGTERM); err != nil {
		return fmt.Errorf("the app ended by itself while it was used (%v)", <-ended)
	}
	select {
	case err = <-ended:
	case <-time.After(endWithin):
		// Killed so that the display can go; the error below is what counts.
		_ = running.Process.Kill()
		<-ended
		return fmt.Errorf("the app did not end within %s of SIGTERM", endWithin)
	}
	if alarm := said.alarm(); alarm != nil {
		return alarm
	}
	if used != nil {
		return used
	}
	if err != nil {
		return fmt.Errorf("the app ended with an error after SIGTERM: %w", err)
	}
	return nil
}

// useWindow waits for the window and presses keys in it.
func (d *desk) useWindow(ctx context.Context, around []string, pid int) error {
	waiting, cancel := context.WithTimeout(ctx, windowWithin)
	defer cancel()
	search := d.command(waiting, invocation{surroundings: around, args: []string{
		"xdotool", "search", "--sync", "--onlyvisible", "--pid", strconv.Itoa(pid)}})
	search.Stdout = nil
	found, err := search.Output()
	if err != nil {
		return fmt.Errorf("no window came up within %s: %w", windowWithin, err)
	}
	window, _, _ := strings.Cut(string(found), "\n")
	keys := append([]string{"xdotool", "windowfocus", "--sync", window, "key", "--delay", "200"}, keysForThreads...)
	return d.run(waiting, invocation{surroundings: around, args: keys})
}

// transcript keeps what a program says while others may look at it.
type transcript struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (t *transcript) Write(p []byte) (int, error) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.text.Write(p)
}

// alarm returns the first alarm in the text, with the place that Fyne names some
// lines below it.
func (t *transcript) alarm() error {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	said := ""
	for line := range strings.SplitSeq(t.text.String(), "\n") {
		line = strings.TrimSpace(line)
		if said != "" && strings.Contains(line, "From: ") {
			return errors.New("the app said: " + said + " " + line)
		}
		if said == "" && slices.ContainsFunc(alarms, func(a string) bool { return strings.Contains(line, a) }) {
			said = line
		}
	}
	if said != "" {
		return errors.New("the app said: " + said)
	}
	return nil
}

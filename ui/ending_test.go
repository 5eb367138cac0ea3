package ui_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui"
	"nemawashi.app/ui/run"
	"nemawashi.app/workshop"
)

// stuck is an app whose loop does not come back, as Fyne's sometimes does not.
type stuck struct {
	fyne.App
	running chan struct{}
	free    chan struct{}
}

func (s *stuck) Run() {
	close(s.running)
	<-s.free
}

func (*stuck) Quit() {}

// A program without a window keeps no library: where the loop does not end, what was typed is saved, the library closed, and the
// program ended all the same.
func TestEndWithoutTheLoop(t *testing.T) {
	for name, end := range map[string]func(*ui.App){
		"by the menu": (*ui.App).Quit,
		"by a signal": func(*ui.App) {
			self, err := os.FindProcess(os.Getpid())
			if err != nil {
				t.Fatal(err)
			}
			if err := self.Signal(syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Cleanup(ui.LoopEnds(20 * time.Millisecond))
			t.Cleanup(run.Inline())
			path := filepath.Join(t.TempDir(), "library.nemawashi")
			lib := openLibrary(t, path)
			app := &stuck{App: test.NewTempApp(t), running: make(chan struct{}), free: make(chan struct{})}
			exited := make(chan struct{})
			events := make(chan string, 100)
			a := ui.New(ui.Config{App: app, Window: ui.NewWindow(app), Library: lib, Templates: templates(t), Now: clock, Saves: &saves{},
				Exit: func() { close(exited) }, Log: func(event string) { events <- event }})
			id, err := lib.Create(func(e *workshop.Edit) error { e.Add(&workshop.Charter{Title: "Typed just now"}); return nil })
			if err != nil {
				t.Fatal(err)
			}
			back := make(chan struct{})
			go func() { a.Run(); close(back) }()
			<-app.running
			end(a)
			select {
			case <-exited:
			case <-time.After(time.Minute):
				t.Fatal("the program goes on without a window")
			}
			close(app.free)
			<-back
			close(events)
			var last string
			for last = range events {
			}
			if last != "stopped" {
				t.Errorf("the last event is %q", last)
			}
			again := openLibrary(t, path)
			if again.ReadOnly() {
				t.Error("the library is still locked")
			}
			if s, err := again.Session(id); err != nil || s == nil {
				t.Errorf("what was typed is gone: %v", err)
			}
		})
	}
}

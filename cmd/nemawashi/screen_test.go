//go:build e2e

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is how long a machine with one busy core may take for anything.
const patience = 60 * time.Second

// screen is the real app in a real window, driven by a real keyboard and mouse
// (xdotool), without a window manager.
type screen struct {
	t      *testing.T
	cmd    *exec.Cmd
	window string
	home   string
	file   string

	mu     sync.Mutex
	events []string
	output bytes.Buffer
	ended  chan error
}

// binary is built once for all tests.
var binary = sync.OnceValues(func() (string, error) {
	if path := os.Getenv("NEMAWASHI_BINARY"); path != "" {
		return path, nil
	}
	folder, err := os.MkdirTemp("", "nemawashi-e2e")
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, "nemawashi")
	out, err := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return path, nil
})

// launch starts the app on a library in a home of its own and waits for the
// window.
func launch(t *testing.T, home string) *screen {
	t.Helper()
	return launchWith(t, home, "--library", filepath.Join(home, "library.nemawashi"))
}

// launchWith starts the app with other flags.
func launchWith(t *testing.T, home string, flags ...string) *screen {
	t.Helper()
	if os.Getenv("DISPLAY") == "" {
		t.Fatal("there is no display; 'go run ./cmd/dev test' starts one")
	}
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	return launchApp(t, path, home, flags...)
}

// launchApp does that with an app that is built otherwise.
func launchApp(t *testing.T, path, home string, flags ...string) *screen {
	t.Helper()
	s := &screen{t: t, home: home, file: filepath.Join(home, "library.nemawashi"), ended: make(chan error, 1)}
	s.cmd = exec.Command(path, append(flags, "--events")...)
	s.cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, "config"), "XDG_DATA_HOME="+filepath.Join(home, "data"), "LANG=en_US.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1")
	pipe, err := s.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go s.listen(pipe)
	t.Cleanup(func() {
		if s.cmd.ProcessState == nil {
			_ = s.cmd.Process.Kill()
			<-s.ended
		}
		if t.Failed() {
			s.mu.Lock()
			t.Logf("the app said:\n%s", s.output.String())
			s.mu.Unlock()
		}
	})
	s.wait("window")
	s.until("a window", func() bool {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--pid", fmt.Sprint(s.cmd.Process.Pid)).Output()
		fields := strings.Fields(string(out))
		if err != nil || len(fields) == 0 {
			return false
		}
		s.window = fields[len(fields)-1]
		return true
	})
	s.tool("windowfocus", "--sync", s.window)
	return s
}

func (s *screen) listen(r io.Reader) {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		s.mu.Lock()
		s.output.WriteString(lines.Text() + "\n")
		if event, ok := strings.CutPrefix(lines.Text(), "nemawashi: "); ok {
			s.events = append(s.events, event)
		}
		s.mu.Unlock()
	}
	s.ended <- s.cmd.Wait()
}

// wait waits for an event and forgets those before it.
func (s *screen) wait(event string) {
	s.t.Helper()
	s.until("the event "+event, func() bool { return s.heard(event) })
}

// heard says whether an event has come, and forgets it and those before it.
func (s *screen) heard(event string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, e := range s.events {
		if e == event {
			s.events = s.events[i+1:]
			return true
		}
	}
	return false
}

// quiet forgets the events so far, so that wait hears only new ones.
func (s *screen) quiet() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.events = nil
}

// until asks again until it is so.
func (s *screen) until(what string, so func() bool) {
	s.t.Helper()
	for begun := time.Now(); time.Since(begun) < patience; time.Sleep(30 * time.Millisecond) {
		if so() {
			return
		}
	}
	s.picture("timeout.png")
	s.t.Fatalf("waited in vain for %s (the window is called %q)", what, s.title())
}

func (s *screen) tool(args ...string) string {
	s.t.Helper()
	out, err := exec.Command("xdotool", args...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// keys presses combinations one after the other.
func (s *screen) keys(combinations ...string) {
	s.t.Helper()
	for _, k := range combinations {
		s.tool("key", "--window", "0", "--delay", "20", k)
	}
}

// types types text into whatever has the keyboard.
func (s *screen) types(text string) {
	s.t.Helper()
	s.tool("type", "--delay", "15", text)
}

// drag holds the left button from one place to another, in steps, as a hand does.
func (s *screen) drag(x1, y1, x2, y2 int) {
	s.t.Helper()
	s.tool("mousemove", "--window", s.window, fmt.Sprint(x1), fmt.Sprint(y1))
	time.Sleep(100 * time.Millisecond)
	s.tool("mousedown", "1")
	for i := 1; i <= 12; i++ {
		s.tool("mousemove", "--window", s.window, fmt.Sprint(x1+(x2-x1)*i/12), fmt.Sprint(y1+(y2-y1)*i/12))
		time.Sleep(25 * time.Millisecond)
	}
	s.tool("mouseup", "1")
}

func (s *screen) title() string {
	out, _ := exec.Command("xdotool", "getwindowname", s.window).Output()
	return strings.TrimSpace(string(out))
}

// titled waits until the window's title begins so.
func (s *screen) titled(want string) {
	s.t.Helper()
	s.until("the title "+want, func() bool { return strings.HasPrefix(s.title(), want) })
}

// picture keeps a screenshot where NEMAWASHI_SHOTS says, for looking at.
func (s *screen) picture(name string) {
	folder := os.Getenv("NEMAWASHI_SHOTS")
	if folder == "" {
		return
	}
	time.Sleep(400 * time.Millisecond) // pictures are for eyes: let the last frame be drawn
	out, err := exec.Command("import", "-window", s.window, filepath.Join(folder, name)).CombinedOutput()
	if err != nil {
		s.t.Logf("no picture: %v %s", err, out)
	}
}

// stop ends the app by a signal, as a system that shuts down does.
func (s *screen) stop(signal os.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(signal); err != nil {
		s.t.Fatal(err)
	}
	s.ends()
}

// ends waits until the app has ended.
func (s *screen) ends() {
	s.t.Helper()
	select {
	case <-s.ended:
	case <-time.After(patience):
		s.t.Fatal("the app did not end")
	}
}

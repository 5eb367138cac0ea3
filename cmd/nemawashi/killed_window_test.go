//go:build e2e

package main

import (
	"archive/zip"
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

const (
	typists     = 3  // apps that are killed at the same time, each on a display of its own
	perLibrary  = 25 // kills; then a library has grown enough
	typedBefore = 1200 * time.Millisecond
)

// TestKilledWhileTyping kills the real app again and again while somebody types
// into its window. What it had reported as saved is there afterwards, whole and
// in order, nothing is there that was not typed, and the library is sound.
func TestKilledWhileTyping(t *testing.T) {
	kills := number(t, "NEMAWASHI_KILLS", 300)
	seed := number(t, "NEMAWASHI_SEED", int(time.Now().UnixNano()))
	t.Logf("NEMAWASHI_SEED=%d, %d kills", seed, kills)
	app, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	var all sync.WaitGroup
	begun := time.Now()
	each := make([]*typist, typists)
	for i := range each {
		p := &typist{app: app, folder: filepath.Join(folder, fmt.Sprint("desk ", i)), rnd: rand.New(rand.NewPCG(uint64(seed), uint64(i)))}
		each[i] = p
		all.Go(func() { p.wrong = p.work((kills + typists - 1 - i) / typists) })
	}
	all.Wait()
	killed, early, reported, kept := 0, 0, 0, 0
	for _, p := range each {
		if p.wrong != nil {
			t.Errorf("%v%s", p.wrong, keepDisk(p.disk, p.wrong))
		}
		killed, early, reported, kept = killed+p.kills, early+p.early, reported+p.reported, kept+p.kept
	}
	t.Logf("%d kills in %v, %d of them before anything was typed; %d cards reported as saved, %d kept", killed, time.Since(begun).Round(time.Second), early, reported, kept)
	if reported == 0 {
		t.Error("nothing was reported as saved, so nothing was tried")
	}
}

// number reads a number of the run from the environment.
func number(t *testing.T, name string, otherwise int) int {
	t.Helper()
	said := os.Getenv(name)
	if said == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(said, 10, 64)
	if err != nil || n == 0 {
		t.Fatalf("%s is %q, it should be a number above 0", name, said)
	}
	return int(n)
}

// typist is one desk: a display, an app on it that is killed, and a library.
type typist struct {
	app, folder string
	rnd         *rand.Rand
	display     string
	disk        string // what is looked at, the last time
	there       int    // cards in the library

	kills, early, reported, kept int
	wrong                        error
}

func (p *typist) work(kills int) (err error) {
	if err := os.MkdirAll(p.folder, 0o700); err != nil {
		return err
	}
	// A display of one's own: there is one keyboard on each. Keys do not repeat
	// by themselves, whatever holds up the hand that presses them.
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "900x700x24", "-nolisten", "tcp", "-noreset", "-r")
	ready, telling, err := os.Pipe()
	if err != nil {
		return err
	}
	defer ready.Close()
	server.ExtraFiles = []*os.File{telling}
	if err := errors.Join(server.Start(), telling.Close()); err != nil {
		return fmt.Errorf("start a display: %w", err)
	}
	defer func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	}()
	if err := ready.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	line, err := bufio.NewReader(ready).ReadString('\n')
	if err != nil {
		return fmt.Errorf("start a display: %w", err)
	}
	p.display = ":" + strings.TrimSpace(line)
	for i := range kills {
		if i%perLibrary == 0 {
			if err := p.begin(i / perLibrary); err != nil {
				return err
			}
		}
		if err := p.kill(); err != nil {
			return fmt.Errorf("kill %d: %w", i+1, err)
		}
		p.kills++
	}
	return nil
}

func (p *typist) home(parts ...string) string {
	return filepath.Join(append([]string{p.folder, "home"}, parts...)...)
}

func (p *typist) file() string { return p.home("data", "a library.nemawashi") }

// begin makes a library whose one workshop is in the middle of a step with a
// canvas, so that whoever opens it can type at once.
func (p *typist) begin(round int) error {
	p.there = 0
	if err := os.RemoveAll(p.home()); err != nil {
		return err
	}
	preferences := p.home("config", "fyne", appID, "preferences.json")
	for _, dir := range []string{filepath.Dir(p.file()), filepath.Dir(preferences)} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	if err := os.WriteFile(preferences, []byte(`{"window-width":880,"window-height":680}`), 0o600); err != nil {
		return err
	}
	set, err := template.Builtin()
	if err != nil {
		return err
	}
	plan, ok := set.ByID("kaizen-workshop-1")
	if !ok {
		return errors.New("there is no such template")
	}
	lib, err := library.Open(p.file(), library.Options{})
	if err != nil {
		return err
	}
	id, err := lib.Create(func(e *workshop.Edit) error {
		return template.Instantiate(e, plan, template.Options{Title: fmt.Sprint("Killed ", round), Start: "2026-11-17"})
	})
	if err == nil {
		err = runningAt(lib, id, "gemba-walk")
	}
	return errors.Join(err, lib.Close())
}

// runningAt brings a workshop to a step.
func runningAt(lib *library.Library, id workshop.ID, step string) error {
	s, err := lib.Session(id)
	if err != nil {
		return err
	}
	var agenda []*workshop.Step
	s.Read(func(w *workshop.Workshop) { agenda = w.Agenda() })
	return s.Do("go on", func(e *workshop.Edit) error {
		for _, item := range agenda {
			if item.TemplateStep == step {
				return e.SetField(item.ID, "status", []byte(`"running"`))
			}
			if err := e.SetField(item.ID, "status", []byte(`"done"`)); err != nil {
				return err
			}
		}
		return fmt.Errorf("the workshop has no step %s", step)
	})
}

// kill starts the app, types, kills the app at a random moment, and looks.
func (p *typist) kill() error {
	c := exec.Command(p.app, "--library", p.file(), "--events")
	c.Env = append(os.Environ(), "DISPLAY="+p.display, "HOME="+p.home(), "XDG_CONFIG_HOME="+p.home("config"), "XDG_DATA_HOME="+p.home("data"), "LANG=en_US.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1")
	said, err := c.StderrPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	alive, died := context.WithCancel(context.Background())
	defer died()
	heard := newHearing()
	go func() {
		heard.listen(said)
		died()
	}()
	// One of six is killed while it starts, the others while somebody types, many
	// of them just after something was reported as saved.
	early, after := p.rnd.IntN(6) == 0, "did"
	wait := time.Duration(p.rnd.Float64() * float64(typedBefore))
	if p.rnd.IntN(2) == 0 {
		after, wait = "saved", wait/8
	}
	typed := make(chan error, 1)
	go func() { typed <- p.typing(alive, c.Process.Pid, heard) }()
	if !early {
		err = heard.until(alive, after)
	}
	if err == nil {
		select {
		case <-time.After(wait):
		case <-alive.Done():
		}
	}
	ended := alive.Err() != nil
	_ = c.Process.Kill()
	<-alive.Done()
	_ = c.Wait() // that it was killed
	wrong := <-typed
	switch {
	case ended:
		return fmt.Errorf("the app ended by itself:\n%s", heard.all())
	case err != nil:
		return fmt.Errorf("%w; the app said:\n%s", errors.Join(err, wrong), heard.all())
	case early:
		p.early++
	}
	did, saved := heard.counts()
	p.reported += saved
	return p.look(p.there+saved, p.there+did, heard)
}

// typing types cards, numbered on from those that are there, until the app is dead.
func (p *typist) typing(alive context.Context, pid int, heard *hearing) error {
	tool := func(args ...string) (string, error) {
		c := exec.Command("xdotool", args...)
		c.Env = append(os.Environ(), "DISPLAY="+p.display)
		out, err := c.Output()
		return strings.TrimSpace(string(out)), err
	}
	if err := heard.until(alive, "home"); err != nil {
		return err
	}
	focused := false
	for end := time.Now().Add(patience); !focused; time.Sleep(20 * time.Millisecond) {
		if alive.Err() != nil || time.Now().After(end) {
			return errors.New("the window took no keys")
		}
		out, err := tool("search", "--onlyvisible", "--pid", fmt.Sprint(pid))
		if err != nil || out == "" {
			continue
		}
		windows := strings.Fields(out)
		if _, err := tool("windowfocus", "--sync", windows[len(windows)-1]); err == nil {
			focused = true
		}
	}
	if _, err := tool("key", "ctrl+o"); err != nil {
		return err
	}
	for end := time.Now().Add(patience); !heard.has("room"); time.Sleep(30 * time.Millisecond) {
		if alive.Err() != nil || time.Now().After(end) {
			return errors.New("the room did not open")
		}
		if _, err := tool("key", "Return"); err != nil { // the list may not have been read yet
			return err
		}
	}
	for n := p.there + 1; alive.Err() == nil; n += 2 {
		// Never interrupted: a key that is down when its hand is killed stays down.
		if _, err := tool("type", "--delay", "8", "--args", "1", cardName(n), "key", "Return", "type", "--delay", "8", "--args", "1", cardName(n+1), "key", "Return"); err != nil {
			return err
		}
		if n/2%2 == p.there/2%2 { // a pause for thought, in which the app saves
			select {
			case <-time.After(400 * time.Millisecond):
			case <-alive.Done():
			}
		}
	}
	return nil
}

func cardName(n int) string { return fmt.Sprintf("card %04d", n) }

// look opens what the killed app has left: a copy, so that the app itself finds
// it as it was left. At least atLeast cards must be there, at most atMost.
func (p *typist) look(atLeast, atMost int, heard *hearing) error {
	p.disk = filepath.Join(p.folder, "disk")
	if err := os.RemoveAll(p.disk); err != nil {
		return err
	}
	if err := os.CopyFS(p.disk, os.DirFS(filepath.Dir(p.file()))); err != nil {
		return err
	}
	seen := filepath.Join(p.folder, "seen")
	if err := os.RemoveAll(seen); err != nil {
		return err
	}
	if err := os.CopyFS(seen, os.DirFS(p.disk)); err != nil {
		return err
	}
	lib, err := library.Open(filepath.Join(seen, filepath.Base(p.file())), library.Options{})
	if err != nil {
		return err
	}
	problems, err := lib.Check()
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("the library is not sound: %+v", problems)
	}
	var cards []string
	if err == nil {
		cards, err = cardsOf(lib)
	}
	if err := errors.Join(err, lib.Close()); err != nil {
		return err
	}
	for i, text := range cards {
		if text != cardName(i+1) {
			return fmt.Errorf("in the place of %q is %q", cardName(i+1), text)
		}
	}
	p.kept += len(cards) - p.there
	p.there = len(cards)
	if len(cards) < atLeast || len(cards) > atMost {
		return fmt.Errorf("%d cards are there; %d were reported as saved, %d typed; the app said:\n%s", len(cards), atLeast, atMost, heard.all())
	}
	return nil
}

// cardsOf is what was typed, in its order.
func cardsOf(lib *library.Library) ([]string, error) {
	all, err := lib.Workshops()
	if err != nil || len(all) != 1 {
		return nil, fmt.Errorf("%d workshops, %w", len(all), err)
	}
	s, err := lib.Session(all[0].ID)
	if err != nil {
		return nil, err
	}
	var out []string
	s.Read(func(w *workshop.Workshop) {
		for _, c := range workshop.All[workshop.Card](w) {
			for cell := range c.Cells {
				if text := c.Text(cell); text != "" {
					out = append(out, text)
				}
			}
		}
	})
	return out, nil
}

// hearing is what the app says of itself while it lives.
type hearing struct {
	mu     sync.Mutex
	events []string
	more   chan struct{} // closed when there is more
}

func newHearing() *hearing { return &hearing{more: make(chan struct{})} }

func (h *hearing) listen(r io.Reader) {
	for lines := bufio.NewScanner(r); lines.Scan(); {
		h.mu.Lock()
		h.events = append(h.events, strings.TrimPrefix(lines.Text(), "nemawashi: "))
		close(h.more)
		h.more = make(chan struct{})
		h.mu.Unlock()
	}
}

func (h *hearing) has(event string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.position(event) >= 0
}

// position is where an event came first, -1 where it did not. That something was
// saved counts only once something was done.
func (h *hearing) position(event string) int {
	done := false
	for i, e := range h.events {
		done = done || e == "did"
		if e == event || event == "saved" && done && strings.HasPrefix(e, "saved ") {
			return i
		}
	}
	return -1
}

// until waits for an event.
func (h *hearing) until(alive context.Context, event string) error {
	for late := time.After(patience); ; {
		h.mu.Lock()
		found, more := h.position(event) >= 0, h.more
		h.mu.Unlock()
		if found {
			return nil
		}
		select {
		case <-more:
		case <-alive.Done():
			return fmt.Errorf("the app ended before it said %q", event)
		case <-late:
			return fmt.Errorf("the app did not say %q", event)
		}
	}
}

// counts are the cards that the app has taken, and those among them that were
// reported as saved: a report is of all that was taken before it.
func (h *hearing) counts() (did, saved int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, e := range h.events {
		switch {
		case e == "did":
			did++
		case strings.HasPrefix(e, "saved "):
			saved = did
		}
	}
	return did, saved
}

func (h *hearing) all() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return strings.Join(h.events, "\n")
}

// keepDisk packs what a killed app has left, as the library's own tests keep such
// disks, and says where.
func keepDisk(folder string, wrong error) string {
	if _, err := os.Stat(folder); err != nil {
		return ""
	}
	f, err := os.CreateTemp("", "killed-*.zip")
	if err != nil {
		return " (the disk could not be kept: " + err.Error() + ")"
	}
	z := zip.NewWriter(f)
	why := strings.SplitN(wrong.Error(), "\n", 2)[0]
	err = errors.Join(z.SetComment(fmt.Sprintf(`{"why":%q,"expect":"opens"}`, why)), z.AddFS(os.DirFS(folder)), z.Close(), f.Close())
	return fmt.Sprintf(" (the disk is kept in %s, %v: move it to workshop/library/testdata/disks, where every run looks at it)", f.Name(), err)
}

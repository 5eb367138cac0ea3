package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// screen is a display that nobody sees, with a home folder that nobody owns.
type screen struct {
	env    []string
	server *exec.Cmd
	home   string
}

// openScreen starts an X server on a free display and returns when it takes
// clients. Programs get a fresh home, so that a test neither reads nor writes
// the developer's own settings, and English as the language, because tests
// look for English words.
func (d *desk) openScreen(ctx context.Context) (*screen, error) {
	ready, telling, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("start a display: %w", err)
	}
	defer ready.Close()
	// The server looks for a free number itself and tells it on descriptor 3,
	// the first of ExtraFiles.
	server := d.command(ctx, invocation{args: []string{
		"Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"}, out: io.Discard})
	server.ExtraFiles = []*os.File{telling}
	err = server.Start()
	telling.Close()
	if err != nil {
		return nil, fmt.Errorf("start a display: %w", err)
	}
	s := &screen{server: server}
	if err := ready.SetReadDeadline(time.Now().Add(30 * time.Second)); err != nil {
		s.close()
		return nil, fmt.Errorf("start a display: %w", err)
	}
	display, err := readDisplay(ready)
	if err != nil {
		s.close()
		return nil, err
	}
	s.home, err = os.MkdirTemp("", "nemawashi-home-")
	if err != nil {
		s.close()
		return nil, fmt.Errorf("make a home for the test: %w", err)
	}
	// The go command keeps its own settings below the folder that is moved here.
	goenv, err := exec.CommandContext(ctx, "go", "env", "GOENV").Output()
	if err != nil {
		s.close()
		return nil, fmt.Errorf("ask go for its settings: %w", err)
	}
	s.env = []string{
		"GOENV=" + strings.TrimSpace(string(goenv)),
		"DISPLAY=" + display, "WAYLAND_DISPLAY=", "XDG_SESSION_TYPE=x11", "LIBGL_ALWAYS_SOFTWARE=1",
		"XDG_CONFIG_HOME=" + filepath.Join(s.home, "config"),
		"XDG_DATA_HOME=" + filepath.Join(s.home, "data"),
		"LC_ALL=", "LANG=en_US.UTF-8", "LC_CTYPE=C.UTF-8",
	}
	fmt.Fprintf(d.out, "A display without a screen is up: %s\n", display)
	return s, nil
}

// close ends the server and forgets the home.
func (s *screen) close() {
	if s.server.Process != nil {
		// An error here means that the server has gone already.
		_ = s.server.Process.Signal(os.Interrupt)
		_ = s.server.Wait()
	}
	if s.home != "" {
		// What cannot be removed is left to the system's own cleaning.
		_ = os.RemoveAll(s.home)
	}
}

// readDisplay reads the number that the server tells when it is ready.
func readDisplay(from io.Reader) (string, error) {
	line, err := bufio.NewReader(from).ReadString('\n')
	number, parseErr := strconv.ParseUint(strings.TrimSpace(line), 10, 16)
	if parseErr != nil {
		return "", fmt.Errorf("the display did not start, it said %q (%v)", line, err)
	}
	return fmt.Sprintf(":%d", number), nil
}

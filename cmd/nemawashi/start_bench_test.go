//go:build e2e

package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"nemawashi.app/workshop/library"
)

// The size of the library that the window opens on, and what its start may
// cost against a bare window.
const (
	manyWorkshops = 1_000
	manyActions   = 100_000
	startLimit    = 1.3
	startRounds   = 7
)

// BenchmarkStart measures the real app, from the start of the process to a Home
// that can be used, and its resident memory a second later, against a bare Fyne
// window of the same size, in turns.
func BenchmarkStart(b *testing.B) {
	home := b.TempDir()
	path := filepath.Join(home, "library.nemawashi")
	lib, err := library.Open(path, library.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if err := lib.Synth(manyWorkshops, manyActions); err != nil {
		b.Fatal(err)
	}
	if _, err := lib.DailyBackup(); err != nil {
		b.Fatal(err) // made at the first start of a day, after the window is there; not what is measured
	}
	if err := lib.Close(); err != nil {
		b.Fatal(err)
	}
	app, err := binary()
	if err != nil {
		b.Fatal(err)
	}
	bare := filepath.Join(home, "bare")
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", bare, "./testdata/bare").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	for b.Loop() {
		var ours, theirs, ourMemory, theirMemory []float64
		for range startRounds {
			t, m := startOnce(b, home, bare)
			theirs, theirMemory = append(theirs, t), append(theirMemory, m)
			t, m = startOnce(b, home, app, "--library", path, "--events")
			ours, ourMemory = append(ours, t), append(ourMemory, m)
		}
		b.ReportMetric(least(ours)/least(theirs), "ratio")
		b.ReportMetric(startLimit, "limit")
		b.ReportMetric(least(ourMemory)/least(theirMemory), "memory-ratio")
		b.ReportMetric(startLimit, "memory-limit")
		b.ReportMetric(1000*least(ours), "ours-ms")
		b.ReportMetric(1000*least(theirs), "bare-ms")
		b.ReportMetric(least(ourMemory), "ours-MB")
		b.ReportMetric(least(theirMemory), "bare-MB")
	}
}

func least(list []float64) float64 {
	out := list[0]
	for _, x := range list[1:] {
		out = min(out, x)
	}
	return out
}

// startOnce starts a program, waits until its window can be used and ends it.
func startOnce(b *testing.B, home, path string, args ...string) (seconds, megabytes float64) {
	b.Helper()
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, "config"), "LANG=en_US.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1")
	pipe, err := cmd.StderrPipe()
	if err != nil {
		b.Fatal(err)
	}
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		// A clean end: after any other, the app checks the whole library at its next start.
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_, _ = io.Copy(io.Discard, pipe)
		_ = cmd.Wait()
	}()
	for lines := bufio.NewScanner(pipe); lines.Scan(); {
		if lines.Text() == "nemawashi: home" {
			seconds = time.Since(begun).Seconds()
			break
		}
	}
	if seconds == 0 {
		b.Fatalf("%s ended before its window was there", path)
	}
	time.Sleep(time.Second)
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		var kilobytes float64
		if n, _ := fmt.Sscanf(line, "VmRSS: %f kB", &kilobytes); n == 1 {
			return seconds, kilobytes / 1024
		}
	}
	b.Fatal("the system does not say how much memory is resident")
	return 0, 0
}

//go:build kill

package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// TestKilled kills the command line tool again and again while it writes to one
// library. What it had printed as done is there afterwards, once and whole, and
// what it had not printed is there once or not at all.
func TestKilled(t *testing.T) {
	kills := setting(t, "NEMAWASHI_KILLS", 300)
	seed := setting(t, "NEMAWASHI_SEED", int(time.Now().UnixNano()))
	t.Logf("NEMAWASHI_SEED=%d, %d kills", seed, kills)
	rnd := rand.New(rand.NewPCG(uint64(seed), 3))
	folder := t.TempDir()
	tool, file := filepath.Join(folder, "tool"), filepath.Join(folder, "a library.nemawashi")
	build := exec.Command("go", "build", "-o", tool, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	lib, err := library.Open(file, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	id, err := lib.Create(func(e *workshop.Edit) error { e.Add(&workshop.Charter{Title: "Killed"}); return nil })
	if err == nil {
		err = lib.Close()
	}
	if err != nil {
		t.Fatal(err)
	}

	reported, killed := map[int]bool{}, 0
	usual := 200 * time.Millisecond // how long one takes that nobody kills
	tried := 0
	for ; killed < kills; tried++ {
		if tried > 20*kills {
			t.Fatalf("of %d runs only %d could be killed in time", tried, killed)
		}
		var out strings.Builder
		c := exec.Command(tool, "--library", file, "apply", string(id), "-")
		c.Stdin = strings.NewReader(fmt.Sprintf(`{"actions":[{"title":"Killed %06d","detail":%q}]}`, tried, strings.Repeat("what was said ", rnd.IntN(300))))
		c.Stdout = &out
		begun := time.Now()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(rnd.Float64()*1.2*float64(usual)), func() { _ = c.Process.Kill() })
		err := c.Wait() // how it ended is told by ProcessState
		timer.Stop()
		var made struct{ Added int }
		reported[tried] = json.Unmarshal([]byte(out.String()), &made) == nil && made.Added == 1
		switch {
		case err == nil && reported[tried]:
			usual = (3*usual + time.Since(begun)) / 4
		case c.ProcessState.ExitCode() >= 0:
			t.Fatalf("run %d was not killed, and failed: %v", tried, err)
		default:
			if killed++; killed%50 == 0 {
				soundAfterKills(t, file, reported)
			}
		}
	}
	soundAfterKills(t, file, reported)
	done := 0
	for _, r := range reported {
		if r {
			done++
		}
	}
	t.Logf("%d runs, %d killed, %d reported as done", tried, killed, done)
}

func setting(t *testing.T, name string, otherwise int) int {
	t.Helper()
	said := os.Getenv(name)
	if said == "" {
		return otherwise
	}
	n, err := strconv.Atoi(said)
	if err != nil || n < 1 {
		t.Fatalf("%s is %q, it should be a number above 0", name, said)
	}
	return n
}

// soundAfterKills looks for each run's action.
func soundAfterKills(t *testing.T, file string, reported map[int]bool) {
	t.Helper()
	lib, err := library.Open(file, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	problems, err := lib.Check()
	if err != nil || len(problems) > 0 {
		t.Fatalf("the library is not sound: %v %v", problems, err)
	}
	actions, err := lib.Actions(library.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]int{}
	for _, a := range actions {
		there[a.Title]++
	}
	for n, done := range reported {
		switch count := there[fmt.Sprintf("Killed %06d", n)]; {
		case done && count != 1:
			t.Errorf("run %d was reported as done, and its action is there %d times", n, count)
		case count > 1:
			t.Errorf("the action of run %d is there %d times", n, count)
		}
	}
}

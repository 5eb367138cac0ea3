package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Build tags. Fyne's "migrated_fynedo" promises that only the main goroutine
// touches the window, which the stage threads holds us to; its "ci" builds
// the interface without a display and without a C compiler.
const (
	appTags      = "migrated_fynedo"
	headlessTags = "ci,migrated_fynedo"
	windowTags   = "e2e,migrated_fynedo"
	formatTags   = "formats"
	faultTags    = "faults"
	killTags     = "kill"
	// everyTag makes the readers of source code see every file at once.
	everyTag = "ci,migrated_fynedo,e2e,formats,faults,kill"
)

// Environments. Stages that can share one share it: what one has compiled, the
// others take from Go's build cache.
var (
	withRace = []string{"CGO_ENABLED=1"} // together with raceFlags
	pureGo   = []string{"CGO_ENABLED=0"}
	withC    = []string{"CGO_ENABLED=1"}
)

// raceFlags build with the race detector, but for SQLite: it comes as one large
// machine-translated package that one goroutine at a time may enter, and
// watching each of its memory accesses makes tests of the library four times
// slower. What calls it is watched.
var raceFlags = []string{"-race", "-gcflags=github.com/ncruces/go-sqlite3-wasm/...=-race=false"}

// quickProbes makes the first build of the window minutes faster. To learn what
// each C name is, cgo lets gcc fail thousands of times on the name
// __cgo_undefined__2, and each time gcc searches all it knows for a name that
// could have been meant. For a name of the C library it need not search. What is
// compiled stays the same.
const quickProbes = "-g -O2 -D__cgo_undefined__2=printf"

// useQuickProbes sets this up for all that this program starts, unless the
// developer has flags of their own. Clang, on macOS, does not search so long.
func useQuickProbes() error {
	if runtime.GOOS == "darwin" || os.Getenv("CGO_CFLAGS") != "" {
		return nil
	}
	return os.Setenv("CGO_CFLAGS", quickProbes)
}

// desk is where a command of this program works: a repository, a machine, and
// a place for what it prints.
type desk struct {
	root    string
	out     io.Writer
	machine *machine
	// seed and long are how the stages with chance in them run.
	seed uint64
	long bool
}

// invocation is one program to run in the root of the repository.
type invocation struct {
	env  []string
	args []string
	// surroundings are more of the environment, not worth showing each time.
	surroundings []string
	// out takes what it prints; the desk's own where nil.
	out io.Writer
}

// run shows a command as one could type it, runs it, and streams its output.
func (d *desk) run(ctx context.Context, i invocation) error {
	fmt.Fprintln(d.out, "$", strings.Join(append(append([]string{}, i.env...), i.args...), " "))
	c := d.command(ctx, i)
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w", strings.Join(i.args[:min(2, len(i.args))], " "), err)
	}
	return nil
}

// command prepares a program. When the developer interrupts, the program
// is asked to end first, so that it can take its own children along.
func (d *desk) command(ctx context.Context, i invocation) *exec.Cmd {
	c := exec.CommandContext(ctx, i.args[0], i.args[1:]...)
	c.Dir = d.root
	c.Env = append(append(os.Environ(), i.surroundings...), i.env...)
	c.Stdout, c.Stderr = d.out, d.out
	if i.out != nil {
		c.Stdout, c.Stderr = i.out, i.out
	}
	if runtime.GOOS != "windows" {
		c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	}
	c.WaitDelay = 10 * time.Second
	return c
}

// outDir is ./out, which git does not see. It is made when first asked for.
func (d *desk) outDir(parts ...string) (string, error) {
	dir := filepath.Join(append([]string{d.root, "out"}, parts...)...)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("make the folder for results: %w", err)
	}
	return dir, nil
}

// build compiles one of our programs into out/bin and returns its path. The
// stamp of the version control system is left out: it fails in a repository that
// belongs to somebody else, as on a build machine.
func (d *desk) build(ctx context.Context, env []string, name, pkg string, flags ...string) (string, error) {
	dir, err := d.outDir("bin")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, name)
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	args := append([]string{"go", "build", "-buildvcs=false", "-o", path}, flags...)
	return path, d.run(ctx, invocation{env: env, args: append(args, pkg)})
}

// buildApp compiles the desktop app as it is shipped.
func (d *desk) buildApp(ctx context.Context) (string, error) {
	return d.build(ctx, withC, "nemawashi", "./cmd/nemawashi", "-tags", appTags)
}

// buildCLI compiles the command line tool, which must need no C compiler.
func (d *desk) buildCLI(ctx context.Context) (string, error) {
	return d.build(ctx, pureGo, "nemawashi-cli", "./cmd/nemawashi-cli")
}

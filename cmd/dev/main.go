// Command dev sets a fresh machine up and does what a developer of Nemawashi
// does all day:
//
//	go run ./cmd/dev run [ARGUMENTS]    build the app and start it
//	go run ./cmd/dev test [--seed N] [--long] [STAGE...]    everything that must hold before a change is taken
//	go run ./cmd/dev bench [REGEXP]     the speed promises, as ratios measured in one run
//	go run ./cmd/dev shots              every screen, light and dark, as PNG in ./out
//
// It needs Go and nothing else. What else a command needs, it looks for
// first; on Debian and Ubuntu it installs what is missing, on other systems it
// says what to install. It promises that nothing is skipped in silence: a
// missing tool, a check that finds nothing to check and a failed stage all end
// with one sentence and exit status 1.
//
// `run` on a machine without a display does the main job instead of opening a
// window: out/readout.pdf, out/register.xlsx and out/*.png from the sample.
//
// Tests find their surroundings in environment variables:
//
//	NEMAWASHI_PYTHON   the Python that has openpyxl and icalendar (tagged formats)
//	NEMAWASHI_BINARY   the desktop app, ready to start (tagged e2e)
//	NEMAWASHI_SEED     of what happens by chance (tagged faults and kill)
//	NEMAWASHI_KILLS    how often a program is killed (tagged kill)
//	NEMAWASHI_CUTS     how often the power is cut in each way (tagged faults)
//	NEMAWASHI_BENCH    1 while the benchmarks in a real window run (tagged e2e)
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

const usage = `usage: go run ./cmd/dev COMMAND

  run [ARGUMENTS]   build the app and start it with these arguments
  test [STAGE...]   run all checks, or only the named stages, in their order;
                    --seed N repeats what happened by chance, --long tries more
  bench [REGEXP]    run the benchmarks and hold their ratios against their limits
  breaks [WORDS]    break the writer on purpose, in each way that is known: a
                    named test has to notice
  shots             draw every screen, light and dark, to ./out

`

// errUsage is returned for a command line that says nothing sensible.
var errUsage = errors.New("no such command")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := do(ctx, os.Args[1:], os.Stdout)
	stop()
	switch {
	case err == nil:
	case errors.Is(err, flag.ErrHelp):
		printUsage(os.Stdout)
	case errors.Is(err, errUsage):
		fmt.Fprintln(os.Stderr, "dev:", err)
		printUsage(os.Stderr)
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "dev:", err)
		os.Exit(1)
	}
}

// do runs one command with the repository's root as the working directory.
func do(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return flag.ErrHelp
	}
	root, err := findRoot()
	if err != nil {
		return err
	}
	if err := useQuickProbes(); err != nil {
		return fmt.Errorf("set the flags for C: %w", err)
	}
	d := &desk{root: root, out: out, machine: thisMachine(ctx, out)}
	switch command, rest := args[0], args[1:]; command {
	case "run":
		return d.runApp(ctx, rest)
	case "test":
		return d.test(ctx, rest)
	case "bench":
		return d.benchmarks(ctx, rest)
	case "breaks":
		return d.breaks(ctx, rest)
	case "shots":
		return d.shots(ctx)
	case "help", "-h", "-help", "--help":
		return flag.ErrHelp
	default:
		return fmt.Errorf("%w: %q", errUsage, command)
	}
}

func printUsage(w io.Writer) {
	fmt.Fprint(w, usage, "Stages of test:\n")
	for _, s := range stages {
		fmt.Fprintf(w, "  %-12s %s\n", s.name, s.promise)
	}
}

// findRoot walks up from the working directory to the folder with go.mod.
func findRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the repository: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("there is no go.mod here or above: start this inside the repository")
		}
		dir = parent
	}
}

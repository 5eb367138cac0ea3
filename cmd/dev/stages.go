package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// stage is one part of `test`: a promise about the whole repository.
type stage struct {
	name    string
	promise string
	needs   []purpose
	// linuxOnly stages cannot run elsewhere; `test` says so and leaves them out.
	linuxOnly bool
	check     func(*desk, context.Context) error
}

// stages run in this order: what is quick and fails often comes first, and the
// last one is go test, whose summary ends the output.
var stages = []stage{
	{name: "gofmt", promise: "all code is formatted", check: (*desk).checkFormatting},
	{name: "vet", promise: "go vet finds nothing, under any build tag", needs: []purpose{forRace}, check: (*desk).checkVet},
	{name: "staticcheck", promise: "staticcheck finds nothing", needs: []purpose{forRace}, check: (*desk).checkStatic},
	{name: "imports", promise: "who may import whom; one place starts goroutines; no test skips", check: (*desk).checkImports},
	{name: "headless", promise: "all tests that need no display, with the race detector", needs: []purpose{forRace}, check: (*desk).checkHeadless},
	{name: "cli", promise: "the command line tool builds without a C compiler", check: (*desk).checkCLI},
	{name: "darwin", promise: "the packages without a window are fit for macOS", check: (*desk).checkDarwin},
	{name: "windows", promise: "the desktop app builds for Windows", needs: []purpose{forWindows}, check: (*desk).checkWindows},
	{name: "formats", promise: "independent programs accept our files", needs: []purpose{forFormats}, check: (*desk).checkFormats},
	{name: "power", promise: "what was reported as saved survives a power cut at any moment", needs: []purpose{forPower}, linuxOnly: true, check: (*desk).checkPower},
	{name: "kill", promise: "what the command line tool reported as done survives that it is killed", check: (*desk).checkKill},
	{name: "threads", promise: "only the main goroutine touches the window", needs: []purpose{forApp, forRace, forWindow}, linuxOnly: true, check: (*desk).checkThreads},
	{name: "window", promise: "the whole job in a real window, also when the app is killed while somebody types", needs: []purpose{forApp, forWindow}, linuxOnly: true, check: (*desk).checkWindow},
}

// purePackages are built and checked without a C compiler everywhere.
var purePackages = []string{"./assets/...", "./cmd/dev", "./cmd/nemawashi-cli", "./export/...", "./workshop/..."}

// test runs the named stages, or all of them, and stops at the first that fails.
func (d *desk) test(ctx context.Context, args []string) error {
	names, err := d.chance(args)
	if err != nil {
		return err
	}
	chosen, err := chooseStages(names)
	if err != nil {
		return err
	}
	var purposes []purpose
	runnable := chosen[:0:0]
	for _, s := range chosen {
		if s.linuxOnly && runtime.GOOS != "linux" {
			fmt.Fprintf(d.out, "NOT RUN: %s (%s). It needs Linux; run it there before the change is taken.\n", s.name, s.promise)
			continue
		}
		runnable = append(runnable, s)
		purposes = append(purposes, s.needs...)
	}
	if err := d.machine.provide(purposes...); err != nil {
		return err
	}
	results := &goResults{}
	terminal := d.out
	d.out = io.MultiWriter(terminal, results)
	defer func() { d.out = terminal }()
	var table strings.Builder
	for _, s := range runnable {
		fmt.Fprintf(terminal, "\n=== %s: %s\n", s.name, s.promise)
		start := time.Now()
		err := s.check(d, ctx)
		took := time.Since(start).Round(100 * time.Millisecond)
		if err != nil {
			return fmt.Errorf("stage %s failed after %s: %w", s.name, took, err)
		}
		fmt.Fprintf(terminal, "=== %s: passed in %s\n", s.name, took)
		fmt.Fprintf(&table, "  %-12s %8s\n", s.name, took)
	}
	fmt.Fprintf(terminal, "\nAll stages passed:\n%s\nWhat go test said:\n", table.String())
	_, err = results.WriteTo(terminal)
	return err
}

// chooseStages finds stages by name and keeps the order of the table.
func chooseStages(names []string) ([]stage, error) {
	if len(names) == 0 {
		return stages, nil
	}
	var chosen []stage
	for _, s := range stages {
		if slices.Contains(names, s.name) {
			chosen = append(chosen, s)
		}
	}
	for _, name := range names {
		if !slices.ContainsFunc(stages, func(s stage) bool { return s.name == name }) {
			return nil, fmt.Errorf("%w: no stage is called %q", errUsage, name)
		}
	}
	return chosen, nil
}

func (d *desk) checkFormatting(ctx context.Context) error {
	var folders []string
	for _, name := range []string{"assets", "cmd", "export", "ui", "workshop"} {
		if _, err := os.Stat(filepath.Join(d.root, name)); err == nil {
			folders = append(folders, name)
		}
	}
	var found bytes.Buffer
	err := d.run(ctx, invocation{args: append([]string{"gofmt", "-l"}, folders...), out: io.MultiWriter(d.out, &found)})
	if err != nil {
		return err
	}
	if found.Len() > 0 {
		return errors.New("the files above are not formatted: gofmt -w them")
	}
	return nil
}

// checkVet and checkStatic look at every file at once and compile as the
// headless tests do, so that nothing is compiled for them alone.
func (d *desk) checkVet(ctx context.Context) error {
	args := slices.Concat([]string{"go", "vet"}, raceFlags, []string{"-tags", everyTag, "./..."})
	return d.run(ctx, invocation{env: withRace, args: args})
}

func (d *desk) checkStatic(ctx context.Context) error {
	// Asked for its path first: run by `go tool`, it would itself be compiled
	// with the flags that it is to read the packages with.
	where := d.command(ctx, invocation{args: []string{"go", "tool", "-n", "staticcheck"}})
	where.Stdout = nil
	path, err := where.Output()
	if err != nil {
		return fmt.Errorf("build staticcheck: %w", err)
	}
	flags := strings.TrimSpace(os.Getenv("GOFLAGS") + " " + strings.Join(raceFlags, " "))
	return d.run(ctx, invocation{
		env:  append([]string{"GOFLAGS=" + flags}, withRace...),
		args: []string{strings.TrimSpace(string(path)), "-tags", everyTag, "./..."},
	})
}

func (d *desk) checkImports(ctx context.Context) error {
	// Never from the cache: the go command cannot see that the answer depends
	// on all other packages.
	return d.run(ctx, invocation{env: pureGo, args: []string{"go", "test", "-count=1", "-run", "^TestHouse", "./cmd/dev"}})
}

func (d *desk) checkHeadless(ctx context.Context) error {
	// Go's own ten minutes a package are short on a small, busy machine with the race detector.
	args := slices.Concat([]string{"go", "test", "-timeout", "25m"}, raceFlags, []string{"-tags", headlessTags, "./..."})
	return d.run(ctx, invocation{env: withRace, args: args})
}

func (d *desk) checkCLI(ctx context.Context) error {
	_, err := d.buildCLI(ctx)
	return err
}

func (d *desk) checkDarwin(ctx context.Context) error {
	args := append([]string{"go", "vet"}, purePackages...)
	return d.run(ctx, invocation{env: []string{"GOOS=darwin", "GOARCH=arm64", "CGO_ENABLED=0"}, args: args})
}

func (d *desk) checkWindows(ctx context.Context) error {
	dir, err := d.outDir("bin")
	if err != nil {
		return err
	}
	return d.run(ctx, invocation{
		env:  []string{"GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=1", "CC=x86_64-w64-mingw32-gcc"},
		args: []string{"go", "build", "-buildvcs=false", "-tags", appTags, "-o", filepath.Join(dir, "nemawashi-windows.exe"), "./cmd/nemawashi"},
	})
}

func (d *desk) checkFormats(ctx context.Context) error {
	tests, err := findTagged(d.root, "formats", "Test")
	if err != nil {
		return err
	}
	return d.run(ctx, invocation{
		env:  append([]string{"NEMAWASHI_PYTHON=" + d.python()}, pureGo...),
		args: append([]string{"go", "test", "-count=1", "-tags", formatTags, "-run", tests.pattern()}, tests.packages()...),
	})
}

// python is the Python that the system's package manager gave openpyxl and icalendar to.
// Another one may stand before it on PATH.
func (d *desk) python() string {
	if chosen := os.Getenv("NEMAWASHI_PYTHON"); chosen != "" {
		return chosen
	}
	if _, asks := packageQueries[d.machine.system]; asks {
		return "/usr/bin/python3"
	}
	return "python3"
}

// checkWindow runs the tests that drive the app from outside, as a person does.
func (d *desk) checkWindow(ctx context.Context) error {
	tests, err := findTagged(d.root, "e2e", "Test")
	if err != nil {
		return err
	}
	env := []string{fmt.Sprintf("NEMAWASHI_SEED=%d", d.seed)}
	args := []string{"go", "test", "-count=1", "-timeout", "40m", "-tags", windowTags, "-run", tests.pattern()}
	return d.inWindow(ctx, env, append(args, tests.packages()...))
}

// inWindow builds the app and runs a command on a display of its own.
func (d *desk) inWindow(ctx context.Context, env, args []string) error {
	app, err := d.buildApp(ctx)
	if err != nil {
		return err
	}
	screen, err := d.openScreen(ctx)
	if err != nil {
		return err
	}
	defer screen.close()
	env = slices.Concat(env, []string{"NEMAWASHI_BINARY=" + app}, withC)
	return d.run(ctx, invocation{env: env, surroundings: screen.env, args: args})
}

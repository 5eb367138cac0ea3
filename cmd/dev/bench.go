package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
)

// benchmarks runs all benchmarks, or those whose name matches, and shows each
// promise beside what was measured. Promises are ratios of two things
// measured in one run, so that they hold on any machine.
func (d *desk) benchmarks(ctx context.Context, args []string) error {
	match := "."
	switch len(args) {
	case 0:
	case 1:
		match = args[0]
	default:
		return fmt.Errorf("%w: bench takes one expression", errUsage)
	}
	var measured bytes.Buffer
	terminal := d.out
	d.out = io.MultiWriter(terminal, &measured)
	defer func() { d.out = terminal }()

	// A benchmark that fails does not hide what the others measured.
	var failed error
	headless, err := findTagged(d.root, "", "Benchmark")
	if err != nil && !errors.Is(err, errNoTests) {
		return err
	}
	if len(headless.byFolder) > 0 {
		args := append([]string{"go", "test", "-run", "^$", "-bench", match, "-tags", headlessTags}, headless.packages()...)
		failed = d.run(ctx, invocation{env: pureGo, args: args})
	}
	inWindow, err := findTagged(d.root, "e2e", "Benchmark")
	if err != nil && !errors.Is(err, errNoTests) {
		return err
	}
	if len(inWindow.byFolder) > 0 {
		if runtime.GOOS != "linux" {
			fmt.Fprintln(terminal, "NOT RUN: the benchmarks in a real window. They need Linux.")
		} else {
			failed = errors.Join(failed, d.benchmarksInWindow(ctx, match, inWindow))
		}
	}
	promises, err := readPromises(&measured)
	if err != nil {
		return err
	}
	return errors.Join(failed, showPromises(terminal, promises))
}

func (d *desk) benchmarksInWindow(ctx context.Context, match string, found taggedTests) error {
	if err := d.machine.provide(forApp, forWindow); err != nil {
		return err
	}
	args := append([]string{"go", "test", "-run", "^$", "-bench", match, "-tags", windowTags}, found.packages()...)
	return d.inWindow(ctx, []string{"NEMAWASHI_BENCH=1"}, args)
}

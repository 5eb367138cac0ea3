package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// brokenWriter is one way to break what brings edits to the disk, and a test that has to
// notice. The sources stay as they are: the go command is given other ones in
// their place.
type brokenWriter struct {
	name, file string
	now, then  string // exactly one place in the file
	test       string
	args       []string // of go test
	env        []string
}

var faultArgs = []string{"-tags", faultTags, "./workshop/library"}

// brokenWriters break the promises of the writer, one each.
var brokenWriters = []brokenWriter{
	{name: "commits are not synced", file: "workshop/library/conn.go",
		now: `setting{"synchronous", "FULL", "2"}`, then: `setting{"synchronous", "OFF", "0"}`,
		test: "TestPowerCut", args: faultArgs, env: []string{"NEMAWASHI_CUTS=60"}},
	{name: "the log's name is not synced", file: "workshop/library/open.go",
		now: "err = l.opt.syncFolder(filepath.Dir(l.path))", then: "err = nil",
		test: "TestPowerCut", args: faultArgs, env: []string{"NEMAWASHI_CUTS=60"}},
	{name: "saved is said before it is", file: "workshop/library/writer.go",
		now: "reply <- w.save()", then: "reply <- nil\n\t\t\tw.save()",
		test: "TestPowerCut", args: faultArgs, env: []string{"NEMAWASHI_CUTS=60"}},
	{name: "a backup gets its name before it is synced", file: "workshop/library/create.go",
		now: "err := syncFile(temp)\n", then: "err := error(nil)\n",
		test: "TestPowerCut", args: faultArgs, env: []string{"NEMAWASHI_CUTS=60"}},
	{name: "the folder of backups is not synced", file: "workshop/library/disk.go",
		now: "\treturn syncFolder(above)\n", then: "\treturn nil\n",
		test: "TestPowerCut", args: faultArgs, env: []string{"NEMAWASHI_CUTS=60"}},
	{name: "records are written without their changes", file: "workshop/library/commit.go",
		now: "if err := c.change(&q.changes[i]); err != nil {", then: "if i >= 0 {\n\t\t\t\tcontinue\n\t\t\t}\n\t\t\tif err := c.change(&q.changes[i]); err != nil {",
		test: "TestLockOfADeadProcess", args: []string{"./workshop/library"}},
	{name: "what the disk refused is forgotten", file: "workshop/library/writer.go",
		now: "w.pending, w.first = q, first", then: "w.pending, w.first = newQueue(), first",
		test: "TestDiskTrouble", args: []string{"./workshop/library"}},
	{name: "another library in its place is written to", file: "workshop/library/library.go",
		now: "if err := l.sameLibrary(); err != nil {", then: "if err := l.sameLibrary(); err != nil && l == nil {",
		test: "TestFileIsReplaced", args: []string{"./workshop/library"}},
	{name: "nothing is flushed on SIGTERM", file: "ui/ending.go",
		now: "func (a *App) finish() {\n", then: "func (a *App) finish() {\n\tif !a.stopping {\n\t\ta.config.Log(\"stopped\")\n\t\treturn\n\t}\n",
		test: "TestEndWithoutTheLoop", args: []string{"-tags", headlessTags, "./ui"}},
}

// breaks breaks the writer in each way and wants the named test to fail, and to
// pass on what is really there.
func (d *desk) breaks(ctx context.Context, only []string) error {
	var chosen []brokenWriter
	for _, b := range brokenWriters {
		if len(only) == 0 || slices.ContainsFunc(only, func(s string) bool { return strings.Contains(b.name, s) }) {
			chosen = append(chosen, b)
		}
	}
	if len(chosen) == 0 {
		return fmt.Errorf("%w: nothing is broken like that", errUsage)
	}
	if err := d.machine.provide(forPower); err != nil {
		return err
	}
	d.machine.provideFUSE()
	var missed []string
	sound := map[string]bool{}
	for _, b := range chosen {
		if key := b.test + strings.Join(b.args, " "); !sound[key] {
			if failed, _, err := d.tryBroken(ctx, b, ""); err != nil || failed {
				return errors.Join(fmt.Errorf("%s fails on what is really there", b.test), err)
			}
			sound[key] = true
		}
		overlay, forget, err := d.overlay(b)
		if err != nil {
			return err
		}
		failed, which, err := d.tryBroken(ctx, b, overlay)
		forget()
		if err != nil {
			return err
		}
		if !failed {
			missed = append(missed, b.name)
			which = "nobody noticed"
		}
		fmt.Fprintf(d.out, "  %-45s %s\n", b.name+":", which)
	}
	if len(missed) > 0 {
		return fmt.Errorf("nobody noticed: %s", strings.Join(missed, "; "))
	}
	return nil
}

// overlay writes the broken source, and the file that puts it in the place of
// the real one.
func (d *desk) overlay(b brokenWriter) (path string, forget func(), err error) {
	real := filepath.Join(d.root, filepath.FromSlash(b.file))
	source, err := os.ReadFile(real)
	if err != nil {
		return "", nil, fmt.Errorf("break %s: %w", b.file, err)
	}
	if n := bytes.Count(source, []byte(b.now)); n != 1 {
		return "", nil, fmt.Errorf("break %s: %q is in it %d times, not once; the break has to be written anew", b.file, b.now, n)
	}
	folder, err := os.MkdirTemp("", "nemawashi-broken-")
	if err != nil {
		return "", nil, fmt.Errorf("break %s: %w", b.file, err)
	}
	broken := filepath.Join(folder, "broken.go")
	path = filepath.Join(folder, "overlay.json")
	list, err := json.Marshal(map[string]map[string]string{"Replace": {real: broken}})
	if err == nil {
		err = os.WriteFile(broken, bytes.Replace(source, []byte(b.now), []byte(b.then), 1), 0o600)
	}
	if err == nil {
		err = os.WriteFile(path, list, 0o600)
	}
	return path, func() { _ = os.RemoveAll(folder) }, err
}

// tryBroken runs the test on the sources as the overlay has them, and says
// whether it failed as a test: that something does not compile proves nothing.
func (d *desk) tryBroken(ctx context.Context, b brokenWriter, overlay string) (failed bool, which string, err error) {
	var said bytes.Buffer
	with := []string{}
	if overlay != "" {
		with = append(with, "-overlay", overlay)
	}
	env := slices.Concat([]string{"NEMAWASHI_SEED=1"}, b.env, pureGo)
	args := slices.Concat([]string{"go", "test", "-count=1", "-v"}, with, []string{"-run", "^" + b.test + "$"}, b.args)
	run := d.run(ctx, invocation{env: env, args: args, out: &said})
	for line := range strings.Lines(said.String()) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "--- FAIL: "); ok {
			name, _, _ = strings.Cut(name, " ")
			return true, name + " fails", nil
		}
	}
	if run != nil {
		return false, "", fmt.Errorf("%s could not be run: %w\n%s", b.test, run, said.String())
	}
	if !strings.Contains(said.String(), "--- PASS: "+b.test) {
		return false, "", fmt.Errorf("%w: %s", errNoTests, b.test)
	}
	return false, "", nil
}

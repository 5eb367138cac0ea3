package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"
)

// longCuts is how often the power is cut in each way by `test --long`.
const longCuts = 10_000

// chance takes the flags of `test` from its arguments and returns the stages.
// What happens by chance in a stage follows from the seed, which is printed.
func (d *desk) chance(args []string) ([]string, error) {
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Uint64Var(&d.seed, "seed", 0, "of what happens by chance (0: a new one)")
	flags.BoolVar(&d.long, "long", false, "try more: thousands of power cuts")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return nil, err
	} else if err != nil {
		return nil, fmt.Errorf("%w: %w", errUsage, err)
	}
	if d.seed == 0 {
		d.seed = uint64(time.Now().UnixNano())
	}
	return flags.Args(), nil
}

// checkPower cuts the power of a disk, in a file system of our own. Where none
// can be mounted the tests say so and watch SQLite's files alone.
func (d *desk) checkPower(ctx context.Context) error {
	tests, err := findTagged(d.root, "faults", "Test")
	if err != nil {
		return err
	}
	d.machine.provideFUSE()
	env := []string{"CGO_ENABLED=0", fmt.Sprintf("NEMAWASHI_SEED=%d", d.seed)}
	limit := "10m"
	if d.long {
		env = append(env, fmt.Sprintf("NEMAWASHI_CUTS=%d", longCuts))
		limit = "3h"
	}
	args := []string{"go", "test", "-count=1", "-v", "-timeout", limit, "-tags", faultTags, "-run", tests.pattern()}
	return d.run(ctx, invocation{env: env, args: append(args, tests.packages()...)})
}

// checkKill kills the command line tool again and again while it writes.
func (d *desk) checkKill(ctx context.Context) error {
	tests, err := findTagged(d.root, "kill", "Test")
	if err != nil {
		return err
	}
	args := []string{"go", "test", "-count=1", "-v", "-tags", killTags, "-run", tests.pattern()}
	env := []string{"CGO_ENABLED=0", fmt.Sprintf("NEMAWASHI_SEED=%d", d.seed)}
	return d.run(ctx, invocation{env: env, args: append(args, tests.packages()...)})
}

// fuseDevice is the door between the system and file systems that are programs.
const fuseDevice = "/dev/fuse"

// provideFUSE opens that door where root may: the module is not always loaded,
// and a container is often started without the device.
func (m *machine) provideFUSE() {
	if _, err := os.Stat(fuseDevice); err == nil || !m.root {
		return
	}
	for _, command := range [][]string{{"modprobe", "fuse"}, {"mknod", "-m", "600", fuseDevice, "c", "10", "229"}} {
		if _, err := os.Stat(fuseDevice); err == nil {
			return
		}
		if err := m.execute(nil, command[0], command[1:]...); err != nil {
			fmt.Fprintf(m.out, "%s could not be made by %s (%v).\n", fuseDevice, command[0], err)
		}
	}
}

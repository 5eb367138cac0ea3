//go:build unix

package snap

import (
	"syscall"
	"time"
)

// Spent is how much processor time this process has had. The difference of two is its own work between them, whatever else the machine does.
func Spent() time.Duration {
	var use syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &use) != nil {
		return time.Since(begun)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

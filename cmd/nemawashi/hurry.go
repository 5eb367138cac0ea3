package main

import (
	"math"
	"runtime/debug"
	"sync"
	"time"
)

// startMemory is how much the start may take before the garbage collector
// works all the same, in bytes: several times of what it needs.
const startMemory = 256 << 20

// startTime is how long a start may take before it counts as over.
const startTime = 5 * time.Second

// hurry leaves the garbage collector out while the app starts: what the start
// makes is nearly all needed until Home is there. settled puts it back to work
// and gives back to the system what only the start needed.
func hurry() (settled func()) {
	percent := debug.SetGCPercent(-1)
	limit := debug.SetMemoryLimit(-1) // asks; somebody may have set one
	if limit == math.MaxInt64 {
		debug.SetMemoryLimit(startMemory)
	}
	settled = sync.OnceFunc(func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
		go debug.FreeOSMemory()
	})
	time.AfterFunc(startTime, settled) // where Home does not come, for whatever reason
	return settled
}

// Package hurry leaves the garbage collector out while the app starts: what
// the start makes is nearly all needed until Home is there.
//
// It does so from its own initialization on, which comes before that of the
// large libraries: their tables alone would have the collector run twice. It
// imports next to nothing, so that nothing has to come before it.
package hurry

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

var (
	percent = debug.SetGCPercent(-1)
	limit   = debug.SetMemoryLimit(-1) // asks; somebody may have set one
	settle  sync.Once
)

func init() {
	if limit == math.MaxInt64 {
		debug.SetMemoryLimit(startMemory)
	}
	time.AfterFunc(startTime, Settled) // where Home does not come, for whatever reason
}

// Settled puts the garbage collector back to work and gives back to the system
// what only the start needed. Any call but the first does nothing.
func Settled() {
	settle.Do(func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
		go debug.FreeOSMemory()
	})
}

//go:build !unix

package snap

import "time"

// Spent is the time that has gone by, where the system does not tell how much of it the process had.
func Spent() time.Duration { return time.Since(begun) }

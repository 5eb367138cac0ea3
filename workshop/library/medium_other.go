//go:build !linux && !darwin && !windows

package library

// medium is not known on this system; names of folders still are.
func medium(string) Code { return "" }

// freeBytes is not known on this system.
func freeBytes(string) (int64, bool) { return 0, false }

// forget would drop what the system holds of a file in memory; here it is kept.
func forget(string) error { return nil }

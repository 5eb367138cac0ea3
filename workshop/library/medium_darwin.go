package library

import (
	"strings"

	"golang.org/x/sys/unix"
)

// medium says on what a folder lies: Network, Removable, or "" for a local disk.
func medium(folder string) Code {
	var fs unix.Statfs_t
	if unix.Statfs(folder, &fs) != nil {
		return ""
	}
	if fs.Flags&unix.MNT_LOCAL == 0 {
		return Network
	}
	if strings.HasPrefix(unix.ByteSliceToString(fs.Mntonname[:]), "/Volumes/") {
		return Removable
	}
	return ""
}

// freeBytes is how much can still be written to a folder.
func freeBytes(folder string) (int64, bool) {
	var fs unix.Statfs_t
	if unix.Statfs(folder, &fs) != nil {
		return 0, false
	}
	return int64(fs.Bavail) * int64(fs.Bsize), true
}

// forget would drop what the system holds of a file in memory; here it is kept.
func forget(string) error { return nil }

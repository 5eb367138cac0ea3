package library

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// medium says on what a folder lies: Network, Removable, or "" for a local disk.
func medium(folder string) Code {
	volume := filepath.VolumeName(folder)
	if len(volume) > 2 { // \\server\share
		return Network
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	if err != nil {
		return ""
	}
	switch windows.GetDriveType(root) {
	case windows.DRIVE_REMOTE:
		return Network
	case windows.DRIVE_REMOVABLE, windows.DRIVE_CDROM:
		return Removable
	}
	return ""
}

// freeBytes is how much can still be written to a folder.
func freeBytes(folder string) (int64, bool) {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, false
	}
	var free uint64
	if windows.GetDiskFreeSpaceEx(name, &free, nil, nil) != nil {
		return 0, false
	}
	return int64(free), true
}

// forget would drop what the system holds of a file in memory; here it is kept.
func forget(string) error { return nil }

package library

import (
	"errors"
	"fmt"
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// lockFile takes the lock or returns errHeld; it never waits. The byte that is
// locked lies beyond the text, which others can then read.
func lockFile(f *os.File) error {
	at := &windows.Overlapped{Offset: 1 << 30}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errHeld
	}
	return err
}

// fileNumber tells a file from a copy of it.
func fileNumber(info os.FileInfo) string {
	if s, ok := info.Sys().(*syscall.Win32FileAttributeData); ok {
		return fmt.Sprint(s.CreationTime.Nanoseconds())
	}
	return ""
}

//go:build faults

package library

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

// cutVFS is the second best where the system can mount no cutDisk: what SQLite
// does to its files, and the library to their folder, is remembered on the way
// to real files. It sees neither backups nor how a library is made.
type cutVFS struct {
	vfs.VFSFilename
	disk *cutDisk
}

func (v *cutVFS) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, out, err := v.VFSFilename.OpenFilename(name, flags)
	if err != nil {
		return nil, out, err
	}
	base := filepath.Base(name.String())
	ino, _, err := v.disk.lookup(cutRoot, base)
	if err != nil {
		if ino, err = v.disk.create(cutRoot, base, false); err != nil {
			return nil, out, errors.Join(err, f.Close())
		}
	}
	return &cutVFSFile{File: f, disk: v.disk, ino: ino}, out, nil
}

func (v *cutVFS) Delete(name string, syncDir bool) error {
	err := v.VFSFilename.Delete(name, syncDir)
	if err == nil {
		err = v.disk.unlink(cutRoot, filepath.Base(name))
	}
	if err == nil && syncDir {
		err = v.disk.sync(cutRoot)
	}
	return err
}

type cutVFSFile struct {
	vfs.File
	disk *cutDisk
	ino  uint64
}

func (f *cutVFSFile) SharedMemory() vfs.SharedMemory {
	if s, ok := f.File.(vfs.FileSharedMemory); ok {
		return s.SharedMemory()
	}
	return nil
}

func (f *cutVFSFile) WriteAt(p []byte, off int64) (int, error) {
	if err := f.disk.write(f.ino, p, off); err != nil {
		return 0, systemError(err)
	}
	return f.File.WriteAt(p, off)
}

func (f *cutVFSFile) Truncate(size int64) error {
	if err := f.disk.truncate(f.ino, size); err != nil {
		return systemError(err)
	}
	return f.File.Truncate(size)
}

func (f *cutVFSFile) Sync(flags vfs.SyncFlag) error {
	return errors.Join(f.File.Sync(flags), f.disk.sync(f.ino))
}

// systemError is what SQLite makes of an error of the system.
func systemError(err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return vfs.SystemError(syscall.ENOSPC, sqlite3.FULL)
	}
	return err
}

// readImage reads a folder without folders in it.
func readImage(folder string) (cutImage, error) {
	out := cutImage{cutRoot: {names: map[string]uint64{}}}
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return out, nil
	}
	for i, e := range entries {
		b, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		ino := uint64(cutRoot + 1 + i)
		out[ino] = &cutNode{data: b}
		out[cutRoot].names[e.Name()] = ino
	}
	return out, err
}

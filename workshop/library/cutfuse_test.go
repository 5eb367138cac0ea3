//go:build faults && linux

package library

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
)

// cutMount shows a cutDisk as a folder of the system, so that the library, and
// everything that it does to files without SQLite, runs on it unchanged. It must
// not be used by the process that mounts it: a page of a shared file that this
// process waits for could only be brought by this process.
func cutMount(d *cutDisk, at string) (unmount func() error, err error) {
	options := &fs.Options{MountOptions: fuse.MountOptions{FsName: "cutdisk", Name: "cutdisk", DirectMount: true, DisableXAttrs: true}}
	server, err := fs.Mount(at, &cutEntry{disk: d, ino: cutRoot}, options)
	if err != nil {
		return nil, err
	}
	return server.Unmount, nil
}

// cutEntry is a node of the disk as the system sees it.
type cutEntry struct {
	fs.Inode
	disk *cutDisk
	ino  uint64
}

func (e *cutEntry) child(ctx context.Context, ino uint64, isFolder bool, out *fuse.EntryOut) *fs.Inode {
	mode := uint32(syscall.S_IFREG)
	if isFolder {
		mode = syscall.S_IFDIR
	}
	c := &cutEntry{disk: e.disk, ino: ino}
	c.attributes(&out.Attr)
	return e.NewInode(ctx, c, fs.StableAttr{Mode: mode, Ino: ino})
}

func (e *cutEntry) attributes(out *fuse.Attr) {
	out.Mode = 0o600
	out.Nlink = 1
	out.Size = uint64(e.disk.size(e.ino))
	out.Blksize = 4096
	out.Owner = fuse.Owner{Uid: uint32(os.Getuid()), Gid: uint32(os.Getgid())}
}

// claimed is how the writer's process tells, in the order of everything else,
// what it has said to its user: it looks for a file that is called so.
const claimed = ".claim-"

func sayClaim(folder string, c claim) {
	b, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	// That it is not there is the answer that is expected.
	_, _ = os.Lstat(filepath.Join(folder, claimed+url.QueryEscape(string(b))))
}

func (e *cutEntry) Lookup(ctx context.Context, name string, out *fuse.EntryOut) (*fs.Inode, syscall.Errno) {
	if text, ok := strings.CutPrefix(name, claimed); ok {
		var c claim
		plain, err := url.QueryUnescape(text)
		if err == nil {
			err = json.Unmarshal([]byte(plain), &c)
		}
		if err != nil {
			return nil, syscall.EINVAL
		}
		e.disk.said(c)
		return nil, syscall.ENOENT
	}
	ino, isFolder, err := e.disk.lookup(e.ino, name)
	if err != nil {
		return nil, fs.ToErrno(err)
	}
	return e.child(ctx, ino, isFolder, out), 0
}

func (e *cutEntry) Readdir(context.Context) (fs.DirStream, syscall.Errno) {
	e.disk.mu.Lock()
	defer e.disk.mu.Unlock()
	var list []fuse.DirEntry
	for name, ino := range e.disk.nodes[e.ino].names {
		mode := uint32(syscall.S_IFREG)
		if e.disk.nodes[ino].names != nil {
			mode = syscall.S_IFDIR
		}
		list = append(list, fuse.DirEntry{Name: name, Ino: ino, Mode: mode})
	}
	return fs.NewListDirStream(list), 0
}

func (e *cutEntry) Getattr(_ context.Context, _ fs.FileHandle, out *fuse.AttrOut) syscall.Errno {
	e.attributes(&out.Attr)
	return 0
}

func (e *cutEntry) Setattr(_ context.Context, _ fs.FileHandle, in *fuse.SetAttrIn, out *fuse.AttrOut) syscall.Errno {
	if size, ok := in.GetSize(); ok {
		if err := e.disk.truncate(e.ino, int64(size)); err != nil {
			return fs.ToErrno(err)
		}
	}
	e.attributes(&out.Attr)
	return 0
}

func (e *cutEntry) Statfs(_ context.Context, out *fuse.StatfsOut) syscall.Errno {
	out.Bsize, out.Frsize, out.NameLen = 4096, 4096, 1024
	out.Blocks, out.Bfree, out.Bavail = 1<<20, 1<<20, 1<<20
	return 0
}

func (e *cutEntry) Open(context.Context, uint32) (fs.FileHandle, uint32, syscall.Errno) {
	return nil, 0, 0
}

func (e *cutEntry) Create(ctx context.Context, name string, _, _ uint32, out *fuse.EntryOut) (*fs.Inode, fs.FileHandle, uint32, syscall.Errno) {
	ino, err := e.disk.create(e.ino, name, false)
	if err != nil {
		return nil, nil, 0, fs.ToErrno(err)
	}
	return e.child(ctx, ino, false, out), nil, 0, 0
}

func (e *cutEntry) Mkdir(ctx context.Context, name string, _ uint32, out *fuse.EntryOut) (*fs.Inode, syscall.Errno) {
	ino, err := e.disk.create(e.ino, name, true)
	if err != nil {
		return nil, fs.ToErrno(err)
	}
	return e.child(ctx, ino, true, out), 0
}

func (e *cutEntry) Link(ctx context.Context, target fs.InodeEmbedder, name string, out *fuse.EntryOut) (*fs.Inode, syscall.Errno) {
	ino := target.(*cutEntry).ino
	if err := e.disk.link(e.ino, name, ino); err != nil {
		return nil, fs.ToErrno(err)
	}
	return e.child(ctx, ino, false, out), 0
}

func (e *cutEntry) Unlink(_ context.Context, name string) syscall.Errno {
	return fs.ToErrno(e.disk.unlink(e.ino, name))
}

func (e *cutEntry) Rmdir(_ context.Context, name string) syscall.Errno {
	return fs.ToErrno(e.disk.unlink(e.ino, name))
}

func (e *cutEntry) Rename(_ context.Context, name string, to fs.InodeEmbedder, as string, flags uint32) syscall.Errno {
	if flags != 0 {
		return syscall.EINVAL
	}
	return fs.ToErrno(e.disk.rename(e.ino, name, to.(*cutEntry).ino, as))
}

func (e *cutEntry) Read(_ context.Context, _ fs.FileHandle, p []byte, off int64) (fuse.ReadResult, syscall.Errno) {
	return fuse.ReadResultData(p[:e.disk.read(e.ino, p, off)]), 0
}

func (e *cutEntry) Write(_ context.Context, _ fs.FileHandle, p []byte, off int64) (uint32, syscall.Errno) {
	return uint32(len(p)), fs.ToErrno(first(e.disk.write(e.ino, p, off)))
}

// first is the number of an error that says more.
func first(err error) error {
	var number syscall.Errno
	if errors.As(err, &number) {
		return number
	}
	return err
}

func (e *cutEntry) Fsync(context.Context, fs.FileHandle, uint32) syscall.Errno {
	return fs.ToErrno(e.disk.sync(e.ino))
}

func (e *cutEntry) Flush(context.Context, fs.FileHandle) syscall.Errno { return 0 }

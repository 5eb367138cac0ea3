package library

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// remote are the file systems (as statfs numbers them) on which another
// machine can write at the same time, or locks and syncs mean little.
var remote = []uint32{
	unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.V9FS_MAGIC,
	unix.AFS_SUPER_MAGIC, unix.CODA_SUPER_MAGIC, unix.CEPH_SUPER_MAGIC, unix.NCP_SUPER_MAGIC,
}

// overNetwork are programs that show a remote place as a local folder. Other
// file systems that are programs (NTFS, encrypted homes) are local.
var overNetwork = []string{
	"sshfs", "rclone", "gvfsd-fuse", "kio-fuse", "s3fs", "davfs", "davfs2", "onedriver", "google-drive-ocamlfuse",
	"smbnetfs", "curlftpfs", "glusterfs", "ceph-fuse", "mtpfs", "jmtpfs", "simple-mtpfs",
}

// medium says on what a folder lies: Network, Removable, or "" for a local disk.
func medium(folder string) Code {
	var fs unix.Statfs_t
	if unix.Statfs(folder, &fs) == nil {
		if slices.Contains(remote, uint32(fs.Type)) || fs.Type == unix.FUSE_SUPER_MAGIC && remoteFUSE(folder) {
			return Network
		}
	}
	info, err := os.Stat(folder)
	if err != nil {
		return ""
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		dev := fmt.Sprintf("/sys/dev/block/%d:%d", unix.Major(s.Dev), unix.Minor(s.Dev))
		if onStick(dev) {
			return Removable
		}
	}
	return ""
}

// onStick follows a block device in sysfs to its disk and asks whether that
// can be pulled out.
func onStick(dev string) bool {
	real, err := filepath.EvalSymlinks(dev)
	if err != nil {
		return false
	}
	if strings.Contains(real, "/usb") {
		return true
	}
	for _, at := range []string{real, filepath.Dir(real)} {
		if b, err := os.ReadFile(filepath.Join(at, "removable")); err == nil {
			return strings.TrimSpace(string(b)) == "1"
		}
	}
	return false
}

// remoteFUSE asks the table of mounts which program shows the folder.
func remoteFUSE(folder string) bool {
	b, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return false
	}
	best, kind := "", ""
	for line := range strings.Lines(string(b)) {
		before, after, ok := strings.Cut(line, " - ")
		fields, types := strings.Fields(before), strings.Fields(after)
		if !ok || len(fields) < 5 || len(types) == 0 {
			continue
		}
		at := strings.ReplaceAll(fields[4], `\040`, " ")
		if len(at) >= len(best) && (folder == at || strings.HasPrefix(folder, strings.TrimSuffix(at, "/")+"/")) {
			best, kind = at, types[0]
		}
	}
	return slices.Contains(overNetwork, strings.TrimPrefix(kind, "fuse."))
}

// freeBytes is how much can still be written to a folder.
func freeBytes(folder string) (int64, bool) {
	var fs unix.Statfs_t
	if unix.Statfs(folder, &fs) != nil {
		return 0, false
	}
	return int64(fs.Bavail) * int64(fs.Bsize), true
}

// forget drops what the system holds of a synced file in memory, so that it is
// read from the disk again.
func forget(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	// Where a file system cannot do it, it is read from memory.
	_ = unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED)
	return f.Close()
}

//go:build unix

package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// giveTo gives a file or folder, which is so, the owner and group of another.
func giveTo(path string, is, like fs.FileInfo) error {
	has, known := is.Sys().(*syscall.Stat_t)
	wanted, also := like.Sys().(*syscall.Stat_t)
	if !known || !also || has.Uid == wanted.Uid && has.Gid == wanted.Gid {
		return nil
	}
	return os.Lchown(path, int(wanted.Uid), int(wanted.Gid))
}

// isMountPoint reports whether a folder is on another file system than the one that it
// is in.
func isMountPoint(dir string) bool {
	parent, err := parentOf(dir)
	if err != nil {
		return false
	}
	device := func(path string) (uint64, bool) {
		info, err := os.Stat(path)
		if err != nil {
			return 0, false
		}
		s, ok := info.Sys().(*syscall.Stat_t)
		if !ok {
			return 0, false
		}
		return uint64(s.Dev), true
	}
	own, there := device(filepath.Clean(dir))
	around, known := device(parent)
	return there && known && own != around
}

//go:build !windows

package document

import (
	"errors"
	"syscall"
)

// isFull reports whether there is no room, on the disk or in what a person may have of it.
func isFull(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// isTooLarge reports whether a file would be larger than its disk, or a limit, allows.
func isTooLarge(err error) bool { return errors.Is(err, syscall.EFBIG) }

// isReadOnly reports whether nothing can be written on the disk.
func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

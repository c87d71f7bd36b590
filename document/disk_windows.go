package document

import (
	"errors"
	"syscall"
)

// Errors of Windows, by their numbers.
const (
	errorWriteProtect   = syscall.Errno(19)
	errorHandleDiskFull = syscall.Errno(39)
	errorDiskFull       = syscall.Errno(112)
	errorFileTooLarge   = syscall.Errno(223)
)

// isFull reports whether there is no room on the disk.
func isFull(err error) bool {
	return errors.Is(err, errorHandleDiskFull) || errors.Is(err, errorDiskFull)
}

// isTooLarge reports whether a file would be larger than its disk allows.
func isTooLarge(err error) bool { return errors.Is(err, errorFileTooLarge) }

// isReadOnly reports whether nothing can be written on the disk.
func isReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }

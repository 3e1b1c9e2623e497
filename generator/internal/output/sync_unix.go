//go:build unix && (!linux || android)

package output

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncFile waits until the file is with the disk. It is not File.Sync, which on a Mac also empties the cache
// of the disk, some milliseconds for each of thousands of files.
func syncFile(file *os.File) error { return unix.Fsync(int(file.Fd())) }

//go:build !android

package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange lets two folders change names in one step; see renameat2(2).
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}

// syncFile leaves it to syncFolder.
func syncFile(*os.File) error { return nil }

// syncFolder waits until the file system that dir is on has written everything, which is one call for any
// number of files. The kernel then has the new files on disk before the exchange that shows them.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := unix.Syncfs(int(d.Fd())); !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}

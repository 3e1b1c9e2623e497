package output

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// tryLock takes the lock of an open file, false if another open file has it, be it of this process. The lock
// is on one byte far behind the end: on Windows a locked part of a file cannot be read by others.
func tryLock(file *os.File) (bool, error) {
	at := windows.Overlapped{OffsetHigh: 1 << 30}
	err := windows.LockFileEx(windows.Handle(file.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return false, nil
	}
	return err == nil, err
}

// alive tells whether a process runs. One that does not let itself be asked counts as running.
func alive(pid int) bool {
	const running = 259 // STILL_ACTIVE, what GetExitCodeProcess says of a process without an exit code
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return errors.Is(err, windows.ERROR_ACCESS_DENIED)
	}
	defer windows.CloseHandle(h)
	var code uint32
	err = windows.GetExitCodeProcess(h, &code)
	return err != nil || code == running
}

// inode is not to be had without opening the file.
func inode(fs.FileInfo) uint64 { return 0 }

// rename tries for a second: a virus scanner opens files that were just written, and closes them soon.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for end := time.Now().Add(time.Second); inUse(err) && time.Now().Before(end); {
		time.Sleep(50 * time.Millisecond)
		err = os.Rename(from, to)
	}
	return err
}

// inUse tells whether a folder cannot be renamed because something in it is open, which Windows most often
// calls a lack of rights.
func inUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// syncFile waits until the file is on disk.
func syncFile(file *os.File) error { return file.Sync() }

package output

import (
	"bytes"
	"os"
	"strings"
	"time"
)

const (
	lockWait  = 5 * time.Second
	lockPause = 20 * time.Millisecond
)

// lockFile opens the file at path, makes it if need be, and takes its lock, which the kernel gives back when
// the process ends in whatever way. The file stays for good: if it went, two builds could each lock one.
func lockFile(path string, wait time.Duration) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	for end := time.Now().Add(wait); ; time.Sleep(lockPause) {
		held, err := tryLock(file)
		if held {
			return file, nil
		}
		if err == nil && time.Now().After(end) {
			err = ErrLocked
		}
		if err != nil {
			file.Close()
			return nil, err
		}
	}
}

// ourLock tells whether data is what this package writes to a lock file, or what a crash can make of it: a
// part, or zeros. With --out Cargo the name may belong to somebody else's file.
func ourLock(data []byte) bool {
	text := string(bytes.TrimRight(data, "\x00"))
	return strings.HasPrefix(text, statsTitle) || strings.HasPrefix(statsTitle, text)
}

// saveStats writes the stats to the lock file. The site is in place by then, so a failure is not one of the
// build: the next one finds stats that are damaged or about another list, and writes all files anew.
func (f *Folder) saveStats(data []byte) {
	if f.lock.Truncate(0) == nil {
		f.lock.WriteAt(data, 0)
	}
}

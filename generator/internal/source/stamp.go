package source

import (
	"io/fs"
	"time"
)

// Stamp tells whether a file was touched: equal stamps mean equal bytes, unless it was changed in the very instant it
// was read in.
type Stamp struct {
	Size  int64
	Time  time.Time
	Inode uint64 // 0 where the system does not say
}

// Stamp returns the file's stamp.
func (f File) Stamp() (Stamp, error) {
	info, err := fs.Stat(f.fsys, f.Name)
	if err != nil {
		return Stamp{}, err
	}
	return Stamp{info.Size(), info.ModTime(), inode(info)}, nil
}

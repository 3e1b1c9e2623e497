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

// Stamp returns the file's stamp as it is now.
func (f File) Stamp() (Stamp, error) {
	info, err := f.stat()
	if err != nil {
		return Stamp{}, err
	}
	return Stamp{info.Size(), info.ModTime(), inode(info)}, nil
}

// stat asks by the entry where there is one: that is one call of the system, not one for each folder above the file.
func (f File) stat() (fs.FileInfo, error) {
	if f.entry != nil {
		return f.entry.Info()
	}
	return fs.Stat(f.fsys, f.Name)
}

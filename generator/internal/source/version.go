package source

import (
	"embed"
	"io/fs"
)

// Versioned is a file system that knows, without reading, what has changed in it: one that watches a folder.
type Versioned interface {
	fs.FS

	// Version numbers the bytes of a file: while the number is the same, so are they. 0: it cannot say.
	Version(name string) uint64

	// Names numbers the set of all names and what they are, folder or file. 0: it cannot say.
	Names() uint64
}

// Version numbers the file's bytes; see Versioned. 0 means that they must be read to be known.
func (f File) Version() uint64 {
	switch fsys := f.fsys.(type) {
	case Versioned:
		return fsys.Version(f.Name)
	case embed.FS:
		return 1
	}
	return 0
}

// Names numbers the set of names that a Tree is made from; see Versioned.
func (in Input) Names() uint64 {
	if v, ok := in.Disk.(Versioned); ok {
		return v.Names()
	}
	return 0
}

package main

import (
	"io/fs"
	"testing/fstest"
)

// locked is a file system of which one name may not be opened, as a folder or file of somebody else's. (Tests may run
// as root, who may read everything.)
type locked struct {
	fstest.MapFS
	name string
}

// Open implements fs.FS.
func (l locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

// ReadFile implements fs.ReadFileFS.
func (l locked) ReadFile(name string) ([]byte, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadFile(name)
}

// ReadDir implements fs.ReadDirFS.
func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadDir(name)
}

// Package output puts a built site in place.
//
// In: the complete list of a site's files, each with its bytes, or with the sum of bytes that the folder
// holds already. Out: a folder of exactly these files and the list ".psvsite", put there in one step, so that
// a reader of the folder sees the site before or the site after. Beside it stays "<out>.lock", which keeps a
// second build out and remembers size, time and inode of every file.
//
// It never writes in place, never touches a folder that psvsite did not write, never deletes a folder that
// does not bear its mark, and keeps nothing but the list: files that somebody added to the folder are gone
// after the next Put. It does not look into files and knows nothing of pages.
//
// Names beside the folder, of which only the lock outlives a build:
//
//	<out>.lock           held by the kernel while a Folder is open
//	<out>.new-<pid>      the next site while it is made; the old one while it is deleted
//	<out>.new-<pid>.old  the old site where two folders cannot change names in one step
package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"psvsite/generator/internal/memo"
)

// Errors that a caller may want to tell apart; the folder is then as it was.
var (
	// ErrForeign is given by Open for a folder that has content but not the mark.
	ErrForeign = errors.New("it holds files psvsite did not write; choose another --out or empty it")

	// ErrLocked is given by Open when another build kept the folder for longer than Open waits.
	ErrLocked = errors.New("another build is writing it; wait until that one is done")

	// ErrBusy is given by Put when the system refuses to rename the folder: on Windows if something in it is
	// open, elsewhere if it is a mount point, or in a lower layer of a container's overlay file system.
	ErrBusy = errors.New("it is open in another program, a mount point or part of a container image, " +
		"and is left as it was; close the program or choose a folder inside it")

	// ErrGone is given by Put for a File without Data that the folder does not hold, or no longer.
	ErrGone = errors.New("no longer on disk with that sum")
)

// mark is the name of the list that makes a folder psvsite's own.
const mark = ".psvsite"

// File is one file of the site.
type File struct {
	// Path is relative and slash-separated, as fs.ValidPath has it, with no character that Windows or a
	// memory card refuses. Two paths of a site differ in more than case, and ".psvsite" is taken.
	Path string

	// Data is the content. Nil means "as on disk with this Sum", which Has has confirmed; a file of no
	// bytes has Data that is empty but not nil.
	Data []byte

	// Sum is the SHA-256 of Data. The zero Sum lets Put work it out.
	Sum memo.Sum
}

// Report counts what Put did, in files.
type Report struct {
	Written int // new or changed
	Same    int // kept as they were
	Removed int // on the last list and not on this one
}

// fault wraps err once, with a verb and a path, without the path that package os puts in as well.
func fault(verb, path string, err error) error {
	var file *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &file):
		err = file.Err
	case errors.As(err, &link):
		err = link.Err
	case errors.As(err, &call):
		err = call.Err
	}
	return fmt.Errorf("%s %s: %w", verb, path, err)
}

// refused is fault for the renaming of the folder itself. EXDEV is what overlayfs says of a lower layer; our
// two names stand side by side, so it has no other cause.
func refused(path string, err error) error {
	if errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) || inUse(err) {
		err = ErrBusy
	}
	return fault("replace", path, err)
}

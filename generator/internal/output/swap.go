package output

import (
	"errors"
	"syscall"
)

// swap puts the stage where the folder is and returns the path of the old folder, or "" if there was none.
func (f *Folder) swap(stage string) (string, error) {
	if f.kind == absent {
		if err := rename(stage, f.dir); err != nil {
			return "", refused(f.name, err)
		}
		return "", nil
	}
	err := f.exchange(stage, f.dir)
	switch {
	case err == nil:
		return stage, nil
	case cannot(err):
		return f.moveAside(stage)
	default:
		return "", refused(f.name, err)
	}
}

// cannot tells an exchange that the system does not know from one that failed: ENOSYS and ENOTSUP are
// errors.ErrUnsupported, file systems without it say EINVAL or EXDEV, and system call filters EPERM. If it is
// a matter of rights after all, the plain rename that follows says so.
func cannot(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) ||
		errors.Is(err, syscall.EXDEV) || errors.Is(err, syscall.EPERM)
}

// moveAside is swap in two steps. Between them there is no site; Open mends it if the second never comes.
func (f *Folder) moveAside(stage string) (string, error) {
	old := asidePath(stage)
	if err := rename(f.dir, old); err != nil {
		return "", refused(f.name, err)
	}
	if err := rename(stage, f.dir); err != nil {
		err = refused(f.name, err)
		return "", errors.Join(err, rename(old, f.dir))
	}
	return old, nil
}

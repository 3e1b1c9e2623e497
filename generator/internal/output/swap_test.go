package output

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

func TestSwapWithoutExchange(t *testing.T) {
	for _, reason := range []error{errors.ErrUnsupported, syscall.EINVAL, syscall.ENOSYS, syscall.EXDEV, syscall.EPERM} {
		dir := filepath.Join(t.TempDir(), "public")
		f := mustOpen(t, dir)
		f.exchange = func(_, _ string) error { return reason }
		mustPut(t, f, site("a"), Report{Written: 43})
		mustPut(t, f, site("b"), Report{Written: 42, Same: 1, Removed: 2})
		mustPut(t, f, site("b"), Report{Same: 43})
		mustHold(t, dir, site("b"))
	}
}

func TestEmptyFolderWithoutExchange(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	f := mustOpen(t, dir)
	f.exchange = func(_, _ string) error { return errors.ErrUnsupported }
	mustPut(t, f, site("a"), Report{Written: 43})
	mustHold(t, dir, site("a"))
}

func TestRefusedExchangeLeavesSite(t *testing.T) {
	for reason, want := range map[error]error{
		syscall.EBUSY: ErrBusy, syscall.ENOSPC: syscall.ENOSPC, syscall.EACCES: fs.ErrPermission,
	} {
		dir := filepath.Join(t.TempDir(), "public")
		build(t, dir, site("a"), Report{Written: 43})
		f := mustOpen(t, dir)
		works := f.exchange
		f.exchange = func(_, _ string) error { return reason }
		if _, err := f.Put(site("b")); !errors.Is(err, want) {
			t.Errorf("Put = %v, want %v", err, want)
		}
		mustHold(t, dir, site("a"))
		f.exchange = works
		mustPut(t, f, site("b"), Report{Written: 42, Same: 1, Removed: 2})
		mustHold(t, dir, site("b"))
	}
}

// If the second of the two renames fails, the first is undone.
func TestMoveAsideIsUndone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	f := mustOpen(t, dir)
	f.exchange = func(stage, _ string) error {
		return errors.Join(os.RemoveAll(stage), errors.ErrUnsupported)
	}
	if _, err := f.Put(site("b")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Put = %v", err)
	}
	mustHold(t, dir, site("a"))
}

func TestSwapOfVanishedFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	f := mustOpen(t, dir)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Put(site("b")); err == nil {
		t.Error("no error")
	}
	if names := beside(t, dir); len(names) != 1 {
		t.Errorf("beside: %v", names)
	}
	f.Close()
	build(t, dir, site("b"), Report{Written: 43})
}

func TestCopyWhereLinksFail(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	f := mustOpen(t, dir)
	f.link = func(_, _ string) error { return syscall.EPERM }
	mustPut(t, f, site("b"), Report{Written: 42, Same: 1, Removed: 2})
	mustHold(t, dir, site("b"))
	mustPut(t, f, site("b"), Report{Same: 43})
	f.Close()
	build(t, dir, site("b"), Report{Same: 43})
}

// A file that goes while the site is built stops the build, and the site stays.
func TestKeptFileVanishes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, []File{text("a", "A"), text("b", "B")}, Report{Written: 2})
	f := mustOpen(t, dir)
	f.link = func(from, _ string) error { return errors.Join(os.Remove(from), syscall.EPERM) }
	if _, err := f.Put([]File{text("a", "A"), text("b", "B2")}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Put = %v", err)
	}
	mustHold(t, dir, []File{text("b", "B")})
}

// A reader who opens files by path never misses one and never reads half of one.
func TestReaderDuringExchange(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	f := mustOpen(t, dir)
	versions := [][]File{site("a"), site("b")}
	mustPut(t, f, versions[0], Report{Written: 43})
	var done atomic.Bool
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for n := 0; !done.Load(); n++ {
				i := 3 + n%40
				data, err := os.ReadFile(f.at(versions[0][i].Path))
				if err != nil || !bytes.Equal(data, versions[0][i].Data) && !bytes.Equal(data, versions[1][i].Data) {
					t.Errorf("%.20q, %v", data, err)
				}
			}
		})
	}
	for i := range 20 {
		mustPut(t, f, versions[1-i%2], Report{Written: 42, Same: 1, Removed: 2})
	}
	done.Store(true)
	readers.Wait()
}

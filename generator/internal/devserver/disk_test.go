package devserver

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// disk is a folder that changes at random.
type disk struct {
	*rand.Rand
	dir    string
	fsys   fs.FS
	folder *folder
	told   map[string]bool
	log    []string
}

func newDisk(t *testing.T, seed uint64) *disk {
	d := &disk{Rand: rand.New(rand.NewPCG(seed, 2)), dir: t.TempDir()}
	root, err := os.OpenRoot(d.dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	d.fsys = root.FS()
	d.folder = newFolder(d.fsys, &watcher{})
	return d
}

// name is one of few names, so that files and folders take each other's.
func (d *disk) name() string {
	list := []string{
		"config.yaml", "content", "content/en", "content/gu", "content/en/a.md", "content/en/b.md", "content/en/dir", "content/en/dir/a.md",
		"content/en/dir/deep", "content/en/dir/deep/a.md", "layouts", "layouts/page.html", "static/css", "static/css/own.css", "other", "other/a.md",
	}
	return list[d.IntN(len(list))]
}

// change does something to the folder and says of which names the system would tell.
func (d *disk) change() map[string]bool {
	d.told = map[string]bool{}
	for range 1 + d.IntN(3) {
		name, to := d.name(), d.name()
		file, target := filepath.Join(d.dir, name), filepath.Join(d.dir, to)
		switch d.IntN(8) {
		case 0, 1, 2:
			d.do("write "+name, os.WriteFile(file, []byte(strings.Repeat("x", d.IntN(3))+fmt.Sprint(d.IntN(9))), 0o644), name)
		case 3:
			d.do("make "+name, os.MkdirAll(file, 0o755), above(name)...)
		case 4:
			d.do("remove "+name, os.RemoveAll(file), name)
		case 5:
			d.do("rename "+name+" "+to, os.Rename(file, target), name, to)
		case 6:
			way, err := filepath.Rel(path.Dir(name), to)
			if err == nil {
				d.do("link "+name+" "+to, os.Symlink(way, file), name)
			}
		case 7:
			d.do("mode "+name, os.Chmod(file, []fs.FileMode{0o600, 0o755}[d.IntN(2)]), name)
		}
	}
	return d.told
}

// above are a name and the folders it stands in, which may be new.
func above(name string) []string {
	if name == "." {
		return nil
	}
	return append(above(path.Dir(name)), name)
}

func (d *disk) do(what string, err error, names ...string) {
	if err != nil {
		return
	}
	d.log = append(d.log, what)
	for _, name := range names {
		d.told[name] = true
	}
}

// compare lists both and reads all files.
func (d *disk) compare(versions map[string]string) string {
	got, want := listing(d.folder), listing(d.fsys)
	if !slices.Equal(got, want) {
		return fmt.Sprintf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, line := range want {
		name, _, _ := strings.Cut(line, " ")
		data, err := fs.ReadFile(d.fsys, name)
		n := d.folder.Version(name)
		if err != nil || n == 0 {
			continue
		}
		key := fmt.Sprint(name, " version ", n)
		if old, ok := versions[key]; ok && old != string(data) {
			return fmt.Sprintf("%s was %q and is %q", key, old, data)
		}
		versions[key] = string(data)
	}
	return ""
}

// listing is all that a build could see of a file system without opening files.
func listing(fsys fs.FS) []string {
	var list []string
	for _, root := range roots {
		_ = fs.WalkDir(fsys, root, func(name string, e fs.DirEntry, err error) error {
			if err != nil {
				list = append(list, fmt.Sprintf("%s cannot be listed", name))
				return fs.SkipDir
			}
			info, err := fs.Stat(fsys, name)
			if err != nil {
				list = append(list, fmt.Sprintf("%s %v leads nowhere", name, e.Type()))
			} else {
				list = append(list, fmt.Sprintf("%s %v %v %d", name, e.Type(), info.Mode(), info.Size()*int64(b2i(!info.IsDir()))))
			}
			return nil
		})
	}
	return list
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

package devserver

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestFolderIsTheDisk changes a folder at random and compares what is remembered of it with what stands there, when all
// is looked through and when only what happened is told.
func TestFolderIsTheDisk(t *testing.T) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			d := newDisk(t, seed)
			versions := map[string]string{} // of each name and version: the bytes
			for range 150 {
				told := d.change()
				if seed%2 == 0 {
					d.folder.scan(never)
				} else {
					(&session{folder: d.folder}).apply(told)
				}
				if fault := d.compare(versions); fault != "" {
					t.Fatalf("%s\nafter\n%s", fault, strings.Join(d.log, "\n"))
				}
			}
			if len(versions) < 10 {
				t.Errorf("%d versions only: too little is written", len(versions))
			}
		})
	}
}

// TestSameSizeSameTime writes other bytes under the same size and time, which no one can see who is not told, unless the
// file is so new that nothing is proved by that, or it is another file.
func TestSameSizeSameTime(t *testing.T) {
	for name, c := range map[string]struct {
		age               time.Duration
		told, anew, finds bool
	}{
		"new":               {age: 0, finds: true},
		"old":               {age: time.Hour, finds: false},
		"old, told":         {age: time.Hour, told: true, finds: true},
		"old, put in place": {age: time.Hour, anew: true, finds: true},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDisk(t, 1)
			file, then := filepath.Join(d.dir, "config.yaml"), time.Now().Add(-c.age)
			put := func(file, text string) {
				if err := errors.Join(os.WriteFile(file, []byte(text), 0o644), os.Chtimes(file, then, then)); err != nil {
					t.Fatal(err)
				}
			}
			put(file, "a")
			d.folder.scan(never)
			before := d.folder.Version("config.yaml")
			if c.anew {
				put(file+".new", "b")
				if err := os.Rename(file+".new", file); err != nil {
					t.Fatal(err)
				}
			} else {
				put(file, "b")
			}
			changed, _ := d.folder.update("config.yaml", c.told, never)
			if changed != c.finds || (d.folder.Version("config.yaml") != before) != c.finds {
				t.Errorf("changed: %t, version %d after %d; want %t", changed, d.folder.Version("config.yaml"), before, c.finds)
			}
		})
	}
}

package devserver

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// TestBlind takes the system's watching away: at once, and after a while.
func TestBlind(t *testing.T) {
	t.Run("from the beginning", func(t *testing.T) {
		newSystem = func() (*fsnotify.Watcher, error) { return nil, fmt.Errorf("no watches are left") }
		defer func() { newSystem = fsnotify.NewWatcher }()
		s := start(t, sample(), nil)
		s.settles()
		s.write("content/en/help.md", strings.Replace(page("Help", "Another text."), "type: page", "type: help", 1))
		s.settles()
		if !strings.Contains(s.err.String(), "no watches are left") || !strings.Contains(s.err.String(), "every half second") {
			t.Errorf("it says: %s", s.err)
		}
	})
	t.Run("later", func(t *testing.T) {
		var system *fsnotify.Watcher
		newSystem = func() (w *fsnotify.Watcher, err error) {
			system, err = fsnotify.NewWatcher()
			return system, err
		}
		defer func() { newSystem = fsnotify.NewWatcher }()
		s := start(t, sample(), nil)
		s.settles()
		system.Errors <- fmt.Errorf("no space left on device")
		s.eventually(func() string {
			if strings.Contains(s.err.String(), "no space left") {
				return ""
			}
			return "it does not say that it is blind"
		})
		s.write("content/en/new/page.md", page("New", "New."))
		s.settles()
	})
}

// untold starts a server and changes a page that its system no longer tells of.
func untold(t *testing.T) (*live, *fsnotify.Watcher) {
	var system *fsnotify.Watcher
	newSystem = func() (w *fsnotify.Watcher, err error) {
		system, err = fsnotify.NewWatcher()
		return system, err
	}
	t.Cleanup(func() { newSystem = fsnotify.NewWatcher })
	s := start(t, sample(), nil)
	s.settles()
	s.must(system.Remove(s.file("content/en/training")))
	s.write("content/en/training/first.md", page("One", "Nobody tells of this."))
	return s, system
}

// TestLost has the system lose count of what happened: all is looked through.
func TestLost(t *testing.T) {
	s, system := untold(t)
	system.Errors <- fsnotify.ErrEventOverflow
	s.settles()
}

// TestMissed has the system keep quiet about a change: a while after the next one it is found.
func TestMissed(t *testing.T) {
	s, _ := untold(t)
	s.settles()
	s.write("content/en/training/first.md", page("One", "It is watched again."))
	s.settles()
}

// TestMoved moves the site's folder away, puts another one in its place, and the first one back.
func TestMoved(t *testing.T) {
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, sample(), way)
			s.settles()
			away := s.dir + "-away"
			s.must(os.Rename(s.dir, away))
			s.eventually(func() string {
				if told := s.told(""); told.Error != "" && !told.Good {
					return ""
				}
				return "it does not say that the folder is gone"
			})
			if fault := s.differs(); fault != "" {
				t.Errorf("the last good site does not stay: %s", fault)
			}
			for name, data := range sample() {
				s.write(name, strings.Replace(data, "Help", "Other help", 1))
			}
			s.settles()
			s.must(os.Rename(s.dir, s.dir+"-other"))
			s.must(os.Rename(away, s.dir))
			s.settles()
			s.write("content/en/more.md", page("More", "It is followed again."))
			s.settles()
		})
	}
}

// TestFoldersAreWatched makes, renames and replaces folders, and writes into each afterwards: that is told at once, and
// not only found when all is looked through.
func TestFoldersAreWatched(t *testing.T) {
	defer func(d time.Duration) { proof = d }(proof)
	proof = time.Hour
	s := start(t, sample(), nil)
	s.settles()
	rename := func(from, to string) { s.must(os.Rename(s.file(from), s.file(to))) }
	remove := func(name string) { s.must(os.RemoveAll(s.file(name))) }
	for i, step := range []struct {
		change func()
		file   string
	}{
		{func() { s.must(os.MkdirAll(s.file("content/en/a/b/c"), 0o755)) }, "content/en/a/b/c/d.md"},
		{func() { rename("content/en/a", "content/en/e") }, "content/en/e/b/c/d.md"},
		{func() { rename("content/en/e/b", "content/en/f") }, "content/en/f/c/more.md"},
		{func() { remove("content/en/f"); s.write("content/en/f/c/d.md", page("D", "Anew.")) }, "content/en/f/c/d.md"},
		{func() { rename("content/en/f", "f"); s.write("content/en/f/c/d.md", page("D", "Another.")) }, "content/en/f/c/d.md"},
		{func() { rename("content/en/f", "g"); rename("f", "content/en/f") }, "content/en/f/c/d.md"},
		{func() { remove("static") }, "static/js/own.js"},
		{func() { rename("content", "old"); rename("old", "content") }, "content/en/training/first.md"},
		{func() { rename("content/en/f", "content/en/h"); rename("content/en/e", "content/en/f") }, "content/en/f/new.md"},
	} {
		step.change()
		s.settles()
		s.write(step.file, page("Page", fmt.Sprint("Written after step ", i)))
		s.settles()
	}
}

package devserver

import (
	"context"
	"fmt"
	"os"
	"time"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/source"
)

// proof is how long after the last change the whole folder is compared with what is known of it.
var proof = 3 * time.Second

const (
	forever  = 24 * time.Hour         // between changes
	pollGap  = 500 * time.Millisecond // between two looks at a folder that is not watched
	pollRest = 10                     // times as long as a look took, at the least
)

// server is the running server.
type server struct {
	Options
	dir   string // absolute
	board *board
}

// work builds, and builds again after each change, until ctx is done. A folder that was moved away or replaced is
// waited for and opened anew.
func (s *server) work(ctx context.Context, root *os.Root) {
	for ctx.Err() == nil {
		s.follow(ctx, root)
		_ = root.Close()
		for ctx.Err() == nil {
			var err error
			if root, err = openRoot(s.Dir); err == nil {
				break
			}
			s.show(nil, err, 0)
			pause(ctx, pollGap)
		}
	}
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// session is the work on one opened folder.
type session struct {
	*server
	self   os.FileInfo // of the folder
	watch  *watcher
	folder *folder
	cache  *build.Cache
}

// follow works on a folder for as long as it stands in its place.
func (s *server) follow(ctx context.Context, root *os.Root) {
	self, err := root.Stat(".")
	if err != nil {
		return
	}
	x := &session{server: s, self: self, watch: &watcher{}, cache: build.NewCache()}
	if !s.Poll {
		x.watch = newWatcher(s.dir)
		defer x.watch.close()
	}
	x.folder = newFolder(root.FS(), x.watch)
	x.folder.scan(never)
	x.build()
	if !s.Poll {
		if err := x.listen(ctx); err != nil {
			fmt.Fprintf(s.Stderr, "psvsite: the system does not watch this folder (%v): looking for changes every half second instead\n", err)
		}
	}
	x.poll(ctx)
}

// moved reports whether the folder's name stands for another one by now, or for none.
func (x *session) moved() bool {
	now, err := os.Stat(x.dir)
	return err != nil || !os.SameFile(now, x.self)
}

// listen builds whenever the system tells of a change, until it cannot tell any more, which is the error. A while after
// the last change it makes sure that nothing was missed.
func (x *session) listen(ctx context.Context) error {
	for limit := proof; ctx.Err() == nil && !x.moved(); {
		names, blind := x.watch.take(ctx, limit)
		if blind != nil || ctx.Err() != nil {
			return blind
		}
		var changed, proved bool
		if len(names) > 0 {
			changed = x.apply(names)
		} else {
			x.watch.mend(x.folder.folders())
			changed, proved = x.folder.scan(x.watch.pending)
		}
		if limit = proof; proved {
			limit = forever
		}
		if changed {
			x.build()
		}
	}
	return nil
}

// apply brings the folder up to date: first what is gone, since what has a new name may be watched under its old one.
// Where there are links, what happens under one name may concern another.
func (x *session) apply(names map[string]bool) (changed bool) {
	for _, gone := range []bool{true, false} {
		for name := range names {
			if ours(name) && x.folder.gone(name) == gone {
				changed = x.folder.look(name) || changed
			}
		}
	}
	if names["."] || x.folder.links > 0 {
		found, _ := x.folder.scan(never)
		changed = changed || found
	}
	return changed
}

// poll builds whenever a look at the folder shows a change.
func (x *session) poll(ctx context.Context) {
	for ctx.Err() == nil && !x.moved() {
		start := time.Now()
		changed, _ := x.folder.scan(never)
		took := time.Since(start)
		if changed {
			x.build()
		}
		pause(ctx, max(pollGap, pollRest*took))
	}
}

func (x *session) build() {
	start := time.Now()
	o := build.Options{Edition: x.Edition}
	if x.Day != nil {
		o.Day = x.Day()
	}
	result, err := build.Build(source.Input{Disk: x.folder, Embedded: x.Embedded}, o, x.cache)
	x.show(result, err, time.Since(start))
}

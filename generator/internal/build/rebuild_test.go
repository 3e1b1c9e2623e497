package build

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"unsafe"

	"psvsite"
	"psvsite/generator/internal/source"
)

// edits is how many edits each seed makes.
const edits = 40

// TestRebuildEqualsClean edits a sample site at random: it writes, changes, renames and deletes pages, pictures, data,
// layouts, interface strings, static files and settings, builds editions, breaks things and takes edits back. After
// each edit the build that remembers all former ones must equal one that remembers nothing, in every byte of every
// file and in every diagnostic. Every second site is one that is watched, so that unchanged files are not read again.
func TestRebuildEqualsClean(t *testing.T) {
	for seed := range uint64(seeds) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			trial := newTrial(t, seed)
			if seed%2 == 1 {
				trial.watched = newWatched()
			}
			trial.run()
		})
	}
}

// trial is one row of edits to a site.
type trial struct {
	*testing.T
	*editor
	cache        *Cache
	last         *Result // of the kept cache
	good         fstest.MapFS
	whole        int      // builds without an error
	kept, redone int      // files of whole builds: taken over as they were, made anew
	again        int      // builds that took the last one's model
	watched      *watched // nil for a folder that is read anew each time
}

func newTrial(t *testing.T, seed uint64) *trial {
	e := newEditor(seed)
	r := &trial{T: t, editor: e, cache: NewCache(), good: maps.Clone(e.files)}
	if first := r.build(r.cache, 1); first.Files == nil {
		t.Fatalf("the sample has faults: %+v", first.Faults)
	}
	return r
}

func (t *trial) run() {
	for range edits {
		t.edit()
		if !t.compare() {
			t.Fatalf("after these edits:\n%s", strings.Join(t.log, "\n"))
		}
		t.heal()
	}
	t.Logf("%d of %d builds whole, %d with the last one's model; %d files kept, %d made anew", t.whole, edits, t.again, t.kept, t.redone)
	if t.whole < edits/2 || t.whole == edits {
		t.Errorf("%d of %d builds are whole: the edits break too much, or nothing", t.whole, edits)
	}
	if t.again == 0 {
		t.Error("the last build's model was never taken: the edits change too much")
	}
	if 2*t.kept < t.redone {
		t.Errorf("%d files were kept and %d made anew: the cache hardly holds", t.kept, t.redone)
	}
}

// compare builds twice, with what the cache remembers and without, and with different numbers of jobs.
func (t *trial) compare() bool {
	model := t.cache.last.model
	got := t.build(t.cache, 1+t.IntN(3))
	if model == t.cache.last.model && got.Files != nil {
		t.again++
	}
	want := t.build(NewCache(), 1+t.IntN(8))
	if diff := difference(got, want); diff != "" {
		t.Error(diff)
		return false
	}
	t.suspect = ""
	for _, d := range got.Faults {
		if strings.HasSuffix(d.Pos.File, ".md") {
			t.suspect = d.Pos.File
		}
	}
	t.count(got)
	return true
}

func (t *trial) build(cache *Cache, jobs int) *Result {
	in := source.Input{Disk: t.files, Embedded: psvsite.Default}
	if t.watched != nil && cache == t.cache {
		t.watched.MapFS = t.files
		in.Disk = t.watched
	}
	r, err := Build(in, Options{Edition: t.edition, Jobs: jobs}, cache)
	if err != nil {
		t.Fatalf("%v, after\n%s", err, strings.Join(t.log, "\n"))
	}
	return r
}

// count keeps the books on a build: a file is taken over when its bytes stand in the same place in memory.
func (t *trial) count(r *Result) {
	if r.Files == nil {
		return
	}
	before := map[string]*byte{}
	if t.last != nil {
		for _, f := range t.last.Files {
			before[f.Path] = unsafe.SliceData(f.Data)
		}
		for _, f := range r.Files {
			if before[f.Path] == unsafe.SliceData(f.Data) {
				t.kept++
			} else {
				t.redone++
			}
		}
	}
	t.whole++
	t.last = r
	t.good = maps.Clone(t.files)
}

// heal takes a broken site back to what it was when it was last whole, though not at once each time.
func (t *trial) heal() {
	if t.IntN(3) > 0 {
		t.files = maps.Clone(t.good)
		t.edition = ""
	}
}

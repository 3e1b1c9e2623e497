// Package build joins the stages into a build.
//
//	source  ->  markup, data, picture  ->  site  ->  render  ->  offline  ->  output
//
// In: the file systems, options and a Cache from earlier builds. Out: the files of the whole site and every
// diagnostic. It is the only package that knows the order of the stages and the only one that starts goroutines for
// them. Reading and parsing a page, filling its body and laying it out are pure steps, remembered by the hash of all
// that goes into them; everything else runs anew each time. So a rebuild equals a clean build, and no change needs a
// kind: the question what depends on what is answered by comparing values.
package build

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"psvsite/generator/internal/bundle"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/offline"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/picture"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/report"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
)

// Options of one build.
type Options struct {
	Edition string
	Jobs    int    // pages worked on at once; 0: one for each processor
	Day     string // 2026-11-23: the day report.html looks at; empty: that of the release
	// Progress is told how many pages of how many are laid out; it may be nil and is called by one goroutine at a time.
	Progress func(done, total int)
	// Sink takes each file as soon as it is made, from several goroutines; then Result.Files stays empty, and a large
	// site is never in memory as a whole. What it took must be dropped when the build fails.
	Sink func(output.File) error
	// Have reports whether the output holds a file of that path and sum already; then its Data is nil.
	Have func(path string, sum memo.Sum) bool

	// Urgent lets a site out whose translations lack what its source says: its pages say so themselves.
	Urgent bool

	// Copies has the build make the files to pass on that config.yaml asks for; they take as long as the site itself.
	Copies bool

	// Decks asks for a list of what a browser is to measure.
	Decks bool

	lint    *time.Time // judge texts too, on this day; see Check
	bundles *Bundles   // make these in place of the site; see Bundle
}

// Cache is what builds remember of each other.
type Cache struct {
	documents *memo.Step[*document]
	pictures  *memo.Step[picture.Picture]
	bodies    *memo.Step[*render.Body]
	pages     *memo.Step[*page]
	static    *memo.Step[output.File]
	gzips     *memo.Step[int]
	reads     *reads
	last      *lastBuild // nil in a cache for one build
}

// document is a parsed page and the key it was parsed under.
type document struct {
	*markup.Document
	sum memo.Sum
}

// page is a laid-out page.
type page struct {
	file   sized
	faults diag.List
	weight report.Weight
}

// sized is a file and its size, which stays known when the bytes are on disk only.
type sized struct {
	output.File
	size int
}

func sizedFile(path string, data []byte) sized {
	return sized{output.File{Path: path, Data: data, Sum: memo.SHA256(data)}, len(data)}
}

// NewCache returns an empty cache, for builds that follow each other in one process.
func NewCache() *Cache {
	c := NewRunCache()
	c.bodies = memo.NewStep[*render.Body]()
	c.static = memo.NewStep[output.File]()
	c.gzips = memo.NewStep[int]()
	c.last = &lastBuild{}
	return c
}

// NewRunCache returns an empty cache for one build: it holds no bodies, which nothing would ask for again.
func NewRunCache() *Cache {
	return &Cache{
		documents: memo.NewStep[*document](), pictures: memo.NewStep[picture.Picture](), pages: memo.NewStep[*page](), reads: newReads(),
	}
}

func (c *Cache) turn() {
	c.documents.Turn()
	c.pictures.Turn()
	c.bodies.Turn()
	c.pages.Turn()
	c.static.Turn()
	c.gzips.Turn()
	c.reads.turn()
}

// Result is a built site. Files is nil when Faults has an error.
type Result struct {
	Files  []output.File
	Faults diag.List
	Pages  int
	Sheets []Sheet // in the order of languages and pages
	Config *config.Config
	Decks  []site.Deck // where Options ask for them

	urgent bool
}

// Build builds a site. Faults carry the severities of the config; err is a fault of the world.
func Build(in source.Input, o Options, cache *Cache) (*Result, error) {
	b := &builder{in: in, o: o, cache: cache, result: &Result{urgent: o.Urgent}}
	b.run()
	if b.config != nil {
		b.result.Faults = b.leveled(b.result.Faults)
	}
	b.result.Faults.Sort()
	b.result.Config = b.config
	switch {
	case b.result.Faults.Count(diag.Error) > 0: // the next build may mend it, and then needs what the last good one used
		b.result.Files = nil
	case !b.again && b.err == nil:
		cache.turn()
	}
	return b.result, b.err
}

type builder struct {
	in     source.Input
	o      Options
	cache  *Cache
	config *config.Config
	tree   *source.Tree
	mu     sync.Mutex // guards result.Faults and err while pages are worked on
	result *Result
	err    error // of the sink

	configSum memo.Sum    // of config.yaml and the edition
	unread    atomic.Bool // some file could not be read
	again     bool        // the model is the last build's
	shared    shared
	styles    []report.Part // what shared sums up, file by file
	scripts   []report.Part
	weights   []report.Weight // guarded by mu
	kept      []offline.File  // all files so far; guarded by mu
	worker    int             // bytes of the service worker without its list, under gzip
	whole     bundle.Files    // the files themselves, where others are made of them; guarded by mu
}

func (b *builder) report(list diag.List) {
	if len(list) == 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.result.Faults = append(b.result.Faults, list...)
}

// broken reports whether what is known so far makes further stages senseless. What lint makes a warning does not.
func (b *builder) broken() bool {
	if b.config == nil {
		return b.result.Faults.Count(diag.Error) > 0
	}
	levels := b.config.Levels()
	return slices.ContainsFunc(b.result.Faults, func(d diag.Diagnostic) bool { return b.severity(d, levels) == diag.Error })
}

// each runs f for 0 … n-1 on several goroutines. Results go by index, so their order never depends on timing.
func (b *builder) each(n int, f func(i int)) {
	jobs := b.o.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var wg sync.WaitGroup
	var next atomic.Int64
	for range min(jobs, n) {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				f(int(i))
			}
		})
	}
	wg.Wait()
}

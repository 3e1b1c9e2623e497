package browsertest

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// below is the path that the site is served at here: it need not be the root.
const below = "/some/where/"

// web serves a site as web servers do, packed with gzip, and notes what is asked for. The site can be replaced, damaged
// and cut off.
type web struct {
	*httptest.Server
	mu      sync.Mutex
	files   map[string][]byte
	asked   []string // paths below `below`
	sent    int      // bytes of bodies
	answers int      // how many requests are answered before the net is gone; below 0: all
	damage  string   // this file arrives without its last byte
}

func serveSite(t *testing.T, files map[string][]byte) *web {
	w := &web{files: files, answers: -1}
	w.Server = httptest.NewServer(w)
	t.Cleanup(w.Close)
	return w
}

func (w *web) home() string { return w.URL + below }

// set changes something while nobody is served, and forgets what was asked for.
func (w *web) set(change func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked, w.sent = nil, 0
	change()
}

// requests are the files that were asked for, sorted.
func (w *web) requests() (files []string, bytes int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	files = slices.Clone(w.asked)
	slices.Sort(files)
	return files, w.sent
}

func (w *web) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.answers == 0 {
		panic(http.ErrAbortHandler) // the line is cut
	}
	w.answers--
	name := strings.TrimPrefix(r.URL.Path, below)
	w.asked = append(w.asked, name)
	data, ok := w.files[name]
	if !ok {
		http.NotFound(rw, r)
		return
	}
	if name == w.damage {
		data = data[:len(data)-1]
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write(data)
	_ = z.Close()
	rw.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	rw.Header().Set("Content-Encoding", "gzip")
	rw.Header().Set("Cache-Control", "no-cache")
	w.sent += packed.Len()
	_, _ = rw.Write(packed.Bytes())
}

// workshop builds the content of this repository in memory, again and again as it is edited.
type workshop struct {
	*testing.T
	disk  fstest.MapFS
	cache *build.Cache
}

func newWorkshop(t *testing.T) *workshop {
	w := &workshop{T: t, disk: fstest.MapFS{}, cache: build.NewCache()}
	root := os.DirFS("../..")
	for _, top := range []string{"config.yaml", "content"} {
		err := fs.WalkDir(root, top, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(root, name)
			w.disk[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// edit adds a paragraph to a page.
func (w *workshop) edit(name, text string) {
	w.disk[name] = &fstest.MapFile{Data: append(slices.Clone(w.disk[name].Data), "\n"+text+"\n"...)}
}

func (w *workshop) build() map[string][]byte {
	w.Helper()
	r, err := build.Build(source.Input{Disk: w.disk, Embedded: psvsite.Default}, build.Options{}, w.cache)
	if err != nil || r.Faults.Count(diag.Error) > 0 {
		w.Fatal(err, r.Faults)
	}
	files := map[string][]byte{}
	for _, f := range r.Files {
		files[f.Path] = f.Data
	}
	return files
}

package build

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/report"
	"psvsite/generator/internal/source"
)

// Disk is what builds into one output folder remember between runs: parsed pages, the sums of pages made, and enough
// to know at once that nothing has changed. It may be deleted at any time.
//
// It is two files, each `sum of all that follows` and a gob stream: the state, read by every build, and the memo beside it,
// read only when something has changed. A file that is damaged, of another program or not there counts as empty; each is
// replaced in one step, so that of two builds at once the later one's stays. They need not be of the same build: what the
// memo holds stands under the hash of all that went into it.
type Disk struct {
	path    string
	program string
	state   state
	inputs  memo.Sum // as this run found them, before anything was read
}

// state is what the last good build was made of and what it said.
type state struct {
	Program  string
	Flags    string   // options that change what a build makes or says
	Outputs  memo.Sum // output.Folder.Sum, of what it left
	Inputs   memo.Sum // names, sizes, times and inodes of all inputs
	Started  time.Time
	Faults   diag.List
	Severity []diag.Severity // of Faults: printed forms leave it out
	Pages    int
}

// savedDocument and savedPage are the memo's entries.
type savedDocument struct {
	Key      memo.Sum
	Document *markup.Document
}

type savedPage struct {
	Key, Sum memo.Sum
	Path     string
	Size     int
	Weight   report.Weight
}

// OpenDisk reads the state. program names the program that will use it; another one's counts as empty.
func OpenDisk(path, program string) *Disk {
	d := &Disk{path: path, program: program}
	var s state
	if data, ok := unsealed(path); ok && gob.NewDecoder(bytes.NewReader(data)).Decode(&s) == nil && s.Program == program {
		d.state = s
	}
	return d
}

// unsealed reads a file and checks its sum.
func unsealed(path string) ([]byte, bool) {
	data, err := os.ReadFile(path)
	var sum memo.Sum
	if err != nil || len(data) < len(sum) || memo.SumOf(data[len(sum):]) != memo.Sum(data[:len(sum)]) {
		return nil, false
	}
	return data[len(sum):], true
}

// Unchanged reports whether a build with these flags would make what the last one made and outputs is: then its result,
// with what it said. Whether the files are still as they were written is the folder's own business.
func (d *Disk) Unchanged(in source.Input, flags string, o Options, outputs memo.Sum) (*Result, bool) {
	inputs, newest := fingerprint(in, o)
	d.inputs = inputs
	s := d.state
	// A file changed in the same instant as the last build began may have been read before or after.
	if s.Program == "" || s.Flags != flags || s.Inputs != inputs || s.Outputs != outputs || !newest.Before(s.Started.Add(-time.Second/50)) {
		return nil, false
	}
	for i := range s.Faults {
		s.Faults[i].Severity = s.Severity[i]
	}
	return &Result{Faults: s.Faults, Pages: s.Pages, urgent: o.Urgent}, true
}

// Load fills a cache from the memo.
func (d *Disk) Load(c *Cache) {
	data, ok := unsealed(d.memoPath())
	if !ok {
		return
	}
	var program string
	var docs []savedDocument
	var pages []savedPage
	dec := gob.NewDecoder(bytes.NewReader(data))
	if dec.Decode(&program) != nil || program != d.program || dec.Decode(&docs) != nil || dec.Decode(&pages) != nil {
		return
	}
	known := make(map[memo.Sum]*document, len(docs))
	for _, s := range docs {
		known[s.Key] = &document{s.Document, s.Key}
	}
	c.documents.Seed(known)
	made := make(map[memo.Sum]*page, len(pages))
	for _, s := range pages {
		made[s.Key] = &page{file: sized{output.File{Path: s.Path, Sum: s.Sum}, s.Size}, weight: s.Weight}
	}
	c.pages.Seed(made)
}

// Save writes what the build just done made, for the next run. Documents and pages with faults are not kept: they are
// worked on again, and so say them again.
func (d *Disk) Save(flags string, started time.Time, r *Result, c *Cache, outputs memo.Sum) error {
	s := state{Program: d.program, Flags: flags, Inputs: d.inputs, Outputs: outputs, Started: started, Faults: r.Faults, Pages: r.Pages}
	for _, f := range r.Faults {
		s.Severity = append(s.Severity, f.Severity)
	}
	var docs []savedDocument
	for key, v := range c.documents.Kept() {
		if len(v.Faults) == 0 {
			docs = append(docs, savedDocument{key, v.Document})
		}
	}
	var pages []savedPage
	for key, p := range c.pages.Kept() {
		if len(p.faults) == 0 {
			pages = append(pages, savedPage{key, p.file.Sum, p.file.Path, p.file.size, p.weight})
		}
	}
	return errors.Join(replace(d.memoPath(), d.program, docs, pages), replace(d.path, s))
}

func (d *Disk) memoPath() string { return d.path + ".memo" }

// replace writes a file of values under their sum, in one step.
func replace(path string, values ...any) error {
	var b bytes.Buffer
	b.Write(make([]byte, len(memo.Sum{})))
	enc := gob.NewEncoder(&b)
	for _, v := range values {
		if err := enc.Encode(v); err != nil {
			return fmt.Errorf("keep what this build worked out: %w", err)
		}
	}
	sum := memo.SumOf(b.Bytes()[len(memo.Sum{}):])
	copy(b.Bytes(), sum[:])
	return write(path, b.Bytes())
}

func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// fingerprint hashes names, sizes, times and inodes of all inputs, and finds the newest time among them.
func fingerprint(in source.Input, o Options) (sum memo.Sum, newest time.Time) {
	b := &builder{in: in, o: o, result: &Result{}}
	chain := b.configure()
	if b.config == nil {
		return memo.SumOf([]byte("no config")), time.Now()
	}
	tree, faults := source.Load(in, b.config, chain)
	config, _ := in.Config()
	files := slices.Concat([]source.File{config}, tree.Pages, tree.Pictures, tree.Layouts, tree.Static, tree.Translations, tree.Releases)
	for _, name := range slices.Sorted(maps.Keys(tree.Data)) {
		files = append(files, tree.Data[name]...)
	}
	stamps, gone := make([]source.Stamp, len(files)), make([]error, len(files))
	b.each(len(files), func(i int) { stamps[i], gone[i] = files[i].Stamp() })
	if err := errors.Join(gone...); err != nil {
		return memo.SumOf([]byte(err.Error())), time.Now()
	}
	var text bytes.Buffer
	faults.Print(&text)
	for i, f := range files {
		fmt.Fprintf(&text, "%s %s %d %d %d\n", f.Name, f.Path, stamps[i].Size, stamps[i].Time.UnixNano(), stamps[i].Inode)
		if stamps[i].Time.After(newest) {
			newest = stamps[i].Time
		}
	}
	return memo.SumOf(text.Bytes()), newest
}

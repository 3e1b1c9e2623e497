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
// The file is `sum of all that follows`, then two gob streams: the state, read by every build, and the memo, read only
// when something has changed. A file that is damaged, of another program or not there counts as empty; it is replaced
// in one step, so that of two builds at once the later one's stays.
type Disk struct {
	path    string
	program string
	state   state
	memo    []byte
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
	Weight   report.Weight
}

// OpenDisk reads the file. program names the program that will use it; another one's file counts as empty.
func OpenDisk(path, program string) *Disk {
	d := &Disk{path: path, program: program}
	data, err := os.ReadFile(path)
	var sum memo.Sum
	if err != nil || len(data) < len(sum) || memo.SumOf(data[len(sum):]) != memo.Sum(data[:len(sum)]) {
		return d
	}
	r := bytes.NewReader(data[len(sum):])
	var s state
	if gob.NewDecoder(r).Decode(&s) != nil || s.Program != program {
		return d
	}
	d.state, d.memo = s, data[len(data)-r.Len():]
	return d
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
	return &Result{Faults: s.Faults, Pages: s.Pages}, true
}

// Load fills a cache from the memo.
func (d *Disk) Load(c *Cache) {
	if len(d.memo) == 0 {
		return
	}
	var docs []savedDocument
	var pages []savedPage
	dec := gob.NewDecoder(bytes.NewReader(d.memo))
	if dec.Decode(&docs) != nil || dec.Decode(&pages) != nil {
		return
	}
	known := make(map[memo.Sum]*document, len(docs))
	for _, s := range docs {
		known[s.Key] = &document{s.Document, s.Key}
	}
	c.documents.Seed(known)
	made := make(map[memo.Sum]*page, len(pages))
	for _, s := range pages {
		made[s.Key] = &page{file: output.File{Path: s.Path, Sum: s.Sum}, weight: s.Weight}
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
			pages = append(pages, savedPage{key, p.file.Sum, p.file.Path, p.weight})
		}
	}
	var b bytes.Buffer
	b.Write(make([]byte, len(memo.Sum{})))
	err := gob.NewEncoder(&b).Encode(s)
	enc := gob.NewEncoder(&b)
	err = errors.Join(err, enc.Encode(docs), enc.Encode(pages))
	if err != nil {
		return fmt.Errorf("keep what this build worked out: %w", err)
	}
	sum := memo.SumOf(b.Bytes()[len(memo.Sum{}):])
	copy(b.Bytes(), sum[:])
	return d.write(b.Bytes())
}

// write replaces the file in one step.
func (d *Disk) write(data []byte) error {
	if err := os.MkdirAll(filepath.Dir(d.path), 0o777); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(d.path), filepath.Base(d.path)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), d.path)
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
	files := slices.Concat([]source.File{config}, tree.Pages, tree.Pictures, tree.Layouts, tree.Static)
	for _, name := range slices.Sorted(maps.Keys(tree.Data)) {
		files = append(files, tree.Data[name]...)
	}
	var text bytes.Buffer
	faults.Print(&text)
	for _, f := range files {
		stamp, err := f.Stamp()
		if err != nil {
			return memo.SumOf([]byte(err.Error())), time.Now()
		}
		fmt.Fprintf(&text, "%s %s %d %d %d\n", f.Name, f.Path, stamp.Size, stamp.Time.UnixNano(), stamp.Inode)
		if stamp.Time.After(newest) {
			newest = stamp.Time
		}
	}
	return memo.SumOf(text.Bytes()), newest
}

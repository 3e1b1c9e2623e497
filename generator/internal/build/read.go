package build

import (
	"fmt"
	"slices"
	"sync"

	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/picture"
	"psvsite/generator/internal/release"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/source"
	"psvsite/generator/internal/translation"
)

// reads are what was made of files whose version is known (source.Versioned): while that stays, they are not even
// opened. Of other files, and in a cache for one build, nothing is kept here.
type reads struct {
	documents versions[*document]
	sources   versions[*document] // in the language that others are translated from
	pictures  versions[picture.Picture]
	static    versions[output.File]
	trees     *memo.Step[*loaded[*source.Tree]]
	data      *memo.Step[*loaded[*data.Set]]
	layouts   *memo.Step[*loaded[*render.Layouts]]
	stated    *memo.Step[*loaded[*translation.Set]]
	releases  *memo.Step[*loaded[[]*release.Release]]
	law       *memo.Step[*loaded[bool]]
}

// loaded is what a stage made of several files, and what it said.
type loaded[V any] struct {
	value  V
	faults diag.List
}

func newReads() *reads {
	return &reads{
		trees: memo.NewStep[*loaded[*source.Tree]](), data: memo.NewStep[*loaded[*data.Set]](), layouts: memo.NewStep[*loaded[*render.Layouts]](),
		stated: memo.NewStep[*loaded[*translation.Set]](), releases: memo.NewStep[*loaded[[]*release.Release]](), law: memo.NewStep[*loaded[bool]](),
	}
}

func (r *reads) turn() {
	r.trees.Turn()
	r.data.Turn()
	r.layouts.Turn()
	r.stated.Turn()
	r.releases.Turn()
	r.law.Turn()
}

// versions keeps one value for each file name, made from the version of the file it stands with.
type versions[V any] struct{ byName sync.Map }

type version[V any] struct {
	number uint64
	value  V
}

// do returns what make makes of the file. Make says whether the file could be read; what could not is tried again.
func (v *versions[V]) do(f source.File, make func() (V, bool)) (V, bool) {
	number := f.Version()
	if number == 0 {
		return make()
	}
	if kept, ok := v.byName.Load(f.Name); ok && kept.(version[V]).number == number {
		return kept.(version[V]).value, true
	}
	value, ok := make()
	if ok {
		v.byName.Store(f.Name, version[V]{number, value})
	}
	return value, ok
}

// forget drops the files that are not in a list.
func (v *versions[V]) forget(files []source.File) {
	there := make(map[string]bool, len(files))
	for _, f := range files {
		there[f.Name] = true
	}
	v.byName.Range(func(name, _ any) bool {
		if !there[name.(string)] {
			v.byName.Delete(name)
		}
		return true
	})
}

// load finds the files. The names and the config say what a tree is made of.
func (b *builder) load(chain []string) {
	find := func() *loaded[*source.Tree] {
		tree, faults := source.Load(b.in, b.config, chain)
		b.cache.reads.documents.forget(tree.Pages)
		b.cache.reads.sources.forget(tree.Pages)
		b.cache.reads.pictures.forget(tree.Pictures)
		b.cache.reads.static.forget(slices.Concat(tree.Static, tree.Pictures))
		return &loaded[*source.Tree]{tree, faults}
	}
	var found *loaded[*source.Tree]
	if names := b.in.Names(); names == 0 {
		found = find()
	} else {
		found = b.cache.reads.trees.Do(memo.SumOf(b.configSum[:], fmt.Append(nil, names)), find)
	}
	b.tree = found.value
	b.report(found.faults)
}

// once makes something of several files and keeps it for as long as they and the config stay what they are.
func once[V any](b *builder, step *memo.Step[*loaded[V]], files []source.File, make func() (V, diag.List)) V {
	key, known := b.filesKey(files)
	done, ok := step.Get(key)
	if !known || !ok {
		value, faults := make()
		done = &loaded[V]{value, faults}
		if known && !b.unread.Load() {
			step.Set(key, done)
		}
	}
	b.report(done.faults)
	return done.value
}

// filesKey covers the config and the versions of files, if all are known.
func (b *builder) filesKey(files []source.File) (key memo.Sum, known bool) {
	known = true
	parts := [][]byte{b.configSum[:]}
	for _, f := range files {
		number := f.Version()
		known = known && number != 0
		parts = append(parts, []byte(f.Name), fmt.Append(nil, number))
	}
	return memo.SumOf(parts...), known
}

package main

import (
	"bytes"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"testing"

	"psvsite"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
)

// TestViewsArePlain: a layout sees values only. So the hash of a view says exactly what a page depends on, and nobody
// has to track what a layout has looked at.
func TestViewsArePlain(t *testing.T) {
	for _, view := range []any{render.Page{}, render.Directive{}, render.Step{}, render.Root{}, render.Papers{}, render.Review{}, render.Single{}, render.Open{}, site.Table{}} {
		p := plainness{seen: map[reflect.Type]bool{}}
		p.check(reflect.TypeOf(view), reflect.TypeOf(view).String())
		for _, fault := range p.faults {
			t.Error(fault)
		}
	}
	p := plainness{seen: map[reflect.Type]bool{}}
	p.check(reflect.TypeOf(notPlain{hidden: 1}), "notPlain")
	if len(p.faults) != 8 {
		t.Errorf("of eight things that are not plain these are found: %q", p.faults)
	}
}

// notPlain has one of everything that a view may not have.
type notPlain struct {
	Pointer   *int
	Map       map[string]int
	Func      func()
	Interface any
	Chan      chan int
	Deep      []struct{ Error error }
	hidden    int
}

// Site is a method that reaches more than the view's own values.
func (n notPlain) Site() *site.Site { return nil }

// plainness looks for what is not plain in a type.
type plainness struct {
	seen   map[reflect.Type]bool
	faults []string
}

func (p *plainness) check(t reflect.Type, where string) {
	if p.seen[t] {
		return
	}
	p.seen[t] = true
	switch t.Kind() {
	case reflect.Bool, reflect.Int, reflect.Float64, reflect.String:
	case reflect.Slice, reflect.Array:
		p.check(t.Elem(), where+"[]")
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if !f.IsExported() {
				p.faults = append(p.faults, where+"."+f.Name+" is hidden from its hash")
				continue
			}
			p.check(f.Type, where+"."+f.Name)
		}
	default:
		delete(p.seen, t) // said at each place
		p.faults = append(p.faults, where+" is a "+t.Kind().String())
	}
	p.methods(t, where)
}

// methods demands that methods give and take plain values too.
func (p *plainness) methods(t reflect.Type, where string) {
	if t.Kind() == reflect.Interface || t.Name() == "" {
		return
	}
	pointer := reflect.PointerTo(t)
	for i := range pointer.NumMethod() {
		m := pointer.Method(i)
		for j := 1; j < m.Type.NumIn(); j++ {
			p.check(m.Type.In(j), where+"."+m.Name+"()")
		}
		for j := range m.Type.NumOut() {
			p.check(m.Type.Out(j), where+"."+m.Name+"()")
		}
	}
}

// TestEmbedMatchesDisk: the program carries the default site whole, as it stands in the repository.
func TestEmbedMatchesDisk(t *testing.T) {
	disk := os.DirFS("..")
	embedded, onDisk := fileNames(t, psvsite.Default, "."), []string{"config.yaml"}
	for _, folder := range []string{"content", "layouts", "static"} {
		onDisk = append(onDisk, fileNames(t, disk, folder)...)
	}
	slices.Sort(onDisk)
	if !slices.Equal(embedded, onDisk) {
		t.Fatalf("embedded:\n%q\non disk:\n%q", embedded, onDisk)
	}
	for _, name := range embedded {
		a, err1 := fs.ReadFile(psvsite.Default, name)
		b, err2 := fs.ReadFile(disk, name)
		if err1 != nil || err2 != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs: %v %v", name, err1, err2)
		}
	}
}

// fileNames lists the files below a folder, sorted.
func fileNames(t *testing.T, fsys fs.FS, root string) []string {
	var names []string
	err := fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return names
}

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"psvsite"
)

// edit changes a file, or a few before the next run. Now and then it changes no file of a site that stands built, but
// what else a run looks at.
func (r *runs) edit() {
	if r.IntN(5) == 0 {
		r.settle()
		r.log = append(r.log, one(r, r.flags, r.meddleOutput, r.nothing)())
		return
	}
	for range 1 + r.IntN(8)/7 {
		all := []func() string{
			r.changeText, r.changeText, r.changeText, r.sameSize, r.keepTime, r.swap, r.move, r.take, r.touch, r.setting,
			r.layout, r.flags, r.meddleCache, r.cut,
		}
		r.log = append(r.log, one(r, all...)())
	}
}

// settle builds the last good state, from files older than the build. A file of this very moment is not trusted to be
// what the last run read.
func (r *runs) settle() {
	r.restore(r.good)
	for _, name := range r.names("") {
		path := filepath.Join(r.dir, name)
		info, err := os.Stat(path)
		if err == nil && time.Since(info.ModTime()) < time.Minute {
			err = r.age(path)
		}
		if err != nil {
			r.Fatal(err)
		}
	}
	r.compare()
}

// age makes a file an hour old, and younger than those that were aged before.
func (r *runs) age(path string) error {
	r.aged++
	return os.Chtimes(path, time.Time{}, time.Now().Add(time.Duration(r.aged)*time.Millisecond-time.Hour))
}

// names lists the files of the site whose names end so.
func (r *runs) names(suffix string) []string {
	var list []string
	for line := range strings.Lines(treeSum(r.T, r.dir)) {
		_, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.HasSuffix(name, suffix) {
			list = append(list, name)
		}
	}
	return list
}

func (r *runs) pick(suffix string) (name string, data []byte) {
	list := r.names(suffix)
	if len(list) == 0 {
		list = r.names("")
	}
	name = list[r.IntN(len(list))]
	data, err := os.ReadFile(filepath.Join(r.dir, name))
	if err != nil {
		r.Fatal(err)
	}
	return name, data
}

func (r *runs) write(name string, data []byte) {
	path := filepath.Join(r.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		r.Fatal(err)
	}
	err := os.WriteFile(path, data, 0o666)
	if err == nil && r.IntN(4) > 0 {
		err = r.age(path)
	}
	if err != nil {
		r.Fatal(err)
	}
}

func (r *runs) remove(name string) {
	if err := os.Remove(filepath.Join(r.dir, name)); err != nil {
		r.Fatal(err)
	}
}

func (r *runs) changeText() string {
	name, data := r.pick(".md")
	text := fmt.Sprintf("\n## More %d\n\nA word on {{hospital.name}}, and [help](%shelp.md).\n", r.IntN(9), strings.Repeat("../", strings.Count(name, "/")-2))
	if r.IntN(4) == 0 {
		text += "\n::: say\nThe closer is too long, which is a warning.\n::::\n"
	}
	r.write(name, append(data, text...))
	return "add to " + name
}

// sameSize changes letters and leaves the size as it was.
func (r *runs) sameSize() string {
	name, data := r.pick(".md")
	r.write(name, bytes.Replace(data, []byte("e "), []byte("E "), 1+r.IntN(5)))
	return "change letters in " + name
}

// keepTime puts another file of the same size and time in the place of one, as programs that copy folders do.
func (r *runs) keepTime() string {
	name, data := r.pick(".md")
	path := filepath.Join(r.dir, name)
	info, err := os.Stat(path)
	if err == nil {
		err = os.WriteFile(path+"~", bytes.Replace(data, []byte("a"), []byte("o"), 40), 0o666)
	}
	if err == nil {
		err = os.Chtimes(path+"~", time.Time{}, info.ModTime())
	}
	if err == nil {
		err = os.Rename(path+"~", path)
	}
	if err != nil {
		r.Fatal(err)
	}
	return "replace " + name + ", keeping its time"
}

// swap lets two files change names.
func (r *runs) swap() string {
	a, x := r.pick(".svg")
	b, y := r.pick(one(r, ".svg", ".md"))
	r.write(a, y)
	r.write(b, x)
	return "swap " + a + " and " + b
}

func (r *runs) move() string {
	name, _ := r.pick(one(r, ".md", ".md", ".svg", ".yaml"))
	to := filepath.Join(filepath.Dir(name), "moved-"+filepath.Base(name))
	if err := os.Rename(filepath.Join(r.dir, name), filepath.Join(r.dir, to)); err != nil {
		r.Fatal(err)
	}
	return "rename " + name + " to " + to
}

func (r *runs) take() string {
	name, _ := r.pick(one(r, ".md", ".md", ".svg", ".png", ".yaml", ".html"))
	r.remove(name)
	return "remove " + name
}

func (r *runs) touch() string {
	name, data := r.pick("")
	r.write(name, data)
	return "write " + name + " as it is"
}

// setting changes config.yaml or data.
func (r *runs) setting() string {
	change := one(r, [][3]string{
		{"config.yaml", "digits: gujr", "digits: deva"},
		{"config.yaml", "fallback: [hi, en]", "fallback: [en]"},
		{"config.yaml", "menu: [course", "menu: [guide"},
		{"config.yaml", "079 1234 5678", "079 8765 4321"},
		{"config.yaml", `version: "1.0"`, `version: "1.1"`},
		{"config.yaml", `base_url: ""`, `base_url: "https://example.org"`},
		{"config.yaml", "course: two-days", "course: two-days\nlint: {data-translation: off}"},
		{"content/data/contacts.yaml", `"108"`, `"109"`},
		{"content/data/terms.yaml", "peer support", "support of peers"},
		{"content/data/courses.yaml", "09:30", "08:30"},
	}...)
	data, err := os.ReadFile(filepath.Join(r.dir, change[0]))
	if err == nil {
		r.write(change[0], bytes.Replace(data, []byte(change[1]), []byte(change[2]), 1))
	}
	return "set " + change[2]
}

// layout lays a layout or interface strings over those that the program carries.
func (r *runs) layout() string {
	name := one(r, "layouts/page.html", "layouts/directives/safety.html", "layouts/partials/footer.html", "layouts/i18n/gu.yaml", "static/css/site.css")
	data, err := psvsite.Default.ReadFile(name)
	if err != nil {
		r.Fatal(err)
	}
	text := string(data)
	change := one(r, "<p>More.</p></", "{{ .Nothing }}</", "{{ num 5 }}</")
	if i := strings.LastIndex(text, "</"); i >= 0 {
		text = text[:i] + change + text[i+2:]
	} else {
		text = strings.Replace(text, "home: ", "home: x", 1)
	}
	r.write(name, []byte(text))
	return "lay over " + name + " " + change
}

func (r *runs) flags() string {
	r.strict, r.edition = r.IntN(2) == 0, one(r, "", "state", "state", "none")
	return fmt.Sprintf("build with strict %t, edition %q", r.strict, r.edition)
}

func (r *runs) nothing() string { return "nothing" }

// meddleCache damages or removes what earlier runs have kept.
func (r *runs) meddleCache() string {
	files, err := filepath.Glob(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "psvsite", "*"))
	if err != nil || len(files) == 0 {
		return "no cache yet"
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		r.Fatal(err)
	}
	switch at := r.IntN(len(data) + 1); {
	case r.IntN(2) == 0:
		data = data[:at]
	case at < len(data):
		data[at] ^= 1
	}
	if err := os.WriteFile(files[0], data, 0o666); err != nil {
		r.Fatal(err)
	}
	return fmt.Sprintf("leave %d bytes of the cache", len(data))
}

// meddleOutput changes or removes a file of the site that was built with the cache.
func (r *runs) meddleOutput() string {
	pages, err := filepath.Glob(filepath.Join(r.outs[0], "*", "*"))
	if err != nil || len(pages) == 0 {
		return "no output yet"
	}
	pages = slices.DeleteFunc(pages, func(name string) bool { return filepath.Ext(name) == "" })
	name := one(r, pages...)
	if r.IntN(2) == 0 {
		err = os.Remove(name)
	} else {
		err = os.WriteFile(name, []byte("somebody was here"), 0o666)
	}
	if err != nil {
		r.Fatal(err)
	}
	return "meddle with " + name
}

func (r *runs) cut() string {
	name, data := r.pick(one(r, ".md", ".yaml"))
	r.write(name, data[:r.IntN(len(data))])
	return "cut " + name
}

func one[T any](r *runs, list ...T) T { return list[r.IntN(len(list))] }

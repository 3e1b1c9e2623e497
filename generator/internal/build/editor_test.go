package build

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing/fstest"
)

// editor changes a site at random and keeps a log.
type editor struct {
	author
	files   fstest.MapFS
	edition string
	suspect string         // a page in which the last build found faults
	past    []fstest.MapFS // states to go back to
	log     []string
}

// newEditor is an editor of its own sample site; everything it does follows from the seed.
func newEditor(seed uint64) *editor {
	a := author{Rand: rand.New(rand.NewPCG(seed, 1))}
	e := &editor{files: a.sample()}
	e.author = a
	e.state()
	a.sloppy = true
	e.author = a
	return e
}

// edit makes one edit, or a few before the next build.
func (e *editor) edit() {
	e.past = append(e.past, maps.Clone(e.files))
	if e.suspect != "" && e.seldom(2) {
		e.log = append(e.log, e.shift())
		return
	}
	for range 1 + e.IntN(10)/9 {
		all := []func() string{
			e.writePage, e.writePage, e.changePage, e.changePage, e.changePage, e.rename, e.remove, e.picture, e.moveIndex,
			e.writeData, e.config, e.config, e.layout, e.strings, e.static, e.ofEdition, e.chooseEdition, e.back, e.damage,
			e.copyPicture, e.state, e.state, e.state,
		}
		e.log = append(e.log, all[e.IntN(len(all))]())
	}
}

func (e *editor) put(name, text string) string {
	e.files[name] = file(text)
	return "write " + name + ":\n" + text
}

// any chooses a file whose name begins and ends so; empty when there is none.
func (e *editor) any(prefix, suffix string) string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(e.files)) {
		if strings.HasPrefix(name, prefix) && strings.HasSuffix(name, suffix) {
			list = append(list, name)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return one(e.author, list...)
}

func (e *editor) writePage() string {
	p := one(e.author, slices.Sorted(maps.Keys(kinds))...)
	return e.put("content/"+one(e.author, "en", "gu", "hi")+"/"+fileOf(p), e.page(p))
}

// changes are what is done to a page without writing it anew.
var changes = [][2]string{
	{"\n\n## ", "\n\nOne more.\n\n## "},
	{"hope", "courage"},
	{"title: ", "weight: 2\ntitle: "},
	{"\n\n## ", "\n\nOne more. {{hospital.name}}\n\n## "},
	{"title: \"", "title: \"New "},
	{"summary: \"", "summary: \"New "},
	{" {#when", " {#when-else"},
	{"private: true", "private: false"},
	{"::: say", "::: notes"},
	{"\n\n", "\r\n\r\n"},
	{"\n\n## ", "\n\nOne more line.\n\n## "},
	{"\n\n## ", "\n\nAnother line, and nothing else is new.\n\n## "},
	{"own:", "hospital.name:"},
	{"type: ", "type: page #"},
}

func (e *editor) changePage() string {
	name := e.any("content/", ".md")
	text := string(e.files[name].Data)
	c := one(e.author, changes...)
	return e.put(name, strings.Replace(text, c[0], c[1], 1))
}

// shift moves what stands in a page with faults a little down, and changes nothing else.
func (e *editor) shift() string {
	if e.files[e.suspect] == nil {
		return "leave " + e.suspect + ", which is gone"
	}
	return e.put(e.suspect, strings.Replace(string(e.files[e.suspect].Data), "\n\n## ", "\n\nA line more.\n\n## ", 1))
}

// copyPicture gives the bytes of one picture to another.
func (e *editor) copyPicture() string {
	from, to := e.any("content/en/training/listening/", ".svg"), e.any("content/", ".svg")
	if from == "" {
		return "copy nothing"
	}
	e.files[to] = e.files[from]
	return "copy " + from + " to " + to
}

func (e *editor) rename() string {
	from := e.any("content/", "")
	to := strings.Replace(from, one(e.author, "words", "plan", "leaf", "/en/", "photo"), one(e.author, "new", "renamed", "/hi/", "leaf"), 1)
	e.files[from], e.files[to] = nil, e.files[from]
	delete(e.files, from)
	return "rename " + from + " to " + to
}

// moveIndex turns a/b.md into a/b/index.md or back.
func (e *editor) moveIndex() string {
	from := e.any("content/", one(e.author, ".md", "/index.md"))
	to := strings.TrimSuffix(from, ".md") + "/index.md"
	if strings.HasSuffix(from, "/index.md") {
		to = strings.TrimSuffix(from, "/index.md") + ".md"
	}
	if strings.Count(from, "/") < 3 {
		return "move nothing"
	}
	e.files[to] = e.files[from]
	if !e.seldom(4) { // else both are there
		delete(e.files, from)
	}
	return "move " + from + " to " + to
}

func (e *editor) remove() string {
	name := e.any(one(e.author, "content/gu", "content/hi", "content/", "layouts/", "static/"), "")
	delete(e.files, name)
	return "remove " + name
}

func (e *editor) picture() string {
	name := one(e.author, pictures...)
	in := "content/" + one(e.author, "en", "en", "gu", "hi", "editions/state/en") + "/training/listening/" + name
	e.files[in] = e.pictureFile(name)
	return fmt.Sprintf("write %s: %.300q", in, e.files[in].Data)
}

func (e *editor) writeData() string {
	name := one(e.author, dataNames...)
	return e.put("content/data/"+name+".yaml", e.data(name))
}

// back takes the site to an earlier state.
func (e *editor) back() string {
	at := max(0, len(e.past)-1-e.IntN(5))
	e.files = maps.Clone(e.past[at])
	return fmt.Sprint("go back to before edit ", at+1)
}

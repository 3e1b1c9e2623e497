package catalog

import (
	"maps"
	"path"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/translation"
)

// Sections that are no folders of content; a folder cannot have a dot in its name.
const (
	topSection       = "site.pages"
	dataSection      = "site.data"
	interfaceSection = "site.interface"
)

// dataFile is the texts of a data file that stand in it once for each language.
type dataFile struct {
	File
	lang  string
	list  []Unit
	texts []languageText // by unit
	state state
}

// languageText is a text in several languages: a map by their codes.
type languageText struct {
	node *yaml.Node
	path string // [0].name
	kind string // data.name
}

func (c *Catalog) data() (list []document) {
	for _, f := range c.in.Data {
		d := &dataFile{File: f, lang: c.lang.Code, state: newState(c.in.Statements, c.lang.Code, "data/"+path.Base(f.Name))}
		if root := readYAML(f.Data); root != nil {
			d.collect(root, "", c.source(), c.in.Config.Codes())
		}
		list = append(list, d)
	}
	return list
}

// collect finds the texts: maps that have the source's language among their keys, and texts for values.
func (d *dataFile) collect(n *yaml.Node, path, source string, codes []string) {
	if text := get(n, source); text != nil && text.Kind == yaml.ScalarNode {
		if d.add(n, text, path) {
			return
		}
	}
	for i, child := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			d.collect(child, path+"["+strconv.Itoa(i)+"]", source, codes)
		case i%2 == 1:
			d.collect(child, path+"."+n.Content[i-1].Value, source, codes)
		}
	}
}

func (d *dataFile) add(n, text *yaml.Node, path string) bool {
	u := Unit{Text: markup.UnitText(text.Value), Pos: diag.Position{File: d.Name, Line: text.Line, Col: text.Column}}
	if u.Text == "" {
		return false
	}
	t := languageText{n, path, "data" + unnumbered(path)}
	u.Context = d.state.page + "#" + t.kind
	if own := get(n, d.lang); own != nil && own.Kind == yaml.ScalarNode && markup.UnitText(own.Value) != "" {
		u.Now = []string{markup.UnitText(own.Value)}
	}
	d.state.judge(&u, t.kind)
	d.list, d.texts = append(d.list, u), append(d.texts, t)
	return true
}

// unnumbered is a path without its numbers: .sections.plain.
func unnumbered(path string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(path, ".") {
		if name, _, _ := strings.Cut(part, "["); name != "" {
			b.WriteString("." + name)
		}
	}
	return b.String()
}

func (d *dataFile) name() string    { return d.Name }
func (d *dataFile) section() string { return dataSection }
func (d *dataFile) units() []Unit   { return d.list }

// apply puts texts in beside those of the other languages.
func (d *dataFile) apply(changes []change, faults *diag.List) result {
	r := result{texts: translation.Texts{}}
	f := yamlFile{data: d.Data}
	for _, c := range changes {
		if !d.put(&f, d.texts[c.unit].node, c.texts[0]) {
			fault(faults, "translation-structure", c, "", "the translation cannot be put in: the place of its text in %s cannot be said", d.Name)
			continue
		}
		d.state.record(&r, d.list[c.unit], d.texts[c.unit].kind, c)
	}
	r.data = f.changed(d.Data, func(want map[string]string) {
		for _, c := range changes {
			want[d.texts[c.unit].path+"."+d.lang] = c.texts[0]
		}
	})
	if r.data == nil && r.taken > 0 && len(f.edits) > 0 {
		return refuseAll(changes, faults, d.Name)
	}
	return r
}

// put gives a text in several languages the one of this language.
func (d *dataFile) put(f *yamlFile, n *yaml.Node, text string) bool {
	own := get(n, d.lang)
	switch {
	case own == nil:
		return f.addBehind(n, len(n.Content)-1, d.lang, yamlText(text, nil))
	case markup.UnitText(own.Value) == text:
		return true
	}
	return f.replace(own, text)
}

// record counts a change and states it.
func (s state) record(r *result, u Unit, kind string, c change) {
	r.taken++
	h := sourceHash(kind, u)
	r.statements = append(r.statements, translation.Statement{Page: s.page, Target: targetHash(kind, c.texts), Source: h})
	r.texts[h] = strings.TrimSuffix(u.Text+"\n"+u.Plural, "\n")
}

// refuseAll refuses changes that together make a file of YAML another than it should be.
func refuseAll(changes []change, faults *diag.List, name string) result {
	for _, c := range changes {
		fault(faults, "translation-structure", c, "put it in by hand", "the translation does not fit into %s", name)
	}
	return result{}
}

// changed is the file with its edits; nil when there are none, or when it says anything else than what set makes of the
// values that it had.
func (f *yamlFile) changed(was []byte, set func(want map[string]string)) []byte {
	if len(f.edits) == 0 {
		return nil
	}
	data := splice(f.data, f.edits)
	root := readYAML(data)
	if root == nil {
		return nil
	}
	want, got := map[string]string{}, map[string]string{}
	if before := readYAML(was); before != nil {
		flatten(before, "", want)
	}
	flatten(root, "", got)
	set(want)
	for path := range want {
		want[path] = markup.UnitText(want[path])
	}
	for path := range got {
		got[path] = markup.UnitText(got[path])
	}
	if !maps.Equal(want, got) {
		return nil
	}
	return data
}

// flatten lists the values of YAML by their paths.
func flatten(n *yaml.Node, path string, into map[string]string) {
	if n.Kind == yaml.ScalarNode {
		into[path] = n.Value
	}
	for i, child := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			flatten(child, path+"["+strconv.Itoa(i)+"]", into)
		case i%2 == 1:
			flatten(child, path+"."+n.Content[i-1].Value, into)
		}
	}
}

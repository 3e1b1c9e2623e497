package catalog

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/translation"
)

// stringsFolder is where interface strings stand, a file for each language; it is also what statements call them.
const stringsFolder = "layouts/i18n"

// stringsFile is the interface strings of a language.
type stringsFile struct {
	source, target File
	from, to       *yaml.Node // to is nil when there is no file, or nothing in it
	plurals        plurals
	keys           []string // by unit
	list           []Unit
	state          state
}

func (c *Catalog) interfaces() []document {
	f := &stringsFile{plurals: c.plurals, state: newState(c.in.Statements, c.lang.Code, stringsFolder)}
	f.target = File{Name: stringsFolder + "/" + c.lang.Code + ".yaml", Lang: c.lang.Code}
	for _, s := range c.in.Strings {
		switch s.Lang {
		case c.source():
			f.source = s
		case c.lang.Code:
			f.target = s
		}
	}
	if f.from, f.to = readYAML(f.source.Data), readYAML(f.target.Data); f.from == nil || f.from.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(f.from.Content); i += 2 {
		f.add(f.from.Content[i], f.from.Content[i+1])
	}
	return []document{f}
}

func (f *stringsFile) add(key, value *yaml.Node) {
	u := Unit{Pos: diag.Position{File: f.source.Name, Line: key.Line, Col: key.Column}}
	u.Text = markup.UnitText(value.Value)
	if value.Kind == yaml.MappingNode {
		u.Plural = form(value, "other")
		if u.Text = form(value, "one"); u.Text == "" {
			u.Text = u.Plural
		}
	}
	if u.Text == "" {
		return
	}
	kind := stringKind(key.Value)
	u.Context = stringsFolder + "#" + kind
	u.Now = f.now(get(f.to, key.Value), u.Plural != "")
	f.state.judge(&u, kind)
	f.list, f.keys = append(f.list, u), append(f.keys, key.Value)
}

func stringKind(key string) string { return "string." + key }

// form is a plural form of a text, or empty.
func form(n *yaml.Node, name string) string {
	if v := get(n, name); v != nil {
		return markup.UnitText(v.Value)
	}
	return ""
}

// now is what the language has: a text, or one for each of its plural forms.
func (f *stringsFile) now(n *yaml.Node, plural bool) []string {
	if n == nil {
		return nil
	}
	text := markup.UnitText(n.Value)
	if n.Kind == yaml.MappingNode {
		text = form(n, "other")
	}
	if text == "" {
		return nil
	}
	if !plural {
		return []string{text}
	}
	var all []string
	for _, name := range f.plurals.names {
		if own := form(n, name); own != "" {
			all = append(all, own)
		} else {
			all = append(all, text)
		}
	}
	return all
}

func (f *stringsFile) name() string    { return f.target.Name }
func (f *stringsFile) section() string { return interfaceSection }
func (f *stringsFile) units() []Unit   { return f.list }

// apply puts strings in the place of those that are there, or behind the one that stands before them in the source's
// file. Where the language has no file, it is a copy of the source's without what is not translated.
func (f *stringsFile) apply(changes []change, faults *diag.List) result {
	r := result{texts: translation.Texts{}}
	base := f.target
	if f.to == nil && len(strings.TrimSpace(string(f.target.Data))) == 0 {
		base = f.source
	}
	y := yamlFile{data: base.Data}
	taken := map[string][]string{}
	for _, c := range changes {
		if why := f.placeholders(c); why != "" {
			fault(faults, "translation-fixed", c, "what stands between braces is filled in: keep it as it is", "the translation %s", why)
			continue
		}
		taken[f.keys[c.unit]] = c.texts
		f.state.record(&r, f.list[c.unit], stringKind(f.keys[c.unit]), c)
	}
	if r.taken == 0 {
		return r
	}
	ok := true
	if base.Name == f.source.Name {
		ok = f.begin(&y, taken)
	} else {
		ok = f.put(&y, taken)
	}
	var was []byte
	if base.Name == f.target.Name {
		was = f.target.Data
	}
	r.data = y.changed(was, func(want map[string]string) { f.want(want, taken) })
	if !ok || r.data == nil && len(y.edits) > 0 {
		return refuseAll(changes, faults, f.target.Name)
	}
	return r
}

// want is what the file should say.
func (f *stringsFile) want(want map[string]string, taken map[string][]string) {
	for key, texts := range taken {
		for path := range want {
			if path == "."+key || strings.HasPrefix(path, "."+key+".") {
				delete(want, path)
			}
		}
		if len(texts) == 1 {
			want["."+key] = texts[0]
			continue
		}
		for i, name := range f.plurals.names {
			want["."+key+"."+name] = texts[i]
		}
	}
}

// begin makes a copy of the source's file: what is translated in its place, all other strings left out.
func (f *stringsFile) begin(y *yamlFile, taken map[string][]string) bool {
	for i := 0; i+1 < len(f.from.Content); i += 2 {
		key, value := f.from.Content[i], f.from.Content[i+1]
		texts, ok := taken[key.Value]
		end := y.end(value)
		start, _ := markup.Scalar(y.data, key)
		switch {
		case end < 0:
			return false
		case ok:
			y.edits = append(y.edits, edit{start, end, f.pair(key.Value, texts)})
		default:
			if next := strings.IndexByte(string(y.data[end:]), '\n'); next >= 0 {
				end += next + 1
			}
			y.edits = append(y.edits, edit{start, end, ""})
		}
	}
	return true
}

// put changes strings of a file that is there, and adds others.
func (f *stringsFile) put(y *yamlFile, taken map[string][]string) bool {
	ok := true
	if f.to == nil { // comments alone
		end := lineEnd(y.data)
		text := ""
		if !strings.HasSuffix(string(y.data), end) {
			text = end
		}
		for _, key := range f.keys {
			if texts, there := taken[key]; there {
				text += f.pair(key, texts) + end
			}
		}
		y.edits = append(y.edits, edit{len(y.data), len(y.data), text})
		return true
	}
	last := -1 // the place, among the target's, of the value behind which a new one goes
	for i := 0; i+1 < len(f.from.Content); i += 2 {
		key := f.from.Content[i].Value
		at := slices.IndexFunc(f.to.Content, func(n *yaml.Node) bool { return n.Value == key && slices.Index(f.to.Content, n)%2 == 0 })
		texts, there := taken[key]
		switch {
		case there && at >= 0:
			ok = f.renew(y, f.to.Content[at], f.to.Content[at+1], texts) && ok
		case there && last < 0:
			start, _ := markup.Scalar(y.data, f.to.Content[0])
			y.edits = append(y.edits, edit{start, start, f.pair(key, texts) + lineEnd(y.data)})
		case there:
			ok = y.addBehind(f.to, last, key, f.value(texts)) && ok
		}
		if at >= 0 {
			last = at + 1
		}
	}
	return ok
}

// renew gives a string that is there new texts.
func (f *stringsFile) renew(y *yamlFile, key, value *yaml.Node, texts []string) bool {
	if len(texts) == 1 && value.Kind == yaml.ScalarNode {
		return markup.UnitText(value.Value) == texts[0] || y.replace(value, texts[0])
	}
	if len(texts) > 1 && value.Kind == yaml.MappingNode && f.hasForms(value) {
		ok := true
		for i, name := range f.plurals.names {
			if n := get(value, name); markup.UnitText(n.Value) != texts[i] {
				ok = y.replace(n, texts[i]) && ok
			}
		}
		return ok
	}
	start, _ := markup.Scalar(y.data, key)
	end := y.end(value)
	if end < 0 {
		return false
	}
	y.edits = append(y.edits, edit{start, end, f.pair(key.Value, texts)})
	return true
}

// hasForms reports whether a text has the language's plural forms and no others.
func (f *stringsFile) hasForms(n *yaml.Node) bool {
	for _, name := range f.plurals.names {
		if get(n, name) == nil {
			return false
		}
	}
	return len(n.Content) == 2*len(f.plurals.names)
}

func (f *stringsFile) pair(key string, texts []string) string { return key + ": " + f.value(texts) }

// value writes a text, or its plural forms, as YAML.
func (f *stringsFile) value(texts []string) string {
	if len(texts) == 1 {
		return yamlText(texts[0], nil)
	}
	var parts []string
	for i, name := range f.plurals.names {
		parts = append(parts, name+": "+yamlText(texts[i], nil))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

var placeholder = regexp.MustCompile(`\{(?:n|[0-9]+)\}`)

// placeholders says what a translation does to {1}, {2} … and {n}. A form for one may do without its number; that for
// all others may not.
func (f *stringsFile) placeholders(c change) string {
	u := f.list[c.unit]
	source := set(u.Text + u.Plural)
	for i, text := range c.texts {
		want, got := source, set(text)
		counts := u.Plural == "" || f.plurals.names[i] == "other"
		if !counts {
			want = without(want, "{n}")
			got = without(got, "{n}")
		}
		if why := difference(want, got); why != "" {
			return why
		}
	}
	return ""
}

// set lists what is filled into a text, sorted, each once.
func set(text string) []string {
	found := map[string]bool{}
	for _, p := range placeholder.FindAllString(text, -1) {
		found[p] = true
	}
	return slices.Sorted(maps.Keys(found))
}

func without(list []string, what string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == what })
}

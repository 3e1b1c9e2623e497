package markup

import (
	"bytes"
	"slices"
	"strings"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/strictyaml"
)

// Front is the front matter of a page.
type Front struct {
	Title      string        `yaml:"title,required"`
	Summary    string        `yaml:"summary,required"`
	Type       string        `yaml:"type,required" enum:"home page guide course day session refresher role template group-plan cards poster handout help reference"`
	Weight     int           `yaml:"weight"`
	Audience   []string      `yaml:"audience" enum:"trainer psv staff focal-person leader member family all"`
	Minutes    int           `yaml:"minutes"`
	Objectives []string      `yaml:"objectives"`
	Materials  []Material    `yaml:"materials"`
	Prepare    []string      `yaml:"prepare"`
	Sources    []string      `yaml:"sources"`
	Private    bool          `yaml:"private"`
	ReviewDue  string        `yaml:"review_due" format:"date"`
	Needs      []string      `yaml:"needs" enum:"clinician lawyer native-speaker lived-experience"`
	SignOffs   []SignOff     `yaml:"signoffs"`
	Print      *Print        `yaml:"print"`
	Params     config.Params `yaml:"params"`
}

// Material is a thing to bring.
type Material struct {
	Item  string `yaml:"item,required"`
	Per   string `yaml:"per" enum:"person group room"`
	Count int    `yaml:"count"`
}

// SignOff says who checked the page, as what, when, and which text (its hash).
type SignOff struct {
	Role string `yaml:"role,required" enum:"clinician lawyer native-speaker lived-experience"`
	Name string `yaml:"name,required"`
	Date string `yaml:"date,required" format:"date"`
	Hash string `yaml:"hash,required"`
}

// Print is the sheet a page is printed on, and the number of sides it must fit.
type Print struct {
	Sheet string `yaml:"sheet,required" enum:"A3 A4 A5 A6"`
	Pages int    `yaml:"pages"`
}

// taught are the types that are taught or worked through, and so have minutes, objectives, materials, prepare.
var taught = []string{"course", "day", "session", "refresher", "group-plan", "template", "guide", "cards"}

// yamlNode is frontmatter's format: YAML between lines of three dashes, kept as nodes for their positions.
var yamlNode = frontmatter.NewFormat("---", "---", func(data []byte, v any) error {
	return strictyaml.Parse(data, v.(*yaml.Node))
})

// front reads the front matter and finds where the Markdown begins.
func (p *page) front() {
	d := strictyaml.NewDecoder(strictyaml.Source{File: p.doc.Name, Line: 1, Area: "front"})
	defer func() {
		p.doc.Positions = d.Positions
		p.doc.Faults = append(p.doc.Faults, d.Faults...)
	}()
	if !bytes.HasPrefix(p.src, []byte("---\n")) {
		p.doc.Faults.Add("front-missing", p.pos(0), "begin with ---, title, summary, type, ---", "the page has no front matter")
		d.Positions[""] = p.pos(0)
		return
	}
	var n yaml.Node
	rest, err := frontmatter.MustParse(bytes.NewReader(p.src), &n, yamlNode)
	switch {
	case err == frontmatter.ErrNotFound:
		p.doc.Faults.Add("front-unclosed", p.pos(0), "end it with a line of ---", "the front matter is never closed")
		p.offset = len(p.src)
		return
	case err != nil:
		d.Syntax(err)
		p.offset = afterFront(p.src)
		return
	}
	p.offset = len(p.src) - len(rest)
	d.DecodeNode(&n, &p.doc.Front)
	p.checkFront(d)
}

// afterFront finds the line behind a front matter that could not be parsed, so that the text below is still checked.
func afterFront(src []byte) int {
	if i := bytes.Index(src, []byte("\n---\n")); i >= 0 {
		return i + len("\n---\n")
	}
	return len(src)
}

func (p *page) checkFront(d *strictyaml.Decoder) {
	f := &p.doc.Front
	for path, pos := range d.Positions {
		if strings.ContainsAny(path, ".[") || f.Type == "" || slices.Contains(taught, f.Type) {
			continue
		}
		if slices.Contains([]string{"minutes", "objectives", "materials", "prepare"}, path) {
			d.Faults.Add("front-type", pos, "types with it: "+joined(taught), "a page of type %s has no %s", f.Type, path)
		}
	}
	if f.Minutes < 0 {
		d.Faults.Add("front-value", d.Positions.At("minutes"), "", "minutes cannot be negative")
	}
	for _, s := range f.strings() {
		p.stringVariables(*s.text, d.Positions.At(s.path))
	}
}

type frontString struct {
	path string
	text *string
}

// strings lists the translatable strings of the front matter, with their paths.
func (f *Front) strings() []frontString {
	list := []frontString{{"title", &f.Title}, {"summary", &f.Summary}}
	each := func(name string, texts []string) {
		for i := range texts {
			list = append(list, frontString{name + "[" + itoa(i) + "]", &texts[i]})
		}
	}
	each("objectives", f.Objectives)
	for i := range f.Materials {
		list = append(list, frontString{"materials[" + itoa(i) + "].item", &f.Materials[i].Item})
	}
	each("prepare", f.Prepare)
	each("sources", f.Sources)
	return list
}

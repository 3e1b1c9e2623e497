package markup

import (
	"bytes"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/strictyaml"
)

// Front is the front matter of a page.
type Front struct {
	Title      string        `yaml:"title,required" doc:"the page's name, as it stands at the top and in lists"`
	Summary    string        `yaml:"summary,required" doc:"one sentence that says what the page gives its reader"`
	Type       string        `yaml:"type,required" enum:"home page guide course day session refresher role template group-plan cards poster handout help reference" doc:"what kind of page it is"`
	Code       string        `yaml:"code" doc:"its short name on paper, as H-07; it stays when the page moves, and translations share it"`
	Weight     int           `yaml:"weight" doc:"its place in its section: lower comes first"`
	Audience   []string      `yaml:"audience" enum:"trainer psv staff focal-person leader member family all" doc:"who it is for"`
	Minutes    int           `yaml:"minutes" doc:"how many minutes it takes; its steps must add up to them"`
	Objectives []string      `yaml:"objectives" doc:"what people can do afterwards, one each"`
	Materials  []Material    `yaml:"materials" doc:"what to bring"`
	Prepare    []string      `yaml:"prepare" doc:"what to do beforehand, one thing each"`
	Sources    []string      `yaml:"sources" doc:"where what it says comes from"`
	Private    bool          `yaml:"private" doc:"it must not betray its reader: neutral path and title, a leave button, no last place"`
	Leave      bool          `yaml:"leave" doc:"a button to leave it at once, though it is not private"`
	ReviewDue  string        `yaml:"review_due" format:"date" doc:"the day by which somebody must have read it again"`
	Needs      []string      `yaml:"needs" enum:"clinician lawyer native-speaker lived-experience" doc:"who has to check it before it counts as checked"`
	SignOffs   []SignOff     `yaml:"signoffs" doc:"who checked it; written by psvsite sign"`
	Print      *Print        `yaml:"print" doc:"the sheet it is printed on"`
	Params     config.Params `yaml:"params" doc:"variables of this page, as {{name}} in its text"`
}

// Material is a thing to bring.
type Material struct {
	Item  string `yaml:"item,required" doc:"the thing"`
	Per   string `yaml:"per" enum:"person group room" doc:"one count for each person, group or room"`
	Count int    `yaml:"count" doc:"how many"`
}

// SignOff says who checked the page, as what, when, and which text (its hash).
type SignOff struct {
	Role string `yaml:"role,required" enum:"clinician lawyer native-speaker lived-experience" doc:"as what they checked it"`
	Name string `yaml:"name,required" doc:"their name"`
	Date string `yaml:"date,required" format:"date" doc:"the day they checked it"`
	Hash string `yaml:"hash,required" doc:"the sum of the text they checked"`
}

// SignOffRoles lists the roles that may sign.
func SignOffRoles() []string {
	field, _ := reflect.TypeFor[SignOff]().FieldByName("Role")
	return strings.Fields(field.Tag.Get("enum"))
}

// Print is the sheet a page is printed on, and the number of sides it must fit.
type Print struct {
	Sheet string `yaml:"sheet,required" enum:"A3 A4 A5 A6" doc:"the size of the paper"`
	Pages int    `yaml:"pages" doc:"how many sides it must fit on"`
}

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
	rest, err := frontmatter.MustParse(bytes.NewReader(p.src), &p.meta, yamlNode)
	switch {
	case err == frontmatter.ErrNotFound:
		p.doc.Faults.Add("front-unclosed", p.pos(0), "end it with a line of ---", "the front matter is never closed")
		p.offset = len(p.src)
		return
	case err != nil:
		p.offset = afterFront(p.src)
		d.Syntax(bytes.TrimSuffix(p.src[len("---\n"):p.offset], []byte("---\n")), err)
		return
	}
	p.offset = len(p.src) - len(rest)
	d.DecodeNode(&p.meta, &p.doc.Front)
	p.checkFront(d)
}

// afterFront finds the line behind a front matter that could not be parsed, so that the text below is still checked.
func afterFront(src []byte) int {
	if i := bytes.Index(src, []byte("\n---\n")); i >= 0 {
		return i + len("\n---\n")
	}
	return len(src)
}

// codeForm is how codes look: short enough to be said on the phone, and read off a third photocopy.
var codeForm = regexp.MustCompile(`^[A-Z]-[0-9]{2,3}$`)

func (p *page) checkFront(d *strictyaml.Decoder) {
	f := &p.doc.Front
	for path, pos := range d.Positions {
		if strings.ContainsAny(path, ".[") || f.Type == "" || slices.Contains(taught, f.Type) {
			continue
		}
		if slices.Contains(taughtKeys, path) {
			d.Faults.Add("front-type", pos, "types with it: "+joined(taught), "a page of type %s has no %s", f.Type, path)
		}
	}
	if f.Minutes < 0 {
		d.Faults.Add("front-value", d.Positions.At("minutes"), "", "minutes cannot be negative")
	}
	if f.Code != "" && !codeForm.MatchString(f.Code) {
		d.Faults.Add("front-value", d.Positions.At("code"), "a letter, a hyphen, two or three digits, as H-07", "code: %q is no code", f.Code)
	}
	for i, s := range f.SignOffs {
		if _, ok := ParseHash(s.Hash); !ok {
			d.Faults.Add("front-value", d.Positions.At("signoffs["+itoa(i)+"].hash"), "psvsite sign writes it", "hash: %q is not the sum of a text", s.Hash)
		}
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

// Text is the translatable string at a path, or empty.
func (f *Front) Text(path string) string {
	for _, s := range f.strings() {
		if s.path == path {
			return *s.text
		}
	}
	return ""
}

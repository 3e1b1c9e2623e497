package config

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/strictyaml"
)

// Param is the value of a variable: one for all languages, or one for each.
type Param struct {
	All    string
	ByLang Text
}

// In returns the value for the first language of chain that has one; empty means: to be filled in by hand.
func (p Param) In(chain []string) string {
	if p.ByLang == nil {
		return p.All
	}
	s, _ := p.ByLang.In(chain)
	return s
}

// Params are the variables, by dotted name: `hospital.ward_phone`.
type Params map[string]Param

// UnmarshalNode reads nested keys into dotted names. A map whose keys are all language codes (two or three
// letters) is one value by language.
func (p *Params) UnmarshalNode(n *yaml.Node, d *strictyaml.Decoder, path string) {
	*p = Params{}
	p.collect(n, d, path, "")
}

// nameSigns are what the name of a variable is made of.
const nameSigns = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."

func (p *Params) collect(n *yaml.Node, d *strictyaml.Decoder, path, prefix string) {
	if n.Kind != yaml.MappingNode {
		d.Fault("value", n, "", "%s must be keys with values", path)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		name := prefix + key.Value
		if _, twice := (*p)[name]; twice {
			d.Fault("duplicate", key, "keep one of them", "key %q stands twice", key.Value)
		}
		if strings.Trim(key.Value, nameSigns) != "" || key.Value == "" {
			d.Fault("value", key, "use letters, digits and _ as in ward_phone", "no variable can be called %q", key.Value)
		}
		d.Positions[path+"."+key.Value] = d.Pos(key)
		switch {
		case value.Kind == yaml.ScalarNode && value.Tag == "!!null":
			(*p)[name] = Param{}
		case value.Kind == yaml.ScalarNode:
			(*p)[name] = Param{All: value.Value}
		case byLanguage(value):
			(*p)[name] = Param{ByLang: texts(value)}
		default:
			p.collect(value, d, path+"."+key.Value, name+".")
		}
	}
}

func byLanguage(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		return false
	}
	for i := 0; i < len(n.Content); i += 2 {
		if k := len(n.Content[i].Value); k < 2 || k > 3 || n.Content[i+1].Kind != yaml.ScalarNode {
			return false
		}
	}
	return true
}

func texts(n *yaml.Node) Text {
	t := Text{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		t[n.Content[i].Value] = n.Content[i+1].Value
	}
	return t
}

// ParseClock reads HH:MM as minutes after midnight.
func ParseClock(s string) (minutes int, ok bool) {
	t, err := time.Parse("15:04", s)
	return t.Hour()*60 + t.Minute(), err == nil
}

// ForEdition returns the config as the edition sees it, and the chain of editions from the base outwards
// (gujarat, then a hospital of it). ok is false when there is no such edition or the chain runs in a ring.
func (c *Config) ForEdition(name string) (view *Config, chain []string, ok bool) {
	for at := name; at != ""; at = c.Editions[at].Extends {
		if _, found := c.Editions[at]; !found || slices.Contains(chain, at) {
			return nil, nil, false
		}
		chain = append(chain, at)
	}
	slices.Reverse(chain)
	copied := *c
	copied.Over, copied.CourseAt = Params{}, "course"
	copied.Title = maps.Clone(c.Title)
	for _, at := range chain {
		copied.lay(at, c.Editions[at])
	}
	return &copied, chain, true
}

func (c *Config) lay(name string, e Edition) {
	maps.Copy(c.Over, e.Params)
	if e.Title[""] != "" { // one for all languages
		c.Title = maps.Clone(e.Title)
	}
	maps.Copy(c.Title, e.Title)
	if e.Course != "" {
		c.Course, c.CourseAt = e.Course, "editions."+name+".course"
	}
	if e.Day.Start != "" {
		c.Day.Start, c.DayOver = e.Day.Start, true
	}
	if e.Day.People > 0 {
		c.Day.People = e.Day.People
	}
	if e.Day.Group > 0 {
		c.Day.Group = e.Day.Group
	}
}

// EditionNames lists the editions, sorted.
func (c *Config) EditionNames() []string { return slices.Sorted(maps.Keys(c.Editions)) }

// Hidden lists the page paths that the editions of the chain hide.
func (c *Config) Hidden(chain []string) []string {
	var hide []string
	for _, at := range chain {
		hide = append(hide, c.Editions[at].Hide...)
	}
	return hide
}

// Settle tells maps by language from plain nesting, now that the languages are known: `{tel: …}` is a language
// map only on a site that has a language tel.
func (p Params) Settle(codes []string) {
	for name, v := range p {
		if v.ByLang == nil || subset(v.ByLang, codes) {
			continue
		}
		delete(p, name)
		for key, value := range v.ByLang {
			p[name+"."+key] = Param{All: value}
		}
	}
}

func subset(t Text, codes []string) bool {
	for key := range t {
		if !slices.Contains(codes, key) {
			return false
		}
	}
	return true
}

func itoa(i int) string { return strconv.Itoa(i) }

// Package config reads config.yaml.
//
// In: the bytes of config.yaml. Out: a Config with every default filled in, and diagnostics at the key they are
// about. It opens no file and looks at no page.
package config

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/strictyaml"
)

// Text is a text in several languages, by language code; under the empty code one for all.
type Text map[string]string

// UnmarshalNode reads a text for all languages, or one for each.
func (t *Text) UnmarshalNode(n *yaml.Node, d *strictyaml.Decoder, path string) {
	if n.Kind == yaml.ScalarNode {
		*t = Text{"": n.Value}
		return
	}
	plain := map[string]string{}
	d.Value(n, &plain, path)
	*t = plain
}

// Config is config.yaml.
type Config struct {
	Title           Text               `yaml:"title,required" doc:"the name of the site, one text or one for each language"`
	BaseURL         string             `yaml:"base_url" doc:"the address of the site, https://…; only the site map, language links for search engines and 404.html need it"`
	DefaultLanguage string             `yaml:"default_language,required" doc:"the language that others are translated from"`
	Languages       []Language         `yaml:"languages,required" doc:"the languages of the site, in the order in which readers are offered them"`
	Menu            []string           `yaml:"menu" doc:"the pages in the menu, by path"`
	Params          Params             `yaml:"params" doc:"variables, as {{hospital.name}} in texts; an empty one is a line to write on"`
	Day             Day                `yaml:"day" doc:"what all days of a course share"`
	Editions        map[string]Edition `yaml:"editions" doc:"a state's or a hospital's own version, by name; its files stand in content/editions/NAME"`
	Packs           []Pack             `yaml:"packs" doc:"print products made of several pages"`
	Copies          bool               `yaml:"copies" doc:"build also makes files to pass on, one for phones and a zip for computers in each language, and share.html leads to them"`
	Course          string             `yaml:"course" doc:"the plan of content/data/courses.yaml that day pages show"`
	Bilingual       [][]string         `yaml:"bilingual" doc:"pairs of languages to set side by side, as [gu, en]"`
	Search          *bool              `yaml:"search" doc:"whether pages can be searched"`
	Publish         string             `yaml:"publish" enum:"all signed-only" doc:"signed-only leaves out pages on which a sign-off is open; help and safety always ship"`
	Release         Release            `yaml:"release" doc:"the only version and date that pages carry"`
	Budgets         map[string]string  `yaml:"budgets" doc:"what things may weigh under gzip, as page: 14kB; also home, role, template and other page types, scripts, styles"`
	Reading         Reading            `yaml:"reading" doc:"how easy pages must be to read"`
	Words           Words              `yaml:"words" doc:"this site's own words, for psvsite check"`
	Lint            map[string]string  `yaml:"lint" doc:"the level of a code: off, warning or error"`

	Positions strictyaml.Positions `yaml:"-"`
	Over      Params               `yaml:"-"` // an edition's params, which go before those of a page
	CourseAt  string               `yaml:"-"` // where course is set: the key's path
	DayOver   bool                 `yaml:"-"` // an edition sets day.start, which goes before a plan's
}

// Language is one language of the site.
type Language struct {
	Code       string   `yaml:"code,required" doc:"its code, as gu, hi, mr"`
	Name       string   `yaml:"name,required" doc:"its name in its own words"`
	Dir        string   `yaml:"dir" enum:"ltr rtl" doc:"the direction it is written in; ltr where it is left out"`
	Digits     string   `yaml:"digits" doc:"the digits it writes numbers with, by their name in CLDR: latn, gujr, deva …"`
	Fallback   []string `yaml:"fallback" doc:"the languages to take a page from that it lacks, nearest first"`
	Script     string   `yaml:"script" doc:"its script by its code of four letters, where CLDR guesses wrong"`
	LocaleFrom string   `yaml:"locale_from" doc:"the language whose numbers, plurals and order it takes, where CLDR lacks it"`
}

// Day holds what all days of a course share.
type Day struct {
	Start  string `yaml:"start" doc:"the clock time at which a day begins, as 10:00"`
	People int    `yaml:"people" doc:"how many people a course is for; what to bring is counted for them"`
	Group  int    `yaml:"group" doc:"how many people a small group has"`
}

// Edition is a state's or a hospital's own version of the site.
type Edition struct {
	Extends string   `yaml:"extends" doc:"the edition it builds on"`
	Title   Text     `yaml:"title" doc:"the name of the site in this edition"`
	Params  Params   `yaml:"params" doc:"variables of this edition; they go before those of pages and of the site"`
	Course  string   `yaml:"course" doc:"the plan that day pages show in this edition"`
	Day     Day      `yaml:"day" doc:"what all days of a course share in this edition"`
	Hide    []string `yaml:"hide" doc:"the pages it leaves out, by path"`
}

// Release is the only date and version that pages carry.
type Release struct {
	Version string `yaml:"version" doc:"the version, as 1.2"`
	Date    string `yaml:"date" format:"date" doc:"the day it came out"`
}

// Parse reads config.yaml. The Config is usable whenever the list has no error.
func Parse(file string, data []byte) (*Config, diag.List) {
	d := strictyaml.NewDecoder(strictyaml.Source{File: file, Area: "config"})
	c := &Config{}
	d.Decode(data, c)
	c.Positions = d.Positions
	if len(d.Faults) == 0 {
		c.check(d)
	}
	c.defaults()
	return c, d.Faults
}

func (c *Config) defaults() {
	if c.Day.Start == "" {
		c.Day.Start = "10:00"
	}
	if c.Day.People == 0 {
		c.Day.People = 24
	}
	if c.Day.Group == 0 {
		c.Day.Group = 4
	}
	if c.Search == nil {
		yes := true
		c.Search = &yes
	}
	c.Reading.defaults()
	c.Params.Settle(c.Codes())
	for _, e := range c.Editions {
		e.Params.Settle(c.Codes())
	}
	for i := range c.Languages {
		l := &c.Languages[i]
		if l.Dir == "" {
			l.Dir = "ltr"
		}
		if l.Digits == "" {
			l.Digits = "latn"
		}
	}
}

// check reports what the types alone cannot.
func (c *Config) check(d *strictyaml.Decoder) {
	codes := c.Codes()
	report := func(path, hint, format string, args ...any) {
		d.Faults.Add("config-value", d.Positions.At(path), hint, format, args...)
	}
	if !slices.Contains(codes, c.DefaultLanguage) {
		report("default_language", "list it under languages", "default_language %q is not a language of this site", c.DefaultLanguage)
	}
	for i, l := range c.Languages {
		path := "languages[" + itoa(i) + "]"
		if _, err := language.Parse(l.Code); err != nil || l.Code != strings.ToLower(l.Code) {
			report(path+".code", "use a code such as gu, hi, mr", "%q is not a language code", l.Code)
		}
		if slices.Contains(codes[:i], l.Code) {
			report(path+".code", "keep one of them", "language %q stands twice", l.Code)
		}
		l.checkNumbers(path, report)
		for j, f := range l.Fallback {
			if !slices.Contains(codes, f) || f == l.Code {
				report(path+".fallback["+itoa(j)+"]", "name a code of languages", "fallback %q is not another language of this site", f)
			}
		}
	}
	c.checkRest(report)
	c.checkWords(report)
}

func (c *Config) checkRest(report func(path, hint, format string, args ...any)) {
	if c.Day.People < 0 || c.Day.Group < 0 {
		report("day", "day: {people: 24, group: 4}", "people and group are numbers from 1")
	}
	if _, ok := ParseClock(c.Day.Start); c.Day.Start != "" && !ok {
		report("day.start", "", "day.start %q is not a clock time such as 10:00", c.Day.Start)
	}
	c.checkAddress(report)
	c.checkTitle(report)
	for name, limit := range c.Budgets {
		if _, ok := ParseSize(limit); !ok {
			report("budgets."+name, "", "budgets.%s: %q is no size such as 14kB", name, limit)
		}
	}
	for code, word := range c.Lint {
		c, known := diag.Lookup(code)
		level, ok := diag.ParseSeverity(word)
		switch {
		case !known:
			report("lint."+code, diag.DidYouMean(code, diag.Names(), "messages end in their code"), "lint names no known code: %q", code)
		case !ok:
			report("lint."+code, "one of: off, warning, error", "lint %s: %q is no level", code, word)
		case c.Fixed() && level != diag.Error:
			report("lint."+code, "mend the fault instead", "lint cannot lower %s: without it there is no site", code)
		}
	}
	for name, e := range c.Editions {
		if _, ok := c.Editions[e.Extends]; e.Extends != "" && !ok {
			report("editions."+name+".extends", diag.DidYouMean(e.Extends, c.EditionNames(), "name it under editions"), "edition %q extends %q, which is not an edition", name, e.Extends)
		}
	}
	c.checkPacks(report)
	for i, pair := range c.Bilingual {
		if len(pair) != 2 || !slices.Contains(c.Codes(), pair[0]) || !slices.Contains(c.Codes(), pair[1]) || pair[0] == pair[1] {
			report("bilingual["+itoa(i)+"]", "", "bilingual wants pairs of languages of this site, such as [gu, en]")
		}
	}
}

// Codes lists the language codes in the order of config.yaml.
func (c *Config) Codes() []string {
	codes := make([]string, len(c.Languages))
	for i, l := range c.Languages {
		codes[i] = l.Code
	}
	return codes
}

// Language returns the language with the code; it must exist.
func (c *Config) Language(code string) Language {
	return c.Languages[slices.Index(c.Codes(), code)]
}

// Chain lists the languages a page of the language is looked for in: itself, its fallbacks, the default language.
func (c *Config) Chain(code string) []string {
	chain := append([]string{code}, c.Language(code).Fallback...)
	if !slices.Contains(chain, c.DefaultLanguage) {
		chain = append(chain, c.DefaultLanguage)
	}
	return chain
}

// Levels returns the severities that lint sets.
func (c *Config) Levels() map[string]diag.Severity {
	levels := map[string]diag.Severity{}
	for code, word := range c.Lint {
		if s, ok := diag.ParseSeverity(word); ok {
			levels[code] = s
		}
	}
	return levels
}

// In returns the text in the first language of chain that has one, and that language.
func (t Text) In(chain []string) (text, lang string) {
	for _, code := range chain {
		if s := t[code]; s != "" {
			return s, code
		}
	}
	return t[""], chain[0]
}

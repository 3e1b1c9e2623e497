// Package kit makes the folder that a translator gets who has neither git nor this program.
//
// In: the catalog of a language, the term base, the pages or folders that are wanted. Out: files: what to do, in plain
// words of the translator's language and of its fallbacks, the PO files, the words of the site as a page and as a table,
// and the pages in order, source beside translation. All of it opens without the internet. It names no person, and never
// asks for a name.
package kit

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/strictyaml"
)

// Input is what a kit is made of.
type Input struct {
	Config  *config.Config
	Lang    string
	Catalog *catalog.Catalog // of Lang
	From    *catalog.Catalog // whose texts stand beside as comments; may be nil
	Terms   []data.Term
	Only    []string // pages and sections, as catalog.Export takes them; none: all
}

// File is a file of the kit.
type File struct {
	Name string // slash-separated
	Data []byte
}

// Make makes the kit.
func Make(in Input) []File {
	k := &kit{Input: in, to: in.Config.Language(in.Lang), from: in.Config.Language(in.Config.DefaultLanguage)}
	files := []File{{"start.html", k.start()}, {"glossary.html", k.glossary()}, {"glossary.csv", k.table()}, {"preview.html", k.preview()}}
	for _, p := range in.Catalog.Export(in.Only, in.From) {
		files = append(files, File{"po/" + p.Section + ".po", p.Data})
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files
}

type kit struct {
	Input
	to, from config.Language
}

//go:embed words
var wordFiles embed.FS

// words are what a kit says in one language.
type words struct {
	Title       string    `yaml:"title,required"`
	Lead        string    `yaml:"lead,required"`
	Begin       string    `yaml:"begin,required"`
	BeginSteps  []string  `yaml:"begin_steps,required"`
	Orange      string    `yaml:"orange,required"`
	OrangeSteps []string  `yaml:"orange_steps,required"`
	Keep        string    `yaml:"keep,required"`
	KeepRows    []keepRow `yaml:"keep_rows,required"`
	Words       string    `yaml:"words,required"`
	WordsSteps  []string  `yaml:"words_steps,required"`
	Send        string    `yaml:"send,required"`
	SendSteps   []string  `yaml:"send_steps,required"`
	Source      string    `yaml:"source,required"`
	Target      string    `yaml:"target,required"`
	None        string    `yaml:"none,required"`
	Stale       string    `yaml:"stale,required"`
	Avoid       string    `yaml:"avoid,required"`
	Gloss       string    `yaml:"gloss,required"`
	Note        string    `yaml:"note,required"`
	Pages       string    `yaml:"pages,required"`
	Glossary    string    `yaml:"glossary,required"`
	Preview     string    `yaml:"preview,required"`

	Lang config.Language `yaml:"-"`
}

// keepRow is a sign that stays as it is.
type keepRow struct {
	Sign  string `yaml:"sign,required"`
	Means string `yaml:"means,required"`
}

// english is the language whose words psvsite always has.
const english = "en"

// spoken are the words of the translator's language and of its fallbacks, as far as there are any, and the English ones.
func (k *kit) spoken() (list []words) {
	chain := k.Config.Chain(k.Lang)
	if !slices.Contains(chain, english) {
		chain = append(chain, english)
	}
	for _, code := range chain {
		text, err := wordFiles.ReadFile("words/" + code + ".yaml")
		if err != nil {
			continue
		}
		w := words{Lang: config.Language{Code: code, Dir: "ltr"}}
		if slices.Contains(k.Config.Codes(), code) {
			w.Lang = k.Config.Language(code)
		}
		d := strictyaml.NewDecoder(strictyaml.Source{File: code + ".yaml", Area: "text"})
		if d.Decode(text, &w); len(d.Faults) > 0 {
			panic(fmt.Sprintf("kit: %v", d.Faults)) // a file of ours, and a test reads each
		}
		w.fill(k.names(code))
		list = append(list, w)
	}
	return list
}

// names fills in the site's name and the two languages', as a language calls them.
func (k *kit) names(code string) *strings.Replacer {
	title, _ := k.Config.Title.In([]string{code, k.from.Code})
	return strings.NewReplacer("{site}", title, "{from}", called(k.from, code), "{to}", called(k.to, code))
}

// fill replaces names in all that is said.
func (w *words) fill(names *strings.Replacer) {
	for _, list := range [][]string{w.BeginSteps, w.OrangeSteps, w.WordsSteps, w.SendSteps} {
		for i := range list {
			list[i] = names.Replace(list[i])
		}
	}
	for _, s := range []*string{&w.Lead, &w.Source, &w.Target, &w.Stale} {
		*s = names.Replace(*s)
	}
}

// called is what one language calls another; its own name where that is not known.
func called(l config.Language, in string) string {
	names := display.Languages(language.Make(in))
	if names == nil {
		return l.Name
	}
	tag := language.Make(l.Code)
	if base, confidence := tag.Base(); confidence == language.No || base.String() != strings.Split(l.Code, "-")[0] {
		return l.Name
	}
	if name := names.Name(tag); name != "" {
		return name
	}
	return l.Name
}

package scaffold

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/bidi"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/source"
	"psvsite/generator/internal/splice"
)

// Language starts a language: its entry in config.yaml, its interface strings behind #, so that the build names those that
// are missing, its home page, and the list of what to translate.
func (s *Site) Language(in source.Input, code, name string) (*Change, error) {
	tag, err := s.checkLanguage(code)
	if err != nil {
		return nil, err
	}
	if name = cmp.Or(name, display.Self.Name(tag)); name == "" || name == code {
		return nil, refuse("give it: psvsite new language "+code+" --name …", "the name of %q in its own words is not known", code)
	}
	l := config.Language{Code: code, Name: name, Dir: direction(name), Fallback: s.fallback(name)}
	raw, err := splice.Append(s.raw, "languages", splice.Item{Value: languageNode(l)})
	if err := s.checkedConfig(raw, err, func(c *config.Config) bool { return slices.Contains(c.Codes(), code) }); err != nil {
		return nil, err
	}
	change := &Change{Config: raw}
	phrases, count, err := s.phrases(code, name)
	if err != nil {
		return nil, err
	}
	home := File{Name: "content/" + code + "/index.md"}
	if from, text, ok := s.page(s.config.DefaultLanguage, "index"); ok {
		home.Data = unsigned(text, markup.Parse(from.Name, from.Lang, from.Path, text).Front)
	}
	for _, f := range []File{phrases, home} {
		if _, err := fs.Stat(in.Disk, f.Name); errors.Is(err, fs.ErrNotExist) && f.Data != nil {
			change.Files = append(change.Files, f) // what is there already is kept
		}
	}
	change.Notes = s.untranslated(l, count)
	return change, nil
}

func (s *Site) checkLanguage(code string) (language.Tag, error) {
	tag, err := language.Parse(code)
	switch {
	case err != nil || code != strings.ToLower(code) || tag == language.Und:
		return tag, refuse("use a code such as gu, hi, mr", "%q is not a language code", code)
	case slices.Contains(s.config.Codes(), code):
		return tag, refuse("its pages stand in content/"+code, "the language %q is already in config.yaml", code)
	case code == "data" || code == "editions":
		return tag, refuse("use a code of two or three letters", "%q is a folder of content already", code)
	}
	return tag, nil
}

// direction is that of the first letter of a name.
func direction(name string) string {
	for _, r := range name {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL:
			return "rtl"
		case bidi.L:
			return "ltr"
		}
	}
	return "ltr"
}

// script is that of the first letter of a name.
func script(name string) string {
	for _, r := range name {
		for script, letters := range unicode.Scripts {
			if unicode.IsLetter(r) && unicode.Is(letters, r) {
				return script
			}
		}
	}
	return ""
}

// fallback puts languages written in the same script, which readers may know, before the default language.
func (s *Site) fallback(name string) []string {
	var chain []string
	for _, l := range s.config.Languages {
		if l.Code != s.config.DefaultLanguage && script(l.Name) == script(name) {
			chain = append(chain, l.Code)
		}
	}
	return append(chain, s.config.DefaultLanguage)
}

func languageNode(l config.Language) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	add := func(key string, value *yaml.Node) { n.Content = append(n.Content, scalar(key, 0), value) }
	add("code", scalar(l.Code, 0))
	add("name", scalar(l.Name, 0))
	if l.Dir == "rtl" {
		add("dir", scalar(l.Dir, 0))
	}
	chain := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, code := range l.Fallback {
		chain.Content = append(chain.Content, scalar(code, 0))
	}
	add("fallback", chain)
	return n
}

// phrases are the interface strings of the default language behind #, and their number; none where psvsite has them in
// the new language.
func (s *Site) phrases(code, name string) (File, int, error) {
	file := File{Name: "layouts/i18n/" + code + ".yaml"}
	at := func(code string) int {
		return slices.IndexFunc(s.tree.Layouts, func(f source.File) bool { return f.Path == "i18n/"+code+".yaml" })
	}
	from := at(s.config.DefaultLanguage)
	if at(code) >= 0 || from < 0 {
		return file, 0, nil
	}
	text, err := s.tree.Layouts[from].Read()
	if err != nil {
		return file, 0, err
	}
	var b strings.Builder
	fmt.Fprintf(&b, `# Interface strings in %s. Take the "# " away from a line and translate it; until then the next language's stands in.
# {n} is the number whose plural chooses the form; {1}, {2} are filled in.
`, name)
	count := 0
	for line := range strings.Lines(strings.ReplaceAll(string(text), "\r\n", "\n")) {
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "\n":
			b.WriteString(line)
		default:
			b.WriteString("# " + line)
			count++
		}
	}
	file.Data = []byte(b.String())
	return file, count, nil
}

// untranslated lists what to translate.
func (s *Site) untranslated(l config.Language, count int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s), then %s\n\nTo translate, in this order:\n", l.Name, l.Code, l.Dir, strings.Join(l.Fallback, ", "))
	if count > 0 {
		fmt.Fprintf(&b, "[ ] layouts/i18n/%s.yaml: %d lines\n", l.Code, count)
	}
	fmt.Fprintf(&b, "[ ] content/%s/index.md: still in %s\n[ ] config.yaml: title\n", l.Code, s.config.DefaultLanguage)
	for _, name := range slices.Sorted(maps.Keys(s.tree.Data)) {
		fmt.Fprintf(&b, "[ ] content/data/%s.yaml: add %s to the texts\n", name, l.Code)
	}
	for _, f := range s.tree.Pages {
		if f.Lang == s.config.DefaultLanguage && f.Path != "index" {
			fmt.Fprintf(&b, "[ ] psvsite new %s %s --lang %s\n", s.kind(f.Path), f.Path, l.Code)
		}
	}
	return b.String()
}

func (s *Site) kind(path string) string {
	front, _ := s.front(path)
	return cmp.Or(front.Type, "page")
}

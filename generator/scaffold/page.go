package scaffold

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"
	"text/template"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/source"
)

// Page writes the start of a page. at is its path, with a / behind it for a folder of its own; lang is empty for the
// default language. In another language a page that the default language has is started from that page's text.
func (s *Site) Page(kind, at, lang string) (*Change, error) {
	if err := s.checkKind(kind); err != nil {
		return nil, err
	}
	lang = cmp.Or(lang, s.config.DefaultLanguage)
	if !slices.Contains(s.config.Codes(), lang) {
		return nil, refuse("psvsite new language "+lang+" adds it", "%q is not a language of config.yaml", lang)
	}
	rel := at + ".md"
	if strings.HasSuffix(at, "/") {
		rel = at + "index.md"
	}
	root := "content/" + lang + "/"
	name, faults := source.PagePath(root+rel, rel)
	if len(faults) > 0 {
		hint := "choose another path, such as training/open-questions"
		if strings.HasSuffix(at, ".md") {
			hint = "leave .md out: " + strings.TrimSuffix(at, ".md")
		}
		return nil, refuse(hint, "%s: %s [%s]", faults[0].Pos, faults[0].Message, faults[0].Code)
	}
	if f, _, there := s.page(lang, name); there {
		return nil, refuse("open it, or choose another path", "the page %q is already %s", name, f.Name)
	}
	if from, text, there := s.page(s.config.DefaultLanguage, name); there && lang != s.config.DefaultLanguage {
		return s.translation(kind, lang, from, text)
	}
	change := &Change{Files: []File{{root + rel, s.fill(kind, name, lang)}}}
	if lang != s.config.DefaultLanguage {
		change.Notes = "write it in " + s.config.DefaultLanguage + " too: until then the build warns that it has no source\n"
	}
	return change, nil
}

func (s *Site) checkKind(kind string) error {
	var names []string
	for _, t := range markup.PageTypes {
		if t.Name == kind {
			return nil
		}
		names = append(names, t.Name)
	}
	hint := diag.DidYouMean(kind, append(names, "edition", "language"), "types of pages: "+strings.Join(names, ", "))
	return refuse(hint, "there is no type of page %q", kind)
}

var starts = template.Must(template.New("pages").Delims("[[", "]]").ParseFS(pages, "pages/*.md"))

func (s *Site) fill(kind, name, lang string) []byte {
	var b bytes.Buffer
	if err := starts.ExecuteTemplate(&b, kind+".md", s.facts(kind, name, lang)); err != nil {
		panic("scaffold: " + err.Error()) // a test fills every start
	}
	return b.Bytes()
}

// facts are what a start may need to know.
type facts struct {
	Title     string
	Code      string // the next that is free, on a site with codes
	Weight    int
	Minutes   int    // of the course plan, where it names the page
	Steps     []int  // four shares of Minutes
	Plan      string // the plan that the site shows
	Timetable string // attributes that show this day
	Lines     bool   // there are helplines
	site      *Site
}

// Declared reports whether config.yaml has a variable.
func (f facts) Declared(name string) bool {
	_, ok := f.site.config.Params[name]
	return ok
}

func (s *Site) facts(kind, name, lang string) facts {
	f := facts{Title: title(name), Code: s.code(kind, lang), Weight: s.weight(name, lang), Minutes: s.minutes(kind, name), site: s}
	f.Steps = shares(f.Minutes)
	if _, ok := s.data.Plan(s.config.Course); ok {
		f.Plan = s.config.Course
	}
	f.Timetable = s.timetable(name)
	for _, c := range s.data.Contacts {
		f.Lines = f.Lines || c.Kind == "emergency" || c.Kind == "listening"
	}
	return f
}

// title makes a title of a path: open-questions becomes Open questions.
func title(name string) string {
	words := strings.ReplaceAll(path.Base(name), "-", " ")
	words = strings.ToUpper(words[:1]) + words[1:]
	if words == "Null" {
		return `"Null"` // without quotes YAML reads it as nothing
	}
	return words
}

// weight puts a page behind its neighbours.
func (s *Site) weight(name, lang string) int {
	most := 0
	for _, f := range s.tree.Pages {
		if f.Lang != lang || path.Dir(f.Path) != path.Dir(name) || f.Path == "index" {
			continue
		}
		if text, err := f.Read(); err == nil {
			most = max(most, markup.Parse(f.Name, f.Lang, f.Path, text).Front.Weight)
		}
	}
	return most + 1
}

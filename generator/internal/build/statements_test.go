package build

import (
	"strings"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/translation"
)

// state writes what somebody states of the translations into a language: that each text was made from the one that stands
// at its place in the source, if that is of its kind.
func (e *editor) state() string {
	lang := one(e.author, "gu", "hi")
	var list []translation.Statement
	texts, _ := translation.ReadTexts("", e.bytes("content/translations.src"))
	for name, f := range e.files {
		rel, ours := strings.CutPrefix(name, "content/"+lang+"/")
		source := e.files["content/en/"+rel]
		if !ours || source == nil || !strings.HasSuffix(rel, ".md") {
			continue
		}
		path := strings.TrimSuffix(strings.TrimSuffix(rel, ".md"), "/index")
		units := markup.Units(name, lang, path, f.Data)
		for i, u := range markup.Units(name, "en", path, source.Data) {
			if i < len(units) && units[i].Kind == u.Kind {
				list = append(list, translation.Statement{Page: path, Target: units[i].Hash, Source: u.Hash})
				texts[u.Hash] = u.Text
			}
		}
	}
	e.files["content/translations.src"] = file(string(texts.Write()))
	in := "content/" + one(e.author, "", "", "editions/state/") + lang + "/translations.sum"
	return e.put(in, string(translation.WriteSum(list)))
}

func (e *editor) bytes(name string) []byte {
	if f := e.files[name]; f != nil {
		return f.Data
	}
	return nil
}

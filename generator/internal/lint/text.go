package lint

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// text is a text in one language: a unit of a page, or a text of the data.
type text struct {
	lang   string
	kind   string // of the unit; dataKind
	plain  string // what is read; a picture's text on a line of its own; noProse for each byte that is none
	place  func(at int) diag.Position
	where  string // ends messages: which entry of the data
	faults *diag.List

	folded  folded // of plain
	numbers bool   // there are digits in it
}

const (
	dataKind    = "data"
	termKind    = "term" // of the term base, which speaks of words
	sourcesKind = markup.FrontUnit + "sources"

	noProse = '\x1a' // no letter, no digit, no space: a word that no lint knows
)

// fault records a fault at a byte of the text.
func (t text) fault(code string, at int, hint, format string, args ...any) {
	t.faults.Add(code, t.place(at), hint, "%s%s", fmt.Sprintf(format, args...), t.where)
}

func unitText(u markup.Unit, lang string, faults *diag.List) text {
	plain := []byte(u.Plain)
	for _, s := range u.Skip {
		for i := s.Start; i < min(s.End, len(plain)); i++ {
			plain[i] = noProse
		}
	}
	return text{lang: lang, kind: u.Kind, plain: string(plain), place: u.Place, faults: faults}.prepared()
}

// prepared fills in what several lints need.
func (t text) prepared() text {
	t.folded = fold(t.plain)
	t.numbers = strings.ContainsFunc(t.plain, unicode.IsDigit)
	return t
}

// dataTexts lists the texts of all data entries.
func dataTexts(set *data.Set, faults *diag.List) []text {
	var out []text
	all := reflect.ValueOf(*set)
	for i := range all.NumField() {
		kind := dataKind
		if all.Type().Field(i).Name == "Terms" {
			kind = termKind
		}
		for list, j := all.Field(i), 0; j < list.Len(); j++ {
			e := list.Index(j)
			pos := e.FieldByName("Pos").Interface().(diag.Position)
			each(e, "", func(path string, texts config.Text) {
				for lang, s := range texts {
					out = append(out, text{
						lang: lang, kind: kind, plain: s, faults: faults,
						place: func(int) diag.Position { return pos },
						where: fmt.Sprintf(", in %s.%s of %q", path, lang, e.FieldByName("ID").String()),
					}.prepared())
				}
			})
		}
	}
	return out
}

// each calls f for every text in languages below v.
func each(v reflect.Value, path string, f func(path string, texts config.Text)) {
	if texts, ok := v.Interface().(config.Text); ok {
		f(path, texts)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); name != "-" && name != "" {
				each(v.Field(i), strings.TrimPrefix(path+"."+name, "."), f)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			each(v.Index(i), fmt.Sprintf("%s[%d]", path, i), f)
		}
	}
}

// isWord reports whether a rune is part of a word.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd) || r == zwj || r == zwnj
}

// shown keeps a message to a line.
func shown(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == noProse {
			return '…'
		}
		return r
	}, s)
	if r := []rune(s); len(r) > 50 {
		return string(r[:49]) + "…"
	}
	return s
}

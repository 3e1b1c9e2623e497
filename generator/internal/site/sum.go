package site

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"psvsite/generator/internal/markup"
)

// Sum names what a copy of a page says: its texts and the entries of the data that it shows, those in handouts left
// out. Two copies with one sum are as good as each other, whatever their versions.
func (s *Site) Sum(d *markup.Document) string {
	return s.sum(d, func(directive int) bool { return !inHandout(d, directive) })
}

// SheetSum names likewise what a page's sheet of handouts says.
func (s *Site) SheetSum(d *markup.Document) string {
	return s.sum(d, func(directive int) bool { return inHandout(d, directive) })
}

// SignSum names what a person signs: every text of a document in its language, how its safety boxes nest, and the
// entries of the data that it shows. It does not change with front matter that is no text, such as the sign-offs
// themselves, nor when a source is looked at again and says what it said.
func (s *Site) SignSum(d *markup.Document) string {
	return s.sum(d, func(int) bool { return true }, safetyStructure(d)...)
}

func (s *Site) sum(d *markup.Document, in func(directive int) bool, more ...string) string {
	list := unitHashes(d, in)
	for _, f := range s.Facts(d) {
		if in(f.Directive) {
			list = append(list, f.Name()+"\n"+f.Text)
		}
	}
	return SumOf(append(list, more...)...)
}

// unitHashes lists the texts of a document that stand in certain directives.
func unitHashes(d *markup.Document, in func(directive int) bool) []string {
	var list []string
	for _, u := range d.Units() {
		if in(u.Directive) {
			list = append(list, u.Hash.String())
		}
	}
	return list
}

// SumOf is 16 hexadecimal digits of SHA-256 over texts, each with a NUL behind it.
func SumOf(texts ...string) string {
	h := sha256.New()
	for _, text := range texts {
		h.Write([]byte(text + "\x00"))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// inHandout reports whether a directive is a handout or stands in one.
func inHandout(d *markup.Document, directive int) bool { return d.Around(directive, "handout") >= 0 }

// safetyStructure lists the directives that are safety boxes or stand in one, each with all around it.
func safetyStructure(d *markup.Document) []string {
	var list []string
	for i := range d.Directives {
		if d.Around(i, "safety") < 0 {
			continue
		}
		var way []string
		for at := i; at >= 0; at = d.Directives[at].Parent {
			way = append(way, d.Directives[at].Name)
		}
		list = append(list, strings.Join(way, " in "))
	}
	return list
}

package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"psvsite/generator/internal/markup"
)

// sentences finds sentences of more words than the language's limit.
func (l *Linter) sentences(t text) {
	limit, ok := l.Config.Reading.Sentence[t.lang]
	if !ok || t.kind == sourcesKind {
		return
	}
	for _, s := range split(t.plain) {
		if n := countWords(t.plain[s.Start:s.End]); n > limit {
			t.fault("text-sentence", s.Start, "make two of it", "this sentence has %d words; at most %d are easy to follow", n, limit)
		}
	}
}

// stops are the signs that end a sentence. Colon and semicolon are among them, as in Flesch's own count: he goes by
// units of thought.
const stops = ".!?…।॥:;"

// split cuts a text into sentences. One ends at a line's end, or at a stop, with the quotation marks and brackets
// behind it, before white space. A full stop behind an abbreviation or a single letter ends none, nor one before a
// small letter.
func split(s string) []markup.Span {
	var out []markup.Span
	add := func(from, to int) {
		from += len(s[from:to]) - len(strings.TrimLeftFunc(s[from:to], unicode.IsSpace))
		if countWords(s[from:to]) > 0 {
			out = append(out, markup.Span{Start: from, End: to})
		}
	}
	from := 0
	for i, r := range s {
		if i < from {
			continue
		}
		if r == '\n' {
			add(from, i)
			from = i + 1
		} else if n := ends(s, i, r); n > 0 {
			add(from, i+n)
			from = i + n
		}
	}
	add(from, len(s))
	return out
}

// ends is the length of the signs at i that end a sentence there; 0 when none ends.
func ends(s string, i int, r rune) int {
	if !strings.ContainsRune(stops, r) {
		return 0
	}
	rest := strings.TrimLeft(s[i:], stops)
	behind := strings.TrimLeft(rest, `”’»")]'`)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(behind, " "))
	switch {
	case behind != "" && behind[0] != ' ' && behind[0] != '\n':
		return 0
	case (r == '.' || r == '…') && unicode.IsLower(next):
		return 0
	case r == '.' && len(rest) == len(s[i:])-1 && abbreviated(s[:i]):
		return 0
	}
	return len(s[i:]) - len(behind)
}

// abbreviations that a full stop belongs to, lower case.
var abbreviations = []string{
	"dr", "mr", "mrs", "ms", "st", "no", "vs", "etc", "approx", "fig", "govt", "dept", "rs",
	"ડૉ", "ડો", "શ્રી", "નં", "રૂ", "તા", "એસ.ટી", "डॉ", "डा", "श्री", "नं", "रु", "एस.टी",
}

// abbreviated reports whether a text ends in an abbreviation, or in a single letter as of initials.
func abbreviated(s string) bool {
	word := s[strings.LastIndexAny(s, " \n(“‘\"")+1:]
	_, size := utf8.DecodeLastRuneInString(word)
	return slices.Contains(abbreviations, strings.ToLower(word)) ||
		isLetter(rune0(word)) && (size == len(word) || strings.Contains(word, ".") && len(word[strings.LastIndex(word, ".")+1:]) <= 1)
}

func rune0(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// countWords counts what stands between spaces and has a letter, a digit or something that is no prose.
func countWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.ContainsFunc(w, func(r rune) bool { return isWord(r) || r == noProse }) {
			n++
		}
	}
	return n
}

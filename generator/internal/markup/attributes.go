package markup

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// attributes is what stands between braces behind a heading or an opener.
type attributes struct {
	id    string
	idAt  int
	pairs []pair
}

type pair struct {
	key, value string
	at, where  int // byte offsets of key and value
}

// lexer reads
//
//	attributes = "{" ( "#"id | key "=" value ) ( " "+ … )* "}"
//	value      = [A-Za-z0-9_.:-]+ or digits of any script  |  '"' any Unicode, \" and \\ '"'
//
// goldmark's own attribute parser gives no positions, refuses digits other than ASCII, drops a faulty block back
// into the text without a word, and lets style= through.
type lexer struct {
	src []byte // the line up to its end
	at  int
}

// lexFault is where and why lexing stopped.
type lexFault struct {
	at      int
	message string
}

// lexAttributes reads the block that begins at src[from]; it must reach the end of src. Offsets count from src's
// beginning.
func lexAttributes(src []byte, from int) (attributes, *lexFault) {
	x := lexer{src, from + 1}
	var a attributes
	for {
		if f := x.one(&a); f != nil {
			return a, f
		}
		spaces := x.skipSpaces()
		switch {
		case x.next('}'):
			x.skipSpaces()
			if x.at < len(src) {
				return a, &lexFault{x.at, "nothing may follow the }"}
			}
			return a, nil
		case x.at >= len(src):
			return a, &lexFault{x.at, "the } is missing"}
		case spaces == 0:
			return a, &lexFault{x.at, `a space or } is expected here; values with spaces or other signs stand in "…"`}
		}
	}
}

func (x *lexer) next(c byte) bool {
	if x.at < len(x.src) && x.src[x.at] == c {
		x.at++
		return true
	}
	return false
}

func (x *lexer) skipSpaces() int {
	from := x.at
	for x.at < len(x.src) && (x.src[x.at] == ' ' || x.src[x.at] == '\t') {
		x.at++
	}
	return x.at - from
}

// run reads the longest run of runes that ok accepts.
func (x *lexer) run(ok func(r rune) bool) string {
	from := x.at
	for x.at < len(x.src) {
		r, n := utf8.DecodeRune(x.src[x.at:])
		if !ok(r) {
			break
		}
		x.at += n
	}
	return string(x.src[from:x.at])
}

func (x *lexer) one(a *attributes) *lexFault {
	at := x.at
	if x.next('#') {
		id := norm.NFC.String(x.run(isIDRune))
		if id == "" {
			return &lexFault{at, "an id of letters, digits and - must follow the #"}
		}
		if a.id != "" {
			return &lexFault{at, "a second id"}
		}
		a.id, a.idAt = id, at
		return nil
	}
	key := x.run(func(r rune) bool { return r >= 'a' && r <= 'z' || r == '-' })
	if key == "" {
		return &lexFault{at, `an attribute is #id, key=value or key="two words"`}
	}
	if !x.next('=') {
		return &lexFault{x.at, "a = must follow the key " + key}
	}
	for _, p := range a.pairs {
		if p.key == key {
			return &lexFault{at, "the key " + key + " stands twice"}
		}
	}
	where := x.at
	value, fault := x.value(key)
	a.pairs = append(a.pairs, pair{key, value, at, where})
	return fault
}

func (x *lexer) value(key string) (string, *lexFault) {
	at := x.at
	if x.next('"') {
		return x.quoted(at)
	}
	v := x.run(func(r rune) bool {
		return r < utf8.RuneSelf && (bytes.IndexByte([]byte("_.:-"), byte(r)) >= 0 || isASCIILetter(r)) || unicode.Is(unicode.Nd, r)
	})
	if v == "" {
		return "", &lexFault{at, "the value of " + key + ` is missing; values with spaces or other signs stand in "…"`}
	}
	return v, nil
}

func (x *lexer) quoted(at int) (string, *lexFault) {
	var b bytes.Buffer
	for x.at < len(x.src) {
		c := x.src[x.at]
		x.at++
		switch {
		case c == '"':
			return b.String(), nil
		case c == '\\' && x.at < len(x.src) && (x.src[x.at] == '"' || x.src[x.at] == '\\'):
			b.WriteByte(x.src[x.at])
			x.at++
		default:
			b.WriteByte(c)
		}
	}
	return "", &lexFault{at, `the closing " is missing`}
}

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isIDRune(r rune) bool {
	return r == '-' || r == '_' || unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// trailing finds the attribute block at the end of a line of text. from is -1 when there is none; a `}}` that ends
// a variable is none.
func trailing(line []byte) (from int, a attributes, fault *lexFault) {
	line = bytes.TrimRight(line, " \t\n")
	if !bytes.HasSuffix(line, []byte("}")) || bytes.HasSuffix(line, []byte("}}")) {
		return -1, a, nil
	}
	last := -1
	for i, c := range line {
		if c != '{' || bytes.HasPrefix(line[i:], []byte("{{")) || i > 0 && line[i-1] == '{' {
			continue
		}
		if a, fault = lexAttributes(line, i); fault == nil {
			return i, a, nil
		}
		if last < 0 {
			last = i
		}
	}
	if last < 0 {
		return -1, attributes{}, &lexFault{len(line) - 1, "this } closes nothing"}
	}
	_, fault = lexAttributes(line, last)
	return last, attributes{}, fault
}

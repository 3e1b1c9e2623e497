package strictyaml

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// suspect is a place that YAML does not read as its author meant it.
type suspect struct {
	line, col     int // from 1; col in runes
	message, hint string
	sure          bool // wrong wherever it stands; else only worth a look when YAML cannot be read
}

// suspects goes over YAML that the library refused and looks for what authors get wrong: the library names the line
// where it gave up, which is often not the one to mend, and says so in words of its own trade.
func suspects(data []byte) []suspect {
	s := &searcher{lines: strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")}
	for s.at < len(s.lines) {
		s.line(s.lines[s.at])
		s.at++
	}
	return s.found
}

// searcher goes from line to line.
type searcher struct {
	lines []string
	at    int
	key   string // the last key
	depth int    // its column, from 0
	full  bool   // text without quotes stands behind it
	item  bool   // it stands right behind a dash, and reads like a text that holds a colon
	open  []level
	found []suspect
}

// level is a key whose value may go on below it.
type level struct {
	col int
	key string
}

func (s *searcher) say(sure bool, byteCol int, hint, message string) {
	col := utf8.RuneCountInString(s.lines[s.at][:byteCol]) + 1
	s.found = append(s.found, suspect{s.at + 1, col, message, hint, sure})
}

var (
	keyPattern   = regexp.MustCompile(`^("[^"]*"|'[^']*'|[^\s"'\[{#&*!|>%@` + "`" + `,:-][^:#]*?|-[^\s:]+)\s*:(\s+|$)`)
	namePattern  = regexp.MustCompile(`^[a-z_]+$`)
	closePattern = regexp.MustCompile(`^[a-z_]+:[^\s/:]`)
	blockPattern = regexp.MustCompile(`^[|>][-+0-9]*\s*(#.*)?$`)
)

// line looks at one line that is not in the middle of a value.
func (s *searcher) line(row string) {
	text := strings.TrimLeft(row, " \t\u00a0")
	indent := len(row) - len(text)
	if text == "" || text[0] == '#' || text == "---" || text == "..." {
		return
	}
	odd := strings.IndexAny(row[:indent], "\t\u00a0")
	if odd >= 0 {
		what := map[bool]string{true: "a tab", false: "a no-break space"}[row[odd] == '\t']
		s.say(true, odd, "indent with spaces: two for each level", what+" stands where only spaces may")
	}
	s.item = strings.HasPrefix(text, "- ")
	for strings.HasPrefix(text, "- ") {
		rest := strings.TrimLeft(text[2:], " ")
		indent += len(text) - len(rest)
		text, s.full = rest, false
	}
	m := keyPattern.FindStringSubmatch(text)
	if m == nil {
		s.keyless(text, indent)
		return
	}
	if s.full && indent > s.depth && odd < 0 {
		s.say(true, indent, "begin it where "+quoted(s.key)+" begins, or put the whole text in quotes",
			quoted(m[1])+" stands deeper than "+quoted(s.key)+", which has a text already")
	}
	s.step(level{indent, m[1]})
	s.key, s.depth, s.item = m[1], indent, s.item && !namePattern.MatchString(m[1])
	s.value(strings.TrimRight(text[len(m[0]):], " \t"), indent+len(m[0]))
}

// step takes in a key, and looks whether it stands in line with one above.
func (s *searcher) step(to level) {
	var inner level
	for len(s.open) > 0 && s.open[len(s.open)-1].col > to.col {
		inner = s.open[len(s.open)-1]
		s.open = s.open[:len(s.open)-1]
	}
	n := len(s.open)
	if inner.key != "" && (n == 0 || s.open[n-1].col < to.col) {
		s.say(true, to.col, "begin it where "+quoted(inner.key)+" begins", quoted(to.key)+" stands in line with no key above")
	}
	if n == 0 || s.open[n-1].col < to.col {
		s.open = append(s.open, to)
		return
	}
	s.open[n-1] = to
}

// keyless looks at a line that begins no key: an item, more of a text, or a slip.
func (s *searcher) keyless(text string, indent int) {
	more := s.full && indent > s.depth
	s.full = more
	switch {
	case closePattern.MatchString(text) && !more:
		key, rest, _ := strings.Cut(text, ":")
		s.say(false, indent+len(key)+1, "write "+key+": "+rest, "a space is missing behind the colon")
	case len(text) > 1 && text[0] == '-' && text[1] != '-' && !more:
		s.say(false, indent+1, "write - "+text[1:], "a space is missing behind the dash")
	case strings.HasPrefix(text, "* "):
		s.say(false, indent, "write - "+text[2:], "items of a list begin with a dash")
	case indent == 0 && s.key != "" && strings.IndexByte("\"'[{-", text[0]) < 0:
		s.say(false, 0, "a line is key: value, or - item in a list", "this line has no key")
	default:
		s.key, s.depth = "", indent
		s.value(text, indent)
	}
}

// value looks at what stands behind a key or a dash. from is where it stands in its line.
func (s *searcher) value(v string, from int) {
	s.full = false
	switch {
	case v == "" || v[0] == '#':
	case v[0] == '"' || v[0] == '\'':
		s.quotes(v, from)
	case v[0] == '[' || v[0] == '{':
		s.brackets(v, from)
	case v[0] == '|' || v[0] == '>':
		s.blockText(v, from)
	case strings.IndexByte("@`%]},", v[0]) >= 0:
		s.say(true, from, s.fixed(v), "a value cannot begin with "+v[:1])
	case strings.IndexByte("*&!", v[0]) >= 0:
		s.say(false, from, s.fixed(v), "a value that begins with "+v[:1]+" needs quotes")
	case strings.HasPrefix(v, "- ") && s.key != "":
		s.say(true, from, "write each item below, on a line of its own: "+v, "a list begins on the line below its key")
	default:
		s.plain(v, from)
	}
}

// plain looks at a text without quotes.
func (s *searcher) plain(v string, from int) {
	v, _, _ = strings.Cut(v, " #")
	s.full = true
	i := strings.Index(v, ": ")
	if i < 0 && strings.HasSuffix(v, ":") {
		i = len(v) - 1
	}
	if i >= 0 {
		s.say(true, from+i, s.fixed(v), "the text"+s.of()+" holds a colon, which begins a value")
	}
}

// blockText passes over the lines of a text that begins with | or >.
func (s *searcher) blockText(v string, from int) {
	if !blockPattern.MatchString(v) {
		s.say(true, from, s.fixed(v), "behind "+v[:1]+" the text begins on the next line")
	}
	for s.at+1 < len(s.lines) {
		next := s.lines[s.at+1]
		if text := strings.TrimLeft(next, " "); text != "" && len(next)-len(text) <= s.depth {
			return
		}
		s.at++
	}
}

func (s *searcher) of() string {
	if s.key == "" {
		return ""
	}
	return " of " + quoted(s.key)
}

// fixed is the line as it should be, with the value in quotes.
func (s *searcher) fixed(v string) string {
	switch {
	case s.key == "":
		return "put it in quotes: - " + inQuotes(v)
	case s.item:
		return "put it in quotes: - " + inQuotes(s.key+": "+v)
	}
	return "put it in quotes: " + s.key + ": " + inQuotes(v)
}

func quoted(key string) string { return inQuotes(strings.Trim(key, `"'`)) }

// inQuotes writes a text as YAML reads it back, in the quotes it does not hold.
func inQuotes(s string) string {
	if !strings.ContainsAny(s, "\"\\") {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

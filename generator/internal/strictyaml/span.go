package strictyaml

import "strings"

// quotes looks at a value in quotes, which may go on for several lines.
func (s *searcher) quotes(v string, from int) {
	quote := v[0]
	if end := quoteEnd(v, 1, quote); end >= 0 {
		s.behind(v, end, from, "the closing quote")
		return
	}
	if line, end := s.find(func(row string) int { return quoteEnd(row, 0, quote) }); line > 0 {
		s.at = line
		s.behind(s.lines[line], end, 0, "the closing quote")
		return
	}
	s.say(true, from, "close it: "+s.prefix()+inQuotes(v[1:]), "the quote that opens the text"+s.of()+" is never closed")
}

// brackets looks at a value in brackets or braces, which may go on for several lines.
func (s *searcher) brackets(v string, from int) {
	if strings.HasPrefix(v, "{{") {
		s.say(true, from, s.fixed(v), "a text that begins with a variable needs quotes")
		return
	}
	f := flowScan{}
	end := f.scan(v)
	if end < 0 {
		line, at := s.find(f.scan)
		if line == 0 {
			closer := map[byte]string{'[': "]", '{': "}"}[v[0]]
			s.say(true, from, "close it: "+s.prefix()+v+closer, "the "+v[:1]+" that opens here is never closed")
			return
		}
		v, from, end, s.at = s.lines[line], 0, at, line
	}
	if f.colon != "" {
		s.say(true, from, "put it in quotes: "+f.colon, "a text between braces holds a colon, which begins a value")
	}
	s.behind(v, end, from, "the closing "+v[end:end+1])
}

// behind demands that nothing but a comment follows the end of a value.
func (s *searcher) behind(v string, end, from int, what string) {
	rest := strings.TrimLeft(v[end+1:], " ")
	if rest == "" || rest[0] == '#' {
		return
	}
	hint := "remove it, or put the whole text in quotes"
	if from > 0 {
		whole := v
		if v[0] == '\'' || v[0] == '"' && strings.HasSuffix(v, `"`) && strings.Count(v, `"`)%2 == 1 {
			whole = strings.TrimSuffix(v[1:], v[:1])
		}
		hint = s.fixed(whole)
	}
	s.say(true, from+len(v)-len(rest), hint, "text follows "+what+s.of())
}

func (s *searcher) prefix() string {
	if s.key == "" {
		return "- "
	}
	return s.key + ": "
}

// find looks in the lines below, up to the next key or item that does not stand deeper, for the end of a value.
func (s *searcher) find(end func(row string) int) (line, at int) {
	for i := s.at + 1; i < len(s.lines); i++ {
		row := s.lines[i]
		text := strings.TrimLeft(row, " ")
		if len(row)-len(text) <= s.depth && (keyPattern.MatchString(text) || strings.HasPrefix(text, "- ")) {
			return 0, 0
		}
		if at := end(row); at >= 0 {
			return i, at
		}
	}
	return 0, 0
}

// quoteEnd is the place of the closing quote in a row, or -1.
func quoteEnd(row string, from int, quote byte) int {
	for i := from; i < len(row); i++ {
		switch {
		case row[i] == '\\' && quote == '"':
			i++
		case row[i] == quote && quote == '\'' && i+1 < len(row) && row[i+1] == quote:
			i++
		case row[i] == quote:
			return i
		}
	}
	return -1
}

// flowScan counts brackets over one line or more.
type flowScan struct {
	depth int
	quote byte   // the quote that is open
	colon string // the first text with a colon too many, in quotes
}

// scan returns where the outermost bracket closes in a row, or -1 when it does not.
func (f *flowScan) scan(row string) int {
	begin := 0
	for i := 0; i < len(row); i++ {
		if f.quote != 0 {
			end := quoteEnd(row, i, f.quote)
			if end < 0 {
				return -1
			}
			f.quote, i = 0, end
			continue
		}
		switch c := row[i]; c {
		case '[', '{':
			f.depth++
			begin = i + 1
		case ']', '}', ',':
			f.part(row[begin:i])
			begin = i + 1
			if c != ',' {
				f.depth--
			}
			if f.depth == 0 {
				return i
			}
		case '"', '\'':
			if before := strings.TrimRight(row[:i], " "); before == "" || strings.IndexByte("[{,:", before[len(before)-1]) >= 0 {
				f.quote = c
			}
		case '#':
			if i > 0 && row[i-1] == ' ' {
				return -1
			}
		}
	}
	return -1
}

// part looks at what stands between two commas.
func (f *flowScan) part(s string) {
	key, value, _ := strings.Cut(strings.TrimSpace(s), ": ")
	value = strings.TrimSpace(value)
	plain := func(s string) bool { return s != "" && strings.IndexByte("\"'[{", s[0]) < 0 }
	if f.colon == "" && plain(key) && plain(value) && strings.Contains(value, ": ") {
		f.colon = inQuotes(value)
	}
}

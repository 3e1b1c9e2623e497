package strictyaml

import (
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
)

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:while .*: )?line (\d+): `)

// Syntax records why data is no YAML, where an author can mend it. err is the library's own view.
func (d *Decoder) Syntax(data []byte, err error) {
	list, sure := suspects(data), 0
	for _, s := range list {
		if s.sure {
			d.suspect(s)
			sure++
		}
	}
	switch {
	case sure > 0:
	case len(list) > 0:
		d.suspect(list[0])
	default:
		d.unknown(data, err)
	}
}

func (d *Decoder) suspect(s suspect) {
	d.Faults.Add(d.Area+"-syntax", diag.Position{File: d.File, Line: d.Line + s.line, Col: s.col}, s.hint, "%s", s.message)
}

// unknown records the library's message, at the first line that YAML cannot read.
func (d *Decoder) unknown(data []byte, err error) {
	pos, message := d.Positions[""], strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		n, _ := strconv.Atoi(m[1])
		pos.Line, message = d.Line+n, err.Error()[len(m[0]):]
	}
	if n := badLine(data); n > 0 {
		pos.Line = d.Line + n
	}
	d.Faults.Add(d.Area+"-syntax", pos, "keys of one level begin in one column; values that hold a colon or a quote stand in quotes", "this is no YAML: %s", message)
}

// badLine is the line behind the longest beginning that is YAML. The library's own count is of where a block began.
func badLine(data []byte) int {
	const most = 400 // lines of a front matter, not of a long data file
	text := strings.TrimRight(string(data), "\n")
	for n := strings.Count(text, "\n") + 1; n > 0 && n < most; n-- {
		var node yaml.Node
		i := strings.LastIndexByte(text, '\n')
		text = text[:max(i, 0)]
		if Parse([]byte(text), &node) == nil {
			return n
		}
	}
	return 0
}

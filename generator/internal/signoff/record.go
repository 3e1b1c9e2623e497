package signoff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// Text is one text that is signed: a unit of a page, or an entry of the data it shows.
type Text struct {
	Kind string // of a unit; of an entry its name, contacts#telemanas
	Text string
}

// Data reports whether the text is an entry of the data.
func (t Text) Data() bool { return strings.Contains(t.Kind, "#") }

// Record holds the texts that were signed, by the hash of the sign-off, in the order of the page. With the hash alone one
// could say that a page has changed, and not what in it.
type Record map[string][]Text

// ReadRecord reads lines of
//
//	<hash of the sign-off> <number of the text> <kind> <JSON string>
//
// Their order means nothing and a line may stand twice, so that two branches can be merged by keeping the lines of both.
func ReadRecord(name string, data []byte) (Record, diag.List) {
	var faults diag.List
	byNumber := map[string]map[int]Text{}
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		hash, n, t, ok := recordLine(line)
		if !ok {
			faults.Add("page-record", diag.Position{File: name, Line: number, Col: 1}, "delete the line; what it says was signed cannot be shown then",
				"a line is <hash> <number> <kind> <JSON string>")
			continue
		}
		if byNumber[hash] == nil {
			byNumber[hash] = map[int]Text{}
		}
		byNumber[hash][n] = t
	}
	r := Record{}
	for hash, texts := range byNumber {
		for n := 1; n <= len(texts); n++ {
			if t, ok := texts[n]; ok {
				r[hash] = append(r[hash], t)
			}
		}
	}
	return r, faults
}

func recordLine(line string) (hash string, n int, t Text, ok bool) {
	parts := strings.SplitN(line, " ", 4)
	if len(parts) < 4 {
		return "", 0, Text{}, false
	}
	_, isHash := markup.ParseHash(parts[0])
	n, err := strconv.Atoi(parts[1])
	if err != nil || !isHash || json.Unmarshal([]byte(parts[3]), &t.Text) != nil {
		return "", 0, Text{}, false
	}
	t.Kind = parts[2]
	return parts[0], n, t, true
}

// Write writes a record as ReadRecord reads it, sorted.
func (r Record) Write() []byte {
	var lines []string
	for hash, texts := range r {
		for i, t := range texts {
			lines = append(lines, fmt.Sprintf("%s %04d %s %s\n", hash, i+1, t.Kind, quoted(t.Text)))
		}
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}

// quoted is a text as JSON, its letters as they are.
func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic("signoff: " + err.Error()) // a string
	}
	return strings.TrimSuffix(b.String(), "\n")
}

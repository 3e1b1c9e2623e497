// Package splice adds to a YAML text and leaves every other byte of it as it is.
//
// In: the text, the name of one of its uppermost keys, what to add to that key's list or map. Out: the text with it.
// Comments, order, quotes and line ends stay the author's. It adds only at the end; it changes and removes nothing, and
// what it cannot read it refuses.
package splice

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Item is what is added: to a list a value, to a map a value under its name.
type Item struct {
	Name  string     // empty for an item of a list
	Value *yaml.Node // its style decides about braces, where the place leaves the choice
}

// Append adds an item at the end of the list or map under key, which is made where it is missing.
func Append(data []byte, key string, item Item) ([]byte, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("append to %s: %w", key, err)
	}
	t := text{data: data, end: "\n"}
	if bytes.Contains(data, []byte("\r\n")) {
		t.end = "\r\n"
	}
	if doc.Kind == 0 {
		return t.insert(len(data), t.line(len(data))+key+":"+t.end+t.block(item, 2)), nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode || top.Style&yaml.FlowStyle != 0 {
		return nil, errors.New("append to " + key + ": the text is no list of keys")
	}
	for i := 0; i < len(top.Content); i += 2 {
		if top.Content[i].Value == key {
			return t.under(top.Content[i], top.Content[i+1], item)
		}
	}
	return t.insert(len(data), t.line(len(data))+key+":"+t.end+t.block(item, 2)), nil
}

// text is a YAML text and its line end.
type text struct {
	data []byte
	end  string
}

func (t text) insert(at int, s string) []byte {
	return bytes.Join([][]byte{t.data[:at], t.data[at:]}, []byte(s))
}

// under adds to the value of a key that is there.
func (t text) under(key, value *yaml.Node, item Item) ([]byte, error) {
	want := yaml.MappingNode
	if item.Name == "" {
		want = yaml.SequenceNode
	}
	start, missing := t.offset(value), value.Kind == yaml.ScalarNode && value.Tag == "!!null"
	switch {
	case missing && value.Value == "":
		at := t.after(key.Line)
		return t.insert(at, t.line(at)+t.block(item, 2)), nil
	case value.Kind != want:
		return nil, errors.New("append to " + key.Value + ": it holds something else")
	case value.Style&yaml.FlowStyle == 0:
		at := t.blockEnd(key.Line)
		return t.insert(at, t.line(at)+t.block(item, value.Column-1)), nil
	}
	stop, last := closing(t.data, start)
	if stop < 0 {
		return nil, errors.New("append to " + key.Value + ": its end is not found")
	}
	if len(value.Content) == 0 {
		return t.fill(start, stop, key.Line, item), nil
	}
	return t.insert(last, ", "+flow(item)), nil
}

// fill puts a block in the place of an empty {} or [], so that the next entry can be read and commented.
func (t text) fill(start, stop, line int, item Item) []byte {
	at := t.after(line)
	if stop >= at {
		return t.insert(stop, flow(item))
	}
	head := bytes.TrimRight(t.data[:start], " ")
	rest := t.data[stop+1 : at]
	return bytes.Join([][]byte{head, rest, []byte(t.line(at) + t.block(item, 2)), t.data[at:]}, nil)
}

// offset is where a node begins; the library counts columns in runes.
func (t text) offset(n *yaml.Node) int {
	at := 0
	if n.Line > 1 {
		at = t.after(n.Line - 1)
	}
	rest := t.data[at:]
	for range n.Column - 1 {
		_, size := utf8.DecodeRune(rest)
		at += size
		rest = rest[size:]
	}
	return at
}

// after is the offset behind a line, counted from 1.
func (t text) after(line int) int {
	at := 0
	for range line {
		end := bytes.IndexByte(t.data[at:], '\n')
		if end < 0 {
			return len(t.data)
		}
		at += end + 1
	}
	return at
}

// blockEnd is the offset behind the last line that belongs to the key of a line: indented, or an item of a list.
func (t text) blockEnd(line int) int {
	at := t.after(line)
	end := at
	for at < len(t.data) {
		next := len(t.data)
		if i := bytes.IndexByte(t.data[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		row := t.data[at:next]
		blank := len(bytes.TrimSpace(row)) == 0
		if !blank && row[0] != ' ' && row[0] != '#' && !bytes.HasPrefix(row, []byte("-")) {
			break
		}
		if !blank && row[0] != '#' {
			end = next
		}
		at = next
	}
	return end
}

// line is what has to come before a new line at an offset: a line end where the text before has none.
func (t text) line(at int) string {
	if at == 0 || t.data[at-1] == '\n' {
		return ""
	}
	return t.end
}

// block writes an item on lines of its own.
func (t text) block(item Item, indent int) string {
	body := encode(item)
	if item.Name == "" {
		body = "- " + flow(item) + "\n"
	}
	var b strings.Builder
	for row := range strings.Lines(body) {
		b.WriteString(strings.Repeat(" ", indent) + strings.TrimSuffix(row, "\n") + t.end)
	}
	return b.String()
}

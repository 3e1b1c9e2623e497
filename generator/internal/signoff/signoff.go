// Package signoff writes who has checked a page, and keeps what they read.
//
// In: a page as it stands (bytes, texts, entries of the data that it shows) and the record of texts signed before
// (content/signed.src). Out: the page with one more sign-off in its front matter, the record with its texts, and what has
// changed since a text was signed. It decides nothing about who may sign, and nothing else in a page changes.
package signoff

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/splice"
)

// Sign adds a sign-off behind those of a page. Earlier ones stay: they say who checked what it was.
func Sign(page []byte, s markup.SignOff) ([]byte, error) {
	start, end := front(page)
	if end < 0 {
		return nil, errors.New("the page has no front matter to sign in")
	}
	head, err := splice.Append(page[start:end], "signoffs", splice.Item{Value: node(s)})
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	return slices.Concat(page[:start], head, page[end:]), nil
}

// front finds the YAML between the lines of three dashes; end is -1 when there is none.
func front(page []byte) (start, end int) {
	open := bytes.IndexByte(page, '\n') + 1
	for at := open; at > 0 && at < len(page); {
		next := len(page)
		if i := bytes.IndexByte(page[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		if string(bytes.TrimRight(page[at:next], "\r\n")) == "---" {
			return open, at
		}
		at = next
	}
	return open, -1
}

// node writes a sign-off on one line. Names and hashes stand in quotes: a hash may look like a number.
func node(s markup.SignOff) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	add := func(key, value string, style yaml.Style) {
		n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, &yaml.Node{Kind: yaml.ScalarNode, Value: value, Style: style})
	}
	add("role", s.Role, 0)
	add("name", s.Name, yaml.DoubleQuotedStyle)
	add("date", s.Date, 0)
	add("hash", s.Hash, yaml.DoubleQuotedStyle)
	return n
}

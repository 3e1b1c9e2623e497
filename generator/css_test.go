package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// physical are properties and values that hold for one direction of writing only; their logical twins (inline-start,
// block-end …) hold for all. A page's margins on paper are physical: the punch holes stay on the left.
var physical = regexp.MustCompile(`(?m)(^|[;{\s])((margin|padding|border)-(left|right|top|bottom)|left|right|top|bottom|float|clear)\s*:|text-align\s*:\s*(left|right)`)

// four is a shorthand of four values: top, right, bottom, left.
var four = regexp.MustCompile(`(?:padding|margin)\s*:\s*([^\s;{}()]+) ([^\s;{}()]+) ([^\s;{}()]+) ([^\s;{}()]+)\s*[;}]`)

func TestStylesAreLogical(t *testing.T) {
	names, err := filepath.Glob("../static/css/*.css")
	if err != nil || len(names) < 3 {
		t.Fatal(err, names)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := regexp.MustCompile(`(?s)/\*.*?\*/|@page [a-z0-9-]* ?\{[^{}]*(\{[^{}]*\}[^{}]*)*\}`).ReplaceAllString(string(data), "")
		for _, found := range append(physical.FindAllString(text, -1), uneven(text)...) {
			t.Errorf("%s: %q holds for one direction of writing only", name, found)
		}
	}
	if !physical.MatchString("a { margin-left: 0 }") || len(uneven("a { padding: 1px 2px 3px 4px }")) != 1 || physical.MatchString("a { margin-inline-start: 0 }") {
		t.Error("the pattern finds nothing")
	}
}

// uneven finds shorthands whose right and left differ.
func uneven(text string) []string {
	var found []string
	for _, m := range four.FindAllStringSubmatch(text, -1) {
		if m[2] != m[4] {
			found = append(found, m[0])
		}
	}
	return found
}

// TestStylesAreDefined: a colour or size that styles ask for by name is set somewhere; else it is silently none.
func TestStylesAreDefined(t *testing.T) {
	names, err := filepath.Glob("../static/css/*.css")
	if err != nil {
		t.Fatal(err)
	}
	set, asked := map[string]bool{}, map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(--[a-z0-9-]+)\s*:`).FindAllStringSubmatch(string(data), -1) {
			set[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`var\((--[a-z0-9-]+)\)`).FindAllStringSubmatch(string(data), -1) {
			asked[m[1]] = name
		}
	}
	for name, file := range asked {
		if !set[name] {
			t.Errorf("%s: %s is set nowhere", file, name)
		}
	}
	if len(asked) < 10 {
		t.Errorf("only %d are asked for", len(asked))
	}
}

package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"psvsite/generator/internal/markup"
)

// TestInventory holds the English pages to the list of what the programme needs: their paths, types, minutes, sign-offs,
// which of them must not betray their reader, and their codes, which stay while sheets are about.
func TestInventory(t *testing.T) {
	list, err := os.ReadFile("testdata/inventory.txt")
	if err != nil {
		t.Fatal(err)
	}
	wanted := 0
	for line := range strings.Lines(string(list)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		wanted++
		path, _, _ := strings.Cut(line, " ")
		if got := inventoryLine(path); got != line {
			t.Errorf("want %s\ngot  %s", line, got)
		}
	}
	if wanted != 102 {
		t.Errorf("%d pages in the list", wanted)
	}
}

// inventoryLine is the line of a page as it is written.
func inventoryLine(path string) string {
	for _, name := range []string{path + ".md", path + "/index.md"} {
		data, err := os.ReadFile("../content/en/" + name)
		if err != nil {
			continue
		}
		f := markup.Parse(name, "en", path, data).Front
		needs, private := strings.Join(f.Needs, ","), "-"
		if needs == "" {
			needs = "-"
		}
		if f.Private {
			private = "private"
		}
		return fmt.Sprintf("%s %s %d %s %s %s", path, f.Type, f.Minutes, needs, private, f.Code)
	}
	return "no page"
}

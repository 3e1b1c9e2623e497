package main

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestCorpusIsTheSameEverywhere holds the sum of a small corpus: figures of two machines or two years compare only
// while it stands. Change it together with the corpus, and say so.
func TestCorpusIsTheSameEverywhere(t *testing.T) {
	const want = "a2ab7c604303ec7b57874cc71973a049ce1c741a1400f5698d3c06b02a069965"
	sum := sha256.New()
	for name, data := range forPsvsite.content(100) {
		fmt.Fprintf(sum, "%s %d\n%s", name, len(data), data)
	}
	if got := fmt.Sprintf("%x", sum.Sum(nil)); got != want {
		t.Errorf("the corpus has sum %s, want %s", got, want)
	}
}

func TestBothProgramsGetTheSamePages(t *testing.T) {
	ours, theirs := maps.Collect(forPsvsite.content(70)), maps.Collect(forHugo.content(70))
	if len(ours) != len(theirs) || len(ours) != corpusSize(70) {
		t.Fatalf("%d and %d files, want %d", len(ours), len(theirs), corpusSize(70))
	}
	for name, data := range ours {
		if path.Base(name) == "index.md" {
			name = path.Join(path.Dir(name), "_index.md")
		}
		if string(theirs[name]) != string(data) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestCorpusSize(t *testing.T) {
	if got := corpusSize(1000); got != 3186 {
		t.Errorf("corpusSize(1000) = %d, want 3186", got)
	}
}

func TestPagesAreOfTheSizeAsked(t *testing.T) {
	for _, l := range languages {
		for i := range 1000 {
			page := l.page(i, i+1)
			if n := len(page); n < 4000 || n > 10000 {
				t.Errorf("%s page %d has %d bytes", l.code, i, n)
			}
			if !utf8.Valid(page) {
				t.Fatalf("%s page %d is not UTF-8", l.code, i)
			}
		}
	}
}

func TestTitlesDoNotCollide(t *testing.T) {
	title := regexp.MustCompile(`(?m)^title: "(.+)"$`)
	for _, l := range languages {
		seen := map[string]string{}
		for name, data := range l.files(300, "index.md") {
			found := title.FindSubmatch(data)
			if found == nil {
				t.Fatalf("%s has no title", name)
			}
			if other, twice := seen[string(found[1])]; twice {
				t.Errorf("%s and %s are both %q", name, other, found[1])
			}
			seen[string(found[1])] = name
		}
	}
}

func TestLinksLeadToPages(t *testing.T) {
	link := regexp.MustCompile(`\]\((.+)\)`)
	files := maps.Collect(forPsvsite.content(70))
	for name, data := range files {
		found := link.FindAllSubmatch(data, -1)
		if isPage := strings.HasPrefix(path.Base(name), "page-"); isPage != (len(found) == 1) {
			t.Fatalf("%s has %d links", name, len(found))
		}
		for _, l := range found {
			if target := path.Join(path.Dir(name), string(l[1])); files[target] == nil {
				t.Errorf("%s: no file %s", name, target)
			}
		}
	}
}

func TestProjectsAreWhole(t *testing.T) {
	dir := t.TempDir()
	for _, p := range []project{forPsvsite, forHugo} {
		if err := p.write(filepath.Join(dir, p.folder), 2); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{
		"psvsite/config.yaml", "psvsite/content/en/index.md", "psvsite/content/gu/library/shelf-02/page-000001.md",
		"hugo/hugo.yaml", "hugo/layouts/baseof.html", "hugo/content/hi/library/_index.md",
	} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
}

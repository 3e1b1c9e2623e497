package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// ofState are facts of Gujarat as its data has them: numbers to call, wages, the name of a line.
var ofState = regexp.MustCompile(`\b181\b|1800-233-3330|18002333330|Jeevan Aastha|જીવન આસ્થા|जीवन आस्था|₹ ?(?:487|476)\b|(?:487|476) ?₹`)

// TestOtherState builds the real content in an edition of another state, made up, whose data replaces every entry of
// Gujarat, and in Kachchhi, which CLDR does not know: written in Gujarati script, numbers as in Gujarati, pages from
// Gujarati where it has none of its own. No number, wage or line of Gujarat is left in it; that the programme
// ran there is history, and stays.
func TestOtherState(t *testing.T) {
	disk := fstest.MapFS{}
	for _, name := range []string{"config.yaml", "content", "layouts", "static"} {
		readInto(t, disk, "..", name)
	}
	config := string(disk["config.yaml"].Data)
	config = strings.Replace(config, "editions: {}", "editions: {other: {title: Other}}", 1)
	config = strings.Replace(config, "  - {code: hi,", "  - {code: kfr, name: કચ્છી, script: Gujr, locale_from: gu, fallback: [gu, hi, en]}\n  - {code: hi,", 1)
	disk["config.yaml"].Data = []byte(config)
	disk["content/kfr/help.md"] = &fstest.MapFile{Data: []byte("---\ntitle: મધધ\nsummary: કેંકે ફોન કરણૂં.\ntype: help\n---\n\n::: contacts {ids=\"emergency womens-line\"}\n:::\n")}
	for _, name := range []string{"contacts", "rates", "schemes"} {
		base := disk["content/data/"+name+".yaml"].Data
		disk["content/editions/other/data/"+name+".yaml"] = &fstest.MapFile{Data: otherData(t, base)}
	}
	if n := len(stateFacts(t, disk, "")); n < 10 {
		t.Errorf("only %d pages of Gujarat's own site show its facts", n)
	}
	for _, found := range stateFacts(t, disk, "other") {
		t.Errorf("%s is of Gujarat", found)
	}
}

// stateFacts builds an edition and lists the pages that show facts of Gujarat.
func stateFacts(t *testing.T, disk fstest.MapFS, edition string) (list []string) {
	t.Helper()
	r, err := build.Build(source.Input{Disk: disk, Embedded: psvsite.Default}, build.Options{Edition: edition}, build.NewRunCache())
	if err != nil || r.Faults.Count(diag.Error) > 0 {
		var said bytes.Buffer
		r.Faults.Print(&said)
		t.Fatalf("%v\n%s", err, &said)
	}
	pages := 0
	for _, f := range r.Files {
		if !strings.HasSuffix(f.Path, ".html") || !strings.Contains(f.Path, "/") || strings.Contains(f.Path, "/about/") {
			continue
		}
		pages++
		if found := ofState.Find(plainText(f.Data)); found != nil {
			list = append(list, f.Path+": "+string(found))
		}
		if f.Path == "kfr/help.html" && (!bytes.Contains(f.Data, []byte(`<html lang="kfr" dir="ltr">`)) || bytes.Contains(f.Data, []byte("tel:999")) != (edition == "other")) {
			t.Errorf("%s:\n%.800s", f.Path, f.Data)
		}
		if f.Path == "kfr/roles/psv.html" && !bytes.Contains(f.Data, []byte(`<div class="text" lang="gu"`)) {
			t.Errorf("%s does not fall back to Gujarati", f.Path)
		}
	}
	if pages < 1000 {
		t.Errorf("only %d pages", pages)
	}
	return list
}

var (
	entryStart = regexp.MustCompile(`(?m)^- id: `)
	names      = regexp.MustCompile(`Jeevan Aastha|જીવન આસ્થા|जीवन आस्था`)
	figures    = regexp.MustCompile(`(?m)^(  numbers: ).*$`)
	amounts    = regexp.MustCompile(`(?m)^(  amount: ).*$`)
)

// otherData rewrites the entries of Gujarat into those of a state that is made up; others it leaves out.
func otherData(t *testing.T, base []byte) []byte {
	t.Helper()
	starts := entryStart.FindAllIndex(base, -1)
	var out bytes.Buffer
	for i, at := range starts {
		end := len(base)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		entry := base[at[0]:end]
		if bytes.Contains(entry, []byte("region: gujarat")) {
			entry = amounts.ReplaceAll(figures.ReplaceAll(entry, []byte(`${1}["999"]`)), []byte("${1}1"))
			out.Write(names.ReplaceAll(entry, []byte("Otherland")))
		}
	}
	if out.Len() == 0 {
		t.Fatal("no entry of Gujarat is found")
	}
	return out.Bytes()
}

var tags = regexp.MustCompile(`<[^>]*>`)

// plainText is what is read of a page, and the numbers that its links call.
func plainText(page []byte) []byte {
	_, body, _ := bytes.Cut(page, []byte("<main"))
	calls := regexp.MustCompile(`tel:[0-9-]+`).FindAll(body, -1)
	return append(tags.ReplaceAll(body, []byte(" ")), bytes.Join(calls, []byte(" "))...)
}

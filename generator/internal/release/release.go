// Package release keeps what a release of a site said, and says what has changed since.
//
// In: the papers of a site (all that has a code) and the file of a former release. Out: the file of this one
// (content/releases/VERSION.yaml, written by psvsite release alone), and which papers say something else now, in which
// language and why, so that those who hold copies know what to print again and what to throw away. It never writes, and
// keeps no texts.
package release

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/strictyaml"
)

// Release is what one version said: sums, no texts.
type Release struct {
	Version string            `yaml:"version,required" doc:"the version"`
	Date    string            `yaml:"date,required" format:"date" doc:"the day it came out"`
	Papers  []Paper           `yaml:"papers" doc:"all that had a code"`
	Data    map[string]string `yaml:"data" doc:"entries of the data by name and language, with the sum of what they said"`
}

// Paper is a page or a sheet of handouts.
type Paper struct {
	Code   string            `yaml:"code,required" json:"code" doc:"its code"`
	Title  string            `yaml:"title" json:"title" doc:"its title, in the source language where it has one"`
	Text   map[string]string `yaml:"text" json:"text" doc:"the sum of its texts, by language"`
	Safety map[string]string `yaml:"safety" json:"safety,omitempty" doc:"the sum of its safety boxes, by language"`
	Shows  []string          `yaml:"shows" json:"shows,omitempty" doc:"entries of the data that it showed"`
}

// Of makes the record of a site as it is.
func Of(s *site.Site, papers []site.Paper) *Release {
	r := &Release{Version: s.Config.Release.Version, Date: s.Config.Release.Date, Data: map[string]string{}}
	for _, p := range papers {
		out := Paper{Code: p.Code, Title: p.In[0].Title, Text: map[string]string{}, Safety: map[string]string{}}
		for _, in := range p.In {
			out.Text[in.Lang] = in.Text
			if in.Safety != "" {
				out.Safety[in.Lang] = in.Safety
			}
			for _, f := range in.Shows {
				r.Data[dataKey(f.Name(), in.Lang)] = site.SumOf(f.Text)
				if !slices.Contains(out.Shows, f.Name()) {
					out.Shows = append(out.Shows, f.Name())
				}
			}
		}
		r.Papers = append(r.Papers, out)
	}
	return r
}

func dataKey(name, lang string) string { return name + " " + lang }

const head = "# What this version said, in sums: written by psvsite release, never by hand. changes.html compares later ones with it.\n"

// Write writes a release as Read reads it, a paper and an entry a line: YAML whose values are JSON.
func (r *Release) Write() []byte {
	b := bytes.NewBufferString(head)
	fmt.Fprintf(b, "version: %s\ndate: %s\npapers:\n", inline(r.Version), r.Date)
	for _, p := range r.Papers {
		b.WriteString("  - " + inline(p) + "\n")
	}
	if len(r.Data) > 0 {
		b.WriteString("data:\n")
	}
	for _, key := range slices.Sorted(maps.Keys(r.Data)) {
		b.WriteString("  " + inline(key) + ": " + inline(r.Data[key]) + "\n")
	}
	return b.Bytes()
}

// inline is a value as JSON, its letters as they are.
func inline(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("release: " + err.Error()) // strings alone
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Read reads the file of a release.
func Read(name string, data []byte) (*Release, diag.List) {
	d := strictyaml.NewDecoder(strictyaml.Source{File: name, Area: "data"})
	r := &Release{}
	d.Decode(data, r)
	return r, d.Faults
}

// Former chooses the release that a version is compared with: the last that came out with another version.
func Former(all []*Release, version string) *Release {
	var last *Release
	for _, r := range all {
		if r.Version != version && (last == nil || r.Date >= last.Date) {
			last = r
		}
	}
	return last
}

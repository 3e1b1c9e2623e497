package pdf

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
)

// What is read here is what Chromium's PDF library, Skia, writes in the clear: one object after the other, pages in their
// order, dates as (D:20261123…), the places that links lead to in one dictionary.
var (
	dates   = regexp.MustCompile(`/(?:CreationDate|ModDate) \(D:(\d{14})\+00'00'\)`)
	creator = regexp.MustCompile(`/Creator \((?:[^()\\]|\\.)*\)`)
	pages   = regexp.MustCompile(`(?m)^(\d+) 0 obj\s<</Type /Page$`)
	places  = regexp.MustCompile(`/([^\s/<>\[\]()]+) \[(\d+) 0 R /XYZ`)
)

// Stamp gives a PDF the date of the release (2026-11-23) for its own, in place, so that every offset in it stays true,
// and takes out the name of the system that it was made on.
func Stamp(data []byte, date string) []byte {
	out := bytes.Clone(data)
	day := []byte(strings.ReplaceAll(date, "-", "") + "000000")
	for _, m := range dates.FindAllSubmatchIndex(out, -1) {
		if len(day) == m[3]-m[2] {
			copy(out[m[2]:m[3]], day)
		}
	}
	if m := creator.FindIndex(out); m != nil {
		name := []byte("/Creator (psvsite)")
		for i := m[0]; i < m[1]; i++ {
			out[i] = ' '
		}
		copy(out[m[0]:m[1]], name)
	}
	return out
}

// Pages counts the pages of a PDF.
func Pages(data []byte) int { return len(pages.FindAll(data, -1)) }

// Destinations returns the page, from 1, of every id that a link of the PDF leads to.
func Destinations(data []byte) map[string]int {
	number := map[string]int{}
	for i, m := range pages.FindAllSubmatch(data, -1) {
		number[string(m[1])] = i + 1
	}
	found := map[string]int{}
	for _, m := range places.FindAllSubmatch(data, -1) {
		if n := number[string(m[2])]; n > 0 {
			found[name(string(m[1]))] = n
		}
	}
	return found
}

// name is a name of PDF with its #2e read as a full stop.
func name(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(n))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

package main

import (
	"bytes"
	"compress/gzip"
	"path"
	"testing"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
)

// TestOutputIsSmall lets a minifier loose on every file of the site. Pages are not minified when they are built: their
// layouts are, and bodies are written without white space. What a minifier would still save must stay below 3 % of the
// site and of each file, if it leaves tags and the quotes of attributes as they are, and below 3 % of what a phone
// loads, packed, when it does all it can. Of a single file the quotes in its text are not counted: they are entities, as
// CommonMark has them, and a page full of speech is full of them.
func TestOutputIsSmall(t *testing.T) {
	s := buildSite(t, "..", "")
	same, all := minifier(&html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true}), minifier(&html.Minifier{})
	var raw, rawAfter, before, after int
	for name, data := range s.files {
		kind := mediaTypes[path.Ext(name)]
		if kind == "" {
			continue
		}
		small := minified(t, same, kind, data)
		if len(data)-len(small) > len(data)*7/100 {
			t.Errorf("%s: %d bytes, minified %d", name, len(data), len(small))
		}
		raw, rawAfter = raw+len(data), rawAfter+len(small)
		before += packed(t, data)
		after += packed(t, minified(t, all, kind, data))
	}
	plain, loaded := share(raw, rawAfter), share(before, after)
	t.Logf("%d bytes, a minifier would save %.2f %%; packed %d bytes, it would save %.2f %%", raw, plain, before, loaded)
	if raw == 0 || plain > 3 || loaded > 3 {
		t.Error("that is too much")
	}
}

// share is how much smaller after is, in percent.
func share(before, after int) float64 { return 100 * float64(before-after) / float64(before) }

var mediaTypes = map[string]string{".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

func minifier(h *html.Minifier) *minify.M {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	m.Add("text/html", h)
	return m
}

func minified(t *testing.T, m *minify.M, kind string, data []byte) []byte {
	t.Helper()
	small, err := m.Bytes(kind, data)
	if err != nil {
		t.Fatal(err)
	}
	return small
}

func packed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

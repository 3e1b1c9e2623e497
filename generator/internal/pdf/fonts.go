package pdf

import (
	"embed"
	"encoding/base64"
	"fmt"
	"strings"
	"sync"
)

// The fonts of PDFs: Noto, in the two weights that pages use. A font for each weight is a must, since Chromium turns
// variable fonts and made-up bold into Type 3 fonts, which no search finds words in. Headings are in a serif where the
// script has one that keeps words whole: out of Noto Serif Gujarati, readers of PDFs take "સ્વયં સે વક" for "સ્વયંસેવક".
//
//go:embed fonts
var fonts embed.FS

const (
	latin      = "U+0000-00FF,U+2000-200B,U+200E-206F,U+20AC,U+2122,U+2191,U+2193,U+2212"
	gujarati   = "U+0951-0952,U+0964-0965,U+0A80-0AFF,U+200C-200D,U+20B9,U+25CC"
	devanagari = "U+0900-097F,U+1CD0-1CF9,U+200C-200D,U+20B9,U+25CC,U+A8E0-A8FF"
)

// faces say which file draws which characters of a family; of overlapping ones the last that has a character.
var faces = []struct{ family, weight, characters, file string }{
	{"psv-sans", "400", devanagari, "noto-sans-devanagari-400"},
	{"psv-sans", "400", gujarati, "noto-sans-gujarati-400"},
	{"psv-sans", "400", latin, "noto-sans-latin-400"},
	{"psv-sans", "700", devanagari, "noto-sans-devanagari-700"},
	{"psv-sans", "700", gujarati, "noto-sans-gujarati-700"},
	{"psv-sans", "700", latin, "noto-sans-latin-700"},
	{"psv-serif", "700", devanagari, "noto-sans-devanagari-700"},
	{"psv-serif", "700", gujarati, "noto-sans-gujarati-700"},
	{"psv-serif", "700", latin, "noto-serif-latin-700"},
}

// margins are the places of a page that take no font from it.
var margins = []string{"top-left", "top-center", "top-right", "bottom-left", "bottom-center", "bottom-right"}

// fontFaces is a style sheet that sets all text in our fonts, whatever the machine has.
var fontFaces = sync.OnceValue(func() string {
	var b strings.Builder
	for _, f := range faces {
		data, err := fonts.ReadFile("fonts/" + f.file + ".woff2")
		if err != nil {
			panic("pdf: " + err.Error()) // it is embedded
		}
		fmt.Fprintf(&b, `@font-face{font-family:"%s";font-weight:%s;unicode-range:%s;src:url(data:font/woff2;base64,%s)}`,
			f.family, f.weight, f.characters, base64.StdEncoding.EncodeToString(data))
	}
	for _, place := range margins {
		b.WriteString("@page{@" + place + `{font-family:"psv-sans"!important}}`)
	}
	b.WriteString(`:root,[lang],:lang(en),:lang(gu),:lang(hi){--sans:"psv-sans"!important;--serif:"psv-serif"!important}`)
	return b.String()
})

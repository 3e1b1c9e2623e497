package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
)

// The places in a frame for what Seal fills in.
const (
	PolicyHere = "POLICY"
	styleHere  = "<style></style>"
	scriptHere = "<script></script>"
)

// Seal sets style sheets and scripts into a laid-out file, and the policy that allows these and nothing else: by the
// SHA-256 of their very bytes. What only slides need is packed: it is most of the scripts, and few readers ask for it.
func Seal(file []byte, of, slides Code) []byte {
	file = symbols(file)
	policy := "default-src 'none'; img-src data:; style-src " + hashes(of.Style, slides.Style) + "; script-src " + hashes(of.Script, slides.Script) + "; base-uri 'none'; form-action 'none'"
	for _, part := range [][2]string{
		{PolicyHere, policy}, {styleHere, "<style>" + string(of.Style) + "</style>"}, {scriptHere, slides.packed() + "<script>" + string(of.Script) + "</script>"},
	} {
		file = bytes.Replace(file, []byte(part[0]), []byte(part[1]), 1)
	}
	return file
}

// Dress sets a style sheet into a page that has no script, beside those of its folder, and the policy that allows them.
func Dress(page, style []byte) []byte {
	policy := "default-src 'none'; style-src 'self' " + hashes(style) + "; base-uri 'none'; form-action 'none'"
	page = bytes.Replace(page, []byte(PolicyHere), []byte(policy), 1)
	return bytes.Replace(page, []byte(styleHere), []byte("<style>"+string(style)+"</style>"), 1)
}

func hashes(parts ...[]byte) string {
	var list []string
	for _, part := range parts {
		if len(part) > 0 {
			sum := sha256.Sum256(part)
			list = append(list, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
		}
	}
	return strings.Join(list, " ")
}

// A pictogram where it is drawn, and where it refers to that; see package render.
var (
	drawn    = regexp.MustCompile(`<svg class="i" [^>]*><g id="(i\.[a-z0-9-]+)">(.*?)</g></svg>`)
	referred = regexp.MustCompile(`<svg class="i" [^>]*><use `)
)

// symbols draws the pictograms at the end of the file, outside of pages that may be hidden, and shortens each place where
// one is shown: there are thousands.
func symbols(file []byte) []byte {
	var list bytes.Buffer
	file = drawn.ReplaceAllFunc(file, func(svg []byte) []byte {
		m := drawn.FindSubmatch(svg)
		fmt.Fprintf(&list, `<symbol id="%s" viewBox="0 0 24 24">%s</symbol>`, m[1], m[2])
		return fmt.Appendf(nil, `<svg class="i" aria-hidden="true"><use href="#%s"/></svg>`, m[1])
	})
	file = referred.ReplaceAll(file, []byte(`<svg class="i" aria-hidden="true"><use `))
	all := `<svg hidden aria-hidden="true">` + list.String() + "</svg>\n" + scriptHere
	return bytes.Replace(file, []byte(scriptHere), []byte(all), 1)
}

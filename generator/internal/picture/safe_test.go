package picture

import (
	"strings"
	"testing"
	"time"
)

// TestUnsafe: each of these could act, or load something, when the drawing is opened alone or set into a page.
func TestUnsafe(t *testing.T) {
	for _, inside := range []string{
		`<script>alert(1)</script>`,
		`<script href="data:,alert(1)"/>`,
		`<SCRIPT>alert(1)</SCRIPT>`,
		`<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>`,
		`<h:text xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:text>`,
		`<g xmlns="http://www.w3.org/1999/xhtml"/>`,
		`<style>@import url(http://example.org/a.css)</style>`,
		`<style/>`,
		`<foreignObject><p>text</p></foreignObject>`,
		`<a href="#x"><path/></a>`,
		`<image href="photo.png"/>`,
		`<feImage href="photo.png"/>`,
		`<set attributeName="onload" to="alert(1)"/>`,
		`<animate attributeName="href" values="javascript:alert(1)"/>`,
		`<iframe/>`,
		`<use href="other.svg#a"/>`,
		`<use href="data:image/svg+xml,x"/>`,
		`<use xlink:href="http://example.org/#a" xmlns:xlink="http://www.w3.org/1999/xlink"/>`,
		`<use href=" javascript:alert(1)"/>`,
		`<use href=""/>`,
		`<path onclick="alert(1)"/>`,
		`<path ONLOAD="alert(1)"/>`,
		`<path style="fill: red"/>`,
		`<path fill="url(http://example.org/a.svg#b)"/>`,
		`<path fill="URL(http://example.org/a.svg#b)"/>`,
		`<path fill="url( #a)"/>`,
		`<path fill='url("#a")'/>`,
		`<path fill="url(#a) url(http://example.org/)"/>`,
		`<path fill="u\72l(http://example.org/)"/>`,
		`<path cursor="image-set('http://example.org/a.png' 1x)"/>`,
		`<path mask="src('http://example.org/a.svg')"/>`,
		`<g xml:base="http://example.org/"/>`,
		`<?xml-stylesheet href="http://example.org/a.css"?>`,
		`<?x ><script>alert(1)</script>?>`,
	} {
		mustBeUnsafe(t, `<svg viewBox="0 0 1 1">`+inside+`</svg>`)
	}
	mustBeUnsafe(t, `<svg viewBox="0 0 1 1" onload="alert(1)"/>`)
	mustBeUnsafe(t, `<?xml-stylesheet href="a.xsl" type="text/xsl"?><svg viewBox="0 0 1 1"/>`)
	mustBeUnsafe(t, `<!DOCTYPE svg [<!ENTITY x "alert(1)">]><svg viewBox="0 0 1 1"/>`)
}

func mustBeUnsafe(t *testing.T, file string) {
	t.Helper()
	p := Read("a.svg", []byte(file))
	if len(p.Faults) == 0 || p.Faults[0].Code != "image-unsafe" || p.Inner != "" {
		t.Errorf("%s\npasses: %+v", file, p)
	}
}

// TestSafe: these look like one of the above and are not.
func TestSafe(t *testing.T) {
	for inside, want := range map[string]string{
		`<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>`: `<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>`,
		`<text><![CDATA[<script>alert(1)</script>]]></text>`: `<text>&lt;script>alert(1)&lt;/script></text>`,
		`<!--><script>alert(1)</script>--><path d="M0 0"/>`:  `<path d="M0 0"/>`,
		`<title>An image (of a ring), url: none</title>`:     `<title>An image (of a ring), url: none</title>`,
		`<use href="#a"/>`: `<use href="#a"/>`,
		`<path fill="url(#a)" transform="rotate(3)"/>`: `<path fill="url(#a)" transform="rotate(3)"/>`,
		`<path aria-label="a \ b"/>`:                   `<path aria-label="a \ b"/>`,
	} {
		p := Read("a.svg", []byte(`<svg viewBox="0 0 1 1">`+inside+`</svg>`))
		if len(p.Faults) > 0 || p.Inner != want {
			t.Errorf("%s\ngives %s\n%v", inside, p.Inner, p.Faults)
		}
	}
}

// TestUnsafePosition: a fault stands at its element.
func TestUnsafePosition(t *testing.T) {
	p := Read("a.svg", []byte("<svg viewBox=\"0 0 1 1\">\n<g>\n  <path/><script/>\n</g>\n<path onclick='x'/></svg>"))
	if len(p.Faults) != 2 || p.Faults[0].Pos.String() != "a.svg:3:10" || p.Faults[1].Pos.String() != "a.svg:5:1" {
		t.Errorf("faults: %v", p.Faults)
	}
}

// TestLargeDrawings: much in one line is looked through soon, and not everything that is wrong is said.
func TestLargeDrawings(t *testing.T) {
	const n = 30_000
	good := `<svg viewBox="0 0 1 1">` + strings.Repeat(`<path d="M0 0h1" fill="none"/>`, n) + `</svg>`
	bad := `<svg viewBox="0 0 1 1">` + strings.Repeat(`<script/>`, n) + `</svg>`
	deep := `<svg viewBox="0 0 1 1">` + strings.Repeat(`<g>`, n) + strings.Repeat(`</g>`, n) + `</svg>`
	for file, want := range map[string]int{good: 0, bad: enough, deep: 0} {
		began := time.Now()
		if p := Read("a.svg", []byte(file)); len(p.Faults) != want {
			t.Errorf("%.60s…: %d faults, not %d", file, len(p.Faults), want)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%.60s… took %s", file, took)
		}
	}
}

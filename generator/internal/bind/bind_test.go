package bind

import (
	"strings"
	"testing"
)

func TestBind(t *testing.T) {
	p := Page{Name: "p2", URL: "gu/roles/psv.html", Link: func(url string) string {
		switch url {
		case "gu/help.html":
			return "#p1"
		case "gu/roles/psv.html":
			return "#p2"
		case "gu/roles/pic.svg":
			return "../roles/pic.svg"
		}
		return ""
	}}
	for _, c := range []struct{ in, want string }{
		{`<h2 id="a">A</h2>`, `<h2 id="p2.a">A</h2>`},
		{`<label for="field.1">x</label><textarea id="field.1" aria-describedby="h g">`, `<label for="p2.field.1">x</label><textarea id="p2.field.1" aria-describedby="p2.h p2.g">`},
		{`<a href="#a">A</a>`, `<a href="#p2.a">A</a>`},
		{`<a href="../help.html#call">call</a>`, `<a href="#p1.call">call</a>`},
		{`<a href="../help.html">help</a>`, `<a href="#p1">help</a>`},
		{`<a href="psv.html">self</a>`, `<a href="#p2">self</a>`},
		{`<a href="../gone.html">gone <b>and</b> lost</a>, <a href="../help.html">here</a>`, `gone <b>and</b> lost, <a href="#p1">here</a>`},
		{`<a href="tel:112">112</a> <a href="https://example.org/x?a=1&amp;b=2">w</a>`, `<a href="tel:112">112</a> <a href="https://example.org/x?a=1&amp;b=2">w</a>`},
		{`<img src="pic.svg" alt="a &quot;b&quot;">`, `<img src="../roles/pic.svg" alt="a &quot;b&quot;">`},
		{`<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`, `<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`},
		{`<svg><g id="i.help"><path d="M0 0"/></g></svg><svg><use href="#i.help"/></svg>`, `<svg><g id="i.help"><path d="M0 0"/></g></svg><svg><use href="#i.help"/></svg>`},
		{`<h2 id="it&#39;s">x</h2>`, `<h2 id="p2.it&#39;s">x</h2>`},
		{`<h2 id="શું">x</h2><a href="#%E0%AA%B6">x</a>`, `<h2 id="p2.શું">x</h2><a href="#p2.%E0%AA%B6">x</a>`},
		{"<pre>a &lt; b\n\n c</pre>", "<pre>a &lt; b\n\n c</pre>"},
	} {
		if got := string(p.Bind([]byte(c.in))); got != c.want {
			t.Errorf("%s\n becomes %s\n want    %s", c.in, got, c.want)
		}
	}
}

// TestBindKeeps: what holds no id and no link stays as it is, byte for byte.
func TestBindKeeps(t *testing.T) {
	text := strings.Repeat("<p class=\"x\">એક &amp; બે<br>\n\n<TABLE><tr><td align=right>1</td></tr></TABLE><!-- c -->", 20)
	if got := string(Page{Name: "p"}.Bind([]byte(text))); got != text {
		t.Errorf("it became %s", got)
	}
}

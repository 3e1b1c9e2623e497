package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

var role = Page{
	Title: "સ્વયંસેવક", Summary: "લખેલી ભૂમિકા", Lang: "gu", Foot: []byte(`<p class="age"><b>R-01</b> 0.1 &amp; more</p>`), Date: "2026-11-23",
	Draft: []byte(`<div class="tag"><svg></svg><span>Draft:<br>a <b>clinician</b></span></div>`),
	HTML: []byte(`<section><h2 id="x">હેતુ</h2>
<p>One <strong>bold</strong> and <a href="y">a link</a>.
Next <span class="blank">&nbsp;</span></p><ul><li>first</li><li><p>second</p><p>more</p></li></ul><ol><li>one</li></ol><ol><li>again</li></ol>
<div class="box safety"><p class="lab"><svg><path d="M0 0"/></svg>Safety</p><p>Tell staff.</p></div>
<div class="write"><label for="f">Name</label><textarea id="f"></textarea><i class="rule"></i></div>
<div class="ticks"><ul class="check"><li><label><input type="checkbox"><span>read</span></label></li></ul></div>
<table><thead><tr><th>A</th><th></th></tr></thead><tbody><tr><th>1<small>to all</small><small>not yet</small></th><td>2 &lt; 3</td></tr></tbody></table></section>`),
}

// TestWrite: every part is well-formed XML, what is on the page is in the document, and twice is the same.
func TestWrite(t *testing.T) {
	data, err := Write(role)
	again, err2 := Write(role)
	if err != nil || err2 != nil || !bytes.Equal(data, again) {
		t.Fatalf("%v, %v, equal: %v", err, err2, bytes.Equal(data, again))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
		for d := xml.NewDecoder(bytes.NewReader(text)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	for _, want := range []string{
		`<w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">સ્વયંસેવક</w:t>`, `<w:pStyle w:val="Heading2"/>`, "Draft: a clinician</w:t>", "One ", `<w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">bold</w:t>`,
		" and ", "________", `<w:numId w:val="1"/>`, `<w:numId w:val="2"/>`, `<w:numId w:val="3"/>`, `<w:pStyle w:val="Box"/>`, `<w:pStyle w:val="Line"/>`, "☐ ", "2 &lt; 3", "<w:tbl>",
		`<w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">1</w:t></w:r></w:p>`, `<w:p><w:pPr></w:pPr><w:r><w:t xml:space="preserve">to all</w:t></w:r></w:p>`,
	} {
		if !strings.Contains(parts["word/document.xml"], want) {
			t.Errorf("the document lacks %s:\n%s", want, parts["word/document.xml"])
		}
	}
	if !strings.Contains(parts["word/footer1.xml"], "R-01 0.1 &amp; more") {
		t.Errorf("the foot is %s", parts["word/footer1.xml"])
	}
	if !strings.Contains(parts["word/styles.xml"], `w:cs="Nirmala UI"`) {
		t.Error("no font for Gujarati")
	}
}

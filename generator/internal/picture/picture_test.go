package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// TestSizes measures pictures of every kind; nothing is known of the kinds that the library does not read.
func TestSizes(t *testing.T) {
	m := image.NewPaletted(image.Rect(0, 0, 30, 20), color.Palette{color.Black})
	var pngFile, jpegFile, gifFile bytes.Buffer
	for _, err := range []error{png.Encode(&pngFile, m), jpeg.Encode(&jpegFile, m, nil), gif.Encode(&gifFile, m, nil)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range map[string][]byte{
		"a.png": pngFile.Bytes(), "a.jpg": jpegFile.Bytes(), "a.jpeg": jpegFile.Bytes(), "a.gif": gifFile.Bytes(),
		"named-wrongly.jpg": pngFile.Bytes(),
	} {
		if p := Read(name, data); p.Width != 30 || p.Height != 20 || len(p.Faults) > 0 || p.Inner != "" {
			t.Errorf("%s: %+v", name, p)
		}
	}
	for name, data := range map[string]string{"a.webp": "RIFF", "a.avif": "x", "a.pdf": "%PDF-", "a.mp3": "", "a.opus": "OggS", "a.csv": "a,b"} {
		if p := Read(name, []byte(data)); p.Width != 0 || p.Height != 0 || len(p.Faults) > 0 {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

func TestBroken(t *testing.T) {
	for name, data := range map[string]string{
		"empty.png": "", "text.png": "not a picture", "text.jpg": "x", "cut.png": "\x89PNG\r\n\x1a\n\x00\x00", "cut.gif": "GIF89a",
		"empty.svg": "", "text.svg": "drawing", "cut.svg": `<svg viewBox="0 0 1 1"><path`, "unclosed.svg": `<svg viewBox="0 0 1 1"><g></svg>`,
		"entity.svg": `<svg viewBox="0 0 1 1">&x;</svg>`, "bytes.svg": "<svg viewBox=\"0 0 1 1\">\xff</svg>",
		"root.svg": `<g viewBox="0 0 1 1"/>`, "none.svg": `<svg/>`, "three.svg": `<svg viewBox="0 0 1"/>`,
		"words.svg": `<svg viewBox="0 0 wide high"/>`, "nan.svg": `<svg viewBox="0 0 NaN 1"/>`, "inf.svg": `<svg viewBox="0 0 Inf 1"/>`,
		"zero.svg": `<svg viewBox="0 0 0 5"/>`, "less.svg": `<svg viewBox="0 0 5 -5"/>`, "vast.svg": `<svg viewBox="0 0 1e300 5"/>`,
		"quotes.svg": `<svg viewBox="0 0 1 1&quot; onload=&quot;alert(1)"/>`,
	} {
		p := Read(name, []byte(data))
		if len(p.Faults) != 1 || p.Faults[0].Code != "image-broken" || p.Faults[0].Pos.File != name || p.Inner != "" {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// TestBrokenLine: what is no XML is reported at its line.
func TestBrokenLine(t *testing.T) {
	p := Read("a.svg", []byte("<svg viewBox=\"0 0 1 1\">\n<g>\n</svg>\n"))
	if got := p.Faults[0].Pos.String(); got != "a.svg:3:1" {
		t.Errorf("the fault is at %s", got)
	}
}

func TestDrawing(t *testing.T) {
	const file = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- <svg> drawn by hand -->
<svg xmlns="http://www.w3.org/2000/svg" aria-label="2 > 1" viewBox="0,0  184.4
116">
  <defs><marker id="m"/></defs>
  <svg><path d="M 0 0 L 10 10" marker-end="url(#m)"/></svg>
  <use href="#m"/>
</svg>
`
	p := Read("a.svg", []byte(file))
	if len(p.Faults) > 0 || p.Width != 184 || p.Height != 116 {
		t.Fatalf("%+v", p)
	}
	want := `<svg class="art" viewBox="0 0 184.4 116" width="184" height="116" fill="none" stroke="currentColor" stroke-width="2" role="img" aria-label="A ring">` +
		`<defs><marker id="m"/></defs><svg><path d="M0 0 10 10" marker-end="url(#m)"/></svg><use href="#m"/></svg>`
	if got := p.SVG("A ring"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestOnlySmallDrawingsStandInPages: a large one is a file of its own, of known size.
func TestOnlySmallDrawingsStandInPages(t *testing.T) {
	large := `<svg viewBox="0 0 4 3">` + strings.Repeat(`<path d="M0 0h1"/>`, maxInline/18) + `</svg>`
	if p := Read("a.svg", []byte(large)); p.Inner != "" || p.Width != 4 || p.Height != 3 || len(p.Faults) > 0 {
		t.Errorf("%d bytes: inner %d bytes, %d by %d, %v", len(large), len(p.Inner), p.Width, p.Height, p.Faults)
	}
	if p := Read("a.svg", []byte(large[:len(large)/2/18*18+5]+`</svg>`)); p.Inner == "" {
		t.Errorf("half of it is not set into the page: %v", p.Faults)
	}
}

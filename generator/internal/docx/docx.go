// Package docx writes a page as a file that Word and LibreOffice open and change.
//
// In: a page's title, language and HTML, the line for its foot, the date of the release. Out: the bytes of a .docx file
// (Office Open XML, ECMA-376 part 1), the same for the same page. It never draws pictures and loads no fonts: the file names
// fonts that Windows, macOS and Android have for the script, with the system's own choice behind them.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strings"
	"time"
)

// Page is what goes into a file.
type Page struct {
	Title, Summary string
	Lang           string // gu
	RightToLeft    bool
	HTML           []byte // of the page's text
	Draft          []byte // HTML of who has checked the page and who has not, or nothing
	Foot           []byte // HTML of the line at the foot of each side: code, version, use until
	Date           string // 2026-11-23: the time that the file's parts carry
}

// Write makes the file.
func Write(p Page) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	date, _ := time.Parse(time.DateOnly, p.Date) // the year 1 where there is none: the same each time
	parts := []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/document.xml", p.document()},
		{"word/styles.xml", p.styles()},
		{"word/numbering.xml", numbering},
		{"word/footer1.xml", p.footer()},
		{"docProps/core.xml", p.core()},
	}
	for _, part := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: date})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(xml.Header + part.content)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

const (
	main = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	rels = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

	contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	packageRels = `<Relationships ` + rels + `><Relationship Id="rId1" Type="` + kind + `officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
	documentRels = `<Relationships ` + rels + `><Relationship Id="rId1" Type="` + kind + `styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="` + kind + `numbering" Target="numbering.xml"/>` +
		`<Relationship Id="rId3" Type="` + kind + `footer" Target="footer1.xml"/></Relationships>`
)

func (p Page) document() string {
	var b strings.Builder
	b.WriteString(`<w:document ` + main + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`)
	d := &writer{out: &b, rtl: p.RightToLeft}
	d.paragraph("Title", "", p.Title)
	if p.Summary != "" {
		d.paragraph("Subtitle", "", p.Summary)
	}
	if draft := plain(p.Draft); draft != "" {
		d.paragraph("Box", "", draft)
	}
	d.html(p.HTML)
	// A4 with room for a punch at the start of lines; twentieths of a point
	b.WriteString(`<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="680" w:right="794" w:bottom="794" w:left="1134" w:header="400" w:footer="400" w:gutter="0"/>`)
	if p.RightToLeft {
		b.WriteString(`<w:bidi/>`)
	}
	b.WriteString(`</w:sectPr></w:body></w:document>`)
	return b.String()
}

func (p Page) footer() string {
	return `<w:ftr ` + main + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">` + escape(plain(p.Foot)) + `</w:t></w:r></w:p></w:ftr>`
}

func (p Page) core() string {
	date := p.Date + "T00:00:00Z"
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
		`xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escape(p.Title) + `</dc:title><dc:language>` + escape(p.Lang) +
		`</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">` + date + `</dcterms:created></cp:coreProperties>`
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}

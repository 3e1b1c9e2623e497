package docx

import "strings"

// fonts are the faces for a script, by language: what Windows has, which every system replaces by its own.
var fonts = map[string]string{"gu": "Nirmala UI", "hi": "Nirmala UI", "mr": "Nirmala UI", "kfr": "Nirmala UI", "ur": "Arial"}

// styles are those of the look: plain, black, one rule under the title.
func (p Page) styles() string {
	face, ok := fonts[p.Lang]
	if !ok {
		face = "Arial"
	}
	lang := p.Lang + "-IN"
	var b strings.Builder
	b.WriteString(`<w:styles ` + main + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="` + face + `"/>` +
		`<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="` + lang + `" w:bidi="` + lang + `"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`)
	style := func(id, name string, size string, bold bool, paragraph string) {
		b.WriteString(`<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="Normal"/><w:pPr>` + paragraph + `</w:pPr><w:rPr>`)
		if bold {
			b.WriteString(`<w:b/><w:bCs/>`)
		}
		b.WriteString(`<w:sz w:val="` + size + `"/><w:szCs w:val="` + size + `"/></w:rPr></w:style>`)
	}
	style("Title", "Title", "36", true, `<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="000000"/></w:pBdr><w:spacing w:after="120"/>`)
	style("Subtitle", "Subtitle", "22", false, `<w:spacing w:after="160"/>`)
	style("Heading2", "heading 2", "24", true, `<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="1"/>`)
	style("Heading3", "heading 3", "21", true, `<w:keepNext/><w:spacing w:before="120" w:after="40"/><w:outlineLvl w:val="2"/>`)
	style("Box", "Box", "20", false, `<w:pBdr><w:left w:val="single" w:sz="24" w:space="6" w:color="000000"/></w:pBdr><w:ind w:left="170"/>`)
	style("Line", "Line", "20", false, `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="160" w:after="60"/>`)
	style("ListParagraph", "List Paragraph", "20", false, `<w:spacing w:after="40"/>`)
	style("Footer", "footer", "16", false, ``)
	b.WriteString(`<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		b.WriteString(`<w:` + side + ` w:val="single" w:sz="6" w:space="0" w:color="000000"/>`)
	}
	b.WriteString(`</w:tblBorders></w:tblPr></w:style></w:styles>`)
	return b.String()
}

// numbering has one bulleted list and one numbered. Each numbered list of a page starts anew by its own w:num.
var numbering = func() string {
	var b strings.Builder
	b.WriteString(`<w:numbering ` + main + `>` +
		`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="440" w:hanging="320"/></w:pPr></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	for i := firstNumbered; i < firstNumbered+mostNumbered; i++ {
		b.WriteString(`<w:num w:numId="` + itoa(i) + `"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}()

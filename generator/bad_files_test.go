package main

import (
	"fmt"
	"strings"
)

// front is the front matter of a page; its text begins in line 6.
const front = "---\ntitle: A page\nsummary: It has a summary.\ntype: page\n---\n"

// badFile is a file and what a build says about it; nothing when it is as good as any other.
type badFile struct {
	file    string
	content func() string
	want    string
}

const (
	badPage = "content/en/bad.md"
	dense   = "the long blocks of this page hold too many of the signs * _ ~ [ [text-block]\n    hint: part it by blank lines\n"
	nested  = "this line is nested more than 64 deep [text-nest]\n    hint: take away the signs or spaces it begins with\n"
	long    = "this block has over 32 kB without a blank line [text-block]\n    hint: part it by blank lines\n"
	noUTF8  = "this is not UTF-8 [text-utf8]\n    hint: save it as UTF-8\n"
)

// page is a page of that text.
func page(text string) func() string { return func() string { return front + text } }

// pageOf is a page that says the same again and again.
func pageOf(text string, n int) func() string {
	return func() string { return front + strings.Repeat(text, n) + "\n" }
}

func file(content string) func() string { return func() string { return content } }

func fileOf(text string, n int) func() string {
	return func() string { return strings.Repeat(text, n) }
}

var badFiles = map[string]badFile{
	// Encodings.
	"a letter of an old encoding":  {badPage, page("A caf\xe9.\n"), badPage + ":6:6: " + noUTF8},
	"UTF-16":                       {badPage, file("\xff\xfe-\x00-\x00-\x00"), badPage + ":1:1: " + noUTF8},
	"half a letter":                {badPage, page("ગુજરા\xe0\xaa"), badPage + ":6:6: " + noUTF8},
	"UTF-16 in data":               {"content/data/terms.yaml", file("\xff\xfe-\x00"), "content/data/terms.yaml:1:1: " + noUTF8},
	"an old encoding in a layout":  {"layouts/page.html", file("<p>\n\xe9</p>"), "layouts/page.html:2:1: " + noUTF8},
	"an old encoding in strings":   {"layouts/i18n/en.yaml", file("home: \xe9"), "layouts/i18n/en.yaml:1:7: " + noUTF8},
	"a control character in data":  {"content/data/terms.yaml", file("# \x01\n"), "content/data/terms.yaml:1:3: an invisible control character stands here [data-syntax]\n    hint: remove it\n"},
	"a byte order mark":            {badPage, file("\ufeff" + front + "It is dropped.\n"), ""},
	"line ends of Windows":         {badPage, file(strings.ReplaceAll(front+"- a\n- b\n", "\n", "\r\n")), ""},
	"line ends of an old Mac":      {badPage, file(strings.ReplaceAll(front+"- a\n- b\n", "\n", "\r")), ""},
	"an empty file":                {badPage, file(""), badPage + ":1:1: the page has no front matter [front-missing]\n    hint: begin with ---, title, summary, type, ---\n"},
	"a drawing in an old encoding": {"content/en/bad.svg", file("<svg viewBox='0 0 9 9'><text>\xe9</text></svg>"), "content/en/bad.svg:1:1: this drawing is not XML: XML syntax error on line 1: invalid UTF-8 [image-broken]\n"},

	// Sizes.
	"a page of 20 MB":    {badPage, pageOf("A line like all others.\n\n", 800_000), badPage + ": the file has 19531 kB; a page may have 2,048 [text-size]\n    hint: split it into several pages\n"},
	"data of 20 MB":      {"content/data/terms.yaml", fileOf("- {id: a}\n", 2_000_000), "content/data/terms.yaml: the file has 19531 kB; it may have 2,048 [text-size]\n    hint: split it\n"},
	"a line of 1 MB":     {badPage, pageOf("word ", 200_000), badPage + ":6:1: " + long},
	"500 kB of headings": {badPage, pageOf("## Again\n\n", 50_000), ""},
	"2 MB of paragraphs": {badPage, pageOf("Again.\n\n", 250_000), ""},

	// What takes a parser of Markdown long.
	"100,000 quotes in quotes":      {badPage, pageOf(">", 100_000), badPage + ":6:1: " + nested},
	"100,000 lists in lists":        {badPage, pageOf("- ", 100_000), badPage + ":6:1: " + nested},
	"100,000 tabs":                  {badPage, pageOf("\t", 100_000), ""},
	"200 kB of emphasis":            {badPage, pageOf("*a_ ", 50_000), badPage + ":6:1: " + long},
	"2 MB of emphasis in blocks":    {badPage, pageOf(strings.Repeat("*a_ ", 800)+"\n\n", 600), badPage + ":200:1: " + dense},
	"30 kB of brackets":             {badPage, pageOf("[", 30_000), badPage + ":6:1: " + dense},
	"2 MB of brackets in blocks":    {badPage, pageOf(strings.Repeat("[a](", 300)+"\n\n", 1600), badPage + ":2780:1: " + dense},
	"10 kB of brackets":             {badPage, pageOf("[", 10_000), ""},
	"30 kB of pictures not closed":  {badPage, pageOf("![", 15_000), ""},
	"code marks of all lengths":     {badPage, func() string { return front + marks(240) }, ""},
	"a table of 5,000 columns":      {badPage, page(strings.Repeat("|", 5_000) + "\n" + strings.Repeat("|-", 5_000) + "\n" + strings.Repeat("|\n", 8_000)), badPage + ":41:1: the tables of this page have over 200,000 cells [text-block]\n    hint: part it by blank lines\n"},
	"a link named 100,000 times":    {badPage, page("[a]: https://example.org/" + strings.Repeat("b", 30_000) + "\n\n" + strings.Repeat("[a]\n\n", 100_000)), badPage + ":146:1: the links of this page add up to over 2 MB [text-size]\n    hint: make what they lead to shorter\n"},
	"a variable named 10,000 times": {badPage, file(strings.Replace(front, "type: page", "type: page\nparams: {a: "+strings.Repeat("b", 30_000)+"}", 1) + strings.Repeat("{{a}}\n\n", 10_000)), badPage + ":565:1: the variables of this page add up to over 8 MB [text-size]\n    hint: make their values shorter\n"},

	// Directives.
	"224 kB of openers":      {badPage, pageOf("::: slide\n", 22_400), badPage + ":3276:1: " + long},
	"openers and no closers": {badPage, pageOf("::: slide\n\n", 20_000), unclosed(8) + badPage + ":22:1: directives nest more than 8 deep [directive-depth]\n    hint: close one before the next opens\n"},
	"30 kB of colons":        {badPage, pageOf(":", 30_000), badPage + ":6:1: this fence closes nothing [directive-close]\n    hint: remove it, or open a directive above: ::: name\n"},
	"30 kB of braces":        {badPage, pageOf("{", 30_000), ""},
	"a heading of braces":    {badPage, page("## " + strings.Repeat("{", 30_000) + "}\n"), badPage + ":6:30004: this } closes nothing [attribute-syntax]\n    hint: headings take {#id minutes=10 method=do}\n"},

	// YAML.
	"front matter not closed":    {badPage, file(strings.TrimSuffix(front, "---\n") + strings.Repeat("It goes on.\n\n", 80_000)), badPage + ":1:1: the front matter is never closed [front-unclosed]\n    hint: end it with a line of ---\n"},
	"anchors that explode":       {badPage, file(bomb(9)), badPage + ":2:5: anchors and aliases are not used here [front-alias]\n    hint: write the value out\n"},
	"100,000 lists of YAML":      {"content/data/terms.yaml", fileOf("[", 100_000), "content/data/terms.yaml:1:1: the [ that opens here is never closed [data-syntax]\n    hint: close it: - " + strings.Repeat("[", 388) + "…\n"},
	"anchors that explode, data": {"content/data/terms.yaml", file("- &a {id: a}\n- *a\n"), "content/data/terms.yaml:1:3: anchors and aliases are not used here [data-alias]\n    hint: write the value out\n"},

	// Names.
	"a folder that is called x.md": {"content/en/x.md/page.md", page("Text.\n"), "content/en/x.md/page.md: \"x.md\" may hold only a-z, 0-9 and - [path-letters]\n    hint: rename it\n"},
}

// marks are runs of code marks of which no two are alike.
func marks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("`", i+1) + "a")
	}
	return b.String() + "\n"
}

// unclosed is what is said of openers that no closer follows.
func unclosed(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s:%d:1: \"slide\" is never closed [directive-unclosed]\n    hint: close it with a line of its own: :::\n", badPage, 6+2*i)
	}
	return b.String()
}

// bomb is front matter that grows tenfold with each line when anchors are followed.
func bomb(lines int) string {
	var b strings.Builder
	b.WriteString("---\na0: &a0 [listen]\n")
	for i := range lines {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d,", i), 10))
	}
	return b.String() + "---\n"
}

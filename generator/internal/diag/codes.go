package diag

import (
	"slices"
	"strings"
)

// Code is a kind of fault: `<area>-<fault>`, lower case. The table is the source of severities, of
// `psvsite check --explain` and of the list in README.
type Code struct {
	Name     string
	Severity Severity // by default; `lint:` in config.yaml sets another
	Summary  string   // one sentence
	Example  string   // what an author would have written
}

// Fixed reports whether lint may not lower the code: without settings, an edition or layouts there is no site.
func (c Code) Fixed() bool {
	area, _, _ := strings.Cut(c.Name, "-")
	return c.Severity == Error && slices.Contains([]string{"config", "edition", "layout"}, area)
}

// Lookup returns the code with the name.
func Lookup(name string) (Code, bool) {
	i, ok := slices.BinarySearchFunc(Codes, name, func(c Code, n string) int { return strings.Compare(c.Name, n) })
	if !ok {
		return Code{}, false
	}
	return Codes[i], true
}

// Names lists all codes.
func Names() []string {
	names := make([]string, len(Codes))
	for i, c := range Codes {
		names[i] = c.Name
	}
	return names
}

// Codes is the table, sorted by name.
var Codes = []Code{
	{"attribute-id", Error, "An id stands twice in a page, or is one that slides use.", "::: safety {#slides}"},
	{"attribute-missing", Error, "A directive lacks an attribute that it needs.", "::: write {lines=3}"},
	{"attribute-syntax", Error, "What stands between braces behind a heading or a directive cannot be read.", "## Practice {minutes 10}"},
	{"attribute-unknown", Error, "A heading or directive takes no such attribute.", "::: activity {minute=10}"},
	{"attribute-value", Error, "An attribute's value is not of the kind it must be.", "::: activity {minutes=ten}"},
	{"budget-asset", Error, "Style sheets or scripts weigh more than their budget.", "styles of 14 kB under budgets: {styles: 12kB}"},
	{"budget-page", Warning, "A page weighs more under gzip than its budget.", "a page of 20 kB under budgets: {page: 14kB}"},
	{"config-alias", Error, "config.yaml uses YAML anchors or aliases.", "&a"},
	{"config-duplicate", Error, "A key stands twice in config.yaml.", "title: … title: …"},
	{"config-key", Error, "config.yaml has an unknown key.", "langauges:"},
	{"config-menu", Warning, "The menu names a page that is not written yet.", "menu: [trainig]"},
	{"config-missing", Error, "config.yaml lacks a key.", "no languages"},
	{"config-none", Error, "A folder has content but no config.yaml.", "content/ alone in a folder"},
	{"config-pack", Warning, "A pack names a page that is not written yet.", "packs: [{name: binder, title: Binder, pages: [rolse/psv]}]"},
	{"config-syntax", Error, "config.yaml is not YAML.", "title: Peer support: training"},
	{"config-value", Error, "A value in config.yaml cannot be used.", "default_language: fr on a site without French"},
	{"course-could", Warning, "A session has too little that may be left out when time runs short.", "no ::: activity {priority=could}"},
	{"course-length", Error, "A day of a course plan is not as long as the rules say.", "items of 400 minutes under day_minutes: 420"},
	{"course-minutes", Error, "A plan gives a session other minutes than its page.", "{session: training/listening, minutes: 70}"},
	{"course-order", Error, "A session stands where the rules do not allow it.", "safety steps as the last session of a day"},
	{"course-page-planned", Warning, "A course plan names pages that are not written yet.", "{session: training/welcome}"},
	{"course-practice", Warning, "People practise for too small a share of a day.", "five steps {method=talk} and one {method=do}"},
	{"course-required", Error, "A course plan leaves out a session and does not say when it is held.", "no {session: training/safety-steps}"},
	{"course-sum", Error, "Sessions and breaks of a day do not add up to the minutes of its page.", "minutes: 420 over items of 410"},
	{"data-alias", Error, "A data file uses YAML anchors or aliases.", "&a"},
	{"data-duplicate", Error, "An id or a key stands twice in a data file.", "two entries with id: ambulance"},
	{"data-entry", Error, "A directive asks for data that is not there.", "::: contacts {ids=ambulanse}"},
	{"data-expired", Warning, "A data entry is past its use_until.", "use_until: 2025-03-31"},
	{"data-key", Error, "A data entry has an unknown key.", "nubmers: [112]"},
	{"data-missing", Error, "A data entry lacks a key.", "a contact without kind"},
	{"data-old", Warning, "A data entry was last checked over a year ago.", "last_checked: 2024-10-01"},
	{"data-syntax", Error, "A data file is not YAML.", "name: Help: now"},
	{"data-translation", Warning, "A text of the data is missing in a language.", "name: {en: Police}"},
	{"data-unknown", Error, "There is no data of that name.", "content/data/contact.yaml"},
	{"data-value", Error, "A value in a data file is not of the kind it must be.", "year: soon"},
	{"directive-close", Error, "A fence closes nothing.", "::: with no directive open"},
	{"directive-content", Error, "A directive holds what it cannot show.", "::: check with a paragraph in it"},
	{"directive-depth", Error, "Directives nest more than eight deep.", "nine openers in a row"},
	{"directive-fence", Warning, "A closing fence has another number of colons than its opener.", ":::: slide … :::"},
	{"directive-syntax", Error, "A line of three colons or more is neither an opener nor a closer.", ":::slide extra words"},
	{"directive-unclosed", Error, "A directive is never closed.", "::: slide at the end of a page"},
	{"directive-unknown", Error, "There is no directive of that name.", "::: slyde"},
	{"edition-unknown", Error, "There is no such edition, or editions extend each other in a ring.", "--edition gujrat"},
	{"front-alias", Error, "Front matter uses YAML anchors or aliases.", "title: &a Listening"},
	{"front-duplicate", Error, "A key stands twice in front matter.", "title: A … title: B"},
	{"front-key", Error, "Front matter has an unknown key.", "titel: Listening"},
	{"front-missing", Error, "A page has no front matter, or a key is missing that every page needs.", "a page without summary"},
	{"front-syntax", Error, "Front matter is not YAML.", "title: Listening: well"},
	{"front-type", Error, "Front matter has a key that pages of this type do not have.", "type: poster, minutes: 10"},
	{"front-unclosed", Error, "Front matter is never closed.", "--- and no second ---"},
	{"front-value", Error, "A value in front matter is not of the kind it must be.", "minutes: long"},
	{"heading-jump", Warning, "A heading is more than one level below the one before it.", "## Practice, then #### Rounds"},
	{"heading-level", Warning, "A page has a heading of level 1 besides its title.", "# Listening well"},
	{"image-alt", Warning, "A picture has no words for those who do not see it.", "![](ring.svg)"},
	{"image-broken", Error, "A picture cannot be read.", "an SVG file cut off in the middle"},
	{"image-missing", Error, "A page shows a picture that is not there.", "![a ring](rign.svg)"},
	{"image-unsafe", Error, "A drawing holds a script, a style or a link.", "<svg onload=…>"},
	{"image-unused", Warning, "A picture is shown by no page.", "old.svg left beside a page"},
	{"layout-exec", Error, "A layout asks for what a page does not have.", "{{ .Titel }}"},
	{"layout-leaves", Error, "A booklet has another number of pages than it declares, or one that cannot be folded.", "print: {sheet: A5, pages: 16} over fifteen pages"},
	{"layout-syntax", Error, "A layout cannot be read.", "{{ if }} without {{ end }}"},
	{"link-absolute", Error, "A link begins at the root, which a copy on a stick does not have.", "[help](/help.md)"},
	{"link-anchor", Error, "A link names a place that the page does not have.", "[when you call](help.md#cal)"},
	{"link-missing", Error, "A link leads to a page or file that is not there.", "[help](hepl.md)"},
	{"link-outside", Error, "A link leaves the language's folder.", "[other](../../gu/help.md)"},
	{"link-scheme", Error, "A link is of a kind the site does not carry.", "[run](javascript:alert(1))"},
	{"link-syntax", Error, "A link cannot be read.", "[help](help%zz.md)"},
	{"link-text", Warning, "The text of a link does not say where it leads.", "[here](help.md)"},
	{"output-absolute", Error, "A style or layout has an address that begins at the root, which a copy on a stick does not have.", "href=\"/help.html\" in a layout"},
	{"output-fetch", Error, "A script fetches something or starts a worker, which a page that is opened as a file may not.", "fetch('list.json')"},
	{"output-host", Error, "A script, style or layout asks another host for something.", "url(https://example.org/font.woff2)"},
	{"output-module", Error, "A script is a module or brings one in, which does not load over file://.", "import('./search.js')"},
	{"output-use", Error, "A drawing in a layout refers into another file, which does not load over file://.", "<use href=\"icons.svg#help\"/>"},
	{"page-code", Error, "The code of a page is that of another one, or not that of its source.", "code: H-07 in two pages"},
	{"page-codeless", Warning, "A page has no code, and others have.", "a page without code: H-07"},
	{"page-duplicate", Error, "Two files are the same page.", "help.md and help/index.md"},
	{"page-home", Error, "The site has no home page.", "no content/en/index.md"},
	{"page-orphan", Warning, "No link, menu, course plan or section list leads to a page.", "glossary.md that nothing names"},
	{"page-record", Error, "A line of signed.src, the texts that were signed, cannot be read.", "3f9c0a1be2d47788 without a text"},
	{"page-review", Warning, "The day by which somebody must have read a page again is past.", "review_due: 2025-03-31"},
	{"page-signoff", Warning, "A page has changed since somebody checked it, or the data that it shows has.", "signoffs: [{…, hash: 3f9c0a1be2d47788}] over another text"},
	{"path-kind", Error, "A file is of a kind the site does not carry.", "notes.docx beside a page"},
	{"path-language", Error, "A folder of content is no language or edition of the site.", "content/fr"},
	{"path-letters", Error, "A path has letters that are not carried everywhere.", "Day 1.md"},
	{"path-link", Error, "A link leads out of the project, to a folder or to nothing.", "a symlink to /etc"},
	{"path-private", Error, "The path or title of a private page gives its reader away.", "private: true on handouts/violence.md"},
	{"path-reserved", Error, "A path is one that the site uses itself.", "content/en/search.md"},
	{"path-unreadable", Error, "A file or folder cannot be read.", "no permission"},
	{"safety-stale", Warning, "A safety text is not that of its source as it is now; an error in check.", "a step changed in English alone"},
	{"sheet-cut", Warning, "A card, a leaf of a booklet or a slip holds more than its paper shows.", "a card of thirty lines"},
	{"sheet-sides", Warning, "A page takes more sides of paper than it says.", "print: {sheet: A4, pages: 1} over two sides of text"},
	{"slide-full", Warning, "A slide holds more than can be read from the last row.", "an activity of ten long lines"},
	{"step-activity", Error, "An activity takes longer than its step.", "## Practice {minutes=10} with ::: activity {minutes=30}"},
	{"step-place", Error, "Minutes stand on a heading that is no step.", "### Practice {minutes=10}"},
	{"step-sum", Error, "The steps of a page do not add up to its minutes.", "minutes: 75 over steps of 70"},
	{"term-avoid", Warning, "A text holds a word that the term base says to avoid.", "peer support worker"},
	{"text-alias", Error, "Interface strings use YAML anchors or aliases.", "&a"},
	{"text-block", Error, "A block has over 32 kB without a blank line.", "a file without line ends"},
	{"text-digits", Warning, "Digits of different scripts are mixed.", "2૦14, or ૩ and 4 in one page"},
	{"text-duplicate", Error, "An interface string stands twice.", "home: … home: …"},
	{"text-grade", Warning, "A page is harder to read than its readers need.", "long sentences of long words"},
	{"text-html", Error, "A page holds raw HTML.", "<b>listen</b>"},
	{"text-joiner", Warning, "An invisible sign stands where it joins or parts nothing.", "a soft hyphen pasted from a word processor"},
	{"text-key", Error, "Interface strings have an unknown key.", "help_nwo:"},
	{"text-missing", Warning, "An interface string is missing in a language.", "no help_now in gu.yaml"},
	{"text-nest", Error, "A line is nested more than 64 deep.", "a hundred > in a row"},
	{"text-nfc", Warning, "A letter is put together in another way than computers compare.", "ड़ in one sign instead of two"},
	{"text-place", Warning, "A page names what differs from place to place, such as a number, an amount, an office or a state.", "call 181"},
	{"text-script", Warning, "Letters of another script stand in a text.", "follow up in a Gujarati sentence"},
	{"text-sentence", Warning, "A sentence is longer than its readers can hold.", "thirty words before the full stop"},
	{"text-size", Error, "A page has over 2 MB.", "a picture pasted as text"},
	{"text-syntax", Error, "Interface strings are not YAML.", "layouts/i18n/gu.yaml"},
	{"text-utf8", Error, "A file is not UTF-8.", "a file saved in an old encoding"},
	{"text-value", Error, "An interface string is not of the kind it must be.", "home: [a, b]"},
	{"translation-conflict", Error, "A text has changed since its PO file was exported, or two files translate it differently.", "an old file, imported after a newer one"},
	{"translation-differs", Warning, "A translation is built otherwise than its source.", "::: write {lines=3} for {lines=5}"},
	{"translation-fixed", Error, "A translation has another link, picture, code or variable than its source.", "msgstr \"call {{ward}}\" for {{hospital.ward_phone}}"},
	{"translation-incomplete", Warning, "A page or a part of one cannot be put in until all of its texts are translated.", "forty of the fifty texts of a new page"},
	{"translation-po", Error, "A PO file cannot be read.", "msgstr \"a text without its closing quote"},
	{"translation-source", Warning, "A page is not written in the source language.", "content/gu/x.md without content/en/x.md"},
	{"translation-structure", Error, "A translation would change how its page is built.", "msgstr \"- a list in place of a paragraph\""},
	{"translation-sum", Error, "A line of translations.sum or translations.src cannot be read.", "help 3f9c0a1be2d47788 without a source hash"},
	{"translation-unknown", Warning, "A PO file translates a text that does not stand in the site.", "a file from before the text was changed"},
	{"translation-unpaired", Error, "A text of a page and one of its source could not be held against each other.", "two paragraphs under a heading, and three in the source"},
	{"translation-untracked", Warning, "Nobody has held a translated page against its source.", "content/gu/help.md without a line in translations.sum"},
	{"variable-unknown", Error, "A variable is declared nowhere.", "{{hospital.nmae}}"},
}

package main

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
)

// why says what one package needs of another.
type why map[string]string

// imports lists, for each package below internal, what it may import of this module. The stages go one way,
// source | markup | data | picture -> site -> render -> offline -> output, on top of the leaves diag, memo, strictyaml and config;
// only build knows them all; lint and report look at what the stages made. A new arrow needs a reason here.
var imports = map[string]why{
	"diag":       {},
	"memo":       {},
	"strictyaml": {"diag": "every fault of YAML has its place"},
	"config":     {"diag": "faults of config.yaml", "strictyaml": "it is YAML"},
	"source":     {"diag": "faults of names and links", "config": "languages and editions are folders"},
	"markup":     {"diag": "faults of a page", "strictyaml": "front matter is YAML", "config": "a page may declare params"},
	"data":       {"diag": "faults of entries", "strictyaml": "they are YAML", "config": "texts by language"},
	"picture":    {"diag": "what a drawing may not hold"},
	"site": {
		"markup": "documents", "data": "what pages show of it", "picture": "drawings beside pages", "config": "languages, plans, params",
		"diag": "links that lead nowhere", "translation": "how pages stand to their sources",
	},
	"lint": {
		"site": "the model it judges", "markup": "documents and their units", "data": "facts and terms", "config": "languages and levels",
		"diag": "all that it says",
	},
	"report": {"translation": "states of texts", "site": "what is shown where", "data": "facts and who checked them", "diag": "what the build said"},
	"schema": {
		"markup": "front matter, from its own types", "config": "config.yaml, likewise", "data": "data files, likewise", "diag": "the codes of lint",
	},
	"chrome": {},
	"po":     {"diag": "every fault of a PO file has its line"},
	"kit": {
		"catalog": "PO files and pages to look at", "data": "the words of the site", "config": "languages and titles", "strictyaml": "what it says is YAML",
	},
	"catalog": {
		"po": "what translators get and send back", "markup": "texts of pages and where they stand", "translation": "what answers what, and what is stated anew",
		"config": "languages and the release", "strictyaml": "data and interface strings are YAML", "splice": "a need is added to front matter",
		"diag": "every entry that is not taken",
	},
	"pdf":         {"chrome": "prints with it"},
	"fit":         {"chrome": "measures with it", "site": "the decks", "diag": "slides that are too full", "pdf": "prints as PDFs are printed"},
	"splice":      {},
	"translation": {"markup": "units of two documents", "diag": "faults of its files"},
	"bind":        {},
	"docx":        {},
	"render": {
		"site": "pages", "markup": "bodies to fill", "config": "numbers and dates of a language", "diag": "faults of layouts",
		"memo": "the sum of all layouts", "strictyaml": "interface strings are YAML", "report": "lays it out", "signoff": "lays out the sheet of a checker", "release": "lays out what has changed",
		"bind":        "pages that stand in a pack",
		"offline":     "the groups of files that the page about keeping offers",
		"translation": "states of texts, to be marked",
	},
	"impact": {
		"site": "what is shown where", "markup": "directives and the slides and sheets they are on", "data": "names of entries",
		"config": "texts by language", "diag": "did you mean",
	},
	"release": {"site": "papers and what they show", "strictyaml": "its file is YAML", "diag": "faults of that file"},
	"signoff": {"markup": "texts of a page, and where they stand", "splice": "adds to front matter", "diag": "faults of the record"},
	"bundle":  {"bind": "pages that stand in one file"},
	"offline": {"memo": "sums of files", "diag": "what dies over file://"},
	"output":  {"memo": "sums of files"},
	"build": {
		"source": "joins the stages", "markup": "joins the stages", "data": "joins the stages", "picture": "joins the stages",
		"site": "joins the stages", "render": "joins the stages", "offline": "joins the stages", "bundle": "packs what it made, when asked", "output": "joins the stages", "config": "reads it first",
		"diag": "gathers what all report", "memo": "remembers finished steps",
		"translation": "reads what is stated", "lint": "runs it for check", "release": "reads what former versions said", "catalog": "gathers what it carries to translators", "report": "weighs pages and says what is missing",
		"docx": "role descriptions that can be changed in Word",
	},
	"devserver": {
		"build": "builds again after every change", "source": "finds what has changed in the folder", "output": "holds the files it serves",
		"memo": "tells which files are new", "diag": "shows faults in the page",
	},
}

// world are the packages of the library through which a step could see more than it was given.
var world = []string{"os", "os/exec", "net", "net/http", "path/filepath", "math/rand", "math/rand/v2", "runtime", "syscall"}

// worldly are the packages that may import those.
var worldly = []string{"source", "output", "build", "devserver", "chrome"}

func TestImports(t *testing.T) {
	const module = "psvsite/generator/internal/"
	found := map[string]why{}
	for _, f := range goFiles(t) {
		if !strings.HasPrefix(f.dir, "generator/internal/") || f.test {
			continue
		}
		pkg := path.Base(f.dir)
		if found[pkg] == nil {
			found[pkg] = why{}
		}
		for _, spec := range f.Imports {
			name := strings.Trim(spec.Path.Value, `"`)
			if slices.Contains(world, name) && !slices.Contains(worldly, pkg) {
				t.Errorf("%s: %s is a pure step and may not import %s", f.name, pkg, name)
			}
			to, ours := strings.CutPrefix(name, module)
			if ours && imports[pkg][to] == "" {
				t.Errorf("%s: %s may not import %s; if it must, say why in imports", f.name, pkg, to)
			}
			if found[pkg][to] = "used"; !ours {
				delete(found[pkg], to)
			}
		}
	}
	for _, pkg := range slices.Sorted(maps.Keys(imports)) {
		for to := range imports[pkg] {
			if found[pkg][to] == "" {
				t.Errorf("imports says that %s needs %s; it does not", pkg, to)
			}
		}
	}
	for pkg := range found {
		if imports[pkg] == nil {
			t.Errorf("the package %s stands in no list of imports", pkg)
		}
	}
}

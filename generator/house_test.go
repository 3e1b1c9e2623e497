package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The rules of the house. Each is a test, so that a change which breaks one says so, and why the rule is there.

// why says what one package needs of another.
type why map[string]string

// imports lists, for each package below internal, what it may import of this module. The stages go one way,
// source | markup | data | picture -> site -> render -> output, on top of the leaves diag, memo, strictyaml and config;
// only build knows them all. A new arrow needs a reason here.
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
		"diag": "links that lead nowhere",
	},
	"render": {
		"site": "pages", "markup": "bodies to fill", "config": "numbers and dates of a language", "diag": "faults of layouts",
		"memo": "the sum of all layouts", "strictyaml": "interface strings are YAML",
	},
	"output": {"memo": "sums of files"},
	"build": {
		"source": "joins the stages", "markup": "joins the stages", "data": "joins the stages", "picture": "joins the stages",
		"site": "joins the stages", "render": "joins the stages", "output": "joins the stages", "config": "reads it first",
		"diag": "gathers what all report", "memo": "remembers finished steps",
	},
}

// world are the packages of the library through which a step could see more than it was given.
var world = []string{"os", "os/exec", "net", "net/http", "path/filepath", "math/rand", "math/rand/v2", "runtime", "syscall"}

// worldly are the packages that may import those.
var worldly = []string{"source", "output", "build"}

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

// TestPackageComments demands that every package says what it is; a stage also what goes in, what comes out, and what
// it never does.
func TestPackageComments(t *testing.T) {
	comments := map[string]string{}
	for _, f := range goFiles(t) {
		if !f.test {
			comments[f.dir] += f.Doc.Text()
		}
	}
	limits := regexp.MustCompile(`\b(never|no|nothing|nobody)\b`)
	for dir, text := range comments {
		if text == "" {
			t.Errorf("%s: the package has no comment", dir)
		}
		if stage := strings.HasPrefix(dir, "generator/internal/"); stage &&
			!(strings.Contains(text, "In:") && strings.Contains(text, "Out:") && limits.MatchString(text)) {
			t.Errorf(`%s: the comment must say "In: …", "Out: …", and what the package never does`, dir)
		}
	}
}

// TestSizes keeps files and functions short enough to be read at once.
func TestSizes(t *testing.T) {
	for _, f := range goFiles(t) {
		if n := f.set.File(f.Pos()).LineCount(); n > 500 {
			t.Errorf("%s has %d lines; 500 are enough", f.name, n)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				if n := f.set.Position(fn.End()).Line - f.set.Position(fn.Pos()).Line + 1; n > 80 {
					t.Errorf("%s: %s has %d lines; 80 are enough", f.name, fn.Name.Name, n)
				}
			}
		}
	}
}

// goFile is a parsed file of this repository.
type goFile struct {
	*ast.File
	set       *token.FileSet
	name, dir string // slash-separated, from the repository's root
	test      bool
}

// goFiles parses every Go file of the repository.
func goFiles(t *testing.T) []goFile {
	var files []goFile
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata"):
			return fs.SkipDir
		case !strings.HasSuffix(name, ".go"):
			return nil
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, filepath.Join("..", filepath.FromSlash(name)), nil, parser.ParseComments)
		files = append(files, goFile{f, set, name, path.Dir(name), strings.HasSuffix(name, "_test.go")})
		return err
	})
	if err != nil || len(files) < 50 {
		t.Fatalf("%d Go files found: %v", len(files), err)
	}
	return files
}

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The rules of the house. Each is a test, so that a change which breaks one says so, and why the rule is there.

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

package main

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
)

// TestEveryCodeIsShown looks for each code of the table at the end of a message that a script or a test expects, so
// that no code is dead and none is said that nobody has looked at; and for what scripts expect in the table.
func TestEveryCodeIsShown(t *testing.T) {
	inScripts, inTests := messages(t, ".txtar"), messages(t, "_test.go")
	for _, c := range diag.Codes {
		if inScripts[c.Name] == "" && inTests[c.Name] == "" {
			t.Errorf("no script or test shows a message with [%s]", c.Name)
		}
	}
	for code, name := range inScripts {
		if _, ok := diag.Lookup(code); !ok {
			t.Errorf("%s expects [%s], which is not in the table", name, code)
		}
	}
}

// message is what a build prints: a place, words, a code. In tests it may stand in quotes.
var message = regexp.MustCompile(`(?m)\w(?::\d+:\d+)?: .+ \[([a-z]+-[a-z0-9-]+)\](?:\\n.*|["` + "`" + `].*)?$`)

// messages finds the codes of the messages in the files below this folder, and a file for each. The tests of package
// diag are left out: they make messages up.
func messages(t *testing.T, ending string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ending) || strings.HasPrefix(name, "internal/diag/") {
			return err
		}
		src, err := os.ReadFile(name)
		for _, m := range message.FindAllStringSubmatch(string(src), -1) {
			found[m[1]] = name
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

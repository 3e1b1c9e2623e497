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
	scripts, tests := messages(t, ".txtar", inScript), messages(t, "_test.go", inTest)
	for _, c := range diag.Codes {
		if scripts[c.Name] == "" && tests[c.Name] == "" {
			t.Errorf("no script or test shows a message with [%s]", c.Name)
		}
	}
	for code, name := range scripts {
		if _, ok := diag.Lookup(code); !ok {
			t.Errorf("%s expects [%s], which is not in the table", name, code)
		}
	}
}

// What a build prints is a place, words and a code. Scripts may match it by a regular expression; tests may put the place
// before the words elsewhere.
var (
	inScript = regexp.MustCompile(`(?m)\w(?::\d+:\d+)?: .+ \\?\[([a-z]+-[a-z0-9-]+)\\?\](?:\$?')?$`)
	inTest   = regexp.MustCompile(`(?m)\w+ \w+.* \[([a-z]+-[a-z0-9-]+)\](?:$|\\n|["` + "`" + `])`)
)

// messages finds the codes of the messages in the files below this folder, and a file for each. The tests of package
// diag are left out: they make messages up.
func messages(t *testing.T, ending string, message *regexp.Regexp) map[string]string {
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

package catalog

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"psvsite/generator/internal/config"
)

// TestPluralRules holds the rules of languages with one to six forms against gettext, which works them out, and the forms
// that it chooses against x/text's.
func TestPluralRules(t *testing.T) {
	for code, want := range map[string]string{
		"en": "nplurals=2; plural=(n != 1);", "gu": "nplurals=2; plural=(n > 1);", "hi": "nplurals=2; plural=(n > 1);",
		"ta": "nplurals=2; plural=(n != 1);", "ja": "nplurals=1; plural=0;",
	} {
		if got := pluralsOf(config.Language{Code: code}).header(); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
	if got := pluralsOf(config.Language{Code: "kfr", LocaleFrom: "gu"}).header(); got != "nplurals=2; plural=(n > 1);" {
		t.Errorf("a language that takes its rules from Gujarati has %s", got)
	}
	for _, code := range []string{"gu", "ur", "ar", "ru", "pl", "sl", "lv", "cy", "ga"} {
		holdAgainstGettext(t, code)
	}
}

func holdAgainstGettext(t *testing.T, code string) {
	t.Helper()
	p := pluralsOf(config.Language{Code: code})
	dir := t.TempDir()
	po := fmt.Sprintf("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: %s\\n\"\n\nmsgid \"a\"\nmsgid_plural \"b\"\n", p.header())
	for i, name := range p.names {
		po += fmt.Sprintf("msgstr[%d] \"%s\"\n", i, name)
	}
	mo := filepath.Join(dir, "xx", "LC_MESSAGES", "site.mo")
	if err := os.MkdirAll(filepath.Dir(mo), 0o777); err != nil {
		t.Fatal(err)
	}
	make := exec.Command("msgfmt", "--check", "-o", mo, "-")
	make.Stdin = strings.NewReader(po)
	if out, err := make.CombinedOutput(); err != nil {
		t.Fatalf("%s: msgfmt (package gettext, see generator/browser.sh): %v\n%s%s", code, err, out, po)
	}
	for _, n := range []int{0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 14, 19, 20, 21, 22, 25, 99, 100, 101, 102, 103, 111, 112, 121, 1000} {
		ask := exec.Command("ngettext", "a", "b", fmt.Sprint(n))
		ask.Env = append(os.Environ(), "TEXTDOMAIN=site", "TEXTDOMAINDIR="+dir, "LANGUAGE=xx", "LC_ALL=C.UTF-8", "LANG=C.UTF-8")
		out, err := ask.Output()
		if err != nil {
			t.Fatal(err)
		}
		form := plural.Cardinal.MatchPlural(language.Make(code), n, 0, 0, 0, 0)
		for _, f := range forms {
			if f.form == form && f.name != strings.TrimSpace(string(out)) {
				t.Errorf("%s: gettext has %q for %d, CLDR %q by %s", code, out, n, f.name, p.header())
			}
		}
	}
}

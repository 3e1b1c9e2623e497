package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"psvsite/generator/internal/pdf"
)

// printed are pages of the real site, and words that readers of their PDFs must find.
var printed = map[string][]string{
	"en/roles/psv.pdf":         {"Peer support volunteer", "clinical staff", "minimum wage"},
	"gu/roles/psv.pdf":         {"સ્વયંસેવક", "રિકવરી", "ભૂમિકાનું", "જાત-અનુભવ"},
	"hi/roles/psv.pdf":         {"पीयर", "स्वयंसेवक", "भूमिका", "रिकवरी"},
	"gu/help.pdf":              {"કટોકટી", "મદદ", "ગુજરાતી"},
	"hi/help.pdf":              {"संकट", "तुरंत", "प्रशिक्षित"},
	"en/help.pdf":              {"112", "14416"},
	"en/help.handout.pdf":      nil,
	"gu/help.handout.pdf":      nil,
	"hi/help.handout.pdf":      nil,
	"en/roles/respect.pdf":     nil,
	"gu/roles/respect.pdf":     nil,
	"hi/roles/respect.pdf":     nil,
	"gu/training/practice.pdf": nil, // its plan links to steps whose ids have many letters
}

// TestPDF prints pages in three languages, twice, and reads the PDFs with poppler. With PDFS=DIR it reads those that stand
// there instead: make pdf prints them all.
func TestPDF(t *testing.T) {
	all := os.Getenv("PDFS")
	dirs := [2]string{all, all}
	for i := range dirs {
		if all != "" {
			break
		}
		dirs[i] = t.TempDir()
		var stdout, stderr bytes.Buffer
		if code := run([]string{"pdf", "-C", "..", "--out", dirs[i], "roles/psv", "roles/respect", "help", "handouts/home", "recruitment/poster", "training/practice"}, &stdout, &stderr); code != 0 || stderr.Len() > 0 {
			t.Fatalf("exit status %d\n%s", code, &stderr)
		}
	}
	for name, s := range slips {
		if text := poppler(t, "pdftotext", filepath.Join(dirs[0], name), "-"); strings.Count(text, s.word) != s.count {
			t.Errorf("%s: %d times %q, not %d", name, strings.Count(text, s.word), s.word, s.count)
		}
	}
	for name, words := range printed {
		text := poppler(t, "pdftotext", filepath.Join(dirs[0], name), "-")
		for _, word := range words {
			if !strings.Contains(text, word) {
				t.Errorf("%s: pdftotext does not find %q in\n%.2000s", name, word, text)
			}
		}
	}
	names, sides := pdfsIn(t, dirs[0]), 0
	for _, name := range names {
		sides += checkPDF(t, name, dirs)
	}
	t.Logf("%d PDFs, %d sides", len(names), sides)
	if len(names) < len(printed) {
		t.Errorf("only %d PDFs", len(names))
	}
}

func pdfsIn(t *testing.T, dir string) (names []string) {
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".pdf") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// titleOf is the title of a PDF without the name of the site.
func titleOf(info string) string {
	_, title, _ := strings.Cut(info, "Title:")
	title, _, _ = strings.Cut(title, "\n")
	title, _, _ = strings.Cut(title, " · ")
	return strings.TrimSpace(title)
}

// squeezed is text without spaces: a PDF breaks lines where it will.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// checkPDF holds one PDF against what all must be, and says how many sides it has.
func checkPDF(t *testing.T, name string, dirs [2]string) int {
	file, lang := filepath.Join(dirs[0], name), name[:2]
	data, err := os.ReadFile(file)
	again, err2 := os.ReadFile(filepath.Join(dirs[1], name))
	if err != nil || err2 != nil {
		t.Errorf("%v, %v", err, err2)
		return 0
	}
	if !bytes.Equal(data, again) {
		t.Errorf("%s: printed twice, it differs", name)
	}
	for _, word := range []string{"file:///", dirs[0], os.TempDir()} {
		if bytes.Contains(data, []byte(word)) {
			t.Errorf("%s: it holds %s of the machine", name, word)
		}
	}
	checkFonts(t, name, file)
	info := poppler(t, "pdfinfo", file)
	if !strings.Contains(info, "Tagged:          yes") || !strings.Contains(info, "(A4)") && !strings.Contains(info, "(A5)") {
		t.Errorf("%s: not tagged, or neither A4 nor A5:\n%s", name, info)
	}
	if !bytes.Contains(data, []byte("/Lang ("+lang+")")) || !bytes.Contains(data, []byte("/Type /Outlines")) {
		t.Errorf("%s: it says no language %s, or has no outline", name, lang)
	}
	text := poppler(t, "pdftotext", file, "-")
	if title := titleOf(info); title == "" || !strings.Contains(squeezed(text), squeezed(title)) {
		t.Errorf("%s: pdftotext does not find its title %q in\n%.500s", name, title, text)
	}
	return pdf.Pages(data)
}

// slips are words of notes that a sheet holds several times, and how often.
var slips = map[string]struct {
	word  string
	count int
}{
	"en/recruitment/poster.pdf":    {"Volunteer:", 8},
	"hi/handouts/home.handout.pdf": {"181", 6},
	"gu/handouts/home.handout.pdf": {"181", 6},
	"en/handouts/home.handout.pdf": {"Health camp dates", 6},
}

// checkFonts demands that every font is embedded, can be searched, and came from us.
func checkFonts(t *testing.T, name, file string) {
	rows := strings.Split(strings.TrimSpace(poppler(t, "pdffonts", file)), "\n")
	if len(rows) < 3 {
		t.Errorf("%s: no font", name)
	}
	for _, row := range rows[min(2, len(rows)):] {
		if f := strings.Fields(row); strings.Contains(row, "Type 3") || !strings.Contains(row, "yes yes yes") || !strings.Contains(f[0], "+Noto") {
			t.Errorf("%s: a font that is not embedded, of Type 3 or not ours: %s", name, row)
		}
	}
}

// poppler runs one of poppler's programs, which make browser installs.
func poppler(t *testing.T, program string, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c := exec.Command(program, args...)
	c.Stdout, c.Stderr = &stdout, &stderr
	if err := c.Run(); err != nil || stderr.Len() > 0 {
		t.Fatalf("%s %v: %v\n%.500s", program, args, err, stderr.String())
	}
	return stdout.String()
}

// TestPDFWithoutBrowser demands exit status 3 and what to do.
func TestPDFWithoutBrowser(t *testing.T) {
	t.Setenv("CHROME_PATH", "")
	t.Setenv("PATH", t.TempDir())
	var stdout, stderr bytes.Buffer
	if code := run([]string{"pdf", "-C", "..", "--out", t.TempDir(), "help"}, &stdout, &stderr); code != exitWorld {
		t.Errorf("exit status %d", code)
	}
	if want := "psvsite: no browser is found: install chromium, or set CHROME_PATH\n"; stderr.String() != want {
		t.Errorf("it says %q", &stderr)
	}
}

// TestPDFRefuses shows how pages and languages that are not there are answered.
func TestPDFRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		`psvsite: no page "roles/psw" is meant for paper` + "\n    hint: did you mean \"roles/psv\"?\n": {"roles/psw"},
		`psvsite: the site has no language "fr"` + "\n    hint: languages: en, gu, hi\n":                {"--lang", "fr"},
		`psvsite: there is no pack "bindr"` + "\n    hint: ":                                            {"--pack", "bindr"},
	} {
		var stdout, stderr bytes.Buffer
		if code := run(append([]string{"pdf", "-C", ".."}, args...), &stdout, &stderr); code != exitUsage {
			t.Errorf("%v: exit status %d", args, code)
		}
		if !strings.HasPrefix(stderr.String(), want) {
			t.Errorf("%v: it says %q", args, &stderr)
		}
	}
}

package browsertest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/chrome"
)

// reader is somebody who fills in a page of the real site, opened from a folder.
type reader struct {
	*testing.T
	*chrome.Tab
	home string
}

func newReader(t *testing.T) *reader {
	dir, _ := write(t, "../..")
	r := &reader{t, start(t, 1)[0], "file://" + dir + "/"}
	r.must(r.Size(laptop.width, laptop.height, false))
	return r
}

func (r *reader) must(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

// do runs a statement in the page.
func (r *reader) do(format string, args ...any) {
	r.Helper()
	r.must(r.Eval(fmt.Sprintf("(() => { %s; return true })()", fmt.Sprintf(format, args...)), new(bool)))
}

// until waits for an expression to be true in the page.
func (r *reader) until(expression string) {
	r.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		var yes bool
		if err := r.Eval("!!("+expression+")", &yes); yes {
			return
		} else if time.Now().After(end) {
			r.Fatalf("never true: %s %v", expression, err)
		}
	}
}

// fill opens a page and its bar.
func (r *reader) fill(page string) {
	r.Helper()
	r.must(r.Open(r.home+page, r.home))
	r.do(`document.querySelector("[data-use=fill]").click()`)
	r.until(`document.querySelector(".filler [name=hospital]")`)
}

// set types into a field of the bar.
func (r *reader) set(name, value string) {
	r.Helper()
	r.do(`const f = document.querySelector(".filler [name=%s]"); f.value = %q; f.dispatchEvent(new Event("input", {bubbles: true}))`, name, value)
}

// sides prints the page and returns the text of each side.
func (r *reader) sides() []string {
	r.Helper()
	data, err := r.PDF()
	r.must(err)
	file := filepath.Join(r.TempDir(), "printed.pdf")
	r.must(os.WriteFile(file, data, 0o666))
	text, err := exec.Command("pdftotext", file, "-").Output()
	r.must(err)
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}

// nothingKept demands that the page has stored nothing, of any kind, and asked nobody for anything.
func (r *reader) nothingKept() {
	r.Helper()
	var kept string
	r.must(r.Await(`(async () => [localStorage.length, sessionStorage.length, document.cookie.length,
		(await indexedDB.databases()).length, (await caches.keys()).length].join())()`, &kept))
	if kept != "0,0,0,0,0" {
		r.Errorf("stored (local, session, cookies, databases, caches): %s", kept)
	}
	for _, fault := range r.Faults() {
		r.Error(fault)
	}
}

// TestCopies fills in a role description in Gujarati for twelve volunteers of a hospital, with a logo, from a folder.
func TestCopies(t *testing.T) {
	r := newReader(t)
	r.fill("gu/roles/psv.html")
	r.set("hospital", "સરકારી હૉસ્પિટલ")
	r.set("phone", "0123 456")
	var names []string
	for i := range 12 {
		names = append(names, fmt.Sprintf("Volunteer-%c", 'A'+i))
	}
	r.set("names", strings.Join(names, "\n")+"\n\n")
	r.must(r.Await(`new Promise(done => {
		const c = document.createElement("canvas"); c.width = c.height = 40; c.getContext("2d").fillRect(0, 0, 40, 40);
		c.toBlob(b => { const d = new DataTransfer(); d.items.add(new File([b], "logo.png", {type: "image/png"}));
			const f = document.querySelector(".filler [name=logo]"); f.files = d.files; f.dispatchEvent(new Event("change", {bubbles: true})); done(true) }) })`, new(bool)))
	r.until(`document.querySelector(".filler [role=status]").textContent`)
	sides := r.sides()
	if len(sides) != len(names) {
		t.Fatalf("twelve names give %d sides", len(sides))
	}
	for i, name := range names {
		if !strings.Contains(sides[i], name) || !strings.Contains(sides[i], "સરકારી") || !strings.Contains(sides[i], "0123 456") {
			t.Errorf("side %d lacks %s or the hospital:\n%.300s", i+1, name, sides[i])
		}
	}
	r.until(`!document.getElementById("page.copies")`)
	r.set("names", "")
	r.do(`document.querySelector(".filler [name=letterhead]").click()`)
	if sides := r.sides(); strings.Contains(sides[0], "સરકારી હૉસ્પિટલ") {
		t.Error("on a letterhead the hospital is printed too")
	}
	r.nothingKept()
}

// TestChangedText: text that was changed says so at its foot.
func TestChangedText(t *testing.T) {
	r := newReader(t)
	r.fill("en/roles/psv.html")
	const note = "this is not the checked text"
	if sides := strings.Join(r.sides(), ""); strings.Contains(sides, note) || strings.Contains(sides, "Ward phone") {
		t.Errorf("text that nobody changed says that it was, or the bar is printed:\n%s", sides)
	}
	r.do(`document.querySelector(".filler [name=change]").click(); const p = document.querySelector(".text p");
		getSelection().selectAllChildren(p); document.execCommand("insertText", false, "Words of our own.")`)
	if sides := strings.Join(r.sides(), ""); !strings.Contains(sides, "Words of our own.") || !strings.Contains(sides, note) {
		t.Errorf("changed text prints as\n%s", sides)
	}
	r.nothingKept()
}

// TestPosterSlips: whom to ask, typed once, stands on every slip; other sheets do not ask for it.
func TestPosterSlips(t *testing.T) {
	r := newReader(t)
	r.fill("gu/recruitment/poster.html")
	r.set("person", "Person-A")
	r.set("personphone", "0123 456")
	if side := r.sides()[0]; strings.Count(side, "Person-A") != 8 || strings.Count(side, "0123 456") != 8 {
		t.Errorf("the poster does not print whom to ask on its eight slips:\n%s", side)
	}
	r.fill("gu/roles/psv.html")
	r.until(`document.querySelector(".filler [name=hospital]").checkVisibility() && !document.querySelector(".filler [name=person]").checkVisibility()`)
	r.nothingKept()
}

// TestFillInAFile fills in two sheets of a file that holds a language: each has the bar where it is asked for, prints its
// own copies, and large; a page that nobody filled in prints as it is.
func TestFillInAFile(t *testing.T) {
	r := &reader{t, start(t, 1)[0], ""}
	r.must(r.Size(laptop.width, laptop.height, false))
	page := func(id string) {
		r.do(`location.hash = %q`, id)
		r.until(fmt.Sprintf(`document.getElementById(%q).checkVisibility()`, id))
	}
	fill := func(id string) {
		page(id)
		r.do(`document.getElementById(%q).querySelector("[data-use=fill]").click()`, id)
		r.until(fmt.Sprintf(`document.querySelector(".filler") && document.querySelector(".filler").checkVisibility() && document.querySelector(".filler").closest(".p").id === %q`, id))
	}
	for name, data := range copies(t, build.Bundles{Single: true, Lang: "gu"}) {
		address := alone(t, name, data)
		r.must(r.Open(address, address))
		fill("roles/psv")
		r.set("hospital", "Hospital-A")
		r.set("names", "Volunteer-A\nVolunteer-B")
		if sides := r.sides(); len(sides) != 2 || !strings.Contains(sides[0], "Volunteer-A") || !strings.Contains(sides[1], "Volunteer-B") || !strings.Contains(sides[1], "Hospital-A") {
			t.Errorf("two names print as\n%s", strings.Join(sides, "\f"))
		}
		page("roles/supervisor")
		if sides := r.sides(); len(sides) != 1 || strings.Contains(sides[0], "Volunteer-A") {
			t.Errorf("another page prints as\n%s", strings.Join(sides, "\f"))
		}
		fill("recruitment/poster")
		r.set("person", "Person-A")
		if sides := r.sides(); strings.Contains(sides[0], "Hospital-A") || strings.Count(sides[0], "Person-A") != 8 {
			t.Errorf("the poster prints as\n%s", strings.Join(sides, "\f"))
		}
		page("roles/psv.page.large")
		if sides := r.sides(); len(sides) < 3 || strings.Contains(sides[0], "Volunteer-A") {
			t.Errorf("large print has %d sides", len(sides))
		}
		r.nothingKept()
	}
}

// TestOwnFile fills in a plan, saves it as a file, finds nothing of it after opening the page again, and opens the file.
func TestOwnFile(t *testing.T) {
	r := newReader(t)
	r.fill("en/recovery-plan/crisis.html")
	const words = "Quiet </script><b>tea</b> & \"song\", ચા"
	r.do(`const f = document.querySelector(".text textarea"); f.value = %q; document.querySelector(".text input[type=checkbox]").checked = true`, words)
	r.do(`URL.createObjectURL = b => { window.saved = b; return "#" }; document.querySelector(".filler [value=save]").click()`)
	var file string
	r.must(r.Await(`window.saved.text()`, &file))
	if !strings.Contains(file, "Quiet &lt;/script&gt;&lt;b&gt;tea&lt;/b&gt; &amp; \"song\", ચા</p>") {
		t.Errorf("the file cannot be read by itself:\n%s", file)
	}
	r.nothingKept()

	r.fill("en/recovery-plan/crisis.html")
	var left bool
	r.must(r.Eval(`[...document.querySelectorAll(".text textarea")].some(f => f.value) || !!document.querySelector(".text :checked")`, &left))
	if left {
		t.Error("what was written is still there after the page was opened anew")
	}
	r.open(file)
	r.until(fmt.Sprintf(`document.querySelector(".text textarea").value === %q && document.querySelector(".text input[type=checkbox]").checked`, words))
	r.open("<p>something else</p>")
	r.until(`document.querySelector(".filler [role=status]").textContent.includes("no file that was saved here")`)
	r.fill("en/recovery-plan/wellness.html")
	r.open(file)
	r.until(`document.querySelector(".filler [role=status]").textContent.includes("another page")`)
	r.nothingKept()
}

// open gives a file to the bar.
func (r *reader) open(html string) {
	r.Helper()
	r.do(`const d = new DataTransfer(); d.items.add(new File([%q], "my-page.html", {type: "text/html"}));
		const f = document.querySelector(".filler [name=mine]"); f.files = d.files; f.dispatchEvent(new Event("change", {bubbles: true}))`, html)
}

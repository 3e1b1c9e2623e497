package browsertest

import (
	"strings"
	"testing"
)

// TestLeave: a page that its reader may have to leave at once goes blank, drops what was typed and gives its place in the
// history to the next page: by the button, and by Shift three times; while it is hidden it is blank. A plan that is filled
// in has a title that says no more than that.
func TestLeave(t *testing.T) {
	r := newReader(t)
	for name, leave := range map[string]string{
		"button": `document.querySelector(".leave").click()`,
		"keys":   `for (let i = 0; i < 3; i++) dispatchEvent(new KeyboardEvent("keydown", {key: "Shift"}))`,
	} {
		r.must(r.Open(r.home+"en/index.html", r.home))
		r.must(r.Open(r.home+"en/recovery-plan/crisis.html", r.home))
		r.do(`psv.use("leave", () => { window.ready = true })`)
		r.until(`window.ready`)
		var address string
		r.must(r.Eval(`document.querySelector(".leave").href`, &address))
		if !strings.HasPrefix(address, "https://") {
			t.Errorf("without scripts the button leads to %s", address)
		}
		// The neutral page is out of reach here; a page of the site stands for it. It stays away until the page is blank.
		r.do(`document.querySelector(".leave").href = new URL("../../report.html", location)`)
		r.do(`document.querySelector("textarea").value = "mine"`)
		r.do(`document.querySelector("textarea").dispatchEvent(new Event("input", {bubbles: true}))`)
		r.until(`document.title === "My plan"`)
		r.until(`document.body.getClientRects().length`)
		if name == "keys" {
			r.do(`for (const key of ["Shift", "Shift", "A", "Shift"]) dispatchEvent(new KeyboardEvent("keydown", {key}))`)
			r.do(`dispatchEvent(new KeyboardEvent("keydown", {key: "B"}))`)
			r.until(`!document.body.hidden`)
		}
		r.do(`addEventListener("pagehide", () => { localStorage.saw = [document.body.hidden, document.title.trim(), document.querySelector("textarea").value].join("|") })`)
		r.do("setTimeout(() => { %s })", leave) // an answer that comes after the page has gone is a fault of the browser's wire
		r.until(`/report.html$/.test(location)`)
		var saw string
		r.must(r.Eval("localStorage.saw", &saw))
		if saw != "true||" {
			t.Errorf("%s: on leaving the page was not blank: %q", name, saw)
		}
		r.do(`setTimeout(() => history.back())`)
		r.until(`/en.index.html$/.test(location)`)
	}
	r.must(r.Open(r.home+"en/handouts/home.html", r.home))
	r.do(`psv.use("leave", () => { window.ready = true })`)
	r.until(`window.ready`)
	r.do(`Object.defineProperty(document, "hidden", {value: true, configurable: true}); document.dispatchEvent(new Event("visibilitychange"))`)
	r.until(`document.body.hidden && !document.body.getClientRects().length`)
	r.do(`Object.defineProperty(document, "hidden", {value: false}); document.dispatchEvent(new Event("visibilitychange"))`)
	r.until(`!document.body.hidden`)
	var title string
	r.must(r.Eval("document.title", &title))
	if title != "Home and family" {
		t.Errorf("the title is %q", title)
	}
	for _, page := range []string{"gu/help.html", "hi/handouts/rights-card.html"} { // anybody's, but not for everybody's eyes
		r.must(r.Open(r.home+page, r.home))
		r.until(`document.querySelector(".leave:not([data-title])") && document.querySelector("script[src$='leave.js']")`)
	}
	r.must(r.Open(r.home+"en/glossary.html", r.home))
	var brought bool
	r.must(r.Eval(`!!document.querySelector("script[src$='leave.js'], .leave")`, &brought))
	if brought {
		t.Error("a page that nobody has to leave brings the script in")
	}
	for _, fault := range r.Faults() {
		t.Error(fault)
	}
}

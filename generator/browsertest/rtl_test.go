package browsertest

import (
	"testing"
	"testing/fstest"
)

const session = "---\ntitle: اچھی طرح سننا\nsummary: سننے کی مشق۔\ntype: session\nminutes: 10\nneeds: [clinician]\nobjectives: [سننا]\n---\n\n" +
	"## پہلا قدم {minutes=10 method=do}\n\n::: slide\n### سنیں\n- خاموش رہیں\n:::\n\n::: say\nآپ نے کیا دیکھا؟\n:::\n\n" +
	"::: activity {minutes=5 group=pairs priority=must}\nدو دو میں۔\n:::\n\n::: safety\nعملے کو بتائیں۔\n:::\n\n::: check\n- پانی\n:::\n\n| الف | ب |\n|---|---|\n| ایک | دو |\n"

// others are pages of four more types, in Urdu.
var others = map[string]string{
	"role":     "---\ntitle: رضاکار\nsummary: کردار۔\ntype: role\n---\n\n## کام\n\n- سننا\n- ساتھ بیٹھنا\n\n## نام\n\n::: write {lines=1 label=\"نام\"}\n:::\n",
	"template": "---\ntitle: میرا منصوبہ\nsummary: اپنے الفاظ میں۔\ntype: template\nprint: {sheet: A4, pages: 1}\n---\n\n::: write {lines=2 label=\"کیا مدد کرتا ہے؟\"}\n:::\n\n::: check\n- چائے\n:::\n",
	"help":     "---\ntitle: مدد\nsummary: کسے فون کریں۔\ntype: help\n---\n\n## ابھی خطرہ ہے\n\n::: safety\n1. ساتھ رہیں۔\n2. عملے کو بتائیں۔\n:::\n",
	"handout":  "---\ntitle: کارڈ\nsummary: گھر لے جانے کے لیے۔\ntype: handout\nprint: {sheet: A5, pages: 2}\n---\n\n::: cards\n- **پہلا**\n- **دوسرا**\n:::\n\n| الف | ب |\n|---|---|\n| ایک | دو |\n",
}

// TestRightToLeft opens a session and pages of four more types in a right-to-left language: text begins at the right, the bar of a voice stands at
// the right, and nothing is wider than the window.
func TestRightToLeft(t *testing.T) {
	files := fstest.MapFS{
		"config.yaml":           {Data: []byte("title: A site\ndefault_language: ur\nlanguages: [{code: ur, name: اردو, dir: rtl}]\nparams: {}\n")},
		"content/ur/index.md":   {Data: []byte("---\ntitle: گھر\nsummary: شروع۔\ntype: home\n---\n\n[سننا](session.md), [رضاکار](role.md), [منصوبہ](template.md), [مدد](help.md), [کارڈ](handout.md)\n")},
		"content/ur/session.md": {Data: []byte(session)},
	}
	for name, text := range others {
		files["content/ur/"+name+".md"] = &fstest.MapFile{Data: []byte(text)}
	}
	dir := lay(t, files)
	tab, home := start(t, 1)[0], "file://"+dir+"/"
	for _, name := range []string{"role", "template", "help", "handout", "session"} {
		for _, fault := range check(tab, home+"ur/"+name+".html", home, []window{phone, laptop}) {
			t.Errorf("%s: %s", name, fault)
		}
		var right bool
		must(t, tab.Eval(`document.querySelector("h1").getBoundingClientRect().right > innerWidth / 2 && getComputedStyle(document.querySelector(".text")).direction === "rtl"`, &right))
		if !right {
			t.Errorf("%s: its text does not begin at the right", name)
		}
	}
	var place struct{ Title, Bar bool }
	err := tab.Eval(`(() => {
		const title = document.querySelector("h1").getBoundingClientRect(), say = getComputedStyle(document.querySelector(".say"))
		return {Title: title.right > innerWidth / 2, Bar: parseFloat(say.borderRightWidth) > parseFloat(say.borderLeftWidth)}
	})()`, &place)
	must(t, tab.Size(640, 360, true))
	must(t, tab.Eval("location.hash = '#slides'", new(string)))
	becomes(t, tab, "d.state.n", "0")
	must(t, tab.Press("ArrowLeft")) // on, in this direction
	becomes(t, tab, "d.state.n", "1")
	must(t, tab.Swipe(200, 180, 500, 190))
	becomes(t, tab, "d.state.n", "2")
	must(t, tab.Swipe(500, 180, 200, 190))
	must(t, tab.Press("ArrowRight"))
	becomes(t, tab, "d.state.n", "0")
	if err != nil || !place.Title || !place.Bar {
		t.Errorf("%v: title at the right %t, bar at the right %t", err, place.Title, place.Bar)
	}
}

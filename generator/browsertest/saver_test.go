package browsertest

import (
	"slices"
	"testing"
)

// savesData has a browser say that its reader saves data, as phones on a small contract do.
const savesData = `Object.defineProperty(navigator, "connection", {configurable: true, value: {saveData: true}});`

// TestSaver: for a reader who saves data nothing is fetched unasked: neither by a page that could go on with what was
// begun, nor by a worker, first or new. What the reader asks for is fetched, and sizes stand there before.
func TestSaver(t *testing.T) {
	w := newWorkshop(t)
	files := w.build()
	files["sw.js"] = append([]byte(savesData), files["sw.js"]...)
	server := serveSite(t, files)
	tab := start(t, 1)[0]
	if err := tab.Before(savesData); err != nil {
		t.Fatal(err)
	}
	r := &holder{t, tab, server}
	// ends waits for the end of an installing worker, and gives the state that it ends in.
	ends := func(begin, state string) {
		t.Helper()
		r.eval(`const to = await ` + begin + `, worker = to.installing || to.waiting || to.active;
			await new Promise(done => { const look = () => /redundant|activated|installed/.test(worker.state) && done(); worker.onstatechange = look; look() });
			window.ended = worker.state`)
		r.until(`window.ended === "` + state + `"`)
	}
	untouched := func(when string) {
		t.Helper()
		asked, _ := server.requests()
		if i := slices.IndexFunc(asked, func(file string) bool { return !ofPage(file) }); i >= 0 {
			t.Errorf("%s %s is fetched", when, asked[i])
		}
	}

	r.open("gu/share.html")
	r.said("saver")
	r.until(`/[1-9]/.test(document.querySelector('[for="keep.gu"] small').textContent)`)
	r.eval(`(await caches.open("psv " + psv.root)).put(psv.root + "keep", new Response(JSON.stringify({groups: ["gu"]})))`)
	server.set(func() {})
	r.open("gu/share.html") // something was begun once
	r.said("saver")
	ends(`navigator.serviceWorker.register("../sw.js")`, "redundant")
	untouched("unasked")

	r.touch("keep")
	r.said("whole")
	if asked, _ := server.requests(); !slices.Contains(asked, "gu/help.html") {
		t.Errorf("asked, %q are fetched", asked)
	}

	// A new version comes when the reader's yes is two days old.
	w.edit("content/gu/help.md", "112 કે 1234567")
	next := w.build()
	next["sw.js"] = append([]byte(savesData), next["sw.js"]...)
	r.eval(`(await caches.open("psv " + psv.root)).put(psv.root + "keep", new Response(JSON.stringify({groups: ["gu"], asked: Date.now() - 2 * 864e5})))`)
	server.set(func() { server.files = next })
	ends(`navigator.serviceWorker.getRegistration().then(r => r.update())`, "redundant")
	untouched("by a new worker, unasked,")
	r.touch("update")
	r.until(`navigator.serviceWorker.getRegistration().then && !!document.querySelector("main > [role=status] button")`)
	if asked, _ := server.requests(); !slices.Contains(asked, "gu/help.html") {
		t.Errorf("the new version, asked for, fetches %q", asked)
	}
}

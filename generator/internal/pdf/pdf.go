// Package pdf prints pages of a built site, and makes equal bytes of equal pages.
//
// In: a tab of a browser, the address of a page, where its site stands on disk and on the web, the date of the release.
// Out: the page as a PDF: tagged, with an outline, in fonts of its own. It never asks the clock, and nothing of the machine
// that prints stands in a PDF: no font, no path, no hour.
package pdf

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"psvsite/generator/internal/chrome"
)

// Printer prints pages in one tab.
type Printer struct {
	Tab  *chrome.Tab
	Home string // the address of the folder of the site: file:///…/, with a slash at its end
	Base string // the address of the site on the web, or empty: links to pages outside of a PDF lead there, or nowhere
	Date string // 2026-11-23, of the release: the date that every PDF carries
}

// Open makes a tab ready to print. The site's own policy forbids fonts and styles from elsewhere, and ours are.
func Open(b *chrome.Browser) (*chrome.Tab, error) {
	tab, err := b.NewTab()
	if err != nil {
		return nil, err
	}
	return tab, errors.Join(tab.Scheme("light"), tab.Unguarded())
}

// Print prints a page of the site, by its path in it: gu/help.html. A contents list whose links carry data-page-of gets the
// numbers of the pages that they lead to, which only a second printing can know.
func (p *Printer) Print(path string) ([]byte, error) {
	data, err := p.print(path)
	if err != nil {
		return nil, fmt.Errorf("print %s: %w", path, err)
	}
	return Stamp(data, p.Date), nil
}

func (p *Printer) print(path string) ([]byte, error) {
	if err := p.Tab.Open(p.Home+path, p.Home); err != nil {
		return nil, err
	}
	var numbered bool
	call := fmt.Sprintf(prepare, quote(fontFaces()), quote(p.Home), quote(base(p.Base)), quote(path))
	if err := p.Tab.Await(call, &numbered); err != nil {
		return nil, err
	}
	data, err := p.Tab.PDF()
	if err != nil || !numbered {
		return data, err
	}
	if err := p.Tab.Eval(fmt.Sprintf(number, quote(Destinations(data))), new(bool)); err != nil {
		return nil, err
	}
	return p.Tab.PDF()
}

func base(address string) string {
	if address == "" {
		return ""
	}
	return strings.TrimSuffix(address, "/") + "/"
}

// quote writes a value as JavaScript.
func quote(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic("pdf: " + err.Error()) // strings and maps of numbers are always JSON
	}
	return string(b)
}

// prepare sets the fonts, loads every picture, and turns links that lead out of the page to the web, or into text. Places
// that links of the page lead to get short names: a name in a PDF holds 127 bytes (ISO 32000-1, annex C), which are 42
// letters of Gujarati. It answers whether the page has numbers to fill in.
const prepare = `(async (faces, home, base, path) => {
	const style = document.createElement("style");
	style.textContent = faces;
	document.head.append(style);
	const here = new URL(path, home).href;
	const places = new Map(Array.from(document.querySelectorAll("[id]"), e => [e.id, e]));
	let n = 0;
	for (const a of document.querySelectorAll("a[href]")) {
		if (!a.href.startsWith("file:")) continue;
		const place = a.href.startsWith(here + "#") && places.get(decodeURIComponent(a.hash.slice(1)));
		if (place) {
			if (/[^ -~]/.test(place.id)) place.id = "to." + ++n;
			a.hash = place.id;
		} else if (!a.href.startsWith(here + "#")) {
			if (base) a.href = base + a.href.slice(home.length);
			else a.removeAttribute("href");
		}
	}
	for (const e of document.querySelectorAll("[data-page-of]")) e.dataset.pageOf = places.get(e.dataset.pageOf)?.id || "";
	await Promise.all(Array.from(document.images, i => { i.loading = "eager"; return i.decode() }));
	for (const face of document.fonts) await face.load();
	await document.fonts.ready;
	return document.querySelector("[data-page-of]") !== null;
})(%s, %s, %s, %s)`

// number writes the numbers of pages, by the ids that stand on them.
const number = `(pages => {
	for (const e of document.querySelectorAll("[data-page-of]")) e.textContent = pages[e.dataset.pageOf] || "";
	return true;
})(%s)`

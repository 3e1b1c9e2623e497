package fit

import (
	"errors"

	"psvsite/generator/internal/chrome"
)

// textWidth is how wide the text of an A4 is that is printed with the margins of print.css, in pixels: 178 mm.
const textWidth = 673

// cut says how the first part of a fixed size begins that holds more than it shows. Two pixels are rounding.
const cut = `(() => {
	const small = b => b.scrollHeight > b.clientHeight + 2 || b.scrollWidth > b.clientWidth + 2;
	const first = [...document.querySelectorAll(".leaf, .cutouts li > div, .slips > div")].find(small);
	return first ? first.textContent.trim().replace(/\s+/g, " ").slice(0, 40) : "";
})()`

// firstCut is how the first card, leaf or slip of a page begins that is cut off on paper, or empty.
func firstCut(tab *chrome.Tab) (begins string, err error) {
	err = errors.Join(tab.Medium("print"), tab.Eval(cut, &begins), tab.Medium(""))
	return begins, err
}

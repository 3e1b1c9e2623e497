package render

import (
	"bytes"
	"html/template"
	"strings"
)

// The shape of a pictogram stands between these, so that share finds it.
const (
	shapeOpen  = `<g id="i.`
	shapeClose = `</g></svg>`
)

// pictogram is an icon as it stands in a page. Its size and stroke are those of a page without styles.
func pictogram(name string, svg []byte) template.HTML {
	s := string(Minify("image/svg+xml", svg))
	from, to := strings.Index(s, ">"), strings.LastIndex(s, "</svg>")
	if from < 0 || to < from {
		return ""
	}
	return template.HTML(`<svg class="i" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" aria-hidden="true">` +
		shapeOpen + name + `">` + strings.TrimSpace(s[from+1:to]) + shapeClose)
}

// share draws each pictogram of a page once: where it stands again, it refers to the first, which takes a fifth off the
// bytes of a session. The reference stays within the page, since one into another file does not load over file://.
func share(page []byte) []byte {
	out := make([]byte, 0, len(page))
	drawn := map[string]bool{}
	for {
		before, rest, found := bytes.Cut(page, []byte(shapeOpen))
		out = append(out, before...)
		name, _, whole := bytes.Cut(rest, []byte(`">`))
		_, after, closed := bytes.Cut(rest, []byte(shapeClose))
		switch {
		case !found:
			return out
		case whole && closed && drawn[string(name)]:
			out = append(append(append(out, `<use href="#i.`...), name...), `"/></svg>`...)
			page = after
		default:
			drawn[string(name)] = true
			out = append(out, shapeOpen...)
			page = rest
		}
	}
}

package source

import (
	"path"
	"slices"
	"strings"
)

// badSegment says why a part of a path is not carried everywhere: by web servers, Windows, memory cards, a zip. more
// are the signs that it may hold besides letters, digits and -.
func badSegment(s, more string) string {
	stem, _, _ := strings.Cut(s, ".")
	switch {
	case strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-"+more) != "":
		return "may hold only a-z, 0-9 and " + strings.Join(strings.Split("-"+more, ""), " ")
	case stem == "":
		return "is no name"
	case slices.Contains([]string{"con", "prn", "aux", "nul"}, stem), isPort(stem):
		return "is a device on Windows and cannot be a file there"
	}
	return ""
}

// isPort reports whether a name is com1 … com9 or lpt1 … lpt9.
func isPort(s string) bool {
	digit, found := strings.CutPrefix(strings.Replace(s, "lpt", "com", 1), "com")
	return found && len(digit) == 1 && digit[0] >= '1' && digit[0] <= '9'
}

// own are the files that the site writes beside the language folders.
var own = []string{
	"index.html", "404.html", "sitemap.xml", "robots.txt", "sw.js", "sw-off.js", "manifest.webmanifest", "report.html", "report.json",
}

// refused reports a static file that cannot be carried, or would lie where the site writes itself.
func (l *loader) refused(f File) bool {
	if path.Base(f.Path) == "README.md" {
		return false
	}
	first, _, deeper := strings.Cut(f.Path, "/")
	if deeper && slices.Contains(l.languages, first) || slices.Contains(own, f.Path) {
		l.fault("path-reserved", f.Name, "choose another name", "%q is a path the site uses itself", f.Path)
		return true
	}
	for _, segment := range strings.Split(f.Path, "/") {
		if why := badSegment(segment, "._"); why != "" {
			l.fault("path-letters", f.Name, "rename it", "%q %s", segment, why)
			return true
		}
	}
	return false
}

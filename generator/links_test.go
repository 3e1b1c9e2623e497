package main

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// checkLinks follows every link of a page. All but what a reader may choose to follow must be a file of the site,
// named from the page it stands on: the first law.
func checkLinks(s *builtSite, p *htmlPage, say sayer) {
	for _, e := range p.elements {
		for _, name := range []string{"href", "src", "poster", "data", "cite", "background", "xlink:href"} {
			if to, there := e.attrs[name]; there && !s.own(p, e, to) {
				s.follow(p.name, to, e.name == "a", say)
			}
		}
		if _, there := e.attrs["srcset"]; there {
			say("a source set: %q", e.attrs["srcset"])
		}
	}
}

// own reports whether a link is one of the few that name the site by its address: for search engines, and on the page
// for addresses that do not exist, which is served at any depth.
func (s *builtSite) own(p *htmlPage, e *htmlElement, to string) bool {
	rel := e.attrs["rel"]
	if s.base == "" || e.name != "link" && p.name != "404.html" || e.name == "link" && rel != "canonical" && rel != "alternate" {
		return false
	}
	file, found := strings.CutPrefix(to, s.base+"/")
	return found && s.files[file] != nil
}

// follow checks one link. outside: it may lead out of the site.
func (s *builtSite) follow(from, link string, outside bool, say sayer) {
	u, err := url.Parse(link)
	switch {
	case err != nil:
		say("link %q: %v", link, err)
	case s.base != "" && strings.HasPrefix(link, s.base):
		say("link %q names the site's own page by its address", link)
	case u.Scheme != "" && !(outside && goodScheme(u)):
		say("link %q leaves the site", link)
	case u.Scheme != "":
	case u.Host != "" || strings.HasPrefix(u.Path, "/") || strings.Contains(u.Path, `\`) || u.RawQuery != "" || link == "":
		say("link %q is not relative, or is not to a file", link)
	default:
		s.find(from, link, u, say)
	}
}

var digits = regexp.MustCompile(`^\+?[0-9]{3,15}$`)

func goodScheme(u *url.URL) bool {
	switch u.Scheme {
	case "https":
		return u.Host != ""
	case "tel", "sms":
		return digits.MatchString(u.Opaque)
	}
	return u.Scheme == "mailto" && strings.Contains(u.Opaque, "@")
}

func (s *builtSite) find(from, link string, u *url.URL, say sayer) {
	to := from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	if s.files[to] == nil || strings.HasSuffix(u.Path, "/") {
		say("link %q: there is no file %s", link, to)
		return
	}
	if id := u.Fragment; id != "" && (s.pages[to] == nil || s.pages[to].ids[id] == 0) {
		say("link %q: %s has no id %q", link, to, id)
	} else if id == "" && strings.Contains(link, "#") {
		say("link %q has an empty anchor", link)
	}
}

var (
	cssURL    = regexp.MustCompile(`url\(\s*["']?([^"')]*)`)
	cssOthers = regexp.MustCompile(`@import|expression\(|-moz-binding`)
)

func checkCSS(s *builtSite, name string, say sayer) {
	for _, found := range cssURL.FindAllSubmatch(s.files[name], -1) {
		if to := string(found[1]); !strings.HasPrefix(to, "data:image/svg+xml") {
			s.follow(name, to, false, say)
		}
	}
	for _, found := range cssOthers.FindAll(s.files[name], -1) {
		say("%s in a style sheet", found)
	}
}

// sitemapURLs lists the addresses of sitemap.xml.
func sitemapURLs(data []byte) []string {
	var list []string
	for _, found := range regexp.MustCompile(`(?:<loc>|href=")([^<"]*)`).FindAllSubmatch(data, -1) {
		list = append(list, string(found[1]))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

package devserver

import (
	"bytes"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"psvsite/generator/internal/output"
)

// reserved is the folder of what the server itself adds. No page can have such an address.
const reserved = ".psvsite/"

// ServeHTTP answers with a file of the site, or what stands for it.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	name := strings.TrimPrefix(r.URL.Path, "/")
	switch {
	case !allowed(r):
		http.Error(w, "this server answers to 127.0.0.1 and localhost only", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "this server only shows pages", http.StatusMethodNotAllowed)
	case name == reserved+"events":
		s.events(w, r)
	case strings.HasPrefix(name, reserved):
		send(w, r, output.File{Path: name, Data: assets[strings.TrimPrefix(name, reserved)]})
	default:
		s.site(w, r, name)
	}
}

// site answers with a file of the site. Before the first build it waits for that.
func (s *server) site(w http.ResponseWriter, r *http.Request, name string) {
	now, next := s.board.get()
	for now == nil {
		select {
		case <-next:
			now, next = s.board.get()
		case <-r.Context().Done():
			return
		}
	}
	f, ok := now.file(name)
	switch {
	case !now.good:
		say(w, http.StatusServiceUnavailable, now.noSite())
	case ok && path.Ext(name) == ".html":
		send(w, r, output.File{Path: name, Data: dress(f.Data, now.mark(name))})
	case ok:
		send(w, r, f)
	default:
		if to, ok := now.meant(name); ok {
			target := url.URL{Path: "/" + to, RawQuery: r.URL.RawQuery}
			http.Redirect(w, r, target.String(), http.StatusFound)
			return
		}
		say(w, http.StatusNotFound, now.notFound(name))
	}
}

// meant is the page that the address of a folder stands for: its index.html, or the page of that name.
func (s *shown) meant(name string) (string, bool) {
	dir := strings.TrimSuffix(name, "/")
	for _, to := range []string{path.Join(dir, "index.html"), dir + ".html"} {
		if _, ok := s.file(to); ok {
			return to, true
		}
	}
	return "", false
}

// types are the kinds of files a site has. The system's own list is not asked: on Windows any program may change it.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".xml": "application/xml", ".json": "application/json",
	".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
	".jpeg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif", ".gif": "image/gif", ".ico": "image/x-icon",
	".opus": "audio/ogg", ".m4a": "audio/mp4", ".mp3": "audio/mpeg", ".pdf": "application/pdf", ".zip": "application/zip",
	".csv": "text/csv; charset=utf-8", ".woff2": "font/woff2",
}

// send writes a file, or the part of it that is asked for.
func send(w http.ResponseWriter, r *http.Request, f output.File) {
	if f.Data == nil {
		http.NotFound(w, r)
		return
	}
	kind, ok := types[path.Ext(f.Path)]
	if !ok {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	http.ServeContent(w, r, f.Path, time.Time{}, bytes.NewReader(f.Data))
}

package devserver

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"regexp"
	"slices"
	"strings"
)

//go:embed assets
var embedded embed.FS

// assets are the script and the style of what the server adds to a page, by the names they are served under.
var assets = map[string][]byte{"reload.js": asset("reload.js"), "panel.css": asset("panel.css")}

func asset(name string) []byte {
	data, err := embedded.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // it is compiled in
	}
	return data
}

// dress adds the script to a page and lets it, and nothing else, speak with this server.
func dress(page []byte, mark string) []byte {
	page = policyMeta.ReplaceAllFunc(page, func(meta []byte) []byte {
		return policyText.ReplaceAllFunc(meta, func(text []byte) []byte {
			m := policyText.FindSubmatch(text)
			return slices.Concat(m[1], []byte(loosen(string(m[2]))), m[3])
		})
	})
	script := []byte(`<script src="/` + reserved + `reload.js" data-mark="` + mark + `" defer></script>`)
	at := bytes.Index(page, []byte("</head>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], script, page[at:])
}

var (
	policyMeta = regexp.MustCompile(`(?i)<meta[^>]+content-security-policy[^>]*>`)
	policyText = regexp.MustCompile(`(?i)(content=")([^"]*)(")`)
)

// loosen lets a policy load the script and its style and connect to this server, where it did not; no more.
func loosen(policy string) string {
	var parts []string
	kinds := map[string]int{} // place in parts
	for _, part := range strings.Split(policy, ";") {
		if fields := strings.Fields(part); len(fields) > 0 {
			kinds[strings.ToLower(fields[0])] = len(parts)
			parts = append(parts, strings.TrimSpace(part))
		}
	}
	for _, kind := range []string{"script-src", "style-src", "connect-src"} {
		at, ok := kinds[kind]
		if !ok {
			other, ok := kinds["default-src"]
			if !ok {
				continue // all is allowed
			}
			at = len(parts)
			parts = append(parts, kind+parts[other][len("default-src"):])
		}
		if parts[at] = strings.TrimSuffix(parts[at], " 'none'"); !strings.Contains(parts[at], "'self'") {
			parts[at] += " 'self'"
		}
	}
	return strings.Join(parts, "; ")
}

// message is a page of the server's own.
type message struct {
	Title, Text, Mark string
	Lines             []fault
	Links             []string
}

var messagePage = template.Must(template.ParseFS(embedded, "assets/message.html"))

// say answers with a message.
func say(w http.ResponseWriter, status int, m message) {
	w.Header().Set("Content-Type", types[".html"])
	w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'")
	w.WriteHeader(status)
	_ = messagePage.Execute(w, m) // an error is that of a browser that went away
}

// noSite is shown instead of every page before there was a good build.
func (s *shown) noSite() message {
	st := s.state("")
	m := message{Title: "There is no site to show yet", Text: "This must be mended first:", Mark: st.Mark, Lines: st.Errors}
	if st.Error != "" {
		m.Lines = append(m.Lines, fault{Message: st.Error})
	}
	return m
}

// notFound is shown for an address without a page.
func (s *shown) notFound(name string) message {
	return message{Title: "There is no page at this address", Text: "/" + name, Mark: s.mark(name), Links: s.near(name)}
}

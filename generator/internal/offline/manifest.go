package offline

import "encoding/json"

// Manifest is manifest.webmanifest (W3C, Web Application Manifest): how the site stands on a phone's home screen. Its
// addresses are relative to itself, so that it holds below any path.
func Manifest(title, short, lang, dir string) []byte {
	type icon struct {
		Src   string `json:"src"`
		Sizes string `json:"sizes"`
		Type  string `json:"type"`
	}
	data, err := json.Marshal(map[string]any{
		"name": title, "short_name": short, "lang": lang, "dir": dir,
		"start_url": "index.html", "scope": "./", "display": "standalone",
		"background_color": "#faf6ed", "theme_color": "#faf6ed",
		"icons": []icon{{"icon.svg", "any", "image/svg+xml"}, {"icon-192.png", "192x192", "image/png"}, {"icon-512.png", "512x512", "image/png"}},
	})
	if err != nil {
		panic("offline: a manifest is not plain: " + err.Error())
	}
	return data
}

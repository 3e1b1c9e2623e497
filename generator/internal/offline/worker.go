package offline

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"psvsite/generator/internal/memo"
)

// Script is the service worker without its list. It comes after the list in sw.js.
//
//go:embed worker.js
var Script []byte

// Off is a worker that takes back all that Script has kept, and then itself: for a site that must be rid of it.
//
//go:embed off.js
var Off []byte

// Say is what a page shows, in its language, when a new version has come.
type Say struct{ New, Reload, Shown string }

// list is what Script reads. ID names the version: it is made of the paths and hashes of all files and of nothing else.
type list struct {
	ID      string              `json:"id"`
	Version string              `json:"version"`
	Date    string              `json:"date"`
	Say     map[string][]string `json:"say"`
	Groups  map[string]string   `json:"groups"` // by id: "path hash,path hash …"
}

// List is the list of a version as JavaScript. Languages without a Say are shown another's.
func List(version, date string, groups []Group, say map[string]Say) []byte {
	l := list{Version: version, Date: date, Groups: map[string]string{}, Say: map[string][]string{}}
	var sums []byte
	for _, g := range groups {
		lines := make([]string, len(g.Files))
		for i, f := range g.Files {
			lines[i] = f.Path + " " + hashOf(f.Sum)
			sums = append(append(append(sums, f.Path...), ' '), f.Sum[:]...)
		}
		l.Groups[g.ID] = strings.Join(lines, ",")
	}
	for lang, s := range say {
		l.Say[lang] = []string{s.New, s.Reload, s.Shown}
	}
	l.ID = hashOf(memo.SumOf(sums))
	text, err := json.Marshal(l)
	if err != nil {
		panic("offline: a list is not plain: " + err.Error())
	}
	return fmt.Appendf(nil, "const list=%s;", text)
}

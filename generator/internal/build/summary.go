package build

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/report"
	"psvsite/generator/internal/site"
)

// size is bytes as they are and under gzip.
type size struct{ Raw, Gzip int }

func (z size) plus(y size) size { return size{z.Raw + y.Raw, z.Gzip + y.Gzip} }

// shared is what pages load besides themselves.
type shared struct {
	Site            size // css/site.css and js/start.js: every page
	Steps, Rows     size // css/steps.css, and so on: pages that use them
	Parts, Tables   size
	Data, Front     size
	Since           size
	Share, Run      size
	Leave           size // js/leave.js: pages to leave at once
	Scripts, Styles size // all together
}

// file is where the size of a static file that not every page loads is kept, nil for one that nobody waits for to read,
// such as print.css.
func (s *shared) file(path string) *size {
	return map[string]*size{
		"css/steps.css": &s.Steps, "css/rows.css": &s.Rows, "css/parts.css": &s.Parts, "css/tables.css": &s.Tables,
		"css/data.css": &s.Data, "css/front.css": &s.Front, "css/since.css": &s.Since,
		"css/share.css": &s.Share, "css/run.css": &s.Run, "js/leave.js": &s.Leave,
	}[path]
}

// count adds a static file: to the sums, and to the list of the report.
func (b *builder) count(path string, data []byte) {
	s, sum, list := &b.shared, &b.shared.Styles, &b.styles
	switch {
	case path == "css/beside.css": // pages in two languages alone load it, and they have no budget
		return
	case strings.HasSuffix(path, ".js"):
		sum, list = &s.Scripts, &b.scripts
	case !strings.HasSuffix(path, ".css"):
		return
	}
	z := size{len(data), b.gzip(data)}
	*sum = sum.plus(z)
	*list = append(*list, report.Part{Name: path, Gzip: z.Gzip})
	if path == "css/site.css" || path == "js/start.js" {
		s.Site = s.Site.plus(z)
	} else if kept := s.file(path); kept != nil {
		*kept = z
	}
}

// gzip is the size of what changes seldom.
func (b *builder) gzip(data []byte) int {
	return b.cache.gzips.Do(memo.SHA256(data), func() int { return report.Gzip(data) })
}

// weight weighs a page of reading; sheets to take home, packs and booklets are printed, and have no budget.
func (w pageWork) weight(v *render.Page, url string, page []byte) report.Weight {
	if v.Sheets || v.Leaves > 0 || v.Bound != nil || v.Prints != nil || v.Beside.Lang != "" {
		return report.Weight{}
	}
	with := w.shared.Site
	if v.Leave {
		with = with.plus(w.shared.Leave)
	}
	for _, name := range v.Styles {
		with = with.plus(*w.shared.file("css/" + name + ".css"))
	}
	return report.Weigh(url, v.Type, page, with.Raw, with.Gzip, w.budget(v.Type))
}

// budget is what a type of page may weigh: its own budget, else that of any page.
func (b *builder) budget(kind string) int {
	limits := b.config.Limits()
	if n, ok := limits[kind]; ok {
		return n
	}
	return limits["page"]
}

// weigh keeps the weights of pages that come near their budget; all others are far below it.
func (b *builder) weigh(list []report.Weight) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, w := range list {
		if w.Gzip > 0 {
			b.weights = append(b.weights, w)
		}
	}
}

// summary writes report.html and report.json, and reports what is over its budget.
func (b *builder) summary(model *site.Site, layouts *render.Layouts) {
	limits := b.config.Limits()
	budgets := []report.Budget{
		{Name: "styles", Bytes: limits["styles"], Used: b.shared.Styles.Gzip, Over: b.shared.Styles.Gzip > limits["styles"], Parts: b.styles},
		{Name: "scripts", Bytes: limits["scripts"], Used: b.shared.Scripts.Gzip, Over: b.shared.Scripts.Gzip > limits["scripts"], Parts: b.scripts},
		{Name: "worker", Bytes: limits["worker"], Used: b.worker, Over: b.worker > limits["worker"]},
	}
	slices.SortFunc(b.weights, func(x, y report.Weight) int {
		if n := y.Gzip - x.Gzip; n != 0 {
			return n
		}
		return strings.Compare(x.URL, y.URL)
	})
	b.report(report.Faults(b.weights, budgets))
	if b.broken() {
		return
	}
	said := b.leveled(b.result.Faults)
	said.Sort()
	day := b.o.Day
	if day == "" {
		day = b.config.Release.Date
	}
	r := report.New(model, b.weights, budgets, said, day)
	view := render.ReportView(model, r)
	key := sumOf(layouts.Sum, &view)
	b.said("report.html", key, func() ([]byte, diag.List) { return layouts.Report(view) })
	b.said("report.json", key, func() ([]byte, diag.List) { return indented(r), nil })
}

// said adds a file of the report, unless it is known.
func (b *builder) said(name string, key memo.Sum, make func() ([]byte, diag.List)) {
	p := b.known(name, sumOf(name, key), func() *page {
		bytes, faults := make()
		return &page{file: sizedFile(name, bytes), faults: faults}
	})
	b.report(p.faults)
	b.emit(p.file)
}

func indented(v any) []byte {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		panic("build: a report is not plain: " + err.Error())
	}
	return out.Bytes()
}

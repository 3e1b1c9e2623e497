package report

import (
	"bytes"
	"compress/gzip"

	"psvsite/generator/internal/diag"
)

// Weight is what one page costs its reader: itself and its style sheets and scripts, without pictures.
type Weight struct {
	URL    string `json:"url"`
	Type   string `json:"type"`
	Bytes  int    `json:"bytes"` // raw
	Gzip   int    `json:"gzip"`  // 0 when the raw bytes are within the budget already
	Budget int    `json:"budget"`
	Over   bool   `json:"over"`
}

// Budget is a limit of config.yaml.
type Budget struct {
	Name  string `json:"name"`
	Bytes int    `json:"bytes"`
	Used  int    `json:"used"` // the most that anything under it takes
	Over  bool   `json:"over"`
}

// Gzip is the size of data under gzip at its strongest, as web servers send it.
func Gzip(data []byte) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is valid
	_, _ = w.Write(data)                                  // a buffer takes everything
	_ = w.Close()
	return b.Len()
}

// Weigh makes the weight of a page of a type: raw and shared are the bytes of the page and of its styles and scripts,
// sharedGzip those under gzip. The page is compressed only when its raw bytes alone exceed the budget.
func Weigh(url, kind string, page []byte, shared, sharedGzip, budget int) Weight {
	w := Weight{URL: url, Type: kind, Bytes: len(page) + shared, Budget: budget}
	if w.Bytes > budget {
		w.Gzip = Gzip(page) + sharedGzip
		w.Over = w.Gzip > budget
	}
	return w
}

// Faults reports pages over their budget as warnings and assets as errors.
func Faults(weights []Weight, budgets []Budget) diag.List {
	var list diag.List
	for _, w := range weights {
		if w.Over {
			list.Add("budget-page", diag.Position{File: w.URL}, "part the page, or take a drawing out", "the page takes %d bytes under gzip, its budget is %d", w.Gzip, w.Budget)
		}
	}
	for _, b := range budgets {
		if b.Over {
			list.Add("budget-asset", diag.Position{File: b.Name}, "", "the %s take %d bytes under gzip, their budget is %d", b.Name, b.Used, b.Bytes)
		}
	}
	return list
}

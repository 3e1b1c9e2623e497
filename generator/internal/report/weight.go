package report

import (
	"compress/gzip"
	"sync"

	"psvsite/generator/internal/diag"
)

// Weight is what one page costs its reader: itself and its style sheets and scripts, without pictures.
type Weight struct {
	URL    string `json:"url"`
	Type   string `json:"type"`
	Bytes  int    `json:"bytes"` // raw
	Gzip   int    `json:"gzip"`  // 0 when half of the raw bytes is within the budget already
	Budget int    `json:"budget"`
	Over   bool   `json:"over"`
}

// Budget is a limit of config.yaml.
type Budget struct {
	Name  string `json:"name"`
	Bytes int    `json:"bytes"`
	Used  int    `json:"used"` // the most that anything under it takes
	Over  bool   `json:"over"`
	Parts []Part `json:"parts,omitempty"` // where Used is a sum
}

// Part is a file that counts under a budget.
type Part struct {
	Name string `json:"name"`
	Gzip int    `json:"gzip"`
}

var writers = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, gzip.BestCompression) // the level is valid
	return w
}}

// Gzip is the size of data under gzip at its strongest, as web servers send it.
func Gzip(data []byte) int {
	var n counter
	w := writers.Get().(*gzip.Writer)
	defer writers.Put(w)
	w.Reset(&n)
	_, _ = w.Write(data) // a counter takes everything
	_ = w.Close()
	return int(n)
}

// counter is a writer that only counts.
type counter int

func (n *counter) Write(b []byte) (int, error) {
	*n += counter(len(b))
	return len(b), nil
}

// halves is what any page loses under gzip: HTML of English prose shrinks to two fifths, of Gujarati to a fifth.
const halves = 2

// Weigh makes the weight of a page of a type: shared and sharedGzip are the bytes of its styles and scripts, raw and under
// gzip. The page is compressed only when half of its raw bytes would exceed the budget.
func Weigh(url, kind string, page []byte, shared, sharedGzip, budget int) Weight {
	w := Weight{URL: url, Type: kind, Bytes: len(page) + shared, Budget: budget}
	if len(page)/halves+sharedGzip > budget {
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

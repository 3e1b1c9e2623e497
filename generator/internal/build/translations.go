package build

import (
	"strings"

	"psvsite/generator/internal/diag"
)

// leveled sets the severities that config.yaml and the options ask for. Safety text that is stale is an error to check;
// an urgent build goes out with whatever its translations lack, since that stands on its pages.
func (b *builder) leveled(list diag.List) diag.List {
	out := make(diag.List, len(list))
	for i, d := range list {
		if d.Code == "safety-stale" && b.o.lint != nil {
			d.Severity = diag.Error
		}
		out[i] = d
	}
	out = out.Leveled(b.config.Levels())
	for i, d := range out {
		if b.o.Urgent && ofTranslations(d.Code) {
			out[i].Severity = diag.Warning
		}
	}
	return out
}

// ofTranslations reports whether a fault is one that a page shows its reader: a text that has fallen behind.
func ofTranslations(code string) bool {
	return code == "safety-stale" || strings.HasPrefix(code, "translation-") && code != "translation-sum"
}

// Fails reports whether the site must not be put in place.
func (r *Result) Fails(strict bool) bool {
	if !strict || !r.urgent {
		return r.Faults.Fails(strict)
	}
	for _, d := range r.Faults {
		if d.Severity == diag.Error || !ofTranslations(d.Code) {
			return true
		}
	}
	return false
}

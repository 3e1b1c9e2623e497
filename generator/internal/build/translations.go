package build

import (
	"strings"

	"psvsite/generator/internal/diag"
)

// leveled sets the severities that config.yaml and the options ask for. Safety text that is stale is an error to check;
// an urgent build goes out with whatever its translations lack, since that stands on its pages.
func (b *builder) leveled(list diag.List) diag.List {
	levels := b.config.Levels()
	out := make(diag.List, 0, len(list))
	for _, d := range list {
		if d.Severity = b.severity(d, levels); d.Severity != diag.Off {
			out = append(out, d)
		}
	}
	return out
}

// severity is that of a fault under levels.
func (b *builder) severity(d diag.Diagnostic, levels map[string]diag.Severity) diag.Severity {
	s, set := levels[d.Code]
	switch {
	case set && s == diag.Off:
		return s
	case b.o.Urgent && ofTranslations(d.Code):
		return diag.Warning
	case set:
		return s
	case d.Code == "safety-stale" && b.o.lint != nil:
		return diag.Error
	}
	return d.Severity
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

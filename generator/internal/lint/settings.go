package lint

import (
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// settings finds grades set for types that pages do not have.
func (l *Linter) settings(faults *diag.List) {
	var types []string
	for _, t := range markup.PageTypes {
		types = append(types, t.Name)
	}
	for name := range l.Config.Reading.Types {
		if !slices.Contains(types, name) {
			faults.Add("config-value", l.Config.Positions.At("reading.types."+name), diag.DidYouMean(name, types, "types: "+strings.Join(types, ", ")),
				"reading.types names no type of page: %q", name)
		}
	}
}

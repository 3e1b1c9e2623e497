// Package psvsite holds the default site: content, layouts, static files and config, as they stand in the repository.
// It has no code but this: go:embed reads only below the folder of the file it stands in.
package psvsite

import "embed"

// Default is the default site.
//
//go:embed all:content all:layouts all:static config.yaml
var Default embed.FS

//go:build !linux || android

package output

import "errors"

// exchange is of Linux. On Android the call is not only missing: where an app may not make it, the kernel
// kills the process for trying (github.com/cooklang/cookcli/pull/353), so it must not be tried.
func exchange(_, _ string) error { return errors.ErrUnsupported }

// syncFolder has nothing left to do after syncFile.
func syncFolder(string) error { return nil }

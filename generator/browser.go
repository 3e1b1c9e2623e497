package main

import "os/exec"

// opener is the system's own program that opens a file or address in the reader's browser.
func opener(goos, target string) *exec.Cmd {
	switch goos {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", target)
	case "darwin":
		return exec.Command("open", target)
	}
	return exec.Command("xdg-open", target)
}

func openBrowser(goos, target string) error { return opener(goos, target).Start() }

//go:build !unix

package main

import (
	"os"
	"os/exec"
)

// Without process groups only the child itself is ended.
func ownGroup(*exec.Cmd)            {}
func killGroup(p *os.Process) error { return p.Kill() }
func endGroup(p *os.Process) error  { return p.Kill() }

// peak is not known here.
func peak(*os.ProcessState) float64 { return 0 }

//go:build race

package build

// seeds is how many rows of edits are made. Under the race detector each takes ten times as long.
const seeds = 2

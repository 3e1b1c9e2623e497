//go:build !race

package build

// seeds is how many rows of edits are made.
const seeds = 6

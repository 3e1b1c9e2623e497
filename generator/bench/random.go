package main

// random is a small generator of numbers (SplitMix64). It is our own so that the corpus stays the same, byte for
// byte, whatever a later Go release does to math/rand.
type random uint64

// next returns the next 64 random bits.
func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// between returns a number from low to high, both included.
func (r *random) between(low, high int) int { return low + r.below(high-low+1) }

// once in n calls it says true.
func (r *random) once(n int) bool { return r.below(n) == 0 }

// Package memo keeps the results of finished steps by the hash of all that went into them.
//
// In: a key that covers every input of a pure step, and the step. Out: its result, computed once. Results are
// shared between builds and must not be changed by anyone who holds them. It never looks at the clock, and it
// never keeps what the last build did not use.
package memo

import "sync"

// Step remembers the results of one pure step.
type Step[V any] struct {
	mu        sync.Mutex
	last, now map[Sum]V
}

// NewStep returns an empty Step.
func NewStep[V any]() *Step[V] {
	return &Step[V]{last: map[Sum]V{}, now: map[Sum]V{}}
}

// Do returns the result for key, computing it when neither this build nor the last one has. Two goroutines with
// the same key may both compute; the results are equal, so either is kept.
func (s *Step[V]) Do(key Sum, compute func() V) V {
	if v, ok := s.get(key); ok {
		return v
	}
	v := compute()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now[key] = v
	return v
}

func (s *Step[V]) get(key Sum) (V, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.now[key]
	if !ok {
		if v, ok = s.last[key]; ok {
			s.now[key] = v
		}
	}
	return v, ok
}

// Turn ends a build: what it did not use is forgotten.
func (s *Step[V]) Turn() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last, s.now = s.now, make(map[Sum]V, len(s.now))
}

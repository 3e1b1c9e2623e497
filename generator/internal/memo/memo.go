// Package memo keeps the results of finished steps by the hash of all that went into them.
//
// In: a key that covers every input of a pure step, and the step. Out: its result, computed once. Results are
// shared between builds and must not be changed by anyone who holds them. It never looks at the clock, and it
// never keeps what the last build did not use.
package memo

import "sync"

// Step remembers the results of one pure step. A nil Step remembers nothing.
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
	if v, ok := s.Get(key); ok {
		return v
	}
	v := compute()
	s.Set(key, v)
	return v
}

// Get returns the result for key, if this build or the last one has it.
func (s *Step[V]) Get(key Sum) (v V, ok bool) {
	if s == nil {
		return v, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok = s.now[key]; !ok {
		if v, ok = s.last[key]; ok {
			s.now[key] = v
		}
	}
	return v, ok
}

// Set keeps a result.
func (s *Step[V]) Set(key Sum, v V) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now[key] = v
}

// Turn ends a build: what it did not use is forgotten.
func (s *Step[V]) Turn() {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last, s.now = s.now, make(map[Sum]V, len(s.now))
}

// Kept returns what the last build used, and Seed makes it so: to keep results between runs.
func (s *Step[V]) Kept() map[Sum]V { return s.last }

// Seed takes the results of an earlier run for those of the last build.
func (s *Step[V]) Seed(results map[Sum]V) { s.last = results }

package memo

import (
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
)

// counting is a step that counts how often it is worked out.
type counting struct {
	*Step[string]
	computed atomic.Int64
}

func (c *counting) do(key string) string {
	return c.Do(SumOf([]byte(key)), func() string {
		c.computed.Add(1)
		return "made of " + key
	})
}

func (c *counting) must(t *testing.T, computed int64) {
	t.Helper()
	if got := c.computed.Load(); got != computed {
		t.Errorf("worked out %d times, not %d", got, computed)
	}
}

func TestDoWorksOutOnce(t *testing.T) {
	c := &counting{Step: NewStep[string]()}
	for range 3 {
		if got := c.do("a"); got != "made of a" {
			t.Errorf("got %q", got)
		}
	}
	c.must(t, 1)
	c.do("b")
	c.must(t, 2)
}

// TestTurnKeepsTheLastBuild: what a build used is there for the next one; what it did not use is gone after it.
func TestTurnKeepsTheLastBuild(t *testing.T) {
	c := &counting{Step: NewStep[string]()}
	c.do("kept")
	c.do("dropped")
	c.Turn()
	c.do("kept")
	c.must(t, 2)
	c.Turn()
	c.do("kept") // used by each build so far
	c.must(t, 2)
	c.do("dropped") // not used by the last one
	c.must(t, 3)
	c.Turn()
	c.Turn()
	if n := len(c.last) + len(c.now); n != 0 {
		t.Errorf("%d results outlive two builds that did not use them", n)
	}
}

func TestDoAtOnce(t *testing.T) {
	c := &counting{Step: NewStep[string]()}
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			key := strconv.Itoa(i % 8)
			if got := c.do(key); got != "made of "+key {
				t.Errorf("key %s gives %q", key, got)
			}
		})
	}
	wg.Wait()
	if n := len(c.now); n != 8 {
		t.Errorf("%d results are kept, not 8", n)
	}
}

func TestSumOf(t *testing.T) {
	part := func(s ...string) (parts [][]byte) {
		for _, p := range s {
			parts = append(parts, []byte(p))
		}
		return parts
	}
	seen := map[Sum][][]byte{}
	for _, parts := range [][][]byte{
		nil, part(""), part("", ""), part("abc"), part("ab", "c"), part("a", "bc"), part("abc", ""), part("", "abc"), part("c", "ab"),
	} {
		sum := SumOf(parts...)
		if other, twice := seen[sum]; twice {
			t.Errorf("%q and %q have one sum", parts, other)
		}
		if again := SumOf(parts...); again != sum {
			t.Errorf("%q has two sums", parts)
		}
		seen[sum] = parts
	}
}

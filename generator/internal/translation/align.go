package translation

import (
	"cmp"
	"slices"

	"psvsite/generator/internal/markup"
)

// State says how a unit stands to its source.
type State int

// The states of a unit.
const (
	Current State = iota // made from the source text as it is now
	Stale                // made from another text, which has become Pair.Source
	Missing              // a source text that nothing answers
	Extra                // a text that answers nothing
)

var states = []string{"current", "stale", "missing", "extra"}

// String is the state's word, as status prints it.
func (s State) String() string { return states[s] }

// Pair is a unit of the target and the one of the source that it answers, as indexes of Document.Units; -1 for none.
type Pair struct {
	Target, Source int
	State          State
	Was            markup.Hash // Stale: of the source text that the target was made from
}

// Alignment says how the units of a page stand to those of its source.
type Alignment struct {
	// Tracked: somebody has held the page against its source. If not, there are no pairs.
	Tracked bool
	// Pairs are in the order of the target; what is missing stands behind the answer to the source unit before it.
	Pairs       []Pair
	Differences []Difference
	Safety      []Safety
	Directives  []int // by directive of the source: the target's that stands for it, or -1
}

// Count counts the pairs of a state.
func (a *Alignment) Count(s State) int {
	n := 0
	for _, p := range a.Pairs {
		if p.State == s {
			n++
		}
	}
	return n
}

// Align pairs the units of a page with those of its source, which must have been parsed with its texts
// (markup.ParseSource), in three steps:
//
//  1. a target unit whose recorded source text stands in the source answers it, in order for equal ones;
//  2. the rest, of one kind, by the likeness of the recorded old text to the new one: stale;
//  3. what is left over: of the target extra, of the source missing.
//
// In 3,000 random sets of edits the place of a block alone gives a third of the changed ones a wrong text; see
// TestRandomEdits for this.
func Align(target, source *markup.Document, statements []Statement, texts Texts) *Alignment {
	a := &aligner{target: target.Units(), source: source.Units(), texts: texts, recorded: map[markup.Hash][]markup.Hash{}}
	for _, s := range Sorted(statements) {
		a.recorded[s.Target] = append(a.recorded[s.Target], s.Source)
	}
	out := &Alignment{Tracked: len(statements) > 0}
	if out.Tracked {
		a.start()
		a.byText()
		a.byLikeness()
		out.Pairs = a.pairs()
	}
	out.Directives = match(target, source, out.Pairs)
	if out.Tracked {
		out.Differences = differences(target, source, out.Pairs, out.Directives)
	}
	out.Safety = boxes(target, source, out)
	return out
}

type aligner struct {
	target, source []markup.UnitFact
	texts          Texts
	recorded       map[markup.Hash][]markup.Hash // target text to source texts
	answers        []int                         // by target unit: the source unit, or -1
	answered       []int                         // by source unit: the target unit, or -1
	was            map[int]markup.Hash           // by target unit that is stale
	weights        weights
}

func (a *aligner) start() {
	a.answers, a.answered = slices.Repeat([]int{-1}, len(a.target)), slices.Repeat([]int{-1}, len(a.source))
	a.was = map[int]markup.Hash{}
}

func (a *aligner) pair(target, source int) {
	a.answers[target], a.answered[source] = source, target
}

// byText is the first step. A text that was made from several, as one word may answer two, takes the one that stands
// nearest to where the answer to the unit before it ends.
func (a *aligner) byText() {
	places := map[markup.Hash][]int{}
	for i, u := range a.source {
		places[u.Hash] = append(places[u.Hash], i)
	}
	next := 0
	for t, u := range a.target {
		best := -1
		for _, h := range a.recorded[u.Hash] {
			if list := places[h]; len(list) > 0 && (best < 0 || max(list[0]-next, next-list[0]) < max(best-next, next-best)) {
				best = list[0]
			}
		}
		if best >= 0 {
			a.pair(t, best)
			h := a.source[best].Hash
			places[h] = places[h][1:]
			next = best + 1
		}
	}
}

// leastLikeness is how much an old and a new text must have in common to be taken for one. One that has kept less than
// sureLikeness and stands elsewhere is another text: a page of short plain sentences has a few that are so far alike, and a
// text that is removed must not be marked with one of these. Lower bounds find hardly more texts, and twice as many wrong
// ones: see TestRandomEdits.
const (
	leastLikeness = 0.35
	sureLikeness  = 0.6
	near          = 3 // units
)

// reach is how far, in units, a text may have moved to be found again once it has changed.
const reach = 2000

// candidate is a pair that may be.
type candidate struct {
	target, source, far int
	likeness            float64
	was                 markup.Hash
}

// byLikeness is the second step: the most alike first, of those equally alike the nearest.
func (a *aligner) byLikeness() {
	var list []candidate
	a.weights = weigh(a.source)
	news := map[int]words{}
	for t, u := range a.target {
		if a.answers[t] >= 0 {
			continue
		}
		expected := a.expected(t)
		for _, h := range a.recorded[u.Hash] {
			text, ok := a.texts[h]
			if !ok {
				continue
			}
			list = append(list, a.candidates(candidate{target: t, far: expected, was: h}, u.Kind, wordsOf(text), news)...)
		}
	}
	slices.SortStableFunc(list, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.likeness, x.likeness), cmp.Compare(x.far, y.far))
	})
	for _, c := range list {
		if a.answers[c.target] < 0 && a.answered[c.source] < 0 {
			a.pair(c.target, c.source)
			a.was[c.target] = c.was
		}
	}
}

// candidates lists the source units that an old text may have become. news keeps their words.
func (a *aligner) candidates(c candidate, kind string, old words, news map[int]words) (list []candidate) {
	expected := c.far
	for s, v := range a.source {
		if a.answered[s] >= 0 || v.Kind != kind || s > expected+reach || s < expected-reach {
			continue
		}
		if news[s] == nil {
			news[s] = wordsOf(v.Text)
		}
		c.likeness, c.source, c.far = a.weights.likeness(old, news[s]), s, max(s-expected, expected-s)
		if c.likeness >= sureLikeness || c.likeness >= leastLikeness && c.far <= near {
			list = append(list, c)
		}
	}
	return list
}

// expected is where the answer to a target unit would stand if nothing had moved since the last unit before it that is
// answered; without one, the next.
func (a *aligner) expected(target int) int {
	for t := target; t >= 0; t-- {
		if a.answers[t] >= 0 {
			return a.answers[t] + target - t
		}
	}
	for t := target; t < len(a.target); t++ {
		if a.answers[t] >= 0 {
			return a.answers[t] + target - t
		}
	}
	return target
}

// pairs lists what was found.
func (a *aligner) pairs() []Pair {
	behind := map[int][]int{} // missing source units by the target unit that they stand behind
	last := -1
	for s, t := range a.answered {
		if t >= 0 {
			last = t
		} else {
			behind[last] = append(behind[last], s)
		}
	}
	list := make([]Pair, 0, len(a.target)+len(behind))
	for t := -1; t < len(a.target); t++ {
		if t >= 0 {
			list = append(list, a.found(t))
		}
		for _, s := range behind[t] {
			list = append(list, Pair{Target: -1, Source: s, State: Missing})
		}
	}
	return list
}

func (a *aligner) found(target int) Pair {
	p := Pair{Target: target, Source: a.answers[target]}
	was, stale := a.was[target]
	switch {
	case p.Source < 0:
		p.State = Extra
	case stale:
		p.State, p.Was = Stale, was
	}
	return p
}

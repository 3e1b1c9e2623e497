package build

import (
	"reflect"
	"testing"

	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
)

// TestSumOfSeesEveryField changes every value in a view and in what bodies are made of, one at a time, and puts an entry
// into every list.
func TestSumOfSeesEveryField(t *testing.T) {
	for _, v := range []any{&render.Page{}, &[]site.Target{{}}, &[]site.Value{{}}, &[]site.Table{{}}, &[]site.Picture{{}}, &shared{}} {
		c := changer{T: t, top: v, seen: map[memo.Sum]string{sumOf(v): "nothing"}}
		c.change(reflect.ValueOf(v).Elem(), reflect.TypeOf(v).String(), false)
		if len(c.seen) < 3 {
			t.Errorf("%T: %d sums only", v, len(c.seen))
		}
	}
}

type changer struct {
	*testing.T
	top  any
	seen map[memo.Sum]string
}

// change changes all that is in v, and puts it back. What is silent has no part in the sum.
func (c *changer) change(v reflect.Value, where string, silent bool) {
	old := reflect.New(v.Type()).Elem()
	old.Set(v)
	switch v.Kind() {
	case reflect.String:
		v.SetString(where) // no two are alike
	case reflect.Int:
		v.SetInt(int64(len(c.seen)) + 1000)
	case reflect.Float64:
		v.SetFloat(float64(len(c.seen)) + 0.5)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		c.look(where+" empty", silent)
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		c.change(v.Index(1), where+"[1]", silent)
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			c.change(v.Field(i), where+"."+f.Name, silent || f.Tag.Get("json") == "-")
		}
		return
	}
	c.look(where, silent)
	v.Set(old)
}

func (c *changer) look(where string, silent bool) {
	c.Helper()
	sum := sumOf(c.top)
	if silent {
		return
	}
	if other, there := c.seen[sum]; there {
		c.Errorf("a change of %s has the sum of %s", where, other)
	}
	c.seen[sum] = where
}

// TestSumOfKeepsPartsApart moves a border between two texts.
func TestSumOfKeepsPartsApart(t *testing.T) {
	pairs := [][2]any{
		{[]any{"ab", "c"}, []any{"a", "bc"}},
		{[]any{&[]site.Value{{Text: "a"}}, &[]site.Value{}}, []any{&[]site.Value{}, &[]site.Value{{Text: "a"}}}},
		{[]any{&[]string{"a", "b"}}, []any{&[]string{"ab"}}},
	}
	for _, p := range pairs {
		if sumOf(p[0].([]any)...) == sumOf(p[1].([]any)...) {
			t.Errorf("%v and %v have one sum", p[0], p[1])
		}
	}
	a, b := render.Page{Title: "a"}, render.Page{Title: "a"}
	if sumOf(&a) != sumOf(&b) {
		t.Error("two equal views have two sums")
	}
}

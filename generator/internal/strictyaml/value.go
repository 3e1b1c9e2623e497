package strictyaml

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
)

// options of a struct field, from its `yaml:"name,required" enum:"a b" format:"date"` tags.
type options struct {
	enum   []string
	format string
}

func pointee(into any) reflect.Value { return reflect.ValueOf(into).Elem() }

// Value fills into, a pointer, from a node; for types that read themselves.
func (d *Decoder) Value(n *yaml.Node, into any, path string) {
	d.value(n, pointee(into), path, options{})
}

func (d *Decoder) value(n *yaml.Node, v reflect.Value, path string, o options) {
	if u, ok := v.Addr().Interface().(Unmarshaler); ok {
		u.UnmarshalNode(n, d, path)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(n, v, path)
	case reflect.Slice:
		d.slice(n, v, path, o)
	case reflect.Map:
		d.mapping(n, v, path, o)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), path, o)
	default:
		d.scalar(n, v, path, o)
	}
}

// layout is a struct's YAML names, and where its fields are.
type layout struct {
	names []string
	index map[string]int
}

var layouts sync.Map // reflect.Type to layout

// fields lists a struct's YAML names and their field indexes.
func fields(t reflect.Type) (names []string, index map[string]int) {
	if known, ok := layouts.Load(t); ok {
		return known.(layout).names, known.(layout).index
	}
	defer func() { layouts.Store(t, layout{names, index}) }()
	index = map[string]int{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name != "" && name != "-" {
			names = append(names, name)
			index[name] = i
		}
	}
	return names, index
}

func (d *Decoder) structure(n *yaml.Node, v reflect.Value, path string) {
	names, index := fields(v.Type())
	seen := d.pairs(n, path, func(key, value *yaml.Node) {
		i, ok := index[key.Value]
		if !ok {
			known := slices.Sorted(slices.Values(names))
			hint := diag.DidYouMean(key.Value, names, "known here: "+strings.Join(known, ", "))
			d.Fault("key", key, keyHint(n, key, value, hint), "unknown key %q", key.Value)
			return
		}
		f := v.Type().Field(i)
		if required(f) && empty(value) {
			d.Fault("missing", key, "write "+key.Value+": …", "%q is empty", key.Value)
		} else if !isNull(value) {
			d.value(value, v.Field(i), join(path, key.Value), options{strings.Fields(f.Tag.Get("enum")), f.Tag.Get("format")})
		}
	})
	for _, name := range names {
		if required(v.Type().Field(index[name])) && seen != nil && !seen[name] {
			d.Fault("missing", n, "add "+name+": …", "%q is missing", name)
		}
	}
}

func required(f reflect.StructField) bool { return strings.HasSuffix(f.Tag.Get("yaml"), ",required") }

// empty reports whether a value is there in name only.
func empty(n *yaml.Node) bool { return n.Value == "" && len(n.Content) == 0 || isNull(n) }

// pairs calls f for each key of a mapping once, and returns the keys seen (nil when n is no mapping).
func (d *Decoder) pairs(n *yaml.Node, path string, f func(key, value *yaml.Node)) map[string]bool {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, path, "keys with values")
		return nil
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if seen[key.Value] {
			d.Fault("duplicate", key, "keep one of them", "key %q stands twice", key.Value)
			continue
		}
		seen[key.Value] = true
		d.Positions[join(path, key.Value)] = d.Pos(key)
		f(key, value)
	}
	return seen
}

func (d *Decoder) slice(n *yaml.Node, v reflect.Value, path string, o options) {
	if n.Kind != yaml.SequenceNode {
		d.wrong(n, path, "a list")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, c := range n.Content {
		p := fmt.Sprintf("%s[%d]", path, i)
		d.Positions[p] = d.Pos(c)
		d.value(c, v.Index(i), p, o)
	}
}

func (d *Decoder) mapping(n *yaml.Node, v reflect.Value, path string, o options) {
	v.Set(reflect.MakeMap(v.Type()))
	d.pairs(n, path, func(key, value *yaml.Node) {
		e := reflect.New(v.Type().Elem()).Elem()
		if !isNull(value) {
			d.value(value, e, join(path, key.Value), o)
		}
		v.SetMapIndex(reflect.ValueOf(key.Value).Convert(v.Type().Key()), e)
	})
}

func (d *Decoder) scalar(n *yaml.Node, v reflect.Value, path string, o options) {
	if n.Kind != yaml.ScalarNode {
		d.wrong(n, path, kindWord(v.Kind()))
		return
	}
	if strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!") {
		d.Fault("value", n, "put it in quotes: "+inQuotes(strings.TrimSpace(n.Tag+" "+n.Value)), "%s begins with !, which needs quotes", shown(path))
		return
	}
	switch v.Kind() {
	case reflect.String:
		d.text(n, v, path, o)
	case reflect.Bool:
		b, err := strconv.ParseBool(n.Value)
		if err != nil || n.Tag != "!!bool" {
			d.wrong(n, path, "true or false")
		}
		v.SetBool(b)
	case reflect.Int:
		i, ok := ParseInt(n.Value)
		if !ok {
			d.wrong(n, path, "a whole number")
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		f, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			d.wrong(n, path, "a number")
			return
		}
		v.SetFloat(f)
	default:
		panic("strictyaml: no rule for " + v.Type().String())
	}
}

func (d *Decoder) text(n *yaml.Node, v reflect.Value, path string, o options) {
	s := n.Value
	if len(o.enum) > 0 && !slices.Contains(o.enum, s) {
		d.Fault("value", n, diag.DidYouMean(s, o.enum, "one of: "+strings.Join(o.enum, ", ")), "%s: %q is not known", shown(path), s)
		return
	}
	if o.format == "date" && s != "" {
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			d.wrong(n, path, "a date such as 2026-01-31")
			return
		}
	}
	v.SetString(s)
}

func (d *Decoder) wrong(n *yaml.Node, path, want string) {
	d.Fault("value", n, wrongHint(n, path, want), "%s must be %s", shown(path), want)
}

// shown is a path as messages have it: without the number of an entry, whose line is given, and not empty.
func shown(path string) string {
	if i := strings.Index(path, "]"); strings.HasPrefix(path, "[") {
		path = strings.TrimPrefix(path[i+1:], ".")
	}
	if path == "" {
		return "this"
	}
	return path
}

func kindWord(k reflect.Kind) string {
	return map[reflect.Kind]string{reflect.String: "text", reflect.Bool: "true or false", reflect.Int: "a whole number", reflect.Float64: "a number"}[k]
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// ParseInt reads a whole number written in the digits of any script (Unicode category Nd), as authors type them.
func ParseInt(s string) (int, bool) {
	var b strings.Builder
	for _, r := range s {
		if unicode.Is(unicode.Nd, r) {
			r = '0' + digitValue(r)
		}
		b.WriteRune(r)
	}
	i, err := strconv.Atoi(b.String())
	return i, err == nil
}

// digitValue counts back to the zero of the digit's run: every Nd run of ten begins with its zero.
func digitValue(r rune) rune {
	n := rune(0)
	for n < 9 && unicode.Is(unicode.Nd, r-1) && !startsRun(r) {
		r--
		n++
	}
	return n
}

// startsRun reports whether r is a zero; the mathematical digits are five runs without a gap between them.
func startsRun(r rune) bool {
	return r >= 0x1D7CE && r <= 0x1D7FF && (r-0x1D7CE)%10 == 0
}

package schema

import (
	"reflect"
	"strings"

	"psvsite/generator/internal/config"
)

// words are the JSON types of a text: YAML reads 112 as a number, the program as the text it is.
var words = []string{"string", "number"}

// of describes a type; tag is that of the field it stands in.
func of(t reflect.Type, tag reflect.StructTag) *node {
	switch t {
	case reflect.TypeFor[config.Text]():
		return &node{Type: []string{"string", "number", "object"}, Additional: &node{Type: append([]string{"null"}, words...)}}
	case reflect.TypeFor[config.Params]():
		return &node{Type: []string{"object"}, Additional: &node{Ref: "#/$defs/params"}}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return of(t.Elem(), tag)
	case reflect.Struct:
		return structure(t)
	case reflect.Slice:
		return &node{Type: []string{"array"}, Items: of(t.Elem(), tag)}
	case reflect.Map:
		return &node{Type: []string{"object"}, Additional: optional(of(t.Elem(), tag))}
	case reflect.Bool:
		return &node{Type: []string{"boolean"}}
	case reflect.Int:
		return &node{Type: []string{"integer", "string"}, Pattern: `^[-+]?\p{Nd}+$`} // digits of any script
	case reflect.Float64:
		return &node{Type: []string{"number"}}
	case reflect.String:
		return text(tag)
	}
	panic("schema: no rule for " + t.String())
}

func text(tag reflect.StructTag) *node {
	if list := strings.Fields(tag.Get("enum")); len(list) > 0 {
		return &node{Enum: enum(list)}
	}
	if tag.Get("format") == "date" {
		return &node{Type: []string{"string"}, Pattern: `^([0-9]{4}-[0-9]{2}-[0-9]{2})?$`}
	}
	return &node{Type: words}
}

// structure describes a struct by its fields that have a name in YAML.
func structure(t reflect.Type) *node {
	n := &node{Type: []string{"object"}, Properties: map[string]any{}, Additional: false}
	for f := range fields(t) {
		name, required := Name(f)
		p := of(f.Type, f.Tag)
		if p.Description = f.Tag.Get("doc"); required {
			n.Required = append(n.Required, name)
			p.MinLength, p.MinItems = 1, 1
		} else {
			optional(p)
		}
		n.Properties[name] = p
	}
	return n
}

// fields yields the fields of a struct that YAML may set.
func fields(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if name, _ := Name(t.Field(i)); name != "" && !yield(t.Field(i)) {
				return
			}
		}
	}
}

// Name is a field's name in YAML, empty when it has none, and whether it must be there.
func Name(f reflect.StructField) (name string, required bool) {
	name, rest, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	if name == "-" {
		name = ""
	}
	return name, rest == "required"
}

// optional lets a value be left empty.
func optional(n *node) *node {
	if n.Enum != nil {
		n.Enum = append(n.Enum, nil)
	} else if n.Type != nil {
		n.Type = append(n.Type[:len(n.Type):len(n.Type)], "null")
	}
	return n
}

// params describes variables: values, or names with values to any depth.
func params() *node {
	return &node{
		Description: "a value, a value for each language, or more names with values",
		Type:        []string{"string", "number", "boolean", "object", "null"},
		Additional:  &node{Ref: "#/$defs/params"},
	}
}

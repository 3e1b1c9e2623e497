// Package schema describes front matter, config.yaml and data files as JSON Schema (draft 2020-12), for editors.
//
// In: the Go types that the program itself reads into, with their tags yaml, enum, format and doc. Out: the schema as
// JSON. It never refuses what the program takes; what only the whole site can tell (sums, links, languages) it leaves to
// the program. Words that mean one thing in every draft since 7 are all it uses, for editors that lag behind.
package schema

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// node is a schema, or a part of one.
type node struct {
	Draft         string           `json:"$schema,omitempty"`
	Title         string           `json:"title,omitempty"`
	Description   string           `json:"description,omitempty"`
	Ref           string           `json:"$ref,omitempty"`
	Type          []string         `json:"type,omitempty"`
	Const         string           `json:"const,omitempty"`
	Enum          []any            `json:"enum,omitempty"`
	EnumDocs      []string         `json:"enumDescriptions,omitempty"` // no word of the draft's; editors show them
	Pattern       string           `json:"pattern,omitempty"`
	Format        string           `json:"format,omitempty"`
	MinLength     int              `json:"minLength,omitempty"`
	Items         *node            `json:"items,omitempty"`
	MinItems      int              `json:"minItems,omitempty"`
	Properties    map[string]any   `json:"properties,omitempty"`
	PropertyNames *node            `json:"propertyNames,omitempty"`
	Required      []string         `json:"required,omitempty"`
	Additional    any              `json:"additionalProperties,omitempty"`
	AllOf         []*node          `json:"allOf,omitempty"`
	If            *node            `json:"if,omitempty"`
	Then          *node            `json:"then,omitempty"`
	Defs          map[string]*node `json:"$defs,omitempty"`
}

// Front describes the front matter of a page.
func Front() []byte {
	top := root("Front matter of a page", reflect.TypeFor[markup.Front]())
	kind := top.Properties["type"].(*node)
	for _, t := range markup.PageTypes {
		kind.EnumDocs = append(kind.EnumDocs, t.Doc)
		if keys := t.Without(); len(keys) > 0 {
			top.AllOf = append(top.AllOf, &node{If: isType(t.Name), Then: without(keys)})
		}
	}
	return encode(top)
}

func isType(name string) *node {
	return &node{Properties: map[string]any{"type": &node{Const: name}}, Required: []string{"type"}}
}

func without(keys []string) *node {
	n := &node{Properties: map[string]any{}}
	for _, key := range keys {
		n.Properties[key] = false
	}
	return n
}

// Config describes config.yaml.
func Config() []byte {
	top := root("config.yaml of a site", reflect.TypeFor[config.Config]())
	lint := top.Properties["lint"].(*node)
	lint.PropertyNames = &node{Enum: enum(diag.Names())}
	lint.Additional = &node{Enum: enum([]string{"off", "warning", "error"})}
	return encode(top)
}

var files = map[string]reflect.Type{
	"contacts": reflect.TypeFor[[]data.Contact](), "courses": reflect.TypeFor[[]data.Course](), "laws": reflect.TypeFor[[]data.Law](),
	"rates": reflect.TypeFor[[]data.Rate](), "schemes": reflect.TypeFor[[]data.Scheme](), "terms": reflect.TypeFor[[]data.Term](),
}

// DataNames lists the data files that can be described.
func DataNames() []string { return slices.Sorted(maps.Keys(files)) }

// Data describes content/data/<name>.yaml; ok is false when there is no such file.
func Data(name string) (text []byte, ok bool) {
	t, ok := files[name]
	if !ok {
		return nil, false
	}
	return encode(root("content/data/"+name+".yaml", t)), true
}

func root(title string, t reflect.Type) *node {
	n := of(t, "")
	n.Draft, n.Title = "https://json-schema.org/draft/2020-12/schema", title
	n.Defs = map[string]*node{"params": params()}
	return n
}

func encode(n *node) []byte {
	text, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		panic("schema: " + err.Error()) // nothing in a node can fail
	}
	return append(text, '\n')
}

func enum(words []string) []any {
	list := make([]any, len(words))
	for i, w := range words {
		list[i] = w
	}
	return list
}

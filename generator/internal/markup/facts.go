package markup

import (
	"reflect"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/strictyaml"
)

// SameFacts reports whether two documents are alike in all that the rest of the site sees of them. They may differ in
// the body and its texts, in where things stand in the file, and in what was wrong in it. Translations go by texts, and
// are held against each other in every build.
func SameFacts(a, b *Document) bool {
	x, y := *a, *b
	x.Body, y.Body = nil, nil
	x.Packed, y.Packed = nil, nil
	x.Texts, y.Texts = nil, nil
	x.Titles, y.Titles = nil, nil
	x.Faults, y.Faults = nil, nil
	return alike(reflect.ValueOf(x), reflect.ValueOf(y))
}

var placeTypes = map[reflect.Type]bool{
	reflect.TypeFor[diag.Position](): true, reflect.TypeFor[strictyaml.Positions](): true,
}

// alike is reflect.DeepEqual that does not look at places.
func alike(a, b reflect.Value) bool {
	if placeTypes[a.Type()] {
		return true
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if !alike(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !alike(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Map:
		return alikeMaps(a, b)
	case reflect.Pointer:
		return a.IsNil() == b.IsNil() && (a.IsNil() || alike(a.Elem(), b.Elem()))
	}
	return a.Equal(b)
}

func alikeMaps(a, b reflect.Value) bool {
	if a.Len() != b.Len() {
		return false
	}
	for _, key := range a.MapKeys() {
		if other := b.MapIndex(key); !other.IsValid() || !alike(a.MapIndex(key), other) {
			return false
		}
	}
	return true
}

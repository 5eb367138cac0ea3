package template

import "reflect"

// Same says whether two templates would be written alike: a list without
// entries is the same as none. It is asked with every stroke in the editor, so it
// writes nothing.
func (t *Template) Same(o *Template) bool {
	return alike(reflect.ValueOf(t).Elem(), reflect.ValueOf(o).Elem())
}

// alike compares values of the kinds that a template is made of.
func alike(a, b reflect.Value) bool {
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
	}
	return a.Equal(b)
}

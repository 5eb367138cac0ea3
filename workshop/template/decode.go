package template

import (
	"encoding/json"
	"reflect"
	"strings"

	"nemawashi.app/workshop"
)

// decode writes a node into the struct that v holds, by its json tags. Unlike
// encoding/json it goes on after a mistake, so that one run finds them all.
func decode(p place, v reflect.Value) {
	if !p.node.isObject() {
		p.node.unread = true
		p.add(p.node.line, "must be an object, not %s", p.node.what())
		return
	}
	fields := p.keys.of(v.Type())
	for _, key := range p.node.keys {
		index, known := fields[key]
		if !known {
			p.add(p.node.lineOf(key), "unknown key %q", key)
			continue
		}
		decodeValue(p, key, p.node.fields[key], v.FieldByIndex(index))
	}
}

// keyTable remembers which key of a file goes into which field of a type:
// looking that up anew for each of a thousand cells took a third of the time.
type keyTable map[reflect.Type]map[string][]int

// of maps the keys of a struct, those of embedded ones included.
func (k keyTable) of(t reflect.Type) map[string][]int {
	if out, ok := k[t]; ok {
		return out
	}
	out := map[string][]int{}
	k[t] = out
	for _, f := range reflect.VisibleFields(t) {
		if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key != "" {
			out[key] = f.Index
		}
	}
	return out
}

func decodeValue(p place, key string, n *node, v reflect.Value) {
	want := ""
	switch v.Kind() {
	case reflect.String:
		if s, ok := n.value.(string); ok {
			checkText(p, key, n, s)
			v.SetString(s)
			return
		}
		want = "text"
	case reflect.Int:
		if s, ok := n.value.(json.Number); ok {
			if i, err := s.Int64(); err == nil {
				v.SetInt(i)
				return
			}
		}
		want = "a whole number"
	case reflect.Bool:
		if b, ok := n.value.(bool); ok {
			v.SetBool(b)
			return
		}
		want = "true or false"
	case reflect.Slice:
		if n.isList() {
			decodeList(p, key, n, v)
			return
		}
		want = "a list"
	}
	n.unread = true
	p.add(n.line, "%q must be %s, not %s", key, want, n.what())
}

func decodeList(p place, key string, n *node, v reflect.Value) {
	if len(n.items) > workshop.MaxList {
		p.add(n.line, "%q has %d entries, the limit is %d", key, len(n.items), workshop.MaxList)
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
	for i, item := range n.items {
		if e := v.Index(i); e.Kind() == reflect.Struct {
			decode(p.enter(noun(e.Type()), item.label(), item), e)
		} else {
			decodeValue(p, key, item, e)
		}
		n.unread = n.unread || item.unread
	}
}

// noun is what a message calls a part.
func noun(t reflect.Type) string {
	if t == reflect.TypeFor[stepSource]() {
		return "step"
	}
	if t == reflect.TypeFor[phaseSource]() {
		return "phase"
	}
	return strings.ToLower(t.Name())
}

// label is what a part is known by: its id, or what it refers to.
func (n *node) label() string {
	for _, key := range []string{"id", "use", "cell"} {
		if s := n.text(key); s != "" {
			return s
		}
	}
	return ""
}

func checkText(p place, key string, n *node, s string) {
	if err := workshop.CheckText(s, workshop.MaxText, false); err != nil {
		n.unread = true
		p.add(n.line, "%q %v", key, err)
		return
	}
	if strings.TrimSpace(s) == "" {
		n.unread = true
		p.add(n.line, "%q is blank", key)
	}
}

package workshop

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// sameAsJSON reads a document both ways. The quick one may decline, but what
// it takes encoding/json takes too, with the same result.
func sameAsJSON(t interface{ Fatalf(string, ...any) }, k Kind, doc string) (quick bool) {
	a, err := New(k)
	if err != nil {
		t.Fatalf("%v", err)
	}
	quick = readPlain(a, doc)
	if !quick {
		return false
	}
	b, _ := New(k)
	if err := json.Unmarshal([]byte(doc), b); err != nil {
		t.Fatalf("%s %s was taken; encoding/json says %v", k, doc, err)
	}
	a.base().ID, b.base().ID = "", ""
	if !reflect.DeepEqual(a, b) {
		t.Fatalf("%s %s is read as\n%#v, by encoding/json as\n%#v", k, doc, a, b)
	}
	return true
}

func TestWhatIsWrittenIsReadQuickly(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "a\nb", `say "no"`, "改善", "<b>&", "\\", "👷", "\u2028", "e\u0301"}))
	value := map[Type]*rapid.Generator[any]{
		TypeNumber: rapid.Custom(func(t *rapid.T) any { return rapid.Float64().Draw(t, "number") }),
	}
	rapid.Check(t, func(rt *rapid.T) {
		k := rapid.SampledFrom(Kinds).Draw(rt, "kind")
		r, err := New(k)
		must2(rt, err)
		v := reflect.ValueOf(r).Elem()
		for _, f := range Fields(k) {
			if !rapid.Bool().Draw(rt, f.Name) {
				continue
			}
			switch x := v.Field(f.index).Addr().Interface().(type) {
			case *string:
				*x = text.Draw(rt, "text")
			case *ID:
				*x = ID(text.Draw(rt, "id"))
			case *Date:
				*x = Date(text.Draw(rt, "date"))
			case *int:
				*x = rapid.Int().Draw(rt, "int")
			case *Money:
				*x = Money(rapid.Int64().Draw(rt, "money"))
			case *bool:
				*x = true
			case **int:
				n := rapid.Int().Draw(rt, "int")
				*x = &n
			case **float64:
				n := value[TypeNumber].Draw(rt, "float").(float64)
				*x = &n
			case *[]ID:
				*x = []ID{ID(text.Draw(rt, "id")), "b"}
			case *[]string:
				*x = []string{text.Draw(rt, "line")}
			case *map[string]any:
				*x = map[string]any{"text": text.Draw(rt, "cell"), text.Draw(rt, "key"): rapid.Float64().Draw(rt, "float"), "done": true, "not": false}
			case *map[string]Gate:
				*x = map[string]Gate{"a": {Met: true, Evidence: text.Draw(rt, "evidence")}}
			case *map[string]Answer:
				*x = map[string]Answer{"L1": {Now: 3, Evidence: text.Draw(rt, "evidence")}}
			default:
				rt.Fatalf("%s.%s has the type %T, which this test does not know", k, f.Name, x)
			}
		}
		if doc := string(document(r)); !sameAsJSON(rt, k, doc) {
			rt.Fatalf("%s is not read quickly", doc)
		}
	})
}

func FuzzReadPlain(f *testing.F) {
	for _, doc := range []string{`{}`, `{"id":"","title":"b"}`, `{"number":01}`, `{"number":-0}`, `{"number":1.5}`, `{"title":"a","title":"b"}`,
		`{"TITLE":"a"}`, `{"title":null}`, `{"title":"\ud800"}`, `{"helpers":[]}`, `{"helpers":["a",]}`, `{"title":"a"}x`, `{"cells":{"a":1e5,"b":{"c":[1]}}}`,
		`{"gates":{"a":{"met":true}}}`, `{"cells":{"a":.5}}`, `{"cells":{"a":1.e5}}`, `{"cells":{"a":1.}}`, `{"cells":{"a":-}}`, `{"support_now":-2}`, `{"value":1.25}`, `{,}`, `{"title":"\x00"}`, `{"id":"a"`} {
		f.Add(doc)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		for _, k := range Kinds {
			sameAsJSON(t, k, doc)
			sameAsJSON(t, k, `{"id":"",`+strings.TrimPrefix(doc, "{"))
		}
	})
}

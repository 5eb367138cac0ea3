package exchange

import (
	"encoding/json"
	"slices"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// refs finds what an action points to by what it is called.
type refs struct {
	named map[string]map[string][]workshop.ID // by field and folded label
	there map[workshop.ID]bool
}

// newRefs reads the labels of whatever the edits of the copies may name.
func newRefs(w *workshop.Workshop, copies []*Copy) *refs {
	asked := slices.ContainsFunc(copies, func(c *Copy) bool {
		return slices.ContainsFunc(c.Rows, func(r Row) bool {
			return slices.ContainsFunc(r.Edits, func(e Edit) bool { return isRef(e.Field) })
		})
	})
	r := &refs{named: map[string]map[string][]workshop.ID{"goal": {}, "source": {}}, there: map[workshop.ID]bool{}}
	if !asked {
		return r
	}
	put := func(field, label string, id workshop.ID) {
		r.there[id] = true
		if label = Fold(label); label != "" {
			r.named[field][label] = append(r.named[field][label], id)
		}
	}
	for _, g := range workshop.All[workshop.Goal](w) {
		put("goal", g.Title, g.ID)
	}
	// Entries of the resistance map are no source that a spreadsheet may name.
	for _, k := range []workshop.Kind{workshop.KindStep, workshop.KindCard, workshop.KindReview} {
		for _, x := range w.Records(k) {
			id := workshop.IDOf(x)
			put("source", actionlist.SourceOf(w, id).Label, id)
		}
	}
	return r
}

// find is what a name means: what the file itself calls so, or else the only
// thing that is called so in the app.
func (r *refs) find(field, name string, in *Place) (workshop.ID, string) {
	folded := Fold(name)
	if in != nil {
		if id := in.Refs[field+"\x00"+folded]; r.there[id] {
			return id, ""
		}
	}
	switch ids := r.named[field][folded]; {
	case len(ids) == 1:
		return ids[0], ""
	case len(ids) > 1:
		return "", "may be one of several that are called so; choose it in the app"
	case field == "goal":
		return "", "is not what any goal is called; nothing was taken for it"
	}
	return "", "is not what any step, card or review is called; nothing was taken for it"
}

func isRef(field string) bool {
	f, ok := workshop.FieldOf(workshop.KindAction, field)
	return ok && f.Type == workshop.TypeRef
}

// Called is what a field of an action says to people where the record has an
// id: a goal's title, or what the action came from. It says false for all
// other fields.
func Called(w *workshop.Workshop, field string, raw json.RawMessage) (string, bool) {
	var id workshop.ID
	if !isRef(field) || len(raw) == 0 || json.Unmarshal(raw, &id) != nil {
		return "", false
	}
	if g := workshop.Find[workshop.Goal](w, id); g != nil {
		return g.Title, true
	}
	return actionlist.SourceOf(w, id).Label, true
}

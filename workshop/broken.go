package workshop

import "errors"

// Broken lists what validation would refuse in the workshop as it is: limits,
// required fields and references that lead nowhere. Edits never leave any;
// merged changes can, when somebody deleted what somebody else pointed to.
func (w *Workshop) Broken() []*Invalid {
	var out []*Invalid
	find := func(id ID) Kind {
		if r := w.Find(id); r != nil {
			return r.Kind()
		}
		return ""
	}
	for _, k := range Kinds {
		for _, r := range w.list(k) {
			var bad *Invalid
			if err := validate(nil, r, find); errors.As(err, &bad) {
				out = append(out, bad)
			}
		}
	}
	return out
}

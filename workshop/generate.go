package workshop

// generate gives a new record what the app makes for it.
func (e *Edit) generate(r Record) {
	switch x := r.(type) {
	case *Action:
		if x.Number == 0 {
			x.Number = e.nextNumber()
		}
		e.number = max(e.number, x.Number)
		if x.Status == "" {
			x.Status = ActionOpen
		}
	case *Person:
		if x.Code == "" {
			x.Code = e.nextCode(r)
		}
		e.useCodes(r)
	case *Stakeholder:
		if p, ok := e.Find(x.Person).(*Person); ok {
			x.Code = p.Code
		}
		if x.Code == "" {
			x.Code = e.nextCode(r)
		}
		e.useCodes(r)
	}
}

// nextNumber counts on from the highest ever used, deleted actions included.
func (e *Edit) nextNumber() int {
	if !e.counted {
		for _, entry := range e.w.entries {
			if a, ok := entry.rec.(*Action); ok {
				e.number = max(e.number, a.Number)
			}
		}
		e.counted = true
	}
	return e.number + 1
}

// nextCode is the first code name of the list that nobody has, neither as a
// code name nor as a part of their name: Hazel Smith must not become Hazel.
func (e *Edit) nextCode(r Record) string {
	if e.codes == nil {
		e.codes = map[string]bool{}
		for _, entry := range e.w.entries {
			e.useCodes(entry.rec)
		}
		for _, d := range e.drafts {
			e.useCodes(d.after)
		}
	}
	e.useCodes(r)
	for ; ; e.code++ {
		if code := codeName(e.code); !e.codes[fold(code)] {
			return code
		}
	}
}

// useCodes notes what can be no code name any more.
func (e *Edit) useCodes(r Record) {
	if e.codes == nil {
		return
	}
	name := ""
	switch x := r.(type) {
	case *Person:
		name = x.Name
		e.codes[fold(x.Code)] = true
	case *Stakeholder:
		name = x.Name
		e.codes[fold(x.Code)] = true
	}
	for _, w := range wordsOf(name) {
		e.codes[w.folded] = true
	}
}

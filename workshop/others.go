package workshop

// Others takes the names of all who are only stakeholders out of texts, but for
// one: what is held on a person is given to that person to read, and must not
// tell who else stands on the map.
func (w *Workshop) Others(but *Subject) func(text string) string {
	r := &redactor{audience: Sponsor, hidden: map[ID]*Person{}, mapped: map[ID]bool{}, own: map[ID]*names{}, but: but}
	public := publicPeople(w)
	for _, s := range All[Stakeholder](w) {
		if p := Find[Person](w, s.Person); p != nil && !public[p.ID] && !but.Is(p.ID) {
			r.hidden[p.ID] = p
		}
	}
	r.learnAll(w)
	return func(text string) string {
		out, _ := r.secret.replace(text)
		return out
	}
}

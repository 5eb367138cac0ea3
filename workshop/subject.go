package workshop

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ErasedName stands in texts where the name of somebody was who has been erased.
const ErasedName = "[erased]"

// Subject is one person as a workshop knows them: under which names, as which
// records, and in which texts. It is the same for what is given to that person
// to read and for what is erased, so that neither knows less than the other.
type Subject struct {
	People  []ID // records of people of the name, deleted ones too
	Entries []ID // entries of the resistance map, deleted ones too
	whole   names
	any     names
	exact   []string
	written []string // the names as they were given
	keys    map[string]bool
}

// known says whether a text is the name and nothing else.
func (s *Subject) known(text string) bool { return s.keys[strings.Join(nameWords(text), " ")] }

// Subject finds a person by name, however it is written, or by id. others are
// names that the person had before. It is nil where nobody of the name is known
// here; [Workshop.SubjectIn] finds the name in texts even then.
func (w *Workshop) Subject(name string, others ...string) *Subject {
	s := w.SubjectIn(name, others...)
	if len(s.People)+len(s.Entries) == 0 {
		return nil
	}
	return s
}

// SubjectIn is Subject also for a workshop in which nobody of the name is known:
// only the whole name is looked for there, since its parts may be somebody else's.
func (w *Workshop) SubjectIn(name string, others ...string) *Subject {
	s := &Subject{}
	if p, ok := w.any(ID(name)).(*Person); ok {
		name = p.Name
	}
	s.written = append([]string{strings.TrimSpace(name)}, others...)
	s.keys = map[string]bool{}
	for _, n := range s.written {
		s.keys[strings.Join(nameWords(n), " ")] = true
	}
	delete(s.keys, "")
	shared := map[string]bool{}
	var mails []string
	for _, e := range w.entries {
		p, ok := e.rec.(*Person)
		switch {
		case !ok:
		case s.known(p.Name):
			s.People = append(s.People, p.ID)
			if !slices.Contains(s.written, p.Name) {
				s.written = append(s.written, p.Name)
			}
			if p.Email != "" {
				mails = append(mails, p.Email)
			}
		case e.alive():
			for _, part := range nameWords(p.Name) {
				shared[part] = true
			}
		}
	}
	for _, e := range w.entries {
		if x, ok := e.rec.(*Stakeholder); ok && (x.Person != "" && slices.Contains(s.People, x.Person) || x.Person == "" && x.Size <= 1 && s.known(x.Name)) {
			s.Entries = append(s.Entries, x.ID)
		}
	}
	slices.Sort(s.People)
	slices.Sort(s.Entries)
	for _, n := range s.written {
		s.learn(n, shared, len(s.People)+len(s.Entries) > 0)
	}
	for _, m := range mails {
		s.whole.add(nameWords(m), ErasedName)
		s.any.add(nameWords(m), ErasedName)
		s.exact = append(s.exact, m)
	}
	return s
}

// Mapped is everybody who is on the resistance map and takes part in nothing
// else, together with every entry of it, for when the time is over for which
// judgements were to be kept. It is nil where the map is empty.
func (w *Workshop) Mapped() *Subject {
	s := &Subject{keys: map[string]bool{}}
	public := publicPeople(w)
	shared := map[string]bool{}
	for _, e := range w.entries {
		if x, ok := e.rec.(*Stakeholder); ok {
			s.Entries = append(s.Entries, x.ID)
			if p, ok := w.any(x.Person).(*Person); ok && !public[p.ID] && !slices.Contains(s.People, p.ID) {
				s.People = append(s.People, p.ID)
			}
		}
	}
	if len(s.Entries) == 0 {
		return nil
	}
	slices.Sort(s.People)
	slices.Sort(s.Entries)
	for _, p := range All[Person](w) {
		if !s.Is(p.ID) {
			for _, part := range nameWords(p.Name) {
				shared[part] = true
			}
		}
	}
	for _, id := range s.People {
		p := w.any(id).(*Person)
		s.written = append(s.written, p.Name)
		s.keys[strings.Join(nameWords(p.Name), " ")] = true
		s.learn(p.Name, shared, true)
		if p.Email != "" {
			s.any.add(nameWords(p.Email), ErasedName)
			s.exact = append(s.exact, p.Email)
		}
	}
	return s
}

func (s *Subject) learn(name string, shared map[string]bool, parts bool) {
	p := partsOf(name)
	s.whole.learnWhole(p, ErasedName, nil)
	s.any.learnWhole(p, ErasedName, nil)
	if parts {
		s.any.learn(name, ErasedName, shared)
		if len(p) == 1 {
			s.any.learnEntry(name, ErasedName, nil)
		}
	}
	// As it was typed, wherever that stands: inside of another word too. A name of one word in letters is part of too many.
	if n := strings.TrimSpace(norm.NFC.String(name)); len(p) > 1 || len(p) == 1 && unspaced(p[0].first) && len([]rune(n)) > 1 {
		s.exact = append(s.exact, n)
	}
}

// SameName says whether two texts are the same name: in any case, with or
// without accents.
func SameName(a, b string) bool {
	x := strings.Join(nameWords(a), " ")
	return x != "" && x == strings.Join(nameWords(b), " ")
}

// any is a record whether it is deleted or not, nil where there is none.
func (w *Workshop) any(id ID) Record {
	if e := w.entries[id]; e != nil {
		return e.rec
	}
	return nil
}

// Is says whether the id is that of the person.
func (s *Subject) Is(id ID) bool { return id != "" && slices.Contains(s.People, id) }

// Names are the ways in which the name was given, the one asked for first.
func (s *Subject) Names() []string { return slices.Clone(s.written) }

// Cut puts [ErasedName] in the place of the name, its parts and the address.
func (s *Subject) Cut(text string) (string, bool) { return s.cut(&s.any, text) }

// Named says whether the whole name, or the address, is in the text.
func (s *Subject) Named(text string) bool {
	_, found := s.cut(&s.whole, text)
	return found
}

func (s *Subject) cut(n *names, text string) (string, bool) {
	exact := text
	for _, x := range s.exact {
		exact = strings.ReplaceAll(exact, x, ErasedName)
	}
	out, found := n.replace(exact)
	return out, found || exact != text
}

// Spelled are the names and addresses as bytes of a file may hold them, for a
// search through it. A name of one word in letters is part of many words: of
// such a person only the address is among them.
func (s *Subject) Spelled() []string {
	var out []string
	for _, n := range s.exact {
		n = strings.TrimSpace(norm.NFC.String(n))
		if len([]rune(n)) > 1 && strings.IndexFunc(n, unicode.IsLetter) >= 0 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

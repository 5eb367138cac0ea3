package assess

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// Extension is how the name of a file with a questionnaire ends.
const Extension = ".nemaquestions"

// Store is where questionnaires of one's own are kept: the library, beside the
// templates.
type Store interface {
	Templates() ([]workshop.TemplateDoc, error)
	KeepTemplate(workshop.TemplateDoc) error
}

// Shelf is the questionnaires that a round can be planned with: the built-in
// ones, and one's own in all their versions. A round has its own copy, so
// nothing on the shelf changes it.
type Shelf struct {
	built []*Questionnaire
	kept  []keptVersion
}

type keptVersion struct {
	*Questionnaire
	hidden bool
}

// NewShelf has the built-in questionnaires on it.
func NewShelf() (*Shelf, error) {
	built, err := Builtin()
	return &Shelf{built: built}, err
}

// Open takes up everything that the store keeps. One that cannot be read (a
// newer version wrote it) is left out; the error names each.
func (s *Shelf) Open(from Store) error {
	docs, err := from.Templates()
	if err != nil {
		return err
	}
	var errs []error
	for _, d := range docs {
		id, ok := strings.CutPrefix(d.ID, workshop.QuestionnaireDocs)
		if !ok {
			continue
		}
		q, err := Read(fmt.Sprintf("questionnaire %s, version %d", id, d.Version), d.Doc)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		s.keep(keptVersion{q, d.Hidden})
	}
	return errors.Join(errs...)
}

func (s *Shelf) keep(k keptVersion) {
	s.kept = slices.DeleteFunc(s.kept, func(o keptVersion) bool { return o.ID == k.ID && o.Version == k.Version })
	s.kept = append(s.kept, k)
}

// Own lists the newest version of each questionnaire of one's own, by title.
func (s *Shelf) Own() []*Questionnaire {
	newest := map[string]*Questionnaire{}
	for _, k := range s.kept {
		if old := newest[k.ID]; !k.hidden && (old == nil || k.Version > old.Version) {
			newest[k.ID] = k.Questionnaire
		}
	}
	var out []*Questionnaire
	for _, q := range newest {
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b *Questionnaire) int { return strings.Compare(a.Title+"\x00"+a.ID, b.Title+"\x00"+b.ID) })
	return out
}

// All lists the built-in questionnaires and then one's own.
func (s *Shelf) All() []*Questionnaire { return append(slices.Clone(s.built), s.Own()...) }

// IsOwn says whether there is a questionnaire of one's own with this id.
func (s *Shelf) IsOwn(id string) bool {
	return slices.ContainsFunc(s.Own(), func(q *Questionnaire) bool { return q.ID == id })
}

func (s *Shelf) isBuiltIn(id string) bool {
	return slices.ContainsFunc(s.built, func(q *Questionnaire) bool { return q.ID == id })
}

func (s *Shelf) exactly(id string, version int) (keptVersion, bool) {
	i := slices.IndexFunc(s.kept, func(k keptVersion) bool { return k.ID == id && k.Version == version })
	if i < 0 {
		return keptVersion{}, false
	}
	return s.kept[i], true
}

// newest is the highest version that is kept of a questionnaire, 0 for none.
func (s *Shelf) newest(id string) int {
	n := 0
	for _, k := range s.kept {
		if k.ID == id {
			n = max(n, k.Version)
		}
	}
	return n
}

// Check lists what keeps a questionnaire that is being edited from being saved.
func Check(q *Questionnaire) []*Problem { return Problems(check("", q)) }

// Save keeps a questionnaire of one's own as its next version and returns it.
// One that is not complete is refused with its problems.
func (s *Shelf) Save(to Store, q *Questionnaire) (*Questionnaire, error) {
	q = q.Clone()
	if s.isBuiltIn(q.ID) {
		return nil, fmt.Errorf("%q is the name of a built-in questionnaire; nothing was saved; duplicate it and save the copy", q.ID)
	}
	q.Version = s.newest(q.ID) + 1
	if err := check("", q); err != nil {
		return nil, err
	}
	return q, s.put(to, keptVersion{q, false})
}

// Delete takes all versions of one's own questionnaire out of sight, and Restore
// brings them back.
func (s *Shelf) Delete(to Store, id string) error { return s.hide(to, id, true) }

// Restore is the opposite of Delete.
func (s *Shelf) Restore(to Store, id string) error { return s.hide(to, id, false) }

func (s *Shelf) hide(to Store, id string, hidden bool) error {
	for _, k := range slices.Clone(s.kept) {
		if k.ID == id {
			if err := s.put(to, keptVersion{k.Questionnaire, hidden}); err != nil {
				return err
			}
		}
	}
	return nil
}

// Plan says what would become of a questionnaire from a file, and which one would
// be kept: it as it is where its name is free or it is another version of one's
// own; a copy with a name of its own where another questionnaire has its name and
// version. It changes nothing.
func (s *Shelf) Plan(q *Questionnaire) (*Questionnaire, workshop.Taken) {
	for _, b := range s.built {
		if b.Same(q) {
			return b, workshop.TakenAlready
		}
	}
	here, ok := s.exactly(q.ID, q.Version)
	switch newest := s.newest(q.ID); {
	case ok && here.Same(q) && here.hidden:
		return here.Questionnaire, workshop.TakenNew // it was deleted and comes back
	case ok && here.Same(q):
		return here.Questionnaire, workshop.TakenAlready
	case ok || s.isBuiltIn(q.ID):
		return s.renamed(q)
	case newest == 0 || !s.IsOwn(q.ID):
		return q, workshop.TakenNew
	case newest < q.Version:
		return q, workshop.TakenNewer
	}
	return q, workshop.TakenOlder
}

// renamed gives a questionnaire the first free name after its title; where the
// same one has been given a name before, that one serves.
func (s *Shelf) renamed(q *Questionnaire) (*Questionnaire, workshop.Taken) {
	out := q.Clone()
	out.Version = 1
	for n := 1; ; n++ {
		out.ID = numbered(q.Title, n)
		here, ok := s.exactly(out.ID, out.Version)
		if ok && !here.hidden && here.Same(out) {
			return here.Questionnaire, workshop.TakenAlready
		}
		if s.free(out.ID) {
			return out, workshop.TakenCopy
		}
	}
}

// Take keeps a questionnaire from a file as [Shelf.Plan] says.
func (s *Shelf) Take(to Store, q *Questionnaire) (*Questionnaire, workshop.Taken, error) {
	out, how := s.Plan(q)
	if how == workshop.TakenAlready {
		return out, how, nil
	}
	if how == workshop.TakenNew {
		if err := s.Restore(to, out.ID); err != nil {
			return nil, how, err
		}
	}
	return out, how, s.put(to, keptVersion{out, false})
}

func (s *Shelf) put(to Store, k keptVersion) error {
	err := to.KeepTemplate(workshop.TemplateDoc{ID: workshop.QuestionnaireDocs + k.ID, Version: k.Version, Own: true, Hidden: k.hidden, Doc: k.Write()})
	if err == nil {
		s.keep(k)
	}
	return err
}

// FreeID makes an id for a new questionnaire out of its title, one that is not
// taken here.
func (s *Shelf) FreeID(title string) string {
	for n := 1; ; n++ {
		if id := numbered(title, n); s.free(id) {
			return id
		}
	}
}

func (s *Shelf) free(id string) bool { return !s.isBuiltIn(id) && s.newest(id) == 0 }

// numbered is the n-th id that a title may give, from 1.
func numbered(title string, n int) string {
	if n == 1 {
		return workshop.Slug(title)
	}
	return fmt.Sprintf("%s-%d", workshop.Slug(title), n)
}

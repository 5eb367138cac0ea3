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

// Take keeps a questionnaire from a file and returns it as it is kept: as it is
// where its name is free or it is another version of one's own; under a name of
// its own where another questionnaire has its name and version; not again where
// it is here already, word for word.
func (s *Shelf) Take(to Store, q *Questionnaire) (*Questionnaire, error) {
	here, ok := s.exactly(q.ID, q.Version)
	switch {
	case ok && here.Same(q):
		return here.Questionnaire, s.Restore(to, q.ID)
	case ok || s.isBuiltIn(q.ID):
		for _, b := range s.built {
			if b.Same(q) {
				return b, nil
			}
		}
		q = q.Clone()
		q.ID, q.Version = s.FreeID(q.Title), 1
	}
	return q, s.put(to, keptVersion{q, false})
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
	wanted := workshop.Slug(title)
	id := wanted
	for n := 2; s.isBuiltIn(id) || s.newest(id) > 0; n++ {
		id = fmt.Sprintf("%s-%d", wanted, n)
	}
	return id
}

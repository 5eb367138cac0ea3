package template

import (
	"errors"
	"fmt"
	"slices"

	"nemawashi.app/workshop"
)

// Store is where templates are kept: the library.
type Store interface {
	Templates() ([]workshop.TemplateDoc, error)
	KeepTemplate(workshop.TemplateDoc) error
}

// ErrInvalid is what a template is refused with that cannot be saved; the
// problems are joined to it.
var ErrInvalid = errors.New("the template is not complete")

// Open takes up everything that the store keeps. A template that cannot be read
// (a newer version wrote it) is left out; the error names each, and the others
// are there all the same.
func (s *Set) Open(from Store) error {
	docs, err := from.Templates()
	if err != nil {
		return err
	}
	var errs []error
	for _, d := range docs {
		if !workshop.IsTemplate(d.ID) {
			continue
		}
		t, err := Read(fmt.Sprintf("template %s, version %d", d.ID, d.Version), d.Doc)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		s.Keep(Kept{Template: t, Own: d.Own, Hidden: d.Hidden})
	}
	return errors.Join(errs...)
}

// Begin keeps the version that a workshop is about to begin with, so that it
// stays what it is when a newer one comes, also with a new version of the app.
func (s *Set) Begin(to Store, t *Template) error {
	if slices.ContainsFunc(s.Versions(t.ID), func(k Kept) bool { return k.Version == t.Version }) {
		return nil
	}
	return s.put(to, Kept{Template: t})
}

// Save keeps a template of one's own as its next version and returns it. One
// that is not complete is refused with [ErrInvalid] and its problems; the id of
// a built-in template is refused too.
func (s *Set) Save(to Store, t *Template) (*Template, error) {
	t = t.Clone()
	t.Version = 1
	if v := s.Versions(t.ID); len(v) > 0 {
		t.Version = v[0].Version + 1
	}
	if s.isBuiltIn(t.ID) {
		return nil, fmt.Errorf("%w: %q is the name of a built-in template", ErrInvalid, t.ID)
	}
	if found := Check(t); len(found) > 0 {
		errs := []error{ErrInvalid}
		for _, p := range found {
			errs = append(errs, errors.New(p.Reason))
		}
		return nil, errors.Join(errs...)
	}
	return t, s.put(to, Kept{Template: t, Own: true})
}

// Delete takes all versions of one's own template out of sight, and Restore
// brings them back. Workshops that began with it keep it.
func (s *Set) Delete(to Store, id string) error { return s.hide(to, id, true) }

// Restore is the opposite of Delete.
func (s *Set) Restore(to Store, id string) error { return s.hide(to, id, false) }

func (s *Set) hide(to Store, id string, hidden bool) error {
	for _, k := range s.Versions(id) {
		if !k.Own {
			continue
		}
		k.Hidden = hidden
		if err := s.put(to, k); err != nil {
			return err
		}
	}
	return nil
}

// Plan says what would become of a template from a file, and which one would be
// kept. It changes nothing.
func (s *Set) Plan(t *Template) (*Template, workshop.Taken) {
	if here, ok := s.exactly(t.ID, t.Version); ok && here.Same(t) {
		if s.isBuiltIn(t.ID) || s.IsOwn(t.ID) {
			return here, workshop.TakenAlready
		}
		return here, workshop.TakenNew // it was deleted and comes back
	} else if ok || s.isBuiltIn(t.ID) {
		return s.renamed(t)
	}
	v := s.Versions(t.ID)
	switch {
	case len(v) == 0 || !s.IsOwn(t.ID):
		return t, workshop.TakenNew
	case v[0].Version < t.Version:
		return t, workshop.TakenNewer
	}
	return t, workshop.TakenOlder
}

// renamed gives a template the first free name; where the same one has been
// given a name before, that one serves.
func (s *Set) renamed(t *Template) (*Template, workshop.Taken) {
	out := t.Clone()
	for n := 2; ; n++ {
		out.ID = fmt.Sprintf("%s-%d", t.ID, n)
		here, ok := s.exactly(out.ID, out.Version)
		if ok && here.Same(out) && s.IsOwn(out.ID) {
			return here, workshop.TakenAlready
		}
		if !ok && !s.isBuiltIn(out.ID) && len(s.Versions(out.ID)) == 0 {
			return out, workshop.TakenCopy
		}
	}
}

// Take keeps a template from a file as [Set.Plan] says.
func (s *Set) Take(to Store, t *Template) (*Template, workshop.Taken, error) {
	out, how := s.Plan(t)
	if how == workshop.TakenAlready {
		return out, how, nil
	}
	if how == workshop.TakenNew {
		if err := s.Restore(to, out.ID); err != nil {
			return nil, how, err
		}
	}
	return out, how, s.put(to, Kept{Template: out, Own: true})
}

func (s *Set) exactly(id string, version int) (*Template, bool) {
	t, ok := s.At(id, version)
	return t, ok && t.ID == id && t.Version == version
}

func (s *Set) isBuiltIn(id string) bool {
	return slices.ContainsFunc(s.all, func(t *Template) bool { return t.ID == id })
}

func (s *Set) put(to Store, k Kept) error {
	err := to.KeepTemplate(workshop.TemplateDoc{ID: k.ID, Version: k.Version, Own: k.Own, Hidden: k.Hidden, Doc: Write(k.Template)})
	if err == nil {
		s.Keep(k)
	}
	return err
}

// FreeID makes an id for a new template out of its title, one that is not taken
// here.
func (s *Set) FreeID(title string) string {
	taken := map[string]bool{}
	for _, t := range s.all {
		taken[t.ID] = true
	}
	s.mu.RLock()
	for _, k := range s.kept {
		taken[k.ID] = true
	}
	s.mu.RUnlock()
	return freeID(workshop.Slug(title), taken)
}

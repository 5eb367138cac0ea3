package template

import (
	"slices"
	"sync"
)

// Set is the templates that there are: those of a folder, and one's own beside
// them. Its methods may be called from several goroutines.
type Set struct {
	all      []*Template // of the folder
	canvases map[string]Canvas

	mu   sync.RWMutex
	kept []Kept
}

// Kept is one version of a template that a library keeps. It is never written
// over: a workshop goes on with the version that it began with.
type Kept struct {
	*Template
	Own    bool // made here or taken from a file; else a built-in one that a workshop began with
	Hidden bool // deleted by its owner; only workshops still use it
}

// Keep takes a version up, or changes what is known of it. Owners of a set tell
// it what their library keeps.
func (s *Set) Keep(k Kept) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept = slices.DeleteFunc(slices.Clone(s.kept), func(o Kept) bool { return o.ID == k.ID && o.Version == k.Version })
	s.kept = append(s.kept, k)
}

// Own lists the newest version of each template of one's own, in the order in
// which they were taken up; deleted ones are left out.
func (s *Set) Own() []*Template {
	s.mu.RLock()
	defer s.mu.RUnlock()
	newest := map[string]*Template{}
	var order []string
	for _, k := range s.kept {
		if !k.Own || k.Hidden {
			continue
		}
		old := newest[k.ID]
		if old == nil {
			order = append(order, k.ID)
		}
		if old == nil || k.Version > old.Version {
			newest[k.ID] = k.Template
		}
	}
	var out []*Template
	for _, id := range order {
		out = append(out, newest[id])
	}
	return out
}

// Versions lists every version that is kept of a template, deleted ones too,
// the newest first.
func (s *Set) Versions(id string) []Kept {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var out []Kept
	for _, k := range s.kept {
		if k.ID == id {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(a, b Kept) int { return b.Version - a.Version })
	return out
}

// IsOwn says whether there is a template of one's own with this id.
func (s *Set) IsOwn(id string) bool {
	return slices.ContainsFunc(s.Own(), func(t *Template) bool { return t.ID == id })
}

// BuiltIn lists the templates of the folder: kaikaku, kaizen, assessment,
// custom, within a kind the short before the long.
func (s *Set) BuiltIn() []*Template { return slices.Clone(s.all) }

// All lists the templates of the folder and then one's own.
func (s *Set) All() []*Template { return append(s.BuiltIn(), s.Own()...) }

// ByID returns the newest version of a template, or false.
func (s *Set) ByID(id string) (*Template, bool) {
	all := s.All()
	i := slices.IndexFunc(all, func(t *Template) bool { return t.ID == id })
	if i < 0 {
		return nil, false
	}
	return all[i], true
}

// At returns the version that a workshop began with. Where that is not here any
// more, the newest one stands in; false where the template is not known at all.
func (s *Set) At(id string, version int) (*Template, bool) {
	for _, t := range s.all {
		if t.ID == id && t.Version == version {
			return t, true
		}
	}
	versions := s.Versions(id)
	for _, k := range versions {
		if k.Version == version {
			return k.Template, true
		}
	}
	if t, ok := s.ByID(id); ok {
		return t, true
	}
	if len(versions) > 0 {
		return versions[0].Template, true
	}
	return nil, false
}

// Confidential says whether a cell of a canvas holds judgements about people.
// A session needs it so that views leave them out. One version that says so is
// enough: cards do not tell which version they were written under.
func (s *Set) Confidential(canvas, cell string) bool {
	c := s.canvases[canvas]
	if found, ok := c.Cell(cell); ok && found.Confidential {
		return true
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, k := range s.kept {
		if c, ok := k.Canvas(canvas); ok {
			if found, ok := c.Cell(cell); ok && found.Confidential {
				return true
			}
		}
	}
	return false
}

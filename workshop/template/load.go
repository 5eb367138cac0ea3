package template

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"nemawashi.app/assets"
)

// builtin is read once: it is embedded, so it cannot change while we run.
var builtin = sync.OnceValues(func() (*Set, error) {
	folder, err := fs.Sub(assets.Templates, "templates")
	if err != nil {
		return nil, fmt.Errorf("built-in templates: %w", err)
	}
	return Load(folder)
})

// Builtin is a new set with the templates that the application carries.
func Builtin() (*Set, error) {
	s, err := builtin()
	if err != nil {
		return nil, err
	}
	return &Set{all: s.all, canvases: s.canvases}, nil
}

// The files of a folder: libraries of canvases, libraries of steps, and
// templates, one to a file and named after its id.
type (
	canvasFile struct {
		Canvases []Canvas `json:"canvases"`
	}
	stepFile struct {
		Steps []Step `json:"steps"`
	}
	templateFile struct {
		ID          string        `json:"id"`
		Version     int           `json:"version"`
		Title       string        `json:"title"`
		Family      string        `json:"family"`
		Kind        string        `json:"kind"`
		Days        int           `json:"days"`
		Summary     string        `json:"summary"`
		Description string        `json:"description"`
		Icon        string        `json:"icon"`
		Language    string        `json:"language"`
		Phases      []phaseSource `json:"phases"`
		Canvases    []string      `json:"canvases"` // more canvases than the steps name
	}
	phaseSource struct {
		ID    string       `json:"id"`
		Title string       `json:"title"`
		Day   int          `json:"day"`
		Steps []stepSource `json:"steps"`
	}
	// stepSource is a step of its own, or one of a library with some keys
	// written anew.
	stepSource struct {
		Use string `json:"use"`
		Step
	}
)

// loader keeps what later files refer to.
type loader struct {
	own       bool // a template of somebody's own, which may do without guides
	icons     []string
	canvases  map[string]Canvas
	steps     map[string]Step
	canvasIDs map[string]bool
	stepIDs   map[string]bool
	problems  []*Problem
	keys      keyTable
}

// Load reads all templates of a folder. Its error joins every [*Problem] found;
// a set with a problem is not handed out.
func Load(fsys fs.FS) (*Set, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	l := &loader{
		icons:    assets.IconNames(),
		canvases: map[string]Canvas{}, canvasIDs: map[string]bool{},
		steps: map[string]Step{}, stepIDs: map[string]bool{},
		keys: keyTable{},
	}
	files := map[string]place{}
	for _, name := range names {
		if p, ok := l.read(fsys, name); ok {
			files[name] = p
		}
	}
	var templates []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch {
		case strings.HasPrefix(name, "canvases"):
			l.loadCanvases(files[name])
		case !strings.HasPrefix(name, "steps"):
			templates = append(templates, name)
		}
	}
	// Steps name canvases, and templates name both.
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, "steps") {
			l.loadSteps(files[name])
		}
	}
	set := &Set{canvases: l.canvases}
	for _, name := range templates {
		set.all = append(set.all, l.loadTemplate(files[name], strings.TrimSuffix(path.Base(name), ".json")))
	}
	if err := l.err(); err != nil {
		return nil, err
	}
	slices.SortFunc(set.all, func(a, b *Template) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)),
			cmp.Compare(a.Family, b.Family), cmp.Compare(a.Days, b.Days), cmp.Compare(a.ID, b.ID))
	})
	return set, nil
}

// err is everything that was found, in the order in which one would mend it.
func (l *loader) err() error {
	slices.SortStableFunc(l.problems, func(a, b *Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	var errs []error
	for _, p := range l.problems {
		errs = append(errs, p)
	}
	return errors.Join(errs...)
}

func (l *loader) read(fsys fs.FS, name string) (place, bool) {
	r := &report{file: name, to: &l.problems, keys: l.keys}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		r.add(0, "cannot be read: %v", err)
		return place{}, false
	}
	n := parse(r, data)
	return place{report: r, node: n}, n != nil
}

func (l *loader) loadCanvases(p place) {
	var file canvasFile
	decode(p, reflect.ValueOf(&file).Elem())
	for i, c := range file.Canvases {
		at := p.item("canvases", i, "canvas", c.ID)
		at.needID(c.ID, l.canvasIDs)
		l.checkCanvas(at, &c)
		l.canvases[c.ID] = c
	}
}

func (l *loader) loadSteps(p place) {
	var file stepFile
	decode(p, reflect.ValueOf(&file).Elem())
	for i, s := range file.Steps {
		at := p.item("steps", i, "step", s.ID)
		at.needID(s.ID, l.stepIDs)
		l.checkStep(at, &s, false)
		l.steps[s.ID] = s
	}
}

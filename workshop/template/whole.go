package template

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"nemawashi.app/assets"
)

// Extension is how the name of a file with a template ends.
const Extension = ".nematemplate"

// Format is the version of the form of such a file. A file of a later one is
// refused, for it may hold what this build would lose.
const Format = 1

// MaxFile is the size, in bytes, up to which a file is read: thirty times the
// largest built-in template.
const MaxFile = 2 << 20

// wholeFile is a template with everything that it uses.
type wholeFile struct {
	Format int `json:"nemawashi_template"`
	Template
}

// Write is the template as a file: JSON, whole in itself, the same bytes for the
// same template.
func Write(t *Template) []byte { return written(t, "  ") }

// WriteDraft writes a template for [ReadDraft]: without the blanks that nobody reads, since it is done with every stroke.
func WriteDraft(t *Template) []byte { return written(t, "") }

func written(t *Template, indent string) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(wholeFile{Format, *t}); err != nil {
		panic(err) // texts, numbers and lists of them can always be written
	}
	return out.Bytes()
}

// Read takes a template from a file of that name, or refuses all of it. Its
// error joins every [*Problem] found.
func Read(name string, data []byte) (*Template, error) {
	l := &loader{own: true, icons: assets.IconNames(), canvases: map[string]Canvas{}, canvasIDs: map[string]bool{}, keys: keyTable{}}
	r := &report{file: name, to: &l.problems, keys: l.keys}
	if len(data) > MaxFile {
		r.add(0, "is larger than %d bytes, which no template is", MaxFile)
		return nil, l.err()
	}
	n := parse(r, data)
	if n == nil {
		return nil, l.err()
	}
	t := l.whole(place{report: r, node: n})
	if err := l.err(); err != nil {
		return nil, err
	}
	return t, nil
}

// Check lists what keeps a template that is being edited from being saved, in
// the order of its parts. The problems name no file.
func Check(t *Template) []*Problem {
	_, err := Read("", Write(t))
	return Problems(err)
}

// Problems are all problems that an error of this package joins, in order.
func Problems(err error) []*Problem {
	var one *Problem
	if errors.As(err, &one) && error(one) == err {
		return []*Problem{one}
	}
	list, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return nil
	}
	var out []*Problem
	for _, e := range list.Unwrap() {
		out = append(out, Problems(e)...)
	}
	return out
}

// whole reads a template whose steps and canvases stand in the same file.
func (l *loader) whole(p place) *Template {
	if !p.node.isObject() || !p.node.has("nemawashi_template") {
		p.add(p.node.line, "is not a template of Nemawashi: the key %q is missing", "nemawashi_template")
		return nil
	}
	var file wholeFile
	decode(p, reflect.ValueOf(&file).Elem())
	if file.Format != Format {
		p.problem("nemawashi_template", "is of form %d, this version of Nemawashi reads form %d", file.Format, Format)
		return nil
	}
	t := &file.Template
	p.needID(t.ID, map[string]bool{})
	l.checkTemplate(p, t, t.ID)
	for i := range t.Canvases {
		c := &t.Canvases[i]
		at := p.item("canvases", i, "canvas", c.ID)
		at.needID(c.ID, l.canvasIDs)
		l.checkCanvas(at, c)
		l.canvases[c.ID] = *c
	}
	phases, steps := map[string]bool{}, map[string]bool{}
	for i := range t.Phases {
		phase := &t.Phases[i]
		at := p.item("phases", i, "phase", phase.ID)
		at.checkPhase(*phase, t.Days, phases)
		for j := range phase.Steps {
			s := &phase.Steps[j]
			place := at.item("steps", j, "step", s.ID)
			place.needID(s.ID, steps)
			l.checkStep(place, s, false)
			place.checkDue(*s, *phase)
		}
	}
	return t
}

// Clone is a copy that may be changed without the original noticing.
func (t *Template) Clone() *Template {
	out := *t
	out.Phases = slices.Clone(t.Phases)
	for i := range out.Phases {
		p := &out.Phases[i]
		p.Steps = slices.Clone(p.Steps)
		for j := range p.Steps {
			p.Steps[j] = p.Steps[j].clone()
		}
	}
	out.Canvases = slices.Clone(t.Canvases)
	for i := range out.Canvases {
		out.Canvases[i] = out.Canvases[i].Clone()
	}
	return &out
}

func (s Step) clone() Step {
	s.Say, s.Do, s.Outputs = slices.Clone(s.Say), slices.Clone(s.Do), slices.Clone(s.Outputs)
	s.Canvases, s.Kotter, s.Tags = slices.Clone(s.Canvases), slices.Clone(s.Kotter), slices.Clone(s.Tags)
	return s
}

// Clone is a copy that may be changed without the original noticing.
func (c Canvas) Clone() Canvas {
	c.Columns, c.Axes, c.Cells = slices.Clone(c.Columns), slices.Clone(c.Axes), slices.Clone(c.Cells)
	c.Quadrants = slices.Clone(c.Quadrants)
	for i := range c.Cells {
		c.Cells[i].Choices = slices.Clone(c.Cells[i].Choices)
	}
	return c
}

// freeID is the wanted id, or the first of "wanted-2", "wanted-3" that is not
// taken.
func freeID(wanted string, taken map[string]bool) string {
	id := wanted
	for n := 2; taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", wanted, n)
	}
	return id
}

// stepIDs are the ids of all steps.
func (t *Template) stepIDs() map[string]bool {
	out := map[string]bool{}
	for _, p := range t.Phases {
		for _, s := range p.Steps {
			out[s.ID] = true
		}
	}
	return out
}

// InsertStep puts a copy of a step, which may be of another template, into a
// phase before the step of that place (the number of steps: at the end), with
// the canvases that it works on, and returns the copy's id. A canvas that is
// here under the same id and is another one gets an id of its own.
func (t *Template) InsertStep(phase, at int, s Step, from *Template) string {
	s = s.clone()
	s.ID = freeID(s.ID, t.stepIDs())
	if t.Phases[phase].Day != DaySustain {
		s.After = 0
	}
	for i, id := range s.Canvases {
		c, ok := from.Canvas(id)
		if !ok {
			continue
		}
		s.Canvases[i] = t.AddCanvas(*c)
	}
	steps := &t.Phases[phase].Steps
	*steps = slices.Insert(*steps, min(max(at, 0), len(*steps)), s)
	return s.ID
}

// AddCanvas adds a copy of a canvas and returns its id. Where the same canvas
// is here already, that one serves.
func (t *Template) AddCanvas(c Canvas) string {
	taken := map[string]bool{}
	for _, have := range t.Canvases {
		if have.ID == c.ID && reflect.DeepEqual(have.Clone(), c.Clone()) {
			return have.ID
		}
		taken[have.ID] = true
	}
	c = c.Clone()
	c.ID = freeID(c.ID, taken)
	t.Canvases = append(t.Canvases, c)
	return c.ID
}

// RemoveCanvas takes a canvas away, also from the steps that work on it.
func (t *Template) RemoveCanvas(id string) {
	t.Canvases = slices.DeleteFunc(t.Canvases, func(c Canvas) bool { return c.ID == id })
	for i := range t.Phases {
		for j := range t.Phases[i].Steps {
			s := &t.Phases[i].Steps[j]
			s.Canvases = slices.DeleteFunc(s.Canvases, func(c string) bool { return c == id })
		}
	}
}

// PDCACovered counts the steps by the phase of the PDCA cycle that they work
// on, in the order plan, do, check, act.
func (t *Template) PDCACovered() [4]int {
	var out [4]int
	for _, p := range t.Phases {
		for _, s := range p.Steps {
			if i := slices.Index(pdca, s.PDCA); i >= 0 {
				out[i]++
			}
		}
	}
	return out
}

// PDCA lists the phases of the cycle as a step names them.
func PDCA() []string { return slices.Clone(pdca) }

// Kinds lists the kinds of workshop.
func Kinds() []string { return slices.Clone(kinds) }

// Shapes lists the shapes of a canvas, Types the types of a cell.
func Shapes() []string { return slices.Clone(shapes) }

// Types lists the types of a cell.
func Types() []string { return slices.Clone(types) }

// KotterServed returns, by stage from 1 on, the titles of the steps that work
// on it.
func (t *Template) KotterServed() map[int][]string {
	out := map[int][]string{}
	for _, p := range t.Phases {
		for _, s := range p.Steps {
			for _, n := range s.Kotter {
				out[n] = append(out[n], s.Title)
			}
		}
	}
	return out
}

// ReadDraft reads what [WriteDraft] or [Write] wrote of a template that is being edited, which
// may lack whatever [Check] asks for. It is for the app's own drafts, not for
// files from elsewhere.
func ReadDraft(doc []byte) (*Template, error) {
	var file wholeFile
	if err := json.Unmarshal(doc, &file); err != nil {
		return nil, fmt.Errorf("the draft cannot be read: %w", err)
	}
	return &file.Template, nil
}

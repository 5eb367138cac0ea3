// Package template reads the methods that a workshop can follow: templates
// with their steps, guides and canvases, all of them data.
//
// It promises that a template which has been loaded is whole: every step has
// its guide, every canvas that a step names is there, and nothing is of a type
// that the screens do not know. [Load] returns all problems of a folder
// together, each a [*Problem] with file, line and reason. [Builtin] is the set
// that the application carries. [Instantiate] turns a template into the records
// of a new workshop. The screens, the exporters and the command line call it.
//
// Templates of one's own are one file each, whole in itself: [Read] takes such
// a file or refuses all of it, [Write] makes one, [Check] says what a template
// that is being edited lacks, and a [Set] takes them up beside the built-in
// ones, in every version that a workshop has begun with ([Set.Keep], [Set.At]).
//
// What is handed out is shared: read it, do not write to it; [Template.Clone]
// is for changing.
package template

import "slices"

// Template is one method, complete in itself.
type Template struct {
	ID          string   `json:"id,omitempty"`
	Version     int      `json:"version"`
	Title       string   `json:"title,omitempty"`
	Family      string   `json:"family,omitempty"` // what variants of different length have in common
	Kind        string   `json:"kind,omitempty"`
	Days        int      `json:"days"`
	Summary     string   `json:"summary,omitempty"`
	Description string   `json:"description,omitempty"`
	Icon        string   `json:"icon,omitempty"`
	Language    string   `json:"language,omitempty"`
	Phases      []Phase  `json:"phases,omitempty"`
	Canvases    []Canvas `json:"canvases,omitempty"`
}

// Days of phases that are not days of the event.
const (
	DayPrepare = 0
	DaySustain = -1
)

// Phase is a part of the agenda: what comes before, one day, or what follows.
type Phase struct {
	ID    string `json:"id,omitempty"`
	Title string `json:"title,omitempty"`
	Day   int    `json:"day"`
	Steps []Step `json:"steps,omitempty"`
}

// Step is one item of the agenda with its guide.
type Step struct {
	ID       string   `json:"id,omitempty"`
	Title    string   `json:"title,omitempty"`
	Question string   `json:"question,omitempty"`
	Minutes  int      `json:"minutes"`
	Break    bool     `json:"break,omitempty"` // a pause: it has a title and minutes and nothing else
	After    int      `json:"after,omitempty"` // of a follow-up: how many days after the last day it is due
	Purpose  string   `json:"purpose,omitempty"`
	Say      []string `json:"say,omitempty"`
	Do       []string `json:"do,omitempty"`
	Outputs  []string `json:"outputs,omitempty"`
	Canvases []string `json:"canvases,omitempty"`
	Board    string   `json:"board,omitempty"` // the board that the step works on, besides its canvases
	Kotter   []int    `json:"kotter,omitempty"`
	PDCA     string   `json:"pdca,omitempty"`
	Tags     []string `json:"tags,omitempty"` // aspect and role, as L1 or T5
}

// Phase returns the phase, or false.
func (t *Template) Phase(id string) (*Phase, bool) {
	i := slices.IndexFunc(t.Phases, func(p Phase) bool { return p.ID == id })
	if i < 0 {
		return nil, false
	}
	return &t.Phases[i], true
}

// Step returns the step, or false.
func (t *Template) Step(id string) (*Step, bool) {
	for p := range t.Phases {
		steps := t.Phases[p].Steps
		if i := slices.IndexFunc(steps, func(s Step) bool { return s.ID == id }); i >= 0 {
			return &steps[i], true
		}
	}
	return nil, false
}

// Canvas returns the canvas, or false.
func (t *Template) Canvas(id string) (*Canvas, bool) {
	i := slices.IndexFunc(t.Canvases, func(c Canvas) bool { return c.ID == id })
	if i < 0 {
		return nil, false
	}
	return &t.Canvases[i], true
}

// Minutes is the planned time of a phase.
func (p *Phase) Minutes() int {
	sum := 0
	for _, s := range p.Steps {
		sum += s.Minutes
	}
	return sum
}

// Minutes is the planned time of the event itself, without preparation and
// follow-up.
func (t *Template) Minutes() int {
	sum := 0
	for i := range t.Phases {
		if t.Phases[i].Day > 0 {
			sum += t.Phases[i].Minutes()
		}
	}
	return sum
}

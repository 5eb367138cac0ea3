package template

import "fmt"

// Problem is one mistake in a file of templates.
type Problem struct {
	File   string
	Line   int // 0 when it is the file as a whole
	Reason string
	What   string // the reason without the way to the part
	Step   string // id of the step that it is in, "" for none
	Canvas string // id of the canvas that it is in, "" for none
}

func (p *Problem) Error() string {
	if p.Line == 0 {
		return p.File + ": " + p.Reason
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Reason)
}

// report collects the problems of one file.
type report struct {
	file string
	to   *[]*Problem
	keys keyTable
}

func (r *report) add(line int, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	*r.to = append(*r.to, &Problem{File: r.file, Line: line, Reason: what, What: what})
}

// add reports a mistake at a line of the part.
func (p place) add(line int, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	*p.to = append(*p.to, &Problem{File: p.file, Line: line, Reason: p.path + what, What: what, Step: p.step, Canvas: p.canvas})
}

// place is where a check stands: a node of a file, and the way there in words.
type place struct {
	*report
	node         *node
	path         string
	step, canvas string // ids, where the place is inside one
}

// enter goes to a part, such as the cell "minutes".
func (p place) enter(noun, id string, n *node) place {
	in := place{report: p.report, node: n, step: p.step, canvas: p.canvas}
	switch noun {
	case "step":
		in.step = id
	case "canvas":
		in.canvas = id
	}
	if id != "" {
		noun = fmt.Sprintf("%s %q", noun, id)
	}
	in.path = p.path + noun + ": "
	return in
}

// problem reports a mistake in the value of a key, or that it is missing. A
// value that could not even be read has been reported before.
func (p place) problem(key, format string, args ...any) {
	if f := p.node.fields[key]; !p.node.isObject() || f != nil && f.unread {
		return
	}
	p.add(p.node.lineOf(key), format, args...)
}

// item goes to one object of the list under the key.
func (p place) item(key string, i int, noun, id string) place {
	return p.enter(noun, id, p.node.fields[key].items[i])
}

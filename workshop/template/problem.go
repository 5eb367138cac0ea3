package template

import "fmt"

// Problem is one mistake in a file of templates.
type Problem struct {
	File   string
	Line   int // 0 when it is the file as a whole
	Reason string
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
	*r.to = append(*r.to, &Problem{File: r.file, Line: line, Reason: fmt.Sprintf(format, args...)})
}

// place is where a check stands: a node of a file, and the way there in words.
type place struct {
	*report
	node *node
	path string
}

// enter goes to a part, such as the cell "minutes".
func (p place) enter(noun, id string, n *node) place {
	if id != "" {
		noun = fmt.Sprintf("%s %q", noun, id)
	}
	return place{report: p.report, node: n, path: p.path + noun + ": "}
}

// problem reports a mistake in the value of a key, or that it is missing. A
// value that could not even be read has been reported before.
func (p place) problem(key, format string, args ...any) {
	if f := p.node.fields[key]; !p.node.isObject() || f != nil && f.unread {
		return
	}
	p.add(p.node.lineOf(key), "%s%s", p.path, fmt.Sprintf(format, args...))
}

// item goes to one object of the list under the key.
func (p place) item(key string, i int, noun, id string) place {
	return p.enter(noun, id, p.node.fields[key].items[i])
}

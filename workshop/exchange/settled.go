package exchange

import (
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// A value that somebody decided on once is not asked for again, whether the
// same file comes again or a later one of the same export that still says it.
// What is kept of a decision is a mark: a hash of the export, the action, the
// field and what the cell said, 66 bits in 11 letters.

// mark is what stands for a cell's value among the decisions.
func mark(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:11]
}

// marksOf collects what was decided of all files that came back.
func marksOf(w *workshop.Workshop) map[string]bool {
	out := map[string]bool{}
	for _, r := range workshop.All[workshop.Return](w) {
		for _, line := range r.Settled {
			for _, m := range strings.Fields(line) {
				out[m] = true
			}
		}
	}
	return out
}

// Decided lists the marks of what this plan decides and nobody has before.
func (p *Plan) decided() []string {
	var out []string
	seen := map[string]bool{}
	for _, it := range p.Items {
		if it.Kind == Problem || it.Chosen == Undecided {
			continue
		}
		for _, o := range it.Offers {
			for _, m := range o.marks {
				if !p.settled[m] && !seen[m] {
					seen[m] = true
					out = append(out, m)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// Remembers counts the values that applying the plan decides for good, beyond
// those that were decided before.
func (p *Plan) Remembers() int { return len(p.decided()) }

// marksPerLine marks and a space each fit into a line of a list.
const marksPerLine = workshop.MaxText / 12

// remember writes down what was decided, in the edit that does it.
func (p *Plan) remember(e *workshop.Edit) {
	marks := p.decided()
	if len(marks) == 0 {
		return
	}
	// What both sides said is decided too: another copy may have changed it just now.
	marks = append(marks, p.agreed...)
	slices.Sort(marks)
	marks = slices.DeleteFunc(slices.Compact(marks), func(m string) bool { return p.settled[m] })
	var lines []string
	for part := range slices.Chunk(marks, marksPerLine) {
		lines = append(lines, strings.Join(part, " "))
	}
	var files []string
	for _, c := range p.Copies {
		if c.Hash != "" {
			files = append(files, c.Hash)
		}
	}
	for len(lines)+len(files) > 0 {
		r := &workshop.Return{}
		r.Settled, lines = split(lines)
		r.Files, files = split(files)
		e.Add(r)
	}
}

// split cuts off as much of a list as one record holds.
func split(list []string) (now, later []string) {
	n := min(len(list), workshop.MaxList)
	return list[:n], list[n:]
}

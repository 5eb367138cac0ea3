package present

import "unicode/utf8"

// piece is a thing of a list, or one line of a thing that is too long to be in sight as a whole. A to of 0 is all of it.
type piece struct {
	thing, from, to int
	last            bool // nothing of the thing comes after it
}

// split makes pieces of things: of those with more lines than most one for each line, of the others one. lines is asked only for things
// that may be too long: those with more signs than so many lines surely hold.
func split(n, most int, sure int, signs func(thing int) int, lines func(thing int) int) []piece {
	out := make([]piece, 0, n)
	for i := range n {
		count := 0
		if signs(i) > sure {
			count = lines(i)
		}
		if count <= max(most, 1) {
			out = append(out, piece{thing: i, last: true})
			continue
		}
		for k := range count {
			out = append(out, piece{thing: i, from: k, to: k + 1, last: k == count-1})
		}
	}
	return out
}

// joined are the pieces of a window, those of one thing as one.
func joined(pieces []piece) []piece {
	var out []piece
	for _, p := range pieces {
		if n := len(out); n > 0 && out[n-1].thing == p.thing {
			out[n-1].to, out[n-1].last = p.to, p.last
			continue
		}
		out = append(out, p)
	}
	return out
}

// cut takes the lines of a piece, with marks where it goes on.
func (p piece) cut(lines []string) []string {
	if p.to == 0 {
		return lines
	}
	from, to := min(p.from, len(lines)), min(p.to, len(lines))
	if from == to {
		return nil
	}
	out := append([]string(nil), lines[from:to]...)
	if from > 0 {
		out[0] = "… " + out[0]
	}
	if to < len(lines) {
		out[len(out)-1] += " …"
	}
	return out
}

// before and after are how many things are not wholly in sight above and below of what a window shows.
func before(pieces []piece, w window) int {
	if w.first >= len(pieces) {
		return len(pieces)
	}
	n := pieces[w.first].thing
	if pieces[w.first].from > 0 {
		n++
	}
	return n
}

func after(pieces []piece, w window, things int) int {
	if w.end >= len(pieces) {
		return 0
	}
	return things - pieces[w.end].thing
}

// sure is how many signs so many lines of this width surely hold: each is more than half full, and no sign is wider than it is high.
func sure(lines int, room, size float64) int { return int(float64(lines) * room / size / 2) }

func signs(text string) int { return utf8.RuneCountInString(text) }

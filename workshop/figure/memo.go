package figure

import "slices"

// Memo remembers how texts were broken into lines, for who draws the same texts again and again while one of them changes. It belongs to
// one painter and is not safe for several goroutines.
type Memo struct{ lines map[memoKey][]string }

type memoKey struct {
	text       string
	size, room float64
	bold       bool
	most       int
}

// memoMost is how many texts are remembered; then it begins anew.
const memoMost = 8192

func (m *Memo) get(k memoKey) ([]string, bool) {
	if m == nil {
		return nil, false
	}
	lines, ok := m.lines[k]
	return lines, ok
}

func (m *Memo) put(k memoKey, lines []string) {
	if m == nil {
		return
	}
	if m.lines == nil || len(m.lines) >= memoMost {
		m.lines = map[memoKey][]string{}
	}
	m.lines[k] = slices.Clip(lines) // who adds to them must not write into what is remembered
}

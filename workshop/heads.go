package workshop

import (
	"bytes"
	"encoding/json"
	"sort"
)

// head is a value of a field that no known change has replaced.
type head struct {
	Ref
	Stamp Stamp           `json:"s"`
	Value json.RawMessage `json:"v,omitempty"`
	Verb  Verb            `json:"w,omitempty"` // of existence only
	Saw   []Ref           `json:"p,omitempty"` // of a delete: what its author had seen
}

// past is one kept value of a field with history.
type past struct {
	Ref
	Stamp  Stamp           `json:"s"`
	Value  json.RawMessage `json:"v,omitempty"`
	Author string          `json:"a,omitempty"`
}

// fieldState is what is known of one field: its heads, and for each device
// the newest change that a later one has replaced.
//
// A device has always seen its own earlier changes, so on one field "replaced
// up to number n" is exact per device, and the state is a function of the set
// of changes taken in, whatever their order. This is a version vector with
// siblings (Preguica et al., "Dotted Version Vectors", 2010).
type fieldState struct {
	Replaced map[string]int64 `json:"r,omitempty"`
	Heads    []head           `json:"h,omitempty"`
}

// add takes a head in, with the changes that its author had seen.
func (s *fieldState) add(h head, parents []Ref) {
	for _, p := range parents {
		s.replace(p)
	}
	if h.Seq <= s.Replaced[h.Device] {
		return
	}
	for i, old := range s.Heads {
		if old.Device != h.Device {
			continue
		}
		switch {
		case old.Seq > h.Seq:
			s.replace(h.Ref)
			return
		case old.Seq == h.Seq:
			// The same change, rewritten while a burst of typing went on.
			if h.Stamp.Compare(old.Stamp) > 0 {
				s.Heads[i] = h
			}
			return
		}
		s.replace(old.Ref)
		break
	}
	s.Heads = append(s.Heads, h)
	sort.Slice(s.Heads, func(i, j int) bool { return s.Heads[i].Device < s.Heads[j].Device })
}

// replace notes that the change, and those of its device before it, no longer count.
func (s *fieldState) replace(r Ref) {
	if r.Seq <= s.Replaced[r.Device] {
		return
	}
	if s.Replaced == nil {
		s.Replaced = map[string]int64{}
	}
	s.Replaced[r.Device] = r.Seq
	kept := s.Heads[:0]
	for _, h := range s.Heads {
		if h.Device != r.Device || h.Seq > r.Seq {
			kept = append(kept, h)
		}
	}
	s.Heads = kept
}

// winner is the head with the newest stamp, nil when there is none.
func winner(heads []head) *head {
	var best *head
	for i := range heads {
		if best == nil || heads[i].Stamp.Compare(best.Stamp) > 0 {
			best = &heads[i]
		}
	}
	return best
}

// differ says whether the heads hold more than one value: equal values written
// by two people are no conflict.
func differ(heads []head) bool {
	for i := 1; i < len(heads); i++ {
		if !bytes.Equal(heads[i].Value, heads[0].Value) {
			return true
		}
	}
	return false
}

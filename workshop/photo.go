package workshop

import "encoding/json"

// Photo is a picture of the wall or of before and after; Blob is the SHA-256
// of its bytes, which the library keeps. Pair, on the picture after, is the one
// before that it is shown beside.
type Photo struct {
	Base
	Blob      string `json:"blob" nema:"text,required,max=64"`
	Caption   string `json:"caption,omitempty" nema:"text"`
	Taken     Date   `json:"taken,omitempty" nema:"date"`
	Step      ID     `json:"step,omitempty" nema:"ref=step"`
	PhotoKind string `json:"kind,omitempty" nema:"choice=before|after|wall|other"`
	Pair      ID     `json:"pair,omitempty" nema:"ref=photo"`
}

// Kind implements [Record].
func (*Photo) Kind() Kind { return KindPhoto }

// Blobs are the pictures that the workshop's photos need: the one that each
// shows and, where two people turned it unaware of each other, those that stand
// against it. What a deleted photo showed is not among them: it comes back by
// undo, within the session, or with a hand-over, which brings its bytes along.
func (w *Workshop) Blobs() ([]string, error) {
	var out []string
	for _, e := range w.entries {
		if e.kind != KindPhoto || !e.alive() {
			continue
		}
		if err := e.load(); err != nil {
			return nil, err
		}
		out = append(out, e.rec.(*Photo).Blob)
		for _, h := range e.heads("blob") {
			var sum string
			if err := json.Unmarshal(h.Value, &sum); err == nil {
				out = append(out, sum)
			}
		}
	}
	return out, nil
}

// Spreads lists photos as they are shown: two of a pair together, before and
// then after, in the place of the first; every other one alone.
func Spreads(photos []*Photo) [][]*Photo {
	after := map[ID]*Photo{}
	paired := map[ID]bool{}
	known := map[ID]bool{}
	for _, p := range photos {
		known[p.ID] = true
	}
	for _, p := range photos {
		// The first that names a picture has it; a chain of pairs is cut.
		if known[p.Pair] && p.Pair != p.ID && after[p.Pair] == nil && !paired[p.Pair] && !paired[p.ID] {
			after[p.Pair] = p
			paired[p.ID], paired[p.Pair] = true, true
		}
	}
	var out [][]*Photo
	for _, p := range photos {
		switch {
		case after[p.ID] != nil:
			out = append(out, []*Photo{p, after[p.ID]})
		case !paired[p.ID]:
			out = append(out, []*Photo{p})
		}
	}
	return out
}

package resist

import "nemawashi.app/workshop"

// Move is where somebody would stand. Nil support and an influence of 0 are not
// said, as in a [workshop.Stakeholder].
type Move struct {
	Now, Needed *int
	Influence   int
}

// WhatIf is the stakeholders as they would be after some moves, in their order:
// copies of those that move, and the others themselves. It is a forecast, of which
// nothing is ever saved: its priorities and its index are worked out as any others.
func WhatIf(all []*workshop.Stakeholder, moves map[workshop.ID]Move) []*workshop.Stakeholder {
	out := make([]*workshop.Stakeholder, len(all))
	for i, s := range all {
		out[i] = s
		if m, ok := moves[s.ID]; ok {
			then := *s
			then.SupportNow, then.SupportNeeded, then.Influence = m.Now, m.Needed, m.Influence
			out[i] = &then
		}
	}
	return out
}

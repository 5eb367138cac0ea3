package workshop

// Stakeholder is one entry of the resistance map: a person, or a group with a
// name of its own. Support is nil, and influence 0, until somebody has rated.
type Stakeholder struct {
	Base
	Person            ID     `json:"person,omitempty" nema:"person,personal"`
	Name              string `json:"name,omitempty" nema:"text,personal"`
	Code              string `json:"code,omitempty" nema:"text,generated"`
	Size              int    `json:"size,omitempty" nema:"int,min=0,max=10000000"`
	Unit              string `json:"unit,omitempty" nema:"text"`
	SupportNow        *int   `json:"support_now,omitempty" nema:"int,min=-2,max=2,confidential,history"`
	SupportNeeded     *int   `json:"support_needed,omitempty" nema:"int,min=-2,max=2,confidential,history"`
	Influence         int    `json:"influence,omitempty" nema:"int,min=1,max=5,confidential,history"`
	Impact            int    `json:"impact,omitempty" nema:"int,min=1,max=5,confidential"`
	Interest          int    `json:"interest,omitempty" nema:"int,min=1,max=5,confidential"`
	Confidence        int    `json:"confidence,omitempty" nema:"int,min=1,max=3,confidential,history"`
	Evidence          string `json:"evidence,omitempty" nema:"note,confidential"`
	EvidenceDate      Date   `json:"evidence_date,omitempty" nema:"date,history"`
	Level             string `json:"level,omitempty" nema:"choice=don't get it|don't like it|don't trust us,confidential"`
	Nature            string `json:"nature,omitempty" nema:"choice=technical|political|cultural,confidential"`
	Barrier           string `json:"barrier,omitempty" nema:"choice=awareness|desire|knowledge|ability|reinforcement,confidential"`
	Cause             string `json:"cause,omitempty" nema:"choice=missing information|sees facts differently|fear of loss|loss of control|overload|lacks skill|past failures|distrust of messenger|conflicting targets|low tolerance,confidential"`
	Response          string `json:"response,omitempty" nema:"note,confidential"`
	RelationshipOwner ID     `json:"relationship_owner,omitempty" nema:"person"`
	NextContact       Date   `json:"next_contact,omitempty" nema:"date"`
	SuccessSign       string `json:"success_sign,omitempty" nema:"text"`
	Retired           bool   `json:"retired,omitempty" nema:"bool"`
}

// Kind implements [Record].
func (*Stakeholder) Kind() Kind { return KindStakeholder }

// Rated says whether support now and influence are known, without which
// neither a priority nor a place on the map exists.
func (s *Stakeholder) Rated() bool { return s.SupportNow != nil && s.Influence > 0 }

// Gap is max(0, needed - now), 0 to 4 steps; 0 while either is unknown. Current
// and desired commitment on five steps: Beckhard and Harris, "Organizational
// Transitions" (1987).
func (s *Stakeholder) Gap() int {
	if s.SupportNow == nil || s.SupportNeeded == nil {
		return 0
	}
	return max(0, *s.SupportNeeded-*s.SupportNow)
}

// Priority is influence x gap, 0 to 20. It is always shown with its parts. That
// power multiplies is as on Mendelow's grid (1981); the product with the gap is
// common practice without a source at hand.
func (s *Stakeholder) Priority() int { return s.Influence * s.Gap() }

// Coalition is how the influence in the room leans.
type Coalition struct {
	Index    float64 // sum of influence x support / (2 x sum of influence), -1 to +1
	Positive int     // sum of influence x support over those for
	Negative int     // the same over those against, 0 or less
	Rated    int     // how many entered
}

// CoalitionOf sums the rated stakeholders that are not retired. Influence
// weighs, so that one decider against is not drowned by many who are for. The
// weighing by power is that of stakeholder analysis on five steps of commitment
// (Beckhard and Harris, "Organizational Transitions", 1987); one number of it,
// -1 to +1, is common practice without a source at hand.
func CoalitionOf(all []*Stakeholder) Coalition {
	var c Coalition
	weight := 0
	for _, s := range all {
		if !s.Retired && s.SupportNow != nil {
			weight += c.Add(s.Influence, *s.SupportNow)
		}
	}
	c.Lean(weight)
	return c
}

// Add takes in one who is rated, and says how much that weighs. Without an
// influence, 0, nobody is taken in.
func (c *Coalition) Add(influence, support int) (weight int) {
	if influence <= 0 {
		return 0
	}
	c.Rated++
	if lean := influence * support; lean > 0 {
		c.Positive += lean
	} else {
		c.Negative += lean
	}
	return influence
}

// Lean works out the index from the sums, over the weights that [Coalition.Add] gave.
func (c *Coalition) Lean(weight int) {
	if weight > 0 {
		c.Index = float64(c.Positive+c.Negative) / float64(2*weight)
	}
}

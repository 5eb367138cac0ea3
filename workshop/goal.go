package workshop

// Goal is what actions serve; Parent links it upwards in the catchball. The
// three rounds of the catchball are Proposed, Answered ("what must be true?")
// and Conditions, those that both sides accept, with Agreed.
type Goal struct {
	Base
	Title      string `json:"title" nema:"text,required"`
	Measure    string `json:"measure,omitempty" nema:"text"`
	Owner      ID     `json:"owner,omitempty" nema:"person"`
	Level      string `json:"level,omitempty" nema:"choice=company|site|team"`
	Parent     ID     `json:"parent,omitempty" nema:"ref=goal"`
	Proposed   string `json:"proposed,omitempty" nema:"note"`
	Answered   string `json:"answered,omitempty" nema:"note"`
	Conditions string `json:"conditions,omitempty" nema:"note"`
	Agreed     bool   `json:"agreed,omitempty" nema:"bool"`
	Dropped    bool   `json:"dropped,omitempty" nema:"bool"`
}

// States of a goal in the catchball.
const (
	GoalProposed = "proposed"
	GoalAnswered = "answered"
	GoalAgreed   = "agreed"
	GoalDropped  = "dropped"
)

// State is how far the catchball about the goal has come.
func (g *Goal) State() string {
	switch {
	case g.Dropped:
		return GoalDropped
	case g.Agreed:
		return GoalAgreed
	case g.Answered != "":
		return GoalAnswered
	}
	return GoalProposed
}

// SetState says how far the catchball has come; an empty or unknown state is
// one that is not agreed.
func (g *Goal) SetState(state string) {
	g.Agreed, g.Dropped = state == GoalAgreed, state == GoalDropped
}

// Kind implements [Record].
func (*Goal) Kind() Kind { return KindGoal }

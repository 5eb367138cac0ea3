package workshop

// Step is one item of the agenda. Guide texts are empty while the template's
// own words stand.
//
// Minutes is the plan, which stands once the day has begun; Extra is what was
// given or taken on the day. A running step that has an end is paused since
// then; Paused is how many seconds its clock stood still before.
//
// A step within another one is a group that works in parallel with others: its
// title is the group's name, its clock is its own, it is no item of the agenda,
// and it goes when the step goes.
type Step struct {
	Base
	TemplateStep string   `json:"template_step,omitempty" nema:"text"`
	Phase        string   `json:"phase,omitempty" nema:"text"`
	Day          int      `json:"day,omitempty" nema:"int,min=-1,max=400"`
	Position     int      `json:"position,omitempty" nema:"int,min=0,max=1000000"`
	Title        string   `json:"title" nema:"text,required"`
	Minutes      int      `json:"minutes,omitempty" nema:"int,min=0,max=1440"`
	Extra        int      `json:"extra,omitempty" nema:"int,min=-1440,max=1440"`
	At           string   `json:"at,omitempty" nema:"clock"` // not before this time of day
	Break        bool     `json:"break,omitempty" nema:"bool"`
	Within       ID       `json:"within,omitempty" nema:"ref=step,part"`
	Started      string   `json:"started,omitempty" nema:"time"`
	Ended        string   `json:"ended,omitempty" nema:"time"`
	Paused       int      `json:"paused,omitempty" nema:"int,min=0,max=1000000"`
	Status       string   `json:"status,omitempty" nema:"choice=todo|running|done|skipped"`
	Notes        string   `json:"notes,omitempty" nema:"note"`
	Purpose      string   `json:"purpose,omitempty" nema:"note"`
	Say          []string `json:"say,omitempty" nema:"list"`
	Do           []string `json:"do,omitempty" nema:"list"`
	Outputs      []string `json:"outputs,omitempty" nema:"list"`
	// OutputsDone are the outputs that the facilitator has ticked off.
	OutputsDone []string `json:"outputs_done,omitempty" nema:"list"`
}

// Kind implements [Record].
func (*Step) Kind() Kind { return KindStep }

// States of a step.
const (
	StepTodo    = "todo"
	StepRunning = "running"
	StepDone    = "done"
	StepSkipped = "skipped"
)

package workshop

// Commitment is time, budget or people that somebody promised, or, when
// Personal, what a leader will do ("On Monday I will ...").
type Commitment struct {
	Base
	Who        ID     `json:"who,omitempty" nema:"person"`
	Resource   string `json:"resource,omitempty" nema:"choice=time|budget|people"`
	Promised   int    `json:"promised,omitempty" nema:"int,min=0,max=1000000000000"`
	Unit       string `json:"unit,omitempty" nema:"text"`
	FromWhat   string `json:"from_what,omitempty" nema:"text"`
	ReleasedBy Date   `json:"released_by,omitempty" nema:"date"`
	Delivered  int    `json:"delivered,omitempty" nema:"int,min=0,max=1000000000000,history"`
	Evidence   string `json:"evidence,omitempty" nema:"note"`
	Personal   bool   `json:"personal,omitempty" nema:"bool"`
	CheckDate  Date   `json:"check_date,omitempty" nema:"date"`
}

// Kind implements [Record].
func (*Commitment) Kind() Kind { return KindCommitment }

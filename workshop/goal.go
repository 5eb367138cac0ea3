package workshop

// Goal is what actions serve; Parent links it upwards in the catchball.
type Goal struct {
	Base
	Title      string `json:"title" nema:"text,required"`
	Measure    string `json:"measure,omitempty" nema:"text"`
	Owner      ID     `json:"owner,omitempty" nema:"person"`
	Level      string `json:"level,omitempty" nema:"choice=company|site|team"`
	Parent     ID     `json:"parent,omitempty" nema:"ref=goal"`
	Conditions string `json:"conditions,omitempty" nema:"note"`
	Agreed     bool   `json:"agreed,omitempty" nema:"bool"`
}

// Kind implements [Record].
func (*Goal) Kind() Kind { return KindGoal }

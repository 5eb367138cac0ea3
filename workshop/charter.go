package workshop

// Charter is the workshop's own record: what it is about, for whom and when.
// Its id is the id of the workshop.
type Charter struct {
	Base
	Title           string          `json:"title" nema:"text,required"`
	WorkshopKind    string          `json:"kind,omitempty" nema:"choice=kaikaku|kaizen|assessment|custom"`
	Template        string          `json:"template,omitempty" nema:"text"`
	TemplateVersion int             `json:"template_version,omitempty" nema:"int,min=0,max=1000000"`
	Client          string          `json:"client,omitempty" nema:"text"`
	Site            string          `json:"site,omitempty" nema:"text"`
	Programme       string          `json:"programme,omitempty" nema:"text"`
	Status          string          `json:"status,omitempty" nema:"choice=planned|running|following-up|closed"`
	Start           Date            `json:"start,omitempty" nema:"date"`
	Days            int             `json:"days,omitempty" nema:"int,min=0,max=400"`
	Hours           []string        `json:"hours,omitempty" nema:"list"` // of each day; see [ParseHours]
	Sponsor         ID              `json:"sponsor,omitempty" nema:"person"`
	Facilitators    []ID            `json:"facilitators,omitempty" nema:"people"`
	Problem         string          `json:"problem,omitempty" nema:"note"`
	Objective       string          `json:"objective,omitempty" nema:"note"`
	ScopeIn         string          `json:"scope_in,omitempty" nema:"note"`
	ScopeOut        string          `json:"scope_out,omitempty" nema:"note"`
	Currency        string          `json:"currency,omitempty" nema:"text,max=3"`
	Confidentiality string          `json:"confidentiality,omitempty" nema:"text"`
	Language        string          `json:"language,omitempty" nema:"text,max=35"`
	RetainUntil     Date            `json:"retain_until,omitempty" nema:"date"`
	Gates           map[string]Gate `json:"gates,omitempty" nema:"gates"`
}

// Kind implements [Record].
func (*Charter) Kind() Kind { return KindCharter }

// Gate is one of the four checks that predicted results in 79 archived kaizen
// events (doi 10.1080/09537287.2024.2358402), with what it rests on.
type Gate struct {
	Met      bool   `json:"met"`
	Evidence string `json:"evidence,omitempty"`
}

// The gates of a kaizen event.
const (
	GateGroup          = "group_committed"
	GateIndicator      = "problem_indicator"
	GateCountermeasure = "countermeasures_quantified"
	GateChampion       = "manager_champions"
)

// Gates lists the gates in the order in which they are asked.
var Gates = []string{GateGroup, GateIndicator, GateCountermeasure, GateChampion}

// States of a workshop.
const (
	StatusPlanned     = "planned"
	StatusRunning     = "running"
	StatusFollowingUp = "following-up"
	StatusClosed      = "closed"
)

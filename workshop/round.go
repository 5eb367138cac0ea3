package workshop

// Round is one self-assessment round.
type Round struct {
	Base
	Title                string `json:"title" nema:"text,required"`
	Date                 Date   `json:"date,omitempty" nema:"date"`
	Questionnaire        string `json:"questionnaire,omitempty" nema:"text"`
	QuestionnaireVersion int    `json:"questionnaire_version,omitempty" nema:"int,min=0,max=1000000"`
	Closes               Date   `json:"closes,omitempty" nema:"date"`
	MinGroup             int    `json:"min_group,omitempty" nema:"int,min=3,max=100"`
	Status               string `json:"status,omitempty" nema:"choice=planned|open|closed"`
	// Statements is the questionnaire itself, word for word as it was when the
	// round was handed out: later versions do not touch the round, and who gets
	// the workshop has them too. Package assess writes and reads it.
	Statements   string `json:"statements,omitempty" nema:"text,generated,max=200000"`
	Managers     []ID   `json:"managers,omitempty" nema:"people"`                   // who are asked to rate themselves
	ReportsAsked int    `json:"reports_asked,omitempty" nema:"int,min=0,max=10000"` // how many direct reports were asked; never who
	PeersAsked   int    `json:"peers_asked,omitempty" nema:"int,min=0,max=10000"`   // the same of peers
}

// The states of a round. One without a state is taken as open: nothing that
// others answered is shown, and the smallest group cannot be made smaller.
const (
	RoundPlanned = "planned" // nothing has been handed out yet
	RoundOpen    = "open"    // answers come in
	RoundClosed  = "closed"  // no more answers; the results of others can be read
)

// Closed says whether no more answers come in.
func (r *Round) Closed() bool { return r.Status == RoundClosed }

// Kind implements [Record].
func (*Round) Kind() Kind { return KindRound }

// Response is what one respondent answered. Those of reports and peers hold no
// person and no time.
type Response struct {
	Base
	Round   ID                `json:"round" nema:"ref=round,required"`
	About   string            `json:"about,omitempty" nema:"text,personal"`
	By      string            `json:"by,omitempty" nema:"choice=self|report|peer|facilitator"`
	Unit    string            `json:"unit,omitempty" nema:"text"`
	Answers map[string]Answer `json:"answers,omitempty" nema:"answers,confidential"`
}

// Kind implements [Record].
func (*Response) Kind() Kind { return KindResponse }

// Protected says whether it must not be possible to tell whose the response is:
// those of direct reports and peers, and those of which it is not said.
func (r *Response) Protected() bool { return r.By != "self" && r.By != "facilitator" }

// Answer is one item's answer: levels 1 to 5, 0 for "not observed".
type Answer struct {
	Now      int    `json:"now,omitempty"`
	Needed   int    `json:"needed,omitempty"`
	Evidence string `json:"evidence,omitempty"`
}

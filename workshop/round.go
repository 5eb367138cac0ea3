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
}

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

// Answer is one item's answer: levels 1 to 5, 0 for "not observed".
type Answer struct {
	Now      int    `json:"now,omitempty"`
	Needed   int    `json:"needed,omitempty"`
	Evidence string `json:"evidence,omitempty"`
}

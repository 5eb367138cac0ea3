package assess

import (
	"bytes"
	"encoding/json"
	"fmt"

	"nemawashi.app/workshop"
)

// Held is the questionnaire that a round is held with: the one that was kept in
// the round when it was handed out, else the built-in one that it names. It is
// [ErrNoQuestionnaire] for a round whose statements are not here.
func Held(r *workshop.Round) (*Questionnaire, error) {
	if r.Statements != "" {
		q, err := Read(fmt.Sprintf("the statements of %q", r.Title), []byte(r.Statements))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNoQuestionnaire, err)
		}
		return q, nil
	}
	all, err := Builtin()
	if err != nil {
		return nil, err
	}
	for _, q := range all {
		if (r.Questionnaire == "" || r.Questionnaire == q.ID) && (r.QuestionnaireVersion == 0 || r.QuestionnaireVersion == q.Version) {
			return q, nil
		}
	}
	return nil, ErrNoQuestionnaire
}

// Among is [Held], but of a round that was not handed out yet the questionnaire is
// looked for among those that are known here: it may be one's own, and where it
// was changed since the round was planned, the newer version is meant.
func Among(known []*Questionnaire, r *workshop.Round) (*Questionnaire, error) {
	if r.Statements == "" {
		var named *Questionnaire
		for _, q := range known {
			if q.ID == r.Questionnaire && (named == nil || q.Version == r.QuestionnaireVersion) {
				named = q
			}
		}
		if named != nil {
			return named, nil
		}
	}
	return Held(r)
}

// HandOut opens a planned round and keeps its statements in it, so that both
// stay as they are; a round that is open gets statements where it has none.
func HandOut(e *workshop.Edit, round workshop.ID, q *Questionnaire) error {
	r, err := workshop.Modify[workshop.Round](e, round)
	if err != nil || r.Status != workshop.RoundPlanned && r.Statements != "" {
		return err
	}
	q.Keep(r)
	r.MinGroup = Least(r)
	r.Status = workshop.RoundOpen
	return nil
}

// Keep puts a questionnaire into a round, word for word.
func (q *Questionnaire) Keep(r *workshop.Round) {
	r.Questionnaire, r.QuestionnaireVersion, r.Statements = q.ID, q.Version, string(bytes.TrimSpace(q.compact()))
}

// Write is the questionnaire as a file: JSON, the same bytes for the same
// questionnaire. [Read] takes it back.
func (q *Questionnaire) Write() []byte {
	var out bytes.Buffer
	if err := json.Indent(&out, q.compact(), "", " "); err != nil {
		panic("assess: a questionnaire cannot be written: " + err.Error())
	}
	return out.Bytes()
}

func (q *Questionnaire) compact() []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(q); err != nil {
		panic("assess: a questionnaire cannot be written: " + err.Error()) // texts and numbers always can
	}
	return out.Bytes()
}

// Same says whether two questionnaires are the same in every word.
func (q *Questionnaire) Same(o *Questionnaire) bool { return bytes.Equal(q.compact(), o.compact()) }

// Clone is a copy that may be changed without the original noticing.
func (q *Questionnaire) Clone() *Questionnaire {
	out := *q
	out.Aspects, out.Roles, out.Items = append([]Aspect{}, q.Aspects...), append([]Role{}, q.Roles...), append([]Item{}, q.Items...)
	return &out
}

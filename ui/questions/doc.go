// Package questions is the page of questionnaires and the editor of one's own: what each asks, and how to duplicate, change, share and take one from a
// file.
//
// It promises that nothing typed is lost: every change is kept as a draft at once, also over a crash, and Ctrl+Z takes it back; that a
// questionnaire is saved only when all its words are there, and as a new version, so that a round that was handed out stays as it was; and that
// what is missing is named with a way to it. Aspects, roles and the twenty places stay: results, charts and forms rely on them.
//
// The wiring in ui opens the pages and gives them a [Desk].
package questions

import (
	"encoding/json"
	"strings"

	"nemawashi.app/ui/shell"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// Store is where questionnaires and drafts are kept: the library.
type Store interface {
	assess.Store
	KeepDraft(id string, doc []byte) error
	DropDraft(id string) error
	Drafts() (map[string][]byte, error)
}

// Desk is what the pages work on and whom they tell.
type Desk struct {
	Shelf    *assess.Shelf
	Store    Store
	Shell    *shell.Shell
	ReadOnly bool
	Share    func(*assess.Questionnaire) // asks where the file goes
	Take     func()                      // asks for a file
	Tell     func(title string, err error)
}

// drafts are the questionnaires that are being edited, by id. One that cannot be read is told and left where it is.
func (d Desk) drafts() map[string]*assess.Questionnaire {
	out := map[string]*assess.Questionnaire{}
	docs, err := d.Store.Drafts()
	if err != nil {
		d.Tell("The drafts could not be read", err)
	}
	for key, doc := range docs {
		id, ok := strings.CutPrefix(key, workshop.QuestionnaireDocs)
		if !ok {
			continue
		}
		q := &assess.Questionnaire{}
		if err := json.Unmarshal(doc, q); err != nil {
			d.Tell("A draft could not be read", err)
			continue
		}
		out[id] = q
	}
	return out
}

func (d Desk) keep(q *assess.Questionnaire) {
	if err := d.Store.KeepDraft(workshop.QuestionnaireDocs+q.ID, q.Write()); err != nil {
		d.Tell("The draft is not kept", err)
	}
}

func (d Desk) drop(id string) {
	if err := d.Store.DropDraft(workshop.QuestionnaireDocs + id); err != nil {
		d.Tell("The draft was left as it is", err)
	}
}

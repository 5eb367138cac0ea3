package assess

import (
	"encoding/json"
	"fmt"

	"nemawashi.app/workshop"
)

// Returned is a form that came back, from the app or from a spreadsheet.
type Returned struct {
	Name          string // of the file, for messages
	Workshop      workshop.ID
	Round         workshop.ID
	Questionnaire string
	Version       int
	By            string
	About         string
	Unit          string
	Answers       map[string]workshop.Answer
}

// Left is a form that is not taken, or is taken with something to say about it.
type Left struct {
	Name   string `json:"file"`
	Taken  bool   `json:"taken"`
	Reason string `json:"reason"`
}

// Collection is what would become of returned forms: the responses to add, and
// what there is to say about the others and about those that are half filled.
type Collection struct {
	Take []*workshop.Response
	Said []Left
}

// Collect plans what becomes of forms that came back for one workshop. The same
// form twice, of one batch or of an earlier one, is taken once: of leaders who
// rate themselves under their name whoever answers again is a double, of all
// others a form with the same answers, word for word, for nothing else tells
// them apart. again takes those all the same.
func Collect(w *workshop.Workshop, q *Questionnaire, forms []*Returned, again bool) Collection {
	var c Collection
	have := map[string]bool{}
	for _, r := range workshop.All[workshop.Response](w) {
		have[sameness(r)] = true
	}
	for _, f := range forms {
		say := func(taken bool, reason string, args ...any) {
			c.Said = append(c.Said, Left{Name: f.Name, Taken: taken, Reason: fmt.Sprintf(reason, args...)})
		}
		round := workshop.Find[workshop.Round](w, f.Round)
		r := &workshop.Response{Round: f.Round, By: f.By, About: f.About, Unit: f.Unit, Answers: f.Answers}
		answered := 0
		for _, it := range q.Items {
			if a := f.Answers[it.ID]; a.Now > 0 || a.Needed > 0 {
				answered++
			}
		}
		key := sameness(r)
		switch {
		case f.Workshop != w.ID || round == nil:
			say(false, "is for a round that is not in this workshop; take it where it was handed out")
		case round.Closed():
			say(false, "came after the round %q was closed; it is not taken, so that nobody can tell by the difference whose it is", round.Title)
		case f.Questionnaire != q.ID || f.Version != q.Version:
			say(false, "was made for another version of the statements; send its sender a new form")
		case answered == 0:
			say(false, "has no answers; ask for the form that was filled in")
		case have[key] && !again && !r.Protected() && r.About != "":
			say(false, "is by somebody whose answers are here already; the first ones stay")
		case have[key] && !again:
			say(false, "has the same answers, word for word, as one that is here already and counts as its copy")
		default:
			have[key] = true
			c.Take = append(c.Take, r)
			if answered < len(q.Items) {
				say(true, "is half filled: %d of %d statements have an answer; the others count as not observed", answered, len(q.Items))
			}
		}
	}
	return c
}

// sameness is what makes two responses one.
func sameness(r *workshop.Response) string {
	key := []any{r.Round, r.By, r.About}
	if r.Protected() || r.About == "" {
		key = append(key, r.Unit, r.Answers)
	}
	b, err := json.Marshal(key)
	if err != nil {
		panic("assess: answers cannot be written: " + err.Error())
	}
	return string(b)
}

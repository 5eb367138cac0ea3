package assess

import (
	"encoding/json"
	"fmt"
	"slices"

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
	Copy          string // tells copies of one file apart from other people's, "" where the file does not say
	Unfinished    bool   // its sender had not come to the end; a spreadsheet does not say
}

// Verdict is what becomes of a form.
type Verdict string

// The verdicts.
const (
	Whole      Verdict = "whole"
	HalfFilled Verdict = "half filled" // taken, with a word about it
	Unfinished Verdict = "unfinished"  // of the app, and not finished there: the finished one may still come
	Double     Verdict = "double"      // is here already, or comes twice
	Newer      Verdict = "newer"       // a leader's other answers than those that are here
	Late       Verdict = "late"        // the round is closed
	Foreign    Verdict = "foreign"     // of another round
	Outdated   Verdict = "outdated"    // of other statements than the round's
	Empty      Verdict = "empty"
	Broken     Verdict = "broken" // cannot be read, or says what no form says
)

// Arrival is one form and what becomes of it.
type Arrival struct {
	Name     string
	Verdict  Verdict
	Reason   string // a sentence that goes on after the name, "" for one that is whole
	Take     bool   // whether it is taken
	Choice   bool   // whether the user may say otherwise
	By       string
	Answered int // statements with an answer

	response *workshop.Response
	replaces workshop.ID
}

// Left is a form that is not taken, or is taken with something to say about it.
type Left struct {
	Name   string `json:"file"`
	Taken  bool   `json:"taken"`
	Reason string `json:"reason"`
}

// Collection is what would become of returned forms.
type Collection struct {
	Arrivals []Arrival
}

// Said lists what there is to say, about forms that are not taken and about
// those that are taken half filled.
func (c *Collection) Said() []Left {
	var out []Left
	for _, a := range c.Arrivals {
		if a.Reason != "" {
			out = append(out, Left{Name: a.Name, Taken: a.Take, Reason: a.Reason})
		}
	}
	return out
}

// Taken counts the forms that are taken, and among them those of direct reports
// and peers.
func (c *Collection) Taken() (all, protected int) {
	for _, a := range c.Arrivals {
		if a.Take {
			all++
			if a.response.Protected() {
				protected++
			}
		}
	}
	return all, protected
}

// Add puts in what is taken of direct reports and peers, or of all others. They
// go in by two edits: what the first does is final, the second can be undone.
func (c *Collection) Add(e *workshop.Edit, protected bool) error {
	for _, a := range c.Arrivals {
		if !a.Take || a.response.Protected() != protected {
			continue
		}
		if a.replaces != "" && e.Find(a.replaces) != nil {
			if err := e.Delete(a.replaces); err != nil {
				return err
			}
		}
		e.Add(&workshop.Response{Round: a.response.Round, By: a.response.By, About: a.response.About, Unit: a.response.Unit, Answers: a.response.Answers})
	}
	return nil
}

// Willing says what is taken beside forms that are whole or half filled.
type Willing struct {
	Again      bool // doubles; a leader's newer answers take the place of the earlier ones
	Unfinished bool // forms that their senders had not finished
}

// Collect plans what becomes of forms that came back for one workshop. The same
// form twice, of one batch or of an earlier one, is taken once: of leaders who
// rate themselves under their name whoever answers again is a double, of all
// others a file that comes from the same copy, or a form with the same answers,
// word for word, where nothing else tells them apart.
func Collect(w *workshop.Workshop, forms []*Returned, o Willing) Collection {
	p := &planner{w: w, willing: o, here: map[string]workshop.ID{}, batch: map[string]bool{}, copies: map[string]int{}, held: map[workshop.ID]*Questionnaire{}}
	for _, r := range workshop.All[workshop.Response](w) {
		p.here[sameness(r)] = r.ID
	}
	// Of several states of one copy the one that has the most answers counts.
	for i, f := range forms {
		if best, seen := p.copies[f.Copy]; f.Copy != "" && (!seen || betterCopy(f, forms[best])) {
			p.copies[f.Copy] = i
		}
	}
	var c Collection
	for i, f := range forms {
		c.Arrivals = append(c.Arrivals, p.judge(i, f))
	}
	return c
}

func betterCopy(a, b *Returned) bool {
	if a.Unfinished != b.Unfinished {
		return b.Unfinished
	}
	return len(a.Answers) > len(b.Answers)
}

// planner judges forms one after the other.
type planner struct {
	w       *workshop.Workshop
	willing Willing
	here    map[string]workshop.ID // by sameness, of what was collected before
	batch   map[string]bool        // the same of this batch
	copies  map[string]int         // the form that stands for a copy
	held    map[workshop.ID]*Questionnaire
}

func (p *planner) judge(i int, f *Returned) Arrival {
	r := &workshop.Response{Round: f.Round, By: f.By, About: f.About, Unit: f.Unit, Answers: f.Answers}
	a := Arrival{Name: f.Name, By: f.By, response: r}
	no := func(v Verdict, choice bool, reason string, args ...any) Arrival {
		a.Verdict, a.Choice, a.Reason = v, choice, fmt.Sprintf(reason, args...)
		a.Take = choice && (v == Unfinished && p.willing.Unfinished || v != Unfinished && p.willing.Again)
		return a
	}
	round := workshop.Find[workshop.Round](p.w, f.Round)
	if f.Workshop != p.w.ID || round == nil {
		return no(Foreign, false, "is for a round that is not in this workshop; take it where it was handed out")
	}
	if round.Closed() {
		return no(Late, false, "came after the round %q was closed; it is not taken, so that nobody can tell by the difference whose it is", round.Title)
	}
	if p.held[round.ID] == nil {
		p.held[round.ID], _ = Held(round) // nil where the statements are not here
	}
	q := p.held[round.ID]
	if q == nil || f.Questionnaire != q.ID || f.Version != q.Version {
		return no(Outdated, false, "was made for another version of the statements; send its sender a new form")
	}
	by, _ := workshop.FieldOf(workshop.KindResponse, "by")
	if !slices.Contains(by.Choices, f.By) {
		return no(Broken, false, "does not say whether a leader, a direct report or a peer filled it in; send its sender a new form")
	}
	for _, text := range []string{f.About, f.Unit} {
		if err := workshop.CheckText(text, workshop.MaxText, false); err != nil {
			return no(Broken, false, "says about whom it is in a text that %v; send its sender a new form", err)
		}
	}
	for _, it := range q.Items {
		if x := f.Answers[it.ID]; x.Now > 0 || x.Needed > 0 {
			a.Answered++
		}
	}
	if a.Answered == 0 {
		return no(Empty, false, "has no answers; ask for the form that was filled in")
	}
	if best, ok := p.copies[f.Copy]; ok && best != i {
		return no(Double, false, "comes from the same copy as another file here, which has more answers or came first; one person counts once")
	}
	key := sameness(r)
	earlier, was := p.here[key]
	named := !r.Protected() && r.About != ""
	switch {
	case named && p.batch[key]:
		return no(Double, false, "is by somebody whose answers are already in another file here; to take these in their place, collect this file alone afterwards")
	case named && was:
		a.replaces = earlier
		p.batch[key] = true
		return no(Newer, true, "is by somebody whose answers are here already; the first ones stay, unless you take these in their place")
	case was || p.batch[key] && f.Copy == "":
		return no(Double, true, "has the same answers, word for word, as one that is here already and counts as its copy")
	case f.Unfinished:
		return no(Unfinished, true, "was not finished by its sender: %d of %d statements have an answer; wait for the finished one, or take it as it is", a.Answered, len(q.Items))
	}
	p.batch[key] = true
	a.Verdict, a.Take = Whole, true
	if a.Answered < len(q.Items) && f.Copy == "" { // the app asks about each statement before it is finished
		a.Verdict, a.Choice = HalfFilled, true
		a.Reason = fmt.Sprintf("is half filled: %d of %d statements have an answer; the others count as not observed", a.Answered, len(q.Items))
	}
	return a
}

// Unread is a file that is not a form, or a form with something wrong in it.
func Unread(name, reason string) Arrival { return Arrival{Name: name, Verdict: Broken, Reason: reason} }

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

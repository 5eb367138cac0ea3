package assess

import (
	"errors"
	"fmt"
	"strings"

	"nemawashi.app/workshop"
)

// Own is what one manager gets to see of a round, and nobody else: the own
// answers, and those of the direct reports and peers as far as small groups stay
// hidden. It holds no other manager's answers and no sum that has them in.
type Own struct {
	About         string
	Round         workshop.ID
	Title         string
	Date          workshop.Date
	Questionnaire *Questionnaire
	Least         int
	Answers       map[string]workshop.Answer // the own ones, with evidence; nil for none
	Others        *Block                     // of those who answered about this manager; nil for none
	Withheld      string                     // why nothing of them is shown, "" where something is
	Pairs         []Pair
	self          Block // of the own answers
}

// Result is the page as the result of a round of one leader, for the same
// pictures and tables.
func (o *Own) Result() *Result {
	r := &Result{Round: o.Round, Title: o.Title, Date: o.Date, Questionnaire: o.Questionnaire, Least: o.Least, Closed: true, Withheld: o.Withheld, Self: o.self}
	if o.Others != nil {
		r.Others = *o.Others
	} else {
		r.Others = *(&answers{}).nobody(o.Questionnaire)
	}
	if o.Answers == nil {
		r.Self = *(&answers{}).nobody(o.Questionnaire)
	}
	return r
}

// nobody is the block of no answers.
func (a *answers) nobody(q *Questionnaire) *Block {
	return &newSide(a, 1, [][]int{nil}).blocks(q, nil)[0]
}

// ErrNothingOwn is returned for a manager about whom nobody has answered.
var ErrNothingOwn = errors.New("nobody has answered about this manager in this round, not even the manager; nothing was written")

// AboutOf is what stands in a round's responses about a person: the id or, where
// they came in from a document, the name; "" for nothing.
func AboutOf(w *workshop.Workshop, round workshop.ID, p *workshop.Person) string {
	named := ""
	for _, r := range workshop.All[workshop.Response](w) {
		switch {
		case r.Round != round || r.About == "":
		case r.About == string(p.ID):
			return r.About
		case strings.EqualFold(r.About, p.Name):
			named = r.About
		}
	}
	return named
}

// OwnOf works out one manager's page. About is what stands in the responses;
// see [AboutOf]. The others' answers pass the same protection as in the
// results of the whole round, so that a page and the results together tell no
// more than the results.
func OwnOf(w *workshop.Workshop, round workshop.ID, q *Questionnaire, about string) (*Own, error) {
	res, err := Of(w, round, q, Options{ProtectSelf: true})
	if err != nil {
		return nil, err
	}
	o := &Own{About: about, Round: round, Title: res.Title, Date: res.Date, Questionnaire: q, Least: res.Least}
	for _, r := range workshop.All[workshop.Response](w) {
		if r.Round == round && r.By == BySelf && r.About == about && about != "" {
			o.Answers = r.Answers
			o.self = *ownOf(w, round, q, map[string]bool{about: true})
		}
	}
	for i := range res.Groups {
		if g := &res.Groups[i]; g.By == ByManager && g.Name == about {
			o.Others = &g.Block
		}
	}
	if o.Answers == nil && o.Others == nil {
		return nil, ErrNothingOwn
	}
	if o.Others != nil {
		o.Pairs = Pairs(o.self.Items, o.Others.Items)
		if !o.Others.Shows() {
			o.Withheld = res.Withheld
			if o.Withheld == "" {
				o.Withheld = HiddenGroup
			}
		}
	}
	return o, nil
}

// HiddenGroup says why a group is not shown although the round is.
const HiddenGroup = "These answers stay hidden: they are too few, or what is left of the others' would be."

// Shows says whether anything of a block may be shown.
func (b *Block) Shows() bool {
	for i := range b.Items {
		if !b.Items[i].Hidden {
			return true
		}
	}
	return false
}

// HiddenUnits says in a sentence which units of the others stay hidden although
// the others as a whole are shown, and why; "" where none does.
func (r *Result) HiddenUnits() string {
	var few, rest []string
	for _, g := range r.Units() {
		switch {
		case g.Shows():
		case g.N < r.Least:
			few = append(few, fmt.Sprintf("%s (%d)", g.Name, g.N))
		default:
			rest = append(rest, g.Name)
		}
	}
	var out []string
	if len(few) > 0 {
		out = append(out, "Hidden, with too few answers: "+strings.Join(few, ", ")+".")
	}
	if len(rest) > 0 {
		out = append(out, "Hidden, so that nobody can subtract: "+strings.Join(rest, ", ")+".")
	}
	return strings.Join(out, " ")
}

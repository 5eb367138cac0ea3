package assess

import (
	"errors"

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
}

// ErrNothingOwn is returned for a manager about whom nobody has answered.
var ErrNothingOwn = errors.New("nobody has answered about this manager in this round, not even the manager; nothing was written")

// OwnOf works out one manager's page. About is what stands in the responses:
// the id of a person. The others' answers pass the same protection as in the
// results of the whole round, so that a page and the results together tell no
// more than the results.
func OwnOf(w *workshop.Workshop, round workshop.ID, q *Questionnaire, about string) (*Own, error) {
	res, err := Of(w, round, q, Options{ProtectSelf: true})
	if err != nil {
		return nil, err
	}
	o := &Own{About: about, Round: round, Title: res.Title, Date: res.Date, Questionnaire: q, Least: res.Least}
	var own Block
	for _, r := range workshop.All[workshop.Response](w) {
		if r.Round == round && r.By == BySelf && r.About == about && about != "" {
			o.Answers = r.Answers
			own = *ownOf(w, round, q, map[string]bool{about: true})
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
		o.Pairs = Pairs(own.Items, o.Others.Items)
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

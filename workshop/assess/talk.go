package assess

import (
	"cmp"
	"math"
	"slices"

	"nemawashi.app/workshop/figure"
)

// Talk leads a room through the statements on which views lie apart the most,
// one by one: first the statement alone, so that everybody can say what they
// think, then the answers. It only ever holds what the room may see: of the
// leaders, too, nothing below the smallest group.
type Talk struct {
	result *Result
	trend  *Trend
	order  []string
	at     int
	open   bool
}

// NewTalk begins a talk about a round. The result has to be worked out with
// ProtectSelf; one that is not shows nothing.
func NewTalk(r *Result, t *Trend) *Talk {
	k := &Talk{result: r, trend: t}
	if r == nil || !r.Protected {
		return k
	}
	front := r.Front(k.lens())
	for i := range front.Items {
		if c := &front.Items[i]; c.Now != nil && c.Now.HasSD() {
			k.order = append(k.order, c.ID)
		}
	}
	slices.SortStableFunc(k.order, func(a, b string) int {
		x, y := front.Item(a).Now.SD, front.Item(b).Now.SD
		if math.Abs(x-y) < rounding {
			return 0
		}
		return cmp.Compare(y, x)
	})
	return k
}

// lens puts first what is shown: the leaders, or, where they are too few, others.
func (k *Talk) lens() Lens { return Lens{Others: !k.result.Self.Shows(), Before: true} }

// Empty says whether there is nothing to talk about.
func (k *Talk) Empty() bool { return k == nil || len(k.order) == 0 }

// Step goes on: it reveals the answers, then the next statement; or back. It
// says whether there was anywhere to go.
func (k *Talk) Step(by int) bool {
	switch {
	case k.Empty():
		return false
	case by > 0 && !k.open:
		k.open = true
	case by > 0 && k.at < len(k.order)-1:
		k.at, k.open = k.at+1, false
	case by < 0 && k.open:
		k.open = false
	case by < 0 && k.at > 0:
		k.at, k.open = k.at-1, true
	default:
		return false
	}
	return true
}

// Take goes to a statement, hidden or revealed as it was seen last. It is for
// results that have been worked out anew.
func (k *Talk) Take(from *Talk) {
	if from.Empty() || k.Empty() {
		return
	}
	if i := slices.Index(k.order, from.order[from.at]); i >= 0 {
		k.at, k.open = i, from.open
	}
}

// Card is what stands in front of the room.
type Card struct {
	ID, Title, Statement string
	Lowest, Highest      string // anchors of the ends
	At, Of               int    // from 1
	Open                 bool
	Word                 Agreement // "" while it is not revealed
	Rows                 []figure.DotRow
	Levels               []string
}

// Card is the statement in hand; its answers only once they are revealed. Nil
// where there is nothing to talk about.
func (k *Talk) Card(w PictureWords) *Card {
	if k.Empty() {
		return nil
	}
	id := k.order[k.at]
	it, _ := k.result.Questionnaire.Item(id)
	c := &Card{ID: id, Title: it.Title, Statement: it.Self.Statement, Lowest: it.Self.Anchors[0], Highest: it.Self.Anchors[Levels-1],
		At: k.at + 1, Of: len(k.order), Open: k.open, Levels: scale(k.result.Questionnaire)}
	if k.open {
		c.Rows, c.Word = k.result.rows(k.lens(), k.trend, id, w), k.result.Front(k.lens()).Item(id).Word
	}
	return c
}

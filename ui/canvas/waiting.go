package canvas

import (
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/ideas"
)

// waiting says below an idea without an answer for how long it has waited, in a tone of its own once that is too long; "" of everything else.
func (d *Desk) waiting(r workshop.Record) (words string, token theme.Token) {
	card, ok := r.(*workshop.Card)
	if !ok || card.Canvas != ideas.Canvas || ideas.Answered(card) {
		return "", theme.Text2
	}
	token = theme.Text2
	switch n := ideas.Days(card, d.today()); {
	case n > ideas.Within:
		token = theme.Warn
		fallthrough
	case n > 0:
		words = "Waits " + plural(n, "day")
	case n == 0:
		words = "Waits since today"
	default:
		words = "Waits for an answer"
	}
	return words, token
}

package quickadd

import "strconv"

// Card is a line on a board as it was understood: its text and, from a
// trailing "25m", its minutes.
type Card struct {
	Text    string
	Minutes int
	Part    *Part // what said the minutes, nil when nothing did
}

// ParseCard understands a line on a board. A word such as "25m" is taken for
// minutes only at the end and only after some text, so that a length in the middle
// of a sentence stays one.
func ParseCard(line string, words *Words) Card {
	if words == nil {
		words = English()
	}
	ws := split(line)
	c := Card{}
	if n := len(ws); n >= 2 {
		head, unit := digits(fold(ws[n-1].text))
		if m, ok := number(head, 5); ok && m > 0 && holds(words.Minutes, unit) {
			c.Minutes = m
			c.Part = &Part{Field: Minutes, Start: ws[n-1].start, End: ws[n-1].end, Text: ws[n-1].text, Value: strconv.Itoa(m)}
			ws = ws[:n-1]
		}
	}
	for i, w := range ws {
		if i > 0 {
			c.Text += " "
		}
		c.Text += w.text
	}
	return c
}

// Package sketch turns a canvas that is a picture - a field, a tree, a fishbone, a force field - and its cards into the shapes of
// workshop/figure, so that the room, the presentation and the readout show the same picture.
//
// It promises that every card is in the picture, in one order everywhere: a field's cards are numbered by their
// positions, causes stand in reading order. Which cells mean what follows from the template: the first cell is what a
// card says; of a tree the first yes or no is the verdict on a cause, another yes marks it as a root, and all other
// texts are its evidence. Two columns whose cards have a score that is bounded and summed are a force field. Where the cards of
// several groups are in one picture, each says whose it is. It works on records or on those of a [workshop.View] and returns no
// errors.
package sketch

import (
	"fmt"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
	"nemawashi.app/workshop/template"
)

// Source is what a picture is made of.
type Source struct {
	Canvas *template.Canvas
	Cards  []*workshop.Card
	Effect string              // at the head of a fishbone; its question when empty
	Dots   map[workshop.ID]int // what cards got in a closed voting
	// Group names the group that wrote a card, "" where all did or where that is said elsewhere; nil names none.
	Group func(*workshop.Card) string
	// Action names the action that a card became, "" for none.
	Action func(*workshop.Card) string
	// Value is a cell as it reads to this audience; nil reads it as it is stored.
	Value func(*template.Cell, *workshop.Card) string
	Words Words
}

// Words are the words on a picture.
type Words struct {
	Causes    figure.CauseWords
	Placed    string // with %d for the number of cards on a field
	Dot, Dots string // with %d
	Forces    string // with %s and %s twice: the titles of both sides of a force field and their totals
	Became    string // in front of the action that a card became
}

// English are the words in English.
func English() Words {
	return Words{Causes: figure.EnglishCauses(), Placed: "%d cards on a field of two axes.", Dot: "%d dot", Dots: "%d dots",
		Forces: "%s add up to %s, %s to %s.", Became: "→ "}
}

// Figure draws the canvas into the frame; false for a shape that is no picture. The figure of a tree or a force field is as high as its
// cards need, whatever the height of the frame.
func Figure(s Source, f figure.Frame) (figure.Figure, bool) {
	switch {
	case Opposed(s.Canvas):
		in, _ := s.Forces()
		return figure.LayForces(in, f).Figure(), true
	case s.Canvas.Shape == template.ShapeField:
		return figure.LayPlane(s.Plane(), f).Figure(), true
	case s.Canvas.Shape == template.ShapeTree && len(s.Canvas.Columns) > 0:
		bones, _ := s.Bones()
		return figure.LayFishbone(s.Head(), bones, s.Words.Causes, f).Figure(), true
	case s.Canvas.Shape == template.ShapeTree:
		causes, _ := s.Causes()
		return figure.LayTree(causes, s.Words.Causes, f).Figure(), true
	}
	return figure.Figure{}, false
}

// Head is the effect of a fishbone: the first sentence of it.
func (s Source) Head() string {
	text, _, _ := strings.Cut(strings.TrimSpace(s.Effect), "\n")
	if first, _, more := strings.Cut(text, ". "); more {
		text = first
	}
	if text != "" {
		return text
	}
	return s.Canvas.Question
}

// Plane is the field with its cards, numbered in order.
func (s Source) Plane() figure.PlaneInput {
	in := figure.PlaneInput{Across: axis(s.Canvas.Axes[0]), Up: axis(s.Canvas.Axes[1]), Alt: s.Words.Placed}
	for _, q := range s.Canvas.Quadrants {
		in.Corners = append(in.Corners, figure.PlaneCorner{Title: q.Title, Hint: q.Hint})
	}
	for i, c := range s.Cards {
		across, x := c.Number(s.Canvas.Axes[0].Cell)
		up, y := c.Number(s.Canvas.Axes[1].Cell)
		card := figure.PlaneCard{Number: i + 1, Text: s.text(c), Across: int(across), Up: int(up), Placed: x && y}
		card.Note = s.about(c, s.dissent(c, across, up))
		in.Cards = append(in.Cards, card)
	}
	return in
}

func axis(a template.Axis) figure.PlaneAxis {
	return figure.PlaneAxis{Title: a.Title, Low: a.Low, High: a.High, Min: a.Min, Max: a.Max}
}

// dissent is the choice of a card where that is another than its quadrant's.
func (s Source) dissent(c *workshop.Card, across, up float64) string {
	if len(s.Canvas.Quadrants) != 4 {
		return ""
	}
	here := s.Canvas.Quadrants[s.Canvas.Quadrant(across, up)].ID
	for i := range s.Canvas.Cells {
		cell := &s.Canvas.Cells[i]
		if v := c.Text(cell.ID); Follows(s.Canvas, cell) && v != "" && v != here {
			return cell.ChoiceTitle(v)
		}
	}
	return ""
}

// Follows says that a cell takes the id of the quadrant that its card is moved into.
func Follows(c *template.Canvas, cell *template.Cell) bool {
	if cell.Type != template.TypeChoice || len(c.Quadrants) == 0 {
		return false
	}
	for _, q := range c.Quadrants {
		if cell.ChoiceTitle(q.ID) == q.ID {
			return false // none of its choices
		}
	}
	return true
}

// Causes are the causes of a tree in reading order, and their cards in the same order.
func (s Source) Causes() ([]figure.Cause, []*workshop.Card) { return s.hang(s.Cards) }

// Bones are the bones of a fishbone with their causes, and the cards in the order of the figure's boxes. A card of a bone
// that the template does not have is on the first.
func (s Source) Bones() ([]figure.Bone, []*workshop.Card) {
	on := make([][]*workshop.Card, len(s.Canvas.Columns))
	place := BoneOf(s.Canvas, s.Cards)
	for _, c := range s.Cards {
		on[place[c.ID]] = append(on[place[c.ID]], c)
	}
	var bones []figure.Bone
	var all []*workshop.Card
	for i, col := range s.Canvas.Columns {
		causes, cards := s.hang(on[i])
		bones = append(bones, figure.Bone{Title: col.Title, Hint: col.Hint, Causes: causes})
		all = append(all, cards...)
	}
	return bones, all
}

// BoneOf is the number of the bone that each card is on: that of the card it hangs from, at last its own.
func BoneOf(c *template.Canvas, cards []*workshop.Card) map[workshop.ID]int {
	number := map[string]int{}
	for i, col := range c.Columns {
		number[col.ID] = i
	}
	out := make(map[workshop.ID]int, len(cards))
	order := workshop.Branches(cards)
	for _, b := range order {
		if b.Parent >= 0 {
			out[b.Card.ID] = out[order[b.Parent].Card.ID]
		} else {
			out[b.Card.ID] = number[b.Card.Column]
		}
	}
	return out
}

func (s Source) hang(cards []*workshop.Card) ([]figure.Cause, []*workshop.Card) {
	var causes []figure.Cause
	var order []*workshop.Card
	for _, b := range workshop.Branches(cards) {
		causes = append(causes, s.cause(b.Card, b.Parent))
		order = append(order, b.Card)
	}
	return causes, order
}

func (s Source) cause(c *workshop.Card, parent int) figure.Cause {
	out := figure.Cause{Text: s.text(c), Parent: parent}
	asked := false
	var notes, marks []string
	for i := range s.Canvas.Cells {
		cell := &s.Canvas.Cells[i]
		switch {
		case i == 0:
		case cell.Type == template.TypeBool && !asked:
			asked = true
			out.Verdict = VerdictOf(c, cell.ID)
		case cell.Type == template.TypeBool:
			if c.Cells[cell.ID] == true {
				out.Strong = true
				marks = append(marks, cell.Title)
			}
		default:
			if v := s.value(cell, c); v != "" {
				notes = append(notes, v)
			}
		}
	}
	out.Note = strings.Join(notes, " · ")
	out.Mark = s.about(c, marks...)
	return out
}

// VerdictOf reads a yes or no as the verdict on a cause; what nobody has answered is unchecked.
func VerdictOf(c *workshop.Card, cell string) figure.Verdict {
	switch c.Cells[cell] {
	case true:
		return figure.Verified
	case false:
		return figure.Refuted
	}
	return figure.Unchecked
}

func (s Source) text(c *workshop.Card) string {
	if len(s.Canvas.Cells) == 0 {
		return ""
	}
	return s.value(&s.Canvas.Cells[0], c)
}

func (s Source) value(cell *template.Cell, c *workshop.Card) string {
	if s.Value == nil {
		return strings.TrimSpace(c.Text(cell.ID))
	}
	return s.Value(cell, c)
}

// about is what is to be said of a card besides its words: these marks, its dots, its action.
func (s Source) about(c *workshop.Card, marks ...string) string {
	var out []string
	if s.Group != nil {
		marks = append([]string{s.Group(c)}, marks...)
	}
	for _, m := range marks {
		if m != "" {
			out = append(out, m)
		}
	}
	switch n := s.Dots[c.ID]; {
	case n == 1:
		out = append(out, fmt.Sprintf(s.Words.Dot, n))
	case n > 1:
		out = append(out, fmt.Sprintf(s.Words.Dots, n))
	}
	if s.Action != nil {
		if label := s.Action(c); label != "" {
			out = append(out, s.Words.Became+label)
		}
	}
	return strings.Join(out, " · ")
}

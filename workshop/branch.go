package workshop

import (
	"cmp"
	"slices"
)

// Branch is a card in its place on a tree.
type Branch struct {
	Card   *Card
	Depth  int // 0 of a card that hangs from none
	Parent int // index in the list, -1 of none
}

// Branches puts the cards of a tree in the order in which it is read: each card,
// then all that hangs from it. A card whose parent is not among the cards, or
// that two laptops have hung from each other, hangs from none: no card is lost.
func Branches(cards []*Card) []Branch {
	cards = slices.Clone(cards)
	slices.SortStableFunc(cards, func(a, b *Card) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
	})
	known := map[ID]bool{}
	for _, c := range cards {
		known[c.ID] = true
	}
	below := map[ID][]*Card{}
	for _, c := range cards {
		if parent := c.Parent; known[parent] {
			below[parent] = append(below[parent], c)
		} else {
			below[""] = append(below[""], c)
		}
	}
	out := make([]Branch, 0, len(cards))
	placed := map[ID]bool{}
	var hang func(c *Card, depth, parent int)
	hang = func(c *Card, depth, parent int) {
		if placed[c.ID] {
			return
		}
		placed[c.ID] = true
		at := len(out)
		out = append(out, Branch{Card: c, Depth: depth, Parent: parent})
		for _, child := range below[c.ID] {
			hang(child, depth+1, at)
		}
	}
	for _, c := range below[""] {
		hang(c, 0, -1)
	}
	for _, c := range cards { // what is left hangs from itself, by a detour
		hang(c, 0, -1)
	}
	return out
}

package page

import "iter"

// Gap is something that a document prints as a placeholder because no typeface can show it.
type Gap struct {
	Placeholder string // as printed, for example [U+1F600 grinning face]
	Count       int
	Text        string // the first text in which it stands
}

type gaps struct {
	list  []Gap
	index map[string]int
}

func (g *gaps) note(name, text string) {
	at, known := g.index[name]
	if !known {
		if g.index == nil {
			g.index = map[string]int{}
		}
		at = len(g.list)
		g.index[name] = at
		g.list = append(g.list, Gap{Placeholder: name, Text: text})
	}
	g.list[at].Count++
}

// Missing reports, before a document is made, what of its texts would be printed as a
// placeholder, in the order of first appearance. Nothing means that every character can be shown.
func Missing(texts iter.Seq[string]) []Gap {
	var s setter
	for text := range texts {
		s.clean(text)
	}
	return s.gaps.list
}

package workshop

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Draft is what somebody is typing at the moment. A [Glance] shows it as it will
// be, redacted as everything else is. The word that is not finished yet is left
// out: it may become a name that must not be read, and only a whole name is known.
type Draft struct {
	Kind  Kind
	ID    ID     // of the record that is typed into; "" for any of the kind
	Field string // that is typed into, as in [TextsOf]: "cells.text"
	// Card is the card as it would be if it were entered now: in the place of the
	// one with its id, or besides all others. It is nil where what is typed is in
	// the workshop with every stroke.
	Card *Card
}

// DraftID is the id of a card that is being typed and is not there yet. It is
// greater than any other, so that the card is the last of those in its position.
const DraftID ID = "~draft"

// DraftOf is the draft of a card while this cell is typed.
func DraftOf(c *Card, cell string) *Draft {
	return &Draft{Kind: KindCard, ID: c.ID, Field: "cells." + cell, Card: c}
}

// Same says that both look the same to an audience, where only the word that is
// not finished has grown.
func (d *Draft) Same(o *Draft) bool {
	if d == nil || o == nil {
		return d == o
	}
	if d.Kind != o.Kind || d.ID != o.ID || d.Field != o.Field || (d.Card == nil) != (o.Card == nil) {
		return false
	}
	if d.Card == nil {
		return true
	}
	a, b := d.Card, o.Card
	if a.Canvas != b.Canvas || a.Column != b.Column || a.Position != b.Position || a.Parent != b.Parent || a.Group != b.Group || a.Action != b.Action {
		return false
	}
	cell := strings.TrimPrefix(d.Field, "cells.")
	if finished(a.Text(cell)) != finished(b.Text(cell)) {
		return false
	}
	others := func(key string, _ any) bool { return key == cell }
	x, y := maps.Clone(a.Cells), maps.Clone(b.Cells)
	maps.DeleteFunc(x, others)
	maps.DeleteFunc(y, others)
	return maps.Equal(x, y)
}

// among puts the card of the draft among the records of its kind.
func (d *Draft) among(k Kind, list []Record) []Record {
	if d == nil || d.Card == nil || k != KindCard {
		return list
	}
	i := slices.IndexFunc(list, func(r Record) bool { return IDOf(r) == d.Card.ID })
	if i < 0 {
		return append(slices.Clip(list), d.Card)
	}
	out := slices.Clone(list)
	out[i] = d.Card
	return out
}

// cut takes the word that is not finished out of a copy of the record, and says
// whether the record is the one that is typed into.
func (d *Draft) cut(r Record) bool {
	if d == nil || r.Kind() != d.Kind || d.ID != "" && d.ID != IDOf(r) {
		return false
	}
	eachText(r, func(field string, s *string) {
		if field == d.Field {
			*s = finished(*s)
		}
	})
	return true
}

// longestUnspaced is how many letters of a text without spaces between its words
// may be a name.
const longestUnspaced = 8

// finished is a text up to the end of its last whole word.
func finished(text string) string {
	runes := []rune(text)
	end := len(runes)
	for end > 0 && !ends(runes[end-1]) {
		end--
	}
	if rest := runes[end:]; len(rest) > longestUnspaced && slices.ContainsFunc(rest, unspaced) {
		end += len(rest) - longestUnspaced
	}
	return strings.TrimRight(string(runes[:end]), " ")
}

// ends says that a word ends before this rune. What stands within names does not
// end one.
func ends(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && !strings.ContainsRune("-'’._@・·", r)
}

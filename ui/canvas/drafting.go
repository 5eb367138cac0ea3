package canvas

import (
	"maps"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// What is being typed is told to the desk before it is entered, so that the wall grows with every word.

func (d *Desk) drafted(draft *workshop.Draft) {
	if d.Draft != nil {
		d.Draft(draft)
	}
}

// growing tells of a line that would become a new card, which stand gives its place.
func (w *worked) growing(l line, stand func(*workshop.Card)) {
	card := &workshop.Card{Base: workshop.Base{ID: workshop.DraftID}, Canvas: w.rows.def.ID, Group: w.rows.group, Position: maxPosition}
	stand(card)
	w.desk.draftLine(w.rows, card, l)
}

// draftLine tells of a card with what was read of its line.
func (d *Desk) draftLine(rows *cardRows, card *workshop.Card, l line) {
	if l.err != nil {
		return
	}
	for field, v := range l.values {
		if _, made := v.(newPerson); !made {
			card.Set(field, v)
		}
	}
	d.drafted(workshop.DraftOf(card, rows.fields[0].ID))
}

// copied is a card that can be changed.
func copied(card *workshop.Card) *workshop.Card {
	c := *card
	c.Cells = maps.Clone(card.Cells)
	return &c
}

// draftIn is the draft of a field whose text is in the workshop with every stroke.
func draftIn(rows Rows, record workshop.Record, field string) *workshop.Draft {
	draft := &workshop.Draft{Kind: workshop.KindCard, Field: "cells." + field}
	if r, ok := rows.(*recordRows); ok {
		draft.Kind, draft.Field = r.kind, field
	}
	if record != nil {
		draft.ID = workshop.IDOf(record)
	}
	return draft
}

// draftCell tells of the cell of a card that is being typed. Records that are no cards are shown once they are entered.
func (t *Table) draftCell(ed *cellEditor, text string) {
	rows, ok := t.rows.(*cardRows)
	if !ok {
		return
	}
	card := &workshop.Card{Base: workshop.Base{ID: workshop.DraftID}, Canvas: rows.def.ID, Group: rows.group, Position: maxPosition}
	if old, ok := ed.row.record.(*workshop.Card); ok {
		card = copied(old)
	}
	v, err := t.desk.read(ed.field, text)
	if err != nil {
		return
	}
	switch ed.field.Type {
	case template.TypeText, template.TypeNote, template.TypeInt, template.TypeMoney, template.TypeDate:
		card.Set(ed.field.ID, v)
	}
	t.desk.drafted(workshop.DraftOf(card, ed.field.ID))
}

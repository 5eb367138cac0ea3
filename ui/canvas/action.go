package canvas

import (
	"errors"
	"fmt"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// makeAction makes an action of a card, linked both ways. Owner and date come along where the card has them.
func makeAction(e *workshop.Edit, rows *cardRows, id workshop.ID) (workshop.ID, error) {
	card, err := workshop.Modify[workshop.Card](e, id)
	if err != nil {
		return "", err
	}
	if card.Action != "" {
		return card.Action, nil
	}
	a := &workshop.Action{Title: strings.TrimSpace(titleOf(e, rows, card)), Source: id}
	for _, f := range rows.fields {
		value, _ := card.Cells[f.ID].(string)
		switch {
		case value == "":
		case f.Type == template.TypePerson && a.Owner == "" && f.ID != rows.fields[0].ID:
			a.Owner = workshop.ID(value)
		case f.Type == template.TypeDate && a.Due == "":
			a.Due = workshop.Date(value)
		}
	}
	card.Action = e.Add(a)
	return card.Action, nil
}

// titleOf is the first text of a card.
func titleOf(e *workshop.Edit, rows *cardRows, card *workshop.Card) string {
	for _, f := range rows.fields {
		s := card.Text(f.ID)
		if p, ok := e.Find(workshop.ID(s)).(*workshop.Person); ok && f.Type == template.TypePerson {
			s = p.Name
		}
		if s != "" {
			return s
		}
	}
	return ""
}

// actionMade tells of an action and what it still lacks.
func (d *Desk) actionMade(id workshop.ID) {
	if d.Notice == nil {
		return
	}
	var a *workshop.Action
	d.Session.Read(func(w *workshop.Workshop) { a = workshop.Find[workshop.Action](w, id) })
	if a == nil {
		return
	}
	var lacks []string
	if a.Owner == "" {
		lacks = append(lacks, "an owner")
	}
	if a.Due == "" {
		lacks = append(lacks, "a date")
	}
	text := fmt.Sprintf("%s is on the list of actions", a.Label())
	if len(lacks) > 0 {
		text += "; it still needs " + strings.Join(lacks, " and ")
	}
	var open func()
	if d.OpenAction != nil {
		open = func() { d.OpenAction(id) }
	}
	d.Notice(Told{Text: text, Button: "Open", Run: open})
}

// reason is what a refusal says beside the text that it is about.
func reason(err error) string {
	var bad *workshop.Invalid
	if errors.As(err, &bad) {
		return "Not kept: " + bad.Reason
	}
	return err.Error()
}

package actionlist

import (
	"strings"
	"time"

	"nemawashi.app/workshop"
)

// Row is one action as a list shows it.
type Row struct {
	Action   *workshop.Action
	Workshop workshop.ID
	Place    string // title of the workshop
	Client   string
	Currency string
	Owner    string // what the owner is called on this screen: a name, a code name or ""
	Who      string // what owners are told apart by: an id, or across workshops the name
	Source   Source
	Changed  int64 // when the action was changed last, in milliseconds as a stamp has them; 0 where that is not known

	title, owner, source, place, client string // folded, for sorting; empty until asked for
	hay                                 string // everything that the text filter looks in
	ranks                               [columns]uint64
	ranked                              uint16 // which ranks are known, by bit
	ended                               bool   // as of the action, once the row is in a list
	group                               string // what it stands under in a grouped list
}

// ID tells the row from all others.
func (r *Row) ID() workshop.ID { return r.Action.ID }

// Quiet is how many days an open action has been without any change, 0 where that is not known or nothing is to be done.
func (r *Row) Quiet(today workshop.Date) int {
	if r.Changed == 0 || r.Action.Ended() {
		return 0
	}
	return max(0, workshop.DateOf(time.UnixMilli(r.Changed).Local()).DaysUntil(today))
}

// Stale says that nobody has touched an open action for [workshop.StaleAfter] days.
func (r *Row) Stale(today workshop.Date) bool { return r.Quiet(today) >= workshop.StaleAfter }

// Source is what an action came from.
type Source struct {
	ID    workshop.ID
	Kind  workshop.Kind // "" for none; an assessment's statement is of kind "item"
	Label string
	// Confidential sources are never named: an action born from the map of
	// resistance says no more than that.
	Confidential bool
}

// KindItem is the kind of a source that is a statement of the self-assessment.
const KindItem workshop.Kind = "item"

// Confidential is the label of a source that is not named.
const Confidential = "Confidential"

// Names says what a person is called on a screen.
type Names func(*workshop.Person) string

// Real calls people by their names.
func Real(p *workshop.Person) string { return p.Name }

// Code calls people by their code names.
func Code(p *workshop.Person) string { return p.Code }

// Rows are all actions of a workshop.
func Rows(w *workshop.Workshop, names Names) []*Row {
	actions := workshop.All[workshop.Action](w)
	rows := make([]*Row, len(actions))
	together := make([]Row, len(actions)) // rows that are read after each other lie beside each other
	m := maker{w: w, charter: w.Charter(), names: names, owners: map[workshop.ID]string{}}
	for i, a := range actions {
		m.make(&together[i], a)
		rows[i] = &together[i]
	}
	return rows
}

// RowOf is the row of one action.
func RowOf(w *workshop.Workshop, a *workshop.Action, names Names) *Row {
	r := &Row{}
	m := maker{w: w, charter: w.Charter(), names: names, owners: map[workshop.ID]string{}}
	m.make(r, a)
	return r
}

// maker makes rows and looks each owner up once.
type maker struct {
	w       *workshop.Workshop
	charter *workshop.Charter
	names   Names
	owners  map[workshop.ID]string
}

func (m *maker) make(r *Row, a *workshop.Action) {
	r.Action, r.Workshop, r.Who, r.Source = a, m.w.ID, string(a.Owner), SourceOf(m.w, a.Source)
	if m.charter != nil {
		r.Place, r.Client, r.Currency = m.charter.Title, m.charter.Client, m.charter.Currency
	}
	if !a.Ended() {
		r.Changed = m.w.LastChange(a.ID).Wall
	}
	if a.Owner == "" {
		return
	}
	owner, known := m.owners[a.Owner]
	if !known {
		if p := workshop.Find[workshop.Person](m.w, a.Owner); p != nil {
			owner = m.names(p)
		}
		m.owners[a.Owner] = owner
	}
	r.Owner = owner
}

// SourceOf says what a source is called.
func SourceOf(w *workshop.Workshop, id workshop.ID) Source {
	if id == "" {
		return Source{}
	}
	s := Source{ID: id, Kind: KindItem, Label: "Statement " + string(id)}
	switch r := w.Find(id).(type) {
	case *workshop.Step:
		s.Kind, s.Label = r.Kind(), r.Title
	case *workshop.Card:
		s.Kind, s.Label = r.Kind(), cardText(r)
	case *workshop.Review:
		s.Kind, s.Label = r.Kind(), strings.TrimSpace("Review "+string(r.Planned))
	case *workshop.Stakeholder:
		s.Kind, s.Label, s.Confidential = r.Kind(), Confidential, true
	}
	return s
}

// cardText is the card's own text or, on canvases without one, its longest
// cell: that says most about where an action came from.
func cardText(c *workshop.Card) string {
	text := c.Text("text")
	if text != "" {
		return text
	}
	for cell, v := range c.Cells {
		s, ok := v.(string)
		if ok && (len(s) > len(text) || len(s) == len(text) && s < text) {
			text = c.Text(cell)
		}
	}
	if text == "" {
		return "Card"
	}
	return text
}

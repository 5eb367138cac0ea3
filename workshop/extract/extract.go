// Package extract answers one person's question "what do you hold on me?".
//
// It promises that the answer is whole and only about that person: every field
// of every record that is theirs or judges them, with the dated ratings; every
// place that names them, and the text it stands in, with the names of others
// taken out who are on the resistance map and nowhere else. What direct reports
// and peers answered is not in it, only that there is such a round: the
// protection of those who answered does not lift for whom they answered about.
//
// The window and the command line give a workshop and the person, which
// [workshop.Workshop.Subject] finds; an erase works on the same. An error is
// that of a damaged history.
package extract

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// Extract is what is held on one person in all workshops.
type Extract struct {
	Name      string        `json:"name"`
	Made      workshop.Date `json:"made"`
	Workshops []Workshop    `json:"workshops"`
}

// Workshop is what one workshop holds.
type Workshop struct {
	ID          workshop.ID   `json:"id"`
	Title       string        `json:"title"`
	Client      string        `json:"client,omitempty"`
	Start       workshop.Date `json:"start,omitempty"`
	RetainUntil workshop.Date `json:"retain_until,omitempty"`
	Records     []Record      `json:"records"`             // the person's own, and judgements
	NamedIn     []Naming      `json:"named_in"`            // as owner, sponsor, author ...
	Texts       []Text        `json:"texts"`               // in which the name stands
	Protected   []string      `json:"protected,omitempty"` // rounds in which others answered about the person
}

// Record is one record with its fields by the names of the data dictionary.
type Record struct {
	Kind    workshop.Kind              `json:"kind"`
	ID      workshop.ID                `json:"id"`
	Fields  map[string]json.RawMessage `json:"fields"`
	Ratings []Rating                   `json:"ratings,omitempty"` // of an entry of the resistance map, oldest first
}

// Rating is what was thought on a day.
type Rating struct {
	Date       workshop.Date `json:"date"`
	Now        *int          `json:"support_now"`
	Needed     *int          `json:"support_needed"`
	Influence  int           `json:"influence"`
	Confidence int           `json:"confidence,omitempty"`
}

// Naming is a field of a record that points to the person.
type Naming struct {
	Kind  workshop.Kind `json:"kind"`
	ID    workshop.ID   `json:"id"`
	Label string        `json:"label"`
	As    string        `json:"as"` // the field
}

// Text is a text in which the person is named.
type Text struct {
	Kind  workshop.Kind `json:"kind"`
	ID    workshop.ID   `json:"id"`
	Field string        `json:"field"`
	Text  string        `json:"text"`
}

// Shelf is where workshops stand; the library is one.
type Shelf interface {
	EachSubject(name string, f func(w *workshop.Workshop, who *workshop.Subject)) error
}

// Gather is what is held on a person in all workshops, or in one alone; errors
// are those of the shelf and of [Of].
func Gather(shelf Shelf, name string, only workshop.ID, made workshop.Date) (Extract, error) {
	x := Extract{Name: name, Made: made, Workshops: []Workshop{}}
	var problem error
	err := shelf.EachSubject(name, func(w *workshop.Workshop, who *workshop.Subject) {
		if problem != nil || only != "" && only != w.ID {
			return
		}
		one, err := Of(w, who)
		if problem = err; err == nil && !one.Empty() {
			x.Workshops = append(x.Workshops, one)
		}
	})
	return x, errors.Join(err, problem)
}

// Empty says whether nothing is held there.
func (x *Workshop) Empty() bool {
	return len(x.Records)+len(x.NamedIn)+len(x.Texts)+len(x.Protected) == 0
}

// Of is what a workshop holds on a person.
func Of(w *workshop.Workshop, who *workshop.Subject) (Workshop, error) {
	out := Workshop{ID: w.ID, Records: []Record{}, NamedIn: []Naming{}, Texts: []Text{}}
	hide := w.Others(who)
	if c := w.Charter(); c != nil {
		out.Title, out.Client, out.Start, out.RetainUntil = hide(c.Title), hide(c.Client), c.Start, c.RetainUntil
	}
	own := map[workshop.ID]bool{}
	for _, k := range workshop.Kinds {
		for _, r := range w.Records(k) {
			if about(w, r, who) {
				if p, ok := r.(*workshop.Response); ok && p.Protected() {
					if round := workshop.Find[workshop.Round](w, p.Round); round != nil && !slices.Contains(out.Protected, hide(round.Title)) {
						out.Protected = append(out.Protected, hide(round.Title))
					}
					continue
				}
				rec, err := record(w, r, hide)
				if err != nil {
					return out, err
				}
				out.Records = append(out.Records, rec)
				own[workshop.IDOf(r)] = true
			}
		}
	}
	for _, k := range workshop.Kinds {
		for _, r := range w.Records(k) {
			if own[workshop.IDOf(r)] || k == workshop.KindVote || k == workshop.KindResponse {
				continue
			}
			for _, as := range pointing(r, who) {
				out.NamedIn = append(out.NamedIn, Naming{Kind: k, ID: workshop.IDOf(r), Label: hide(label(r)), As: as})
			}
			workshop.TextsOf(r, func(field, text string) {
				if who.Named(text) {
					out.Texts = append(out.Texts, Text{Kind: k, ID: workshop.IDOf(r), Field: field, Text: hide(text)})
				}
			})
		}
	}
	return out, nil
}

// about says whether a record is the person's or a judgement about them.
func about(w *workshop.Workshop, r workshop.Record, who *workshop.Subject) bool {
	switch x := r.(type) {
	case *workshop.Person:
		return who.Is(x.ID)
	case *workshop.Stakeholder:
		return slices.Contains(who.Entries, x.ID)
	case *workshop.Response:
		return who.Is(workshop.ID(x.About)) || slices.ContainsFunc(who.Names(), func(n string) bool { return workshop.SameName(n, x.About) })
	case *workshop.Commitment:
		return who.Is(x.Who)
	case *workshop.Vote:
		return who.Is(x.Person)
	}
	return false
}

func record(w *workshop.Workshop, r workshop.Record, hide func(string) string) (Record, error) {
	out := Record{Kind: r.Kind(), ID: workshop.IDOf(r), Fields: map[string]json.RawMessage{}}
	for _, f := range workshop.Fields(r.Kind()) {
		v := workshop.Value(r, f.Name)
		if v == nil {
			continue
		}
		hidden, err := hideIn(v, hide)
		if err != nil {
			return out, fmt.Errorf("%s %s: %w", r.Kind(), out.ID, err)
		}
		out.Fields[f.Name] = hidden
	}
	if r.Kind() == workshop.KindStakeholder {
		ratings, err := w.Ratings(out.ID)
		if err != nil {
			return out, fmt.Errorf("ratings: %w", err)
		}
		for _, x := range ratings {
			out.Ratings = append(out.Ratings, Rating{x.Date, x.Now, x.Needed, x.Influence, x.Confidence})
		}
	}
	return out, nil
}

// hideIn takes names out of all texts of a value.
func hideIn(raw json.RawMessage, hide func(string) string) (json.RawMessage, error) {
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, err
	}
	var walk func(any) any
	walk = func(v any) any {
		switch x := v.(type) {
		case string:
			return hide(x)
		case []any:
			for i := range x {
				x[i] = walk(x[i])
			}
		case map[string]any:
			for k := range x {
				x[k] = walk(x[k])
			}
		}
		return v
	}
	return json.Marshal(walk(v))
}

// pointing are the fields of a record in which the person is chosen.
func pointing(r workshop.Record, who *workshop.Subject) []string {
	var out []string
	for _, f := range workshop.Fields(r.Kind()) {
		raw := workshop.Value(r, f.Name)
		if raw == nil {
			continue
		}
		switch f.Type {
		case workshop.TypePerson, workshop.TypePeople, workshop.TypeCells:
			for _, id := range who.People {
				if strings.Contains(string(raw), `"`+string(id)+`"`) {
					out = append(out, f.Name)
					break
				}
			}
		}
	}
	return out
}

// label is how people know a record.
func label(r workshop.Record) string {
	switch x := r.(type) {
	case *workshop.Charter:
		return x.Title
	case *workshop.Action:
		return x.Label() + " " + x.Title
	case *workshop.Goal:
		return x.Title
	case *workshop.Round:
		return x.Title
	case *workshop.Card:
		return x.Text("text")
	case *workshop.Step:
		return x.Title
	case *workshop.Review:
		return string(cmp.Or(x.Held, x.Planned))
	case *workshop.Stakeholder:
		return "an entry of the resistance map" // which one is not for this person
	}
	return string(r.Kind())
}

package library

import (
	"encoding/json"
	"fmt"

	"nemawashi.app/workshop"
)

// item is what lists across workshops know of one record: whether something is
// still to be done about it, until when, and by whom.
type item struct {
	open   bool
	date   workshop.Date
	state  string
	number int
	owner  workshop.ID
	title  string
}

// recordOf reads the document of a row.
func recordOf(r workshop.Row) (workshop.Record, error) {
	rec, err := workshop.New(r.Kind)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal([]byte(r.Doc), rec); err != nil {
		return nil, fmt.Errorf("%s %s: %w", r.Kind, r.ID, err)
	}
	return rec, nil
}

// itemOf says false for records that no such list shows.
func itemOf(rec workshop.Record, row workshop.Row) (item, bool, error) {
	switch x := rec.(type) {
	case *workshop.Action:
		return item{open: !x.Ended(), date: x.Due, state: x.Status, number: x.Number, owner: x.Owner, title: x.Title}, true, nil
	case *workshop.Step:
		if x.Break || x.Within != "" {
			return item{}, false, nil // neither is a step to be done
		}
		done := x.Status == workshop.StepDone || x.Status == workshop.StepSkipped
		return item{open: !done, state: x.Status, number: stepOrder(x), title: x.Title}, true, nil
	case *workshop.Person:
		return item{open: true, title: x.Name, state: x.Code}, true, nil
	case *workshop.Review:
		return item{open: x.Held == "", date: x.Planned, state: x.ReviewKind}, true, nil
	case *workshop.Stakeholder:
		i := item{open: !x.Retired && x.Rated(), owner: x.RelationshipOwner, title: x.Code}
		if x.Retired {
			i.state = "retired"
		}
		date, err := lastRated(row)
		i.date = date
		return i, true, err
	}
	return item{}, false, nil
}

// The kinds of the second line that lists have of a record: of an action its
// next recurring check, of an entry of the map its next contact, of a workshop
// the day until which its map is kept.
const (
	kindCheck     workshop.Kind = "check"
	kindContact   workshop.Kind = "contact"
	kindRetention workshop.Kind = "retention"
)

// secondKind is the kind of the second line of a record, "" where there is none.
func secondKind(kind workshop.Kind) workshop.Kind {
	switch kind {
	case workshop.KindAction:
		return kindCheck
	case workshop.KindStakeholder:
		return kindContact
	case workshop.KindCharter:
		return kindRetention
	}
	return ""
}

// secondOf says false for records about which nothing more is due.
func secondOf(rec workshop.Record) (item, bool) {
	switch x := rec.(type) {
	case *workshop.Action:
		if due := x.NextCheck(); due != "" {
			return item{open: true, date: due, state: x.CheckEvery, number: x.Number, owner: x.Owner, title: x.Title}, true
		}
	case *workshop.Stakeholder:
		if x.NextContact != "" && x.Rated() && !x.Retired {
			return item{open: true, date: x.NextContact, owner: x.RelationshipOwner}, true
		}
	case *workshop.Charter:
		if x.RetainUntil != "" {
			return item{open: true, date: x.RetainUntil}, true
		}
	}
	return item{}, false
}

// stepOrder sorts steps as the agenda does: what follows the event (day -1)
// comes after all of its days.
func stepOrder(s *workshop.Step) int {
	day := s.Day
	if day < 0 {
		day = 1000
	}
	return day*1_000_000 + s.Position
}

// lastRated is the day of a stakeholder's newest rating, which the causes tell.
func lastRated(row workshop.Row) (workshop.Date, error) {
	w, err := workshop.Restore("", []workshop.Row{row})
	if err != nil {
		return "", err
	}
	ratings, err := w.Ratings(row.ID)
	if err != nil || len(ratings) == 0 {
		return "", err
	}
	return ratings[len(ratings)-1].Date, nil
}

// counts says whether a change from one item to the other changes the
// workshop's line on Home.
func counts(kind workshop.Kind, had bool, before item, has bool, after item) bool {
	if had != has || before.open != after.open || before.state != after.state {
		return true
	}
	switch kind {
	case workshop.KindStep:
		return before.title != after.title || before.number != after.number
	case workshop.KindReview:
		return before.date != after.date
	}
	return false
}

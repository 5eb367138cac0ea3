package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// ErrOpen is returned by [Plan.Apply] while something has not been chosen.
var ErrOpen = errors.New("not everything has been chosen yet; nothing was changed")

// Counts says what applying a plan does.
type Counts struct {
	Values  int // that change
	Added   int // actions
	People  int // somebody new
	Kept    int // conflicts and changes that are left as they are in the app
	Skipped int // problems, and new rows that are left out
	Open    int // not chosen yet
}

// Counts adds the plan up.
func (p *Plan) Counts() Counts {
	var n Counts
	strangers := map[string]bool{}
	meet := func(o *Offer) {
		for _, w := range o.People {
			if w.ID == "" {
				strangers[strings.Join(wordsOf(w.Name), " ")] = true
			}
		}
	}
	for _, it := range p.Items {
		switch {
		case it.Chosen == Undecided:
			n.Open++
		case it.Kind == Settled && it.Chosen < 0 || it.isMatch():
			// Nothing new: it was decided before, or its values stand for themselves.
		case it.Kind == Problem || it.isRow() && it.Chosen < 0:
			n.Skipped++
		case it.Chosen < 0:
			n.Kept++
		case it.isRow():
			n.Added++
			for i := range it.Filled {
				meet(&it.Filled[i].Offer)
			}
		default:
			n.Values++
			meet(&it.Offers[it.Chosen])
		}
	}
	n.People = len(strangers)
	return n
}

// Prefer decides every conflict that is about values, for the app or for the
// newest copy. What is not about values, such as a new row whose title is there
// already, is left out, and so is what breaks a rule of the action's status.
func (p *Plan) Prefer(sheet bool) {
	for _, it := range p.Items {
		if it.Chosen != Undecided {
			continue
		}
		it.Chosen = KeepApp
		if sheet && it.Kind == Conflict {
			it.Chosen = it.newest()
		}
	}
	// Nobody looks at what breaks a rule now, so it is a problem and not taken.
	p.leaveOut(func(it *Item) bool { return it.Kind == Ready || it.Kind == Conflict })
	p.sort()
}

// newest is the offer of the newest copy that nobody has decided on before.
func (it *Item) newest() int {
	for i := range slices.Backward(it.Offers) {
		if !it.Offers[i].old {
			return i
		}
	}
	return len(it.Offers) - 1
}

// isRow says that the item is a row that may become an action, and isMatch that
// somebody has said which action it is instead.
func (it *Item) isRow() bool   { return it.Kind == New || it.Kind == Settled && it.Field == "" }
func (it *Item) isMatch() bool { return it.isRow() && it.Chosen == 1 }

// Source names the copies in the history, beside the author.
func (p *Plan) Source() string {
	var hashes []string
	for _, c := range p.Copies {
		hashes = append(hashes, c.Hash)
	}
	return "sha256:" + strings.Join(hashes, ",")
}

// Apply makes the changes that were chosen, in one edit. An error leaves
// everything as it was, as for every edit.
func (p *Plan) Apply(e *workshop.Edit, today workshop.Date) error {
	if p.Open() > 0 {
		return ErrOpen
	}
	a := &applying{e: e, today: today, met: map[string]workshop.ID{}}
	chosen := slices.DeleteFunc(slices.Clone(p.Items), func(it *Item) bool { return it.Chosen < 0 || it.Kind == Problem || it.isMatch() })
	// A status brings a closing date and progress with it; what the sheet says of those comes after it.
	for _, status := range []bool{true, false} {
		for _, it := range chosen {
			if it.isRow() || (it.Field == "status") != status {
				continue
			}
			if err := a.set(it.Action, it.Field, it.Offers[it.Chosen].value(it.Field, a.person)); err != nil {
				return fmt.Errorf("%s, %s: %w", (&workshop.Action{Number: it.Number}).Label(), it.Field, err)
			}
		}
	}
	for _, it := range chosen {
		if !it.isRow() {
			continue
		}
		if err := a.add(it); err != nil {
			return fmt.Errorf("row %d: %w", it.row.Line, err)
		}
	}
	p.remember(e)
	return nil
}

// applying is an edit on its way.
type applying struct {
	e     *workshop.Edit
	today workshop.Date
	met   map[string]workshop.ID // people who are new, by their folded words
}

// person gives somebody new an id, once.
func (a *applying) person(name string) workshop.ID {
	key := strings.Join(slices.Sorted(slices.Values(wordsOf(name))), " ")
	if id := a.met[key]; id != "" {
		return id
	}
	id := a.e.Add(&workshop.Person{Name: name, Team: true})
	a.met[key] = id
	return id
}

func (a *applying) set(id workshop.ID, field string, value json.RawMessage) error {
	if field != "status" {
		return a.e.SetField(id, field, value)
	}
	action, err := workshop.Modify[workshop.Action](a.e, id)
	if err != nil {
		return err
	}
	var status string
	if len(value) > 0 {
		if err := json.Unmarshal(value, &status); err != nil {
			return err
		}
	}
	action.SetStatus(status, a.today)
	return nil
}

func (a *applying) add(it *Item) error {
	id := a.e.Add(&workshop.Action{Base: workshop.Base{ID: it.Action}, Title: it.Title, Status: workshop.ActionOpen})
	for _, status := range []bool{true, false} {
		for i := range it.Filled {
			f := &it.Filled[i]
			if (f.Field == "status") != status {
				continue
			}
			if err := a.set(id, f.Field, f.value(f.Field, a.person)); err != nil {
				return err
			}
		}
	}
	return nil
}

package actions

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/quickadd"
)

// field is one field of the drawer: what is shown, and how it follows the record.
type field struct {
	box  fyne.CanvasObject
	fill func(*actionlist.Row)
}

// textField follows the record at every keystroke: read says what the entry's text means, and shown how the value is written.
func (d *drawer) textField(caption, label string, entry *widgets.Entry, shown func(*workshop.Action) string, take func(*workshop.Action, string) error) field {
	entry.ForwardUndo = true
	entry.OnChanged = func(text string) {
		if d.filling || d.row == nil {
			return
		}
		entry.SetProblem("")
		// The value may be the one that is there, written another way.
		probe := *d.row.Action
		if err := take(&probe, text); err != nil {
			entry.SetProblem(err.Error())
			return
		}
		err := d.board.edit(d.row, label, true, func(e *workshop.Edit) error {
			a, err := workshop.Modify[workshop.Action](e, d.row.ID())
			if err != nil {
				return err
			}
			var wrong error
			if err := ruled(a, func(a *workshop.Action) { wrong = take(a, text) }); err != nil {
				return err
			}
			return wrong
		})
		if err != nil {
			entry.SetProblem(err.Error())
		}
	}
	entry.OnFocus = func(focused bool) {
		if focused || d.row == nil {
			return
		}
		if s, err := d.board.session(d.row); err == nil {
			s.EndTyping()
		}
	}
	return field{box: widgets.Labeled(caption, entry), fill: func(r *actionlist.Row) {
		want := shown(r.Action)
		if entry.Text() == want {
			entry.SetProblem("")
			return
		}
		probe := *r.Action
		if entry.Focused() && d.same && (entry.Problem != "" || take(&probe, entry.Text()) == nil && shown(&probe) == want) {
			return // it is being typed here
		}
		entry.SetText(want)
		entry.SetProblem("")
	}}
}

func (d *drawer) note(caption, label string, rows int, at func(*workshop.Action) *string) field {
	return d.textField(caption, label, widgets.NewTextArea("", rows), func(a *workshop.Action) string { return *at(a) }, func(a *workshop.Action, text string) error {
		*at(a) = text
		return nil
	})
}

func (d *drawer) whole(caption, label string, at func(*workshop.Action) *int) field {
	return d.textField(caption, label, widgets.NewEntry("0"), func(a *workshop.Action) string {
		if *at(a) == 0 {
			return ""
		}
		return amount.Whole(*at(a))
	}, func(a *workshop.Action, text string) error {
		text = strings.NewReplacer(",", "", " ", "").Replace(text)
		if text == "" {
			*at(a) = 0
			return nil
		}
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 || n > 1_000_000 {
			return errors.New("type a whole number up to 1,000,000")
		}
		*at(a) = n
		return nil
	})
}

func (d *drawer) money(caption, label string, at func(*workshop.Action) *workshop.Money) field {
	return d.textField(caption, label, widgets.NewEntry("0"), func(a *workshop.Action) string {
		if *at(a) == 0 {
			return ""
		}
		return amount.Bare(*at(a), d.row.Currency)
	}, func(a *workshop.Action, text string) error {
		code := d.row.Currency
		if code == "" {
			code = "EUR" // no code can be typed then; two decimals
		}
		m, ok := quickadd.Amount(text, code)
		if !ok {
			return errors.New("type an amount such as 1,200 or 12.50")
		}
		*at(a) = m
		return nil
	})
}

func (d *drawer) date(caption, label string, at func(*workshop.Action) *workshop.Date) field {
	today := d.board.o.today().Time()
	entry := widgets.NewDateEntry(time.Time{}, today, func(day time.Time) {
		if d.row == nil {
			return
		}
		date := workshop.Date("")
		if !day.IsZero() {
			date = workshop.DateOf(day)
		}
		if d.row.Action == nil || *at(d.row.Action) == date {
			return
		}
		d.board.told(d.board.change(d.row, label, func(a *workshop.Action) { *at(a) = date }))
	})
	entry.Entry().SetPlaceholder("fri")
	entry.Parse = func(text string, today time.Time) (time.Time, error) {
		date, ok := quickadd.Date(text, quickadd.Context{Today: workshop.DateOf(today)})
		if !ok {
			return time.Time{}, widgets.ErrNoDate
		}
		return date.Time(), nil
	}
	return field{box: widgets.Labeled(caption, entry), fill: func(r *actionlist.Row) {
		if day := at(r.Action).Time(); !d.same || !entry.Day().Equal(day) {
			entry.Set(day)
		}
	}}
}

// person is one of the workshop's people; a name that is not there can become a new one.
func (d *drawer) person(caption, label, nobody string, at func(*workshop.Action) *workshop.ID, set func(*workshop.Action, workshop.ID)) field {
	var people []*workshop.Person
	pick := widgets.NewSelectOf(nil, 0, func(i int) {
		id := workshop.ID("")
		if i > 0 {
			id = people[i-1].ID
		}
		d.board.told(d.board.change(d.row, label, func(a *workshop.Action) { set(a, id) }))
	})
	pick.NewLabel = newPerson
	pick.OnNew = func(name string) { d.board.told(d.board.newPerson(d.row, label, name, set)) }
	return field{box: widgets.Labeled(caption, pick), fill: func(r *actionlist.Row) {
		var names []string
		people, names = d.board.called(d.people)
		choices := []widgets.Choice{{Label: nobody}}
		for i, p := range people {
			choices = append(choices, widgets.Choice{Label: names[i], Detail: p.Role, Icon: "user"})
		}
		pick.SetChoices(choices, slices.IndexFunc(people, func(p *workshop.Person) bool { return p.ID == *at(r.Action) })+1)
	}}
}

// choice is one of a few words, or none of them.
func (d *drawer) choice(caption, label string, words []string, values []string, at func(*workshop.Action) string, set func(*workshop.Action, string)) field {
	pick := widgets.NewSelect(words, 0, func(i int) {
		d.board.told(d.board.change(d.row, label, func(a *workshop.Action) { set(a, values[i]) }))
	})
	return field{box: widgets.Labeled(caption, pick), fill: func(r *actionlist.Row) { pick.Set(slices.Index(values, at(r.Action))) }}
}

// statusField asks for what a status needs.
func (d *drawer) statusField(words []string) field {
	pick := widgets.NewSelect(words, 0, nil)
	fill := func(r *actionlist.Row) { pick.Set(slices.Index(actionlist.Statuses(), r.Action.Status)) }
	pick.OnChanged = func(i int) {
		r := d.row
		d.board.setStatus([]*actionlist.Row{r}, actionlist.Statuses()[i])
		if now := d.board.list.Find(r.ID()); now != nil {
			fill(now) // until it is known what the status needs, it is the one before
		}
	}
	return field{box: widgets.Labeled("Status", pick), fill: fill}
}

// level is low, medium or high on the scale of 1 to 5; what was rated finer stays until another one is chosen.
func (d *drawer) level(caption, label string, at func(*workshop.Action) *int) field {
	letters := []string{"L", "M", "H"}
	pick := widgets.NewSegmented([]string{"Low", "Med", "High"}, -1, func(i int) {
		d.board.told(d.board.change(d.row, label, func(a *workshop.Action) { *at(a) = []int{1, 3, 5}[i] }))
	})
	return field{box: widgets.Labeled(caption, pick), fill: func(r *actionlist.Row) { pick.Set(slices.Index(letters, level(*at(r.Action)))) }}
}

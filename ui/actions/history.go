package actions

import (
	"cmp"
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// historyView lists what has become of an action's owner, due date and status, the newest first.
type historyView struct {
	board *Board
	lines *fyne.Container
	box   *fyne.Container
}

// longest is how many lines are shown at once.
const longest = 12

func newHistoryView(b *Board) *historyView {
	v := &historyView{board: b, lines: widgets.VStack(2)}
	v.box = widgets.VStack(theme.GapSmall, widgets.Caption("History"), v.lines)
	return v
}

// event is one line of the history.
type event struct {
	stamp workshop.Stamp
	text  string
}

func (v *historyView) fill(w *workshop.Workshop, r *actionlist.Row) {
	events, err := v.events(w, r.ID())
	v.lines.Objects = nil
	if err != nil {
		v.lines.Objects = append(v.lines.Objects, widgets.NewText("The history cannot be read: "+err.Error(), theme.Caption).In(theme.Danger))
	}
	today := v.board.o.today()
	for i, e := range events {
		if i == longest {
			v.lines.Objects = append(v.lines.Objects, widgets.Caption(plural(len(events)-longest, "earlier change")))
			break
		}
		at := e.stamp.Time().Local()
		when := at.Format("15:04")
		if day := workshop.DateOf(at); day != today {
			when = dayText(day, today)
		}
		v.lines.Objects = append(v.lines.Objects, widgets.NewText(when+"  "+e.text, theme.Caption).In(theme.Text2))
	}
	v.lines.Refresh()
}

// events puts the dated values of the fields together.
func (v *historyView) events(w *workshop.Workshop, id workshop.ID) ([]event, error) {
	var out []event
	born := workshop.Stamp{}
	for _, field := range []string{"status", "owner", "due", "checked"} {
		past, err := w.History(id, field)
		if err != nil {
			return nil, err
		}
		before := ""
		for i, p := range past {
			value := ""
			if len(p.Value) > 0 {
				if err := json.Unmarshal(p.Value, &value); err != nil {
					return nil, err
				}
			}
			if field == "status" && i == 0 {
				born = p.Stamp
				out = append(out, event{p.Stamp, "Created"})
			} else if p.Stamp != born {
				out = append(out, event{p.Stamp, v.words(w, field, before, value)})
			}
			before = value
		}
	}
	slices.SortStableFunc(out, func(a, b event) int { return cmp.Or(b.stamp.Compare(a.stamp)) })
	return out, nil
}

func (v *historyView) words(w *workshop.Workshop, field, from, to string) string {
	today := v.board.o.today()
	switch field {
	case "due":
		switch {
		case to == "":
			return "Due date taken away"
		case from == "":
			return "Due " + dayText(workshop.Date(to), today)
		}
		return "Due moved from " + dayText(workshop.Date(from), today) + " to " + dayText(workshop.Date(to), today)
	case "owner":
		if p := workshop.Find[workshop.Person](w, workshop.ID(to)); p != nil {
			return "Owner is " + v.board.names()(p)
		}
		return "Owner taken away"
	case "checked":
		if to == "" {
			return "Check taken back"
		}
		return "Checked"
	}
	return "Status " + statusWords[to]
}

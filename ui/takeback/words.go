package takeback

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// title is how a kind of items is announced.
type title struct {
	title, note, icon string
	short             string // for large text, where it is not the title
	token             theme.Token
	tone              widgets.Tone
}

var titles = map[exchange.Kind]title{
	exchange.Conflict: {"Conflicts", "Changed on both sides since the export, or by two copies. Choose one.", "alert", "", theme.Warn, widgets.Careful},
	exchange.Problem:  {"Problems", "Cannot be used as it is. Skipped unless you correct it.", "xcirc", "", theme.Danger, widgets.Bad},
	exchange.New:      {"New rows", "Rows of no action in the export. They become new actions.", "plus", "", theme.Accent, widgets.Accented},
	exchange.Ready:    {"Ready to apply", "Changed in the spreadsheet only.", "check", "Ready", theme.OK, widgets.Good},
	exchange.Settled:  {"Decided before", "Left as you decided when this came back before. You may decide otherwise.", "clock", "", theme.Text2, widgets.Neutral},
}

// noteOf explains a heading; of files that are compared with the app nothing
// tells who changed what.
func (p *Page) noteOf(k exchange.Kind) string {
	compared := !slices.ContainsFunc(p.o.Copies, func(c *exchange.Copy) bool { return !c.Compared })
	switch {
	case compared && k == exchange.Conflict:
		return "Different in the app and in the file. Choose one."
	case compared && k == exchange.New:
		return "Rows of no action that is known. Add them, or leave them out."
	case p.o.List && k == exchange.New:
		return "They become new actions."
	}
	return titles[k].note
}

// countCard is one of the counts over the list.
func countCard(k exchange.Kind, all, chosen, open int) fyne.CanvasObject {
	t := titles[k]
	text, ink := "None", theme.Text2
	switch {
	case all == 0:
	case open > 0:
		text, ink = fmt.Sprintf("%d still to choose", open), theme.Warn
	case k == exchange.Problem:
		text = "Will be skipped"
	case k == exchange.New && chosen == all:
		text = "Will be added"
	case chosen == all:
		text = "All chosen"
	default:
		text = fmt.Sprintf("%d of %d chosen", chosen, all)
	}
	var bubble fyne.CanvasObject = widgets.NewBubble(t.icon, t.tone)
	name := t.title
	if theme.TextScale() > 1.2 { // large text leaves no more room
		bubble, name = widgets.NewIcon(t.icon, t.token), cmp.Or(t.short, t.title)
	}
	return widgets.NewCard(widgets.HStack(12, bubble, widgets.NewLabel(strconv.Itoa(all), theme.PageTitle).Keep(),
		widgets.Grow(widgets.VStack(0, widgets.NewLabel(name, theme.BodyBold), widgets.NewLabel(text, theme.Caption).In(ink)))), nil)
}

// undoNote says how all of it is taken back.
func undoNote(workshops int) string {
	if workshops > 1 {
		return fmt.Sprintf("A backup is made first. One Ctrl+Z takes everything back, in all %d workshops.", workshops)
	}
	return "A backup is made first. One Ctrl+Z takes everything back."
}

// sentence says what applying will do.
func sentence(n exchange.Counts, decided int) string {
	var parts []string
	add := func(count int, one, more string) {
		if count > 0 {
			word := more
			if count == 1 {
				word = one
			}
			parts = append(parts, fmt.Sprintf("%d %s", count, word))
		}
	}
	if n.Open > 0 {
		return fmt.Sprintf("Before you can apply: %s. F8 goes to the next.", plural(n.Open, "open choice"))
	}
	add(n.Values, "value changes", "values change")
	add(n.Added, "action is added", "actions are added")
	add(n.People, "person is new", "people are new")
	add(n.Kept, "value stays as it is in the app", "values stay as they are in the app")
	add(n.Skipped, "entry is skipped", "entries are skipped")
	if n.Values+n.Added == 0 && decided > 0 {
		return "When you apply: nothing changes, and you are not asked for these values again."
	}
	if len(parts) == 0 {
		return "There is nothing to apply: the app has all of it already."
	}
	return "When you apply: " + strings.Join(parts, ", ") + "."
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return strconv.Itoa(n) + " " + word + "s"
}

func number(n int) string { return strconv.Itoa(n) }

// fieldWords are what fields are called on the screen where the name alone is not a word.
var fieldWords = map[string]string{"": "All fields", "title": "Action", "verified_by": "Verified by", "benefit_confirmed_by": "Benefit confirmed by", "benefit_expected": "Benefit expected",
	"benefit_actual": "Benefit actual", "people": "Person-days", "blocker": "Blocked by", "update": "Latest update", "number": "No.", "check_every": "Check every", "check_from": "Checks from", "check_until": "Checks until", "checked": "Last checked"}

func fieldWord(field string) string {
	if w, ok := fieldWords[field]; ok {
		return w
	}
	return strings.ToUpper(field[:1]) + field[1:]
}

// words puts values into words. Owners stand with their names, as in the register.
type words struct {
	session *workshop.Session
	today   workshop.Date
}

func (w words) offer(field string, o *exchange.Offer) string {
	if len(o.People) == 0 {
		return w.value(field, o.Value)
	}
	var names []string
	for _, p := range o.People {
		n := p.Name
		if p.ID == "" {
			n += " (new)"
		}
		names = append(names, n)
	}
	return strings.Join(names, "; ")
}

func (w words) value(field string, raw json.RawMessage) string {
	f, ok := workshop.FieldOf(workshop.KindAction, field)
	if !ok || len(raw) == 0 {
		return "–"
	}
	var text string
	var n int64
	var ids []workshop.ID
	switch {
	case json.Unmarshal(raw, &text) == nil:
	case json.Unmarshal(raw, &n) == nil:
		text = strconv.FormatInt(n, 10)
	case json.Unmarshal(raw, &ids) == nil:
	}
	switch f.Type {
	case workshop.TypeRef:
		w.session.Read(func(ws *workshop.Workshop) { text, _ = exchange.Called(ws, field, raw) })
	case workshop.TypeDate:
		if t := workshop.Date(text).Time(); !t.IsZero() {
			if t.Year() == w.today.Time().Year() {
				return t.Format("Mon 2 Jan")
			}
			return t.Format("2 Jan 2006")
		}
	case workshop.TypePerson:
		return w.names([]workshop.ID{workshop.ID(text)})
	case workshop.TypePeople:
		return w.names(ids)
	case workshop.TypeChoice:
		if text == workshop.ActionStarted {
			return "In progress"
		}
		return strings.ToUpper(text[:1]) + text[1:]
	case workshop.TypeMoney:
		return w.amount(n)
	case workshop.TypeInt:
		if field == "progress" {
			return text + " %"
		}
	}
	return oneLine(text)
}

func (w words) names(ids []workshop.ID) string {
	var names []string
	w.session.Read(func(ws *workshop.Workshop) {
		for _, id := range ids {
			if p := workshop.Find[workshop.Person](ws, id); p != nil {
				names = append(names, p.Name)
			}
		}
	})
	return strings.Join(names, "; ")
}

// amount shows minor units in the workshop's currency.
func (w words) amount(n int64) string {
	code := ""
	w.session.Read(func(ws *workshop.Workshop) {
		if c := ws.Charter(); c != nil {
			code = c.Currency
		}
	})
	return strings.TrimSpace(code + " " + exchange.Amount(n, code))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

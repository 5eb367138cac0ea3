package actions

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/means"
)

// sums shows what the actions ask for beside what was promised, and what they bring: added up by owner, by leader or by workshop, whatever the
// filter shows. Amounts in different currencies are never added.
type sums struct {
	board *Board
	by    int
	ways  []way
	rows  []sumRow
	table *widgets.Table
	panel fyne.CanvasObject
}

// way is what is added up by.
type way struct {
	title, head, none string
	ask               func(*actionlist.Row) string
	promise           func(promised) string
	name              func(key string) string
}

// promised is a promise with the workshop in which it was made.
type promised struct {
	*workshop.Commitment
	workshop workshop.ID
	currency string
}

// sumRow is one line: its name, and the currency of its money.
type sumRow struct {
	name, currency string
	total          bool
	means.Share
}

func newSums(b *Board) *sums {
	s := &sums{board: b}
	owner := way{title: "By owner", head: "Owner", none: "Nobody", ask: func(r *actionlist.Row) string { return r.Who }, promise: func(p promised) string { return b.whoPromised(p) }, name: s.ownerName}
	place := way{title: "By workshop", head: "Workshop", ask: func(r *actionlist.Row) string { return string(r.Workshop) }, promise: func(p promised) string { return string(p.workshop) }, name: s.placeName}
	if s.ways = []way{owner, place}; !b.o.all() {
		s.ways = []way{owner, {title: "By leader", head: "Leader", none: "No goal with an owner", ask: func(r *actionlist.Row) string { return string(b.leaders[r.Action.Goal]) },
			promise: func(p promised) string { return string(p.Who) }, name: s.ownerName}, place}
	}
	var titles []string
	for _, w := range s.ways {
		titles = append(titles, w.title)
	}
	number := func(id, title string, width float32) widgets.TableColumn {
		return widgets.TableColumn{ID: id, Title: title, Width: width, Grow: 0.15, Right: true, NoSort: true}
	}
	s.table = widgets.NewTable(widgets.TableOptions{
		Columns: []widgets.TableColumn{{ID: "who", Title: "Who", Width: 130, Grow: 1, NoSort: true}, number("actions", "Actions", 72), number("hours", "Hours", 66), number("hours-promised", "Promised", 82),
			number("people", "Days", 62), number("people-promised", "Promised", 82), number("cost", "Cost", 84), number("cost-promised", "Promised", 84),
			number("expected", "Expected", 84), number("actual", "Actual", 84), number("confirmed", "Confirmed", 84)},
		Rows:   func() int { return len(s.rows) },
		Cell:   s.cell,
		OnRune: b.tableRune,
	})
	choose := widgets.NewSegmented(titles, 0, func(i int) {
		s.by = i
		s.show()
		s.focus()
	})
	words := widgets.NewText("What the actions ask for beside what was promised, and the benefit they bring. Actions that were dropped do not count; the filter does not matter here.", theme.Caption).In(theme.Text2)
	s.panel = widgets.VStack(0, widgets.Pad(widgets.HStack(theme.PadPage, choose, widgets.Grow(words)), theme.PadPage, 8), widgets.Grow(s.table))
	return s
}

func (s *sums) object() fyne.CanvasObject { return s.panel }

func (s *sums) focus() { s.table.Focus() }

func (s *sums) hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Up", Label: ""}, {Keys: "Down", Label: "row"}, {Keys: "V", Label: "next view"}}
}

// show adds up anew.
func (s *sums) show() {
	b, w := s.board, s.ways[s.by]
	promises := b.allPromises()
	var parts, whole means.Shares
	for _, r := range b.list.All() {
		parts.Ask(w.ask(r)+"\x00"+r.Currency, r.Action)
		whole.Ask(r.Currency, r.Action)
	}
	for _, p := range promises {
		parts.Promise(w.promise(p)+"\x00"+p.currency, p.Commitment, p.currency, b.o.today())
		whole.Promise(p.currency, p.Commitment, p.currency, b.o.today())
	}
	s.rows = s.rows[:0]
	for _, x := range parts.List() {
		key, currency, _ := strings.Cut(x.Of, "\x00")
		name := w.none
		if key != "" {
			name = w.name(key)
		}
		s.rows = append(s.rows, sumRow{name: name, currency: currency, Share: x})
	}
	slices.SortStableFunc(s.rows, func(x, y sumRow) int { return compareNames(x.name, y.name) })
	for _, x := range whole.List() {
		s.rows = append(s.rows, sumRow{name: "All actions", currency: x.Of, total: true, Share: x})
	}
	s.table.SetCursor(min(max(s.table.Row(), 0), len(s.rows)-1), 0)
	s.table.Refresh()
}

func (s *sums) ownerName(key string) string {
	for _, r := range s.board.list.All() {
		if r.Who == key && r.Owner != "" {
			return r.Owner
		}
	}
	if !s.board.o.all() {
		for _, p := range peopleOf(s.board.o.Session) {
			if string(p.ID) == key {
				return s.board.names()(p)
			}
		}
	}
	return key
}

func (s *sums) placeName(key string) string {
	for _, r := range s.board.list.All() {
		if string(r.Workshop) == key {
			return r.Place
		}
	}
	if s.board.o.all() {
		return "A workshop without open actions"
	}
	return "This workshop"
}

func (s *sums) cell(row, col int) widgets.Cell {
	x := s.rows[row]
	number := func(n int64, show func(int64) string, short bool) widgets.Cell {
		c := widgets.Cell{Text: "–", Token: theme.Text3, Right: true, Bold: x.total}
		if n != 0 {
			c.Text, c.Token = show(n), theme.Text
		}
		if short {
			c.Token, c.Icon, c.Bold = theme.Danger, "alert", true
		}
		return c
	}
	money := func(n int64) string { return amount.Short(n, x.currency) }
	// Owners are seldom those who promise: only where somebody did can it be too little.
	short := func(of means.Resource) bool { return x.Line[of].Promised > 0 && x.Line[of].Short() > 0 }
	switch col {
	case 0:
		name := x.name
		if x.currency != "" && s.several() {
			name += ", " + x.currency
		}
		return widgets.Cell{Text: name, Bold: x.total, Token: theme.Text}
	case 1:
		return number(int64(x.Actions), amount.Whole[int64], false)
	case 2:
		return number(x.Line[means.Hours].Asked, amount.Whole[int64], false)
	case 3:
		return number(x.Line[means.Hours].Promised, amount.Whole[int64], short(means.Hours))
	case 4:
		return number(x.Line[means.People].Asked, amount.Whole[int64], false)
	case 5:
		return number(x.Line[means.People].Promised, amount.Whole[int64], short(means.People))
	case 6:
		return number(x.Line[means.Budget].Asked, money, false)
	case 7:
		return number(x.Line[means.Budget].Promised, money, short(means.Budget))
	case 8:
		return number(x.Expected, money, false)
	case 9:
		return number(x.Actual, money, false)
	}
	return number(x.Confirmed, money, false)
}

// several says that there is money of more than one currency.
func (s *sums) several() bool {
	return slices.ContainsFunc(s.rows, func(x sumRow) bool { return x.currency != s.rows[0].currency })
}

// whoPromised is the key of who made a promise, as rows know owners.
func (b *Board) whoPromised(p promised) string {
	if !b.o.all() {
		return string(p.Who)
	}
	return b.promisers[p.Who]
}

// allPromises are the promises of the workshop, or of all.
func (b *Board) allPromises() []promised {
	if b.o.all() {
		return b.promises
	}
	var out []promised
	b.o.Session.Read(func(w *workshop.Workshop) {
		currency := ""
		if c := w.Charter(); c != nil {
			currency = c.Currency
		}
		for _, c := range workshop.All[workshop.Commitment](w) {
			out = append(out, promised{c, w.ID, currency})
		}
		b.leaders = means.Leaders(workshop.All[workshop.Goal](w))
	})
	return out
}

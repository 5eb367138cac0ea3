package actions

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// filterBar says which actions are shown.
type filterBar struct {
	board   *Board
	owner   *widgets.Select
	status  *widgets.Select
	place   *widgets.Select // of all workshops only
	overdue *widgets.Button
	group   *widgets.Select
	entry   *widgets.Entry
	row     *fyne.Container
	who     []string // what stands behind the choices of owner, from the third on
	places  []workshop.ID
}

// states are what the status filter offers.
var states = append([]actionlist.State{actionlist.NotDone, actionlist.Any},
	workshop.ActionOpen, workshop.ActionStarted, workshop.ActionBlocked, workshop.ActionDone, workshop.ActionVerified, workshop.ActionDropped, actionlist.Quiet, actionlist.Check)

// groups are what the rows can be put together by, "" for nothing. Rows of all workshops have no sources of their own.
func (b *Board) groups() []actionlist.Column {
	if b.o.all() {
		return []actionlist.Column{"", actionlist.Owner, actionlist.Status, actionlist.Week, actionlist.Place}
	}
	return append([]actionlist.Column{""}, actionlist.Groupings()...)
}

var groupWords = map[actionlist.Column]string{"": "No groups", actionlist.Owner: "By owner", actionlist.Status: "By status", actionlist.Week: "By due week", actionlist.Origin: "By source", actionlist.Place: "By workshop"}

func newFilterBar(b *Board) *filterBar {
	f := &filterBar{board: b}
	f.owner = widgets.NewSelectOf(nil, 0, func(i int) {
		f.set(func(x *actionlist.Filter) {
			x.Who, x.Nobody = "", i == 1
			if i > 1 {
				x.Who = f.who[i-2]
			}
		})
	})
	f.owner.Icon = "user"
	var words []string
	for _, s := range states {
		words = append(words, stateWord(s))
	}
	f.status = widgets.NewSelect(words, 0, func(i int) { f.set(func(x *actionlist.Filter) { x.State = states[i] }) })
	var by []string
	for _, g := range b.groups() {
		by = append(by, groupWords[g])
	}
	f.group = widgets.NewSelect(by, 0, func(i int) { b.groupBy(b.groups()[i]) })
	f.overdue = widgets.NewButtonKind(widgets.Secondary, "Overdue only", "alert", f.toggleOverdue)
	f.entry = widgets.NewEntry("Filter")
	f.entry.Icon, f.entry.Key = "search", "/"
	f.entry.OnChanged = func(text string) { f.set(func(x *actionlist.Filter) { x.Text = strings.TrimSpace(text) }) }
	f.entry.OnSubmit = func(string) { b.table.Focus() }
	f.entry.OnDown = func() { b.table.Focus() }
	f.entry.OnEscape = func() bool {
		f.entry.SetText("")
		b.table.Focus()
		return true
	}
	objects := []fyne.CanvasObject{f.owner, f.status, f.overdue, f.group, f.entry}
	f.owner.Button, f.status.Button, f.group.Button = true, true, true
	if b.o.all() {
		f.place = widgets.NewSelectOf(nil, 0, func(i int) {
			f.set(func(x *actionlist.Filter) {
				x.Workshop = ""
				if i > 0 {
					x.Workshop = f.places[i-1]
				}
			})
		})
		f.place.Button = true
		objects = []fyne.CanvasObject{f.owner, f.status, f.place, f.overdue, f.group, f.entry}
	}
	f.row = container.New(&filterLayout{}, objects...)
	return f
}

func stateWord(s actionlist.State) string {
	switch s {
	case actionlist.Any:
		return "Any status"
	case actionlist.NotDone:
		return "Not done"
	case actionlist.Quiet:
		return "Stale"
	case actionlist.Check:
		return "Check due"
	}
	return statusWords[string(s)]
}

// set shows the rows of a changed filter.
func (f *filterBar) set(change func(*actionlist.Filter)) {
	b := f.board
	filter := b.list.Filter()
	change(&filter)
	if filter == b.list.Filter() {
		return
	}
	b.list.SetFilter(filter)
	if f.place != nil {
		b.quick.refresh()
	}
	if b.o.all() && b.onlyOpen && withEnded(filter.State) {
		b.reload() // those that are done have not been read
		return
	}
	b.rearranged()
}

func (f *filterBar) toggleOverdue() {
	f.set(func(x *actionlist.Filter) { x.Overdue = !x.Overdue })
}

// withEnded says that a state lets through actions that have ended.
func withEnded(s actionlist.State) bool {
	return s == actionlist.Any || s == actionlist.Check || (&workshop.Action{Status: string(s)}).Ended()
}

// toggle shows the actions in a state, or all that are open.
func (f *filterBar) toggle(state actionlist.State) {
	f.set(func(x *actionlist.Filter) {
		if x.State == state {
			x.State = actionlist.NotDone
		} else {
			x.State = state
		}
	})
}

// clear shows all rows.
func (f *filterBar) clear() {
	f.entry.SetText("")
	f.set(func(x *actionlist.Filter) { *x = actionlist.Filter{} })
}

// refresh shows the filter, and offers the owners and workshops that there are.
func (f *filterBar) refresh() {
	if f.board.offers {
		f.board.offers = false
		f.offer()
	}
	filter := f.board.list.Filter()
	owner := 0
	switch {
	case filter.Nobody:
		owner = 1
	case filter.Who != "":
		owner = slices.Index(f.who, filter.Who) + 2
	}
	f.owner.Set(owner)
	f.status.Set(slices.Index(states, filter.State))
	f.group.Set(slices.Index(f.board.groups(), f.board.list.Group()))
	if f.place != nil {
		f.place.Set(slices.Index(f.places, filter.Workshop) + 1)
	}
	kind := widgets.Secondary
	if filter.Overdue {
		kind = widgets.Primary
	}
	if f.overdue.Kind != kind {
		f.overdue.Kind = kind
		f.overdue.Refresh()
		f.row.Refresh()
	}
	f.board.fitHead()
}

// offer makes the choices anew.
func (f *filterBar) offer() {
	owners, places := map[string]string{}, map[workshop.ID]string{}
	for _, r := range f.board.list.All() {
		if r.Who != "" {
			owners[r.Who] = r.Owner
		}
		if f.place != nil {
			places[r.Workshop] = r.Place
		}
	}
	f.who = sortedKeys(owners)
	choices := []widgets.Choice{{Label: "Any owner"}, {Label: "Nobody"}}
	for _, who := range f.who {
		choices = append(choices, widgets.Choice{Label: owners[who]})
	}
	f.owner.SetChoices(choices, f.owner.Selected)
	if f.place != nil {
		f.places = sortedKeys(places)
		choices := []widgets.Choice{{Label: "All workshops"}}
		for _, id := range f.places {
			choices = append(choices, widgets.Choice{Label: places[id]})
		}
		f.place.SetChoices(choices, f.place.Selected)
	}
	f.row.Refresh()
}

// sortedKeys sorts keys by the words behind them.
func sortedKeys[K ~string](words map[K]string) []K {
	keys := make([]K, 0, len(words))
	for k := range words {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b K) int {
		if c := compareNames(words[a], words[b]); c != 0 {
			return c
		}
		return strings.Compare(string(a), string(b))
	})
	return keys
}

// compareNames orders names as people look for them: without case and accents first.
func compareNames(a, b string) int { return names.CompareString(a, b) }

// names is used on the window's goroutine only.
var names = collate.New(language.Und, collate.Loose)

// filterLayout puts the filters in a row with the entry at its end; where they do not fit they go on in further rows.
type filterLayout struct{ width float32 }

func wide(o fyne.CanvasObject) float32 {
	if w, ok := o.(interface{ Wide() float32 }); ok {
		return max(w.Wide(), o.MinSize().Width)
	}
	if _, ok := o.(*widgets.Entry); ok {
		return theme.Width(148)
	}
	return o.MinSize().Width
}

func (l *filterLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}

func (l *filterLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := l.walk(objects, l.width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
	return fyne.NewSize(theme.Scaled(120), h)
}

func (l *filterLayout) walk(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	x, y, h := float32(0), float32(0), theme.Height(theme.ButtonPlain)
	for i, o := range objects {
		w := wide(o)
		if width > 0 {
			w = min(w, width)
		}
		if x > 0 && width > 0 && x+w > width {
			x, y = 0, y+h+theme.Gap
		}
		if i == len(objects)-1 && y == 0 {
			x = max(x, width-w)
		}
		put(o, x, y, w, h)
		x += w + theme.Gap
	}
	return y + h
}

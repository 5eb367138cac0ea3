package people

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// Frame is what a board asks of the window around it.
type Frame interface {
	Notify(widgets.Notice)
	ShowError(shell.Trouble) *shell.Dialog
	RefreshHints()
}

// Options are what a board works on.
type Options struct {
	// Session is the workshop whose people are shown. Without one the board shows those of all workshops, from the Lister.
	Session *workshop.Session
	Lister  Lister
	// Open shows a person in his or her workshop.
	Open func(in, person workshop.ID)
	// NamesHidden says whether people go by their code names now; nil means never.
	NamesHidden func() bool
	// Give writes what is held on a person for that person, Erase takes the person out for good; nil: not from here.
	Give, Erase func(in, person workshop.ID)
	Frame       Frame
}

// Board is the table of people with the line to type new ones into.
type Board struct {
	o       Options
	watch   *canvas.Watch
	all     []row
	rows    []row // as shown
	sortBy  string
	down    bool
	current workshop.ID
	hidden  bool
	stale   bool // somebody, or the count of somebody's actions, has changed

	quick   *widgets.Entry
	give    *widgets.Button
	erase   *widgets.Button
	filter  *widgets.Entry
	columns []column
	table   *widgets.Table
	empty   *fyne.Container
	body    *fyne.Container
	content *fyne.Container
}

// NewBoard returns a board; it reads its rows when it is shown.
func NewBoard(o Options) *Board {
	b := &Board{o: o, sortBy: "name"}
	b.watch = canvas.NewWatch(func(t workshop.Touched) {
		b.stale = b.stale || t.Kind == workshop.KindPerson || t.Kind == workshop.KindAction
	}, func() {
		if b.stale {
			b.stale = false
			b.reload()
		}
	})
	b.quick = widgets.NewEntry("Type a name, role, unit, e-mail")
	b.quick.Icon, b.quick.Key = "plus", "Enter"
	b.quick.OnChanged = func(text string) {
		b.quick.SetProblem("")
		b.quick.SetHint(understood(text))
	}
	b.quick.OnSubmit = func(string) { b.add() }
	b.quick.OnDown = b.FocusTable
	b.quick.OnEscape = func() bool {
		if b.quick.Text() == "" {
			b.FocusTable()
		} else {
			b.quick.SetText("")
		}
		return true
	}
	b.filter = widgets.NewEntry("Filter")
	b.filter.Icon, b.filter.Key = "search", "/"
	b.filter.OnChanged = func(string) { b.arrange() }
	b.filter.OnSubmit = func(string) { b.FocusTable() }
	b.filter.OnDown = b.FocusTable
	b.filter.OnEscape = func() bool {
		b.filter.SetText("")
		b.FocusTable()
		return true
	}
	b.empty = widgets.Over()
	b.body = widgets.Over(b.empty)
	b.makeTable()
	row := []fyne.CanvasObject{}
	if b.editable() {
		row = append(row, widgets.GrowBy(b.quick, 3))
	}
	row = append(row, widgets.Grow(b.filter))
	if o.Give != nil {
		b.give = widgets.NewButtonKind(widgets.Secondary, "What is held", "file", func() { b.with(o.Give) }).WithTip("Everything that is held on the person, as PDF or JSON")
		row = append(row, b.give)
	}
	if o.Erase != nil {
		b.erase = widgets.NewButtonKind(widgets.Secondary, "Erase", "x", func() { b.with(o.Erase) }).WithTip("Takes the person and every judgement about them out, for good")
		row = append(row, b.erase)
	}
	head := widgets.NewPanel(widgets.HStack(theme.Gap, row...), widgets.PanelStyle{Fill: theme.Surface, PadX: theme.PadPage, PadY: 12, LineBottom: true})
	b.content = widgets.VStack(0, head, widgets.Grow(b.body))
	return b
}

// understood says above the line what Enter will add.
func understood(text string) string {
	p := understand(text)
	var parts []string
	for _, s := range []string{p.Name, p.Role, p.Unit, p.Email} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) < 2 {
		return ""
	}
	return strings.Join(parts, " · ")
}

// Content is what the room or the page shows.
func (b *Board) Content() fyne.CanvasObject { return b.content }

// Shown reads what may have changed and listens from now on.
func (b *Board) Shown() {
	if b.o.Session != nil {
		b.watch.Start(b.o.Session)
	}
	b.reload()
}

// Hidden takes up what is being typed and listens no more.
func (b *Board) Hidden() {
	b.table.StopEditing()
	b.watch.Stop()
}

// FocusFirst puts the keyboard into the table, or into the line to type into while there is nobody.
func (b *Board) FocusFirst() {
	if len(b.rows) == 0 && b.editable() {
		b.quick.Focus()
		return
	}
	b.FocusTable()
}

// FocusTable puts the keyboard into the table.
func (b *Board) FocusTable() { b.table.Focus() }

func (b *Board) editable() bool { return b.o.Session != nil && !b.o.Session.ReadOnly() }

// Reload reads all people anew: what happened in other workshops is not heard here.
func (b *Board) Reload() { b.reload() }

// reload reads all people anew.
func (b *Board) reload() {
	hidden := b.o.NamesHidden != nil && b.o.NamesHidden()
	if hidden != b.hidden {
		b.hidden = hidden
		b.makeTable() // names can be edited only where they are shown
	}
	if b.o.Session != nil {
		var rows []row
		b.o.Session.Read(func(w *workshop.Workshop) { rows = rowsOf(w, hidden) })
		b.all = rows
		b.arrange()
		return
	}
	var rows []row
	var failed error
	run.Go(func(context.Context) { rows, failed = rowsFrom(b.o.Lister, hidden) }, func() {
		if failed != nil {
			b.o.Frame.ShowError(shell.Trouble{Title: "The people cannot be shown", What: failed.Error(), Kept: "Nothing was changed.",
				Do: "Try again; if it comes back, check the library in Settings.", Retry: b.reload})
			return
		}
		b.all = rows
		b.arrange()
	})
}

// arrange sorts and filters; the cursor stays on its person.
func (b *Board) arrange() {
	b.rows = filtered(b.all, b.filter.Text())
	sorted(b.rows, b.sortBy, b.down)
	at := slices.IndexFunc(b.rows, func(r row) bool { return r.id == b.current })
	if at < 0 && b.table.Row() >= 0 {
		at = min(b.table.Row(), len(b.rows)-1)
	}
	b.table.SetCursor(at, b.table.Column())
	b.cursorAt(at)
	b.table.SetSort(slices.IndexFunc(b.columns, func(c column) bool { return c.id == b.sortBy }), b.down)
	b.table.Refresh()
	b.showEmpty()
	b.o.Frame.RefreshHints()
}

// Select puts the cursor on somebody, as when the palette found them. A filter that hides them is taken away.
func (b *Board) Select(id workshop.ID) {
	if !slices.ContainsFunc(b.rows, func(r row) bool { return r.id == id }) {
		b.filter.SetText("")
	}
	b.current = id
	b.arrange()
}

func (b *Board) cursorAt(at int) {
	b.current = ""
	if at >= 0 && at < len(b.rows) {
		b.current = b.rows[at].id
	}
	for _, button := range []*widgets.Button{b.give, b.erase} {
		if button != nil {
			button.SetEnabled(b.current != "")
		}
	}
}

// with does something with the person of the cursor.
func (b *Board) with(do func(in, person workshop.ID)) {
	if at := b.table.Row(); at >= 0 && at < len(b.rows) {
		b.table.StopEditing()
		do(b.rows[at].in, b.rows[at].id)
	}
}

func (b *Board) showEmpty() {
	if len(b.rows) > 0 {
		b.empty.Hide()
		return
	}
	state := widgets.EmptyState{Icon: "people", Title: "Nobody fits the filter", Button: "Show all", OnTap: func() { b.filter.SetText(""); b.FocusTable() }}
	switch {
	case len(b.all) == 0 && b.editable():
		state = widgets.EmptyState{Icon: "people", Title: "Nobody yet", Text: "Type the first one in the line above: name, role, unit, e-mail. Who is named with @ in an action comes here by itself.",
			Button: "Type a name", Key: "N", OnTap: b.quick.Focus}
	case len(b.all) == 0:
		state = widgets.EmptyState{Icon: "people", Title: "Nobody yet", Text: "The people of all workshops come together here."}
	}
	b.empty.Objects = []fyne.CanvasObject{widgets.NewEmptyState(state)}
	b.empty.Show()
	b.empty.Refresh()
}

// add makes a person of the line. The line is emptied only once the session has it.
func (b *Board) add() {
	p := understand(b.quick.Text())
	if p.Name == "" {
		b.quick.SetProblem("A person needs a name.")
		return
	}
	var id workshop.ID
	if err := b.o.Session.Do("Add person", func(e *workshop.Edit) error { id = e.Add(&p); return nil }); err != nil {
		b.quick.SetProblem("Not added: " + refusal(err) + ". The line is as you typed it.")
		return
	}
	b.quick.SetText("")
	b.watch.Catch()
	b.current = id
	b.filter.SetText("")
	b.arrange()
}

// change runs an edit of one person and has the result on the screen.
func (b *Board) change(id workshop.ID, label string, f func(*workshop.Person)) error {
	err := b.o.Session.Do(label, func(e *workshop.Edit) error {
		p, err := workshop.Modify[workshop.Person](e, id)
		if err != nil {
			return err
		}
		f(p)
		return nil
	})
	if err != nil {
		return errors.New(refusal(err))
	}
	b.watch.Catch()
	return nil
}

// remove takes the person of the cursor out, unless somebody needs him or her.
func (b *Board) remove() {
	at := b.table.Row()
	if !b.editable() || at < 0 || at >= len(b.rows) {
		return
	}
	r := b.rows[at]
	err := b.o.Session.Do("Delete person", func(e *workshop.Edit) error { return e.Delete(r.id) })
	if err != nil {
		b.o.Frame.ShowError(shell.Trouble{Title: r.name + " was not deleted", What: b.reason(r, err), Kept: "Everything is as it was before.",
			Do: "Give what " + r.name + " has to somebody else first, then delete again."})
		return
	}
	b.watch.Catch()
	b.o.Frame.Notify(widgets.Notice{Text: r.name + " was deleted", Icon: "check", Tone: widgets.Good, Button: "Undo", Key: "Ctrl+Z", OnTap: func() {
		if b.o.Session.CanUndo() != "Delete person" {
			return
		}
		if _, err := b.o.Session.Undo(); err == nil {
			b.watch.Catch()
			b.current = r.id
			b.arrange()
		}
	}})
}

// reason says where somebody is still named.
func (b *Board) reason(r row, err error) string {
	var invalid *workshop.Invalid
	if !errors.As(err, &invalid) || invalid.Kind != workshop.KindPerson {
		return err.Error()
	}
	var owned []string
	b.o.Session.Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			if a.Owner == r.id || slices.Contains(a.Helpers, r.id) || a.VerifiedBy == r.id || a.BenefitConfirmedBy == r.id {
				owned = append(owned, a.Label())
			}
		}
	})
	if len(owned) == 0 {
		return r.name + " " + invalid.Reason + "."
	}
	more := ""
	if len(owned) > 5 {
		more = fmt.Sprintf(" and %d more", len(owned)-5)
		owned = owned[:5]
	}
	return r.name + " is still named in actions: " + strings.Join(owned, ", ") + more + "."
}

func refusal(err error) string {
	var invalid *workshop.Invalid
	if errors.As(err, &invalid) {
		return strings.TrimSpace(invalid.Field + " " + invalid.Reason)
	}
	return err.Error()
}

// Commands are what can be done here, for the shell's table.
func (b *Board) Commands() []shell.Command {
	some := func() bool { return b.table.Row() >= 0 }
	commands := []shell.Command{{ID: "people.filter", Label: "Filter people", Group: "People", Icon: "filter", Shortcut: "/", Run: b.filter.Focus}}
	if b.o.Give != nil {
		commands = append(commands, shell.Command{ID: "people.held", Label: "What is held on the person", Group: "People", Icon: "file", Shortcut: "H", Enabled: some, Run: func() { b.with(b.o.Give) }})
	}
	if b.o.Erase != nil {
		commands = append(commands, shell.Command{ID: "people.erase", Label: "Erase the person for good", Group: "People", Icon: "x", Shortcut: "Ctrl+Shift+Del", Enabled: some, Run: func() { b.with(b.o.Erase) }})
	}
	if b.editable() {
		commands = append(commands,
			shell.Command{ID: "people.new", Label: "New person", Group: "People", Icon: "plus", Shortcut: "N", Run: b.quick.Focus},
			shell.Command{ID: "people.team", Label: "In the team, or not", Group: "People", Icon: "people", Shortcut: "Space", Enabled: some, Run: b.toggleTeam},
			shell.Command{ID: "people.delete", Label: "Delete person", Group: "People", Icon: "x", Shortcut: "Del", Enabled: some, Run: b.remove})
	}
	return commands
}

func (b *Board) toggleTeam() {
	if at := b.table.Row(); at >= 0 && at < len(b.rows) {
		b.told(b.change(b.rows[at].id, "Change team", func(p *workshop.Person) { p.Team = !p.Team }))
	}
}

func (b *Board) told(err error) {
	if err != nil {
		b.o.Frame.ShowError(shell.Trouble{Title: "The person was not changed", What: "It was refused: " + err.Error() + ".", Kept: "Everything is as it was before.",
			Do: "Change the value and try again."})
	}
}

func (b *Board) tableRune(r rune) bool {
	key := widgets.KeysOfRune(unicode.ToUpper(r))
	for _, c := range b.Commands() {
		if c.Shortcut == key && c.On() {
			c.Run()
			return true
		}
	}
	return false
}

func (b *Board) tableKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyDelete && b.editable() {
		b.remove()
		return true
	}
	return false
}

// Hints are the keys of the board, and how many are shown.
func (b *Board) Hints() []widgets.Hint {
	var hints []widgets.Hint
	if b.editable() {
		hints = append(hints, widgets.Hint{Keys: "N", Label: "new person"})
	}
	hints = append(hints, widgets.Hint{Keys: "Up"}, widgets.Hint{Keys: "Down", Label: "row"})
	if b.o.Session == nil {
		hints = append(hints, widgets.Hint{Keys: "Enter", Label: "open workshop"})
	} else {
		hints = append(hints, widgets.Hint{Keys: "Enter", Label: "edit"}, widgets.Hint{Keys: "Space", Label: "in the team"}, widgets.Hint{Keys: "Del", Label: "delete"})
	}
	people := fmt.Sprintf("%d people", len(b.rows))
	if len(b.rows) == 1 {
		people = "1 person"
	}
	if b.hidden {
		people += ", names hidden"
	}
	return append(hints, widgets.Hint{Keys: "/", Label: "filter"}, widgets.Hint{Label: people, Right: true})
}

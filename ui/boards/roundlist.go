package boards

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// RoundDesk is what can be done about rounds in the app around the board. What is nil is not offered.
type RoundDesk struct {
	Plan    func(round workshop.ID) // "" for a new one
	HandOut func(round workshop.ID)
	Close   func(round workshop.ID)
	Delete  func(round workshop.ID)
	Collect func() // takes back files of any round
	Fill    func() // fills in a file here
	// Questionnaires shows what rounds can be planned with.
	Questionnaires func()
}

// roundList is the face with all rounds: where each is, who is missing, and what can be done next.
type roundList struct {
	board   *Board
	desk    RoundDesk
	rounds  []*workshop.Round // newest first
	awaited []assess.Awaited
	names   map[workshop.ID]string
	at      int

	cards   []*widgets.Card
	rows    *fyne.Container
	scroll  *widgets.Scroll
	empty   fyne.CanvasObject
	content *fyne.Container
}

func newRoundList(b *Board, desk RoundDesk) *roundList {
	l := &roundList{board: b, desk: desk, rows: widgets.VStack(theme.PadCard)}
	l.empty = widgets.NewEmptyState(widgets.EmptyState{Icon: "assess", Title: "No round yet", Text: "Plan one: which statements, which leaders, and how small a group may be. Then hand out its forms; they come back by mail or on a stick.",
		Button: "Plan a round", ButtonIcon: "plus", Key: "N", OnTap: func() { l.plan("") }})
	l.scroll = widgets.NewScroll(widgets.PadSides(l.rows, 1, 12, 12, 1))
	l.content = widgets.Over(l.scroll, l.empty)
	return l
}

func (l *roundList) plan(id workshop.ID) {
	if l.desk.Plan != nil {
		l.desk.Plan(id)
	}
}

// read takes up what the workshop has.
func (l *roundList) read(w *workshop.Workshop, oldestFirst []*workshop.Round) {
	id := workshop.ID("")
	if r := l.round(); r != nil {
		id = r.ID
	}
	l.rounds, l.awaited, l.at = nil, nil, 0
	for i := len(oldestFirst) - 1; i >= 0; i-- {
		r := oldestFirst[i]
		if r.ID == id {
			l.at = len(l.rounds)
		}
		l.rounds, l.awaited = append(l.rounds, r), append(l.awaited, assess.Await(w, r))
	}
}

// show builds the cards anew.
func (l *roundList) show() {
	l.names = l.board.names()
	l.cards, l.rows.Objects = nil, nil
	for i := range l.rounds {
		c := widgets.NewCard(l.card(i), func() { l.choose(i) })
		c.Select(i == l.at)
		l.cards, l.rows.Objects = append(l.cards, c), append(l.rows.Objects, c)
	}
	if len(l.rounds) > 0 {
		l.rows.Objects = append([]fyne.CanvasObject{widgets.Flow(theme.Gap, l.button("Plan a round", "plus", "N", l.desk.Plan != nil, widgets.Secondary, func() { l.plan("") }),
			l.button("Fill in a file", "assess", "", l.desk.Fill != nil, widgets.Secondary, l.desk.Fill), l.button("Questionnaires", "quote", "", l.desk.Questionnaires != nil, widgets.Quiet, l.desk.Questionnaires))}, l.rows.Objects...)
	}
	show(l.scroll, len(l.rounds) > 0)
	show(l.empty, len(l.rounds) == 0)
	l.content.Refresh()
}

func (l *roundList) button(words, icon string, key widgets.Keys, on bool, kind widgets.ButtonKind, tap func()) fyne.CanvasObject {
	b := widgets.NewButtonKind(kind, words, icon, tap).WithKey(key)
	b.SetEnabled(on && tap != nil)
	return b
}

// states are the words and tones of a round's state.
func roundState(r *workshop.Round) (string, widgets.Tone) {
	switch r.Status {
	case workshop.RoundPlanned:
		return "Planned", widgets.Neutral
	case workshop.RoundClosed:
		return "Closed", widgets.Good
	}
	return "Open", widgets.Accented
}

func (l *roundList) card(i int) fyne.CanvasObject {
	r, a, today := l.rounds[i], l.awaited[i], l.board.today()
	words, tone := roundState(r)
	about := []string{}
	if r.Date != "" {
		about = append(about, canvas.ShowDate(r.Date, today))
	}
	if r.Closes != "" {
		about = append(about, "answers until "+canvas.ShowDate(r.Closes, today))
	}
	about = append(about, fmt.Sprintf("others from %d people on", assess.Least(r)))
	if q, err := assess.Held(r); err == nil {
		about = append(about, fmt.Sprintf("%s, version %d", q.Title, q.Version))
	}
	count := func(word string, come, asked int) fyne.CanvasObject {
		number := fmt.Sprint(come)
		if asked > 0 {
			number = fmt.Sprintf("%d of %d", come, asked)
		}
		return widgets.VStack(0, widgets.NewLabel(number, theme.SubHeading).Keep(), widgets.Caption(word).Keep())
	}
	rows := []fyne.CanvasObject{
		widgets.HStack(theme.Gap, widgets.Grow(widgets.VStack(0, widgets.NewText(r.Title, theme.SubHeading), widgets.NewText(strings.Join(about, " · "), theme.Caption).In(theme.Text2))), widgets.NewPill(words, tone)),
		widgets.Flow(theme.PadDialog, count("Leaders", a.Leaders, a.LeadersAsked), count("Direct reports", a.Reports, a.ReportsAsked), count("Peers", a.Peers, a.PeersAsked)),
	}
	if line := l.missing(r, a); line != "" {
		rows = append(rows, widgets.NewText(line, theme.Body).In(theme.Text2))
	}
	return widgets.VStack(10, append(rows, l.buttons(r))...)
}

// missing says who has not answered: leaders by name, of all others only how many. Who those are is not kept, so nobody can be asked for it.
func (l *roundList) missing(r *workshop.Round, a assess.Awaited) string {
	if r.Status == workshop.RoundPlanned || r.Closed() {
		return ""
	}
	var parts []string
	if n := len(a.Missing); n > 0 {
		var names []string
		for _, id := range a.Missing {
			names = append(names, l.names[id])
		}
		if n > 8 {
			names = append(names[:8], fmt.Sprintf("and %d more", n-8))
		}
		parts = append(parts, "Missing of the leaders: "+strings.Join(names, ", ")+".")
	} else if a.LeadersAsked > 0 {
		parts = append(parts, "All leaders who were asked have answered.")
	}
	if n := max(0, a.ReportsAsked-a.Reports) + max(0, a.PeersAsked-a.Peers); n > 0 {
		parts = append(parts, fmt.Sprintf("Of the others %d are missing; who they are is not kept, so remind all of them.", n))
	}
	return strings.Join(parts, " ")
}

func (l *roundList) buttons(r *workshop.Round) fyne.CanvasObject {
	on := func(f func(workshop.ID)) func() { return func() { f(r.ID) } }
	out, collect := widgets.Secondary, widgets.Secondary
	planned, closed := r.Status == workshop.RoundPlanned, r.Closed()
	if planned {
		out = widgets.Primary
	} else if !closed {
		collect = widgets.Primary
	}
	d := l.desk
	var buttons []fyne.CanvasObject
	if !closed {
		buttons = append(buttons, l.button("Hand out", "export", "H", d.HandOut != nil, out, on(d.HandOut)))
	}
	if !planned && !closed {
		buttons = append(buttons, l.button("Collect answers", "import", "C", d.Collect != nil, collect, d.Collect), l.button("Close...", "lock", "", d.Close != nil, widgets.Secondary, on(d.Close)))
	}
	return widgets.Flow(theme.Gap, append(buttons, l.button("Change", "", "E", d.Plan != nil, widgets.Secondary, on(d.Plan)), l.button("Delete", "", "", d.Delete != nil, widgets.Quiet, on(d.Delete)))...)
}

// round is the one in hand, nil for none.
func (l *roundList) round() *workshop.Round {
	if l.at < 0 || l.at >= len(l.rounds) {
		return nil
	}
	return l.rounds[l.at]
}

func (l *roundList) choose(i int) {
	if i < 0 || i >= len(l.cards) {
		return
	}
	l.at = i
	for j, c := range l.cards {
		c.Select(i == j)
	}
	l.scroll.Reveal(l.cards[i])
}

func (l *roundList) hints() []widgets.Hint {
	out := []widgets.Hint{{Keys: "N", Label: "plan a round"}}
	if r := l.round(); r != nil {
		out = append(out, widgets.Hint{Keys: "Up"}, widgets.Hint{Keys: "Down", Label: "round"}, widgets.Hint{Keys: "E", Label: "change"}, widgets.Hint{Keys: "C", Label: "collect"})
		if !r.Closed() {
			out = append(out, widgets.Hint{Keys: "H", Label: "hand out"})
		}
	}
	return out
}

// commands are what can be done about rounds by key.
func (l *roundList) commands() []shell.Command {
	is := func(want func(*workshop.Round) bool, can bool) func() bool {
		return func() bool { r := l.round(); return can && r != nil && want(r) }
	}
	do := func(f func(workshop.ID)) func() { return func() { f(l.round().ID) } }
	open := func(r *workshop.Round) bool { return !r.Closed() && r.Status != workshop.RoundPlanned }
	any := func(*workshop.Round) bool { return true }
	const group = "Self-assessment"
	d := l.desk
	return []shell.Command{
		{ID: "rounds.plan", Label: "Plan a round", Group: group, Icon: "plus", Shortcut: "N", Enabled: func() bool { return d.Plan != nil }, Run: func() { l.plan("") }},
		{ID: "rounds.handout", Label: "Hand out the round", Group: group, Icon: "export", Shortcut: "H", Enabled: is(func(r *workshop.Round) bool { return !r.Closed() }, d.HandOut != nil), Run: do(d.HandOut)},
		{ID: "app.collect", Label: "Collect answers", Group: group, Icon: "import", Shortcut: "C", Enabled: is(any, d.Collect != nil), Run: d.Collect},
		{ID: "rounds.change", Label: "Change the round", Group: group, Icon: "settings", Shortcut: "E", Enabled: is(any, d.Plan != nil), Run: do(d.Plan)},
		{ID: "rounds.close", Label: "Close the round", Group: group, Icon: "lock", Enabled: is(open, d.Close != nil), Run: do(d.Close)},
		{ID: "rounds.delete", Label: "Delete the round", Group: group, Icon: "x", Shortcut: "Del", Enabled: is(any, d.Delete != nil), Run: do(d.Delete)},
		{ID: "rounds.up", Label: "Round before", Group: group, Shortcut: "Up", Quiet: true, Enabled: is(any, true), Run: func() { l.choose(l.at - 1) }},
		{ID: "rounds.down", Label: "Next round", Group: group, Shortcut: "Down", Quiet: true, Enabled: is(any, true), Run: func() { l.choose(l.at + 1) }},
	}
}

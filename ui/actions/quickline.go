package actions

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/quickadd"
)

// quickLine is the line that new actions are typed into. What it understood stands below it before Enter, in the place of the filters.
type quickLine struct {
	board      *Board
	entry      *widgets.Entry
	pills      *fyne.Container
	understood *fyne.Container
	context    quickadd.Context // that the line was read in
	line       quickadd.Line
	offers     []quickadd.Completion // how the word that is being typed can go on; Tab takes the chosen one
	offer      int
}

const quickWords = "Type an action, @owner, due fri"

func newQuickLine(b *Board) *quickLine {
	q := &quickLine{board: b, entry: widgets.NewEntry(quickWords), pills: container.New(pillLayout{})}
	q.entry.Icon, q.entry.Key = "plus", "Enter"
	q.understood = container.NewStack(q.pills)
	q.understood.Hide()
	q.entry.OnChanged = func(string) { q.read() }
	q.entry.OnSubmit = func(string) { q.add() }
	q.entry.OnDown = func() {
		if !q.choose(1) {
			b.table.Focus()
		}
	}
	q.entry.OnUp = func() { q.choose(-1) }
	q.entry.OnEscape = func() bool {
		if q.entry.Text() == "" {
			b.table.Focus()
		} else {
			q.entry.SetText("")
		}
		return true
	}
	return q
}

// place is the workshop that a typed action goes to, "" while none is chosen.
func (q *quickLine) place() workshop.ID {
	if !q.board.o.all() {
		return q.board.o.Session.ID()
	}
	return q.board.list.Filter().Workshop
}

// session is where a typed action goes, nil while there is no such place.
func (q *quickLine) session() *workshop.Session {
	b := q.board
	if !b.o.all() {
		return b.o.Session
	}
	if b.o.Sessions == nil || q.place() == "" {
		return nil
	}
	s, err := b.o.Sessions(q.place())
	if err != nil {
		return nil
	}
	return s
}

// possible says whether actions can be added here now.
func (q *quickLine) possible() bool { return q.board.editable() && q.place() != "" }

// refresh says in the empty line what can be typed now.
func (q *quickLine) refresh() {
	words := quickWords
	switch {
	case !q.board.editable():
		words = "This workshop is open for reading only"
	case q.place() == "":
		words = "Choose a workshop below to type its actions here"
	}
	q.entry.SetPlaceholder(words)
	q.entry.SetEnabled(q.possible())
}

// read shows what is understood of the line so far.
func (q *quickLine) read() {
	q.entry.SetProblem("")
	text := q.entry.Text()
	s := q.session()
	if strings.TrimSpace(text) == "" || s == nil {
		q.line, q.offers, q.entry.OnTab = quickadd.Line{}, nil, nil
		q.understood.Hide()
		q.board.filters.row.Show()
		return
	}
	c := quickadd.Context{Today: q.board.o.today()}
	s.Read(func(w *workshop.Workshop) {
		c.People = workshop.All[workshop.Person](w)
		if charter := w.Charter(); charter != nil {
			c.Currency, c.Words = charter.Currency, quickadd.For(charter.Language)
		}
	})
	q.line = quickadd.Parse(text, c)
	q.complete(text, c)
	q.context = c
	q.show()
	q.board.filters.row.Hide()
	q.understood.Show()
	q.understood.Refresh()
}

// show shows what is understood and how the line can go on.
func (q *quickLine) show() {
	q.pills.Objects = q.signs(q.context)
	q.pills.Refresh()
}

// signs say the parts of the line, each with its icon.
func (q *quickLine) signs(c quickadd.Context) []fyne.CanvasObject {
	title := widgets.NewLabel(q.line.Title, theme.BodyBold)
	if q.line.Title == "" {
		title.Text, title.Token = "What is to be done?", theme.Text3
	}
	out := []fyne.CanvasObject{title}
	out = append(out, q.completions()...)
	for _, p := range q.line.Parts {
		out = append(out, q.sign(p, c))
	}
	for _, d := range q.line.Doubts {
		_, names := q.board.called(slices.Clone(d.People))
		out = append(out, widgets.NewIconPill(d.Text+" is "+strings.Join(names, " or ")+"?", "alert", widgets.Careful))
	}
	if q.line.OtherMoney != "" {
		out = append(out, widgets.NewIconPill("This workshop counts in "+c.Currency, "alert", widgets.Careful))
	}
	return out
}

func (q *quickLine) sign(p quickadd.Part, c quickadd.Context) fyne.CanvasObject {
	switch p.Field {
	case quickadd.Owner, quickadd.Helper:
		if p.Name != "" {
			return widgets.NewIconPill("New person: "+p.Name, "plus", widgets.Careful)
		}
		name := ""
		if i := slices.IndexFunc(c.People, func(x *workshop.Person) bool { return string(x.ID) == p.Value }); i >= 0 {
			name = q.board.names()(c.People[i])
		}
		if p.Field == quickadd.Helper {
			return widgets.NewIconPill("with "+name, "people", widgets.Accented)
		}
		return widgets.NewIconPill(name, "user", widgets.Accented)
	case quickadd.Due:
		return widgets.NewIconPill(dayText(q.line.Due, c.Today), "cal", widgets.Accented)
	case quickadd.Priority:
		icon, _ := priorityIcon(p.Value)
		return widgets.NewIconPill(priorityWords[p.Value], icon, widgets.Accented)
	case quickadd.Hours:
		return widgets.NewIconPill(p.Value+" h", "clock", widgets.Accented)
	case quickadd.Cost:
		return widgets.NewPill(amount.Money(q.line.Cost, q.line.Currency), widgets.Accented)
	}
	return widgets.NewPill(sentence(p.Value), widgets.Accented)
}

// sentence writes a choice as it stands at the beginning of a line.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// add makes an action of the line. The line is emptied only once the session has it.
func (q *quickLine) add() {
	q.read()
	s := q.session()
	if s == nil || strings.TrimSpace(q.entry.Text()) == "" {
		return
	}
	l := q.line
	if l.Title == "" {
		q.entry.SetProblem("An action needs a few words on what is to be done.")
		return
	}
	var id workshop.ID
	var people []string
	err := s.Do("Add action", func(e *workshop.Edit) error {
		people = nil
		make := func(n quickadd.Named) workshop.ID {
			if n.New == "" {
				return n.ID
			}
			people = append(people, n.New)
			return e.Add(&workshop.Person{Name: n.New})
		}
		a := &workshop.Action{Title: l.Title, Due: l.Due, Priority: l.Priority, Category: l.Category, Hours: l.Hours, Cost: l.Cost, Owner: make(l.Owner)}
		for _, h := range l.Helpers {
			a.Helpers = append(a.Helpers, make(h))
		}
		if charter, ok := e.Find(e.Workshop().ID).(*workshop.Charter); ok && l.Currency != "" && charter.Currency == "" {
			c, err := workshop.Modify[workshop.Charter](e, charter.ID)
			if err != nil {
				return err
			}
			c.Currency = l.Currency // the first amount says what the workshop counts in
		}
		id = e.Add(a)
		return nil
	})
	if err != nil {
		q.entry.SetProblem("Not added: " + refusal(err) + ". The line is as you typed it.")
		return
	}
	q.entry.SetText("")
	q.board.added(s, id)
	if len(people) > 0 {
		q.board.o.Frame.Notify(widgets.Notice{Text: "New in People: " + q.board.quoted(s, people), Icon: "user", Tone: widgets.Accented})
	}
}

// quoted lists new people by what they are called here.
func (b *Board) quoted(s *workshop.Session, names []string) string {
	if !b.o.hidden() {
		return strings.Join(names, ", ")
	}
	var codes []string
	for _, p := range peopleOf(s) {
		if slices.Contains(names, p.Name) {
			codes = append(codes, p.Code)
		}
	}
	return strings.Join(codes, ", ")
}

// added shows a new action, whatever the filter says: who has typed it must see it.
func (b *Board) added(s *workshop.Session, id workshop.ID) {
	if b.o.all() {
		b.reread(s, id)
	} else {
		b.watch.Catch()
	}
	b.Select(id)
}

// pillLayout puts what was understood in one row: the parts at their full width, and before them as much of the words as there is room for.
type pillLayout struct{}

const pillGap = 6

func (pillLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	title, pills := objects[0], objects[1:]
	room := size.Width
	for _, o := range pills {
		room -= o.MinSize().Width + pillGap
	}
	put := func(o fyne.CanvasObject, x, w float32) {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(x, float32(int((size.Height-h)/2))))
		o.Resize(fyne.NewSize(w, h))
	}
	x := min(wide(title), max(room, theme.Scaled(60)))
	put(title, 0, x)
	for _, o := range pills {
		w := o.MinSize().Width
		x += pillGap
		fits := x+w <= size.Width
		shown(o, fits)
		if fits {
			put(o, x, w)
			x += w
		}
	}
}

func (pillLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Scaled(120), theme.Height(theme.ButtonPlain))
}

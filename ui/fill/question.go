package fill

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// field is which of the two answers is meant.
type field int

const (
	now field = iota
	needed
)

// column is the width of the two columns of marks.
const column = 96

// question is one statement with its five levels.
type question struct {
	page  *Page
	field field

	aspect, role   *widgets.Pill
	id             *widgets.Label
	statement, how *widgets.Label
	fields         *widgets.Segmented
	heads          [2]*widgets.Label
	levels         [assess.Levels]*level
	unseen         *widgets.Check
	evidence       *widgets.Entry
	gap            *widgets.Label
	back, next     *widgets.Button
	scroll         *widgets.Scroll
	holder         *holder
	content        fyne.CanvasObject
	filling        bool // the entry is being filled by the page
	shown          string
}

// holder has the keyboard while nobody types evidence: Tab changes between now and needed there, as the keys at the foot say.
type holder struct {
	widgets.Press
	content fyne.CanvasObject
	tab     func()
}

func newHolder(content fyne.CanvasObject, tab func()) *holder {
	h := &holder{content: content, tab: tab}
	h.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyTab {
			return false
		}
		h.tab()
		return true
	}
	h.Extend(h)
	return h
}

// AcceptsTab is Fyne's.
func (h *holder) AcceptsTab() bool { return true }

// CreateRenderer is Fyne's.
func (h *holder) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.content) }

func newQuestion(p *Page) *question {
	q := &question{page: p, aspect: widgets.NewPill("", widgets.Accented), role: widgets.NewPill("", widgets.Neutral), id: widgets.Caption("").Keep(),
		statement: widgets.NewText("", theme.Statement), how: widgets.NewText("", theme.Body).In(theme.Text2), gap: widgets.NewLabel("", theme.BodyBold).In(theme.Accent).Keep()}
	q.fields = widgets.NewSegmented([]string{"Now", "Needed in 12 months"}, 0, func(i int) { q.turn(field(i)) })
	q.heads[now], q.heads[needed] = widgets.NewText("Now", theme.CaptionHd).Center(), widgets.NewText("Needed in 12 months", theme.CaptionHd).Center()
	if tight() {
		q.statement.Style = theme.SubHeading
		q.how.Hide()
		q.heads[needed].SetText("Needed")
	}
	head := widgets.HStack(0, q.fields, widgets.Spacer(), widgets.Wide(q.heads[now], column), widgets.Wide(q.heads[needed], column), widgets.Space(theme.PadCard, 0))
	rows := []fyne.CanvasObject{widgets.Flow(theme.Gap, q.aspect, q.role, q.id), widgets.VStack(0, q.statement, q.how), head}
	for i := range q.levels {
		q.levels[i] = newLevel(i+1, q)
		rows = append(rows, q.levels[i])
	}
	q.unseen = widgets.NewCheck("Not observed", false, func(bool) { q.unobserve() })
	q.evidence = widgets.NewEntry("One line of evidence, if you like; do not name people")
	q.evidence.Icon = "quote"
	q.evidence.OnChanged = q.typed
	q.evidence.OnSubmit = func(string) { p.next() }
	q.evidence.OnEscape = func() bool { q.focus(); return true }
	rows = append(rows, widgets.HStack(12, q.unseen, widgets.NewKeyCaps("0"), widgets.Grow(q.evidence)))
	gap := theme.Gap
	if tight() {
		gap = theme.GapSmall
	}
	stack := widgets.VStack(gap, rows...)
	q.holder = newHolder(stack, func() { q.turn(1 - q.field) })
	q.scroll = widgets.NewScroll(newColumn(q.holder))
	q.back = widgets.NewButtonKind(widgets.Secondary, "Back", "back", p.previous).Sized(theme.ButtonTall)
	q.next = widgets.NewPrimary("Next", "", p.next).Sized(theme.ButtonTall).WithKey("Enter")
	foot := widgets.NewPanel(widgets.HStack(16, widgets.Spacer(), q.gap, q.back, q.next), widgets.PanelStyle{Fill: theme.Surface, LineTop: true, PadX: theme.PadDialog, PadY: 10})
	q.content = widgets.VStack(0, widgets.Grow(q.scroll), foot)
	return q
}

// show puts the statement in hand on the screen.
func (q *question) show() {
	p := q.page
	it, sheet := p.item(), p.sheet
	asked := it.Put(sheet.By)
	answer := sheet.Answers[it.ID]
	test := sheet.Questionnaire
	q.aspect.Set(titleOf(test.Aspects, it.Aspect), widgets.Accented)
	for _, r := range test.Roles {
		if r.ID == it.Role {
			q.role.Set("Role: "+r.Meaning, widgets.Neutral)
		}
	}
	q.id.SetText(it.ID)
	q.statement.SetText(asked.Statement)
	q.how.SetText(test.Ask.Others)
	if sheet.By == assess.BySelf {
		q.how.SetText(test.Ask.Self)
	}
	q.fields.Set(int(q.field))
	for i, l := range q.levels {
		l.show(test.Levels[i], asked.Anchors[i], answer.Now == i+1, answer.Needed == i+1)
	}
	q.unseen.Set(sheet.State(it.ID) == assess.NotObserved)
	if q.shown != it.ID {
		q.filling = true
		q.evidence.SetText(answer.Evidence)
		q.evidence.SetProblem("")
		q.filling, q.shown = false, it.ID
	}
	switch {
	case answer.Now > 0 && answer.Needed > 0:
		q.gap.SetText("Gap " + strings.ReplaceAll(fmt.Sprint(answer.Needed-answer.Now), "-", "−"))
	default:
		q.gap.SetText("")
	}
	q.back.SetEnabled(p.at > 0)
	q.content.Refresh()
}

// tight says that the text is so large that the five levels need all the room there is.
func tight() bool { return theme.TextScale() > 1.2 }

func titleOf(all []assess.Aspect, id string) string {
	for _, a := range all {
		if a.ID == id {
			return a.Title
		}
	}
	return id
}

// turn says which of the two answers the next key is for.
func (q *question) turn(f field) {
	q.field = f
	q.fields.Set(int(f))
	q.focus()
}

// choose answers now or needed.
func (q *question) choose(f field, n int) {
	p := q.page
	id := p.item().ID
	p.before(false)
	a := p.sheet.Answers[id]
	if f == now {
		a.Now = n
	} else {
		a.Needed = n
	}
	q.field = needed
	p.sheet.Answer(id, a)
	p.changed()
	q.reveal(n)
}

// walk moves the answer in hand by one level; without one it begins at an end.
func (q *question) walk(by int) {
	a := q.page.sheet.Answers[q.page.item().ID]
	f, n := q.field, a.Now
	if f == needed {
		n = a.Needed
	}
	switch {
	case n == 0 && by > 0:
		n = 1
	case n == 0:
		n = assess.Levels
	default:
		n = min(max(n+by, 1), assess.Levels)
	}
	q.choose(f, n)
	q.field = f
	q.fields.Set(int(f))
}

// unobserve says that nothing was seen of it, or takes that back.
func (q *question) unobserve() {
	p := q.page
	id := p.item().ID
	p.before(false)
	p.sheet.Unobserve(id, p.sheet.State(id) != assess.NotObserved)
	q.field = now
	p.changed()
	q.focus()
}

// typed keeps the line of evidence.
func (q *question) typed(text string) {
	if q.filling {
		return
	}
	text = workshop.Normal(strings.TrimSpace(text))
	if err := workshop.CheckText(text, workshop.MaxText, false); err != nil {
		q.evidence.SetProblem("The line " + err.Error())
		return
	}
	q.evidence.SetProblem("")
	p := q.page
	id := p.item().ID
	a := p.sheet.Answers[id]
	if a.Evidence == text {
		return
	}
	p.before(true)
	a.Evidence = text
	p.sheet.Answer(id, a)
	p.changed()
}

func (q *question) toEvidence() {
	q.scroll.Reveal(q.evidence)
	q.evidence.Focus()
}

// focus brings the keyboard to the levels.
func (q *question) focus() { widgets.FocusOn(q.holder) }

// top shows the statement's beginning.
func (q *question) top() { q.scroll.ScrollToTop() }

// reveal brings a level into sight that a key has chosen.
func (q *question) reveal(n int) { q.scroll.Reveal(q.levels[n-1]) }

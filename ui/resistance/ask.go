package resistance

import (
	"strconv"
	"strings"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// ask is the small panel that comes up after somebody was rated: how sure, from what, since when. It blocks nothing; what is answered goes
// into the session at once, and what is not answered stays open as a flag.
type ask struct {
	page   *Page
	id     workshop.ID
	before workshop.Stakeholder // when the panel was opened: what was said earlier stays below what is said now

	title, question *widgets.Label
	sure            *widgets.Segmented
	words           *widgets.Entry
	day             *widgets.DateEntry
	object          *widgets.Panel
}

func newAsk(p *Page) *ask {
	a := &ask{page: p, title: widgets.NewLabel("", theme.BodyBold)}
	a.sure = widgets.NewSegmented([]string{"A guess", "Observed", "Said so"}, -1, func(i int) { p.confide(a.id, i+1) })
	a.words = widgets.NewEntry(evidenceWords)
	a.words.ForwardUndo = true
	a.words.OnChanged = a.typed
	a.words.OnSubmit = func(string) { a.close() }
	a.words.OnFocus = func(focused bool) {
		if !focused {
			p.options.Session.EndTyping()
		}
	}
	stay(a.words)
	a.day = dayField(p.model.today(), func(day workshop.Date) {
		p.edit("Date of evidence", a.id, func(s *workshop.Stakeholder) { s.EvidenceDate = day })
	})
	a.question = widgets.Caption("How sure?").Keep()
	head := widgets.HStack(theme.Gap, widgets.Grow(a.title), a.question, a.sure, widgets.NewQuietIcon("x", "Close (Esc)", a.close).Sized(theme.ButtonSmall))
	foot := widgets.HTop(theme.Gap, widgets.Grow(a.words), widgets.Wide(a.day, 150), widgets.NewButton("Done", a.close))
	a.object = widgets.NewPanel(widgets.VStack(theme.Gap, head, foot),
		widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Accent, Radius: theme.RadiusCard, PadX: 12, PadY: 8, Shadow: true})
	a.object.Hide()
	return a
}

func (a *ask) open() bool { return a.object.Visible() }

// start opens the panel for somebody; for the same person it stays as it is.
func (a *ask) start(s *stake) {
	if !a.open() || a.id != s.now.ID {
		a.finish()
		a.id, a.before = s.now.ID, *s.now
		a.words.SetText("")
		a.words.SetProblem("")
		a.day.Set(a.page.model.today().Time())
		a.object.Show()
	}
	a.show(s)
	a.page.layout()
}

// show brings the title and the confidence up to date.
func (a *ask) show(s *stake) {
	if !a.open() || s == nil || s.now.ID != a.id {
		return
	}
	a.title.SetText(a.page.model.label(s) + ": " + ratingWords(s.now))
	a.sure.Set(s.now.Confidence - 1)
	large := theme.TextScale() > 1.2
	show(a.question, !large)
	a.words.SetPlaceholder(evidenceWords)
	if large {
		a.words.SetPlaceholder("Would you read it to them?")
	}
	if a.words.Text() == "" && s.now.Evidence != a.before.Evidence {
		a.before = *s.now
	}
	a.object.Refresh()
}

// ratingWords says in short where somebody stands.
func ratingWords(s *workshop.Stakeholder) string {
	var way []string
	for _, v := range []*int{s.SupportNow, s.SupportNeeded} {
		if v != nil {
			way = append(way, widgets.SupportSign(*v))
		}
	}
	parts := []string{strings.Join(way, " → ")}
	if s.SupportNow == nil && s.SupportNeeded != nil {
		parts[0] = "needed " + parts[0]
	}
	if s.Influence > 0 {
		parts = append(parts, "influence "+strconv.Itoa(s.Influence))
	}
	if len(way) == 0 && s.Influence == 0 {
		return "not rated"
	}
	return strings.TrimPrefix(strings.Join(parts, ", "), ", ")
}

// typed writes what is said now above what was said earlier, with its date, so that newer words never take the place of older ones.
func (a *ask) typed(text string) {
	a.words.SetProblem("")
	if !a.open() || !a.words.Focused() {
		return
	}
	text = strings.TrimSpace(text)
	err := a.page.typed("Evidence", a.id, func(s *workshop.Stakeholder) {
		s.Evidence, s.EvidenceDate = a.before.Evidence, a.before.EvidenceDate
		if text == "" {
			return
		}
		s.Evidence = text
		if day := dateOf(a.day.Day()); day != "" {
			s.EvidenceDate = day
		}
		if earlier := a.before.Evidence; earlier != "" {
			if day := a.before.EvidenceDate; day != "" {
				earlier = shortDay(day, a.page.model.today()) + ": " + earlier
			}
			s.Evidence = text + "\n" + earlier
		}
	})
	if err != nil {
		a.words.SetProblem(refusal(err))
	}
}

// finish ends what is being typed.
func (a *ask) finish() {
	if a.open() {
		a.page.options.Session.EndTyping()
	}
}

// close takes the panel away. Words that were refused stay, with the reason beside them.
func (a *ask) close() {
	if !a.open() || a.words.Problem != "" {
		return
	}
	a.finish()
	a.object.Hide()
	a.page.unfocus()
	a.page.layout()
}

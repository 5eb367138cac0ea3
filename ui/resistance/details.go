package resistance

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// details is the pane at the right: all that is known of one stakeholder, to be read and changed. Its widgets are made once; another
// selection only fills them anew.
type details struct {
	page *Page
	id   workshop.ID

	ring                          *widgets.Ring
	name, account                 *widgets.Label
	marks                         *fyne.Container
	still                         *widgets.Button
	past                          *widgets.Pill
	now, needed                   *widgets.Segmented
	influence, impact, interest   *meter
	confidence                    *widgets.Select
	sure                          *widgets.Label
	evidence, response            *note
	said                          *widgets.DateEntry
	cause, level, nature, barrier choice
	suggested                     *responses
	owner                         *widgets.Select
	owners                        []workshop.ID // behind the choices
	contact                       *widgets.DateEntry
	sign, unit, size              *widgets.Entry
	sizeRow                       fyne.CanvasObject
	course                        *course
	goal                          *widgets.Label
	retire                        *widgets.Button
	scroll                        *widgets.Scroll
	full, empty                   *fyne.Container
	person                        *fyne.Container // what can be done with all that is held on somebody
	object                        *widgets.Panel
}

func newDetails(p *Page) *details {
	d := &details{page: p}
	d.makeRating()
	d.makeCause()
	d.makeRest()
	d.full = widgets.VStack(10,
		d.head(), widgets.NewDivider(),
		widgets.VStack(2, labeled("Now", d.now), widgets.Space(0, 2), labeled("Needed", d.needed), widgets.Space(0, 2), labeled("Influence", d.influence),
			labeled("Impact", d.impact), labeled("Confidence", widgets.HStack(theme.Gap, widgets.Grow(d.confidence), d.sure))),
		widgets.NewDivider(),
		widgets.VStack(2, widgets.HStack(theme.Gap, widgets.Grow(widgets.SectionHeading("Evidence")), widgets.Wide(d.said, 150)), d.evidence),
		widgets.NewDivider(),
		above("Cause", d.cause.Select), d.suggested.object,
		widgets.NewDivider(),
		pair(above("Relationship owner", d.owner), above("Next contact", d.contact)),
		widgets.NewDivider(),
		widgets.VStack(theme.GapSmall, widgets.HStack(theme.Gap, widgets.Grow(widgets.SectionHeading("Support over time")), d.goal), d.course),
		widgets.NewDivider(),
		above("Our response", d.response), above("We see that it works when", d.sign),
		labeled("Level", d.level.Select), labeled("Nature", d.nature.Select), labeled("Barrier", d.barrier.Select), labeled("Interest", d.interest),
		labeled("Unit", d.unit), d.sizeRow,
		widgets.NewDivider(),
		widgets.HStack(theme.Gap, d.retire, widgets.Spacer(), widgets.NewButtonKind(widgets.Quiet, "Remove", "x", p.remove)),
		d.held(),
		widgets.Space(0, 8))
	d.empty = widgets.NewEmptyState(widgets.EmptyState{Icon: "user", Title: "Nobody selected", Text: "Choose somebody in the list or on the map."})
	d.scroll = widgets.NewScroll(widgets.PadSides(d.full, 12, 16, 0, 16))
	d.object = widgets.NewPanel(d.empty, widgets.PanelStyle{Fill: theme.Surface, LineLeft: true})
	return d
}

func (d *details) head() fyne.CanvasObject {
	d.ring, d.name, d.account = widgets.NewPriorityRing(0), widgets.NewLabel("", theme.SubHeading), widgets.NewText("", theme.Caption).In(theme.Text2)
	d.marks = widgets.Flow(theme.GapSmall)
	d.still = widgets.NewButtonKind(widgets.Secondary, "Still true today", "check", d.confirm).Sized(theme.ButtonSmall)
	d.still.Tip = "Dates the rating anew without changing it"
	d.past = widgets.NewIconPill("", "clock", widgets.Careful)
	return widgets.VStack(6, d.past, widgets.HStack(12, d.ring, widgets.Grow(widgets.VStack(0, d.name, d.account))), d.marks, d.still)
}

func (d *details) makeRating() {
	p := d.page
	d.now = widgets.NewSupportPicker(0, func(v int) { p.place(d.id, v, 0) })
	d.needed = widgets.NewSupportPicker(0, func(v int) { p.need(d.id, v) })
	d.influence = newMeter(influenceWords, func(v int) { p.influence(d.id, v) })
	d.impact = newMeter(impactWords, d.level5("Impact", func(s *workshop.Stakeholder, v int) { s.Impact = v }))
	d.interest = newMeter(interestWords, d.level5("Interest", func(s *workshop.Stakeholder, v int) { s.Interest = v }))
	d.confidence = widgets.NewSelect(confidenceWords[:], 0, func(i int) { p.confide(d.id, i) })
	d.confidence.Bare = true
	d.sure = widgets.Caption("").Keep()
	d.evidence = newNote(evidenceWords, func(text string) error {
		return p.typed("Evidence", d.id, func(s *workshop.Stakeholder) {
			s.Evidence = strings.TrimSpace(text)
			if s.EvidenceDate == "" && s.Evidence != "" {
				s.EvidenceDate = p.model.today()
			}
		})
	}, p.options.Session.EndTyping)
	d.said = dayField(p.model.today(), func(day workshop.Date) {
		p.edit("Date of evidence", d.id, func(s *workshop.Stakeholder) { s.EvidenceDate = day })
	})
}

// level5 returns what a meter does with its level.
func (d *details) level5(label string, put func(*workshop.Stakeholder, int)) func(int) {
	return func(v int) { d.page.edit(label, d.id, func(s *workshop.Stakeholder) { put(s, v) }) }
}

func (d *details) makeCause() {
	p := d.page
	field := func(name, none, label string, put func(*workshop.Stakeholder, string)) choice {
		return newChoice(name, none, func(v string) {
			p.edit(label, d.id, func(s *workshop.Stakeholder) { put(s, v) })
		})
	}
	d.cause = field("cause", "Not known yet", "Cause", func(s *workshop.Stakeholder, v string) { s.Cause = v })
	d.level = field("level", "Not said", "Level", func(s *workshop.Stakeholder, v string) { s.Level = v })
	d.nature = field("nature", "Not said", "Nature", func(s *workshop.Stakeholder, v string) { s.Nature = v })
	d.barrier = field("barrier", "Not said", "Barrier", func(s *workshop.Stakeholder, v string) { s.Barrier = v })
	d.suggested = newResponses(p)
	d.response = newNote("What we do about it, and why", func(text string) error {
		return p.typed("Response", d.id, func(s *workshop.Stakeholder) { s.Response = strings.TrimSpace(text) })
	}, p.options.Session.EndTyping)
}

func (d *details) makeRest() {
	p := d.page
	end := p.options.Session.EndTyping
	d.owner = widgets.NewSelectOf(nil, 0, func(i int) {
		p.edit("Relationship owner", d.id, func(s *workshop.Stakeholder) { s.RelationshipOwner = d.owners[i] })
	})
	d.owner.Icon, d.owner.Placeholder = "user", "Nobody"
	d.owner.NewLabel = func(text string) string { return "Add " + text }
	d.owner.OnNew = func(name string) {
		p.told(p.options.Session.Do("Relationship owner", func(e *workshop.Edit) error {
			s, err := workshop.Modify[workshop.Stakeholder](e, d.id)
			if err != nil {
				return err
			}
			s.RelationshipOwner = e.Add(&workshop.Person{Name: strings.TrimSpace(name)})
			return nil
		}))
	}
	d.contact = dayField(p.model.today(), func(day workshop.Date) {
		p.edit("Next contact", d.id, func(s *workshop.Stakeholder) { s.NextContact = day })
	})
	d.sign = line("they ask for the next step themselves", func(text string) error {
		return p.typed("Success sign", d.id, func(s *workshop.Stakeholder) { s.SuccessSign = strings.TrimSpace(text) })
	}, end)
	d.unit = line("Department, shift, site", func(text string) error {
		return p.typed("Unit", d.id, func(s *workshop.Stakeholder) { s.Unit = strings.TrimSpace(text) })
	}, end)
	d.size = line("How many people", func(text string) error {
		n, err := readSize(text)
		if err != nil {
			return err
		}
		return p.typed("Size", d.id, func(s *workshop.Stakeholder) { s.Size = n })
	}, end)
	d.sizeRow = labeled("Size", d.size)
	d.course, d.goal = newCourse(), widgets.NewLabel("", theme.Caption).In(theme.Accent).Keep()
	d.retire = widgets.NewButton("Retire", p.retire).WithTip("Keeps the history, but leaves the map and the index")
}

// held are the two answers to somebody who asks what is known of them here.
func (d *details) held() fyne.CanvasObject {
	d.person = widgets.VStack(0)
	if o := d.page.options; o.Give != nil && o.Erase != nil {
		give := widgets.NewButtonKind(widgets.Quiet, "What is held on them", "file", func() { o.Give(d.id) }).WithTip("Everything, in all workshops, as PDF or JSON")
		erase := widgets.NewButtonKind(widgets.Quiet, "Erase for good", "x", func() { o.Erase(d.id) }).WithTip("The person and every judgement about them, in all workshops")
		d.person.Objects = []fyne.CanvasObject{widgets.HStack(0, give, widgets.Spacer()), widgets.HStack(0, erase, widgets.Spacer())}
	}
	return d.person
}

// readSize reads a count of people; nothing is no size.
func readSize(text string) (int, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is not a number of people", text)
	}
	return n, nil
}

// confirm dates the rating today.
func (d *details) confirm() {
	today := d.page.model.today()
	d.page.edit("Rating confirmed", d.id, func(s *workshop.Stakeholder) { s.EvidenceDate = today })
}

// show fills the pane with somebody; nil shows nobody.
func (d *details) show(s *stake) {
	content := fyne.CanvasObject(d.empty)
	if s != nil {
		content = d.scroll
	}
	if s == nil || s.now.ID != d.id {
		d.evidence.reset()
		d.response.reset()
	}
	if d.object.Content != content {
		d.object.SetContent(content)
	}
	if s == nil {
		d.id = ""
		return
	}
	if d.id != s.now.ID {
		d.id = s.now.ID
		d.scroll.ScrollToTop()
		for _, e := range []*widgets.Entry{d.sign, d.unit, d.size} {
			e.SetProblem("")
		}
	}
	m, e, r := d.page.model, s.entry, s.now
	d.ring.SetPriority(e.Priority)
	d.name.SetText(m.label(s))
	d.account.SetText(d.story(s))
	d.showMarks(s)
	d.now.Set(supportIndex(e.Now))
	d.needed.Set(supportIndex(e.Needed))
	d.influence.set(e.Influence)
	d.impact.set(r.Impact)
	d.interest.set(r.Interest)
	d.confidence.Set(e.Confidence)
	d.sure.SetText("")
	if e.Confidence > 0 {
		d.sure.SetText(fmt.Sprintf("%d of 3", e.Confidence))
	}
	d.evidence.set(r.Evidence)
	fillDay(d.said, r.EvidenceDate)
	d.cause.show(r.Cause)
	d.level.show(r.Level)
	d.nature.show(r.Nature)
	d.barrier.show(r.Barrier)
	d.suggested.show(s)
	d.showOwner(s)
	fillDay(d.contact, r.NextContact)
	d.response.set(r.Response)
	fill(d.sign, r.SuccessSign)
	fill(d.unit, r.Unit)
	d.unit.SetPlaceholder("Department, shift, site")
	if u := m.unit(s); r.Unit == "" && u != "" {
		d.unit.SetPlaceholder(u)
	}
	show(d.sizeRow, s.group())
	show(d.person, !s.group() && len(d.person.Objects) > 0)
	size := ""
	if r.Size > 0 {
		size = strconv.Itoa(r.Size)
	}
	fill(d.size, size)
	d.showCourse(s)
	d.retire.SetText("Retire")
	if r.Retired {
		d.retire.SetText("Bring back")
	}
	d.lock(m.asOf != "")
	d.scroll.Refresh()
}

// story says in a line how the priority came about, or what is missing for one.
func (d *details) story(s *stake) string {
	switch {
	case s.now.Retired:
		return "Retired: on no map and in no index"
	case s.entry.Now != nil && !s.entry.Rated:
		return "Influence is missing: press 1 to 5"
	case !s.entry.Rated:
		return "Not rated yet: drag onto the map, or say below"
	}
	return account(s.entry)
}

func (d *details) showMarks(s *stake) {
	today := d.page.model.day()
	all := marks(s.entry, today)
	d.marks.Objects = d.marks.Objects[:0]
	for _, m := range all {
		d.marks.Objects = append(d.marks.Objects, widgets.NewIconPill(m.text, m.icon, m.tone))
	}
	show(d.marks, len(all) > 0)
	d.marks.Refresh()
	show(d.still, s.entry.Has(resist.Stale) && d.page.model.asOf == "")
	if d.page.model.asOf != "" {
		d.past.Text = "Ratings as of " + shortDay(d.page.model.asOf, d.page.model.today())
		d.past.Refresh()
	}
	show(d.past, d.page.model.asOf != "")
}

func supportIndex(v *int) int {
	if v == nil {
		return -1
	}
	return *v + 2
}

func (d *details) showOwner(s *stake) {
	m := d.page.model
	d.owners = []workshop.ID{""}
	choices := []widgets.Choice{{Label: "Nobody"}}
	at := 0
	for _, p := range m.people {
		label := m.called(p)
		if p.ID == s.now.RelationshipOwner {
			at, label = len(choices), p.Name // owners are no secret
		}
		if p.ID == s.now.Person {
			continue // nobody looks after themselves
		}
		d.owners = append(d.owners, p.ID)
		choices = append(choices, widgets.Choice{Label: label, Detail: p.Role})
	}
	d.owner.SetChoices(choices, at)
}

func (d *details) showCourse(s *stake) {
	today := d.page.model.today()
	ratings := s.ratings
	if d.page.model.asOf != "" {
		ratings = until(ratings, d.page.model.asOf)
	}
	d.course.set(ratings, s.entry.Needed, today)
	d.goal.SetText("")
	if s.entry.Needed != nil {
		d.goal.SetText("needed " + widgets.SupportSign(*s.entry.Needed))
	}
}

// lock takes the ratings out of use while the past is looked at: what was thought then is not to be changed.
func (d *details) lock(on bool) {
	d.now.SetEnabled(!on)
	d.needed.SetEnabled(!on)
	d.influence.SetEnabled(!on)
	d.confidence.SetEnabled(!on)
	d.said.SetEnabled(!on)
}

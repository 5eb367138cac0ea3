package rounds

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// plan is the dialog that plans a round, or changes what may still be changed of one.
type plan struct {
	desk   Desk
	round  *workshop.Round // nil: a new one
	dialog *shell.Dialog

	title, least    *widgets.Entry
	date, closes    *widgets.DateEntry
	reports, peers  *widgets.Entry
	questionnaire   int
	leaders         []*workshop.Person
	chosen          map[workshop.ID]bool
	fixed, finished bool // it was handed out; it is closed
}

// Plan opens the dialog for a round, "" for a new one.
func Plan(d Desk, id workshop.ID) {
	r, _ := d.round(id)
	p := &plan{desk: d, round: r, leaders: d.people(), chosen: map[workshop.ID]bool{}}
	now := workshop.Round{Date: d.today(), Status: workshop.RoundPlanned}
	title := "Plan a round"
	if r != nil {
		now, title = *r, "Change the round"
		p.fixed, p.finished = r.Status != workshop.RoundPlanned, r.Closed()
	}
	p.show(title, &now)
}

func day(date workshop.Date) time.Time {
	t, err := time.Parse(time.DateOnly, string(date))
	if err != nil {
		return time.Time{}
	}
	return t
}

func (p *plan) show(title string, now *workshop.Round) {
	d := p.desk
	number := func(hint string, n int) *widgets.Entry {
		e := widgets.NewEntry(hint)
		if n > 0 {
			e.SetText(strconv.Itoa(n))
		}
		e.OnSubmit = func(string) { p.save() }
		return e
	}
	p.title = widgets.NewEntry("Leader engagement, round 1")
	p.title.SetText(now.Title)
	p.title.OnSubmit = func(string) { p.save() }
	p.date, p.closes = widgets.NewDateEntry(day(now.Date), d.Now(), nil), widgets.NewDateEntry(day(now.Closes), d.Now(), nil)
	p.date.Entry().OnSubmit, p.closes.Entry().OnSubmit = p.title.OnSubmit, p.title.OnSubmit
	p.least = number(fmt.Sprint(assess.UsualGroup), assess.Least(now))
	p.least.SetEnabled(!p.fixed)
	p.reports, p.peers = number("How many are asked", now.ReportsAsked), number("How many are asked", now.PeersAsked)
	for _, id := range now.Managers {
		p.chosen[id] = true
	}
	rows := []fyne.CanvasObject{widgets.Labeled("Title", p.title), widgets.GridOf(2, 12, widgets.Labeled("Date", p.date), widgets.Labeled("Answers until", p.closes))}
	if !p.fixed {
		var names []string
		for i, q := range d.Questionnaires {
			names = append(names, fmt.Sprintf("%s, version %d", q.Title, q.Version))
			if q.ID == now.Questionnaire {
				p.questionnaire = i
			}
		}
		rows = append(rows, widgets.Labeled("Questionnaire", widgets.NewSelect(names, p.questionnaire, func(i int) { p.questionnaire = i })))
	}
	words := fmt.Sprintf("Answers of direct reports and peers are shown from so many people on: %d as a rule, %d at the least. It stays as it is once the round is handed out.", assess.UsualGroup, assess.LeastGroup)
	if p.fixed {
		words = "The smallest group and the statements stay as they were when the round was handed out."
	}
	rows = append(rows, widgets.GridOf(3, 12, widgets.Labeled("Smallest group", p.least), widgets.Labeled("Direct reports", p.reports), widgets.Labeled("Peers", p.peers)),
		widgets.NewText(words, theme.Caption).In(theme.Text2), widgets.Labeled("Leaders who rate themselves", p.list()))
	verb := "Plan it"
	if p.round != nil {
		verb = "Save"
	}
	p.dialog = &shell.Dialog{Title: title, Width: 600, Help: "assessment", Height: 620, Content: widgets.NewScroll(widgets.PadSides(widgets.VStack(12, rows...), 2, 12, 2, 2)), Focus: p.title.Input(),
		Buttons: []shell.DialogButton{{Label: "Cancel"}, {Label: verb, Kind: widgets.Primary, Stay: true, Run: p.save}}}
	d.Shell.ShowDialog(p.dialog)
}

// list is everybody to choose from, those who were asked first.
func (p *plan) list() fyne.CanvasObject {
	if len(p.leaders) == 0 {
		return widgets.NewText("There are no people in this workshop yet. Add the leaders on the board People; then they can be asked by name.", theme.Body).In(theme.Text2)
	}
	slices.SortStableFunc(p.leaders, func(a, b *workshop.Person) int {
		if p.chosen[a.ID] != p.chosen[b.ID] {
			if p.chosen[a.ID] {
				return -1
			}
			return 1
		}
		return strings.Compare(p.desk.Name(a), p.desk.Name(b))
	})
	var checks []fyne.CanvasObject
	for _, person := range p.leaders {
		words := p.desk.Name(person)
		if person.Role != "" {
			words += ", " + person.Role
		}
		checks = append(checks, widgets.NewCheck(words, p.chosen[person.ID], func(on bool) { p.chosen[person.ID] = on }))
	}
	return widgets.NewPanel(widgets.Pad(widgets.VStack(0, checks...), theme.PadCard, theme.GapSmall),
		widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusEntry})
}

// count reads a number of people; what is none is said beside it.
func count(e *widgets.Entry, least, most int) (int, bool) {
	text := strings.TrimSpace(e.Text())
	if text == "" {
		return 0, true
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		e.SetProblem(fmt.Sprintf("A whole number from %d to %d", least, most))
		return 0, false
	}
	e.SetProblem("")
	return n, true
}

func (p *plan) save() {
	p.desk.Shell.Window().Canvas().Unfocus() // takes up the day that is being typed
	ok := true
	if strings.TrimSpace(p.title.Text()) == "" {
		p.title.SetProblem("A round needs a title")
		ok = false
	} else {
		p.title.SetProblem("")
	}
	least, good := count(p.least, assess.LeastGroup, 100)
	ok = ok && good
	reports, good := count(p.reports, 0, 10_000)
	ok = ok && good
	peers, good := count(p.peers, 0, 10_000)
	ok = ok && good && p.date.Entry().Problem == "" && p.closes.Entry().Problem == ""
	if !ok {
		p.dialog.Refresh()
		return
	}
	date := func(e *widgets.DateEntry) workshop.Date {
		if e.Day().IsZero() {
			return ""
		}
		return workshop.DateOf(e.Day())
	}
	label := "Plan a round"
	if p.round != nil {
		label = "Change the round"
	}
	err := p.desk.Session.Do(label, func(e *workshop.Edit) error {
		r := &workshop.Round{Status: workshop.RoundPlanned}
		if p.round != nil {
			var err error
			if r, err = workshop.Modify[workshop.Round](e, p.round.ID); err != nil {
				return err
			}
		}
		r.Title, r.Date, r.Closes, r.ReportsAsked, r.PeersAsked = strings.TrimSpace(p.title.Text()), date(p.date), date(p.closes), reports, peers
		if !p.fixed {
			r.MinGroup = least
			if len(p.desk.Questionnaires) > 0 {
				q := p.desk.Questionnaires[p.questionnaire]
				r.Questionnaire, r.QuestionnaireVersion, r.Statements = q.ID, q.Version, ""
			}
		}
		r.Managers = nil
		for _, person := range p.leaders {
			if p.chosen[person.ID] {
				r.Managers = append(r.Managers, person.ID)
			}
		}
		if p.round == nil {
			e.Add(r)
		}
		return nil
	})
	if err != nil {
		p.desk.Tell("The round was left as it is", err)
		return
	}
	p.dialog.Close()
}

package present

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nemawashi.app/ui/boards"
	"nemawashi.app/ui/canvas"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/align"
	"nemawashi.app/workshop/amount"
)

// shownBoard is how a board of the room is shown on the wall: from which kinds of record, and what it comes to in words.
type shownBoard struct {
	kinds []workshop.Kind
	draw  func(*Show, *sheet) string
}

// byBoard are the boards that are fit for everybody in the room. Of the others the wall shows the day.
var byBoard = map[string]shownBoard{
	"charter":     {nil, (*Show).drawCharter},
	"gates":       {nil, (*Show).drawGates},
	"goals":       {[]workshop.Kind{workshop.KindGoal, workshop.KindAction}, (*Show).drawGoals},
	"measures":    {[]workshop.Kind{workshop.KindMeasure, workshop.KindReading}, (*Show).drawMeasures},
	"commitments": {[]workshop.Kind{workshop.KindCommitment}, (*Show).drawCommitments},
	"reviews":     {[]workshop.Kind{workshop.KindReview}, (*Show).drawReviews},
	"actions":     {[]workshop.Kind{workshop.KindAction}, (*Show).drawActions},
	"photos":      {[]workshop.Kind{workshop.KindPhoto}, (*Show).drawPhotos},
}

// table draws rows of words, the first page first.
func (w *Show) table(s *sheet, titles []string, widths []float64, rows [][]string, empty string) {
	w.drawGrid(s, grid{titles: titles, widths: widths, rows: len(rows), onward: true, empty: empty,
		text: func(row, column int) string { return rows[row][column] }})
}

func (w *Show) today() workshop.Date { return workshop.DateOf(w.config.Now()) }

func (w *Show) date(d workshop.Date) string { return canvas.ShowDate(d, w.today()) }

// counted is a number with a noun: "1 goal", "3 goals".
func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// drawCharter draws what the work is about, as a form.
func (w *Show) drawCharter(s *sheet) string {
	c := &w.view.Charter
	var facts []fact
	add := func(title, text string) {
		if text = strings.TrimSpace(text); text != "" {
			facts = append(facts, fact{title, text})
		}
	}
	add("Problem", c.Problem)
	add("Objective", c.Objective)
	add("In scope", c.ScopeIn)
	add("Out of scope", c.ScopeOut)
	add("Sponsor", w.view.Name(c.Sponsor))
	var names []string
	for _, id := range c.Facilitators {
		names = append(names, w.view.Name(id))
	}
	add("Facilitators", strings.Join(slices.DeleteFunc(names, func(n string) bool { return n == "" }), ", "))
	if len(facts) == 0 {
		facts = []fact{{"Problem", "–"}, {"Objective", "–"}}
	}
	w.drawFacts(s, facts)
	return ""
}

// drawGates draws the four checks that predict the result.
func (w *Show) drawGates(s *sheet) string {
	var rows [][]string
	met := 0
	for _, id := range workshop.Gates {
		g := w.view.Charter.Gates[id]
		word := "Not yet"
		if g.Met {
			word = "Met"
			met++
		}
		rows = append(rows, []string{boards.GateTitle(id), word, g.Evidence})
	}
	w.table(s, []string{"Gate", "Stands", "Evidence"}, []float64{5, 1.4, 6}, rows, "")
	return fmt.Sprintf("%d of %d met", met, len(rows))
}

// drawGoals draws the goals with how far the catchball about each has come.
func (w *Show) drawGoals(s *sheet) string {
	fit := align.Of(w.view.Goals, w.view.Actions, w.today())
	words := map[string]string{workshop.GoalProposed: "Proposed", workshop.GoalAnswered: "Answered", workshop.GoalAgreed: "Agreed", workshop.GoalDropped: "Dropped"}
	var rows [][]string
	for _, l := range fit.Lines {
		served := "none yet"
		if n := len(l.Actions); n > 0 {
			served = fmt.Sprintf("%d of %d done", l.Done, n)
		}
		rows = append(rows, []string{l.Goal.Title, w.view.Name(l.Goal.Owner), l.Goal.Measure, words[l.Goal.State()], l.Goal.Conditions, served})
	}
	w.table(s, []string{"Goal", "Owner", "Measure", "Stands", "Conditions of both", "Actions"}, []float64{4, 2, 3, 1.5, 3.5, 1.5}, rows, "No goals yet")
	return fmt.Sprintf("%s, %d agreed", counted(fit.Goals, "goal"), fit.Agreed)
}

// drawCommitments draws who promised what, the resources first and then what leaders will do themselves.
func (w *Show) drawCommitments(s *sheet) string {
	resources := map[string]string{"time": "Time", "budget": "Budget", "people": "People"}
	list := slices.Clone(w.view.Commitments)
	slices.SortStableFunc(list, func(a, b *workshop.Commitment) int { return personal(a) - personal(b) })
	var rows [][]string
	for _, c := range list {
		what, when := resources[c.Resource], w.date(c.ReleasedBy)
		if c.Personal {
			what, when = "Does it in person", w.date(cmp.Or(c.CheckDate, c.ReleasedBy))
		}
		rows = append(rows, []string{w.view.Name(c.Who), what, c.FromWhat, w.much(c, c.Promised), w.much(c, c.Delivered), when})
	}
	w.table(s, []string{"Who", "What", "From what, or what exactly", "Promised", "Delivered", "By"}, []float64{2, 2, 4, 1.6, 1.6, 1.6}, rows, "Nothing is promised yet")
	return counted(len(rows), "commitment")
}

func personal(c *workshop.Commitment) int {
	if c.Personal {
		return 1
	}
	return 0
}

// much is a number of a commitment with its unit, "" for none.
func (w *Show) much(c *workshop.Commitment, n int) string {
	if n == 0 {
		return ""
	}
	unit := c.Unit
	if unit == "" && c.Resource == "budget" {
		unit = w.view.Charter.Currency
	}
	return strings.TrimSpace(amount.Number(float64(n)) + " " + unit)
}

// drawReviews draws what was found at each review. What it says of new resistance is confidential and not in the view.
func (w *Show) drawReviews(s *sheet) string {
	decisions := map[string]string{"hold": "Hold", "adjust": "Adjust", "escalate": "Escalate", "close": "Close"}
	var rows [][]string
	held := 0
	for _, r := range w.view.Reviews {
		name := "Review"
		if _, err := strconv.Atoi(r.ReviewKind); err == nil {
			name = "After " + r.ReviewKind + " days"
		}
		when := "planned for " + w.date(r.Planned)
		if r.Held != "" {
			held++
			when = "held on " + w.date(r.Held)
		}
		followed, closed := "", ""
		if r.StandardFollowed != nil {
			followed = fmt.Sprintf("%d of 4", *r.StandardFollowed)
		}
		if r.ActionsClosed != nil && r.ActionsTotal != nil {
			closed = fmt.Sprintf("%d of %d", *r.ActionsClosed, *r.ActionsTotal)
		}
		rows = append(rows, []string{name, when, followed, closed, decisions[r.Decision], r.Notes})
	}
	w.table(s, []string{"Review", "When", "Standard followed", "Actions closed", "Decision", "Notes"}, []float64{2, 2.6, 1.6, 1.6, 1.6, 4}, rows, "No review is planned yet")
	return fmt.Sprintf("%s, %d held", counted(len(rows), "review"), held)
}

// drawActions draws the register: what is open first, by date.
func (w *Show) drawActions(s *sheet) string {
	words := map[string]string{workshop.ActionOpen: "Open", workshop.ActionStarted: "In progress", workshop.ActionBlocked: "Blocked",
		workshop.ActionDone: "Done", workshop.ActionVerified: "Verified", workshop.ActionDropped: "Dropped"}
	list := slices.Clone(w.view.Actions)
	ended := func(a *workshop.Action) int {
		if a.Ended() {
			return 1
		}
		return 0
	}
	last := workshop.Date("9999-12-31") // those without a date come after all that have one
	slices.SortStableFunc(list, func(a, b *workshop.Action) int {
		return cmp.Or(ended(a)-ended(b), cmp.Compare(cmp.Or(a.Due, last), cmp.Or(b.Due, last)), a.Number-b.Number)
	})
	var rows [][]string
	open := 0
	for _, a := range list {
		status := words[a.Status]
		if !a.Ended() {
			open++
		}
		if a.Overdue(w.today()) {
			status = "Overdue"
		}
		rows = append(rows, []string{a.Label(), a.Title, w.view.Name(a.Owner), w.date(a.Due), status})
	}
	w.table(s, []string{"No.", "Action", "Owner", "Due", "Status"}, []float64{1, 6, 2.4, 1.8, 1.6}, rows, "No actions yet")
	return fmt.Sprintf("%s, %d open", counted(len(rows), "action"), open)
}

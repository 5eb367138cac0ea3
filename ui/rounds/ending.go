package rounds

import (
	"fmt"
	"strings"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// Close asks, then closes a round for good.
func Close(d Desk, id workshop.ID) {
	round, a := d.round(id)
	if round == nil || round.Closed() {
		return
	}
	text := fmt.Sprintf("%d own answers of leaders and %d of others are in.", a.Leaders, a.Reports+a.Peers)
	if len(a.Missing) > 0 {
		var names []string
		for _, p := range d.people() {
			for _, missing := range a.Missing {
				if p.ID == missing {
					names = append(names, d.Name(p))
				}
			}
		}
		text += " Missing: " + some(names, 6) + "."
	}
	if n := missing(a.ReportsAsked, a.Reports) + missing(a.PeersAsked, a.Peers); n > 0 {
		text += fmt.Sprintf(" Of others, %d who were asked have not answered.", n)
	}
	text += " From then on no more answers come in, and those of others can be read where enough people gave them. This cannot be undone: two looks at a round must not differ by one answer."
	d.Shell.Ask(shell.Question{Title: "Close " + round.Title + " for good?", Text: text, Yes: "Close it", Danger: true, OnYes: func() {
		err := d.Session.Do("Close the round", func(e *workshop.Edit) error {
			r, err := workshop.Modify[workshop.Round](e, id)
			if err == nil {
				r.Status = workshop.RoundClosed
			}
			return err
		})
		if err != nil {
			d.Tell("The round was not closed", err)
		}
	}})
}

func missing(asked, come int) int { return max(0, asked-come) }

// some lists the first few and counts the rest.
func some(names []string, most int) string {
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}

// Delete throws a round away with its answers; it asks where that is final.
func Delete(d Desk, id workshop.ID) {
	round, a := d.round(id)
	if round == nil {
		return
	}
	label := "Delete the round"
	do := func() {
		err := d.Session.Do(label, func(e *workshop.Edit) error {
			for _, r := range workshop.All[workshop.Response](e.Workshop()) {
				if r.Round == id {
					if err := e.Delete(r.ID); err != nil {
						return err
					}
				}
			}
			return e.Delete(id)
		})
		if err != nil {
			d.Tell("The round was not deleted", err)
			return
		}
		d.Shell.Notify(widgets.Notice{Icon: "x", Text: "Deleted: " + round.Title})
	}
	text := "The round goes with its forms' way back: whoever still answers it cannot be taken in."
	if n := a.Leaders + a.Reports + a.Peers + a.Facilitators; n > 0 {
		text = fmt.Sprintf("The round goes with its %d answers, which are erased.", n)
	}
	d.Shell.Ask(shell.Question{Title: "Delete " + round.Title + "?", Text: text + " This cannot be undone.", Yes: "Delete", Danger: true, OnYes: do})
}

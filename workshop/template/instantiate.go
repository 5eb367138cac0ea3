package template

import (
	"errors"
	"strconv"

	"nemawashi.app/workshop"
)

// ErrBegun is returned for a workshop that has its charter already.
var ErrBegun = errors.New("this workshop has begun already; nothing was changed")

// positionGap leaves room between two steps, so that one moved or added later
// changes no other step.
const positionGap = 1000

// Options are what a new workshop has of its own. An empty title is the
// template's.
type Options struct {
	Title  string
	Client string
	Start  workshop.Date
}

// Instantiate puts the charter, the steps and the planned reviews of a template
// into an empty workshop. Steps keep the template's guide by reference: their
// own guide stays empty until somebody rewrites it.
func Instantiate(e *workshop.Edit, t *Template, o Options) error {
	if e.Workshop().Charter() != nil {
		return ErrBegun
	}
	if o.Title == "" {
		o.Title = t.Title
	}
	e.Add(&workshop.Charter{
		Title: o.Title, Client: o.Client, Start: o.Start,
		WorkshopKind: t.Kind, Template: t.ID, TemplateVersion: t.Version,
		Days: t.Days, Language: t.Language, Status: workshop.StatusPlanned,
	})
	position := 0
	for _, phase := range t.Phases {
		for _, s := range phase.Steps {
			position += positionGap
			e.Add(&workshop.Step{
				TemplateStep: s.ID, Phase: phase.ID, Day: phase.Day, Position: position,
				Title: s.Title, Minutes: s.Minutes, Break: s.Break, Status: workshop.StepTodo,
			})
			if s.After > 0 {
				e.Add(&workshop.Review{ReviewKind: reviewKind(s.After), Planned: o.Start.AddDays(t.Days - 1 + s.After)})
			}
		}
	}
	return nil
}

// reviewKind is the review's choice for so many days after the event.
func reviewKind(days int) string {
	switch days {
	case 30, 60, 90:
		return strconv.Itoa(days)
	}
	return "custom"
}

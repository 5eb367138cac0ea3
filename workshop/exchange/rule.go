package exchange

import (
	"encoding/json"
	"slices"

	"nemawashi.app/workshop"
)

// ruled lists as problems what a spreadsheet says against the rules of an action's status: blocked without what blocks
// it, verified by nobody or by its owner. It looks at all that the plan would change of an action together, so that a
// status and what it needs may come in one sheet. What hangs on a choice is seen when the plan is applied.
func (p *Plan) ruled() {
	ready := map[workshop.ID][]*Item{}
	for _, it := range p.Items {
		if it.Kind == Ready && slices.Contains(ruledFields, it.Field) {
			ready[it.Action] = append(ready[it.Action], it)
		}
	}
	for id, items := range ready {
		before := p.actions[id]
		for len(items) > 0 {
			after := *before
			for _, it := range items {
				say(&after, it.Field, &it.Offers[0])
			}
			err := after.Breaks(before)
			if err == nil {
				break
			}
			i := worst(items, func(it *Item) string { return it.Field })
			items[i].Kind, items[i].Chosen, items[i].Reason = Problem, KeepApp, err.Error()
			items = slices.Delete(items, i, i+1)
		}
	}
}

// ruledRow takes out of a new row the value that its status does not allow, and says it with the reason.
func ruledRow(filled []Filled) (rest []Filled, out *Filled, reason string) {
	var a workshop.Action
	for _, status := range []bool{true, false} {
		for i := range filled {
			if (filled[i].Field == "status") == status {
				say(&a, filled[i].Field, &filled[i].Offer)
			}
		}
	}
	err := a.Breaks(nil)
	if err == nil {
		return filled, nil, ""
	}
	i := worst(filled, func(f Filled) string { return f.Field })
	f := filled[i]
	return slices.Delete(slices.Clone(filled), i, i+1), &f, err.Error()
}

// ruledFields are those that the rules speak of, the one that is left out first at the beginning.
var ruledFields = []string{"status", "verified_by", "owner", "blocker", "closed"}

// worst is the place of the value that is left out first.
func worst[T any](list []T, field func(T) string) int {
	for _, name := range ruledFields {
		if i := slices.IndexFunc(list, func(x T) bool { return field(x) == name }); i >= 0 {
			return i
		}
	}
	return 0
}

// day stands for the one on which the plan is applied: that there is one is what counts.
const day workshop.Date = "2000-01-01"

// say writes a ruled value into a probe; somebody new is known there by the name.
func say(a *workshop.Action, field string, o *Offer) {
	value := o.value(field, func(name string) workshop.ID { return workshop.ID("new " + name) })
	var text string
	if len(value) > 0 && json.Unmarshal(value, &text) != nil {
		return
	}
	switch field {
	case "status":
		a.SetStatus(text, day)
	case "verified_by":
		a.VerifiedBy = workshop.ID(text)
	case "owner":
		a.Owner = workshop.ID(text)
	case "blocker":
		a.Blocker = text
	case "closed":
		a.Closed = workshop.Date(text)
	}
}

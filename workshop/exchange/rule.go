package exchange

import (
	"encoding/json"
	"slices"

	"nemawashi.app/workshop"
)

// ruled lists as problems what a spreadsheet says against the rules of an action's status: blocked without what blocks
// it, verified by nobody or by its owner. It looks at all that the plan would change of an action together, so that a
// status and what it needs may come in one sheet. What hangs on a choice is seen by [Plan.Unfit].
func (p *Plan) ruled() { p.leaveOut(func(it *Item) bool { return it.Kind == Ready }) }

// leaveOut turns values that break a rule into problems, of those that may be.
func (p *Plan) leaveOut(may func(*Item) bool) {
	ready := map[workshop.ID][]*Item{}
	for _, it := range p.Items {
		if may(it) && it.Chosen >= 0 && slices.Contains(ruledFields, it.Field) {
			ready[it.Action] = append(ready[it.Action], it)
		}
	}
	for id, items := range ready {
		before := p.actions[id]
		for len(items) > 0 {
			err := become(before, items).Breaks(before)
			if err == nil {
				break
			}
			i := worst(items, func(it *Item) string { return it.Field })
			items[i].Kind, items[i].Chosen, items[i].Reason, items[i].ruled = Problem, KeepApp, err.Error(), true
			items = slices.Delete(items, i, i+1)
		}
	}
}

// become is the action after what was chosen of it: the status first, as it takes
// and gives what the other values say.
func become(before *workshop.Action, items []*Item) *workshop.Action {
	after := *before
	for _, status := range []bool{true, false} {
		for _, it := range items {
			if (it.Field == "status") == status {
				say(&after, it.Field, &it.Offers[it.Chosen])
			}
		}
	}
	return &after
}

// chosenOf lists what was chosen of an action in the fields that rules speak of.
func (p *Plan) chosenOf(id workshop.ID) []*Item {
	var out []*Item
	for _, it := range p.Items {
		if it.Action == id && it.Kind != Problem && it.Chosen >= 0 && slices.Contains(ruledFields, it.Field) {
			out = append(out, it)
		}
	}
	return out
}

// fits says which rule another value for an item would break.
func (p *Plan) fits(it *Item, o *Offer) error {
	before := p.actions[it.Action]
	if before == nil || !slices.Contains(ruledFields, it.Field) {
		return nil
	}
	other := slices.DeleteFunc(p.chosenOf(it.Action), func(x *Item) bool { return x.Field == it.Field })
	return become(before, append(other, &Item{Field: it.Field, Offers: []Offer{*o}})).Breaks(before)
}

// Unfit is an item whose choice breaks a rule together with the others of its
// action, and the rule; nil when there is none. Such a plan is not applied.
func (p *Plan) Unfit() (*Item, error) {
	seen := map[workshop.ID]bool{}
	for _, it := range p.Items {
		before := p.actions[it.Action]
		if before == nil || seen[it.Action] || it.Kind == Problem || it.Chosen < 0 || !slices.Contains(ruledFields, it.Field) {
			continue
		}
		seen[it.Action] = true
		items := p.chosenOf(it.Action)
		if err := become(before, items).Breaks(before); err != nil {
			return items[worst(items, func(x *Item) string { return x.Field })], err
		}
	}
	return nil, nil
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

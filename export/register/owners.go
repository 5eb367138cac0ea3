package register

import (
	"cmp"
	"slices"
	"strings"

	"nemawashi.app/workshop"
)

// openByOwner are the actions that are not ended, owner by owner, the next due
// first; those without an owner or a date come last.
func openByOwner(all []*item) []*item {
	var out []*item
	for _, i := range all {
		if !i.Ended() {
			out = append(out, i)
		}
	}
	keys := map[string]string{}
	for _, i := range out {
		if _, ok := keys[i.owner]; !ok {
			keys[i.owner] = strings.ToLower(i.owner)
		}
	}
	slices.SortStableFunc(out, func(a, b *item) int {
		return cmp.Or(
			last(a.owner == "", b.owner == ""), cmp.Compare(keys[a.owner], keys[b.owner]),
			last(a.Due == "", b.Due == ""), cmp.Compare(a.Due, b.Due))
	})
	return out
}

// last orders what is marked behind what is not.
func last(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// writeOwners writes the open actions per owner, to read and to print.
func (b *book) writeOwners() error {
	all := map[string]column[*item]{}
	for _, c := range actionColumns(b.words, b.several()) {
		c.check, c.read, c.more = checkNothing, true, false
		all[c.field] = c
	}
	owner := all["owner"]
	owner.value = func(i *item) any { return cmp.Or(i.owner, b.words.say("owner.none")) }
	columns := []column[*item]{owner, all["number"]}
	if b.several() {
		columns = append(columns, all["workshop"], all["client"])
	}
	for _, field := range []string{"title", "due", "status", "progress", "priority", "blocker", "update"} {
		columns = append(columns, all[field])
	}
	t := table[*item]{
		sheet: "owners", name: "ByOwner", columns: columns, rows: b.open, label: (*item).Label,
		freeze: 2, counts: true, marks: b.markActions,
		above: b.words.say("owners.note"),
	}
	_, err := t.write(b)
	return err
}

// countsByOwner adds the actions up per owner, most overdue first, then most
// open. The name is "" for actions without an owner.
func countsByOwner(all []*item, today workshop.Date) []*tally {
	of := map[string]*tally{}
	var out []*tally
	for _, i := range all {
		t := of[i.owner]
		if t == nil {
			t = &tally{name: i.owner}
			of[i.owner] = t
			out = append(out, t)
		}
		t.add(i.Action, today)
	}
	slices.SortFunc(out, func(a, b *tally) int {
		return cmp.Or(cmp.Compare(b.overdue, a.overdue), cmp.Compare(b.open, a.open), cmp.Compare(b.total, a.total), cmp.Compare(a.name, b.name))
	})
	return out
}

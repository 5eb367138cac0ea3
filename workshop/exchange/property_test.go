package exchange

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nemawashi.app/workshop"
)

// texts are what people may type into a column, good and bad.
var texts = map[string]*rapid.Generator[string]{
	"title":    rapid.SampledFrom([]string{"Paint floor", "Label bins", "", "Ask Tom"}),
	"owner":    rapid.SampledFrom([]string{"Tom Rivera", "vogt, lena", "Maria / Tom", "Somebody New", "somebody  new", ""}),
	"helpers":  rapid.SampledFrom([]string{"Tom Rivera; Lena Vogt", "Lena Vogt; Tom Rivera", "Nobody Known", ""}),
	"due":      rapid.SampledFrom([]string{"2026-12-24", "24.12.2026", "3/4/2027", "soon", ""}),
	"progress": rapid.SampledFrom([]string{"10", "20", "55 %", "200", ""}),
	"priority": rapid.SampledFrom([]string{"high", "Niedrig", "so so", ""}),
	"update":   rapid.SampledFrom([]string{"Ordered", "Waiting", ""}),
	"cost":     rapid.SampledFrom([]string{"100", "1,234", "12.50 EUR", ""}),
}

var columns = func() []string {
	var out []string
	for f := range texts {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}()

// typed is a value that somebody typed into a copy.
type typed struct {
	sheet  *sheet
	action workshop.ID
	field  string
	edit   Edit
}

// Any edits in the app and in any number of copies, exported at any time and
// taken back together in any order: every value that was typed is what the app
// has, or stands in the plan; the order changes nothing; what was chosen is
// what comes of it; nothing else changes; and once more changes nothing.
func TestNothingIsLostWithoutBeingListed(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk(rt, 3)
		field := rapid.SampledFrom(columns)
		action := rapid.SampledFrom(d.actions)
		var sheets []*sheet
		for i := range rapid.IntRange(1, 3).Draw(rt, "copies") {
			for range rapid.IntRange(0, 3).Draw(rt, "edits in the app") {
				f := field.Draw(rt, "field")
				v := ReadText(f, texts[f].Draw(rt, "text"), Context{Currency: "EUR", Digits: 2})
				if v.Problem != "" || len(v.Names) > 0 {
					continue
				}
				d.do(rt, func(e *workshop.Edit) error { return e.SetField(action.Draw(rt, "action"), f, v.JSON) })
			}
			sheets = append(sheets, d.export(fmt.Sprintf("copy-%d", i), 10+i))
		}
		all := map[string]typed{}
		rows := 0
		for i, s := range sheets {
			for range rapid.IntRange(0, 6).Draw(rt, "cells") {
				x := typed{sheet: s, action: action.Draw(rt, "action"), field: field.Draw(rt, "field")}
				s.types(x.action, x.field, texts[x.field].Draw(rt, "text"))
				all[fmt.Sprint(i, x.action, x.field)] = x
			}
			for range rapid.IntRange(0, 2).Draw(rt, "new rows") {
				s.appends("title", rapid.SampledFrom([]string{"New one", "New two"}).Draw(rt, "title"), "due", texts["due"].Draw(rt, "due"))
				rows++
			}
		}
		if rapid.Bool().Draw(rt, "the app goes on") {
			d.do(rt, func(e *workshop.Edit) error { return e.SetField(d.actions[0], "due", JSON("2027-01-15")) })
		}
		for k, x := range all {
			for _, r := range x.sheet.copy.Rows {
				for _, e := range r.Edits {
					if r.Action == x.action && e.Field == x.field {
						x.edit = e
					}
				}
			}
			all[k] = x
		}
		before := map[string]string{}
		for _, a := range d.actions {
			for _, f := range columns {
				before[string(a)+f] = d.value(a, f)
			}
		}

		p := d.plan(sheets...)
		for range 3 {
			if other := told(d.plan(rapid.Permutation(sheets).Draw(rt, "order")...)); other != told(p) {
				rt.Fatalf("another order gives\n%s\ninstead of\n%s", other, told(p))
			}
		}
		for _, x := range all {
			if !listed(p, x) && !has(p, x, before[string(x.action)+x.field]) {
				rt.Fatalf("%s of %s was typed into %s and is nowhere in\n%s", x.edit.Text, x.field, x.sheet.copy.Hash, told(p))
			}
		}
		seen := 0
		for _, s := range sheets {
			for _, r := range s.copy.Rows {
				if r.Action == "" && slices.ContainsFunc(p.Items, func(it *Item) bool { return it.Kind == New && Fold(it.Title) == Fold(r.Title) }) {
					seen++
				}
			}
		}
		if seen != rows {
			rt.Fatalf("%d of %d new rows stand in\n%s", seen, rows, told(p))
		}

		want := map[string]string{}
		for _, it := range p.Items {
			if it.Kind == Problem {
				continue
			}
			it.Chosen = rapid.IntRange(KeepApp, len(it.Offers)-1).Draw(rt, "choice")
			if it.Kind != New && it.Chosen >= 0 {
				if o := &it.Offers[it.Chosen]; !slices.ContainsFunc(o.People, func(w Who) bool { return w.ID == "" }) {
					want[string(it.Action)+it.Field] = string(o.value(it.Field, nil))
				} else {
					want[string(it.Action)+it.Field] = "somebody new"
				}
			}
		}
		counts := p.Counts()
		d.apply(rt, p)
		for _, a := range d.actions {
			for _, f := range columns {
				k := string(a) + f
				w, chosen := want[k]
				if !chosen {
					w = before[k]
				}
				if got := d.value(a, f); w != "somebody new" && got != w || w == "somebody new" && got == before[k] {
					rt.Fatalf("%s of %s is %s, want %s", f, a, got, w)
				}
			}
		}
		added := 0
		d.Read(func(w *workshop.Workshop) { added = len(workshop.All[workshop.Action](w)) - len(d.actions) })
		if added != counts.Added {
			rt.Fatalf("%d actions were added, %d were announced", added, counts.Added)
		}

		// The same files once more ask nothing and change nothing.
		again := d.plan(sheets...)
		if n := again.Counts(); n.Open+n.Values+n.Added+n.Kept > 0 || again.Remembers() > 0 {
			rt.Fatalf("once more: %+v\n%s", n, told(again))
		}
		changes := len(d.changes)
		d.apply(rt, again)
		if len(d.changes) != changes {
			rt.Fatal("nothing was chosen, and something changed")
		}
	})
}

// listed says whether a typed value stands in the plan, with its cell.
func listed(p *Plan, x typed) bool {
	return slices.ContainsFunc(p.Items, func(it *Item) bool {
		return it.Action == x.action && it.Field == x.field && slices.ContainsFunc(it.Offers, func(o Offer) bool {
			mine := o.Text == x.edit.Text
			theirs, reason := p.offer(x.sheet.copy, Row{Workshop: "w"}, x.edit)
			return mine || reason == "" && o.key() == theirs.key()
		})
	})
}

// has says whether a typed value is what the app has already.
func has(p *Plan, x typed, app string) bool {
	o, reason := p.offer(x.sheet.copy, Row{Workshop: "w"}, x.edit)
	return reason == "" && x.edit.Value.Problem == "" && o.says([]byte(app), isPeople(x.field))
}

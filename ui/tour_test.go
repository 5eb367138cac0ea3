package ui_test

import (
	"slices"
	"strings"
	"testing"

	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

func TestTheTourGoesThroughTheSampleAndNamesNobody(t *testing.T) {
	d := start(t, withSample)
	var names []string
	for _, s := range d.workshops() {
		d.session(s.Title).Read(func(w *workshop.Workshop) {
			for _, p := range workshop.All[workshop.Person](w) {
				names = append(names, p.Name)
			}
			for _, st := range workshop.All[workshop.Stakeholder](w) {
				if st.Name != "" {
					names = append(names, st.Name)
				}
			}
		})
	}
	before := d.documents()
	d.ui.Shell().RunCommand("app.names") // shown: the tour hides them
	if !d.ui.Shell().RunCommand("tour.start") {
		t.Fatal("the tour cannot be taken")
	}
	seen := map[string]bool{}
	stops := 0
	for strings.Contains(d.words(), " of 11") {
		stops++
		if stops > 11 {
			t.Fatal("the tour does not end")
		}
		words := d.words()
		for _, n := range names {
			if n != "" && strings.Contains(words, n) && strings.Contains(n, " ") {
				t.Errorf("stop %d names somebody", stops)
			}
		}
		if cut := snap.Outside(d.w); len(cut) > 0 {
			t.Errorf("stop %d: %v", stops, cut)
		}
		seen[d.page()] = true
		d.press("Enter") // the keyboard is on Next
	}
	if stops != 11 || len(seen) < 3 {
		t.Errorf("%d stops on %d pages", stops, len(seen))
	}
	if got := d.documents(); got != before {
		t.Error("the tour changed something")
	}
}

// documents is everything in the library that a change would show in.
func (d *desk) documents() string {
	d.Helper()
	var b strings.Builder
	all := d.workshops()
	slices.SortFunc(all, func(a, b library.Summary) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for _, s := range all {
		d.session(s.Title).Read(func(w *workshop.Workshop) {
			for _, k := range workshop.Kinds {
				for _, r := range w.Records(k) {
					b.WriteString(string(workshop.IDOf(r)))
				}
			}
			b.WriteString(w.Charter().Title)
		})
		if s := d.session(s.Title); s.CanUndo() != "" {
			b.WriteString(s.CanUndo())
		}
	}
	return b.String()
}

func TestTheTourOffersTheSampleAndCanBeLeft(t *testing.T) {
	d := start(t, nil)
	d.press("F1")
	d.tap("Take the tour")
	d.sees("Add the sample for the tour?")
	d.press("Enter")
	d.sees("What wants attention", "1 of 11")
	d.press("Alt+PgDn", "Alt+PgDn")
	d.sees("3 of 11")
	d.press("Alt+PgUp")
	d.sees("2 of 11")
	d.press("Alt+End")
	d.seesNot("2 of 11")
	if d.ui.Shell().RunCommand("tour.next") {
		t.Error("a tour that has ended goes on")
	}
}

package workshop

import "testing"

func TestReviewsMoveWithTheEvent(t *testing.T) {
	d := newDesk("a")
	must(t, d.Do("new", func(e *Edit) error {
		e.Add(&Charter{Title: "t", Days: 3, Start: "2026-11-17"})
		e.Add(&Review{Base: Base{ID: "r30"}, ReviewKind: "30", Planned: "2026-12-19"})
		e.Add(&Review{Base: Base{ID: "held"}, ReviewKind: "60", Planned: "2027-01-18", Held: "2026-11-20"})
		e.Add(&Review{Base: Base{ID: "none"}, ReviewKind: "90"})
		e.Add(&Review{Base: Base{ID: "said"}, ReviewKind: "custom", Planned: "2027-02-01"})
		return nil
	}))
	before := d.picture()
	must(t, d.Do("move", func(e *Edit) error {
		c, err := Modify[Charter](e, "w")
		if err != nil {
			return err
		}
		c.Start = "2026-11-24"
		r, err := Modify[Review](e, "said")
		r.Planned = "2027-03-01"
		return err
	}))
	for id, want := range map[ID]Date{"r30": "2026-12-26", "held": "2027-01-18", "none": "2027-02-24", "said": "2027-03-01"} {
		d.Read(func(w *Workshop) {
			if got := Find[Review](w, id).Planned; got != want {
				t.Errorf("%s: %s, want %s", id, got, want)
			}
		})
	}
	if _, err := d.Undo(); err != nil || d.picture() != before {
		t.Errorf("one undo does not take the move back: %v", err)
	}
}

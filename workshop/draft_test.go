package workshop

import (
	"strings"
	"testing"
)

// drafted is a workshop with somebody who is only on the map.
func drafted(t *testing.T) *Session {
	t.Helper()
	s := newDesk("a").Session
	if err := s.Do("set up", func(e *Edit) error {
		e.Add(&Charter{Title: "Line 3"})
		e.Add(&Stakeholder{Person: e.Add(&Person{Name: "Wilhelmina Quist"}), Influence: 4})
		e.Add(&Stakeholder{Person: e.Add(&Person{Name: "田中美咲"}), Influence: 2})
		e.Add(&Card{Canvas: "wastes", Cells: map[string]any{"text": "Entered"}})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestNoStrokeOfANameIsSeen types lines letter by letter and looks at what everybody in the room would see after each.
func TestNoStrokeOfANameIsSeen(t *testing.T) {
	s := drafted(t)
	for _, line := range []string{"We ask Wilhelmina Quist about it ", "Quist, Wilhelmina: no", "Zebra of Wilhelmina Quist wal", "Wilhelmina", "検査は田中美咲さんが待っていると聞いた、", "田中美咲"} {
		runes := []rune(line)
		for n := range len(runes) + 1 {
			card := &Card{Canvas: "wastes"}
			card.ID = DraftID
			card.Set("text", string(runes[:n]))
			v := s.Glance(Projector, Part{Canvases: []string{"wastes"}, Draft: DraftOf(card, "text")})
			if len(v.Cards) != 2 || v.Cards[1].ID != DraftID {
				t.Fatalf("%d cards", len(v.Cards))
			}
			said := v.Cards[1].Text("text")
			for _, part := range []string{"Wil", "Qui", "田", "美咲"} {
				if strings.Contains(said, part) {
					t.Fatalf("%q is seen as %q", string(runes[:n]), said)
				}
			}
		}
	}
	s.Read(func(w *Workshop) {
		if n := len(All[Card](w)); n != 1 {
			t.Errorf("the draft is one of %d cards", n)
		}
	})
}

func TestADraftGrowsByWholeWords(t *testing.T) {
	s := drafted(t)
	var entered ID
	s.Read(func(w *Workshop) { entered = All[Card](w)[0].ID })
	look := func(text string) string {
		card := &Card{Canvas: "wastes", Base: Base{ID: entered}}
		card.Set("text", text)
		v := s.Glance(Projector, Part{Canvases: []string{"wastes"}, Draft: DraftOf(card, "text")})
		if len(v.Cards) != 1 {
			t.Fatalf("%d cards while one is edited", len(v.Cards))
		}
		return v.Cards[0].Text("text")
	}
	for typed, want := range map[string]string{"Fitter": "", "Fitter ": "Fitter", "Fitter walks 140": "Fitter walks", "Fitter walks 140 m.": "Fitter walks 140", "Fitter walks, ": "Fitter walks,",
		"設備の前で八分待っています": "設備の前で", "設備の前で、": "設備の前で、"} {
		if got := look(typed); got != want {
			t.Errorf("%q is seen as %q, want %q", typed, got, want)
		}
	}
	a, b := &Card{}, &Card{}
	a.Set("text", "Fitter wa")
	b.Set("text", "Fitter walks")
	if !DraftOf(a, "text").Same(DraftOf(b, "text")) {
		t.Error("an unfinished word makes another draft")
	}
	b.Set("minutes", 5)
	if DraftOf(a, "text").Same(DraftOf(b, "text")) {
		t.Error("another cell makes no other draft")
	}
}

// TestWhatIsTypedIntoAFormGrowsByWholeWords is about texts that are in the workshop with every stroke.
func TestWhatIsTypedIntoAFormGrowsByWholeWords(t *testing.T) {
	s := drafted(t)
	if err := s.Do("type", func(e *Edit) error {
		c, err := Modify[Charter](e, e.Workshop().Charter().ID)
		c.Problem = "It was said by Wilhelmi"
		return err
	}); err != nil {
		t.Fatal(err)
	}
	p := Part{Draft: &Draft{Kind: KindCharter, Field: "problem"}}
	if got := s.Glance(Projector, p).Charter.Problem; got != "It was said by" {
		t.Errorf("seen as %q", got)
	}
	if got := s.Glance(Projector, Part{}).Charter.Problem; got != "It was said by Wilhelmi" {
		t.Errorf("once typing has ended it is %q", got)
	}
}

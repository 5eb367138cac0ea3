package workshop

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// viewText is every text and value of a view, one string to search in.
func viewText(v *View) string {
	var b strings.Builder
	v.records(func(r Record) { b.Write(document(r)); b.WriteByte('\n') })
	fmt.Fprintf(&b, "%+v %+v %+v", v.Resistance, v.Ratings, v.Withheld)
	return b.String()
}

func TestViewKeepsSecrets(t *testing.T) {
	first := rapid.SampledFrom([]string{"Maria", "Jörg", "Siân", "Zoltán", "Ingrid", "花子"})
	last := rapid.SampledFrom([]string{"Kellerhals", "Øverland", "Groß-Weber", "Nováková", "Solberg", "田中"})
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk("a")
		d.begin(t)
		name := first.Draw(rt, "first") + " " + last.Draw(rt, "last")
		owner := "Quentin Yardley"
		spelled := rapid.SampledFrom([]func(string) string{
			func(s string) string { return s }, strings.ToUpper, strings.ToLower,
			strings.NewReplacer("ö", "o", "â", "a", "á", "a", "Ø", "O", "ß", "ss").Replace,
			strings.NewReplacer(" ", "_").Replace, strings.NewReplacer(" ", "", "-", "").Replace,
			func(s string) string { return s + "s" },
			func(s string) string { p := strings.Fields(s); return p[1] + ", " + p[0] },
			func(s string) string { return strings.Fields(s)[1] },
			func(s string) string { return "(" + strings.Fields(s)[0] + ")" },
		}).Draw(rt, "spelled")(name)
		place := rapid.SampledFrom([]string{"title", "cell", "note", "person cell", "list", "source"}).Draw(rt, "place")
		secret := "sekret-" + rapid.StringMatching(`[a-z]{8}`).Draw(rt, "secret")
		now := rapid.IntRange(-2, 2).Draw(rt, "now")
		must2(rt, d.Do("fill", func(e *Edit) error {
			hidden := e.Add(&Person{Name: name, Email: "mk@example.org"})
			known := e.Add(&Person{Name: owner})
			s := e.Add(&Stakeholder{Person: hidden, SupportNow: &now, Influence: 5, Evidence: secret, Response: secret + " r", Cause: "overload"})
			e.Add(&Stakeholder{Person: known, SupportNow: &now, Influence: 4, Evidence: secret + " o"})
			a := &Action{Title: "Agree guarantees", Owner: known}
			c := &Card{Canvas: "voice", Cells: map[string]any{"text": "hall", "worry": secret}}
			st := &Step{Title: "Voice of people"}
			switch place {
			case "title":
				a.Title = "Ask " + spelled + " about it"
			case "cell":
				c.Set("text", "as "+spelled+" said")
			case "note":
				st.Notes = "line\n" + spelled
			case "person cell":
				c.Set("who", string(hidden))
			case "list":
				st.Outputs = []string{spelled}
			case "source":
				a.Source = s
			}
			e.Add(a)
			e.Add(c)
			e.Add(st)
			return nil
		}))
		d.Read(func(w *Workshop) {
			codes := map[ID]string{}
			for _, p := range All[Person](w) {
				codes[p.ID] = p.Code
			}
			for _, a := range []Audience{Sponsor, Team, "unknown"} {
				v := w.View(a, func(_, cell string) bool { return cell == "worry" })
				text := viewText(v)
				for _, part := range append(strings.Fields(name), name, spelled, secret, "overload", "mk@example.org") {
					if strings.Contains(text, part) {
						rt.Fatalf("%s view holds %q (%s, spelled %q):\n%s", a, part, place, spelled, text)
					}
				}
				for _, code := range codes {
					if strings.Contains(text, code) {
						rt.Fatalf("%s view holds the code name %q:\n%s", a, code, text)
					}
				}
				if !strings.Contains(text, owner) {
					rt.Fatalf("%s view lost the owner's name", a)
				}
			}
			if text := viewText(w.View(Facilitator, nil)); strings.Contains(text, name) || !strings.Contains(text, secret) {
				rt.Fatalf("the facilitator reads judgements under code names:\n%s", text)
			}
		})
	})
}

func TestViewLeavesOrdinaryWordsAlone(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	must(t, d.Do("fill", func(e *Edit) error {
		e.Add(&Stakeholder{Person: e.Add(&Person{Name: "Mark Wills"}), Influence: 2})
		e.Add(&Stakeholder{Name: "Municipalities", Size: 900, Influence: 2})
		e.Add(&Action{Title: "We will mark the floor with Markers for municipalities"})
		return nil
	}))
	d.Read(func(w *Workshop) {
		if got := w.View(Sponsor, nil).Actions[0].Title; got != "We will mark the floor with Markers for municipalities" {
			t.Errorf("got %q", got)
		}
	})
}

func TestResistanceOfFewIsNotTold(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	add := func(n int, cause string) {
		must(t, d.Do("add", func(e *Edit) error {
			for range n {
				one := 1
				e.Add(&Stakeholder{Name: "g", Size: 5, SupportNow: &one, Influence: 2, Cause: cause})
			}
			return nil
		}))
	}
	check := func(a Audience, known bool, index float64, themes string) {
		t.Helper()
		d.Read(func(w *Workshop) {
			r := w.View(a, nil).Resistance
			if r.Known != known || r.Coalition.Index != index || fmt.Sprint(r.Themes) != themes {
				t.Errorf("%s: %+v", a, r)
			}
		})
	}
	add(2, "overload")
	check(Sponsor, false, 0, "[]")
	add(2, "lacks skill")
	check(Sponsor, true, 0.5, "[{other 4}]")
	add(1, "overload")
	check(Sponsor, true, 0.5, "[{overload 3}]")
	check(Team, true, 0, "[{overload 3}]")
	check(Facilitator, true, 0.5, "[{overload 3} {lacks skill 2}]")
}

func TestRatingsAreDated(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	var id ID
	minus, plus := -2, 1
	must(t, d.Do("rate", func(e *Edit) error {
		id = e.Add(&Stakeholder{Name: "Setters", Size: 9, SupportNow: &minus, Influence: 4, EvidenceDate: "2026-09-22"})
		return nil
	}))
	must(t, d.Do("rate again", func(e *Edit) error {
		s, err := Modify[Stakeholder](e, id)
		s.SupportNow = &plus
		return err
	}))
	d.Read(func(w *Workshop) {
		rs, err := w.Ratings(id)
		if err != nil || len(rs) != 2 {
			t.Fatalf("%+v %v", rs, err)
		}
		if rs[0].Date != "2026-09-22" || *rs[0].Now != -2 || rs[1].Date != "2026-11-22" || *rs[1].Now != 1 || rs[1].Influence != 4 {
			t.Errorf("%+v", rs)
		}
	})
}

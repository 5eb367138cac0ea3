package workshop

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// told is an action's title as a sponsor reads it, in a workshop where the
// name is that of somebody who is only a stakeholder.
func told(t *testing.T, name, title string) string {
	t.Helper()
	d := newDesk("a")
	d.begin(t)
	must(t, d.Do("fill", func(e *Edit) error {
		e.Add(&Stakeholder{Person: e.Add(&Person{Name: name, Email: "X.y@example.org"}), Influence: 5})
		e.Add(&Action{Title: title, Owner: e.Add(&Person{Name: "Quentin Yardley"})})
		return nil
	}))
	var out string
	d.Read(func(w *Workshop) { out = w.View(Sponsor, nil).Actions[0].Title })
	return out
}

func TestNamesAreFoundHoweverTheyAreWritten(t *testing.T) {
	cases := []struct{ name, written string }{
		{"Maria Kellerhals", "maria | KELLERHALS | Kellerhals' | Marias | kellerhals, maria | Ｍａｒｉａ"},
		{"Maria Kellerhals", "maria_kellerhals | m.kellerhals | mkellerhals | MariaKellerhals | x.y@example.org"},
		{"Maria Kellerhals", "Maria\u00a0Kellerhals | Kel\u00adlerhals | M\u200daria"},
		{"Keller, Maria", "Maria Keller | Maria | keller"},
		{"Maria Keller (CFO)", "Maria Keller | Keller"},
		{"Sean O'Brien", "O’Brien | O'BRIEN | OBrien | o`brien"},
		{"Seán O’Brien", "O'Brien | Sean | O´Brien"},
		{"Jan van der Berg", "van der Berg | Berg | BERG, Jan van der"},
		{"José María García", "Jose | MARIA | García, José María | garcia | Jose Garcia"},
		{"Anne-Marie Smith-Jones", "Anne | Marie | Jones | Smith | Anne Marie | smith-jones | Anne‑Marie"},
		{"Łukasz Øverland", "Lukasz | Overland | łukasz | Oeverland"},
		{"Lukasz Wozniak", "Łukasz | Woźniak"},
		{"Jörg Groß", "Joerg | Jorg | JÖRG GROSS | Groß | Gross"},
		{"Joerg Mueller", "Jörg | Müller"},
		{"Bo Li", "Bo | Li | bo li"},
		{"Mark Wills", "Mark | Wills | mark wills | Mark's"},
		{"Nguyễn Văn An", "Nguyen | nguyen van an"},
		{"İpek Yılmaz", "Ipek | ipek | yilmaz | YILMAZ"},
		{"Νίκος Παππάς", "ΝΙΚΟΣ | Παππας"},
		{"Иван Петров", "иван | ПЕТРОВ"},
		{"田中花子", "田中 | 花子 | 田中花子"},
		{"田中 花子", "田中 | 花子 | 田中花子"},
		{"김민준", "김민준 | 민준"},
	}
	for _, c := range cases {
		for _, written := range strings.Split(c.written, " | ") {
			title := "Ask " + written + " about it"
			if unspaced([]rune(written)[0]) {
				title = "先日" + written + "が言った"
			}
			if got := told(t, c.name, title); !strings.Contains(got, WithheldName) || strings.Contains(got, written) {
				t.Errorf("%s: %q is read as %q", c.name, title, got)
			}
		}
	}
}

func TestWordsThatAreNoNamesStay(t *testing.T) {
	cases := []struct{ name, title string }{
		{"Mark Wills", "We will mark the floor with Markers"},
		{"Jan van der Berg", "Mit der Schicht in the van"},
		{"Dr. Maria Keller", "Dr. Yardley asks"},
		{"Maria Keller (Production)", "Production of line 3"},
		{"Permit section lead", "Each section and its lead count permits"},
		{"Operator 3", "Line 3 in 3 shifts"},
		{"An Do", "An idea: Do it"},
		{"王 明", "説明する"},
		{"Maria Yardley", "Quentin Yardley's list"},
	}
	for _, c := range cases {
		if got := told(t, c.name, c.title); got != c.title {
			t.Errorf("%s: %q is read as %q", c.name, c.title, got)
		}
	}
}

// TestEntriesWithoutAPerson: what stands on the map only may be somebody, a post, or a
// group whose size nobody has given.
func TestEntriesWithoutAPerson(t *testing.T) {
	for _, c := range []struct{ name, title, want string }{
		{"Anna Kowalski", "Ask KOWALSKI", "Ask [name withheld]"},
		{"Works council", "Agree with the works council on council works", "Agree with the [name withheld] on council works"},
		{"Head of maintenance", "Plan maintenance with the head office", "Plan maintenance with the head office"},
		{"Setters", "Setters train setters", "[name withheld] train setters"},
	} {
		d := newDesk("a")
		d.begin(t)
		must(t, d.Do("fill", func(e *Edit) error {
			e.Add(&Stakeholder{Name: c.name})
			e.Add(&Action{Title: c.title})
			return nil
		}))
		d.Read(func(w *Workshop) {
			if got := w.View(Team, nil).Actions[0].Title; got != c.want {
				t.Errorf("%s: got %q, want %q", c.name, got, c.want)
			}
		})
	}
}

func TestCodeNamesAndNames(t *testing.T) {
	d := newDesk("a")
	d.begin(t)
	tree := codeName(1)
	var card ID
	must(t, d.Do("fill", func(e *Edit) error {
		owner := e.Add(&Person{Name: tree + " Yardley"})
		e.Add(&Action{Title: "Ask " + tree, Owner: owner})
		e.Add(&Stakeholder{Person: owner, Influence: 3, Evidence: "Yardley said so"})
		e.Add(&Stakeholder{Person: e.Add(&Person{Name: codeName(0) + " Solberg"}), Influence: 3})
		e.Add(&Stakeholder{Person: e.Add(&Person{Name: "Maria Keller"}), Influence: 3, Evidence: "Yardley heard it from Keller"})
		card = e.Add(&Card{Canvas: "c", Cells: map[string]any{"Maria Keller": "x", "text": "y"}})
		return nil
	}))
	d.Read(func(w *Workshop) {
		for _, p := range All[Person](w) {
			if slices.Contains(strings.Fields(p.Name), p.Code) {
				t.Errorf("%s has the code name %s", p.Name, p.Code)
			}
		}
		v := w.View(Sponsor, nil)
		if v.Actions[0].Title != "Ask "+tree || v.People[0].Name != tree+" Yardley" {
			t.Errorf("a name that is a tree: %q %q", v.Actions[0].Title, v.People[0].Name)
		}
		if got := v.Cards[0]; got.ID != card || len(got.Cells) != 1 || got.Cells["text"] != "y" {
			t.Errorf("cells %v", got.Cells)
		}
		v = w.View(Facilitator, nil)
		all := v.Stakeholders
		want := []string{all[0].Code + " said so", "", "Yardley heard it from " + all[2].Code}
		for i, s := range all {
			if s.Evidence != want[i] {
				t.Errorf("evidence %d: %q, want %q", i, s.Evidence, want[i])
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	d := newDesk("a")
	d.begin(b)
	must(b, d.Do("fill", func(e *Edit) error {
		owner := e.Add(&Person{Name: "Quentin Yardley"})
		for i := range 100 {
			e.Add(&Stakeholder{Person: e.Add(&Person{Name: fmt.Sprintf("First%c Last%c", 'a'+i%26, 'a'+i/26)}), Influence: 3})
		}
		for i := range 10_000 {
			e.Add(&Action{Title: fmt.Sprintf("Move the torque tools to station %d", i), Detail: strings.Repeat("what is to be done there ", 8), Owner: owner})
		}
		return nil
	}))
	for b.Loop() {
		d.View(Sponsor)
	}
}

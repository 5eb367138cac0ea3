package quickadd

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nemawashi.app/workshop"
)

// today is a Sunday.
const today = workshop.Date("2026-11-22")

var people = []*workshop.Person{
	person("p1", "Maria Keller", "Cedar"),
	person("p2", "Mariana López", "Alder"),
	person("p3", "Jörg Weiß", "Rowan"),
	person("p4", "Anna Keller", "Willow"),
	person("p5", "Ivar Solberg", "Hazel"),
}

func person(id workshop.ID, name, code string) *workshop.Person {
	p := &workshop.Person{Name: name, Code: code}
	p.ID = id
	return p
}

var euros = Context{Today: today, People: people, Currency: "EUR"}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		line string
		want Line
	}{
		{"Label kanban lanes @Maria due fri !high #quick-win 4h 200eur", Line{
			Title: "Label kanban lanes", Owner: Named{ID: "p1"}, Due: "2026-11-27", Priority: "high", Category: "quick win",
			Hours: 4, Cost: 20000, Currency: "EUR"}},
		{"Label kanban lanes", Line{Title: "Label kanban lanes"}},
		{"", Line{}},
		{"   ", Line{}},
		{"@maria Ask for 30h of work", Line{Title: "Ask for of work", Owner: Named{ID: "p1"}, Hours: 30}},
		{`Call @"Anna Keller" today`, Line{Title: "Call today", Owner: Named{ID: "p4"}}},
		{"Call @Keller_Anna, due today", Line{Title: "Call", Owner: Named{ID: "p4"}, Due: today}},
		{"Call @JORG due tomorrow", Line{Title: "Call", Owner: Named{ID: "p3"}, Due: "2026-11-23"}},
		{"Call @weiss", Line{Title: "Call", Owner: Named{ID: "p3"}}},
		{"Call @lopez", Line{Title: "Call", Owner: Named{ID: "p2"}}},
		{"Call @hazel", Line{Title: "Call", Owner: Named{ID: "p5"}}},
		{"Call @Tomás", Line{Title: "Call", Owner: Named{New: "Tomás"}}},
		{`Call @"Tomás Rivera"`, Line{Title: "Call", Owner: Named{New: "Tomás Rivera"}}},
		{"Call @Tomás_Rivera @ivar", Line{Title: "Call", Owner: Named{New: "Tomás Rivera"}, Helpers: []Named{{ID: "p5"}}}},
		{"Call @ivar @ivar", Line{Title: "Call @ivar", Owner: Named{ID: "p5"}}},
		{"Call @keller", Line{Title: "Call @keller"}}, // two of them
		{"Phone hour @Anna Keller due 2026-12-20 !low {nb}", Line{Title: "Phone hour {nb}", Owner: Named{ID: "p4"}, Due: "2026-12-20", Priority: "low"}},
		{"Call @jorg weiss, then @MARIA KELLER", Line{Title: "Call then", Owner: Named{ID: "p3"}, Helpers: []Named{{ID: "p1"}}}},
		{"Call @Anna Solberg", Line{Title: "Call Solberg", Owner: Named{ID: "p4"}}}, // nobody is called so
		{"Call @ivar @Ivar Solberg", Line{Title: "Call @Ivar Solberg", Owner: Named{ID: "p5"}}},
		{"Mail maria@example.com @ now", Line{Title: "Mail maria@example.com @ now"}},
		{`Say "hello" @"Ivar`, Line{Title: `Say "hello" @"Ivar`}},
		{"Weld !h", Line{Title: "Weld", Priority: "high"}},
		{"Weld !2 !low", Line{Title: "Weld !low", Priority: "medium"}},
		{"Weld ! !x", Line{Title: "Weld ! !x"}},
		{"Weld #tech", Line{Title: "Weld", Category: "technology"}},
		{"Weld #com #follow_up", Line{Title: "Weld #com", Category: "follow-up"}},
		{"Weld #12", Line{Title: "Weld #12"}},
		{"Weld 1.5h 0h", Line{Title: "Weld 1.5h 0h"}},
		{"Weld 4h 5h", Line{Title: "Weld 5h", Hours: 4}},
		{"Weld -4h -200eur", Line{Title: "Weld -4h -200eur"}},
		{"Weld 200usd", Line{Title: "Weld 200usd", OtherMoney: "USD"}},
		{"Weld €1,250.50", Line{Title: "Weld", Cost: 125050, Currency: "EUR"}},
		{"Weld 1.250€", Line{Title: "Weld", Cost: 125000, Currency: "EUR"}},
		{"Weld 1.250,5€", Line{Title: "Weld", Cost: 125050, Currency: "EUR"}},
		{"Weld 1.25.0€", Line{Title: "Weld 1.25.0€"}},
		{"Weld 99999999999999€", Line{Title: "Weld 99999999999999€"}},
		{"Due process due to Friday talk", Line{Title: "Due process due to Friday talk"}},
		{"Meet on Friday in 3 days", Line{Title: "Meet on Friday in 3 days"}},
		{"Send by friday, please", Line{Title: "Send please", Due: "2026-11-27"}},
		{"Send +2w due fri", Line{Title: "Send due fri", Due: "2026-12-06"}},
	} {
		t.Run(c.line, func(t *testing.T) {
			got := Parse(c.line, euros)
			got.Parts, got.Doubts = nil, nil
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func TestTheLongestKnownNameIsTakenWhole(t *testing.T) {
	c := Context{Today: today, People: []*workshop.Person{person("c", "Bureau chief", "Cedar"), person("s", "Bureau chief of staff", "Alder"), person("b", "Bureau", "Red Kite")}}
	for line, want := range map[string]Line{
		"Ask @Bureau chief of staff now": {Title: "Ask now", Owner: Named{ID: "s"}},
		"Ask @Bureau chief of trade":     {Title: "Ask of trade", Owner: Named{ID: "c"}},
		"Ask @Bureau now":                {Title: "Ask now", Owner: Named{ID: "b"}},
		"Ask @red kite now":              {Title: "Ask now", Owner: Named{ID: "b"}},
	} {
		got := Parse(line, c)
		if len(got.Parts) != 1 || got.Parts[0].Text != line[got.Parts[0].Start:got.Parts[0].End] {
			t.Errorf("%q: parts %+v", line, got.Parts)
		}
		if got.Parts, got.Doubts = nil, nil; !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", line, got, want)
		}
	}
	twins := Context{Today: today, People: []*workshop.Person{person("1", "Kim Lee", "Cedar"), person("2", "Kim Lee", "Alder")}}
	if got := Parse("Ask @Kim Lee now", twins); got.Title != "Ask @Kim Lee now" || len(got.Doubts) != 1 || got.Doubts[0].Text != "@Kim Lee" || len(got.Doubts[0].People) != 2 {
		t.Errorf("%+v", got)
	}
}

func TestDates(t *testing.T) {
	for words, want := range map[string]workshop.Date{
		"today": "2026-11-22", "TODAY": "2026-11-22", "tomorrow": "2026-11-23",
		"mon": "2026-11-23", "sunday": "2026-11-29", "Fri": "2026-11-27",
		"next fri": "2026-11-27", "next sun": "2026-11-29", "next week": "2026-11-29", "next month": "2026-12-22",
		"+2w": "2026-12-06", "+3d": "2026-11-25", "+1m": "2026-12-22", "+1y": "2027-11-22",
		"in 3 days": "2026-11-25", "in a week": "2026-11-29", "in 4 months": "2027-03-22",
		"2026-11-22": "2026-11-22", "2027-02-28": "2027-02-28",
		"22 nov": "2026-11-22", "21 nov": "2027-11-21", "nov 30": "2026-11-30", "30th November": "2026-11-30", "3. dec": "2026-12-03",
		"22 nov 2028": "2028-11-22", "feb 29": "2028-02-29",
		"22.11.": "2026-11-22", "1.12": "2026-12-01", "1.2.27": "2027-02-01", "1.2.2027": "2027-02-01",
		"22/11": "2026-11-22", "11/22": "2026-11-22", "12/24/2026": "2026-12-24", "6/6": "2027-06-06",
		// No date, or not one for certain.
		"5/6": "", "2026-02-30": "", "31.4.": "", "30 feb": "", "32 nov": "", "22.13.": "", "to friday": "", "in x days": "",
		"+99999d": "", "+9999d": "", "in 9999 years": "", "0.0.": "", "1.2.3.4": "", "+": "", "22": "",
	} {
		t.Run(words, func(t *testing.T) {
			got := Parse("Weld due "+words, euros)
			if got.Due != want {
				t.Errorf("due %q, want %q", got.Due, want)
			}
			title := "Weld"
			if want == "" {
				title = "Weld due " + words
			}
			if got.Title != title {
				t.Errorf("title %q, want %q", got.Title, title)
			}
		})
	}
}

func TestMonthsEndOnTheirLastDay(t *testing.T) {
	c := Context{Today: "2027-01-31"}
	if got := Parse("Weld +1m", c); got.Due != "2027-02-28" {
		t.Errorf("a month from 31 January is %s", got.Due)
	}
	c.Today = "2026-11-20" // a Friday
	if got := Parse("Weld due fri", c); got.Due != "2026-11-27" {
		t.Errorf("on a Friday, Friday is %s", got.Due)
	}
}

func TestADoubtNamesTheCandidates(t *testing.T) {
	got := Parse("Call @keller now", euros)
	if len(got.Doubts) != 1 || got.Doubts[0].Text != "@keller" || len(got.Doubts[0].People) != 2 {
		t.Errorf("doubts %+v", got.Doubts)
	}
	if got.Doubts[0].Start != 5 || got.Doubts[0].End != 12 {
		t.Errorf("at %d to %d", got.Doubts[0].Start, got.Doubts[0].End)
	}
}

func TestCurrencyOfAWorkshopWithout(t *testing.T) {
	got := Parse("Buy 5000¥", Context{Today: today})
	if got.Cost != 5000 || got.Currency != "JPY" {
		t.Errorf("%d %s", got.Cost, got.Currency)
	}
}

func TestParts(t *testing.T) {
	var said []string
	for _, p := range Parse("Label @Maria lanes due  in 3 days, !high @Zoe", euros).Parts {
		said = append(said, fmt.Sprintf("%s %q %s%s", p.Field, p.Text, p.Value, p.Name))
	}
	want := []string{`owner "@Maria" p1`, `due "due  in 3 days," 2026-11-25`, `priority "!high" high`, `helper "@Zoe" Zoe`}
	if !slices.Equal(said, want) {
		t.Errorf("got  %q\nwant %q", said, want)
	}
}

func TestDateAlone(t *testing.T) {
	for text, want := range map[string]workshop.Date{"fri": "2026-11-27", "due fri": "2026-11-27", "in 3 days": "2026-11-25", " 2026-12-01 ": "2026-12-01", "": ""} {
		if got, ok := Date(text, euros); !ok || got != want {
			t.Errorf("%q is %q, %v", text, got, ok)
		}
	}
	for _, text := range []string{"fri at noon", "soon", "2026-02-30", "due"} {
		if got, ok := Date(text, euros); ok {
			t.Errorf("%q is %q", text, got)
		}
	}
}

// The 22nd of November 2026 is a Sunday.
func TestPast(t *testing.T) {
	for text, want := range map[string]workshop.Date{"fri": "2026-11-20", "sun": "2026-11-22", "today": "2026-11-22", "tomorrow": "2026-11-23", "20 nov": "2026-11-20", "24 nov": "2026-11-24",
		"20.11.": "2026-11-20", "23 dec": "2026-12-23", "24 dec": "2025-12-24", "1 jul": "2026-07-01", "10 may": "2026-05-10", "29 feb": "2024-02-29", "2 jan 2027": "2027-01-02", "": ""} {
		if got, ok := Past(text, euros); !ok || got != want {
			t.Errorf("%q is %q, %v", text, got, ok)
		}
	}
	if got, ok := Past("30 feb", euros); ok {
		t.Errorf("30 February is %q", got)
	}
}

func TestAmountAlone(t *testing.T) {
	for text, want := range map[string]workshop.Money{"": 0, "340": 34000, "12.50": 1250, "1,200": 120000, "€ 340": 34000, "2 500 eur": 250000, "1'000": 100000} {
		if got, ok := Amount(text, "EUR"); !ok || got != want {
			t.Errorf("%q is %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"340 usd", "much", "-5", "1.2345.6", "99999999999999"} {
		if got, ok := Amount(text, "EUR"); ok {
			t.Errorf("%q is %d", text, got)
		}
	}
}

func TestParseCard(t *testing.T) {
	for line, want := range map[string]Card{
		"Fitter walks 140 m 25m":    {Text: "Fitter walks 140 m", Minutes: 25},
		"Fitter  walks 90min":       {Text: "Fitter walks", Minutes: 90},
		"Fitter walks 25m each day": {Text: "Fitter walks 25m each day"},
		"25m":                       {Text: "25m"},
		"Fitter walks 0m":           {Text: "Fitter walks 0m"},
		"Fitter walks 2.5m":         {Text: "Fitter walks 2.5m"},
		"":                          {},
	} {
		got := ParseCard(line, nil)
		if got.Part != nil && line[got.Part.Start:got.Part.End] != got.Part.Text {
			t.Errorf("%q: part %+v", line, got.Part)
		}
		if (got.Part != nil) != (want.Minutes > 0) {
			t.Errorf("%q: part %v", line, got.Part)
		}
		got.Part = nil
		if got != want {
			t.Errorf("%q: got %+v", line, got)
		}
	}
}

func TestLanguages(t *testing.T) {
	for tag, w := range languages() {
		for what, list := range map[string]int{"due": len(w.Due), "today": len(w.Today), "hours": len(w.Hours), "minutes": len(w.Minutes)} {
			if list == 0 {
				t.Errorf("%s: no words for %s", tag, what)
			}
		}
		f, _ := workshop.FieldOf(workshop.KindAction, "category")
		for key := range w.Categories {
			if !slices.Contains(f.Choices, key) {
				t.Errorf("%s: %q is no category", tag, key)
			}
		}
		if len(w.Categories) != len(f.Choices) {
			t.Errorf("%s: %d categories, the record has %d", tag, len(w.Categories), len(f.Choices))
		}
	}
	if For("en-US") != English() || For("xx") != English() {
		t.Error("an unknown language is not English")
	}
}

// line draws lines in which everything that means something comes up often.
var lines = rapid.Custom(func(t *rapid.T) string {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{"Label", "@Maria", "@keller", `@"Anna Keller"`, `@"`, "@", "@Zoë_X", "due", "by", "fri", "fri,", "in", "3", "days", "+2w",
			"2026-11-22", "22", "nov", "2027", "22.11.", "!high", "!", "!!", "#quick-win", "#", "#com", "4h", "0h", "200eur", "€1.5", "7usd", "next", "week", "25m"}),
		rapid.String(),
	)
	gap := rapid.SampledFrom([]string{" ", "  ", "\t", "\u00a0", ""})
	out := ""
	for range rapid.IntRange(0, 12).Draw(t, "pieces") {
		out += piece.Draw(t, "piece") + gap.Draw(t, "gap")
	}
	return out
})

func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := lines.Draw(t, "line")
		got := Parse(line, euros)
		// Taking the parts out of the line leaves the title.
		rest, at := "", 0
		for _, p := range got.Parts {
			if p.Start < at || p.End <= p.Start || line[p.Start:p.End] != p.Text {
				t.Fatalf("part %+v overlaps or does not say what the line says", p)
			}
			rest += line[at:p.Start] + " "
			at = p.End
		}
		rest += line[at:]
		if want := strings.Join(strings.Fields(rest), " "); strings.Join(strings.Fields(got.Title), " ") != want {
			t.Fatalf("title %q, the line without its parts is %q", got.Title, want)
		}
		// What a part says is in the line's values.
		for _, p := range got.Parts {
			if !said(got, p) {
				t.Fatalf("part %+v is in no value of %+v", p, got)
			}
		}
		card := ParseCard(line, nil)
		words := strings.Fields(card.Text)
		if card.Part != nil {
			words = append(words, card.Part.Text)
		}
		if !slices.Equal(words, strings.Fields(line)) {
			t.Fatalf("the card's words are %q", words)
		}
	})
}

// said says whether the line's values hold what the part says.
func said(l Line, p Part) bool {
	named := Named{ID: workshop.ID(p.Value), New: p.Name}
	switch p.Field {
	case Owner:
		return l.Owner == named
	case Helper:
		return slices.Contains(l.Helpers, named)
	case Due:
		return string(l.Due) == p.Value
	case Priority:
		return l.Priority == p.Value
	case Category:
		return l.Category == p.Value
	case Hours:
		return fmt.Sprint(l.Hours) == p.Value
	case Cost:
		return fmt.Sprint(int64(l.Cost)) == p.Value
	}
	return false
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		Parse("Label kanban lanes @Maria due fri !high #quick-win 4h 200eur", euros)
	}
}

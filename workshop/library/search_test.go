package library

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"nemawashi.app/workshop"
)

func TestSearch(t *testing.T) {
	l := openWith(t, placeFor(t), Options{Confidential: func(canvas, cell string) bool { return canvas == "wastes" && cell == "secret" }})
	id := sample(t, l)
	s, err := l.Session(id)
	must(t, err)
	low := -2
	must(t, s.Do("more", func(e *workshop.Edit) error {
		p := e.Add(&workshop.Person{Name: "José Müller", Role: "Shift leader"})
		e.Add(&workshop.Stakeholder{Person: p, SupportNow: &low, Influence: 5, Evidence: "Said the word pumpernickel", Cause: "overload", SuccessSign: "Brings an idea"})
		e.Add(&workshop.Stakeholder{Name: "Petra Quiet", SupportNow: &low, Influence: 5})
		e.Add(&workshop.Stakeholder{Name: "Night shift", Size: 20})
		e.Add(&workshop.Action{Title: `Say "stop" at C:\press 4`, Detail: "Straße, 100 % of the time\nsecond line"})
		e.Add(&workshop.Action{Title: "カイゼン提案を集める", Detail: "工程内検査"})
		r := e.Add(&workshop.Round{Title: "Leaders, autumn"})
		e.Add(&workshop.Response{Round: r, By: "self", Answers: map[string]workshop.Answer{"L1": {Now: 2, Evidence: "hidden evidence"}}})
		e.Add(&workshop.Review{Planned: "2026-12-01", NewResistance: "sabotage feared", Notes: "Went well overall"})
		return nil
	}))
	cases := []struct {
		text string
		want []string // titles
	}{
		{"shadow", []string{"A-001 Shadow board for 現場改善活動"}},
		{"SHAD boa", []string{"A-001 Shadow board for 現場改善活動"}},
		{"A-001", []string{"A-001 Shadow board for 現場改善活動"}},
		{"a-002", []string{`A-002 Say "stop" at C:\press 4`}},
		{"改善", []string{"A-001 Shadow board for 現場改善活動"}},
		{"場改", []string{"A-001 Shadow board for 現場改善活動"}},
		{"善改", nil},
		{"提案", []string{"A-003 カイゼン提案を集める"}},
		{"イゼ", []string{"A-003 カイゼン提案を集める"}},
		{"検査", []string{"A-003 カイゼン提案を集める"}},
		{"for 改善", []string{"A-001 Shadow board for 現場改善活動"}},
		{"jose mul", []string{"José Müller"}},
		{"strasse", nil},
		{"straße", []string{`A-002 Say "stop" at C:\press 4`}},
		{`"stop"`, []string{`A-002 Say "stop" at C:\press 4`}},
		{`c:\press`, []string{`A-002 Say "stop" at C:\press 4`}},
		{"tool store", []string{"Walks to the tool store"}},
		{"waldner", []string{"Pump line changeover"}},
		{"idea", []string{"Alder"}},
		{"overall", []string{"Went well overall"}},
		{"autumn", []string{"Leaders, autumn"}},
		// Confidential, or telling who is on the map.
		{"hannes", nil}, {"pumpernickel", nil}, {"overload", nil}, {"hidden", nil}, {"sabotage", nil}, {"petra", nil},
		{"night shift", []string{"Willow"}},
		// Nothing to search for.
		{"", nil}, {"   ", nil}, {"!!! --", nil}, {"👷", nil}, {"\x00", nil},
	}
	for _, c := range cases {
		hits, err := l.Search(c.text, 10)
		must(t, err)
		var got []string
		for _, h := range hits {
			got = append(got, h.Title)
			if h.Workshop != id || h.WorkshopTitle != "Pump line changeover" || strings.Contains(h.Title+h.Snippet, seam) {
				t.Errorf("%q gives %+v", c.text, h)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q finds %q, want %q", c.text, got, c.want)
		}
	}
	hits, err := l.Search("shadow", 1)
	must(t, err)
	if h := hits[0]; h.Number != 1 || h.OwnerName != "Lena Vogt" || h.Due != "2026-11-01" || h.Status != "open" {
		t.Errorf("%+v", h)
	}
	hits, err = l.Search("second", 1)
	must(t, err)
	if len(hits) != 1 || hits[0].Kind != workshop.KindAction || hits[0].Snippet != "Straße, 100 % of the time second line" {
		t.Errorf("%+v", hits)
	}
	clean(t, l)
}

func TestSearchShowsTheNewestFirst(t *testing.T) {
	l := open(t, placeFor(t))
	id := sample(t, l)
	var ids []workshop.ID
	for _, title := range []string{"lane one", "lane two", "lane three"} {
		ids = append(ids, add(t, l, id, title))
	}
	order := func() string {
		hits, err := l.Search("lane", 10)
		must(t, err)
		var out []string
		for _, h := range hits {
			out = append(out, strings.TrimPrefix(h.Title[6:], "lane "))
		}
		return strings.Join(out, " ")
	}
	if got := order(); got != "three two one" {
		t.Errorf("found %s", got)
	}
	s, err := l.Session(id)
	must(t, err)
	must(t, s.Do("retitle", func(e *workshop.Edit) error { return e.SetField(ids[0], "title", jsonOf("lane uno")) }))
	if got := order(); got != "uno three two" {
		t.Errorf("after a change found %s", got)
	}
	must(t, s.Do("progress", func(e *workshop.Edit) error { return e.SetField(ids[1], "progress", []byte("50")) }))
	if got := order(); got != "uno three two" {
		t.Errorf("after a change of another field found %s", got)
	}
	must(t, s.Do("delete", func(e *workshop.Edit) error { return e.Delete(ids[2]) }))
	if got := order(); got != "uno two" {
		t.Errorf("after a deletion found %s", got)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := order(); got != "three uno two" {
		t.Errorf("after bringing it back found %s", got)
	}
	if hits, err := l.Search("lane", 2); err != nil || len(hits) != 2 {
		t.Errorf("limited to 2: %v %v", hits, err)
	}
	clean(t, l)
}

// No text that somebody can type is an error, and what finds something holds it.
func TestAnySearchIsValid(t *testing.T) {
	l := open(t, placeFor(t))
	sample(t, l)
	parts := []string{`"`, `'`, "*", "(", ")", "AND", "OR", "NOT", "NEAR", "^", ":", "-", "+", "{", "}", "title:", "a", "改", "\u0301", "\u200b", "e\u0301", " ", "\\", "%", "\xff", "ก", "ำ"}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(rt, "parts"), "") + rapid.String().Draw(rt, "text")
		start := time.Now()
		if _, err := l.Search(text, 5); err != nil {
			rt.Fatalf("%q: %v", text, err)
		}
		if took := time.Since(start); took > time.Second {
			rt.Fatalf("%q took %v", text, took)
		}
	})
}

func TestSegmentedTextIsTheSame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.ReplaceAll(rapid.String().Draw(rt, "text"), seam, "")
		if got := joined(segmented(text)); got != text {
			rt.Fatalf("%q became %q", text, got)
		}
		if s := snippet(text, []string{"a"}); !utf8.ValidString(s) {
			rt.Fatalf("%q gives the snippet %q", text, s)
		}
	})
}

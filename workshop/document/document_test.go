package document

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

type nowhere struct{ seq int64 }

func (n *nowhere) Next() int64          { n.seq++; return n.seq }
func (n *nowhere) Write(workshop.Batch) {}

func open(t testing.TB) *workshop.Session {
	t.Helper()
	n := 0
	s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }, "a", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("00000000-0000-7000-8000-%012d", n)) },
	}, &nowhere{})
	if err := s.Do("new", func(e *workshop.Edit) error { e.Add(&workshop.Charter{Title: "t"}); return nil }); err != nil {
		t.Fatal(err)
	}
	return s
}

func show(t testing.TB, s *workshop.Session) string {
	t.Helper()
	var out string
	s.Read(func(w *workshop.Workshop) {
		doc, err := Show(w)
		if err != nil {
			t.Fatal(err)
		}
		out = string(doc)
	})
	return out
}

// event is a published improvement event: Iowa DNR's kaizen on wastewater
// permits, 2004 (EPA Lean case study).
func event(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/iowa-wastewater-permits.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestApplyRealEvent(t *testing.T) {
	s := open(t)
	res, err := Apply(s, strings.NewReader(event(t)))
	if err != nil {
		t.Fatal(err)
	}
	if res.Added != 13 || res.Changed != 1 || res.NewPeople != 3 || len(res.IDs["actions"]) != 4 {
		t.Errorf("%+v", res)
	}
	s.Read(func(w *workshop.Workshop) {
		a := workshop.Find[workshop.Action](w, res.IDs["actions"][0])
		b := workshop.Find[workshop.Action](w, res.IDs["actions"][2])
		if a.Owner != b.Owner || workshop.Find[workshop.Person](w, a.Owner).Name != "Permit section lead" {
			t.Errorf("owners %q %q", a.Owner, b.Owner)
		}
		m := workshop.All[workshop.Measure](w)[1]
		if m.Target == nil || *m.Target != 0 || m.Baseline != nil {
			t.Errorf("target 0 and no baseline became %v %v", m.Target, m.Baseline)
		}
	})
	before := show(t, s)
	again, err := Apply(s, strings.NewReader(before))
	if err != nil || again.Added != 0 || again.Changed != 0 || show(t, s) != before {
		t.Errorf("what show wrote changed something: %+v %v", again, err)
	}
	if _, err := s.Undo(); err != nil || strings.Contains(show(t, s), "permit") {
		t.Errorf("undo left something: %v", err)
	}
}

func TestStakeholderIsWhoHasTheName(t *testing.T) {
	s := open(t)
	_, err := Apply(s, strings.NewReader(`{
		"stakeholders":[{"name":"lena  VOGT"},{"name":"Setters","size":9}],
		"actions":[{"title":"a","owner":"Lena Vogt"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	s.Read(func(w *workshop.Workshop) {
		all := workshop.All[workshop.Stakeholder](w)
		p := workshop.All[workshop.Person](w)
		if len(p) != 1 || all[0].Person != p[0].ID || all[0].Code != p[0].Code || all[0].Name != "" || all[1].Name != "Setters" {
			t.Errorf("%+v %+v %+v", all[0], all[1], p)
		}
	})
}

func TestHandlesPointAnywhere(t *testing.T) {
	s := open(t)
	_, err := Apply(s, strings.NewReader(`{
		"goals":[{"id":"#g","title":"child","parent":"#up"},{"id":"#up","title":"parent"}],
		"measures":[{"id":"#m","name":"Setup"}],"readings":[{"measure":"#m","value":0}],
		"actions":[{"title":"a","goal":"#g","source":"L1"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if doc := show(t, s); strings.Contains(doc, "#") || !strings.Contains(doc, `"value":0`) {
		t.Error(doc)
	}
}

func TestApplyRefusesWhole(t *testing.T) {
	cases := map[string]struct{ doc, place, reason string }{
		"unknown kind":       {`{"actoins":[]}`, "actoins", "no such kind"},
		"unknown field":      {`{"actions":[{"title":"a"},{"titel":"b"}]}`, "actions[1].titel", "no such field"},
		"keyed field":        {`{"cards":[{"canvas":"c","cells.text":"b"}]}`, "cards[0].cells.text", "no such field"},
		"wrong type":         {`{"actions":[{"title":7}]}`, "actions[0].title", "type text"},
		"person type":        {`{"actions":[{"title":"a","owner":7}]}`, "actions[0].owner", "type person"},
		"over a limit":       {`{"actions":[{"title":"` + strings.Repeat("x", 501) + `"}]}`, "actions[0].title", "limit is 500"},
		"over a range":       {`{"stakeholders":[{"name":"a","influence":6}]}`, "stakeholders[0].influence", "1 to 5"},
		"unknown choice":     {`{"actions":[{"title":"a","status":"finished"}]}`, "actions[0].status", "open, started"},
		"dangling reference": {`{"actions":[{"title":"a","goal":"00000000-0000-7000-8000-00000000abcd"}]}`, "actions[0].goal", "no goal"},
		"dangling person":    {`{"actions":[{"title":"a","owner":"00000000-0000-7000-8000-00000000abcd"}]}`, "actions[0].owner", "no person"},
		"dangling handle":    {`{"actions":[{"title":"a","goal":"#g"}]}`, "actions[0].goal", "#g"},
		"unknown id":         {`{"actions":[{"id":"x","title":"a"}]}`, "actions[0].id", "no action"},
		"wrong kind of id":   {`{"actions":[{"id":"w","title":"a"}]}`, "actions[0].id", "no action"},
		"other workshop":     {`{"workshop":{"id":"v"}}`, "workshop.id", "another workshop"},
		"missing title":      {`{"actions":[{"detail":"a"}]}`, "actions[0].title", "empty"},
		"generated":          {`{"actions":[{"title":"a","number":7}]}`, "actions[0].number", "given by the app"},
		"twice":              {`{"actions":[{"title":"a","title":"b"}]}`, "", "stands twice"},
		"bad date":           {`{"actions":[{"title":"a","due":"22.11.2026"}]}`, "actions[0].due", "2026-11-22"},
		"invalid UTF-8":      {"{\"actions\":[{\"title\":\"a\xff\"}]}", "", "UTF-8 at byte 23"},
		"half a surrogate":   {`{"actions":[{"title":"a\ud83d"}]}`, "", "half a character"},
		"not JSON":           {"{\n\"actions\":[{]}", "", "line 2"},
		"cut off":            {`{"actions":[`, "", "ends too early"},
		"empty":              {``, "", "ends too early"},
		"two documents":      {`{} {}`, "", "more than one"},
		"a list":             {`[1]`, "", "must be an object"},
		"null":               {`null`, "", "must be an object"},
		"too deep":           {strings.Repeat("[", 40), "", "deeper than 32"},
		"control character":  {`{"actions":[{"title":"a\u0007"}]}`, "actions[0].title", "U+0007"},
		"unknown in a gate":  {`{"workshop":{"gates":{"group_committed":{"met":true,"evidense":"x"}}}}`, "workshop.gates.group_committed", "evidense"},
		"unknown gate":       {`{"workshop":{"gates":{"group_comitted":{"met":true}}}}`, "workshop.gates", "no gate"},
		"unknown in answer":  {`{"rounds":[{"id":"#r","title":"r"}],"responses":[{"round":"#r","answers":{"L1":{"nov":3}}}]}`, "responses[0].answers.L1", "nov"},
		"no list of cells":   {`{"cards":[{"canvas":"c","cells":["a"]}]}`, "cards[0].cells", "an object"},
		"two people":         {`{"people":[{"name":"Lena Vogt"}],"stakeholders":[{"name":"Lena Vogt","person":"Ola Brekke"}]}`, "stakeholders[0].name", "somebody else"},
		"invisible":          {`{"actions":[{"title":" \u200b\u2060 "}]}`, "actions[0].title", "empty"},
		"cell":               {`{"cards":[{"canvas":"c","cells":{"a":{"b":1}}}]}`, "cards[0].cells", "a: is neither"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			before := show(t, s)
			_, err := Apply(s, strings.NewReader(c.doc))
			var p *Problem
			if !errors.As(err, &p) || p.Place != c.place || !strings.Contains(p.Reason, c.reason) {
				t.Errorf("got %v, want %s: ...%s...", err, c.place, c.reason)
			}
			if got := show(t, s); got != before {
				t.Errorf("something was kept: %s", got)
			}
		})
	}
}

func TestApplyRefusesAnIDGivenTwice(t *testing.T) {
	s := open(t)
	res, err := Apply(s, strings.NewReader(`{"actions":[{"title":"a"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	before, id := show(t, s), string(res.IDs["actions"][0])
	_, err = Apply(s, strings.NewReader(`{"actions":[{"id":"`+id+`","title":"b"},{"id":"`+id+`","title":"c"}]}`))
	var p *Problem
	if !errors.As(err, &p) || p.Place != "actions[1].id" || !strings.Contains(p.Reason, "actions[0]") || show(t, s) != before {
		t.Errorf("got %v", err)
	}
}

func TestEntriesChangeOneByOne(t *testing.T) {
	s := open(t)
	res, err := Apply(s, strings.NewReader(`{"workshop":{"gates":{"group_committed":{"met":true}}},"cards":[{"canvas":"c","cells":{"a":"x","b":1,"none":null}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Apply(s, strings.NewReader(`{"workshop":{"gates":{"problem_indicator":{"met":true}}},"cards":[{"id":"`+string(res.IDs["cards"][0])+`","cells":{"b":null,"c":true}}]}`))
	if err != nil || again.Changed != 2 {
		t.Fatalf("%+v %v", again, err)
	}
	s.Read(func(w *workshop.Workshop) {
		if got := workshop.All[workshop.Card](w)[0].Cells; len(got) != 2 || got["a"] != "x" || got["c"] != true {
			t.Errorf("cells %v", got)
		}
		if got := w.Charter().Gates; len(got) != 2 {
			t.Errorf("gates %v", got)
		}
	})
}

func TestStakeholderHasTheCodeOfThePerson(t *testing.T) {
	s := open(t)
	_, err := Apply(s, strings.NewReader(`{"people":[{"id":"#p","name":"Lena Vogt"}],
		"stakeholders":[{"person":"#p"},{"person":"Ola Brekke"},{"name":"Tove Lie","person":"Tove Lie"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	s.Read(func(w *workshop.Workshop) {
		for _, st := range workshop.All[workshop.Stakeholder](w) {
			p := workshop.Find[workshop.Person](w, st.Person)
			if p == nil || p.Code != st.Code || st.Name != "" {
				t.Errorf("%+v is %+v", st, p)
			}
		}
	})
}

func TestFilesFromWindows(t *testing.T) {
	s := open(t)
	if _, err := Apply(s, strings.NewReader("\ufeff{\r\n\"actions\":[{\"title\":\"a\",\"detail\":\"one\\r\\ntwo\"}]}\r\n")); err != nil {
		t.Fatal(err)
	}
	s.Read(func(w *workshop.Workshop) {
		if got := workshop.All[workshop.Action](w)[0].Detail; got != "one\ntwo" {
			t.Errorf("detail %q", got)
		}
	})
}

func TestApplyRefusesTooMuch(t *testing.T) {
	s := open(t)
	_, err := Apply(s, &spaces{left: 200 << 20})
	if err == nil || !strings.Contains(err.Error(), "larger than 64 MB") {
		t.Errorf("got %v", err)
	}
}

// spaces is a document of blanks.
type spaces struct{ left int }

func (s *spaces) Read(b []byte) (int, error) {
	n := min(len(b), s.left)
	for i := range n {
		b[i] = ' '
	}
	s.left -= n
	return n, nil
}

func FuzzApply(f *testing.F) {
	f.Add(event(f))
	f.Add(`{"people":[{"id":"#a","name":"b"}],"actions":[{"title":"c","owner":"#a"}]}`)
	f.Fuzz(func(t *testing.T, doc string) {
		s := open(t)
		before := show(t, s)
		if _, err := Apply(s, strings.NewReader(doc)); err != nil && show(t, s) != before {
			t.Error("a refused document left something")
		}
		if !json.Valid([]byte(show(t, s))) {
			t.Error("show is not JSON")
		}
	})
}

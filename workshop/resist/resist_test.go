package resist

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

const today workshop.Date = "2026-11-22"

func num(n int) *int { return &n }

func TestBands(t *testing.T) {
	for priority, want := range map[int]Band{0: KeepWarm, 1: Watch, 5: Watch, 6: Plan, 11: Plan, 12: Act, 20: Act} {
		if got := BandOf(priority); got != want {
			t.Errorf("BandOf(%d) = %q, want %q", priority, got, want)
		}
	}
}

func TestJudge(t *testing.T) {
	cared := workshop.Stakeholder{RelationshipOwner: "p", Response: "Talk", NextContact: "2026-11-25", Evidence: "said so"}
	with := func(now, needed *int, influence, confidence int, change func(*workshop.Stakeholder)) workshop.Stakeholder {
		s := cared
		s.SupportNow, s.SupportNeeded, s.Influence, s.Confidence = now, needed, influence, confidence
		if change != nil {
			change(&s)
		}
		return s
	}
	bare := func(s *workshop.Stakeholder) {
		s.RelationshipOwner, s.Response, s.NextContact, s.Evidence = "", "", "", ""
	}
	cases := []struct {
		name          string
		s             workshop.Stakeholder
		rated         workshop.Date
		gap, priority int
		band          Band
		actNow        bool
		listenFirst   bool
		flags         []Flag
	}{
		{"the largest there is", with(num(-2), num(2), 5, 3, nil), today, 4, 20, Act, true, false, nil},
		{"twelve is act, without override", with(num(-1), num(2), 4, 3, nil), today, 3, 12, Act, false, false, nil},
		{"eleven does not exist; ten is plan", with(num(0), num(2), 5, 2, nil), today, 2, 10, Plan, false, false, nil},
		{"strongly against and influential overrides plan", with(num(-2), num(0), 4, 3, nil), today, 2, 8, Plan, true, false, nil},
		{"strongly against, influence 3, does not", with(num(-2), num(0), 3, 3, nil), today, 2, 6, Plan, false, false, nil},
		{"against, influence 5, does not", with(num(-1), num(0), 5, 3, nil), today, 1, 5, Watch, false, false, nil},
		{"strongly against and nothing more needed", with(num(-2), num(-2), 5, 3, nil), today, 0, 0, KeepWarm, true, false, nil},
		{"a guess from six on asks to listen", with(num(0), num(2), 3, 1, nil), today, 2, 6, Plan, false, true, nil},
		{"a guess below six does not", with(num(1), num(2), 5, 1, nil), today, 1, 5, Watch, false, false, nil},
		{"more support than needed is no gap", with(num(2), num(0), 5, 3, nil), today, 0, 0, KeepWarm, false, false, nil},
		{"needed is not known", with(num(-1), nil, 5, 3, nil), today, 0, 0, KeepWarm, false, false, nil},
		{"nobody cares for a high priority", with(num(-1), num(2), 2, 2, bare), today, 3, 6, Plan, false, false,
			[]Flag{NoOwner, NoResponse, NoNextContact, NoEvidence}},
		{"below six only evidence is asked for", with(num(1), num(2), 5, 2, bare), today, 1, 5, Watch, false, false, []Flag{NoEvidence}},
		{"29 days are not stale", with(num(0), num(0), 1, 2, nil), "2026-10-24", 0, 0, KeepWarm, false, false, nil},
		{"30 days are", with(num(0), num(0), 1, 2, nil), "2026-10-23", 0, 0, KeepWarm, false, false, []Flag{Stale}},
		{"nobody has rated", with(nil, nil, 0, 0, bare), "", 0, 0, KeepWarm, false, false, nil},
		{"support without influence is not a rating", with(num(-2), num(2), 0, 1, bare), today, 4, 0, KeepWarm, false, false, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var ratings []workshop.Rating
			if c.rated != "" {
				ratings = []workshop.Rating{{Date: "2026-01-01"}, {Date: c.rated}}
			}
			e := Judge(&c.s, ratings, today)
			if e.Gap != c.gap || e.Priority != c.priority || e.Band != c.band {
				t.Errorf("gap %d, priority %d, band %q; want %d, %d, %q", e.Gap, e.Priority, e.Band, c.gap, c.priority, c.band)
			}
			if e.ActNow != c.actNow || e.ListenFirst != c.listenFirst {
				t.Errorf("act now %v, listen first %v; want %v, %v", e.ActNow, e.ListenFirst, c.actNow, c.listenFirst)
			}
			if !slices.Equal(e.Flags, c.flags) {
				t.Errorf("flags %q, want %q", e.Flags, c.flags)
			}
		})
	}
}

// quiet is a journal that keeps nothing.
type quiet struct{ n int64 }

func (q *quiet) Next() int64          { q.n++; return q.n }
func (q *quiet) Write(workshop.Batch) {}

// room is a session whose day can be set.
type room struct {
	*workshop.Session
	day time.Time
	t   *testing.T
}

func newRoom(t *testing.T) *room {
	r := &room{t: t, day: time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)}
	n := 0
	r.Session = workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(func() time.Time { return r.day }, "desk", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%03d", n)) },
	}, &quiet{})
	r.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Changeover"})
		return nil
	})
	return r
}

func (r *room) do(f func(*workshop.Edit) error) {
	r.t.Helper()
	if err := r.Do("test", f); err != nil {
		r.t.Fatal(err)
	}
}

func (r *room) rate(day string, id workshop.ID, now, influence int) {
	r.t.Helper()
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		r.t.Fatal(err)
	}
	r.day = at.Add(9 * time.Hour)
	r.do(func(e *workshop.Edit) error {
		s, err := workshop.Modify[workshop.Stakeholder](e, id)
		if err != nil {
			return err
		}
		s.SupportNow, s.SupportNeeded, s.Influence = num(now), num(2), influence
		return nil
	})
}

func (r *room) report() Report {
	r.t.Helper()
	var out Report
	var err error
	r.Read(func(w *workshop.Workshop) { out, err = Of(w, today) })
	if err != nil {
		r.t.Fatal(err)
	}
	return out
}

func TestReport(t *testing.T) {
	r := newRoom(t)
	ids := map[string]workshop.ID{}
	r.do(func(e *workshop.Edit) error {
		for _, name := range []string{"Night shift", "Planning", "Works council", "Gone", "Unasked"} {
			ids[name] = e.Add(&workshop.Stakeholder{Name: name, Size: 9})
		}
		return nil
	})
	r.rate("2026-10-01", ids["Night shift"], -2, 4) // -8 of 8
	r.rate("2026-10-01", ids["Gone"], -2, 5)
	r.rate("2026-10-10", ids["Planning"], 1, 2)      // +2
	r.rate("2026-11-01", ids["Works council"], 0, 4) // 0
	r.rate("2026-11-10", ids["Night shift"], 1, 4)   // +4
	r.do(func(e *workshop.Edit) error {
		s, err := workshop.Modify[workshop.Stakeholder](e, ids["Gone"])
		if err != nil {
			return err
		}
		s.Retired = true
		return nil
	})
	got := r.report()

	// 4x1 + 2x1 + 4x0 = 6 of 2x(4+2+4) = 20.
	if got.Index != 0.3 || got.Positive != 6 || got.Negative != 0 || got.Rated != 3 {
		t.Errorf("index %v, %d, %d of %d; want 0.3, 6, 0 of 3", got.Index, got.Positive, got.Negative, got.Rated)
	}
	// Council 4x2 = 8, night shift 4x1 = 4, planning 2x1 = 2, unasked 0; the retired are gone.
	var order []string
	for _, e := range got.Stakeholders {
		for name, id := range ids {
			if id == e.ID {
				order = append(order, fmt.Sprintf("%s %d", name, e.Priority))
			}
		}
	}
	if want := []string{"Works council 8", "Night shift 4", "Planning 2", "Unasked 0"}; !slices.Equal(order, want) {
		t.Errorf("order %q, want %q", order, want)
	}
	if got.Stale != 1 || !got.Stakeholders[2].Has(Stale) {
		t.Errorf("%d stale, want planning alone, rated 43 days ago", got.Stale)
	}
	want := []Point{
		{"2026-10-01", -1, 0, -8, 1},
		{"2026-10-10", -0.5, 2, -8, 2}, // -6 of 12
		{"2026-11-01", -0.3, 2, -8, 3}, // -6 of 20
		{"2026-11-10", 0.3, 6, 0, 3},
	}
	if !slices.Equal(got.Trend, want) {
		t.Errorf("trend %v, want %v", got.Trend, want)
	}
	for _, a := range workshop.Audiences {
		rep := OfView(r.View(a), today)
		if known := len(rep.Stakeholders) > 0; known != (a == workshop.Facilitator) {
			t.Errorf("the view of the %s ranks %d stakeholders", a, len(rep.Stakeholders))
		}
	}
}

func TestTiesGoToInfluenceThenCode(t *testing.T) {
	s := func(code string, influence, now, needed int) *workshop.Stakeholder {
		return &workshop.Stakeholder{Code: code, Influence: influence, SupportNow: num(now), SupportNeeded: num(needed)}
	}
	got := rank([]*workshop.Stakeholder{s("Rowan", 2, 0, 2), s("Cedar", 2, 0, 2), s("Alder", 4, 1, 2)}, nil, today)
	var codes []string
	for _, e := range got {
		codes = append(codes, e.Code)
	}
	if want := []string{"Alder", "Cedar", "Rowan"}; !slices.Equal(codes, want) {
		t.Errorf("order %q, want %q", codes, want)
	}
}

func TestJSONHasTheKeysOfTheCommandLine(t *testing.T) {
	empty, err := json.Marshal(newRoom(t).report())
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"index":0,"positive":0,"negative":0,"rated":0,"stale":0,"stakeholders":[],"trend":[]}`; string(empty) != want {
		t.Errorf("an empty map is %s", empty)
	}
	e := Judge(&workshop.Stakeholder{Code: "Cedar"}, nil, today)
	b, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":"","code":"Cedar","now":null,"needed":null,"influence":0,"gap":0,"priority":0,"band":"keep warm","act_now":false,"listen_first":false,"flags":[],"rated":false}`
	if string(b) != want {
		t.Errorf("an entry is %s", b)
	}
}

func TestEveryCauseHasResponses(t *testing.T) {
	f, ok := workshop.FieldOf(workshop.KindStakeholder, "cause")
	if !ok {
		t.Fatal("stakeholders have no cause")
	}
	for _, cause := range f.Choices {
		list := Responses(cause)
		if len(list) < 2 {
			t.Errorf("%s has %d responses", cause, len(list))
		}
		for _, r := range list {
			if err := workshop.CheckText(r.Title, workshop.MaxText, false); err != nil || r.Title == "" || !strings.HasSuffix(r.How, ".") {
				t.Errorf("%s: %q / %q is not a title and a sentence (%v)", cause, r.Title, r.How, err)
			}
		}
	}
	if len(responses) != len(f.Choices) {
		t.Errorf("%d causes have responses, %d exist", len(responses), len(f.Choices))
	}
	if got := Responses("no such cause"); len(got) != 0 {
		t.Errorf("an unknown cause has %v", got)
	}
}

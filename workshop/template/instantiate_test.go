package template

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
)

// forgetful is a journal that keeps nothing.
type forgetful struct{ seq int64 }

func (j *forgetful) Next() int64          { j.seq++; return j.seq }
func (j *forgetful) Write(workshop.Batch) {}

func newSession() *workshop.Session {
	n := 0
	return workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock:  workshop.NewClock(func() time.Time { return time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC) }, "d", workshop.Stamp{}),
		NewID:  func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("d-%06d", n)) },
		Author: "d",
	}, &forgetful{})
}

func start(t *testing.T, s *workshop.Session, id string, o Options) error {
	t.Helper()
	tpl, ok := loadBuiltin(t).ByID(id)
	if !ok {
		t.Fatalf("no template %s", id)
	}
	return s.Do("New workshop", func(e *workshop.Edit) error { return Instantiate(e, tpl, o) })
}

func TestInstantiateGivesTheAgenda(t *testing.T) {
	for _, tpl := range loadBuiltin(t).All() {
		t.Run(tpl.ID, func(t *testing.T) {
			s := newSession()
			if err := start(t, s, tpl.ID, Options{Title: "Pump line changeover", Client: "Norvik Pumps", Start: "2026-11-17"}); err != nil {
				t.Fatal(err)
			}
			s.Read(func(w *workshop.Workshop) {
				c := w.Charter()
				if c == nil || c.Title != "Pump line changeover" || c.Client != "Norvik Pumps" || c.Start != "2026-11-17" || c.Template != tpl.ID ||
					c.TemplateVersion != tpl.Version || c.WorkshopKind != tpl.Kind || c.Days != tpl.Days || c.Status != workshop.StatusPlanned || c.Language != "en" {
					t.Errorf("charter is %+v", c)
				}
				var want, got []string
				for _, p := range tpl.Phases {
					for _, s := range p.Steps {
						want = append(want, fmt.Sprint(s.ID, p.ID, p.Day, s.Title, s.Minutes, workshop.StepTodo))
					}
				}
				for _, r := range w.Records(workshop.KindStep) {
					x := r.(*workshop.Step)
					got = append(got, fmt.Sprint(x.TemplateStep, x.Phase, x.Day, x.Title, x.Minutes, x.Status))
					if x.Purpose != "" || x.Say != nil || x.Do != nil || x.Outputs != nil {
						t.Errorf("step %s has a guide of its own", x.TemplateStep)
					}
				}
				if strings.Join(got, "\n") != strings.Join(want, "\n") {
					t.Errorf("steps are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			})
		})
	}
}

func TestInstantiatePlansTheReviews(t *testing.T) {
	for _, test := range []struct{ id, start, want string }{
		{"kaizen-workshop-3", "2026-11-17", "30 2026-12-19, 60 2027-01-18, 90 2027-02-17"},
		{"kaikaku-kickoff-2", "2026-11-03", "30 2026-12-04, 60 2027-01-03, custom 2027-02-12"},
		{"kaizen-workshop-1", "", "30 , 60 , 90 "},
		{"blank", "2026-11-17", ""},
	} {
		s := newSession()
		if err := start(t, s, test.id, Options{Start: workshop.Date(test.start)}); err != nil {
			t.Fatal(err)
		}
		s.Read(func(w *workshop.Workshop) {
			var got []string
			for _, r := range w.Records(workshop.KindReview) {
				x := r.(*workshop.Review)
				got = append(got, x.ReviewKind+" "+string(x.Planned))
			}
			if strings.Join(got, ", ") != test.want {
				t.Errorf("%s: reviews are %v, want %s", test.id, got, test.want)
			}
		})
	}
}

func TestInstantiateTakesTheTemplatesTitle(t *testing.T) {
	s := newSession()
	if err := start(t, s, "blank", Options{}); err != nil {
		t.Fatal(err)
	}
	s.Read(func(w *workshop.Workshop) {
		if got := w.Charter().Title; got != "Blank workshop" {
			t.Errorf("title is %q", got)
		}
	})
}

func TestInstantiateRefusesAWorkshopThatHasBegun(t *testing.T) {
	s := newSession()
	if err := start(t, s, "blank", Options{Title: "First"}); err != nil {
		t.Fatal(err)
	}
	if err := start(t, s, "kaizen-workshop-1", Options{Title: "Second"}); !errors.Is(err, ErrBegun) {
		t.Fatalf("error is %v", err)
	}
	s.Read(func(w *workshop.Workshop) {
		if w.Charter().Title != "First" || len(w.Records(workshop.KindStep)) != 4 {
			t.Error("the first workshop was changed")
		}
	})
}

func TestInstantiateRefusesABadDateWhole(t *testing.T) {
	s := newSession()
	var invalid *workshop.Invalid
	if err := start(t, s, "blank", Options{Start: "17 November"}); !errors.As(err, &invalid) || invalid.Field != "start" {
		t.Fatalf("error is %v", err)
	}
	s.Read(func(w *workshop.Workshop) {
		if w.Len() != 0 {
			t.Errorf("%d records were kept", w.Len())
		}
	})
}

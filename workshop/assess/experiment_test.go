package assess

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/figure"
)

type nowhere struct{ seq int64 }

func (n *nowhere) Next() int64          { n.seq++; return n.seq }
func (n *nowhere) Write(workshop.Batch) {}

func session(t *testing.T) *workshop.Session {
	t.Helper()
	n := 0
	s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock:    workshop.NewClock(func() time.Time { return time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC) }, "a", workshop.Stamp{}),
		NewID:    func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("%06d", n)) },
		RandomID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("%08d-0000-4000-8000-000000000000", n)) },
	}, &nowhere{})
	if err := s.Do("new", func(e *workshop.Edit) error { e.Add(&workshop.Charter{Title: "t"}); return nil }); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestGapsBecomeAtMostThreeExperiments(t *testing.T) {
	s, q := session(t), engagement(t)
	var lena workshop.ID
	try := func(item string) (id workshop.ID, err error) {
		err = s.Do("experiment", func(e *workshop.Edit) (err error) {
			id, err = Experiment(e, q, Try{Item: item, Owner: lena, Promise: true, Theme: true}, "2026-11-28")
			return err
		})
		return id, err
	}
	if err := s.Do("people", func(e *workshop.Edit) error { lena = e.Add(&workshop.Person{Name: "Lena"}); return nil }); err != nil {
		t.Fatal(err)
	}
	first, err := try("T3")
	if err != nil {
		t.Fatal(err)
	}
	if again, err := try("T3"); err != nil || again != first {
		t.Errorf("the same gap again: %v %v", again, err)
	}
	for _, item := range []string{"P4", "L2"} {
		if _, err := try(item); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := try("E1"); !errors.Is(err, ErrEnough) {
		t.Errorf("a fourth: %v", err)
	}
	if _, err := try("X1"); err == nil {
		t.Error("there is no statement X1")
	}
	s.Read(func(w *workshop.Workshop) {
		actions, reviews, promises := workshop.All[workshop.Action](w), workshop.All[workshop.Review](w), workshop.All[workshop.Commitment](w)
		if len(actions) != 3 || actions[0].Due != "2026-12-28" || actions[0].Start != "2026-11-28" || actions[0].Source != "T3" || actions[0].Category != "experiment" {
			t.Errorf("%+v", actions[0])
		}
		if len(reviews) != 1 || reviews[0].Planned != "2027-02-26" {
			t.Errorf("%d reviews", len(reviews))
		}
		if len(promises) != 1 || promises[0].Resource != "time" {
			t.Errorf("%d commitments; a gap in resources makes one", len(promises))
		}
	})
	err = s.Do("done", func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, first)
		a.Status = workshop.ActionDone
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := try("E1"); err != nil {
		t.Errorf("with one done there is room for another: %v", err)
	}
}

func TestAGapFeedsPromisesAndThemes(t *testing.T) {
	s, q := session(t), engagement(t)
	var owner, round workshop.ID
	do := func(f func(e *workshop.Edit) error) {
		t.Helper()
		if err := s.Do("do", f); err != nil {
			t.Fatal(err)
		}
	}
	do(func(e *workshop.Edit) error {
		owner = e.Add(&workshop.Person{Name: "Lena"})
		round = e.Add(&workshop.Round{Title: "Round", Date: "2026-11-02"})
		return nil
	})
	do(func(e *workshop.Edit) error {
		_, err := Experiment(e, q, Try{Item: "T3", Round: round, Owner: owner, Start: "2026-12-01", Due: "2026-12-20", Promise: true, Theme: true}, "2026-11-28")
		return err
	})
	do(func(e *workshop.Edit) error {
		_, err := Experiment(e, q, Try{Item: "P4", Round: round, Owner: owner, Promise: true, Theme: true}, "2026-11-28")
		return err
	})
	if err := s.Do("bad", func(e *workshop.Edit) error {
		_, err := Experiment(e, q, Try{Item: "L1", Start: "2026-12-01", Due: "2026-11-30"}, "2026-11-28")
		return err
	}); !errors.Is(err, ErrDates) {
		t.Errorf("an experiment that ends before it begins: %v", err)
	}
	s.Read(func(w *workshop.Workshop) {
		actions, themes, promises, reviews := workshop.All[workshop.Action](w), workshop.All[workshop.Stakeholder](w), workshop.All[workshop.Commitment](w), workshop.All[workshop.Review](w)
		if len(actions) != 2 || actions[0].Owner != owner || actions[0].Start != "2026-12-01" || actions[0].Due != "2026-12-20" {
			t.Errorf("%+v", actions)
		}
		if len(themes) != 1 || themes[0].Cause != "fear of loss" || themes[0].Person != "" || themes[0].Rated() || themes[0].EvidenceDate != "2026-11-02" {
			t.Errorf("%+v", themes)
		}
		if len(promises) != 1 || promises[0].Who != owner || promises[0].CheckDate != "2026-12-28" {
			t.Errorf("%+v", promises)
		}
		if len(reviews) != 1 || reviews[0].Planned != "2027-03-01" {
			t.Errorf("%+v", reviews)
		}
		if len(Running(w, q)) != 2 {
			t.Error("both are being worked on")
		}
	})
	for range 2 { // each gap is one step
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	s.Read(func(w *workshop.Workshop) {
		if n := len(w.Records(workshop.KindAction)) + len(w.Records(workshop.KindStakeholder)) + len(w.Records(workshop.KindCommitment)) + len(w.Records(workshop.KindReview)); n != 0 {
			t.Errorf("%d records are left after two undos", n)
		}
	})
}

func TestEveryGapThatFeedsSomethingIsThere(t *testing.T) {
	q := engagement(t)
	var promises, themes string
	for _, it := range q.Items {
		p, th := it.Feeds()
		if p {
			promises += it.ID + " "
		}
		if th {
			themes += it.ID + " "
			if f, _ := workshop.FieldOf(workshop.KindStakeholder, "cause"); !slices.Contains(f.Choices, it.Cause()) {
				t.Errorf("%s: the map knows no cause %q", it.ID, it.Cause())
			}
		}
	}
	if promises != "L4 P4 T4 " || themes != "L3 P3 E3 T3 " {
		t.Errorf("promises of %s, themes of %s", promises, themes)
	}
}

func TestPicturesSayWhatIsHidden(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 9))
	said := func(f figure.Figure) string {
		var out []string
		for _, s := range f.Shapes {
			if x, ok := s.(figure.Text); ok {
				out = append(out, x.Text)
			}
		}
		return strings.Join(out, "|")
	}
	frame := figure.Frame{W: 700, H: 320, Text: 12}
	for _, c := range []struct {
		n      int
		hidden bool
	}{{1, true}, {4, true}, {5, false}, {12, false}, {500, false}} {
		res := of(t, closed("r", "2026-11-01"), several(t, rnd, c.n, "r", "report", "", ""))
		heat, radar := said(res.Heat(Lens{}, nil, EnglishPictures(), frame)), said(res.Radar(Lens{}, nil, EnglishPictures(), frame))
		if strings.Contains(heat, "hidden") != c.hidden || strings.Contains(radar, "hidden") != c.hidden || strings.Contains(heat, "gap ") == c.hidden || strings.Contains(radar, "Others, now") == c.hidden {
			t.Errorf("%d answers: %s\n%s", c.n, heat, radar)
		}
	}
}

package assess

import (
	"errors"
	"fmt"
	"math/rand/v2"
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
	try := func(item string) (id workshop.ID, err error) {
		err = s.Do("experiment", func(e *workshop.Edit) (err error) { id, err = Experiment(e, q, item, "2026-11-28"); return err })
		return id, err
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
		heat, radar := said(res.Heat(EnglishPictures(), frame)), said(res.Radar(EnglishPictures(), frame))
		if strings.Contains(heat, "hidden") != c.hidden || strings.Contains(radar, "hidden") != c.hidden || strings.Contains(heat, "gap ") == c.hidden || strings.Contains(radar, "Others, now") == c.hidden {
			t.Errorf("%d answers: %s\n%s", c.n, heat, radar)
		}
	}
}

package sample

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/picture"
	"nemawashi.app/workshop/template"
)

func templateOf(t testing.TB, w *workshop.Workshop) *template.Template {
	t.Helper()
	tpl, ok := builtin(t).ByID(w.Charter().Template)
	if !ok {
		t.Fatalf("there is no template %q", w.Charter().Template)
	}
	return tpl
}

// TestEveryCanvasIsFilled checks the cards against what their canvases declare,
// which the records themselves do not know.
func TestEveryCanvasIsFilled(t *testing.T) {
	each(t, func(t testing.TB, w *workshop.Workshop) {
		tpl := templateOf(t, w)
		cards := map[string][]*workshop.Card{}
		for _, c := range workshop.All[workshop.Card](w) {
			cards[c.Canvas] = append(cards[c.Canvas], c)
		}
		for i := range tpl.Canvases {
			canvas := &tpl.Canvases[i]
			of := cards[canvas.ID]
			delete(cards, canvas.ID)
			if len(of) == 0 || canvas.Shape == template.ShapeForm && len(of) != 1 {
				t.Errorf("%s: canvas %s has %d cards", tpl.ID, canvas.ID, len(of))
			}
			columns := map[string]bool{}
			for _, c := range of {
				columns[c.Column] = true
				checkCard(t, w, canvas, c)
			}
			for _, col := range canvas.Columns {
				if !columns[col.ID] {
					t.Errorf("%s: column %s of %s is empty", tpl.ID, col.ID, canvas.ID)
				}
			}
		}
		for canvas := range cards {
			t.Errorf("%s has no canvas %q", tpl.ID, canvas)
		}
	})
}

func checkCard(t testing.TB, w *workshop.Workshop, canvas *template.Canvas, c *workshop.Card) {
	t.Helper()
	if known := slices.ContainsFunc(canvas.Columns, func(col template.Column) bool { return col.ID == c.Column }); known != (len(canvas.Columns) > 0) {
		t.Errorf("%s has no column %q", canvas.ID, c.Column)
	}
	left := len(c.Cells)
	for i := range canvas.Cells {
		cell := &canvas.Cells[i]
		v, ok := c.Cells[cell.ID]
		if !ok {
			if cell.Required {
				t.Errorf("%s: %s is missing in %v", canvas.ID, cell.ID, c.Cells)
			}
			continue
		}
		left--
		if !fits(w, cell, v) {
			t.Errorf("%s.%s: %v is no %s", canvas.ID, cell.ID, v, cell.Type)
		}
	}
	if left != 0 {
		t.Errorf("%s does not have all the cells of %v", canvas.ID, c.Cells)
	}
}

func fits(w *workshop.Workshop, cell *template.Cell, v any) bool {
	if n, ok := v.(float64); ok {
		bounded := cell.Min != 0 || cell.Max != 0
		inside := !bounded || n >= float64(cell.Min) && n <= float64(cell.Max)
		return (cell.Type == template.TypeInt || cell.Type == template.TypeMoney) && n == math.Trunc(n) && inside
	}
	if _, ok := v.(bool); ok {
		return cell.Type == template.TypeBool
	}
	s, _ := v.(string)
	switch cell.Type {
	case template.TypeText:
		return workshop.CheckText(s, workshop.MaxText, false) == nil && s != ""
	case template.TypeNote:
		return s != ""
	case template.TypeDate:
		_, err := workshop.ParseDate(s)
		return err == nil
	case template.TypePerson:
		return workshop.Find[workshop.Person](w, workshop.ID(s)) != nil
	case template.TypeChoice:
		return slices.ContainsFunc(cell.Choices, func(c template.Choice) bool { return c.ID == s })
	}
	return false
}

// handle is what the loader should have replaced.
var handle = regexp.MustCompile(`^(#[a-z]|step:|review:)`)

// TestWordsAreFinished looks for what must not stand in a text that people read:
// handles, ids, straight quotation marks, dates that would grow old.
func TestWordsAreFinished(t *testing.T) {
	month := regexp.MustCompile(`\b\d{1,2}\.? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|September|October|November`)
	each(t, func(t testing.TB, w *workshop.Workshop) {
		w.View(workshop.Facilitator, nil).Texts(func(k workshop.Kind, _ workshop.ID, field, text string) {
			if handle.MatchString(text) || strings.Contains(text, `"`) || month.MatchString(text) || strings.TrimSpace(text) != text {
				t.Errorf("%s.%s: %q", k, field, text)
			}
		})
	})
}

// TestAgenda checks that the workshops have been held: each step with its
// times, one after the other, and outputs that the template asks for.
func TestAgenda(t *testing.T) {
	each(t, func(t testing.TB, w *workshop.Workshop) {
		tpl := templateOf(t, w)
		ended := map[string]time.Time{}
		for _, s := range workshop.All[workshop.Step](w) {
			guide, ok := tpl.Step(s.TemplateStep)
			if !ok {
				t.Fatalf("%s has no step %q", tpl.ID, s.TemplateStep)
			}
			for _, o := range s.OutputsDone {
				if !slices.Contains(guide.Outputs, o) {
					t.Errorf("%s: %q is no output", s.TemplateStep, o)
				}
			}
			if s.Day == template.DaySustain {
				if s.Status != workshop.StepTodo {
					t.Errorf("%s is %s before its day", s.TemplateStep, s.Status)
				}
				continue
			}
			from, e1 := time.Parse(time.RFC3339, s.Started)
			to, e2 := time.Parse(time.RFC3339, s.Ended)
			if e1 != nil || e2 != nil || s.Status != workshop.StepDone || len(s.OutputsDone) == 0 {
				t.Errorf("%s is %s from %q to %q with %d outputs", s.TemplateStep, s.Status, s.Started, s.Ended, len(s.OutputsDone))
				continue
			}
			if took := int(to.Sub(from).Minutes()); took < s.Minutes*3/4 || took > s.Minutes*5/4 {
				t.Errorf("%s took %d minutes of %d", s.TemplateStep, took, s.Minutes)
			}
			if s.Day == template.DayPrepare {
				continue
			}
			day := s.Started[:10]
			if from.Before(ended[day]) || workshop.Date(day) != w.Charter().Start.AddDays(s.Day-1) {
				t.Errorf("%s began at %s, the one before it ended at %s", s.TemplateStep, from, ended[day])
			}
			ended[day] = to
		}
	})
}

// TestRest counts what has no test of its own.
func TestRest(t *testing.T) {
	sessions := engagement(t, anchor)
	for _, s := range sessions {
		s.Read(func(w *workshop.Workshop) {
			c := w.Charter()
			if c.Status != workshop.StatusFollowingUp || c.Sponsor == "" || len(c.Facilitators) == 0 || c.Problem == "" || c.Objective == "" ||
				c.ScopeIn == "" || c.ScopeOut == "" || c.Currency == "" || c.Confidentiality == "" || c.RetainUntil == "" || c.Site == "" || c.Programme == "" {
				t.Errorf("%s: the charter is not complete", c.Title)
			}
			for _, g := range workshop.Gates {
				if c.Gates[g].Evidence == "" {
					t.Errorf("%s: gate %s without evidence", c.Title, g)
				}
			}
			personal, promised := 0, 0
			for _, x := range workshop.All[workshop.Commitment](w) {
				if x.Personal {
					personal++
				} else if x.Promised > 0 && x.ReleasedBy != "" {
					promised++
				}
			}
			readings := map[workshop.ID]int{}
			for _, r := range workshop.All[workshop.Reading](w) {
				if r.Date > latest || r.Value == nil {
					t.Errorf("reading %+v", r)
				}
				readings[r.Measure]++
			}
			for _, m := range workshop.All[workshop.Measure](w) {
				if m.Baseline == nil || m.Target == nil || readings[m.ID] < 2 {
					t.Errorf("%s: %d readings", m.Name, readings[m.ID])
				}
			}
			goals := workshop.All[workshop.Goal](w)
			if len(goals) < 3 || personal < 3 || promised < 5 || len(readings) < 3 || len(workshop.All[workshop.Person](w)) < 18 {
				t.Errorf("%s: %d goals, %d personal commitments, %d promises, %d measures with readings", c.Title, len(goals), personal, promised, len(readings))
			}
		})
	}
	sessions[0].Read(func(w *workshop.Workshop) {
		rounds, responses := workshop.All[workshop.Round](w), workshop.All[workshop.Response](w)
		if len(rounds) != 2 || !rounds[0].Closed() || !rounds[1].Closed() {
			t.Fatalf("%d rounds, %d responses", len(rounds), len(responses))
		}
		selves, others := 0, 0
		for _, r := range responses {
			switch {
			case r.By == "self":
				selves++
				if workshop.Find[workshop.Person](w, workshop.ID(r.About)) == nil || len(r.Answers) != 20 {
					t.Errorf("response about %q by %s has %d answers", r.About, r.By, len(r.Answers))
				}
			case r.By != "report" || r.Unit == "" || r.Round != rounds[0].ID && r.Round != rounds[1].ID || len(r.Answers) < 12:
				t.Errorf("response by %q of %q has %d answers", r.By, r.Unit, len(r.Answers))
			default:
				others++
			}
			for item, a := range r.Answers {
				if !strings.ContainsAny(item[:1], "LPET") || a.Needed < 1 || a.Needed < a.Now {
					t.Errorf("%s: %+v", item, a)
				}
			}
		}
		if selves != 16 || others != 23 {
			t.Errorf("%d own answers of leaders, %d of others", selves, others)
		}
	})
}

// TestPhotos draws what the sample shows: a pair of the same place, and a wall.
func TestPhotos(t *testing.T) {
	for name, f := range pictures {
		data, err := f()
		if err != nil {
			t.Fatal(err)
		}
		if p, err := picture.Prepare(data); err != nil || p.Width != 1280 || len(data) > 100_000 {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
	engagement(t, anchor)[1].Read(func(w *workshop.Workshop) {
		spreads := workshop.Spreads(workshop.All[workshop.Photo](w))
		if len(spreads) != 2 || len(spreads[0]) != 2 || spreads[0][0].PhotoKind != "before" || spreads[0][1].PhotoKind != "after" || spreads[1][0].PhotoKind != "wall" {
			t.Errorf("%d spreads", len(spreads))
		}
	})
}

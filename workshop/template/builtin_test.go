package template

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func loadBuiltin(t *testing.T) *Set {
	t.Helper()
	set, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// eachStep runs the check on every step of every built-in template.
func eachStep(t *testing.T, check func(*testing.T, *Template, Phase, Step)) {
	for _, tpl := range loadBuiltin(t).All() {
		for _, phase := range tpl.Phases {
			for _, s := range phase.Steps {
				t.Run(tpl.ID+"/"+s.ID, func(t *testing.T) { check(t, tpl, phase, s) })
			}
		}
	}
}

func TestBuiltinHasEveryTemplateInOrder(t *testing.T) {
	var got []string
	for _, tpl := range loadBuiltin(t).All() {
		got = append(got, tpl.ID)
	}
	want := []string{"kaikaku-kickoff-1", "kaikaku-kickoff-2", "kaizen-workshop-1", "kaizen-workshop-3", "kaizen-workshop-5", "self-assessment-round", "blank"}
	if !slices.Equal(got, want) {
		t.Errorf("templates are %v, want %v", got, want)
	}
}

// The step list is 232 pixels wide and the guide 272: what does not fit there
// cannot be read while people talk.
func TestBuiltinGuidesFitTheRoom(t *testing.T) {
	eachStep(t, func(t *testing.T, _ *Template, _ Phase, s Step) {
		limits := []struct {
			name string
			list []string
			most int
		}{
			{"title", []string{s.Title}, 24}, {"question", []string{s.Question}, 90}, {"purpose", []string{s.Purpose}, 240},
			{"say", s.Say, 200}, {"do", s.Do, 100}, {"output", s.Outputs, 60},
		}
		for _, l := range limits {
			for _, text := range l.list {
				if n := utf8.RuneCountInString(text); n > l.most {
					t.Errorf("%s has %d characters, more than %d: %q", l.name, n, l.most, text)
				}
			}
		}
		if len(s.Do) < 3 || len(s.Do) > 5 {
			t.Errorf("has %d things to do, want 3 to 5", len(s.Do))
		}
		if len(s.Outputs) < 2 || len(s.Outputs) > 4 {
			t.Errorf("has %d outputs, want 2 to 4", len(s.Outputs))
		}
		if len(s.Tags) == 0 {
			t.Error("has no aspect and role")
		}
		if len(s.Canvases) == 0 && s.Board == "" {
			t.Error("has neither a canvas nor a board to work on")
		}
	})
}

func TestBuiltinStepsServeTheirMethod(t *testing.T) {
	eachStep(t, func(t *testing.T, tpl *Template, phase Phase, s Step) {
		if tpl.Kind == "kaikaku" && len(s.Kotter) == 0 {
			t.Error("has no Kotter step")
		}
		if tpl.Kind != "kaikaku" && s.PDCA == "" {
			t.Error("has no PDCA phase")
		}
		if (phase.Day == DaySustain) != (s.After > 0) {
			t.Errorf("is on day %d and due %d days after the event", phase.Day, s.After)
		}
	})
}

func TestBuiltinDaysCanBeSatThrough(t *testing.T) {
	total := map[string]int{}
	for _, tpl := range loadBuiltin(t).All() {
		days := map[int]int{}
		for i := range tpl.Phases {
			days[tpl.Phases[i].Day] += tpl.Phases[i].Minutes()
		}
		for day := 1; day <= tpl.Days; day++ {
			// Breaks come on top: eight hours of steps are a day of nine and a half.
			if days[day] < 60 || days[day] > 480 {
				t.Errorf("%s day %d has %d minutes", tpl.ID, day, days[day])
			}
			total[tpl.ID] += days[day]
		}
		if tpl.Minutes() != total[tpl.ID] {
			t.Errorf("%s: Minutes is %d, its days have %d", tpl.ID, tpl.Minutes(), total[tpl.ID])
		}
		if (tpl.Kind == "kaizen" || tpl.Kind == "kaikaku") && (days[DayPrepare] == 0 || days[DaySustain] == 0) {
			t.Errorf("%s lacks preparation or follow-up", tpl.ID)
		}
	}
	if got := total["kaizen-workshop-1"]; got > 420 {
		t.Errorf("the one-day kaizen has %d minutes, more than 7 hours", got)
	}
	if got := total["kaikaku-kickoff-1"]; got > 450 {
		t.Errorf("the one-day kaikaku has %d minutes, more than 8.5 hours with an hour of breaks", got)
	}
}

func TestBuiltinKaizenOfThreeDaysIsTheOneOnThePictures(t *testing.T) {
	tpl, ok := loadBuiltin(t).ByID("kaizen-workshop-3")
	if !ok {
		t.Fatal("not there")
	}
	var got []string
	for i := range tpl.Phases {
		p := &tpl.Phases[i]
		got = append(got, fmt.Sprintf("%s %d %d", p.ID, len(p.Steps), p.Minutes()))
	}
	want := []string{"prepare 2 150", "day-1 7 300", "day-2 5 345", "day-3 5 225", "sustain 3 150"}
	if !slices.Equal(got, want) {
		t.Errorf("phases are %v, want %v", got, want)
	}
}

func TestBuiltinKickoffsCoverAllOfKotterAndEveryTag(t *testing.T) {
	for _, id := range []string{"kaikaku-kickoff-1", "kaikaku-kickoff-2"} {
		tpl, _ := loadBuiltin(t).ByID(id)
		if got := tpl.KotterUncovered(); len(got) > 0 {
			t.Errorf("%s leaves Kotter steps %v uncovered", id, got)
		}
		if got := tpl.KotterCovered(); len(got) != KotterSteps {
			t.Errorf("%s covers %v", id, got)
		}
		tags := map[string]bool{}
		for _, p := range tpl.Phases {
			for _, s := range p.Steps {
				for _, tag := range s.Tags {
					tags[tag] = true
				}
			}
		}
		if len(tags) != 20 {
			t.Errorf("%s has %d of the 20 aspects and roles", id, len(tags))
		}
	}
}

func TestBuiltinCanvasesAreUsableByKeyboard(t *testing.T) {
	set := loadBuiltin(t)
	for _, tpl := range set.All() {
		for _, c := range tpl.Canvases {
			required := 0
			for _, cell := range c.Cells {
				if cell.Required {
					required++
				}
				if utf8.RuneCountInString(cell.Title) > 32 {
					t.Errorf("%s: the title of cell %s is too long for a header", c.ID, cell.ID)
				}
			}
			// More than one required cell would stop the scribe in mid-sentence.
			if required > 1 || required == 0 && c.Shape != ShapeForm {
				t.Errorf("%s has %d required cells", c.ID, required)
			}
			for _, col := range c.Columns {
				if col.Icon == "" || utf8.RuneCountInString(col.Title) > 18 {
					t.Errorf("%s: column %s needs an icon and a short title", c.ID, col.ID)
				}
			}
		}
	}
}

func TestBuiltinWastes(t *testing.T) {
	tpl, _ := loadBuiltin(t).ByID("kaizen-workshop-3")
	c, ok := tpl.Canvas("wastes")
	if !ok {
		t.Fatal("no canvas of wastes")
	}
	var got []string
	for _, col := range c.Columns {
		got = append(got, col.ID+" "+col.Icon)
	}
	want := "transport truck, inventory boxes, motion motion, waiting hour, over-production stack, over-processing loop, defects xcirc, skills bulb"
	if strings.Join(got, ", ") != want {
		t.Errorf("columns are %v", got)
	}
	minutes, ok := c.Cell("minutes")
	if !ok || minutes.Type != TypeInt || minutes.Unit != "min" || !minutes.Sum {
		t.Errorf("minutes are %+v", minutes)
	}
	if _, ok := c.Column("motion"); !ok {
		t.Error("no column motion")
	}
}

func TestConfidentialCells(t *testing.T) {
	set := loadBuiltin(t)
	for _, test := range []struct {
		canvas, cell string
		want         bool
	}{
		{"guiding-coalition", "credibility", true}, {"guiding-coalition", "member", false},
		{"interviews", "heard", true}, {"no such", "cell", false}, {"wastes", "no such", false},
	} {
		if got := set.Confidential(test.canvas, test.cell); got != test.want {
			t.Errorf("%s %s: %v", test.canvas, test.cell, got)
		}
	}
}

func TestLookups(t *testing.T) {
	tpl, _ := loadBuiltin(t).ByID("kaizen-workshop-5")
	if s, ok := tpl.Step("try-storm-2"); !ok || s.Title != "Try-storm, round 2" || s.Question == "" || len(s.Say) < 2 {
		t.Errorf("the second try-storm is %+v", s)
	}
	if _, ok := tpl.Step("no such"); ok {
		t.Error("found a step that is not there")
	}
	if p, ok := tpl.Phase("day-5"); !ok || p.Day != 5 {
		t.Errorf("the fifth day is %+v", p)
	}
	c, _ := tpl.Canvas("try-storm")
	result, _ := c.Cell("result")
	if got := result.ChoiceTitle("adapt"); got != "Adapt" {
		t.Errorf("choice reads %q", got)
	}
	if got := result.ChoiceTitle("of an older version"); got != "of an older version" {
		t.Errorf("unknown choice reads %q", got)
	}
	if KotterTitle(0) != "" || KotterTitle(9) != "" || KotterTitle(8) != "Anchored in culture" {
		t.Error("names of Kotter's steps are out of place")
	}
}

package template

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEveryBuiltInTemplateComesBackFromAFile(t *testing.T) {
	for _, tpl := range loadBuiltin(t).All() {
		data := Write(tpl)
		got, err := Read("x.nematemplate", data)
		if err != nil {
			t.Fatalf("%s: %v", tpl.ID, err)
		}
		if !got.Same(tpl) || !bytes.Equal(Write(got), data) {
			t.Errorf("%s is another one after being written and read", tpl.ID)
		}
		if found := Check(tpl); len(found) > 0 {
			t.Errorf("%s: %v", tpl.ID, found)
		}
	}
}

// small is a template of one's own that has all five shapes and a break, and
// does without guides.
const small = `{
  "nemawashi_template": 1,
  "id": "ours", "version": 3, "title": "Ours", "kind": "custom", "days": 1, "language": "en",
  "phases": [
    {"id": "day-1", "title": "Day 1", "day": 1, "steps": [
      {"id": "walk", "title": "Walk", "minutes": 30, "canvases": ["notes"]},
      {"id": "lunch", "title": "Lunch", "minutes": 45, "break": true}]}
  ],
  "canvases": [
    {"id": "notes", "title": "Notes", "question": "What?", "shape": "table", "cells": [{"id": "text", "title": "Note", "type": "text"}]},
    {"id": "why", "title": "Why", "question": "Why?", "shape": "tree", "cells": [{"id": "text", "title": "Cause", "type": "text"}]}
  ]
}`

func TestAFileOfOnesOwn(t *testing.T) {
	got, err := Read("ours.nematemplate", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	lunch, _ := got.Step("lunch")
	if got.Version != 3 || !lunch.Break || len(got.Canvases) != 2 {
		t.Errorf("read %+v", got)
	}
}

func TestAFileIsRefusedWholeWithLineAndReason(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"no template", `"nemawashi_template": 1,`, ``, `f:1: is not a template of Nemawashi: the key "nemawashi_template" is missing`},
		{"later form", `"nemawashi_template": 1,`, `"nemawashi_template": 2,`, `f:2: is of form 2, this version of Nemawashi reads form 1`},
		{"truncated", `"cells": [{"id": "text", "title": "Cause", "type": "text"}]}
  ]
}`, ``, `f:11: is not JSON: the file ends too early`},
		{"deep", `"What?"`, strings.Repeat("[", 100000) + strings.Repeat("]", 100000), `f:10: is not JSON: it is nested deeper than 16 levels`},
		{"invalid UTF-8", `"Note"`, "\"N\xc3te\"", `f:10: is not valid UTF-8`},
		{"the same step twice", `"id": "lunch"`, `"id": "walk"`, `f:7: phase "day-1": step "walk": id "walk" is used twice`},
		{"the same canvas twice", `"id": "why"`, `"id": "notes"`, `f:11: canvas "notes": id "notes" is used twice`},
		{"a canvas that is not there", `["notes"]`, `["nots"]`, `f:6: phase "day-1": step "walk": there is no canvas "nots"`},
		{"a step of a library", `"id": "walk",`, `"use": "gemba-walk", "id": "walk",`, `f:6: phase "day-1": step "walk": unknown key "use"`},
		{"a break with a board", `"break": true`, `"break": true, "board": "actions"`, `f:7: phase "day-1": step "lunch": a break has a title and minutes, but no guide, canvas or board`},
		{"no minutes", `"minutes": 45`, `"minutes": 0`, `f:7: phase "day-1": step "lunch": minutes must be 1 to 480, not 0`},
		{"a hidden direction", `"Lunch"`, `"Lun\u202ech"`, `f:7: phase "day-1": step "lunch": "title" holds the direction override U+202E at character 4`},
		{"an id that is a path", `"id": "ours"`, `"id": "../ours"`, `f:3: id "../ours" may hold letters, digits and single hyphens only`},
		{"too many", `["notes"]`, `["notes"` + strings.Repeat(`,"notes"`, 200) + `]`, `f:6: phase "day-1": step "walk": "canvases" has 201 entries, the limit is 200`},
		{"a number that is none", `"minutes": 45`, `"minutes": 1e400`, `f:7: phase "day-1": step "lunch": "minutes" must be a whole number, not 1e400`},
		{"a list", small, `[]`, `f:1: is not a template of Nemawashi: the key "nemawashi_template" is missing`},
		{"huge", small, small + strings.Repeat(" ", MaxFile), `f: is larger than 2097152 bytes`},
		{"empty", small, ``, `f:1: is not JSON: the file ends too early`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Read("f", []byte(strings.Replace(small, test.old, test.new, 1)))
			if err == nil || got != nil {
				t.Fatal("was taken")
			}
			if !strings.HasPrefix(err.Error(), test.want) && !strings.Contains(err.Error(), "\n"+test.want) {
				t.Errorf("says\n%.300v\nwant\n%s", err, test.want)
			}
		})
	}
}

func TestReadNeverPanicsAndKeepsWhatItTakes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, len(small)).Draw(t, "from")
		to := min(len(small), from+rapid.IntRange(0, 40).Draw(t, "length"))
		insert := rapid.SampledFrom([]string{"", "null", "1", `""`, "[]", "{}", `"x"`, "[[", "}", ",", "\n", "\xff", `{"id":"a"}`, `"break": true,`}).Draw(t, "insert")
		got, err := Read("f", []byte(small[:from]+insert+small[to:]))
		if (got == nil) == (err == nil) {
			t.Fatalf("template %v, error %v", got, err)
		}
		if err != nil {
			for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
				var p *Problem
				if !errors.As(one, &p) || p.Line < 1 || p.Reason == "" {
					t.Fatalf("a problem is %#v", one)
				}
			}
			return
		}
		if again, err := Read("f", Write(got)); err != nil || !again.Same(got) {
			t.Fatalf("what was taken cannot be taken again: %v", err)
		}
	})
}

func TestProblemsSayWhichPartTheyAreIn(t *testing.T) {
	tpl, err := Read("", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	tpl.Phases[0].Steps[0].Title = ""
	tpl.Canvases[1].Cells = nil
	tpl.Title = ""
	var got []string
	for _, p := range Check(tpl) {
		got = append(got, p.Step+"|"+p.Canvas+"|"+p.What)
	}
	want := "||has no title, walk||has no title, |why|has no cells"
	if strings.Join(got, ", ") != want {
		t.Errorf("problems are %v", got)
	}
}

func TestInsertingAStepBringsItsCanvases(t *testing.T) {
	set := loadBuiltin(t)
	kaizen, _ := set.ByID("kaizen-workshop-3")
	tpl, err := Read("", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	walk, _ := kaizen.Step("gemba-walk")
	first := tpl.InsertStep(0, 1, *walk, kaizen)
	second := tpl.InsertStep(0, 99, *walk, kaizen)
	if first != "gemba-walk" || second != "gemba-walk-2" || tpl.Phases[0].Steps[1].ID != first || tpl.Phases[0].Steps[3].ID != second {
		t.Errorf("inserted as %s and %s: %+v", first, second, tpl.Phases[0].Steps)
	}
	if len(tpl.Canvases) != 3 || len(Check(tpl)) > 0 {
		t.Errorf("canvases are %d, problems %v", len(tpl.Canvases), Check(tpl))
	}
	// The same name for another canvas: both stay as they are.
	c, _ := tpl.Canvas("wastes")
	c.Title = "Ours"
	third := tpl.InsertStep(0, 0, *walk, kaizen)
	s, _ := tpl.Step(third)
	if s.Canvases[0] != "wastes-2" || len(tpl.Canvases) != 4 {
		t.Errorf("works on %v", s.Canvases)
	}
	if orig, _ := kaizen.Canvas("wastes"); orig.Title == "Ours" {
		t.Error("the built-in canvas was written to")
	}
	review, _ := kaizen.Step("review-30")
	id := tpl.InsertStep(0, 0, *review, kaizen)
	if s, _ := tpl.Step(id); s.After != 0 {
		t.Error("a follow-up on a day of the event is still due some days after")
	}
	tpl.RemoveCanvas("wastes")
	if s, _ := tpl.Step("gemba-walk"); len(s.Canvases) != 0 || len(Check(tpl)) > 0 {
		t.Errorf("after removing its canvas the step works on %v; %v", s.Canvases, Check(tpl))
	}
}

func TestAWorkshopKeepsItsVersion(t *testing.T) {
	set := loadBuiltin(t)
	one, err := Read("", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	two := one.Clone()
	two.Version, two.Title = 4, "Ours, better"
	two.Canvases[0].Cells[0].Confidential = true
	set.Keep(Kept{Template: one, Own: true})
	if set.Confidential("notes", "text") {
		t.Error("a cell is confidential that nobody calls so")
	}
	set.Keep(Kept{Template: two, Own: true})
	if got, _ := set.ByID("ours"); got != two {
		t.Error("the newest is not what one begins with")
	}
	if got, _ := set.At("ours", 3); got != one {
		t.Error("the first workshop lost its version")
	}
	if !set.Confidential("notes", "text") || !set.IsOwn("ours") || set.IsOwn("blank") || len(set.All()) != 8 {
		t.Error("the set does not know what is its own or confidential")
	}
	set.Keep(Kept{Template: one, Own: true, Hidden: true})
	set.Keep(Kept{Template: two, Own: true, Hidden: true})
	if _, ok := set.ByID("ours"); ok {
		t.Error("one can begin with a template that was deleted")
	}
	if got, ok := set.At("ours", 3); !ok || got != one {
		t.Error("a workshop lost its deleted template")
	}
	if got, ok := set.At("ours", 9); !ok || got != two {
		t.Error("nothing stands in for a version that is not here")
	}
	if _, ok := set.At("theirs", 1); ok {
		t.Error("found what is not there")
	}
	if other := loadBuiltin(t); len(other.All()) != 7 {
		t.Error("another set has what was kept here")
	}
}

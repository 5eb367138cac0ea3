package template

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// A small folder without a mistake; the tests below each make some.
var sound = map[string]string{
	"canvases.json": `{
  "canvases": [
    {
      "id": "wastes", "title": "8 wastes", "shape": "columns", "question": "What did you see?",
      "columns": [
        {"id": "motion", "title": "Motion", "icon": "motion"},
        {"id": "waiting", "title": "Waiting", "icon": "hour"}
      ],
      "cells": [
        {"id": "text", "title": "Finding", "type": "text"},
        {"id": "minutes", "title": "Lost", "type": "int", "unit": "min", "sum": true}
      ]
    },
    {
      "id": "pick", "title": "PICK", "shape": "field", "question": "How much?",
      "axes": [
        {"cell": "effort", "title": "Effort", "low": "Easy", "high": "Hard", "min": 1, "max": 5},
        {"cell": "impact", "title": "Impact", "low": "Little", "high": "Much", "min": 1, "max": 5}
      ],
      "cells": [
        {"id": "text", "title": "Idea", "type": "text"},
        {"id": "effort", "title": "Effort", "type": "int"},
        {"id": "impact", "title": "Impact", "type": "int"},
        {"id": "verdict", "title": "Verdict", "type": "choice", "choices": [
          {"id": "go", "title": "Go"},
          {"id": "kill", "title": "Kill"}]}
      ]
    }
  ]
}`,
	"steps-all.json": `{
  "steps": [
    {
      "id": "walk", "title": "Walk", "minutes": 90, "board": "actions", "canvases": ["wastes"],
      "question": "What did you see?",
      "purpose": "See the work.",
      "say": ["Stand for ten minutes.", "Write one fact."],
      "do": ["Walk."],
      "outputs": ["Findings."],
      "kotter": [1], "pdca": "plan", "tags": ["L1"]
    }
  ]
}`,
	"small.json": `{
  "id": "small", "version": 1, "title": "Small", "kind": "kaizen", "days": 1, "language": "en",
  "summary": "Small",
  "description": "A small one",
  "phases": [
    {"id": "day-1", "title": "Day 1", "day": 1, "steps": [
      {"use": "walk", "minutes": 60},
      {"use": "walk", "id": "walk-2",
        "title": "Second walk"}]}
  ],
  "canvases": ["pick"]
}`,
}

func folder(change func(map[string]string)) fstest.MapFS {
	files := map[string]string{}
	for name, text := range sound {
		files[name] = text
	}
	change(files)
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func TestLoadResolvesWhatIsUsed(t *testing.T) {
	set, err := Load(folder(func(map[string]string) {}))
	if err != nil {
		t.Fatal(err)
	}
	tpl, ok := set.ByID("small")
	if !ok || len(set.All()) != 1 {
		t.Fatalf("templates are %v", set.All())
	}
	first, _ := tpl.Step("walk")
	second, _ := tpl.Step("walk-2")
	if first.Minutes != 60 || first.Title != "Walk" || len(first.Say) != 2 {
		t.Errorf("first is %+v", first)
	}
	if second.Minutes != 90 || second.Title != "Second walk" {
		t.Errorf("second is %+v", second)
	}
	if len(tpl.Canvases) != 2 || tpl.Canvases[0].ID != "wastes" || tpl.Canvases[1].ID != "pick" {
		t.Errorf("canvases are %+v", tpl.Canvases)
	}
	if _, ok := set.ByID("large"); ok {
		t.Error("found a template that is not there")
	}
}

func TestLoadSaysWhatIsWrongAndWhere(t *testing.T) {
	long := strings.Repeat("x", 501)
	tests := []struct{ file, old, new, want string }{
		// How a file is written.
		{"small.json", `"kind": "kaizen",`, `"kind": "kaizen"`, `small.json:2: is not JSON: `},
		{"small.json", "\n}", "", `small.json:11: is not JSON: the file ends too early`},
		{"small.json", "\n}", "\n} {}", `small.json:12: is not JSON: something follows after the end of the document`},
		{"small.json", `"Small",
  "desc`, "\"Sm\xffll\",\n  \"desc", `small.json:3: is not valid UTF-8`},
		{"small.json", `["pick"]`, strings.Repeat("[", 40) + strings.Repeat("]", 40), `small.json:11: is not JSON: it is nested deeper than 16 levels`},
		{"steps-all.json", `"do": ["Walk."]`, `"do": ["Walk."], "do": ["Run."]`, `steps-all.json:8: the key "do" comes twice`},
		{"steps-all.json", `"minutes": 90`, `"mintues": 90`, `steps-all.json:4: step "walk": unknown key "mintues"`},
		{"steps-all.json", `"minutes": 90`, `"minutes": 1.5`, `steps-all.json:4: step "walk": "minutes" must be a whole number, not 1.5`},
		{"steps-all.json", `["Walk."]`, `"Walk."`, `steps-all.json:8: step "walk": "do" must be a list, not text`},
		{"steps-all.json", `"What did you see?"`, `null`, `steps-all.json:5: step "walk": "question" must be text, not null`},
		{"canvases.json", `"sum": true`, `"sum": "yes"`, `canvases.json:11: canvas "wastes": cell "minutes": "sum" must be true or false, not text`},
		{"canvases.json", `{"id": "waiting", "title": "Waiting", "icon": "hour"}`, `"waiting"`, `canvases.json:7: canvas "wastes": column: must be an object, not text`},
		{"steps-all.json", `"See the work."`, `"` + long + `"`, `steps-all.json:6: step "walk": "purpose" has 501 characters, the limit is 500`},
		{"steps-all.json", `"See the work."`, `"See\nthe work."`, `steps-all.json:6: step "walk": "purpose" holds the control character U+000A at character 4`},
		{"steps-all.json", `["Walk."]`, `[" "]`, `steps-all.json:8: step "walk": "do" is blank`},
		{"steps-all.json", `["Walk."]`, `["W"` + strings.Repeat(`,"w"`, 200) + `]`, `steps-all.json:8: step "walk": "do" has 201 entries, the limit is 200`},
		// Canvases.
		{"canvases.json", `"type": "int", "unit"`, `"type": "integer", "unit"`, `canvases.json:11: canvas "wastes": cell "minutes": unknown type "integer"`},
		{"canvases.json", `"shape": "columns"`, `"shape": "grid"`, `canvases.json:4: canvas "wastes": unknown shape "grid"`},
		{"canvases.json", `"title": "8 wastes", `, ``, `canvases.json:3: canvas "wastes": has no title`},
		{"canvases.json", `, "question": "What did you see?"`, ``, `canvases.json:3: canvas "wastes": has no question`},
		{"canvases.json", `"id": "pick"`, `"id": "wastes"`, `canvases.json:15: canvas "wastes": id "wastes" is used twice`},
		{"canvases.json", `"id": "pick"`, `"id": "pick me"`, `canvases.json:15: canvas "pick me": id "pick me" may hold letters, digits and single hyphens only`},
		{"canvases.json", `"id": "waiting"`, `"id": "motion"`, `canvases.json:7: canvas "wastes": column "motion": id "motion" is used twice`},
		{"canvases.json", `"icon": "hour"`, `"icon": "sundial"`, `canvases.json:7: canvas "wastes": column "waiting": unknown icon "sundial"`},
		{"canvases.json", `,
        {"id": "waiting", "title": "Waiting", "icon": "hour"}`, ``, `canvases.json:5: canvas "wastes": a canvas of columns needs at least 2 columns, has 1`},
		{"canvases.json", `"id": "text", "title": "Finding"`, `"id": "finding", "title": "Finding"`, `canvases.json:9: canvas "wastes": the first cell of a canvas of columns must be "text" of type text`},
		{"canvases.json", `"id": "effort", "title": "Effort", "type": "int"`, `"id": "effort", "title": "Effort", "type": "note"`, `canvases.json:17: canvas "pick": axis "effort": there is no cell "effort" with a number`},
		{"canvases.json", `"cell": "impact"`, `"cell": "gain"`, `canvases.json:18: canvas "pick": axis "gain": there is no cell "gain" with a number`},
		{"canvases.json", `"min": 1, "max": 5},`, `"min": 5, "max": 5},`, `canvases.json:17: canvas "pick": axis "effort": min 5 must be below max 5`},
		{"canvases.json", `"id": "text", "title": "Idea"`, `"id": "idea", "title": "Idea"`, `canvases.json:20: canvas "pick": the first cell of a field must be "text" of type text`},
		{"canvases.json", `"shape": "field"`, `"quadrants": [{"id": "go", "title": "Go"}], "shape": "field"`, `canvases.json:15: canvas "pick": a field has no quadrants or 4, not 1`},
		{"canvases.json", `"shape": "columns"`, `"quadrants": [{"id": "go", "title": "Go"}], "shape": "columns"`, `canvases.json:4: canvas "wastes": only a field has quadrants, this is a columns`},
		{"canvases.json", `"shape": "field"`, `"shape": "table"`, `canvases.json:16: canvas "pick": only a field has axes, this is a table`},
		{"canvases.json", `,
          {"id": "kill", "title": "Kill"}`, ``, `canvases.json:24: canvas "pick": cell "verdict": a choice needs at least 2 choices, has 1`},
		{"canvases.json", `"type": "choice"`, `"type": "text"`, `canvases.json:24: canvas "pick": cell "verdict": only a choice has choices, this is of type "text"`},
		{"canvases.json", `"id": "kill"`, `"id": "go"`, `canvases.json:26: canvas "pick": cell "verdict": choice "go": id "go" is used twice`},
		{"canvases.json", `"type": "int", "unit": "min"`, `"type": "date"`, `canvases.json:11: canvas "wastes": cell "minutes": only numbers and money have a sum, this is of type "date"`},
		{"canvases.json", `"Finding", "type": "text"`, `"Finding", "type": "text", "unit": "min"`, `canvases.json:10: canvas "wastes": cell "text": only a number has a unit, this is of type "text"`},
		{"canvases.json", `"unit": "min"`, `"min": 3, "max": 2`, `canvases.json:11: canvas "wastes": cell "minutes": min 3 is above max 2`},
		{"canvases.json", `"Finding", "type": "text"`, `"Finding", "type": "text", "max": 2`, `canvases.json:10: canvas "wastes": cell "text": only a number has bounds, this is of type "text"`},
		{"canvases.json", `"sum": true`, `"width": 21`, `canvases.json:11: canvas "wastes": cell "minutes": width must be 0 to 20, not 21`},
		// Steps.
		{"steps-all.json", `      "purpose": "See the work.",
`, ``, `steps-all.json:3: step "walk": has no purpose`},
		{"steps-all.json", `, "Write one fact."`, ``, `steps-all.json:7: step "walk": needs at least 2 under "say", has 1`},
		{"steps-all.json", `["Walk."]`, `[]`, `steps-all.json:8: step "walk": needs at least 1 under "do", has 0`},
		{"steps-all.json", `["Findings."]`, `[]`, `steps-all.json:9: step "walk": needs at least 1 under "outputs", has 0`},
		{"steps-all.json", `"minutes": 90`, `"minutes": 481`, `steps-all.json:4: step "walk": minutes must be 1 to 480, not 481`},
		{"steps-all.json", `"minutes": 90`, `"minutes": 0`, `steps-all.json:4: step "walk": minutes must be 1 to 480, not 0`},
		{"steps-all.json", `"minutes": 90`, `"minutes": 90, "after": 401`, `steps-all.json:4: step "walk": after must be 0 to 400 days, not 401`},
		{"steps-all.json", `["wastes"]`, `["wastes", "wests"]`, `steps-all.json:4: step "walk": there is no canvas "wests"`},
		{"steps-all.json", `["wastes"]`, `["wastes", "wastes"]`, `steps-all.json:4: step "walk": canvas "wastes" comes twice`},
		{"steps-all.json", `"board": "actions"`, `"board": "surf"`, `steps-all.json:4: step "walk": unknown board "surf"`},
		{"steps-all.json", `"kotter": [1]`, `"kotter": [9]`, `steps-all.json:10: step "walk": kotter step must be 1 to 8, not 9`},
		{"steps-all.json", `"pdca": "plan"`, `"pdca": "adjust"`, `steps-all.json:10: step "walk": unknown pdca phase "adjust"`},
		{"steps-all.json", `["L1"]`, `["L6"]`, `steps-all.json:10: step "walk": unknown tag "L6": an aspect L, P, E or T and a role 1 to 5`},
		{"steps-all.json", `["L1"]`, `["L1", "L1"]`, `steps-all.json:10: step "walk": tag "L1" comes twice`},
		// Templates.
		{"small.json", `"use": "walk", "minutes": 60`, `"use": "fly", "minutes": 60`, `small.json:7: phase "day-1": step "fly": there is no step "fly"`},
		{"small.json", `"minutes": 60`, `"minutes": 600`, `small.json:7: phase "day-1": step "walk": minutes must be 1 to 480, not 600`},
		{"small.json", `"minutes": 60`, `"after": 30`, `small.json:7: phase "day-1": step "walk": only a follow-up, on day -1, is due some days after`},
		{"small.json", `"id": "walk-2",`, ``, `small.json:8: phase "day-1": step "walk": id "walk" is used twice`},
		{"small.json", `{"use": "walk", "minutes": 60}`, `{"id": "run", "title": "Run"}`, `small.json:7: phase "day-1": step "run": has no purpose`},
		{"small.json", `"id": "small"`, `"id": "tiny"`, `small.json:2: id "tiny" must be the name of the file`},
		{"small.json", `"kind": "kaizen"`, `"kind": "party"`, `small.json:2: unknown kind "party"`},
		{"small.json", `"version": 1`, `"version": 0`, `small.json:2: version must be 1 or more, not 0`},
		{"small.json", `"days": 1`, `"days": 31`, `small.json:2: days must be 1 to 30, not 31`},
		{"small.json", `"language": "en"`, `"language": "en", "icon": "sundial"`, `small.json:2: unknown icon "sundial"`},
		{"small.json", `"day": 1,`, `"day": 2,`, `small.json:6: phase "day-1": day must be -1 to 1, not 2`},
		{"small.json", `  "summary": "Small",
`, ``, `small.json:1: has no summary`},
		{"small.json", `["pick"]`, `["pack"]`, `small.json:11: there is no canvas "pack"`},
		{"small.json", sound["small.json"], `{"phases": []}`, `small.json:1: has no phases`},
		{"small.json", sound["small.json"], `[]`, `small.json:1: must be an object, not a list`},
	}
	for _, test := range tests {
		t.Run(test.want[:min(len(test.want), 90)], func(t *testing.T) {
			if !strings.Contains(sound[test.file], test.old) {
				t.Fatalf("the sound file has no %q", test.old)
			}
			set, err := Load(folder(func(f map[string]string) { f[test.file] = strings.Replace(f[test.file], test.old, test.new, 1) }))
			if err == nil || set != nil {
				t.Fatal("was taken")
			}
			if !strings.Contains("\n"+err.Error(), "\n"+test.want) {
				t.Errorf("says\n%v\nwant\n%s", err, test.want)
			}
		})
	}
}

func TestLoadListsEveryProblemInOrder(t *testing.T) {
	_, err := Load(folder(func(f map[string]string) {
		f["canvases.json"] = strings.Replace(f["canvases.json"], `"type": "int", "unit"`, `"type": "integer", "unit"`, 1)
		f["steps-all.json"] = strings.NewReplacer(`"minutes": 90`, `"minutes": "long"`, `"pdca": "plan"`, `"pdca": "hope"`).Replace(f["steps-all.json"])
		f["small.json"] = strings.Replace(f["small.json"], `"id": "walk-2"`, `"id": "walk"`, 1)
	}))
	want := `canvases.json:11: canvas "wastes": cell "minutes": unknown type "integer"
canvases.json:11: canvas "wastes": cell "minutes": only numbers and money have a sum, this is of type "integer"
canvases.json:11: canvas "wastes": cell "minutes": only a number has a unit, this is of type "integer"
small.json:8: phase "day-1": step "walk": id "walk" is used twice
steps-all.json:4: step "walk": "minutes" must be a whole number, not text
steps-all.json:10: step "walk": unknown pdca phase "hope"`
	if err == nil || err.Error() != want {
		t.Errorf("says\n%v\nwant\n%s", err, want)
	}
	var p *Problem
	if !errors.As(err, &p) || p.File != "canvases.json" || p.Line != 11 {
		t.Errorf("the first problem is %+v", p)
	}
}

func TestLoadSaysWhichFileCannotBeRead(t *testing.T) {
	fsys := folder(func(map[string]string) {})
	fsys["steps-folder.json/inside.txt"] = &fstest.MapFile{Data: []byte("x")}
	_, err := Load(fsys)
	var p *Problem
	if !errors.As(err, &p) || p.File != "steps-folder.json" || p.Line != 0 || !strings.HasPrefix(p.Error(), "steps-folder.json: cannot be read: ") {
		t.Errorf("says %v", err)
	}
}

// Whatever a file holds, Load answers: with a set or with problems that each
// name a line of a file that is there.
func TestLoadNeverPanics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"canvases.json", "steps-all.json", "small.json"}).Draw(t, "file")
		text := sound[name]
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		to := min(len(text), from+rapid.IntRange(0, 40).Draw(t, "length"))
		insert := rapid.SampledFrom([]string{"", "null", "1", `""`, "[]", "{}", `"x"`, "[[", "}", ",", "\n", "\xff", `{"id":"a"}`}).Draw(t, "insert")
		changed := text[:from] + insert + text[to:]
		set, err := Load(folder(func(f map[string]string) { f[name] = changed }))
		if (set == nil) == (err == nil) {
			t.Fatalf("set %v, error %v", set, err)
		}
		if err == nil {
			return
		}
		for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
			p, ok := one.(*Problem)
			if !ok || sound[p.File] == "" || p.Line < 1 || p.Line > 200 || p.Reason == "" {
				t.Fatalf("a problem is %#v", one)
			}
		}
	})
}

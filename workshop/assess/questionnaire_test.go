package assess

import (
	"encoding/json"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

func TestBuiltinIsWhole(t *testing.T) {
	q := engagement(t)
	if q.ID != "engagement" || len(q.Items) != 20 || len(q.Of("P")) != 5 {
		t.Fatalf("%s has %d statements", q.ID, len(q.Items))
	}
	p2, ok := q.Item("P2")
	if !ok || !strings.HasPrefix(p2.Put("report").Statement, "My manager") || !strings.HasPrefix(p2.Put(BySelf).Statement, "I ") {
		t.Errorf("%+v", p2)
	}
	if _, ok := q.Item("X9"); ok {
		t.Error("there is a statement X9")
	}
}

func TestReadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Questionnaire)
		want   string
	}{
		"no id":             {func(q *Questionnaire) { q.ID = "" }, "id: "},
		"version 0":         {func(q *Questionnaire) { q.Version = 0 }, "version: "},
		"no level":          {func(q *Questionnaire) { q.Levels[2] = "" }, "levels: 3: is missing"},
		"three aspects":     {func(q *Questionnaire) { q.Aspects = q.Aspects[:3] }, "aspects: are 3"},
		"other aspect":      {func(q *Questionnaire) { q.Aspects[0].ID = "X" }, `must be "L"`},
		"other role":        {func(q *Questionnaire) { q.Roles[4].ID = "6" }, `must be "5"`},
		"19 statements":     {func(q *Questionnaire) { q.Items = q.Items[:19] }, "items: are 19, must be 20"},
		"wrong order":       {func(q *Questionnaire) { q.Items[0], q.Items[1] = q.Items[1], q.Items[0] }, "order L1 to T5"},
		"no anchor":         {func(q *Questionnaire) { q.Items[6].Self.Anchors[4] = "" }, "item P2: self: anchor 5: is missing"},
		"same anchor twice": {func(q *Questionnaire) { q.Items[6].Others.Anchors[4] = q.Items[6].Others.Anchors[3] }, "same as another"},
		"too long":          {func(q *Questionnaire) { q.Items[0].Self.Statement = strings.Repeat("x", 161) }, "L1: self: statement"},
		"line break":        {func(q *Questionnaire) { q.Items[0].Title = "a\nb" }, "L1: title"},
		"no experiment":     {func(q *Questionnaire) { q.Items[0].Experiment = "" }, "experiment: is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			data, err := json.Marshal(engagement(t))
			if err != nil {
				t.Fatal(err)
			}
			var q Questionnaire
			if err := json.Unmarshal(data, &q); err != nil {
				t.Fatal(err)
			}
			c.change(&q)
			if data, err = json.Marshal(q); err != nil {
				t.Fatal(err)
			}
			if _, err := Read("own.json", data); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	for doc, want := range map[string]string{`{"titel":"x"}`: "titel", `[]`: "array", `{} {}`: "follows", strings.Repeat(" ", MaxBytes+1): "limit"} {
		if _, err := Read("own.json", []byte(doc)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20s: got %v", doc, err)
		}
	}
}

func TestPairs(t *testing.T) {
	cell := func(id string, dots [Levels]int) Cell { return Cell{ID: id, Now: SpreadOf(dots)} }
	self := []Cell{cell("a", [5]int{0, 0, 0, 0, 1}), cell("b", [5]int{0, 0, 1}), cell("c", [5]int{1}), cell("d", [5]int{1}), {ID: "e"}}
	others := []Cell{cell("a", [5]int{0, 0, 5}), cell("b", [5]int{0, 5}), cell("c", [5]int{0, 0, 5}), {ID: "d", Hidden: true}, cell("e", [5]int{5})}
	got := Pairs(self, others)
	if len(got) != 3 || got[0].Kind != BlindSpot || got[1].Kind != "" || got[2].Kind != HiddenStrength || got[2].Gap != -2 {
		t.Errorf("%+v", got)
	}
}

func TestRankCountsSplitTwice(t *testing.T) {
	gap := func(f float64) *float64 { return &f }
	got := Rank([]Cell{{ID: "a", Gap: gap(2)}, {ID: "b", Gap: gap(1.1), Word: Split}, {ID: "c", Gap: gap(0)}, {ID: "d"}, {ID: "e", Gap: gap(2)}, {ID: "f", Gap: gap(-1)}})
	var ids []string
	for _, r := range got {
		ids = append(ids, r.ID)
	}
	if strings.Join(ids, "") != "bae" || got[0].Weight != 2.2 {
		t.Errorf("%+v", got)
	}
}

func TestRoundOfAnUnknownQuestionnaire(t *testing.T) {
	r := closed("r", "2026-11-01")
	r.Questionnaire = "somebody-elses"
	if _, err := compute(r, []*workshop.Round{r}, nil, engagement(t), Options{}); err != ErrNoQuestionnaire {
		t.Errorf("got %v", err)
	}
}

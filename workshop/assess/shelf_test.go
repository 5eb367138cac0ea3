package assess

import (
	"bytes"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// drawer keeps documents as the library does.
type drawer struct{ docs []workshop.TemplateDoc }

func (d *drawer) Templates() ([]workshop.TemplateDoc, error) { return d.docs, nil }

func (d *drawer) KeepTemplate(t workshop.TemplateDoc) error {
	for i, old := range d.docs {
		if old.ID == t.ID && old.Version == t.Version {
			d.docs[i].Hidden = t.Hidden
			return nil
		}
	}
	d.docs = append(d.docs, t)
	return nil
}

func shelf(t *testing.T, d *drawer) *Shelf {
	t.Helper()
	s, err := NewShelf()
	if err == nil {
		err = s.Open(d)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestOwnQuestionnairesInVersions(t *testing.T) {
	d := &drawer{docs: []workshop.TemplateDoc{{ID: "a-template", Version: 1, Doc: []byte(`{}`)}}}
	s := shelf(t, d)
	own := engagement(t).Clone()
	if _, err := s.Save(d, own); err == nil {
		t.Error("a built-in questionnaire was written over")
	}
	own.Title = "Our own / 2027"
	own.ID = s.FreeID(own.Title)
	own.Items[6].Self.Statement = "I thank people for steady work."
	if engagement(t).Items[6].Self.Statement == own.Items[6].Self.Statement {
		t.Fatal("the copy changed the original")
	}
	first, err := s.Save(d, own)
	if err != nil || first.Version != 1 || first.ID != "our-own-2027" {
		t.Fatalf("%+v %v", first, err)
	}
	own.Items[6].Self.Anchors[0] = ""
	if _, err := s.Save(d, own); err == nil || Problems(err)[0].Place != "item P2: self: anchor 1" {
		t.Errorf("%v", err)
	}
	own.Items[6].Self.Anchors[0] = "Nobody notices."
	second, err := s.Save(d, own)
	if err != nil || second.Version != 2 {
		t.Fatalf("%+v %v", second, err)
	}
	again := shelf(t, d)
	if all := again.All(); len(all) != 2 || !all[1].Same(second) || !again.IsOwn("our-own-2027") || again.IsOwn("engagement") {
		t.Errorf("%d", len(all))
	}
	if err := again.Delete(d, own.ID); err != nil || len(again.Own()) != 0 || len(shelf(t, d).Own()) != 0 {
		t.Error("it is still there", err)
	}
	if id := again.FreeID(own.Title); id != "our-own-2027-2" {
		t.Errorf("the name of a deleted one is given away: %s", id)
	}
	if err := again.Restore(d, own.ID); err != nil || !again.Own()[0].Same(second) {
		t.Error(err)
	}
}

func TestTakingAQuestionnaire(t *testing.T) {
	d := &drawer{}
	s := shelf(t, d)
	take := func(q *Questionnaire, id string, want workshop.Taken) *Questionnaire {
		t.Helper()
		before := len(d.docs)
		planned, plan := s.Plan(q)
		if len(d.docs) != before {
			t.Fatal("a plan changed something")
		}
		got, how, err := s.Take(d, q)
		if err != nil || how != want || got.ID != id || plan != how || !planned.Same(got) {
			t.Fatalf("became %s (%s), planned %s (%s), %v; want %s (%s)", got.ID, how, planned.ID, plan, err, id, want)
		}
		return got
	}
	if got := take(engagement(t), "engagement", workshop.TakenAlready); got != engagement(t) || len(d.docs) != 0 {
		t.Error("the built-in one was kept")
	}
	changed := engagement(t).Clone()
	changed.Title = "Changed"
	got := take(changed, "changed", workshop.TakenCopy)
	take(changed, "changed", workshop.TakenAlready)
	if got.Version != 1 {
		t.Errorf("version %d", got.Version)
	}
	theirs := got.Clone()
	theirs.Version = 5
	take(theirs, "changed", workshop.TakenNewer)
	if s.Own()[0].Version != 5 {
		t.Errorf("%+v", s.Own()[0])
	}
	between := got.Clone()
	between.Version = 3
	take(between, "changed", workshop.TakenOlder)
	if s.Own()[0].Version != 5 {
		t.Errorf("an older version came in front: %+v", s.Own()[0])
	}
	other := theirs.Clone()
	other.Language = "de"
	take(other, "changed-2", workshop.TakenCopy)
	take(other, "changed-2", workshop.TakenAlready)
	before := len(d.docs)
	take(theirs, "changed", workshop.TakenAlready)
	if len(d.docs) != before || len(s.Own()) != 2 {
		t.Errorf("%d documents, %d before", len(d.docs), before)
	}
	if err := s.Delete(d, "changed"); err != nil {
		t.Fatal(err)
	}
	take(theirs, "changed", workshop.TakenNew)
	if !s.IsOwn("changed") {
		t.Error("it was deleted and did not come back")
	}
}

func TestRefusalsNameTheLine(t *testing.T) {
	good := engagement(t).Write()
	lineOf := func(words string) int {
		return 1 + bytes.Count(good[:bytes.Index(good, []byte(words))], []byte("\n"))
	}
	p2 := engagement(t).Items[6]
	for name, c := range map[string]struct {
		old, new, want string
		line           int
	}{
		"an anchor":      {p2.Self.Anchors[2], strings.Repeat("x", 201), "item P2: self: anchor 3", lineOf(p2.Self.Anchors[2])},
		"a statement":    {p2.Others.Statement, "", "item P2: others: statement", lineOf(p2.Others.Statement)},
		"a title":        {`"title": "Leader engagement"`, `"title": ""`, "title: is missing", lineOf(`"title": "Leader engagement"`)},
		"an unknown key": {`"language"`, `"langauge"`, "langauge", lineOf(`"language"`)},
		"a wrong type":   {`"version": 1`, `"version": "one"`, "version", lineOf(`"version": 1`)},
		"broken":         {`"language": "en",`, `"language": "en"`, "invalid character", lineOf(`"language"`) + 1},
	} {
		bad := bytes.Replace(good, []byte(c.old), []byte(c.new), 1)
		_, err := Read("own.nemaquestions", bad)
		found := Problems(err)
		if len(found) == 0 || found[0].Line != c.line || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want line %d", name, err, c.line)
		}
	}
}

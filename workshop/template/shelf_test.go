package template

import (
	"errors"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// box is a store in memory that may refuse.
type box struct {
	docs   []workshop.TemplateDoc
	refuse error
}

func (b *box) Templates() ([]workshop.TemplateDoc, error) { return b.docs, b.refuse }
func (b *box) KeepTemplate(d workshop.TemplateDoc) error {
	if b.refuse != nil {
		return b.refuse
	}
	for i, o := range b.docs {
		if o.ID == d.ID && o.Version == d.Version {
			b.docs[i].Hidden = d.Hidden
			return nil
		}
	}
	b.docs = append(b.docs, d)
	return nil
}

func ours(t *testing.T) *Template {
	t.Helper()
	tpl, err := Read("ours", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

func TestSavingMakesVersionsThatAreReadAgain(t *testing.T) {
	set, b := loadBuiltin(t), &box{}
	first, err := set.Save(b, ours(t))
	if err != nil || first.Version != 1 {
		t.Fatalf("saved %+v, %v", first, err)
	}
	next := first.Clone()
	next.Title = "Ours, better"
	second, err := set.Save(b, next)
	if err != nil || second.Version != 2 || first.Title != "Ours" {
		t.Fatalf("saved %+v, %v", second, err)
	}
	again := loadBuiltin(t)
	if err := again.Open(b); err != nil {
		t.Fatal(err)
	}
	if got, _ := again.ByID("ours"); !got.Same(second) {
		t.Error("the newest is another one after the start")
	}
	if got, _ := again.At("ours", 1); !got.Same(first) {
		t.Error("the first version is another one after the start")
	}
	if err := set.Delete(b, "ours"); err != nil || set.IsOwn("ours") {
		t.Errorf("deleted: %v", err)
	}
	if err := set.Restore(b, "ours"); err != nil || !set.IsOwn("ours") {
		t.Errorf("restored: %v", err)
	}
}

func TestSavingRefusesWhatIsNotComplete(t *testing.T) {
	set, b := loadBuiltin(t), &box{}
	bad := ours(t)
	bad.Phases[0].Steps[0].Minutes = 0
	if _, err := set.Save(b, bad); !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), "minutes must be 1 to 480") {
		t.Errorf("says %v", err)
	}
	bad = ours(t)
	bad.ID = "blank"
	if _, err := set.Save(b, bad); !errors.Is(err, ErrInvalid) {
		t.Errorf("says %v", err)
	}
	if len(b.docs) > 0 || len(set.Own()) > 0 {
		t.Error("kept all the same")
	}
	full := errors.New("the disk is full")
	if _, err := set.Save(&box{refuse: full}, ours(t)); !errors.Is(err, full) || len(set.Own()) > 0 {
		t.Errorf("a store that refuses gives %v", err)
	}
}

func TestTakingFromAFile(t *testing.T) {
	set, b := loadBuiltin(t), &box{}
	take := func(tpl *Template, id string, want workshop.Taken) {
		t.Helper()
		got, how, err := set.Take(b, tpl)
		if err != nil || how != want || got.ID != id {
			t.Errorf("became %s (%d), %v; want %s (%d)", got.ID, how, err, id, want)
		}
	}
	one := ours(t)
	take(one, "ours", workshop.TakenNew)
	take(ours(t), "ours", workshop.TakenAlready)
	other := one.Clone()
	other.Title = "Somebody else's"
	take(other, "ours-2", workshop.TakenCopy)
	take(other, "ours-2", workshop.TakenAlready)
	newer := one.Clone()
	newer.Version = 7
	take(newer, "ours", workshop.TakenNewer)
	older := one.Clone()
	older.Version = 5
	take(older, "ours", workshop.TakenOlder)
	blank, _ := set.ByID("blank")
	take(blank, "blank", workshop.TakenAlready)
	changed := blank.Clone()
	changed.Title = "Our blank"
	take(changed, "blank-2", workshop.TakenCopy)
	if err := set.Delete(b, "ours"); err != nil {
		t.Fatal(err)
	}
	take(ours(t), "ours", workshop.TakenNew)
	if got, ok := set.ByID("ours"); !ok || got.Version != 7 {
		t.Errorf("after coming back the newest is %+v", got)
	}
}

func TestBeginningKeepsTheBuiltInVersion(t *testing.T) {
	set, b := loadBuiltin(t), &box{}
	blank, _ := set.ByID("blank")
	for range 2 {
		if err := set.Begin(b, blank); err != nil {
			t.Fatal(err)
		}
	}
	if len(b.docs) != 1 || b.docs[0].Own {
		t.Fatalf("kept %+v", b.docs)
	}
	// A later version of the app has another one; the workshop keeps its own.
	old := blank.Clone()
	old.Version, old.Title = 1, "As it was"
	later := &Set{}
	now := blank.Clone()
	now.Version = 2
	later.all = []*Template{now}
	later.Keep(Kept{Template: old})
	if got, _ := later.At("blank", 1); got != old {
		t.Error("the workshop got a version that it did not begin with")
	}
	if got, _ := later.ByID("blank"); got != now {
		t.Error("a new workshop does not begin with the newest")
	}
}

func TestOpeningLeavesOutWhatCannotBeRead(t *testing.T) {
	set := loadBuiltin(t)
	err := set.Open(&box{docs: []workshop.TemplateDoc{{ID: "new", Version: 1, Own: true, Doc: []byte(`{"nemawashi_template": 9}`)},
		{ID: "ours", Version: 3, Own: true, Doc: []byte(small)}}})
	if err == nil || !strings.HasPrefix(err.Error(), "template new, version 1:1: is of form 9") || !set.IsOwn("ours") {
		t.Errorf("says %v", err)
	}
}

func TestNamesFromTitles(t *testing.T) {
	set := loadBuiltin(t)
	for title, want := range map[string]string{"Kaizen für Büros, 2 Tage": "kaizen-f-r-b-ros-2-tage", "Blank": "blank-2", "改善": "own", "--": "own", strings.Repeat("long ", 30): "long-long-long-long-long-long-long-long"} {
		if got := set.FreeID(title); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}

func TestABreakBeginsAsABreak(t *testing.T) {
	s := newSession()
	if err := s.Do("New workshop", func(e *workshop.Edit) error { return Instantiate(e, ours(t), Options{}) }); err != nil {
		t.Fatal(err)
	}
	var steps []*workshop.Step
	s.Read(func(w *workshop.Workshop) { steps = workshop.All[workshop.Step](w) })
	if len(steps) != 2 || steps[0].Break || !steps[1].Break || steps[1].Minutes != 45 {
		t.Errorf("the steps are %+v", steps)
	}
}

package assess

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

func sheet(t testing.TB) *Sheet {
	s := &Sheet{Workshop: "w", Round: "r", Title: "Round 1", Closes: "2026-12-04", Least: 5, By: ByReport, About: "p", Name: "Lena Vogt", Questionnaire: engagement(t)}
	s.Answer("L1", workshop.Answer{Now: 2, Needed: 4, Evidence: "日本語 <b>\n& more"})
	s.Answer("L2", workshop.Answer{Now: 3})
	s.Unobserve("P2", true)
	s.Copy = "word"
	return s
}

func TestSheetOutAndIn(t *testing.T) {
	s := sheet(t)
	for name, data := range map[string][]byte{"as written": s.Write(), "through a mail program": bytes.ReplaceAll(s.Write(), []byte("\n"), []byte("\r\n"))} {
		got, err := ReadSheet("a.nema", data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(got.Write(), s.Write()) || got.State("L1") != Done || got.State("L2") != HalfDone || got.State("P2") != NotObserved || got.State("T5") != Unanswered || got.Dealt() != 2 || got.Open(1) != 1 || got.Open(2) != 2 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestSheetNamesNoRespondent(t *testing.T) {
	var keys map[string]any
	if err := json.Unmarshal(sheet(t).Write(), &keys); err != nil {
		t.Fatal(err)
	}
	allowed := "format version sha256 workshop round title closes min_group by about name copy answers not_observed questionnaire"
	for k := range keys {
		if !strings.Contains(" "+allowed+" ", " "+k+" ") {
			t.Errorf("the file says %q", k)
		}
	}
}

func TestSheetsAreRefusedWithASentence(t *testing.T) {
	good := sheet(t).Write()
	resealed := func(change func(*Sheet)) []byte {
		s := sheet(t)
		change(s)
		return s.Write()
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"empty":         {nil, "is not an assessment file"},
		"a letter":      {[]byte("Dear colleagues,"), "is not an assessment file"},
		"other JSON":    {[]byte(`{"format":"x"}`), "is not an assessment file"},
		"elsewhere":     {[]byte(`{"x":"nemawashi.assessment"}`), "is not an assessment file"},
		"cut off":       {good[:len(good)/2], "damaged"},
		"newer":         {bytes.Replace(good, []byte(`"version": 1`), []byte(`"version": 2`), 1), "newer version"},
		"one level":     {bytes.Replace(good, []byte(`"now": 2`), []byte(`"now": 5`), 1), "changed by hand"},
		"one key more":  {bytes.Replace(good, []byte(`"version"`), []byte(`"time":"10:00","version"`), 1), "changed by hand"},
		"too large":     {append(good, bytes.Repeat([]byte(" "), MaxSheet)...), "4 MB"},
		"off the scale": {resealed(func(s *Sheet) { s.Answers["L1"] = workshop.Answer{Now: 6} }), "not on the scale"},
		"no statement":  {resealed(func(s *Sheet) { s.Answers["X1"] = workshop.Answer{Now: 1} }), "X1"},
		"unseen what":   {resealed(func(s *Sheet) { s.Unseen = []string{"X1"} }), "X1"},
		"by the boss":   {resealed(func(s *Sheet) { s.By = "boss" }), "boss"},
		"control sign":  {resealed(func(s *Sheet) { s.Name = "a\x07" }), "control character"},
		"endless":       {resealed(func(s *Sheet) { s.Answers["L1"] = workshop.Answer{Now: 1, Evidence: strings.Repeat("x", 20_001)} }), "20001 characters"},
		"19 statements": {resealed(func(s *Sheet) { q := s.Questionnaire.Clone(); q.Items = q.Items[:19]; s.Questionnaire = q }), "must be 20"},
	} {
		_, err := ReadSheet("a.nema", c.data)
		var bad *BadSheet
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "Nothing was changed; ") || bad.Newer != (name == "newer") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEveryCutAndMostFlipsAreNoticed(t *testing.T) {
	good := sheet(t).Write()
	for n := 0; n < len(good)-2; n += 97 {
		if _, err := ReadSheet("a.nema", good[:n]); err == nil {
			t.Fatalf("cut to %d of %d bytes it was taken", n, len(good))
		}
	}
	for at := 0; at < len(good); at += 31 {
		flipped := bytes.Clone(good)
		flipped[at] ^= 4
		if got, err := ReadSheet("a.nema", flipped); err == nil && !bytes.Equal(got.Write(), good) {
			t.Fatalf("byte %d was turned and another sheet was taken", at)
		}
	}
}

func TestUnobserveKeepsTheEvidence(t *testing.T) {
	s := sheet(t)
	s.Unobserve("L1", true)
	if s.State("L1") != NotObserved || s.Answers["L1"].Now != 0 || s.Answers["L1"].Evidence == "" {
		t.Errorf("%+v", s.Answers["L1"])
	}
	c := s.Clone()
	c.Answer("L1", workshop.Answer{Now: 1})
	if c.State("L1") != HalfDone || s.State("L1") != NotObserved {
		t.Errorf("%v %v", c.State("L1"), s.State("L1"))
	}
	s.Unobserve("L1", false)
	if s.State("L1") != Unanswered {
		t.Errorf("%v", s.State("L1"))
	}
}

func TestARoundKeepsItsStatements(t *testing.T) {
	q := engagement(t).Clone()
	q.ID, q.Version = "own", 3
	r := &workshop.Round{Title: "R", Questionnaire: "own", QuestionnaireVersion: 3}
	if _, err := Held(r); !errors.Is(err, ErrNoQuestionnaire) {
		t.Errorf("%v", err)
	}
	q.Keep(r)
	got, err := Held(r)
	if err != nil || !got.Same(q) {
		t.Fatalf("%v", err)
	}
	back, err := Read("own.nemaquestions", q.Write())
	if err != nil || !back.Same(q) {
		t.Errorf("%v", err)
	}
	s := session(t)
	var id workshop.ID
	if err := s.Do("round", func(e *workshop.Edit) error {
		r.Status = workshop.RoundOpen
		id = e.Add(r)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	err = s.Do("other words", func(e *workshop.Edit) error {
		m, err := workshop.Modify[workshop.Round](e, id)
		if err == nil {
			engagement(t).Keep(m)
		}
		return err
	})
	if err == nil {
		t.Error("the statements were exchanged while the round was open")
	}
}

func FuzzReadSheet(f *testing.F) {
	f.Add(sheet(f).Write())
	f.Add([]byte(`{"format":"nemawashi.assessment","version":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := ReadSheet("a.nema", data)
		if err == nil {
			if again, err := ReadSheet("a.nema", s.Write()); err != nil || !bytes.Equal(again.Write(), s.Write()) {
				t.Errorf("what was read cannot be written and read: %v", err)
			}
		}
	})
}

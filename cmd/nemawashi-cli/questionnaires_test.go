package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop/assess"
)

// own writes a questionnaire of one's own to a file: the built-in one with another title and another statement P2.
func own(t *testing.T, s *shell, title, statement string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ours"+assess.Extension)
	s.ok(nil, "", "questionnaires", "export", "engagement", "-o", path)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	q, err := assess.Read("ours", data)
	if err != nil {
		t.Fatal(err)
	}
	q.ID, q.Title, q.Items[6].Self.Statement = "our-own", title, statement
	if err := os.WriteFile(path, q.Write(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestQuestionnairesGoOutAndComeIn(t *testing.T) {
	s := newShell(t)
	path := own(t, s, "Our own", "I thank people for steady work.")
	if out := s.ok(nil, "", "questionnaires", "check", path); out != "Nothing is wrong.\n" {
		t.Errorf("check says %q", out)
	}
	var lines []map[string]any
	s.ok(&lines, "", "questionnaires", "import", path, "--dry-run", "--json")
	if len(lines) != 1 || lines[0]["id"] != "our-own" || lines[0]["became"] != "new" {
		t.Errorf("the plan is %v", lines)
	}
	if _, err := os.Stat(s.file); !os.IsNotExist(err) {
		t.Error("a dry run made a library")
	}
	s.ok(&lines, "", "questionnaires", "import", path, path, "--json")
	if len(lines) != 2 || lines[0]["became"] != "new" || lines[1]["became"] != "already here" {
		t.Errorf("taken twice: %v", lines)
	}
	s.ok(&lines, "", "questionnaires", "--json")
	if len(lines) != 2 || lines[0]["id"] != "engagement" || lines[0]["own"] != false || lines[1]["id"] != "our-own" || lines[1]["own"] != true {
		t.Errorf("the questionnaires are %v", lines)
	}
	if out := s.ok(nil, "", "questionnaires"); !strings.Contains(out, "own, version 1") || !strings.Contains(out, "built in") {
		t.Errorf("%s", out)
	}
	back := filepath.Join(t.TempDir(), "back"+assess.Extension)
	s.ok(nil, "", "questionnaires", "export", "our-own", "-o", back)
	a, errA := os.ReadFile(path)
	b, errB := os.ReadFile(back)
	if errA != nil || errB != nil || string(a) != string(b) {
		t.Error("it went out otherwise than it came in", errA, errB)
	}
	s.ok(nil, "", "check")
}

func TestQuestionnairesFromFilesAreTakenWholeOrNotAtAll(t *testing.T) {
	s := newShell(t)
	good := own(t, s, "Our own", "I thank people for steady work.")
	data, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	bad, huge := filepath.Join(t.TempDir(), "bad"+assess.Extension), filepath.Join(t.TempDir(), "huge"+assess.Extension)
	for path, text := range map[string]string{bad: strings.Replace(string(data), "I thank people for steady work.", "", 1), huge: string(data) + strings.Repeat(" ", assess.MaxBytes)} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"questionnaires", "import", good, bad}, "bad.nemaquestions:"},
		{[]string{"questionnaires", "import", huge}, "the limit is 1048576"},
		{[]string{"questionnaires", "import", filepath.Join(t.TempDir(), "none")}, "none"},
		{[]string{"questionnaires", "check", bad}, "item P2: self: statement"},
		{[]string{"questionnaires", "export", "nowhere", "-o", filepath.Join(t.TempDir(), "x")}, `there is no questionnaire "nowhere"`},
	} {
		code, _, errs := s.try("", test.args...)
		if code != 1 || !strings.Contains(errs, test.want) {
			t.Errorf("%v: exit %d, %q", test.args[:2], code, errs)
		}
	}
	code, out, _ := s.try("", "questionnaires", "check", bad, "--json")
	if code != 1 || !strings.Contains(out, `"ok":false`) || !strings.Contains(out, `"place":"item P2: self: statement"`) {
		t.Errorf("check: %d %s", code, out)
	}
	var lines []map[string]any
	s.ok(&lines, "", "questionnaires", "--json")
	if len(lines) != 1 {
		t.Errorf("something was taken: %v", lines)
	}
	for _, args := range [][]string{{"questionnaires", "import"}, {"questionnaires", "check"}, {"questionnaires", "export", "engagement"}, {"questionnaires", "fly"}} {
		if code, _, errs := s.try("", args...); code != 2 {
			t.Errorf("%v: exit %d %s", args, code, errs)
		}
	}
}

// A round that is planned with a questionnaire of one's own is handed out with its newest version, keeps the statements, and takes the forms back.
func TestARoundIsHeldWithAQuestionnaireOfOnesOwn(t *testing.T) {
	s := newShell(t)
	s.ok(nil, "", "questionnaires", "import", own(t, s, "Our own", "I thank people for steady work."))
	id := s.begin()
	var made struct{ IDs map[string][]string }
	s.ok(&made, `{"rounds":[{"id":"#r","title":"Round 1","questionnaire":"our-own","questionnaire_version":1,"min_group":4}]}`, "apply", id, "-", "--json")
	round := made.IDs["rounds"][0]
	changed := own(t, s, "Our own", "I thank people for boring weeks.")
	data, err := os.ReadFile(changed)
	if err == nil {
		err = os.WriteFile(changed, []byte(strings.Replace(string(data), `"version": 1`, `"version": 2`, 1)), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.ok(nil, "", "questionnaires", "import", changed)

	form := filepath.Join(t.TempDir(), "form.xlsx")
	s.ok(nil, "", "export", "form", round, "-o", form)
	var shown struct {
		Rounds []struct {
			Status, Statements   string
			QuestionnaireVersion int `json:"questionnaire_version"`
			MinGroup             int `json:"min_group"`
		}
	}
	s.ok(&shown, "", "show", id, "--json")
	if r := shown.Rounds[0]; r.Status != "open" || r.QuestionnaireVersion != 2 || r.MinGroup != 4 || !strings.Contains(r.Statements, "boring weeks") {
		t.Fatalf("%+v", shown.Rounds)
	}
	var out collected
	s.ok(&out, "", "import", "form", filled(t, form, "lena", 3, 0), "--json")
	if out.Taken != 1 || len(out.Problems) != 0 {
		t.Fatalf("%+v", out)
	}
	var report struct{ N int }
	s.ok(&report, "", "assess", round, "--json")
	if report.N != 1 {
		t.Errorf("%+v", report)
	}
	s.ok(&made, `{"rounds":[{"id":"#r","title":"Round 2","questionnaire":"theirs","questionnaire_version":1}]}`, "apply", id, "-", "--json")
	code, _, errs := s.try("", "export", "form", made.IDs["rounds"][0], "-o", filepath.Join(t.TempDir(), "none.xlsx"))
	if code != 1 || !strings.Contains(errs, `"theirs"`) || !strings.Contains(errs, "questionnaires import") {
		t.Errorf("%d %s", code, errs)
	}
}

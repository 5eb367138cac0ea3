package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop/template"
)

func TestTemplatesGoOutAndComeIn(t *testing.T) {
	s := newShell(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "ours.nematemplate")
	s.ok(nil, "", "templates", "export", "blank", "-o", path)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	edited := strings.Replace(string(data), `"title": "Blank workshop"`, `"title": "Our day"`, 1)
	edited = strings.Replace(edited, `"id": "blank"`, `"id": "our-day"`, 1)
	if err := os.WriteFile(path, []byte(edited), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := s.ok(nil, "", "templates", "check", path); out != "Nothing is wrong.\n" {
		t.Errorf("check says %q", out)
	}
	var lines []map[string]any
	s.ok(&lines, "", "templates", "import", path, "--dry-run", "--json")
	if len(lines) != 1 || lines[0]["id"] != "our-day" || lines[0]["became"] != "new" {
		t.Errorf("the plan is %v", lines)
	}
	if _, err := os.Stat(s.file); !os.IsNotExist(err) {
		t.Error("a dry run made a library")
	}
	s.ok(nil, "", "templates", "import", path)
	s.ok(&lines, "", "templates", "import", path, "--json")
	if lines[0]["became"] != "already here" {
		t.Errorf("taken twice: %v", lines)
	}
	s.ok(&lines, "", "templates", "--json")
	if last := lines[len(lines)-1]; len(lines) != 8 || last["id"] != "our-day" || last["own"] != true || lines[0]["own"] != false {
		t.Errorf("templates are %v", lines)
	}
	var made struct{ ID string }
	s.ok(&made, "", "new", "--template", "our-day", "--title", "Monday", "--json")
	var shown struct{ Workshop map[string]any }
	s.ok(&shown, "", "show", made.ID, "--json")
	if shown.Workshop["template"] != "our-day" || shown.Workshop["template_version"] != 1.0 {
		t.Errorf("it began with %v", shown.Workshop)
	}
	pdf := filepath.Join(dir, "r.pdf")
	s.ok(nil, "", "export", "readout", made.ID, "-o", pdf)
	s.ok(nil, "", "check")
}

func TestTemplatesFromFilesAreTakenWholeOrNotAtAll(t *testing.T) {
	s := newShell(t)
	dir := t.TempDir()
	good, bad, huge := filepath.Join(dir, "good.nematemplate"), filepath.Join(dir, "bad.nematemplate"), filepath.Join(dir, "huge.nematemplate")
	s.ok(nil, "", "templates", "export", "blank", "-o", good)
	data, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(data), `"id": "blank"`, `"id": "ours"`, 1)
	for path, content := range map[string]string{good: text, bad: strings.Replace(text, `"minutes": `, `"minutes": 9`, 1), huge: text + strings.Repeat(" ", template.MaxFile)} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"templates", "import", good, bad}, `bad.nematemplate:`},
		{[]string{"templates", "import", huge}, "huge.nematemplate: is larger than 2097152 bytes"},
		{[]string{"templates", "import", filepath.Join(dir, "none.nematemplate")}, "none.nematemplate"},
		{[]string{"templates", "check", bad}, "minutes must be 1 to 480"},
		{[]string{"templates", "export", "nowhere", "-o", filepath.Join(dir, "x")}, `there is no template "nowhere"`},
	} {
		code, _, errs := s.try("", test.args...)
		if code != 1 || !strings.Contains(errs, test.want) {
			t.Errorf("%v: exit %d, %q", test.args[:2], code, errs)
		}
	}
	code, out, _ := s.try("", "templates", "check", bad, "--json")
	if code != 1 || !strings.Contains(out, `"ok":false`) || !strings.Contains(out, `"line":`) {
		t.Errorf("check: %d %s", code, out)
	}
	var lines []map[string]any
	s.ok(&lines, "", "templates", "--json")
	if len(lines) != 7 {
		t.Errorf("something was taken: %v", lines)
	}
	for _, args := range [][]string{{"templates", "import"}, {"templates", "check"}, {"templates", "export", "blank"}, {"templates", "fly"}} {
		if code, _, errs := s.try("", args...); code != 2 {
			t.Errorf("%v: exit %d %s", args, code, errs)
		}
	}
}

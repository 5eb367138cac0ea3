package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// shell runs commands on a library of its own.
type shell struct {
	t    *testing.T
	file string
}

func newShell(t *testing.T) *shell {
	return &shell{t: t, file: filepath.Join(t.TempDir(), "library.nemawashi")}
}

// try runs a command line and returns what it left.
func (s *shell) try(stdin string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = run(context.Background(), append([]string{"--library", s.file}, args...), strings.NewReader(stdin), &o, &e)
	return code, o.String(), e.String()
}

// ok runs a command that has to succeed; with into, it reads its JSON.
func (s *shell) ok(into any, stdin string, args ...string) string {
	s.t.Helper()
	code, out, errs := s.try(stdin, args...)
	if code != 0 {
		s.t.Fatalf("%v: exit %d: %s", args, code, errs)
	}
	if into != nil {
		dec := json.NewDecoder(strings.NewReader(out))
		if err := dec.Decode(into); err != nil || dec.More() {
			s.t.Fatalf("%v: not one JSON document (%v): %s", args, err, out)
		}
	}
	return out
}

func (s *shell) begin() string {
	s.t.Helper()
	var made struct{ ID string }
	s.ok(&made, "", "new", "--template", "kaizen-workshop-3", "--title", "Pump line changeover", "--client", "Norvik Pumps", "--start", "2026-11-17", "--json")
	return made.ID
}

const facts = `{
	"people": [{"name": "Lena Vogt", "team": true}],
	"stakeholders": [{"name": "Setters", "size": 9, "influence": 4, "support_now": -2, "support_needed": 1, "confidence": 1}],
	"actions": [
		{"title": "Label kanban lanes", "owner": "lena vogt", "due": "2020-01-31", "status": "open"},
		{"title": "=1+1 is no formula", "owner": "Sam Okafor", "due": "2031-01-31", "status": "done", "closed": "2026-11-01"}]}`

func TestMainJob(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	var applied struct {
		Added, Changed int
		IDs            map[string][]string
	}
	s.ok(&applied, facts, "apply", id, "-")
	if applied.Added != 4 || len(applied.IDs["actions"]) != 2 {
		t.Errorf("apply: %+v", applied)
	}

	var list []map[string]any
	s.ok(&list, "", "list", "--json")
	if len(list) != 1 || list[0]["id"] != id || list[0]["actions"] != 2.0 || list[0]["stakeholders"] != 1.0 || list[0]["client"] != "Norvik Pumps" || list[0]["start"] != "2026-11-17" {
		t.Errorf("list: %v", list)
	}

	var shown struct {
		Workshop map[string]any
		People   []map[string]any
		Steps    []map[string]any
		Actions  []map[string]any
	}
	s.ok(&shown, "", "show", id, "--json")
	if shown.Workshop["title"] != "Pump line changeover" || len(shown.People) != 2 || len(shown.Steps) < 17 || shown.Actions[1]["number"] != 2.0 {
		t.Errorf("show: %v", shown)
	}

	var actions []map[string]any
	s.ok(&actions, "", "actions", "--overdue", "--owner", "Lena", "--json")
	if len(actions) != 1 || actions[0]["owner"] != "Lena Vogt" || actions[0]["title"] != "Label kanban lanes" || actions[0]["workshop"] != id {
		t.Errorf("actions: %v", actions)
	}
	var found []map[string]any
	s.ok(&found, "", "search", "kanban", "--json")
	if len(found) != 1 || found[0]["kind"] != "action" || found[0]["number"] != 1.0 || found[0]["owner"] != "Lena Vogt" {
		t.Errorf("search: %v", found)
	}

	var map_ struct {
		Index        float64
		Negative     int
		Stakeholders []struct {
			Code       string
			Priority   int
			Band       string
			ActNow     bool `json:"act_now"`
			ListenNext bool `json:"listen_first"`
			Flags      []string
		}
	}
	s.ok(&map_, "", "resist", "Pump line changeover", "--json")
	if map_.Index != -1 || map_.Negative != -8 || len(map_.Stakeholders) != 1 {
		t.Fatalf("resist: %+v", map_)
	}
	if x := map_.Stakeholders[0]; x.Priority != 12 || x.Band != "act" || !x.ActNow || !x.ListenNext || x.Code == "" || strings.Contains(x.Code, "Setters") {
		t.Errorf("resist: %+v", x)
	}

	folder := t.TempDir()
	for _, paper := range []string{"a4", "letter", "a3"} {
		for _, audience := range []string{"sponsor", "team", "facilitator"} {
			path := filepath.Join(folder, paper+audience+".pdf")
			s.ok(nil, "", "export", "readout", id, "-o", path, "--audience", audience, "--paper", paper)
			if b, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
				t.Errorf("%s is no PDF: %v", path, err)
			}
		}
	}
	sheet := filepath.Join(folder, "register.xlsx")
	s.ok(nil, "", "export", "register", id, "-o", sheet)
	if b, err := os.ReadFile(sheet); err != nil || !bytes.HasPrefix(b, []byte("PK")) {
		t.Errorf("no workbook: %v", err)
	}

	backup := filepath.Join(folder, "copy.nemawashi")
	s.ok(nil, "", "backup", "-o", backup)
	s.ok(nil, `{"actions":[{"title":"After the backup"}]}`, "apply", id, "-")
	stick := filepath.Join(folder, "stick")
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s.ok(nil, "", "backup", "--folder", stick)
	}
	if copies, err := filepath.Glob(filepath.Join(stick, "*.nemawashi")); err != nil || len(copies) != 2 {
		t.Errorf("on the stick are %q, %v", copies, err)
	}
	s.ok(nil, "", "restore", backup)
	s.ok(&shown, "", "show", id, "--json")
	if len(shown.Actions) != 2 {
		t.Errorf("%d actions after restore, want 2", len(shown.Actions))
	}
	var sound struct {
		OK       bool
		Problems []map[string]string
	}
	s.ok(&sound, "", "check", "--json")
	if !sound.OK || len(sound.Problems) != 0 {
		t.Errorf("check: %+v", sound)
	}
}

func TestSalvage(t *testing.T) {
	s := newShell(t)
	s.ok(nil, "", "demo", "--json")
	b, err := os.ReadFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[:4096])
	broken, saved := filepath.Join(t.TempDir(), "broken.nemawashi"), filepath.Join(t.TempDir(), "saved.nemawashi")
	if err := os.WriteFile(broken, b, 0o600); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Workshops, Records int
		Bad                int `json:"bad_pages"`
	}
	s.ok(&got, "", "salvage", broken, "-o", saved, "--json")
	if got.Workshops != 2 || got.Records < 50 || got.Bad != 1 {
		t.Errorf("salvaged %+v", got)
	}
	s.file = saved
	var list []map[string]any
	s.ok(&list, "", "list", "--json")
	s.ok(nil, "", "check")
	if len(list) != 2 {
		t.Errorf("%d workshops, want 2", len(list))
	}
}

func TestDemoAndSynth(t *testing.T) {
	s := newShell(t)
	var made struct{ Workshops, Rounds []string }
	s.ok(&made, "", "demo", "--json")
	if len(made.Workshops) != 2 {
		t.Errorf("demo: %+v", made)
	}
	s.ok(nil, "", "synth", "--workshops", "3", "--actions", "60")
	var list []map[string]any
	s.ok(&list, "", "list", "--json")
	if len(list) != 5 {
		t.Errorf("%d workshops, want 5", len(list))
	}
}

func TestFieldsAndTemplates(t *testing.T) {
	s := newShell(t)
	var kinds []struct {
		Kind   string
		Fields []struct {
			Name, Type     string
			Choices, Marks []string
		}
	}
	s.ok(&kinds, "", "fields", "--json")
	if len(kinds) != len(workshop.Kinds) || kinds[0].Kind != "workshop" || len(kinds[0].Fields) == 0 {
		t.Errorf("fields: %+v", kinds)
	}
	var templates []map[string]any
	s.ok(&templates, "", "templates", "--json")
	ids := ""
	for _, x := range templates {
		ids += x["id"].(string) + " "
	}
	for _, want := range []string{"kaikaku-kickoff-1", "kaikaku-kickoff-2", "kaizen-workshop-1", "kaizen-workshop-3", "kaizen-workshop-5", "self-assessment-round", "blank"} {
		if !strings.Contains(ids, want+" ") {
			t.Errorf("no template %s in %s", want, ids)
		}
	}
	if _, err := os.Stat(s.file); err == nil {
		t.Error("a library was made without need")
	}
}

func TestExitCodes(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	folder := t.TempDir()
	cases := map[string]struct {
		code  int
		says  string
		stdin string
		args  []string
	}{
		"no command":         {2, "command is missing", "", nil},
		"unknown command":    {2, `no command "frobnicate"`, "", []string{"frobnicate"}},
		"unknown subcommand": {2, `no command "poem"`, "", []string{"export", "poem"}},
		"unknown flag":       {2, "unknown flag", "", []string{"list", "--frobnicate"}},
		"too few arguments":  {2, "accepts 1 arg", "", []string{"show"}},
		"no output":          {2, "-o FILE", "", []string{"export", "readout", id}},
		"unknown audience":   {2, "audience", "", []string{"export", "readout", id, "-o", "x.pdf", "--audience", "press"}},
		"unknown paper":      {2, "paper", "", []string{"export", "readout", id, "-o", "x.pdf", "--paper", "a5"}},
		"unknown language":   {2, "--lang is en", "", []string{"export", "readout", id, "-o", "x.pdf", "--lang", "tlh"}},
		"bad date":           {2, "2026-11-22", "", []string{"actions", "--due-before", "soon"}},
		"no title":           {2, "--title", "", []string{"new", "--template", "blank"}},
		"unknown template":   {1, "no template", "", []string{"new", "--template", "x", "--title", "t"}},
		"unknown workshop":   {1, "no workshop", "", []string{"show", "nothing"}},
		"bad document":       {1, "actions[0].owner_name", `{"actions":[{"title":"a","owner_name":"b"}]}`, []string{"apply", id, "-"}},
		"review to come":     {1, "reviews[0].held: 9999-12-01 has not come yet", `{"measures":[{"name":"m"}],"reviews":[{"held":"9999-12-01"}]}`, []string{"apply", id, "-"}},
		"missing document":   {1, "nothing was changed", "", []string{"apply", id, filepath.Join(folder, "none.json")}},
		"export on a folder": {1, "", "", []string{"export", "register", id, "-o", folder}},
		"backup to nowhere":  {2, "--folder FOLDER", "", []string{"backup"}},
		"backup to both":     {2, "--folder FOLDER", "", []string{"backup", "-o", "x", "--folder", "y"}},
		"no stick":           {1, "is not there", "", []string{"backup", "--folder", filepath.Join(folder, "gone")}},
		"bad backup":         {1, "", "", []string{"restore", filepath.Join(folder, "none.nemawashi")}},
	}
	before := s.ok(nil, "", "show", id, "--json")
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			code, out, errs := s.try(c.stdin, c.args...)
			if code != c.code || !strings.Contains(errs, c.says) || strings.TrimSpace(errs) == "" || out != "" {
				t.Errorf("exit %d, out %q, err %q; want exit %d and %q", code, out, errs, c.code, c.says)
			}
		})
	}
	if after := s.ok(nil, "", "show", id, "--json"); after != before {
		t.Error("a refused command changed something")
	}
}

func TestForeignLibraryIsLeftAlone(t *testing.T) {
	s := newShell(t)
	if err := os.WriteFile(s.file, []byte("a shopping list, not a library"), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, errs := s.try("", "list", "--json")
	if code != 1 || out != "" || !strings.Contains(errs, "not a Nemawashi library") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
	if b, err := os.ReadFile(s.file); err != nil || string(b) != "a shopping list, not a library" {
		t.Errorf("the file was touched: %q %v", b, err)
	}
	var report struct{ OK bool }
	code, out, _ = s.try("", "check", "--json")
	if err := json.Unmarshal([]byte(out), &report); code != 1 || err != nil || report.OK {
		t.Errorf("check: exit %d, %q", code, out)
	}
}

func TestIdsArePrintedOnlyWhenSaved(t *testing.T) {
	s := newShell(t)
	s.ok(nil, "", "demo")
	var out bytes.Buffer
	a := &app{path: s.file, out: &out, err: &out}
	err := a.writing(func(lib *library.Library) error {
		all, err := lib.Workshops()
		if err != nil {
			return err
		}
		session, err := lib.Session(all[0].ID)
		if err != nil {
			return err
		}
		spoil(t, s.file)
		if err := session.Do("Add", func(e *workshop.Edit) error { e.Add(&workshop.Action{Title: "Never saved"}); return nil }); err != nil {
			return err
		}
		return a.document(map[string]int{"added": 1})
	})
	if err == nil || !strings.Contains(err.Error(), "not everything could be saved") || strings.Contains(err.Error(), "stays open") {
		t.Errorf("a disk that fails is reported as %v", err)
	}
	if out.Len() > 0 {
		t.Errorf("printed although nothing was saved: %s", out.String())
	}
}

// spoil damages every page of a library but the first, as a failing disk does.
func spoil(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096 + 2000; i < len(b); i += 4096 {
		b[i] ^= 1
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAWorkshopNamedTwiceStandsInTheRegisterOnce(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	s.ok(nil, facts, "apply", id, "-")
	file := filepath.Join(t.TempDir(), "register.xlsx")
	s.ok(nil, "", "export", "register", id, "Pump line changeover", "-o", file)
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Actions")
	if err != nil || len(rows) != 3 {
		t.Errorf("%d rows, %v; want the header and two actions", len(rows), err)
	}
}

func TestSeveralWorkshopsMakeOneCalendar(t *testing.T) {
	s := newShell(t)
	var made struct{ Workshops []string }
	s.ok(&made, "", "demo", "--json")
	uids := func(args ...string) []string {
		t.Helper()
		file := filepath.Join(t.TempDir(), "x.ics")
		s.ok(nil, "", append([]string{"export", "calendar", "-o", file}, args...)...)
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, l := range strings.Split(strings.ReplaceAll(string(b), "\r\n ", ""), "\r\n") {
			if strings.HasPrefix(l, "UID:") {
				out = append(out, l)
			}
		}
		slices.Sort(out)
		return out
	}
	each := slices.Sorted(slices.Values(append(uids(made.Workshops[0]), uids(made.Workshops[1])...)))
	if both := uids(made.Workshops...); len(both) < 20 || !slices.Equal(both, each) || !slices.Equal(both, uids("--all")) {
		t.Errorf("%d entries together, %d each", len(both), len(each))
	}
	for _, args := range [][]string{{"export", "calendar", "-o", "x.ics"}, {"export", "calendar", "--all", made.Workshops[0], "-o", "x.ics"}, {"export", "register", "-o", "x.xlsx"}} {
		if code, _, errs := s.try("", args...); code != 2 || !strings.Contains(errs, "--all") {
			t.Errorf("%v: exit %d, %q", args, code, errs)
		}
	}
}

func TestNothingIsNotBackedUp(t *testing.T) {
	s := newShell(t)
	to := filepath.Join(t.TempDir(), "backup.nemawashi")
	code, _, errs := s.try("", "backup", "-o", to)
	if code != 1 || !strings.Contains(errs, "there is no library") {
		t.Errorf("exit %d, %q", code, errs)
	}
	if code, out, errs := s.try("", "check"); code != 1 || !strings.Contains(errs, "there is no library") || out != "" {
		t.Errorf("of a library that is not there a check says %q, %q", out, errs)
	}
	for _, path := range []string{to, s.file} {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s was made", path)
		}
	}
}

func TestTheIndexReadsAsInTheReadout(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	s.ok(nil, `{"stakeholders": [{"name": "A", "influence": 5, "support_now": 1}, {"name": "B", "influence": 4, "support_now": -1},
		{"name": "C", "influence": 5, "support_now": 0}, {"name": "D", "influence": 3, "support_now": 0}, {"name": "E", "influence": 3, "support_now": 0}]}`, "apply", id, "-")
	if out := s.ok(nil, "", "resist", id); !strings.Contains(out, "Coalition index +3 % ") { // 1 of 40 is 2.5 %
		t.Errorf("%s", out)
	}
}

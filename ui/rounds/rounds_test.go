package rounds

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/form"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/library"
)

// bench is a library with one workshop and three leaders, and a window.
type bench struct {
	Desk
	t       testing.TB
	lib     *library.Library
	leaders []workshop.ID
	told    []string
	folder  string
}

func newBench(t testing.TB) *bench {
	t.Helper()
	t.Cleanup(run.Inline())
	lib, err := library.Open(filepath.Join(t.TempDir(), "library.nemawashi"), library.Options{Author: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	b := &bench{t: t, lib: lib, folder: t.TempDir()}
	id, err := lib.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Kickoff", Client: "Norvik Pumps"})
		for _, name := range []string{"Lena Vogt", "Ola Berg", "高橋 直美"} {
			b.leaders = append(b.leaders, e.Add(&workshop.Person{Name: name, Unit: "Plant"}))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := lib.Session(id)
	if err != nil {
		t.Fatal(err)
	}
	all, err := assess.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	w := snap.Window(snap.Look{Width: 1280, Height: 800})
	t.Cleanup(w.Close)
	b.Desk = Desk{Session: s, Shell: shell.New(shell.Config{Window: w, AppName: "Nemawashi"}), Questionnaires: all, Folder: b.folder,
		Now:  func() time.Time { return time.Date(2026, 11, 28, 9, 0, 0, 0, time.Local) },
		Name: func(p *workshop.Person) string { return p.Name },
		Tell: func(title string, err error) { b.told = append(b.told, fmt.Sprintf("%s: %v", title, err)) }}
	b.Shell.Open(below{newPage(CollectOptions{Shell: b.Shell}, &gathered{})})
	return b
}

// below is a page to come back to.
type below struct{ *Page }

func (below) ID() string { return "below" }

// Workshop implements Source.
func (b *bench) Workshop(id workshop.ID) (*workshop.Session, bool) {
	return b.Session, id == b.Session.ID()
}

// handOut plans a round for all leaders and writes its forms; it returns the round and the folder.
func (b *bench) handOut() (workshop.ID, string) {
	b.t.Helper()
	var id workshop.ID
	if err := b.Session.Do("plan", func(e *workshop.Edit) error {
		id = e.Add(&workshop.Round{Title: "Leader engagement / round 1", Status: workshop.RoundPlanned, MinGroup: 4, Managers: b.leaders, ReportsAsked: 8, Questionnaire: "engagement", QuestionnaireVersion: 1})
		return nil
	}); err != nil {
		b.t.Fatal(err)
	}
	r, _ := b.round(id)
	write(b.Desk, r, b.folder, true, false, true, true, true)
	folders, err := filepath.Glob(filepath.Join(b.folder, "*"))
	if err != nil || len(folders) == 0 {
		b.t.Fatalf("%v %v %v", folders, err, b.told)
	}
	return id, folders[len(folders)-1]
}

// named finds the only file of a folder whose name holds all these words.
func (b *bench) named(folder string, words ...string) string {
	b.t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		b.t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		fits := true
		for _, w := range words {
			fits = fits && strings.Contains(e.Name(), w)
		}
		if fits {
			found = append(found, filepath.Join(folder, e.Name()))
		}
	}
	if len(found) == 0 {
		b.t.Fatalf("no file with %q", words)
	}
	return found[0]
}

func (b *bench) code(i int) string {
	code := ""
	b.Session.Read(func(w *workshop.Workshop) { code = workshop.Find[workshop.Person](w, b.leaders[i]).Code })
	return code
}

// fill writes a copy of an assessment file with answers.
func (b *bench) fill(from, name, copy string, level, answered int, finished bool) string {
	b.t.Helper()
	s, err := form.ReadSheet(from)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, it := range s.Questionnaire.Items[:answered] {
		s.Answer(it.ID, workshop.Answer{Now: level, Needed: 5})
	}
	s.Copy, s.Finished = copy, finished
	path := filepath.Join(b.t.TempDir(), name)
	if err := form.WriteSheet(path, s); err != nil {
		b.t.Fatal(err)
	}
	return path
}

// fillExcel writes a copy of an Excel form with answers.
func fillExcel(t testing.TB, from, path string, level, answered int) string {
	t.Helper()
	f, err := excelize.OpenFile(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for _, sheet := range f.GetSheetList() {
		if id, err := f.GetCellValue(sheet, "A1"); err != nil || id != "Id" {
			continue
		}
		for row := 2; row <= 6 && n < answered; row++ {
			n++
			for cell, v := range map[string]int{"H": 1 + (level+n)%5, "I": 5} {
				if err := f.SetCellValue(sheet, fmt.Sprint(cell, row), v); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestHandingOutWritesFormsUnderCodeNamesAndOpensTheRound(t *testing.T) {
	b := newBench(t)
	id, folder := b.handOut()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 12 {
		t.Fatalf("%v %d files", err, len(entries))
	}
	for _, e := range entries {
		for _, name := range []string{"Lena", "Vogt", "Ola", "Berg", "高橋"} {
			if strings.Contains(e.Name(), name) {
				t.Errorf("%s names somebody", e.Name())
			}
		}
	}
	r, a := b.round(id)
	if r.Status != workshop.RoundOpen || r.MinGroup != 4 || r.Statements == "" || len(a.Missing) != 3 || a.ReportsAsked != 8 {
		t.Fatalf("%+v %+v", r, a)
	}
	s, err := form.ReadSheet(b.named(folder, "direct reports", b.code(0), ".nema"))
	if err != nil || s.By != assess.ByReport || s.About != string(b.leaders[0]) || s.Name != "Lena Vogt" || s.Least != 4 || s.Client != "Norvik Pumps" {
		t.Errorf("%v %+v", err, s)
	}
	f, problems, err := form.Read(context.Background(), b.named(folder, "direct reports", b.code(1), ".xlsx"))
	if err != nil || len(problems) > 0 || f.About != string(b.leaders[1]) || f.By != assess.ByReport {
		t.Errorf("%v %v %+v", err, problems, f)
	}
	// Again, beside the first ones, which may hold answers.
	write(b.Desk, r, b.folder, false, false, true, true, false)
	if all, err := os.ReadDir(b.folder); err != nil || len(all) != 2 {
		t.Errorf("%v %v", err, all)
	}
	if label := b.Session.CanUndo(); label == "Hand out the round" {
		t.Error("opening can be undone while forms are out")
	}
}

func TestAStoppedHandOutLeavesNothing(t *testing.T) {
	b := newBench(t)
	id, folder := b.handOut()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	r, _ := b.round(id)
	ctx, cancel := context.WithCancel(context.Background())
	h := &handing{desk: b.Desk, round: r, q: b.Questionnaires[0], app: true, excel: true, done: written{papers: papers(r, nil, true, true, false, b.Name)}}
	err := h.write(ctx, b.folder, func(done, _ int) { cancel() })
	if left, _ := os.ReadDir(b.folder); !errors.Is(err, context.Canceled) || len(left) != 0 {
		t.Errorf("%v left %v", err, left)
	}
	if err := h.write(context.Background(), filepath.Join(b.folder, "none"), func(int, int) {}); err == nil || !strings.Contains(err.Error(), "nothing was written") {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestEveryFileThatComesBackIsExplained(t *testing.T) {
	b := newBench(t)
	id, folder := b.handOut()
	other, otherFolder := b.handOut()
	if err := b.Session.Do("close", func(e *workshop.Edit) error {
		r, err := workshop.Modify[workshop.Round](e, other)
		if err == nil {
			r.Status = workshop.RoundClosed
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	self, report := b.named(folder, b.code(0)+".nema"), b.named(folder, "direct reports", b.code(0), ".nema")
	sheet := b.named(folder, "direct reports", b.code(0), ".xlsx")
	letter := filepath.Join(t.TempDir(), "letter.xlsx")
	if err := os.WriteFile(letter, []byte("Dear colleagues,"), 0o600); err != nil {
		t.Fatal(err)
	}
	off := fillExcel(t, sheet, filepath.Join(t.TempDir(), "off.xlsx"), 1, 20)
	if f, err := excelize.OpenFile(off); err != nil || f.SetCellValue(f.GetSheetList()[1], "H3", 7) != nil || f.Save() != nil || f.Close() != nil {
		t.Fatal(err)
	}
	paths := []string{
		b.fill(self, "lena.nema", "l", 3, 20, true),
		b.fill(report, "a.nema", "a", 3, 20, true), b.fill(report, "b.nema", "b", 3, 20, true), b.fill(report, "b twice.nema", "b", 3, 19, false), b.fill(report, "c.nema", "c", 2, 9, false),
		fillExcel(t, sheet, filepath.Join(t.TempDir(), "d.xlsx"), 1, 20), fillExcel(t, sheet, filepath.Join(t.TempDir(), "half.xlsx"), 2, 11), sheet,
		b.fill(b.named(otherFolder, b.code(1)+".nema"), "late.nema", "x", 3, 20, true), letter, off,
	}
	var done []workshop.ID
	o := CollectOptions{Shell: b.Shell, From: b, Tell: b.Tell, Done: func(changed []workshop.ID) { done = changed }}
	Collect(o, paths)
	p, ok := b.Shell.Page().(*Page)
	if !ok {
		t.Fatalf("no list is shown: %v", b.told)
	}
	got := map[string]*assess.Arrival{}
	for _, a := range p.lines {
		got[a.Name] = a
	}
	for name, want := range map[string]struct {
		verdict assess.Verdict
		taken   bool
	}{"lena.nema": {assess.Whole, true}, "a.nema": {assess.Whole, true}, "b.nema": {assess.Whole, true}, "b twice.nema": {assess.Double, false}, "c.nema": {assess.Unfinished, false},
		"d.xlsx": {assess.Whole, true}, "half.xlsx": {assess.HalfFilled, true}, filepath.Base(sheet): {assess.Empty, false}, "late.nema": {assess.Late, false},
		"letter.xlsx": {assess.Broken, false}, "off.xlsx": {assess.Broken, false}} {
		if a := got[name]; a == nil || a.Verdict != want.verdict || a.Take != want.taken || (a.Reason == "") != (want.verdict == assess.Whole) {
			t.Errorf("%s: %+v", name, a)
		}
	}
	if n := len(p.lines); n != len(paths) {
		t.Errorf("%d lines for %d files", n, len(paths))
	}
	if !strings.Contains(p.said.Text, "5 will be taken in") || !strings.Contains(p.said.Text, "cannot be taken out again") {
		t.Errorf("%q", p.said.Text)
	}
	_, before := b.round(id)
	if before.Leaders+before.Reports > 0 {
		t.Error("something was taken before anybody said so")
	}
	// The half-filled one is left, the unfinished one taken all the same.
	for _, name := range []string{"half.xlsx", "c.nema"} {
		for i, a := range p.lines {
			if a.Name == name {
				p.table.Step(i - p.table.Row())
				p.toggle()
			}
		}
	}
	p.take()
	r, a := b.round(id)
	if a.Leaders != 1 || a.Reports != 4 || len(a.Missing) != 2 || len(done) != 1 || len(b.told) > 0 {
		t.Fatalf("%+v %v %v", a, done, b.told)
	}
	if _, err := b.Session.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, a = b.round(id); a.Leaders != 0 || a.Reports != 4 {
		t.Errorf("after undo: %+v", a)
	}
	// The same files again: nothing new but what was undone.
	Collect(o, paths)
	p = b.Shell.Page().(*Page)
	if all, protected := p.g.taken(); all != 2 || protected != 1 { // the leader's, and the half-filled one that was left
		t.Errorf("%d, %d are taken again: %s", all, protected, r.Title)
	}
}

func TestReadingStops(t *testing.T) {
	b := newBench(t)
	_, folder := b.handOut()
	ctx, cancel := context.WithCancel(context.Background())
	sheet := b.named(folder, ".xlsx")
	forms, unread, err := read(ctx, []string{sheet, sheet, sheet}, func(done int, _ string) {
		if done == 1 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || forms != nil || unread != nil {
		t.Errorf("%v %v %v", forms, unread, err)
	}
}

func TestClosingAndDeletingAskFirst(t *testing.T) {
	b := newBench(t)
	id, _ := b.handOut()
	overlay := func() bool { return b.Shell.Window().Canvas().Overlays().Top() != nil }
	b.Shell.Window().Canvas().Overlays().Remove(b.Shell.Window().Canvas().Overlays().Top())
	Close(b.Desk, id)
	if r, _ := b.round(id); r.Closed() || !overlay() || !strings.Contains(snap.Words(b.Shell.Window()), "Lena Vogt, Ola Berg") {
		t.Error("the round was closed without a question, or the question does not say who is missing")
	}
	b.Shell.Window().Canvas().Overlays().Remove(b.Shell.Window().Canvas().Overlays().Top())
	Delete(b.Desk, id)
	if r, _ := b.round(id); r == nil || !overlay() {
		t.Error("the round was deleted without a question")
	}
}

func TestPlanningARound(t *testing.T) {
	b := newBench(t)
	p := &plan{desk: b.Desk, leaders: b.people(), chosen: map[workshop.ID]bool{}}
	p.show("Plan a round", &workshop.Round{Date: "2026-11-28", Status: workshop.RoundPlanned})
	p.save()
	if p.title.Problem == "" || !p.dialog.Open() {
		t.Error("a round without a title was planned")
	}
	p.title.SetText("Round 1")
	p.least.SetText("2")
	p.reports.SetText("many")
	p.save()
	if p.least.Problem == "" || p.reports.Problem == "" {
		t.Errorf("%q %q", p.least.Problem, p.reports.Problem)
	}
	p.least.SetText("3")
	p.reports.SetText("9")
	p.chosen[b.leaders[1]] = true
	p.save()
	var all []*workshop.Round
	b.Session.Read(func(w *workshop.Workshop) { all = workshop.All[workshop.Round](w) })
	if len(all) != 1 || all[0].MinGroup != 3 || all[0].ReportsAsked != 9 || len(all[0].Managers) != 1 || all[0].Status != workshop.RoundPlanned || all[0].Questionnaire != "engagement" || p.dialog.Open() {
		t.Fatalf("%+v %v", all, b.told)
	}
	if _, err := b.Session.Undo(); err != nil {
		t.Error(err)
	}
}

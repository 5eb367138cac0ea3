package ui_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// sponsorFiles is the name of what the sponsor gets of the sample, without the
// extension.
const sponsorFiles = "Norvik Pumps, Pump line changeover, 2026-11-17, sponsor"

func exporting(t *testing.T) *desk {
	t.Helper()
	d := start(t, withSample)
	d.enter()
	d.press("Ctrl+E")
	d.sees("1. Who is it for?", "2. What and how?", "Checked before export")
	d.check("Open the folder when ready").OnTap() // there is no program to open it with
	return d
}

func (d *desk) files() []string {
	d.Helper()
	entries, err := os.ReadDir(d.folder)
	if err != nil {
		d.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func (d *desk) content(name string) []byte {
	d.Helper()
	b, err := os.ReadFile(filepath.Join(d.folder, name))
	if err != nil {
		d.Fatal(err)
	}
	return b
}

func TestExportWritesBothFiles(t *testing.T) {
	d := exporting(t)
	d.sees(sponsorFiles+".pdf", sponsorFiles+".xlsx", "Export 2 files")
	d.tap("Export 2 files")
	if d.dialogOpen() {
		t.Fatalf("still open: %s", d.words())
	}
	if got := d.files(); len(got) != 2 {
		t.Fatalf("files %q", got)
	}
	if pdf := d.content(sponsorFiles + ".pdf"); !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf[len(pdf)-32:], []byte("%%EOF")) {
		t.Error("the readout is no PDF")
	}
	book, err := excelize.OpenReader(bytes.NewReader(d.content(sponsorFiles + ".xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, sheet := range book.GetSheetList() {
		all, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range all {
			rows += strings.Count(strings.Join(row, "\n"), "Move the torque tool to the point of use, cell 2")
		}
	}
	if rows == 0 {
		t.Error("the register lacks an action")
	}
	if !strings.Contains(d.notice(), sponsorFiles) {
		t.Errorf("notice %q", d.notice())
	}
	d.onPage("room")
}

func TestExportFollowsTheAudience(t *testing.T) {
	d := exporting(t)
	d.sees("No name from the resistance map", "Sign-off")
	d.seesNot("Real names, on a page of their own")
	d.check("Facilitator").Tapped(nil)
	d.sees("Holds judgements about people", "facilitator.pdf", "Real names, on a page of their own")
	d.seesNot("No name from the resistance map", "sponsor.pdf")
	d.check("Real names, on a page of their own").Tapped(nil)
	d.sees("The last page says who is behind the code names")
	d.check("Team").Tapped(nil)
	d.sees("No name from the resistance map", "team.pdf")
	d.seesNot("Real names, on a page of their own", "judgements")
	for _, name := range []string{"Sponsor", "Team", "Facilitator"} {
		if got, want := d.check(name).Checked, name == "Team"; got != want {
			t.Errorf("%s chosen: %v", name, got)
		}
	}
}

func TestExportLeavesOutWhatIsUnchecked(t *testing.T) {
	d := exporting(t)
	d.tap("Export 2 files")
	whole := len(d.content(sponsorFiles + ".pdf"))
	d.press("Ctrl+E")
	d.check("Open the folder when ready").OnTap()
	d.check("Action register").Tapped(nil)
	d.check("Excel register").Tapped(nil)
	d.choose("Letter")
	d.tap("Export 1 file")
	d.tap("Replace")
	if part := len(d.content(sponsorFiles + ".pdf")); part >= whole {
		t.Errorf("%d bytes without the register of actions, %d with it", part, whole)
	}
}

func TestExportNeedsAFile(t *testing.T) {
	d := exporting(t)
	d.check("PDF readout").Tapped(nil)
	d.check("Excel register").Tapped(nil)
	if !d.button("Export 0 files").Disabled() {
		t.Error("nothing can be exported")
	}
	d.press("Ctrl+Enter")
	if len(d.files()) != 0 || !d.dialogOpen() {
		t.Errorf("files %q, dialog open %v", d.files(), d.dialogOpen())
	}
}

func TestExportAsksBeforeItReplaces(t *testing.T) {
	d := exporting(t)
	old := []byte("somebody has written notes into it")
	if err := os.WriteFile(filepath.Join(d.folder, sponsorFiles+".xlsx"), old, 0o644); err != nil {
		t.Fatal(err)
	}
	d.tap("Export 2 files")
	d.sees("Replace what is there?", sponsorFiles+".xlsx")
	d.press("Esc")
	if got := d.files(); len(got) != 1 || !bytes.Equal(d.content(sponsorFiles+".xlsx"), old) {
		t.Fatalf("after Esc: %q", got)
	}
	d.tap("Export 2 files")
	d.press("Enter") // keep both
	if got := d.files(); len(got) != 3 || !bytes.Equal(d.content(sponsorFiles+".xlsx"), old) {
		t.Fatalf("after keeping both: %q", got)
	}
	d.content(sponsorFiles + " (2).pdf")
	d.content(sponsorFiles + " (2).xlsx")
	d.press("Ctrl+E")
	d.check("Open the folder when ready").OnTap()
	d.sees("A file of that name is there already")
	d.tap("Export 2 files")
	d.tap("Replace")
	if got := d.files(); len(got) != 4 || bytes.Equal(d.content(sponsorFiles+".xlsx"), old) {
		t.Fatalf("after replacing: %q", got)
	}
}

func TestExportToAnotherFolder(t *testing.T) {
	d := exporting(t)
	d.tap("Change...")
	d.replaces("relative/folder")
	d.press("Enter")
	d.sees("Type the whole path of a folder")
	other := d.TempDir()
	d.replaces(other)
	d.press("Enter")
	d.sees(other)
	d.folder = other
	d.tap("Export 2 files")
	if got := d.files(); len(got) != 2 {
		t.Fatalf("files %q", got)
	}
	if got := settings.Of(d.app).Folder(); got != other {
		t.Errorf("the next export would go to %q", got)
	}
}

func TestExportIntoAMissingFolder(t *testing.T) {
	d := exporting(t)
	if err := os.Remove(d.folder); err != nil {
		t.Fatal(err)
	}
	d.tap("Export 2 files")
	d.sees("The export was not finished", "your workshop is unchanged", "choose another folder")
	if err := os.Mkdir(d.folder, 0o755); err != nil {
		t.Fatal(err)
	}
	d.tap("Try again")
	if got := d.files(); len(got) != 2 {
		t.Fatalf("files %q", got)
	}
}

func TestExportOntoAReadOnlyFile(t *testing.T) {
	d := exporting(t)
	old := []byte("as it was")
	if err := os.WriteFile(filepath.Join(d.folder, sponsorFiles+".xlsx"), old, 0o444); err != nil {
		t.Fatal(err)
	}
	d.tap("Export 2 files")
	d.tap("Replace")
	d.sees("The export was not finished", "read-only and was left as it was", "Written before that: "+sponsorFiles+".pdf")
	if !bytes.Equal(d.content(sponsorFiles+".xlsx"), old) {
		t.Error("the read-only file was replaced")
	}
	d.tap("Close")
	d.sees("1. Who is it for?") // everything chosen is still there
}

func TestExportIsOffOutsideOfRooms(t *testing.T) {
	d := start(t, withSample)
	d.press("Ctrl+E")
	if d.dialogOpen() {
		t.Fatal("exports without a workshop")
	}
	d.enter()
	d.ui.ShowBoard("resistance")
	d.onPage("resistance")
	d.press("Ctrl+E")
	d.sees("Pump line changeover", "1. Who is it for?")
}

// TestStrangeTextGoesThroughEverything types what people paste and exports it.
func TestStrangeTextGoesThroughEverything(t *testing.T) {
	d := start(t, nil)
	d.press("N")
	d.types("改善 ワークショップ {nb} 🚀")
	d.press("Enter")
	d.ui.ShowBoard("actions")
	texts := []string{
		"Family 👩‍👩‍👧 and flag 🇩🇪", "日本語のアクション", "e\u0301 combining a\u0308", "right \u200fto\u200f left עברית العربية",
		strings.Repeat("Donaudampfschifffahrt", 23), "{nb} page {total}", "=SUM(A1:A9)", "'quoted", "+1", "zero\u200bwidth",
	}
	for _, text := range texts {
		d.pastes(text)
		d.press("Enter")
	}
	for bad, why := range map[string]string{"over\u202eride": "direction override", strings.Repeat("x", 5000): "the limit is 500"} {
		d.pastes(bad)
		d.press("Enter")
		d.sees("Not added", why, "The line is as you typed it")
		d.shortcut(&fyne.ShortcutSelectAll{})
		d.press("Backspace")
	}
	var kept []string
	for _, a := range actionsOf(d, d.workshops()[0].Title) {
		kept = append(kept, a.Title)
	}
	if len(kept) != len(texts) {
		t.Fatalf("%d actions of %d: %q", len(kept), len(texts), kept)
	}
	d.press("Ctrl+E")
	d.check("Open the folder when ready").OnTap()
	d.tap("Export 2 files")
	files := d.files()
	if len(files) != 2 {
		t.Fatalf("files %q: %s", files, d.words())
	}
	for _, f := range files {
		if filepath.Ext(f) != ".xlsx" {
			continue
		}
		book, err := excelize.OpenReader(bytes.NewReader(d.content(f)))
		if err != nil {
			t.Fatal(err)
		}
		var cells strings.Builder
		for _, sheet := range book.GetSheetList() {
			rows, err := book.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				cells.WriteString(strings.Join(row, "\n") + "\n")
			}
		}
		for _, title := range kept {
			if !strings.Contains(cells.String(), title) {
				t.Errorf("the register lacks %.40q", title)
			}
		}
	}
}

// TestOneFileForEachOwner writes them, says whose each is, and takes them back together.
func TestOneFileForEachOwner(t *testing.T) {
	d := start(t, withSample)
	d.enter()
	s := d.session("Pump line changeover")
	owners := map[workshop.ID]string{}
	s.Read(func(w *workshop.Workshop) {
		for _, a := range workshop.All[workshop.Action](w) {
			if p := workshop.Find[workshop.Person](w, a.Owner); p != nil {
				owners[p.ID] = p.Name
			}
		}
	})
	d.press("Ctrl+E")
	d.check("Open the folder when ready").OnTap()
	d.check("Team").OnTap()
	d.check("PDF readout").OnTap()
	d.check("One file for each owner").OnTap()
	d.sees("owner 01 of ", "you are told whose each is")
	d.tap(fmt.Sprintf("Export %d files", len(owners)))
	files := d.files()
	if len(files) != len(owners) {
		t.Fatalf("%d files, want %d: %q", len(files), len(owners), files)
	}
	d.sees("Which file is for whom")
	d.tap("Copy the list")
	list := d.app.Clipboard().Content()
	for i, f := range files {
		if !strings.HasPrefix(f, fmt.Sprintf("Norvik Pumps, Pump line changeover, 2026-11-17, team, owner %02d of ", i+1)) {
			t.Errorf("file %q", f)
		}
		if !strings.Contains(list, f+"\t") {
			t.Errorf("%q is not in the list: %s", f, list)
		}
	}
	for _, name := range owners {
		if !strings.Contains(list, "\t"+name+"\t") {
			t.Errorf("%s has no file: %s", name, list)
		}
		for _, f := range files {
			if strings.Contains(f, name) {
				t.Errorf("the name of the file %q names somebody", f)
			}
		}
	}
	d.tap("Close")
	if d.dialogOpen() {
		t.Fatal("still open")
	}
	var paths []string
	for i, f := range files[:2] {
		path := filepath.Join(d.folder, f)
		book, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows("Actions")
		if err != nil {
			t.Fatal(err)
		}
		cell, err := excelize.CoordinatesToCellName(1+slices.Index(rows[0], "Latest update"), 2)
		if err == nil {
			err = book.SetCellValue("Actions", cell, fmt.Sprint("From copy ", i))
		}
		if err == nil {
			err = book.Save()
		}
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	d.ui.TakeBack(paths...)
	d.sees("From copy 0", "From copy 1")
	if _, err := os.Stat(paths[0]); err != nil {
		t.Error(err)
	}
}

// TestOneFileForEachOwnerIsAskedAboutWhereTheyAre: files that are there are not written over without a word.
func TestOneFileForEachOwnerIsAskedAboutWhereTheyAre(t *testing.T) {
	d := exporting(t)
	d.check("PDF readout").OnTap()
	d.check("One file for each owner").OnTap()
	export := func() {
		for n := range 20 {
			if b := d.maybe(fmt.Sprintf("Export %d files", n)); b != nil {
				test.Tap(b)
				return
			}
		}
		t.Fatalf("no button: %s", d.words())
	}
	export()
	d.tap("Close")
	n := len(d.files())
	d.press("Ctrl+E")
	d.check("Open the folder when ready").OnTap()
	d.check("PDF readout").OnTap()
	d.check("One file for each owner").OnTap()
	export()
	d.sees("Replace what is there?", fmt.Sprintf("%d more", n-2))
	d.tap("Keep both")
	if got := len(d.files()); got != 2*n {
		t.Errorf("%d files, want %d", got, 2*n)
	}
}

// maybe is the button with these words, nil where there is none.
func (d *desk) maybe(words string) *widgets.Button {
	var found *widgets.Button
	d.each(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == words {
			found = b
		}
	})
	return found
}

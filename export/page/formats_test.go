//go:build formats

package page

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// tool calls one of the independent programs that read our files. A missing program fails the test.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func onDisk(t *testing.T, d *Document) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "demo.pdf")
	if err := os.WriteFile(path, write(t, d), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// squeezed is text without white space, which line breaks and columns change.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func TestFilesPassIndependentReaders(t *testing.T) {
	for _, paper := range Papers() {
		t.Run(paper.String(), func(t *testing.T) {
			path := onDisk(t, demo(t, paper))
			if out := tool(t, "qpdf", "--check", path); strings.Contains(strings.ToLower(out), "warning") || !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Errorf("qpdf complains:\n%s", out)
			}
			checkFonts(t, tool(t, "pdffonts", path))
			info := tool(t, "pdfinfo", path)
			size := map[Paper]string{A4: "595.28 x 841.89", Letter: "612 x 792", A3: "1190.55 x 841.89"}[paper]
			for _, want := range []string{"Title:           Changeover on line 4: results", "Author:          Maria Keller", "Keywords:        kaizen, Größe", size} {
				if !strings.Contains(info, want) {
					t.Errorf("pdfinfo does not say %q:\n%s", want, info)
				}
			}
			if out := tool(t, "pdftoppm", "-r", "20", "-png", path, filepath.Join(t.TempDir(), "page")); out != "" {
				t.Errorf("pdftoppm complains: %s", out)
			}
			checkText(t, squeezed(tool(t, "pdftotext", "-raw", path, "-")))
			checkContents(t, path)
		})
	}
}

func checkFonts(t *testing.T, table string) {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(table), "\n")[2:]
	if len(rows) < 5 {
		t.Errorf("fewer typefaces than the demo needs:\n%s", table)
	}
	for _, row := range rows {
		if !regexp.MustCompile(`Identity-H\s+yes yes yes`).MatchString(row) {
			t.Errorf("not embedded as a subset with a map to Unicode: %s", row)
		}
	}
}

// checkText looks for what must be in the file, in order and once.
func checkText(t *testing.T, text string) {
	t.Helper()
	at := 0
	for i := range 60 {
		title := squeezed(actionTitle(i))
		if n := strings.Count(text, title+"Countermeasure"); n != 1 {
			t.Errorf("title %d stands %d times in the register", i+1, n)
		}
		next := strings.Index(text, title+"Countermeasure")
		if next < at {
			t.Errorf("title %d stands before the one ahead of it", i+1)
		}
		at = next
	}
	for _, want := range []string{"{nb}", strings.Repeat("Donaudampfschifffahrt", 6), "日本語の文章はここで折り返されます。", "Größe,Łódź,Ελλάδα,Київ,✓→≥●",
		"[U+1F469woman][U+1F527wrench]", "[Hebrewtext,8characters][Arabictext,12characters][Hangultext,3characters]bad[U+FFFDreplacementcharacter]byte"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not contain %q", want)
		}
	}
	if n := strings.Count(text, "Averylongnotethathastogoon."); n < 380 {
		t.Errorf("of 400 long sentences only %d are there", n)
	}
}

// checkContents compares the page numbers in the contents with the pages on which the headings stand.
func checkContents(t *testing.T, path string) {
	t.Helper()
	contents := tool(t, "pdftotext", "-raw", "-f", "2", "-l", "2", path, "-")
	for _, title := range []string{"Summary", "Charter", "Action register", "Charts", "Photos", "Sign-off"} {
		found := regexp.MustCompile(regexp.QuoteMeta(title) + ` (\d+)`).FindStringSubmatch(contents)
		if found == nil {
			t.Errorf("%q is not in the contents:\n%s", title, contents)
			continue
		}
		on := tool(t, "pdftotext", "-raw", "-f", found[1], "-l", found[1], path, "-")
		if !regexp.MustCompile(`(?m)^`+title+`$`).MatchString(on) || !strings.Contains(on, fmt.Sprintf("Page %s of ", found[1])) {
			t.Errorf("%q is not on page %s, as the contents say", title, found[1])
		}
	}
}

func TestLongWordsAndHardTextSurvive(t *testing.T) {
	d := New(Options{Title: "Hard"})
	long := ""
	for i := range 700 {
		long += fmt.Sprintf("x%06d", i)
	}
	d.Add(Table{Columns: []Column{{Title: "No."}, {Title: "Text", Weight: 1}}, Rows: []Row{TextRow("1", long)}}, Paragraph{Text: long})
	d.Add(Heading{Level: 1, Text: long}, Callout{Title: long, Text: long}, Tiles{{Value: long, Label: long}, {Value: "1", Label: "one"}},
		Board{{Title: "Wide", Cards: []Card{{Text: long, Notes: []string{long}}}}, {Title: "Other", Cards: []Card{{Text: "short"}}}},
		Facts{Items: []Fact{{"Long", long, true}}}, Bullets{Items: []string{long}}, Cover{Title: "Title", Facts: []Fact{{"Long", long, false}}})
	for _, text := range hard {
		d.Add(Paragraph{Text: text})
	}
	path := onDisk(t, d)
	checkMargins(t, tool(t, "pdftotext", "-bbox", path, "-"), A4.sheet())
	if out := tool(t, "qpdf", "--check", path); strings.Contains(strings.ToLower(out), "warning") {
		t.Errorf("qpdf complains:\n%s", out)
	}
	text := squeezed(tool(t, "pdftotext", "-raw", "-nopgbrk", path, "-"))
	for i := range 700 {
		// Nine blocks hold the word; page ends may cut a part in two in a few of them.
		if n := strings.Count(text, fmt.Sprintf("x%06d", i)); n < 9 {
			t.Fatalf("part %d of the long word is there %d times", i, n)
		}
	}
	if !strings.Contains(text, "{nb}") {
		t.Error("{nb} does not print as it was typed")
	}
}

// checkMargins looks at the box of every word on every page.
func checkMargins(t *testing.T, boxes string, s sheet) {
	t.Helper()
	found := regexp.MustCompile(`xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*)</word>`).FindAllStringSubmatch(boxes, -1)
	if len(found) < 100 {
		t.Fatalf("only %d words have a box", len(found))
	}
	for _, word := range found {
		var at [4]float64
		for i := range at {
			at[i], _ = strconv.ParseFloat(word[i+1], 64)
		}
		if at[0] < s.left-1 || at[2] > s.w-s.right+1 || at[1] < s.top*0.25 || at[3] > s.h-s.bottom*0.25 {
			t.Errorf("%q at %v leaves the page", word[5], at)
		}
	}
}

package ui_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/storage"

	"nemawashi.app/workshop/template"
)

// TestADamagedTemplateIsRefusedWhole drops a template whose minutes are a word: the line and the reason are said, and nothing of it is kept.
func TestADamagedTemplateIsRefusedWhole(t *testing.T) {
	d := start(t, nil)
	plan, ok := templates(t).ByID("kaizen-workshop-1")
	if !ok {
		t.Fatal("the template is gone")
	}
	ours := plan.Clone()
	ours.ID, ours.Title = "ours", "Our way"
	good := string(template.Write(ours))
	bad := strings.Replace(good, `"minutes": 60`, `"minutes": "long"`, 1)
	line := 1 + strings.Count(good[:strings.Index(good, `"minutes": 60`)], "\n")
	drop := func(name, text string) {
		t.Helper()
		path := filepath.Join(d.folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		d.ui.Drop(storage.NewFileURI(path))
	}
	drop("bad.nematemplate", bad)
	d.sees("The template was not taken", "bad.nematemplate:"+strconv.Itoa(line)+":", "Nothing was changed.")
	d.press("Esc")
	if docs, err := d.lib.Templates(); err != nil || len(docs) != 0 {
		t.Errorf("%d templates are kept, %v", len(docs), err)
	}
	drop("half.nematemplate", good[:len(good)/2])
	d.sees("The template was not taken", "half.nematemplate")
	d.press("Esc")
	drop("good.nematemplate", good)
	d.sees("Taken: Our way")
}

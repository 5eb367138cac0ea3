//go:build e2e

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nemawashi.app/workshop"
)

// mistakes are put into the sources of the app that this test builds for itself,
// and only there: the go command is given other files in the place of the real
// ones. Each stands where a page, a board or background work of the app could
// have one of its own.
var mistakes = map[string][2]string{
	"ui/settings/page.go": {"func (p *Page) Shown() {}", "func (p *Page) Shown() { panic(\"Lena Vogt said something\") }"},
	"ui/safety.go":        {"run.Go(func(ctxDone) { found, err = a.lib.Check() }", "run.Go(func(ctxDone) { var none []int; _ = none[len(a.rooms)] }"},
}

// mistaken builds the app with the mistakes in it.
func mistaken(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	replace := map[string]string{}
	for file, m := range mistakes {
		real := filepath.Join(root, filepath.FromSlash(file))
		source, err := os.ReadFile(real)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(source, []byte(m[0])); n != 1 {
			t.Fatalf("%q is in %s %d times; the mistake has to be written anew", m[0], file, n)
		}
		replace[real] = filepath.Join(folder, strings.ReplaceAll(file, "/", "-"))
		if err := os.WriteFile(replace[real], bytes.Replace(source, []byte(m[0]), []byte(m[1]), 1), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	overlay := filepath.Join(folder, "overlay.json")
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err == nil {
		err = os.WriteFile(overlay, list, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	app := filepath.Join(folder, "nemawashi")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-overlay", overlay, "-tags", "migrated_fynedo", "-o", app, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return app
}

// TestMistakeInAPage makes pages of the real app panic in its real window: the app
// ends, with all that was typed on the disk and a report without a word of it, and
// the next start says so.
func TestMistakeInAPage(t *testing.T) {
	app := mistaken(t)
	for name, reach := range map[string]string{"a page": "ctrl+comma", "work in the background": "Check the library"} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			s := launchApp(t, app, home, "--library", filepath.Join(home, "library.nemawashi"))
			s.keys("n")
			s.types("Secret client")
			s.keys("Return")
			s.wait("room")
			s.command("Open Actions")
			s.types("Typed just before")
			s.quiet()
			s.keys("Return")
			s.wait("did")
			if strings.HasPrefix(reach, "ctrl") {
				s.keys(reach)
			} else {
				s.command(reach)
			}
			s.until("the end of the app", func() bool { return s.heard("crashed") })
			s.ends()
			reports, err := filepath.Glob(filepath.Join(home, "nemawashi-crash-*"))
			if err != nil || len(reports) != 1 {
				t.Fatalf("reports %q, %v", reports, err)
			}
			text, err := os.ReadFile(reports[0])
			if err != nil || !strings.Contains(string(text), "has been saved") || !strings.Contains(string(text), ".go:") {
				t.Errorf("the report, %v:\n%s", err, text)
			}
			for _, word := range []string{"Lena", "Secret client", "Typed just before"} {
				if strings.Contains(string(text), word) {
					t.Errorf("the report says %q:\n%s", word, text)
				}
			}
			again := launchApp(t, app, home, "--library", filepath.Join(home, "library.nemawashi"))
			again.wait("home")
			again.stop(syscall.SIGTERM)
			if told, err := filepath.Glob(filepath.Join(home, "nemawashi-crash-*.new.txt")); err != nil || len(told) != 0 {
				t.Errorf("the next start has not told it: %q, %v", told, err)
			}
			look(t, s.file, func(w *workshop.Workshop) {
				all := workshop.All[workshop.Action](w)
				if len(all) != 1 || all[0].Title != "Typed just before" {
					t.Errorf("there are %+v", all)
				}
			})
		})
	}
}

package exporting

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"nemawashi.app/export/readout"
	"nemawashi.app/export/register"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/sample"
	"nemawashi.app/workshop/template"
)

var now = time.Date(2026, 11, 17, 10, 0, 0, 0, time.UTC)

// sampleJob exports the kaizen workshop of the sample for the team.
func sampleJob(t *testing.T) (job, string) {
	t.Helper()
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	lib, err := library.Open(filepath.Join(t.TempDir(), "library.nemawashi"), library.Options{Confidential: set.Confidential, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	made, err := sample.Add(lib, workshop.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	s, err := lib.Session(made.Workshops[1])
	if err != nil {
		t.Fatal(err)
	}
	view := s.View(workshop.Team)
	folder := t.TempDir()
	return job{
		readout:  readout.Input{View: view, Today: workshop.DateOf(now), Now: now, Paper: "a4"},
		register: register.Input{Views: []*workshop.View{view}, Today: workshop.DateOf(now), Now: now, Paper: "a4"},
		pdf:      filepath.Join(folder, "a.pdf"), xls: filepath.Join(folder, "a.xlsx"),
	}, folder
}

func in(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestStoppedExportLeavesNothingBehind(t *testing.T) {
	j, folder := sampleJob(t)
	for name, stopAt := range map[string]float64{"in the readout": 0.05, "in the register": 0.55} {
		ctx, cancel := context.WithCancel(context.Background())
		written, err := j.run(ctx, func(share float64, doing string) {
			if share >= stopAt {
				cancel()
			}
		})
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("%s: %v", name, err)
		}
		if found := in(t, folder); len(found) != len(written) {
			t.Errorf("%s: there are %q, written was %q", name, found, written)
		}
		for _, f := range in(t, folder) {
			if err := os.Remove(filepath.Join(folder, f)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestProgressGoesForward(t *testing.T) {
	j, _ := sampleJob(t)
	last, words := 0.0, map[string]bool{}
	if _, err := j.run(context.Background(), func(share float64, doing string) {
		if share < last || share > 1 {
			t.Errorf("%s: %f after %f", doing, share, last)
		}
		last, words[doing] = share, true
	}); err != nil {
		t.Fatal(err)
	}
	if last != 1 || len(words) != 2 {
		t.Errorf("ended at %f, said %v", last, words)
	}
}

func TestSecondFileFails(t *testing.T) {
	j, folder := sampleJob(t)
	if err := os.Mkdir(j.xls, 0o755); err != nil {
		t.Fatal(err)
	}
	written, err := j.run(context.Background(), func(float64, string) {})
	if err == nil || len(written) != 1 || written[0] != j.pdf {
		t.Fatalf("written %q, %v", written, err)
	}
	if found := in(t, folder); len(found) != 2 {
		t.Errorf("there are %q", found)
	}
}

// TestFileNames: whatever client and title are, every system takes the name.
func TestFileNames(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "..", "a/b\\c", "CON: the <line>?", strings.Repeat("改善", 200), "Norvik\u202ePumps", "tab\tnew\nline"}))
		c := &workshop.Charter{Title: text.Draw(rt, "title"), Client: text.Draw(rt, "client")}
		name := FileName(c, workshop.Sponsor, now)
		switch {
		case len(name) > 200:
			rt.Fatalf("%d bytes: %q", len(name), name)
		case strings.ContainsAny(name, "<>:\"/\\|?*\x00\n\t\u202e"), !utf8.ValidString(name), filepath.Base(name) != name:
			rt.Fatalf("%q", name)
		case !strings.HasSuffix(name, "2026-11-17, sponsor"):
			rt.Fatalf("%q", name)
		case strings.HasPrefix(name, " "), strings.HasPrefix(name, "."):
			rt.Fatalf("%q", name)
		}
	})
}

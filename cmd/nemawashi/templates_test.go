//go:build e2e

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// kept is what the library on the disk has of one's own templates while the app goes on.
type kept struct {
	drafts   string // all of them, as they are written
	versions map[int]*template.Template
	hidden   bool
	begun    []int // versions that workshops began with
}

// kept reads the library beside the app, as a second instance does.
func (s *screen) kept() kept {
	s.t.Helper()
	out := kept{versions: map[int]*template.Template{}}
	lib, err := library.Open(s.file, library.Options{ReadOnly: true})
	if err != nil {
		return out // it is just being made
	}
	defer lib.Close()
	drafts, err := lib.Drafts()
	if err != nil {
		s.t.Fatal(err)
	}
	for _, doc := range drafts {
		out.drafts += string(doc)
	}
	docs, err := lib.Templates()
	if err != nil {
		s.t.Fatal(err)
	}
	for _, d := range docs {
		if !d.Own {
			continue
		}
		t, err := template.Read(d.ID, d.Doc)
		if err != nil {
			s.t.Fatal(err)
		}
		out.versions[t.Version], out.hidden = t, d.Hidden
	}
	all, err := lib.Workshops()
	if err != nil {
		s.t.Fatal(err)
	}
	for _, w := range all {
		session, err := lib.Session(w.ID)
		if err != nil {
			s.t.Fatal(err)
		}
		session.Read(func(w *workshop.Workshop) { out.begun = append(out.begun, w.Charter().TemplateVersion) })
	}
	return out
}

// goTemplates opens the page of templates with the last of them in hand: one's own.
func (s *screen) goTemplates() {
	s.t.Helper()
	s.command("Templates")
	s.titled("Templates")
	for range 12 {
		s.keys("Down")
	}
}

// TestTemplatesOfOnesOwn makes a template in the real window by keyboard: the app is killed while the draft is edited, and the draft is there at the
// next start. It is saved, begun from, changed once more beside the running workshop, shared, deleted and taken from the file; a damaged file is
// refused whole.
func TestTemplatesOfOnesOwn(t *testing.T) {
	home := t.TempDir()
	s := launch(t, home)
	s.command("Templates")
	s.titled("Templates")
	s.keys("Down", "Down", "d")
	s.titled("Edit a template")
	s.keys("Return", "ctrl+a")
	s.types("Our way")
	s.keys("Escape", "Down", "Down", "Return", "ctrl+a")
	s.types("Our opening")
	s.keys("Tab", "ctrl+a")
	s.types("35")
	s.picture("template-1-step.png")
	s.keys("ctrl+shift+c")
	s.until("the draft on the disk", func() bool {
		d := strings.ReplaceAll(s.kept().drafts, `": `, `":`)
		return strings.Contains(d, "Our way") && strings.Contains(d, "Our opening") && strings.Contains(d, `"minutes":35`) && strings.Contains(d, "New canvas")
	})
	s.picture("template-2-canvas.png")
	s.stop(syscall.SIGKILL)

	s = launch(t, home)
	s.goTemplates()
	s.picture("template-3-draft.png")
	s.keys("e")
	s.titled("Edit a template")
	s.keys("ctrl+s")
	s.until("the first version", func() bool { k := s.kept(); return k.versions[1] != nil && k.drafts == "" })
	if v := s.kept().versions[1]; v.Title != "Our way" || v.Phases[0].Steps[0].Title != "Our opening" || v.Phases[0].Steps[0].Minutes != 35 || v.Canvases[len(v.Canvases)-1].Title != "New canvas" {
		t.Errorf("what was saved is %+v", v)
	}

	// A workshop begins with it, and keeps what it began with.
	s.goTemplates()
	s.quiet()
	s.keys("Return")
	s.types("Line 3")
	s.keys("Return")
	s.wait("room")
	s.goTemplates()
	s.keys("e")
	s.titled("Edit a template")
	s.keys("Down", "Down", "Return", "ctrl+a")
	s.types("Our second opening")
	s.keys("ctrl+s")
	s.until("the second version", func() bool { return s.kept().versions[2] != nil })
	if k := s.kept(); k.versions[2].Phases[0].Steps[0].Title != "Our second opening" || k.versions[1].Phases[0].Steps[0].Title != "Our opening" || len(k.begun) != 1 || k.begun[0] != 1 {
		t.Errorf("the versions are %+v, the workshop has %v", k.versions, k.begun)
	}

	file := filepath.Join(home, "ours.nematemplate")
	s.goTemplates()
	s.keys("s", "ctrl+a")
	s.types(file)
	s.keys("Return")
	s.until("the file", func() bool {
		data, err := os.ReadFile(file)
		if err != nil {
			return false
		}
		got, err := template.Read(file, data)
		return err == nil && got.Version == 2
	})
	s.until("it to be gone", func() bool {
		s.keys("Delete") // the window may still be telling of the file
		return s.kept().hidden
	})

	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	damaged := filepath.Join(home, "damaged.nematemplate")
	if err := os.WriteFile(damaged, []byte(strings.Replace(string(data), `"minutes": 35`, `"minutes": "long"`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	s.quiet()
	s.keys("t", "ctrl+a")
	s.types(damaged)
	s.keys("Return")
	s.wait("template refused")
	s.picture("template-4-refused.png")
	s.keys("Escape")
	if k := s.kept(); !k.hidden || len(k.versions) != 2 {
		t.Errorf("a damaged file was taken: %+v", k)
	}
	s.keys("t", "ctrl+a")
	s.types(file)
	s.keys("Return")
	s.wait("template taken")
	s.until("it to be back", func() bool { k := s.kept(); return !k.hidden && len(k.versions) == 2 })
	s.picture("template-5-taken.png")
	s.stop(syscall.SIGTERM)
}

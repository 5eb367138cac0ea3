package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop/extract"
	"nemawashi.app/workshop/library"
)

const somebody = `{
	"people": [{"name": "Quirina Zweifel", "email": "q.z@example.org"}, {"name": "Hidden Neighbor"}, {"name": "Ines Moreau", "team": true}],
	"stakeholders": [{"name": "Quirina Zweifel", "influence": 4, "support_now": -1, "support_needed": 1, "confidence": 2, "evidence": "Said no, as did Hidden Neighbor"},
		{"name": "Hidden Neighbor", "influence": 2, "support_now": 1, "support_needed": 1}],
	"actions": [{"title": "Show Quirina Zweifel the film", "owner": "Quirina Zweifel"}]
}`

// TestPersonExtractAndErase: what is held on one person is whole and tells of
// nobody else; what is erased is in no byte of the file; what could not be
// reached is named.
func TestPersonExtractAndErase(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	s.ok(nil, somebody, "apply", id, "-")
	dir := t.TempDir()
	out := filepath.Join(dir, "extract.json")
	s.ok(nil, "", "person", id, "quirina zweifel", "--extract", out)
	raw, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var x extract.Extract
	if err := json.Unmarshal(raw, &x); err != nil {
		t.Fatal(err)
	}
	if len(x.Workshops) != 1 || len(x.Workshops[0].Records) != 2 || len(x.Workshops[0].NamedIn) != 1 || len(x.Workshops[0].Texts) != 1 {
		t.Errorf("the extract holds %+v", x)
	}
	if r := x.Workshops[0].Records[1]; len(r.Ratings) != 1 || *r.Ratings[0].Now != -1 || string(r.Fields["support_now"]) != "-1" {
		t.Errorf("the judgement is %+v", r)
	}
	for _, want := range []string{"Said no", "q.z@example.org", "Show Quirina Zweifel the film"} {
		if !bytes.Contains(raw, []byte(want)) {
			t.Errorf("%q is not in the extract", want)
		}
	}
	if bytes.Contains(raw, []byte("Neighbor")) {
		t.Error("the extract names somebody else who is only on the map")
	}
	pdf := filepath.Join(dir, "extract.pdf")
	s.ok(nil, "", "person", id, "Quirina Zweifel", "--extract", pdf)
	if b, err := os.ReadFile(pdf); err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
		t.Errorf("the extract as PDF: %v", err)
	}

	backup := filepath.Join(filepath.Dir(s.file), "kept.nemawashi")
	s.ok(nil, "", "backup", "-o", backup)
	readout := filepath.Join(dir, "readout.pdf")
	s.ok(nil, "", "export", "readout", id, "-o", readout)
	if said := s.ok(nil, "", "person", id, "Quirina Zweifel", "--erase", "--dry-run"); !strings.Contains(said, "Nothing was changed") || !strings.Contains(said, backup) {
		t.Errorf("the dry run says %q", said)
	}
	if b, _ := os.ReadFile(s.file); !bytes.Contains(b, []byte("Zweifel")) {
		t.Error("the dry run erased")
	}
	var got library.Erasure
	s.ok(&got, "", "person", id, "Quirina Zweifel", "--erase", "--heir", "Ines Moreau", "--json")
	if len(got.Workshops) != 1 || got.Workshops[0].What.Inherited != 1 || len(got.Backups) != 1 || len(got.Exports) != 1 || len(got.Left) != 0 {
		t.Errorf("the erase says %+v", got)
	}
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(s.file + suffix)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		for _, word := range []string{"Zweifel", "Quirina", "q.z@example", "Said no"} {
			if bytes.Contains(b, []byte(word)) {
				t.Errorf("%q is in the library%s", word, suffix)
			}
		}
	}
	if code, _, errs := s.try("", "person", id, "Quirina Zweifel", "--extract", out); code != 1 || !strings.Contains(errs, "nobody of the name") {
		t.Errorf("asking for somebody who is not there: %d %q", code, errs)
	}
	s.ok(nil, "", "check")
	for _, wrong := range [][]string{{"person", id, "X"}, {"person", id, "X", "--erase", "--extract", out}, {"person", id, "X", "--extract", out, "--heir", "Y"}, {"person", id}} {
		if code, _, _ := s.try("", wrong...); code != 2 {
			t.Errorf("%v: exit %d, want 2", wrong, code)
		}
	}
	if code, _, errs := s.try("", "person", id, "Hidden Neighbor", "--erase", "--heir", "Nobody Here"); code != 1 || !strings.Contains(errs, "take over") {
		t.Errorf("an heir who is not there: %d %q", code, errs)
	}
}

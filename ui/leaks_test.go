package ui_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/export/calendar"
	"nemawashi.app/export/readout"
	"nemawashi.app/export/register"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// Who is only on the map, who is on it and owns an action too, and what is thought of both.
const (
	onlyMapped = "Zephyrine Quist"
	alsoOwner  = "Thaddeus Okonkwo"
	judgement  = "was heard to mutter at the gate"
	ourAnswer  = "offer the night roster in exchange"
	themeOfOne = "distrust of messenger"
)

// leaky is a workshop in which their names stand everywhere that somebody may type one. It returns the code names.
func leaky(t *testing.T, s *workshop.Session) (codes []string) {
	t.Helper()
	minus, two := -2, 2
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.Do("plant", func(e *workshop.Edit) error {
		hidden := e.Add(&workshop.Person{Name: onlyMapped, Email: "z.quist@example.org"})
		owner := e.Add(&workshop.Person{Name: alsoOwner, Team: true})
		first := e.Add(&workshop.Stakeholder{Person: hidden, SupportNow: &minus, SupportNeeded: &two, Influence: 5, Confidence: 1, Evidence: onlyMapped + " " + judgement, Cause: themeOfOne, Response: ourAnswer})
		e.Add(&workshop.Stakeholder{Person: owner, SupportNow: &minus, SupportNeeded: &two, Influence: 4, Confidence: 2, Evidence: judgement, Response: ourAnswer, RelationshipOwner: owner, NextContact: "2026-11-20"})
		e.Add(&workshop.Action{Title: "Bring the plan to " + onlyMapped + " before noon", Detail: "Z. Quist reads it first", Owner: owner, Source: first, Due: "2026-11-25", Category: "response", Update: "Zephyrine was there"})
		e.Add(&workshop.Commitment{Who: owner, Resource: "time", Promised: 5, Unit: "hours", FromWhat: "asked by Quist, Zephyrine"})
		e.Add(&workshop.Review{Planned: "2026-12-17", NewResistance: judgement, Notes: "zephyrine.quist@example.org could not come"})
		e.Add(&workshop.Card{Canvas: "ideas", Cells: map[string]any{"text": "From Zephyrine Quist's corner: a second trolley"}})
		c, err := workshop.Modify[workshop.Charter](e, s.ID())
		if err != nil {
			return err
		}
		c.Sponsor, c.Problem = owner, "As "+onlyMapped+" says, the line waits"
		return nil
	}))
	s.Read(func(w *workshop.Workshop) {
		for _, x := range workshop.All[workshop.Stakeholder](w) {
			if p := workshop.Find[workshop.Person](w, x.Person); p != nil && (p.Name == onlyMapped || p.Name == alsoOwner) {
				codes = append(codes, x.Code)
			}
		}
	})
	if len(codes) != 2 || codes[0] == "" {
		t.Fatalf("code names %q", codes)
	}
	return codes
}

// unpacked is all that a file holds: its bytes, and those of every part that is packed in it.
func unpacked(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all := bytes.NewBuffer(bytes.Clone(data))
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			all.WriteString(f.Name)
			if _, err := io.Copy(all, r); err != nil {
				t.Fatal(err)
			}
			r.Close()
		}
		return all.Bytes()
	}
	for rest := data; ; {
		at := bytes.Index(rest, []byte("stream"))
		if at < 0 {
			return all.Bytes()
		}
		rest = bytes.TrimLeft(rest[at+len("stream"):], "\r\n")
		if r, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			_, _ = io.Copy(all, r) // what stands behind the stream is no part of it
		}
	}
}

// in says whether the words stand in bytes, in either of the ways in which files write text, in any case.
func in(all []byte, words string) bool {
	wide := func(s string) []byte {
		var out []byte
		for _, u := range utf16.Encode([]rune(s)) {
			for _, b := range []byte{byte(u >> 8), byte(u)} {
				if b == '(' || b == ')' || b == '\\' { // as PDF writes them inside of a text
					out = append(out, '\\')
				}
				out = append(out, b)
			}
		}
		return out
	}
	for _, s := range []string{words, strings.ToUpper(words), strings.ToLower(words)} {
		if bytes.Contains(all, []byte(s)) || bytes.Contains(all, wide(s)) {
			return true
		}
	}
	return false
}

// wallTree is every text that any object of the wall holds in any of its fields, whether it is shown or not.
func (d *desk) wallTree() string {
	var out strings.Builder
	seen := map[fyne.CanvasObject]bool{}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || seen[o] {
			return
		}
		seen[o] = true
		if v := reflect.ValueOf(o); v.Kind() == reflect.Pointer && v.Elem().Kind() == reflect.Struct {
			for i := range v.Elem().NumField() {
				if f := v.Elem().Field(i); f.Kind() == reflect.String {
					out.WriteString(f.String() + "\n")
				}
			}
		}
		switch v := o.(type) {
		case *fyne.Container:
			for _, child := range v.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child)
			}
		}
	}
	walk(d.ui.Wall().Content())
	for _, o := range d.ui.Wall().Canvas().Overlays().List() {
		walk(o)
	}
	return out.String()
}

// TestNoByteTellsWhoResists searches what a sponsor and a team get, with every hidden part, and what the room sees, for names of somebody
// who is only a stakeholder, for judgements, and for anything that joins an owner's name with a code name or a rating.
func TestNoByteTellsWhoResists(t *testing.T) {
	d := start(t, withSample)
	var log strings.Builder
	s := d.session("Pump line changeover")
	codes := leaky(t, s)
	// Every one of the words is looked for whole and in parts: nothing of a name that only the map has may be anywhere.
	secrets := append([]string{"Zephyrine", "Quist", judgement, "mutter", ourAnswer, "night roster", "support_now", "listen first", "act this week"}, codes...)
	look := func(where string, all []byte, control string) {
		t.Helper()
		if !in(all, control) {
			t.Errorf("%s: even %q is not found: the search looked at nothing", where, control)
		}
		for _, secret := range secrets {
			if in(all, secret) {
				t.Errorf("%s holds %q", where, secret)
			}
		}
	}
	for _, a := range []workshop.Audience{workshop.Sponsor, workshop.Team} {
		v := s.View(a)
		pdf, xls, ics := filepath.Join(d.folder, string(a)+".pdf"), filepath.Join(d.folder, string(a)+".xlsx"), filepath.Join(d.folder, string(a)+".ics")
		var rounds []*assess.Result
		var err error
		s.Read(func(w *workshop.Workshop) { rounds, err = readout.Assessments(w, a) })
		if err == nil {
			err = readout.WriteFile(context.Background(), pdf, readout.Input{View: v, Today: workshop.DateOf(now), Now: now, Assessments: rounds, Paper: "a4", Blob: d.lib.Blob, Templates: templates(t)})
		}
		if err == nil {
			err = register.WriteFile(context.Background(), xls, register.Input{Views: []*workshop.View{v}, Today: workshop.DateOf(now), Now: now, Paper: "a4", Templates: templates(t)})
		}
		if err == nil {
			err = calendar.WriteFile(ics, calendar.Input{Views: []*workshop.View{v}, Now: now})
		}
		if err != nil {
			t.Fatal(err)
		}
		look("the readout of the "+string(a), unpacked(t, pdf), "Okonkwo")
		look("the register of the "+string(a), unpacked(t, xls), alsoOwner)
		look("the calendar of the "+string(a), unpacked(t, ics), "[name withheld]")
	}
	// The same search finds them where they may be: in what the facilitator keeps.
	kept := filepath.Join(d.folder, "facilitator.pdf")
	if err := readout.WriteFile(context.Background(), kept, readout.Input{View: s.View(workshop.Facilitator), Today: workshop.DateOf(now), Now: now, Paper: "a4", Blob: d.lib.Blob, Templates: templates(t)}); err != nil {
		t.Fatal(err)
	}
	if all := unpacked(t, kept); !in(all, "mutter") || !in(all, codes[0]) || in(all, "Quist") {
		t.Error("what the facilitator keeps does not hold the judgement under the code name, or it holds the name")
	}

	// The room: the whole tree of the wall, what is hidden in it too, on every step and board; titles of windows; the log.
	d.ui.OpenWorkshop(s.ID())
	d.ui.Shell().RunCommand("room.present")
	d.ui.Wall().Resize(fyne.NewSize(1280, 800))
	secrets = secrets[:len(secrets)-len(codes)] // in the room people who are only mapped may stand under their code names
	var agenda []*workshop.Step
	s.Read(func(w *workshop.Workshop) { agenda = w.Agenda() })
	for range agenda {
		d.pressWall(fyne.KeyLeft)
	}
	for _, step := range agenda {
		look("the wall at "+step.Title, []byte(d.wallTree()), strings.Fields(step.Title)[0])
		d.pressWall(fyne.KeyRight)
	}
	for _, board := range []string{"charter", "ideas", "actions", "commitments", "reviews", "goals"} {
		d.ui.ShowBoard(board)
		tree := d.wallTree()
		for _, secret := range secrets {
			if strings.Contains(tree, secret) {
				t.Errorf("the wall over %s holds %q", board, secret)
			}
		}
	}
	everywhere(d, func(where string) { log.WriteString(d.w.Title() + "\n") })
	log.WriteString(d.ui.Wall().Title() + "\n" + strings.Join(d.log, "\n"))
	if len(d.log) == 0 {
		t.Error("no line of the log was looked at")
	}
	if !strings.Contains(log.String(), "Nemawashi") {
		t.Error("no title was looked at")
	}
	for _, secret := range append(secrets, append(codes, alsoOwner)...) {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log or a title holds %q", secret)
		}
	}
}

package readout

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

var papers = []string{"a4", "letter", "a3"}

func TestSecretsStayInTheRoom(t *testing.T) {
	others := map[string]string{}
	for _, a := range []workshop.Audience{workshop.Sponsor, workshop.Team, "unknown"} {
		for _, p := range papers {
			others[string(a)+" on "+p] = strings.ToLower(ofPlant(t, a, p).text())
		}
	}
	facilitators := strings.ToLower(ofPlant(t, workshop.Facilitator, "a4").text())
	look := func(secret string, known bool) {
		secret = strings.ToLower(squeezed(secret))
		if known != strings.Contains(facilitators, secret) {
			t.Errorf("the facilitator reads %q: %v, want %v", secret, !known, known)
		}
		for readout, text := range others {
			if strings.Contains(text, secret) {
				t.Errorf("the readout for %s says %q", readout, secret)
			}
		}
	}
	for _, secret := range secrets {
		look(secret, true)
	}
	for _, name := range hiddenNames {
		look(name, false)
	}
}

func TestCodeNamesAreForTheFacilitator(t *testing.T) {
	d := plant(t)
	var codes []string
	for _, s := range d.View(workshop.Facilitator).Stakeholders {
		codes = append(codes, s.Code)
	}
	if len(codes) != 12 {
		t.Fatalf("%d code names", len(codes))
	}
	facilitators := ofPlant(t, workshop.Facilitator, "a4").text()
	sponsors, teams := ofPlant(t, workshop.Sponsor, "a4").text(), ofPlant(t, workshop.Team, "a4").text()
	for _, code := range codes {
		if !strings.Contains(facilitators, code) {
			t.Errorf("the facilitator's readout does not say %q", code)
		}
		if strings.Contains(sponsors, code) || strings.Contains(teams, code) {
			t.Errorf("somebody else's readout says the code name %q", code)
		}
	}
	index, _ := mustOpen(t, input(d, workshop.Facilitator, "a4")).index()
	if index = squeezed(index); !strings.Contains(sponsors, index) || strings.Contains(teams, index) {
		t.Errorf("the index %s is for the sponsor, not for the team", index)
	}
	for _, who := range []string{"Ingrid Solheim", "Per Aas", "Olav Brekke"} {
		if !strings.Contains(sponsors, squeezed(who)) || !strings.Contains(teams, squeezed(who)) {
			t.Errorf("%s, who owns something, is not named", who)
		}
	}
}

func TestRealNamesStandOnTheirOwnPage(t *testing.T) {
	d := plant(t)
	names := map[workshop.ID]string{}
	for i, s := range d.View(workshop.Facilitator).Stakeholders {
		names[s.ID] = fmt.Sprintf("Realname%02d", i)
	}
	for _, a := range workshop.Audiences {
		in := input(d, a, "a4")
		in.Names = names
		pages := takeApart(t, write(t, in)).pages
		for i, p := range pages {
			text := sheaf{pages: [][]drawn{p}}.text()
			if has := strings.Contains(text, "Realname"); has != (a == workshop.Facilitator && i == len(pages)-1) {
				t.Errorf("page %d of %d for %s: real names are there: %v", i+1, len(pages), a, has)
			}
		}
	}
}

// registerOf cuts the register's part out of a text.
func registerOf(t testing.TB, text string) string {
	t.Helper()
	from := strings.LastIndex(text, "Actionregister40actions")
	to := strings.LastIndex(text, "Actionsbyowner")
	if from < 0 || to < from {
		t.Fatal("the register is not there, or not before the list by owner")
	}
	return text[from:to]
}

func TestRegisterHasEveryActionOnceAndInOrder(t *testing.T) {
	for _, a := range workshop.Audiences {
		for _, p := range papers {
			checkRegister(t, string(a)+" "+p, registerOf(t, ofPlant(t, a, p).text()))
		}
	}
}

func checkRegister(t testing.TB, what, text string) {
	t.Helper()
	at := 0
	for i := range 40 {
		title := squeezed(actionTitle(i))
		if n := strings.Count(text, title); n != 1 {
			t.Errorf("%s: %q is there %d times", what, title, n)
		}
		next := strings.Index(text, fmt.Sprintf("A-%03d", i+1)+title)
		if next < at {
			t.Errorf("%s: %q stands before the one ahead of it, or without its number", what, title)
		}
		at = next
	}
}

func TestSectionsAreWhatTheFileHas(t *testing.T) {
	d := plant(t)
	for _, a := range workshop.Audiences {
		in := input(d, a, "a4")
		text := printed(t, in)
		for _, s := range Sections(in) {
			if !s.Has || !strings.Contains(text, squeezed(s.Title)) {
				t.Errorf("%s: %q is not in the file, or said to be empty (%v)", a, s.Title, s.Has)
			}
			in.Leave = map[string]bool{s.ID: true}
			r := mustOpen(t, in)
			for _, entry := range r.outline() {
				if entry == s.Title {
					t.Errorf("%s: %q was left out and is there", a, s.Title)
				}
			}
		}
	}
}

// outline lists the titles of the chapters that will be written.
func (r *report) outline() []string {
	var out []string
	for _, c := range chapters {
		if c.in(r) && !r.in.Leave[c.id] {
			out = append(out, r.w.say("chapter."+c.id))
		}
	}
	return out
}

func TestAudiencesGetTheirChapters(t *testing.T) {
	d := plant(t)
	want := map[workshop.Audience]string{
		workshop.Sponsor:     "summary charter agenda canvases resistance assessment goals commitments measures actions owners timeline checks reviews photos signoff",
		workshop.Team:        "summary charter agenda canvases resistance assessment goals commitments measures actions owners timeline checks updates reviews notes photos",
		workshop.Facilitator: "summary charter agenda canvases resistance assessment goals commitments measures actions owners timeline checks updates reviews notes photos",
	}
	for a, ids := range want {
		var got []string
		for _, s := range Sections(input(d, a, "a4")) {
			got = append(got, s.ID)
		}
		if strings.Join(got, " ") != ids {
			t.Errorf("%s gets %v", a, got)
		}
	}
	sponsors := ofPlant(t, workshop.Sponsor, "a4").text()
	if !strings.Contains(ofPlant(t, workshop.Team, "a4").text(), squeezed("Plus / delta What helped")) {
		t.Error("the team does not get all canvases")
	}
	if strings.Contains(sponsors, squeezed("Plus / delta What helped")) || !strings.Contains(sponsors, squeezed("Countermeasures")) {
		t.Error("the sponsor gets the key canvases and no others")
	}
}

func TestEmptyPartsAreLeftOut(t *testing.T) {
	d := newDesk(t)
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Nothing yet"})
		return nil
	})
	in := input(d, workshop.Facilitator, "a4")
	text := printed(t, in)
	for _, s := range Sections(in) {
		if want := s.ID == "summary" || s.ID == "charter"; s.Has != want {
			t.Errorf("%s: has %v", s.ID, s.Has)
		}
		if !s.Has && strings.Contains(text, squeezed(s.Title)) {
			t.Errorf("the empty part %q is in the file", s.Title)
		}
	}
	if len(Gaps(in)) < 5 {
		t.Errorf("of all that is missing, only %q is said", Gaps(in))
	}
	empty := newDesk(t)
	write(t, input(empty, workshop.Sponsor, "a4"))
}

func TestSummaryIsOnePage(t *testing.T) {
	for _, a := range workshop.Audiences {
		for _, p := range papers {
			pages := ofPlant(t, a, p).pages
			begun := 0
			for i, page := range pages {
				text := sheaf{pages: [][]drawn{page}}.text()
				if strings.Contains(text, "SummaryAsof") {
					begun = i
				}
				if strings.Contains(text, "CharterProblem") && i != begun+1 {
					t.Errorf("%s on %s: the summary goes from page %d to page %d", a, p, begun+1, i)
				}
			}
		}
	}
}

func TestGapsAreCounted(t *testing.T) {
	got := strings.Join(Gaps(input(plant(t), workshop.Facilitator, "a4")), " ")
	for _, want := range []string{"“Walking per changeover” has no reading", "2 actions have no owner", "actions have no due date", "ratings are older than 30 days"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said: %s", want, got)
		}
	}
}

func TestSameInputGivesSameBytes(t *testing.T) {
	for _, a := range workshop.Audiences {
		if !bytes.Equal(write(t, input(plant(t), a, "a4")), write(t, input(plant(t), a, "a4"))) {
			t.Errorf("two readouts for %s differ", a)
		}
	}
}

func TestWrongInputIsRefused(t *testing.T) {
	if err := Write(context.Background(), &bytes.Buffer{}, Input{}); !errors.Is(err, ErrNothing) {
		t.Errorf("without a view: %v", err)
	}
	in := input(plant(t), workshop.Sponsor, "a5")
	if err := Write(context.Background(), &bytes.Buffer{}, in); err == nil || !strings.Contains(err.Error(), "a5") {
		t.Errorf("on an unknown paper: %v", err)
	}
}

func TestCanceledExportLeavesTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "readout.pdf")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	in := input(plant(t), workshop.Sponsor, "a4")
	in.Progress = func(done, total int) {
		if done > total/2 {
			cancel()
		}
	}
	if err := WriteFile(ctx, path, in); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "before" {
		t.Errorf("the file that was there is %q (%v)", kept, err)
	}
	if err := WriteFile(context.Background(), path, in); err != nil {
		t.Fatal(err)
	}
}

func TestMissingPicturesAreSaid(t *testing.T) {
	in := input(plant(t), workshop.Team, "a4")
	in.Blob = func(string) ([]byte, error) { return nil, errors.New("gone") }
	if text := printed(t, in); !strings.Contains(text, squeezed("This picture cannot be shown")) {
		t.Error("a picture that is gone leaves no trace")
	}
	in.Blob = nil
	for _, s := range Sections(in) {
		if s.ID == "photos" && s.Has {
			t.Error("without a store of pictures there are photos")
		}
	}
}

func mustOpen(t testing.TB, in Input) *report {
	t.Helper()
	r, err := open(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWhatNoTypefaceShowsIsSaidBefore(t *testing.T) {
	d := newDesk(t)
	d.do(t, func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Signs"})
		e.Add(&workshop.Action{Title: "Celebrate 😀"})
		return nil
	})
	in := input(d, workshop.Sponsor, "a4")
	got := Missing(in)
	if len(got) != 1 || !strings.Contains(got[0], "U+1F600") || !strings.Contains(got[0], "Celebrate") {
		t.Errorf("said is %q", got)
	}
	if text := printed(t, in); !strings.Contains(text, "Celebrate[U+1F600") {
		t.Error("the placeholder is not in the file")
	}
}

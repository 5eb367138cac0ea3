package library

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// planted is a workshop in which somebody stands everywhere that a name can stand.
type planted struct {
	id, person, heir, entry, action, card, photo workshop.ID
	blob                                         string
}

func plant(t *testing.T, l *Library, name string) planted {
	t.Helper()
	var p planted
	var err error
	p.blob, err = l.PutBlob([]byte("the picture of " + name))
	must(t, err)
	p.id, err = l.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Kaizen on line 3", Problem: "As " + name + " says, too late."})
		p.person = e.Add(&workshop.Person{Name: name, Email: "q.zw@example.org", Role: "Shift lead", Team: true})
		p.heir = e.Add(&workshop.Person{Name: "Ines Moreau"})
		return nil
	})
	must(t, err)
	s, err := l.Session(p.id)
	must(t, err)
	two, minus := 2, -2
	must(t, s.Do("fill", func(e *workshop.Edit) error {
		c, err := workshop.Modify[workshop.Charter](e, p.id)
		if err != nil {
			return err
		}
		c.Sponsor, c.Facilitators = p.person, []workshop.ID{p.person, p.heir}
		p.entry = e.Add(&workshop.Stakeholder{Person: p.person, SupportNow: &minus, SupportNeeded: &two, Influence: 4, Confidence: 1, Evidence: "Left the room, said " + name + "'s boss"})
		p.action = e.Add(&workshop.Action{Title: "Ask " + name + " for the plan", Owner: p.person, Source: p.entry, Status: "open", Update: name + " is on it"})
		e.Add(&workshop.Action{Title: "Label the lanes", Owner: p.person, Status: "done", Closed: "2026-01-02"})
		e.Add(&workshop.Action{Title: "Count the parts", Owner: p.heir, Helpers: []workshop.ID{p.person}, Status: "verified", Closed: "2026-01-02", VerifiedBy: p.person})
		p.card = e.Add(&workshop.Card{Canvas: "ideas", Author: p.person, Cells: map[string]any{"text": "Idea of " + name}})
		v := e.Add(&workshop.Voting{Canvas: "ideas", Dots: 3})
		e.Add(&workshop.Vote{Voting: v, Card: p.card, Person: p.person, Dots: 2})
		e.Add(&workshop.Commitment{Who: p.person, Resource: "time", Promised: 8, Unit: "hours"})
		e.Add(&workshop.Commitment{Who: p.person, Personal: true, Evidence: "On Monday I will walk the line"})
		e.Add(&workshop.Review{Held: "2026-01-03", BenefitConfirmedBy: p.person, NewResistance: name + " is unsure"})
		e.Add(&workshop.Goal{Title: "Faster", Owner: p.person})
		r := e.Add(&workshop.Round{Title: "Round 1", Status: workshop.RoundOpen, Managers: []workshop.ID{p.person}})
		e.Add(&workshop.Response{Round: r, About: string(p.person), By: "self", Answers: map[string]workshop.Answer{"L1": {Now: 3, Evidence: "I think so"}}})
		e.Add(&workshop.Response{Round: r, About: string(p.person), By: "report", Answers: map[string]workshop.Answer{"L1": {Now: 1, Evidence: "never seen"}}})
		p.photo = e.Add(&workshop.Photo{Blob: p.blob, Caption: "The corner of " + name})
		return nil
	}))
	for _, text := range []string{"once more " + name, "Quirina was here", "nobody"} {
		must(t, s.Do("again", func(e *workshop.Edit) error {
			a, err := workshop.Modify[workshop.Action](e, p.action)
			a.Update = text
			return err
		}))
		must(t, l.Flush())
	}
	zero := 0
	must(t, s.Do("rate", func(e *workshop.Edit) error {
		x, err := workshop.Modify[workshop.Stakeholder](e, p.entry)
		x.SupportNow = &zero
		return err
	}))
	must(t, s.Do("delete a card of the name", func(e *workshop.Edit) error {
		return e.Delete(e.Add(&workshop.Card{Canvas: "ideas", Cells: map[string]any{"text": name + " deleted"}}))
	}))
	_, err = s.Undo()
	must(t, err)
	must(t, l.Flush())
	return p
}

// bytesOf is all that is in the library's files.
func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	var all []byte
	for _, suffix := range []string{"", "-wal", "-shm"} {
		b, err := os.ReadFile(path + suffix)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return all
}

// TestErasedIsInNoByte looks for the name, the address, the parts of the name
// and the judgements in every byte of the file and of its log, before they are
// closed and after, and in a backup made later.
func TestErasedIsInNoByte(t *testing.T) {
	for script, words := range map[string][]string{ // the name of the test is in the name of its folder
		"Latin":    {"Quirina Zweifel-Wöhrl", "Quirina", "quirina", "Zweifel", "zweifel", "Wöhrl", "q.zw@example.org"},
		"Japanese": {"田中 太郎", "田中", "太郎", "田\u200b中"},
	} {
		t.Run(script, func(t *testing.T) {
			name := words[0]
			words := append(words, "Left the room", "never seen", "On Monday I will", "the picture of")
			path := placeFor(t)
			l := open(t, path)
			p := plant(t, l, name)
			must(t, l.NoteExport(Export{Workshop: p.id, Path: filepath.Join(t.TempDir(), "Readout for "+name+".pdf"), What: "readout"}))
			_, err := l.DailyBackup()
			must(t, err)
			for _, w := range words {
				if w != "quirina" && w != "zweifel" && w != "田\u200b中" && !bytes.Contains(bytesOf(t, path), []byte(w)) {
					t.Fatalf("%q is not in the library before: the test proves nothing", w)
				}
			}
			dry, err := l.Erase(Erasing{Name: strings.ToUpper(name), Heir: "ines moreau", Dry: true})
			must(t, err)
			got, err := l.Erase(Erasing{Name: strings.ToUpper(name), Heir: "ines moreau"})
			must(t, err)
			if len(got.Workshops) != 1 || len(dry.Workshops) != 1 || dry.Workshops[0].What.Texts == 0 {
				t.Fatalf("erased in %+v, said before %+v", got.Workshops, dry.Workshops)
			}
			what := got.Workshops[0].What
			if what.People != 1 || what.Entries != 1 || what.Responses != 2 || what.Promises != 1 || what.Photos != 1 || what.Votes != 1 || what.Cards != 1 {
				t.Errorf("what went: %+v", what)
			}
			if len(got.Left) > 0 || len(got.Backups) != 1 {
				t.Errorf("left in %v, in backups %v; want none and the one of today", got.Left, got.Backups)
			}
			for _, w := range words {
				if bytes.Contains(bytesOf(t, path), []byte(w)) {
					t.Errorf("%q is still in a byte of the open library", w)
				}
			}
			s, err := l.Session(p.id)
			must(t, err)
			if s.CanUndo() != "" {
				t.Errorf("undo of %q could bring the name back", s.CanUndo())
			}
			s.Read(func(w *workshop.Workshop) {
				a := workshop.Find[workshop.Action](w, p.action)
				if a.Owner != p.heir || a.Source != "" || a.Title != "Ask [erased] for the plan" {
					t.Errorf("the action that was to be done is now %+v", a)
				}
				c := w.Charter()
				if c.Sponsor != p.heir || len(c.Facilitators) != 1 || c.Facilitators[0] != p.heir {
					t.Errorf("the charter is now %+v", c)
				}
				for _, a := range workshop.All[workshop.Action](w) {
					if a.Title == "Label the lanes" && a.Owner != "" || a.VerifiedBy != "" || len(a.Helpers) > 0 {
						t.Errorf("what was done is now somebody else's: %+v", a)
					}
				}
				if c := workshop.Find[workshop.Card](w, p.card); c == nil || c.Author != "" {
					t.Errorf("the card is now %+v", c)
				}
				if v := workshop.All[workshop.Vote](w); len(v) != 1 || v[0].Person != "" || v[0].Dots != 2 {
					t.Errorf("the dots are now %+v", v)
				}
				if n := len(workshop.All[workshop.Stakeholder](w)) + len(workshop.All[workshop.Response](w)); n != 0 {
					t.Errorf("%d judgements are left", n)
				}
			})
			want := picture(t, l, p.id)
			later := filepath.Join(t.TempDir(), "later.nemawashi")
			must(t, l.Backup(later))
			clean(t, l)
			must(t, l.Close())
			for _, w := range words {
				if bytes.Contains(bytesOf(t, path), []byte(w)) || bytes.Contains(bytesOf(t, later), []byte(w)) {
					t.Errorf("%q is in a byte of the closed library or of the backup made later", w)
				}
			}
			again := open(t, path)
			if got := picture(t, again, p.id); got != want {
				t.Errorf("opened again it is another workshop:\n%s\nwant\n%s", got, want)
			}
			clean(t, again)
			if _, err := again.Erase(Erasing{Name: name}); !errors.Is(err, &Error{Code: NotFound}) {
				t.Errorf("erasing again: %v", err)
			}
		})
	}
}

// TestEraseKeepsToWhatIsMeant leaves everybody else's names, words that only
// look like the name, and other workshops when only one is meant.
func TestEraseKeepsToWhatIsMeant(t *testing.T) {
	l := open(t, placeFor(t))
	one, other := plant(t, l, "Quirina Mark"), plant(t, l, "Quirina Mark")
	s, err := l.Session(one.id)
	must(t, err)
	var card workshop.ID
	must(t, s.Do("more", func(e *workshop.Edit) error {
		e.Add(&workshop.Person{Name: "Quirina Ott"})
		card = e.Add(&workshop.Card{Canvas: "ideas", Cells: map[string]any{"text": "Quirina Ott will mark the floor of the market"}})
		return nil
	}))
	before := picture(t, l, other.id)
	got, err := l.Erase(Erasing{Name: "Quirina Mark", In: []workshop.ID{one.id}})
	must(t, err)
	if len(got.Workshops) != 1 || got.Workshops[0].Heir || got.Workshops[0].What.Inherited != 0 {
		t.Errorf("%+v", got.Workshops)
	}
	s.Read(func(w *workshop.Workshop) {
		if text := workshop.Find[workshop.Card](w, card).Text("text"); text != "Quirina Ott will mark the floor of the market" {
			t.Errorf("the card says %q", text)
		}
		if a := workshop.Find[workshop.Action](w, one.action); a.Owner != "" {
			t.Errorf("the action has the owner %q", a.Owner)
		}
	})
	if picture(t, l, other.id) != before {
		t.Error("the other workshop was changed")
	}
	clean(t, l)
	if _, err := l.Erase(Erasing{Name: "Nobody Known"}); !errors.Is(err, &Error{Code: NotFound}) {
		t.Errorf("erasing nobody: %v", err)
	}
}

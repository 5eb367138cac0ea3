package assess

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"nemawashi.app/workshop"
)

// SheetVersion is the version of an assessment file that this build writes. A
// file of a later one is refused: it may hold what this build would lose.
const SheetVersion = 1

// sheetFormat is how an assessment file names itself.
const sheetFormat = "nemawashi.assessment"

// MaxSheet is how many bytes an assessment file may have: a questionnaire and
// twenty notes of evidence.
const MaxSheet = 4 << 20

// Sheet is a questionnaire as one person fills it in with the app: the content
// of an assessment file (.nema), before, while and after that person answers.
// The package comment describes the file.
type Sheet struct {
	Workshop workshop.ID   `json:"workshop"`
	Round    workshop.ID   `json:"round"`
	Title    string        `json:"title"`            // of the round
	Client   string        `json:"client,omitempty"` // of the workshop
	Closes   workshop.Date `json:"closes,omitempty"`
	Least    int           `json:"min_group"`

	By    string `json:"by"`
	About string `json:"about,omitempty"` // whom the answers are about, as the response keeps it
	Name  string `json:"name,omitempty"`  // how that person is called on the screen
	Unit  string `json:"unit,omitempty"`

	// Copy is a random word, made at the first answer. It tells two people with
	// the same answers from one person whose file arrives twice, and is not kept
	// when the answers are collected.
	Copy     string                     `json:"copy,omitempty"`
	Finished bool                       `json:"finished,omitempty"`
	Answers  map[string]workshop.Answer `json:"answers,omitempty"`
	// Unseen are the statements to which the answer is "not observed"; one that
	// has neither an answer nor stands here has not been answered yet.
	Unseen []string `json:"not_observed,omitempty"`

	Questionnaire *Questionnaire `json:"questionnaire"`
}

// sheetFile is a sheet with what the file says of itself.
type sheetFile struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Check   string `json:"sha256"` // of the same document with this field empty
	Sheet
}

// NewSheet is a sheet to hand out.
func NewSheet(w *workshop.Workshop, r *workshop.Round, q *Questionnaire, by, about, name, unit string) *Sheet {
	s := &Sheet{Workshop: w.ID, Round: r.ID, Title: r.Title, Closes: r.Closes, Least: Least(r), By: by, About: about, Name: name, Unit: unit, Questionnaire: q}
	if c := w.Charter(); c != nil {
		s.Client = c.Client
	}
	return s
}

// Write is the sheet as a file.
func (s *Sheet) Write() []byte {
	f := sheetFile{Format: sheetFormat, Version: SheetVersion, Sheet: *s}
	sum := sha256.Sum256(f.encode(""))
	f.Check = hex.EncodeToString(sum[:])
	return f.encode(" ")
}

func (f *sheetFile) encode(indent string) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(f); err != nil {
		panic("assess: a sheet cannot be written: " + err.Error()) // texts and numbers always can
	}
	return out.Bytes()
}

// IsSheet says whether a file begins as an assessment file does.
func IsSheet(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("{")) && bytes.Contains(head[:min(len(head), 200)], []byte(sheetFormat))
}

// BadSheet says why an assessment file was not read. Nothing of it was taken.
type BadSheet struct {
	Name  string // of the file
	What  string // happened, after the name: "is damaged"
	Do    string // what the user can do
	Newer bool   // it was made by a later version of the app
}

func (e *BadSheet) Error() string {
	return fmt.Sprintf("%s %s. Nothing was changed; %s.", e.Name, e.What, e.Do)
}

// ReadSheet reads an assessment file, or refuses all of it by a [*BadSheet].
func ReadSheet(name string, data []byte) (*Sheet, error) {
	again := "ask for it to be sent again"
	bad := func(do, what string, args ...any) error {
		return &BadSheet{Name: name, What: fmt.Sprintf(what, args...), Do: do}
	}
	if len(data) > MaxSheet {
		return nil, bad("ask for the file that was filled in", "has more than %d MB, which no assessment file has", MaxSheet>>20)
	}
	if !IsSheet(data) {
		return nil, bad("choose the file that came from your facilitator", "is not an assessment file of Nemawashi")
	}
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, bad(again, "is damaged or cut off")
	}
	switch {
	case head.Format != sheetFormat:
		return nil, bad("choose the file that came from your facilitator", "is not an assessment file of Nemawashi")
	case head.Version > SheetVersion:
		return nil, &BadSheet{Name: name, What: "was made by a newer version of Nemawashi", Do: "install the newer version to open it", Newer: true}
	}
	var f sheetFile
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil || f.Questionnaire == nil {
		return nil, bad(again, "is damaged or was changed by hand")
	}
	said := f.Check
	f.Check = ""
	if sum := sha256.Sum256(f.encode("")); said != hex.EncodeToString(sum[:]) {
		return nil, bad(again, "is damaged or was changed by hand")
	}
	if err := f.check(name); err != nil {
		return nil, bad(again, "holds what no form holds: %v", err)
	}
	return &f.Sheet, nil
}

// check looks at what a file with the right sum can still have wrong, for
// everybody can make one.
func (s *Sheet) check(name string) error {
	if err := check(name, s.Questionnaire); err != nil {
		return err
	}
	by, _ := workshop.FieldOf(workshop.KindResponse, "by")
	if !slices.Contains(by.Choices, s.By) {
		return fmt.Errorf("answers by %q", s.By)
	}
	for what, text := range map[string]string{"title": s.Title, "client": s.Client, "about": s.About, "name": s.Name, "unit": s.Unit, "copy": s.Copy, "round": string(s.Round), "workshop": string(s.Workshop)} {
		if err := workshop.CheckText(text, workshop.MaxText, false); err != nil {
			return fmt.Errorf("its %s %w", what, err)
		}
	}
	for id, a := range s.Answers {
		if _, ok := s.Questionnaire.Item(id); !ok {
			return fmt.Errorf("an answer to %q, which is no statement", id)
		}
		if a.Now < 0 || a.Now > Levels || a.Needed < 0 || a.Needed > Levels {
			return fmt.Errorf("a level of %s that is not on the scale", id)
		}
		if err := workshop.CheckText(a.Evidence, workshop.MaxNote, true); err != nil {
			return fmt.Errorf("the evidence of %s %w", id, err)
		}
	}
	for _, id := range s.Unseen {
		if _, ok := s.Questionnaire.Item(id); !ok {
			return fmt.Errorf("an answer to %q, which is no statement", id)
		}
	}
	return nil
}

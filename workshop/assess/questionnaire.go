package assess

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"nemawashi.app/assets"
)

// Levels is how many levels each statement has.
const Levels = 5

// Questionnaire is a set of 20 statements, one for each aspect and role. A
// round names the id and version that it was held with.
type Questionnaire struct {
	ID       string         `json:"id"`
	Version  int            `json:"version"`
	Title    string         `json:"title"`
	Language string         `json:"language"`
	Levels   [Levels]string `json:"levels"` // names of the levels, lowest first
	Ask      Wording        `json:"ask"`    // the question under every statement
	Aspects  []Aspect       `json:"aspects"`
	Roles    []Role         `json:"roles"`
	Items    []Item         `json:"items"` // aspect by aspect, in each role by role
}

// Wording is a sentence for those who rate themselves and for all others.
type Wording struct {
	Self   string `json:"self"`
	Others string `json:"others"`
}

// Aspect is one of four sides of the enterprise.
type Aspect struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Role is one of five things that a leader does.
type Role struct {
	ID      string `json:"id"`
	Title   string `json:"title"`   // short, for axes and columns
	Meaning string `json:"meaning"` // "inspire and motivate"
}

// Item is one statement. Its id is the aspect's and the role's ("P2").
type Item struct {
	ID         string `json:"id"`
	Aspect     string `json:"aspect"`
	Role       string `json:"role"`
	Title      string `json:"title"`
	Self       Asked  `json:"self"`
	Others     Asked  `json:"others"`
	Experiment string `json:"experiment"` // what to try when the gap is chosen
}

// Asked is how a statement is put to one kind of respondent, with one anchor
// for each level, lowest first.
type Asked struct {
	Statement string         `json:"statement"`
	Anchors   [Levels]string `json:"anchors"`
}

// Item finds a statement by its id.
func (q *Questionnaire) Item(id string) (Item, bool) {
	i := slices.IndexFunc(q.Items, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return Item{}, false
	}
	return q.Items[i], true
}

// Of are the statements of one aspect, in the order of the roles.
func (q *Questionnaire) Of(aspect string) []Item {
	return slices.DeleteFunc(slices.Clone(q.Items), func(i Item) bool { return i.Aspect != aspect })
}

// Put is how the statement reads for a respondent of a kind ("self", "report",
// "peer", "facilitator").
func (i Item) Put(by string) Asked {
	if by == BySelf || by == "" {
		return i.Self
	}
	return i.Others
}

// Problem is one mistake in a questionnaire, and where it is.
type Problem struct {
	File   string
	Line   int    // 0 where there is no file
	Place  string // "items P2: self: anchor 3", "" for the file as a whole
	Reason string
}

func (p *Problem) Error() string {
	at := p.File
	if p.Line > 0 {
		at = fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	if at != "" {
		at += ": "
	}
	if p.Place == "" {
		return at + p.Reason
	}
	return at + p.Place + ": " + p.Reason
}

// MaxBytes is how large a questionnaire's file may be.
const MaxBytes = 1 << 20

// Read reads one questionnaire. Its error joins every [*Problem] found; a
// questionnaire with a problem is not handed out.
func Read(name string, data []byte) (*Questionnaire, error) {
	if len(data) > MaxBytes {
		return nil, &Problem{File: name, Reason: fmt.Sprintf("has %d bytes, the limit is %d", len(data), MaxBytes)}
	}
	var q Questionnaire
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&q); err != nil {
		return nil, &Problem{File: name, Line: lineOfMistake(data, dec, err), Reason: strings.TrimPrefix(err.Error(), "json: ")}
	}
	if dec.More() {
		return nil, &Problem{File: name, Line: lineAt(data, dec.InputOffset()), Reason: "something follows after the end of the questionnaire"}
	}
	if err := check(name, &q); err != nil {
		at := placesOf(data)
		for _, p := range Problems(err) {
			p.Line = at.of(p.Place)
		}
		return nil, err
	}
	return &q, nil
}

// Builtin lists the questionnaires that the application carries.
var Builtin = sync.OnceValues(func() ([]*Questionnaire, error) {
	names, err := fs.Glob(assets.Questionnaires, "questionnaires/*.json")
	if err != nil {
		return nil, err
	}
	var out []*Questionnaire
	var errs []error
	for _, name := range names {
		data, err := fs.ReadFile(assets.Questionnaires, name)
		if err == nil {
			var q *Questionnaire
			q, err = Read(path.Base(name), data)
			out = append(out, q)
		}
		errs = append(errs, err)
	}
	return out, errors.Join(errs...)
})

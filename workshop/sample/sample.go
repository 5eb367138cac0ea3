package sample

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"

	"nemawashi.app/assets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/document"
	"nemawashi.app/workshop/template"
)

// Library is what the sample is put into.
type Library interface {
	Create(func(*workshop.Edit) error) (workshop.ID, error)
	Session(workshop.ID) (*workshop.Session, error)
	PutBlob([]byte) (string, error)
}

// Made are the ids of what was added: the kickoff first.
type Made struct {
	Workshops []workshop.ID `json:"workshops"`
	Rounds    []workshop.ID `json:"rounds"`
}

// plan is the file that says what the sample consists of.
type plan struct {
	Anchor    workshop.Date `json:"anchor"`
	Workshops []struct {
		Template  string        `json:"template"`
		Title     string        `json:"title"`
		Client    string        `json:"client"`
		Start     workshop.Date `json:"start"`
		Documents []string      `json:"documents"`
	} `json:"workshops"`
}

// Add puts the sample engagement into a library; today anchors its dates.
func Add(lib Library, today workshop.Date) (Made, error) {
	made := Made{Workshops: []workshop.ID{}, Rounds: []workshop.ID{}}
	files, err := fs.Sub(assets.Sample, "sample")
	if err != nil {
		return made, err
	}
	var p plan
	if err := read(files, "plan.json", &p); err != nil {
		return made, err
	}
	set, err := template.Builtin()
	if err != nil {
		return made, err
	}
	weeks := weeksUntil(p.Anchor, today)
	for _, w := range p.Workshops {
		t, ok := set.ByID(w.Template)
		if !ok {
			return made, fmt.Errorf("sample: there is no template %q", w.Template)
		}
		id, err := lib.Create(func(e *workshop.Edit) error {
			return template.Instantiate(e, t, template.Options{Title: w.Title, Client: w.Client, Start: w.Start.AddDays(7 * weeks)})
		})
		if err != nil {
			return made, fmt.Errorf("sample: %s: %w", w.Title, err)
		}
		s, err := lib.Session(id)
		if err != nil {
			return made, err
		}
		words := newWords(s, 7*weeks)
		words.put = lib.PutBlob
		for _, name := range w.Documents {
			if err := words.apply(s, files, name); err != nil {
				return made, fmt.Errorf("sample: %s: %w", name, err)
			}
		}
		s.Read(func(w *workshop.Workshop) {
			for _, r := range workshop.All[workshop.Round](w) {
				made.Rounds = append(made.Rounds, r.ID)
			}
		})
		made.Workshops = append(made.Workshops, id)
	}
	return made, nil
}

// Titles are the titles of the kickoff and of the kaizen workshop that came out
// of it, as they are in a library to which the sample was added.
func Titles() (kickoff, changeover string) {
	files, err := fs.Sub(assets.Sample, "sample")
	var p plan
	if err != nil || read(files, "plan.json", &p) != nil || len(p.Workshops) < 2 {
		return "", ""
	}
	return p.Workshops[0].Title, p.Workshops[len(p.Workshops)-1].Title
}

// weeksUntil counts the whole weeks that bring the anchor nearest to a day, at
// most three days from it: were it moved to the day's own past only, most of
// what is due this week would be overdue on a Monday.
func weeksUntil(anchor, today workshop.Date) int {
	days := anchor.DaysUntil(today) + 3
	weeks := days / 7
	if days%7 < 0 {
		weeks--
	}
	return weeks
}

func read(files fs.FS, name string, into any) error {
	data, err := fs.ReadFile(files, path.Clean(name))
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	return dec.Decode(into)
}

// apply takes one document in and learns the ids of what it added.
func (w *words) apply(s *workshop.Session, files fs.FS, name string) error {
	var doc map[string]any
	if err := read(files, name, &doc); err != nil {
		return err
	}
	if err := w.keepPictures(doc); err != nil {
		return err
	}
	given := handles(doc)
	data, err := json.Marshal(w.translate(doc))
	if err != nil {
		return err
	}
	res, err := document.Apply(s, bytes.NewReader(data))
	if err != nil {
		return err
	}
	for kind, list := range given {
		for i, handle := range list {
			if handle != "" {
				w.ids[handle] = res.IDs[kind][i]
			}
		}
	}
	return nil
}

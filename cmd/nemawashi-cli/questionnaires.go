package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/library"
)

func (a *app) questionnaires() *cobra.Command {
	cmd := a.jsonFlag(&cobra.Command{
		Use:   "questionnaires",
		Short: "The questionnaires a round can be held with, built-in and own",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			type line struct {
				ID       string `json:"id"`
				Version  int    `json:"version"`
				Title    string `json:"title"`
				Language string `json:"language"`
				Own      bool   `json:"own"`
			}
			return a.knowing(func(lib *library.Library) error {
				shelf, err := a.shelf(lib)
				if err != nil {
					return err
				}
				lines, rows := []line{}, [][]string{}
				for _, q := range shelf.All() {
					own := shelf.IsOwn(q.ID)
					lines = append(lines, line{q.ID, q.Version, q.Title, q.Language, own})
					rows = append(rows, []string{q.ID, q.Title, q.Language, origin(own, q.Version)})
				}
				if a.json {
					return a.document(lines)
				}
				return a.table([]string{"ID", "TITLE", "LANGUAGE", "FROM"}, rows)
			})
		},
	})
	cmd.AddCommand(a.filedQuestionnaires().commands(a)...)
	return cmd
}

// shelf is the questionnaires of a library, or the built-in ones where there is
// none. One of one's own that cannot be read is told, and left out. It is the
// same one each time: what it has taken may not be on the disk yet.
func (a *app) shelf(lib *library.Library) (*assess.Shelf, error) {
	if a.asked != nil {
		return a.asked, nil
	}
	s, err := assess.NewShelf()
	a.asked = s
	if err != nil || lib == nil {
		return s, err
	}
	if err := s.Open(lib); err != nil {
		fmt.Fprintf(a.err, "nemawashi-cli: a questionnaire of your own was left out: %v\n", err)
	}
	return s, nil
}

func (a *app) filedQuestionnaires() filed[*assess.Questionnaire] {
	return filed[*assess.Questionnaire]{
		command: "questionnaires", one: "questionnaire", extension: assess.Extension, most: assess.MaxBytes,
		read: assess.Read, write: (*assess.Questionnaire).Write,
		problems: func(err error) (out []problem) {
			for _, p := range assess.Problems(err) {
				out = append(out, problem{File: p.File, Line: p.Line, Place: p.Place, Reason: p.Reason})
			}
			return out
		},
		names: func(q *assess.Questionnaire) (string, int, string) { return q.ID, q.Version, q.Title },
		find: func(lib *library.Library, id string) (*assess.Questionnaire, error) {
			s, err := a.shelf(lib)
			if err != nil {
				return nil, err
			}
			for _, q := range s.All() {
				if q.ID == id {
					return q, nil
				}
			}
			return nil, fmt.Errorf("there is no questionnaire %q; nothing was changed; 'questionnaires' shows those that are", id)
		},
		plan: func(lib *library.Library, q *assess.Questionnaire) (*assess.Questionnaire, workshop.Taken, error) {
			s, err := a.shelf(lib)
			if err != nil {
				return nil, 0, err
			}
			out, how := s.Plan(q)
			return out, how, nil
		},
		take: func(lib *library.Library, q *assess.Questionnaire) (*assess.Questionnaire, workshop.Taken, error) {
			s, err := a.shelf(lib)
			if err != nil {
				return nil, 0, err
			}
			return s.Take(lib, q)
		},
	}
}

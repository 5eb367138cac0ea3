package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/library"
)

func (a *app) assess() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "assess ROUND",
		Short: "A self-assessment round's numbers, with small groups hidden",
		Args:  exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.reading(func(lib *library.Library) error {
				s, round, err := findRound(lib, args[0])
				if err != nil {
					return err
				}
				q, err := questionnaire(round)
				if err != nil {
					return err
				}
				var result *assess.Result
				s.Read(func(w *workshop.Workshop) { result, err = assess.WithTrend(w, round.ID, q, assess.Options{}) })
				if err != nil {
					return err
				}
				if a.json {
					return a.document(result.Report())
				}
				return a.results(result)
			})
		},
	})
}

// results prints a round for people to read.
func (a *app) results(r *assess.Result) error {
	main, trend := r.Main(), r.Trend
	whose := "leaders' own answers"
	if main == &r.Others {
		whose = "answers of others"
	}
	fmt.Fprintf(a.out, "%s: %d %s, %d of others; groups of fewer than %d stay hidden\n", r.Title, main.N, whose, r.Others.N, r.Least)
	if r.Withheld != "" {
		fmt.Fprintln(a.out, r.Withheld)
	}
	var rows [][]string
	for _, c := range main.Items {
		item, _ := r.Questionnaire.Item(c.ID)
		row := []string{c.ID, item.Title, strconv.Itoa(c.N), "hidden", "", "", "", ""}
		if !c.Hidden {
			row[3], row[4], row[5], row[6] = mean(c.Now), mean(c.Needed), "", string(c.Word)
			if c.Gap != nil {
				row[5] = fmt.Sprintf("%.1f", *c.Gap)
			}
		}
		if step := trend.Item(c.ID); step != nil {
			row[7] = fmt.Sprintf("%+.1f", step.Change)
		}
		rows = append(rows, row)
	}
	heads := []string{"ID", "STATEMENT", "N", "NOW", "NEEDED", "GAP", "AGREEMENT", "CHANGE"}
	switch {
	case trend == nil:
	case trend.Why != "":
		fmt.Fprintln(a.out, trend.Why)
	case trend.SamePeople > 0:
		fmt.Fprintf(a.out, "Change: the same %d leaders since %s\n", trend.SamePeople, trend.Title)
	default:
		fmt.Fprintf(a.out, "Change: group against group since %s\n", trend.Title)
	}
	if trend == nil || trend.Why != "" {
		heads = heads[:7]
		for i := range rows {
			rows[i] = rows[i][:7]
		}
	}
	return a.table(heads, rows)
}

func mean(s *assess.Spread) string {
	if s == nil {
		return "-"
	}
	return fmt.Sprintf("%.1f", s.Mean)
}

// questionnaire is the one that a round is held with.
func questionnaire(r *workshop.Round) (*assess.Questionnaire, error) {
	q, err := assess.Held(r)
	return q, unknown(r, err)
}

// unknown says which statements are missing here; other errors stay as they are.
func unknown(r *workshop.Round, err error) error {
	if errors.Is(err, assess.ErrNoQuestionnaire) {
		return fmt.Errorf("round %q is held with the questionnaire %q, version %d, which is not here; nothing was changed; take it with 'questionnaires import', or use the version of Nemawashi that the round was made with",
			r.Title, r.Questionnaire, r.QuestionnaireVersion)
	}
	return err
}

// findRound is the round that an argument means: its id, the beginning of its
// id, or its title, as long as only one fits.
func findRound(lib *library.Library, arg string) (*workshop.Session, *workshop.Round, error) {
	all, err := lib.Workshops()
	if err != nil {
		return nil, nil, err
	}
	var of []*workshop.Session
	var fits []*workshop.Round
	for _, summary := range all {
		s, err := lib.Session(summary.ID)
		if err != nil {
			return nil, nil, err
		}
		var exact bool
		s.Read(func(w *workshop.Workshop) {
			for _, r := range workshop.All[workshop.Round](w) {
				if string(r.ID) == arg {
					of, fits, exact = []*workshop.Session{s}, []*workshop.Round{r}, true
					return
				}
				if strings.HasPrefix(string(r.ID), arg) || strings.EqualFold(r.Title, arg) {
					of, fits = append(of, s), append(fits, r)
				}
			}
		})
		if exact {
			break
		}
	}
	switch len(fits) {
	case 0:
		return nil, nil, fmt.Errorf("there is no round %q in this library; nothing was changed; 'show WORKSHOP --json' lists rounds with their ids", arg)
	case 1:
		return of[0], fits[0], nil
	}
	return nil, nil, fmt.Errorf("%d rounds fit %q; nothing was changed; give the whole id", len(fits), arg)
}

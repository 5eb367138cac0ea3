// Package held writes what is held on one person, for that person to read: as
// PDF, and as JSON for another program.
//
// It promises that both say the same, in words or in the field names of the
// data dictionary, and that nothing is left out because it is unpleasant to read.
// What may be in it is decided by package extract. The window and the command
// line call it. Errors are those of the writer and of writing a PDF.
package held

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"nemawashi.app/export/file"
	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/extract"
)

// WriteFile writes the extract to a file, as JSON where its name ends in .json
// and else as PDF, or leaves the file that was there as it was.
func WriteFile(ctx context.Context, path string, x extract.Extract, now time.Time) error {
	return file.Replace(path, func(w io.Writer) error {
		if strings.EqualFold(filepath.Ext(path), ".json") {
			return JSON(w, x)
		}
		return PDF(ctx, w, x, now)
	})
}

// JSON writes the extract as one document, indented for people.
func JSON(w io.Writer, x extract.Extract) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(x)
}

// PDF writes the extract on A4.
func PDF(ctx context.Context, w io.Writer, x extract.Extract, now time.Time) error {
	day := now.Format("2 January 2006")
	d := page.New(page.Options{Title: "What is held on you", Mark: "Personal, for you only", DateText: day, Subject: "Extract for one person", Language: "en", Date: now})
	d.Add(page.Heading{Level: 1, Text: "What is held on you", Note: day},
		page.Paragraph{Text: fmt.Sprintf("This is everything that this library of workshops holds under the name %s. You may ask for any of it to be corrected or erased.", x.Name)},
		page.Paragraph{Quiet: true, Text: "Names of others stand in it only where they stand in everything that was written of the workshop. What direct reports and peers answered in a self-assessment is kept without their names; it is shown only in the results of the round, where nobody can be told apart."})
	for i := range x.Workshops {
		shop(d, &x.Workshops[i])
	}
	return d.Write(ctx, w, nil)
}

func shop(d *page.Document, w *extract.Workshop) {
	note := w.Client
	if w.RetainUntil != "" {
		note = strings.TrimPrefix(note+", to be kept until "+string(w.RetainUntil), ", ")
	}
	d.Add(page.Heading{Level: 2, Text: w.Title, Note: note})
	for i := range w.Records {
		record(d, &w.Records[i])
	}
	for _, round := range w.Protected {
		d.Add(page.Paragraph{Text: "Direct reports or peers answered about you in " + round + ". Their answers are in the results of that round only."})
	}
	if len(w.NamedIn) > 0 {
		t := page.Table{Columns: []page.Column{{Title: "Where you are named", Weight: 2, Min: 200}, {Title: "As", Weight: 1, Min: 90}}}
		for _, n := range w.NamedIn {
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: n.Label, Note: sentence(string(n.Kind))}, {Text: sentence(n.As)}}})
		}
		d.Add(page.Heading{Level: 3, Text: "Where you are named"}, t)
	}
	if len(w.Texts) > 0 {
		t := page.Table{Columns: []page.Column{{Title: "Text", Weight: 3, Min: 240}, {Title: "Where", Weight: 1, Min: 90}}}
		for _, n := range w.Texts {
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: n.Text}, {Text: sentence(string(n.Kind)), Note: sentence(n.Field)}}})
		}
		d.Add(page.Heading{Level: 3, Text: "Texts that name you"}, t)
	}
	if w.Empty() {
		d.Add(page.Paragraph{Quiet: true, Text: "Nothing is held in this workshop."})
	}
}

// titles are what people call the records that are about them.
var titles = map[workshop.Kind]string{
	workshop.KindPerson: "You", workshop.KindStakeholder: "On the resistance map", workshop.KindResponse: "Answers in a self-assessment",
	workshop.KindCommitment: "What you have promised", workshop.KindVote: "Dots that you gave",
}

func record(d *page.Document, r *extract.Record) {
	title := titles[r.Kind]
	if title == "" {
		title = sentence(string(r.Kind))
	}
	d.Add(page.Heading{Level: 3, Text: title})
	var facts []page.Fact
	for _, f := range workshop.Fields(r.Kind) {
		v, ok := r.Fields[f.Name]
		if !ok || f.Type == workshop.TypePerson || f.Type == workshop.TypeRef {
			continue // an id, which says nothing to a reader; the JSON has it
		}
		facts = append(facts, page.Fact{Name: sentence(f.Name), Value: plain(v)})
	}
	if len(facts) > 0 {
		d.Add(page.Facts{Items: facts})
	}
	if len(r.Ratings) == 0 {
		return
	}
	t := page.Table{Columns: []page.Column{{Title: "Day"}, {Title: "Support then"}, {Title: "Support needed"}, {Title: "Influence"}, {Title: "How sure", Weight: 1}}}
	for _, x := range r.Ratings {
		sure := map[int]string{1: "a guess", 2: "observed", 3: "said so"}[x.Confidence]
		t.Rows = append(t.Rows, page.TextRow(string(x.Date), signed(x.Now), signed(x.Needed), number(x.Influence), sure))
	}
	d.Add(t)
}

func signed(n *int) string {
	if n == nil {
		return "not said"
	}
	return fmt.Sprintf("%+d", *n)
}

func number(n int) string {
	if n == 0 {
		return "not said"
	}
	return strconv.Itoa(n)
}

// sentence is the name of a field as people read it.
func sentence(s string) string {
	s = strings.ReplaceAll(strings.TrimPrefix(s, "cells."), "_", " ")
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// plain is a value as people read it.
func plain(v json.RawMessage) string {
	var s string
	switch {
	case json.Unmarshal(v, &s) == nil:
		return s
	case string(v) == "true":
		return "yes"
	case string(v) == "false":
		return "no"
	}
	var m map[string]workshop.Answer
	if json.Unmarshal(v, &m) == nil {
		var lines []string
		for _, k := range slices.Sorted(maps.Keys(m)) {
			a := m[k]
			lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s: now %s, needed %s. %s", k, number(a.Now), number(a.Needed), a.Evidence)))
		}
		return strings.Join(lines, "\n")
	}
	var b bytes.Buffer
	if json.Compact(&b, v) == nil {
		return b.String()
	}
	return string(v)
}

// Package readout writes what came out of a workshop as a PDF that a sponsor, a
// team or a facilitator can forward: the summary on one page first, then the
// charter, the agenda as it really ran, the canvases, the resistance as far as
// the audience may know it, measures, actions, commitments and reviews.
//
// It promises that the document holds what the view holds and nothing else
// (views are redacted; nothing is looked up elsewhere), that every action
// stands in the register exactly once, that parts without content are left
// out, that no text is lost, and that the same input gives the same bytes. The
// export dialog and the command line call it: [Sections], [Gaps] and [Missing]
// say beforehand what will be in it, what is not filled in yet, and what no
// typeface can show.
//
// Errors: [ErrNothing] without a view, an error that names an unknown paper, a
// [*file.Error] where the disk refuses, the context's error when it is
// canceled. In all cases nothing has been written.
package readout

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"nemawashi.app/export/file"
	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/template"
)

// ErrNothing is returned when there is no workshop to write.
var ErrNothing = errors.New("no workshop was chosen, so no readout was written; choose one")

// Input is what a readout is made from.
type Input struct {
	View     *workshop.View
	Today    workshop.Date   // from which overdue is counted; the day of Now when empty
	Now      time.Time       // of the export, as the reader sees it
	Paper    string          // "a4" (also when empty), "letter" or "a3"
	Language string          // of headings and words; English when unknown
	Leave    map[string]bool // ids of sections to leave out
	// Names are the real names behind code names, by stakeholder. They are
	// printed for the facilitator only, on a page of their own.
	Names map[workshop.ID]string
	// Assessments are the results of self-assessment rounds, as [Assessments] gives
	// them for the view's audience: views for others than the facilitator hold no
	// answers, and the readout never works results out of them itself.
	Assessments []*assess.Result
	// Blob gives the bytes of a picture; without it there are no pictures.
	Blob func(sha string) ([]byte, error)
	// Templates are those that there are; nil: the built-in ones.
	Templates *template.Set
	Progress  func(done, total int)
}

// Write writes the PDF.
func Write(ctx context.Context, w io.Writer, in Input) error {
	r, err := open(in)
	if err != nil {
		return err
	}
	return r.document().Write(ctx, w, in.Progress)
}

// WriteFile writes the PDF to a file, or leaves the file that was there as it was.
func WriteFile(ctx context.Context, path string, in Input) error {
	return file.Replace(path, func(w io.Writer) error { return Write(ctx, w, in) })
}

// Missing says what of the texts no typeface can show: the placeholder that
// will be printed instead, how often, and where it comes first.
func Missing(in Input) []string {
	in.Blob = nil // pictures are costly to read and hold no text
	r, err := open(in)
	if err != nil {
		return nil
	}
	var out []string
	for _, g := range r.document().Missing() {
		first := shortened(g.Text, 40)
		if g.Count == 1 {
			out = append(out, fmt.Sprintf(r.w.say("missing.once"), g.Placeholder, first))
		} else {
			out = append(out, fmt.Sprintf(r.w.say("missing.often"), g.Placeholder, g.Count, first))
		}
	}
	return out
}

// document puts the blocks of all chapters together.
func (r *report) document() *page.Document {
	c := &r.v.Charter
	d := page.New(page.Options{
		Paper: r.paper, Title: r.title(), Client: c.Client, Mark: r.mark(), DateText: r.date(r.today),
		Author: r.names(c.Facilitators), Subject: r.w.say("kind." + r.kind()), Language: r.language(),
		Keywords: nonEmpty(c.Client, c.Site, c.Programme, r.w.say("method."+r.kind())), Date: r.in.Now,
		PageOf: func(n, total int) string { return fmt.Sprintf(r.w.say("page"), n, total) },
	})
	d.Add(r.cover(), page.Contents{Title: r.w.say("contents")})
	for _, c := range chapters {
		if c.in(r) && !r.in.Leave[c.id] {
			d.Add(c.blocks(r)...)
		}
	}
	return d
}

package readout

import (
	"context"
	"io"
	"strconv"

	"nemawashi.app/export/file"
	"nemawashi.app/export/page"
	"nemawashi.app/workshop/assess"
)

// WriteOwn writes the page of one manager about a round as PDF: the own answers,
// and those of reports and peers as numbers where they may be shown. Name is how
// the manager is called on the page; title and file say nothing of it. The view
// gives the workshop's title and client. Errors are those of [Write].
func WriteOwn(ctx context.Context, w io.Writer, in Input, own *assess.Own, name string) error {
	r, err := open(in)
	if err != nil {
		return err
	}
	return r.own(own, name).Write(ctx, w, in.Progress)
}

// WriteOwnFile writes the page to a file, or leaves the file that was there as it was.
func WriteOwnFile(ctx context.Context, path string, in Input, own *assess.Own, name string) error {
	return file.Replace(path, func(w io.Writer) error { return WriteOwn(ctx, w, in, own, name) })
}

func (r *report) own(own *assess.Own, name string) *page.Document {
	d := page.New(page.Options{
		Paper: r.paper, Title: r.w.say("own.title"), Client: r.v.Charter.Client, Mark: r.w.say("own.mark"), DateText: r.date(r.today),
		Subject: own.Title, Language: r.language(), Date: r.in.Now,
		PageOf: func(n, total int) string { return r.w.fill("page", n, total) },
	})
	d.Add(page.Heading{Level: 1, Text: r.w.say("own.title"), Note: r.title()}, page.Paragraph{Text: r.w.fill("own.for", name, own.Least)})
	d.Add(r.roundResults(own.Result())...)
	if own.Answers != nil {
		d.Add(page.Heading{Level: 3, Text: r.w.say("head.own")}, r.ownAnswers(own))
	}
	return d
}

// ownAnswers lists what the manager answered, with the sentence that stands for the level.
func (r *report) ownAnswers(own *assess.Own) page.Table {
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.statement"), Weight: 4, Min: 150}, {Title: r.w.say("column.now"), Align: page.ToRight},
		{Title: r.w.say("column.needed"), Align: page.ToRight}, {Title: r.w.say("column.evidence"), Weight: 2, Min: 80}}}
	level := func(n int) string {
		if n == 0 {
			return "–"
		}
		return strconv.Itoa(n)
	}
	for _, it := range own.Questionnaire.Items {
		a := own.Answers[it.ID]
		what := page.Cell{Text: it.ID + " " + it.Self.Statement}
		if a.Now > 0 {
			what.Note = it.Self.Anchors[a.Now-1]
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{what, {Text: level(a.Now)}, {Text: level(a.Needed)}, {Text: a.Evidence}}})
	}
	return t
}

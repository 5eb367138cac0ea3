package register

import (
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"nemawashi.app/workshop"
)

// The hidden base sheet is what a merge needs: for every field it compares the
// value in this sheet (what the owner got), the value in the app, and the value
// on the sheet Actions. The first cell of a row says what the row is:
//
//	format    Format, Version
//	export    id, time (RFC 3339, UTC), today, language, audience
//	workshop  id, label on the sheets, client, currency
//	person    id of the workshop, id, name on the sheets
//	ref       field (goal or source), id of the workshop, id, words on the sheets
//	column    field, header on the sheet Actions
//	choice    field, value, word on the sheets
//	actions   the fields of a record
//
// Every row below the last of these is an action: the place of its workshop
// among the workshop rows (from 1), its id, and its record in as many cells as
// it takes. A record is the values of the fields, in their order, between tabs,
// written as in JSON but without quotes; a tab, a line feed and a backslash
// within are \t, \n and \\, and empty values at the end are left out. (Real
// JSON would be twice as long: a sheet writes a quote as five characters.)
//
// The sheet holds nothing that the view did not, and no link to an entry of the
// resistance map, which the other sheets do not name either.
const (
	rowFormat   = "format"
	rowExport   = "export"
	rowWorkshop = "workshop"
	rowPerson   = "person"
	rowRef      = "ref"
	rowColumn   = "column"
	rowChoice   = "choice"
	rowActions  = "actions"
)

// chunk is how many bytes of a record go into one cell; bytes are never fewer
// than the units that a cell counts.
const chunk = 30_000

// chunksAtMost is how many cells the largest record takes: three notes of
// characters of four bytes, and what is small beside them.
const chunksAtMost = 9

// baseFields are the fields of an action in the base, and how each is written.
var baseFields = []struct {
	name string
	get  func(*workshop.Action) string
}{
	{"number", func(a *workshop.Action) string { return integer(int64(a.Number)) }},
	{"title", func(a *workshop.Action) string { return a.Title }},
	{"owner", func(a *workshop.Action) string { return string(a.Owner) }},
	{"due", func(a *workshop.Action) string { return string(a.Due) }},
	{"status", func(a *workshop.Action) string { return a.Status }},
	{"progress", func(a *workshop.Action) string { return integer(int64(a.Progress)) }},
	{"priority", func(a *workshop.Action) string { return a.Priority }},
	{"category", func(a *workshop.Action) string { return a.Category }},
	{"blocker", func(a *workshop.Action) string { return a.Blocker }},
	{"update", func(a *workshop.Action) string { return a.Update }},
	{"detail", func(a *workshop.Action) string { return a.Detail }},
	{"helpers", func(a *workshop.Action) string { return ids(a.Helpers) }},
	{"start", func(a *workshop.Action) string { return string(a.Start) }},
	{"closed", func(a *workshop.Action) string { return string(a.Closed) }},
	{"verified_by", func(a *workshop.Action) string { return string(a.VerifiedBy) }},
	{"effort", func(a *workshop.Action) string { return integer(int64(a.Effort)) }},
	{"impact", func(a *workshop.Action) string { return integer(int64(a.Impact)) }},
	{"hours", func(a *workshop.Action) string { return integer(int64(a.Hours)) }},
	{"people", func(a *workshop.Action) string { return integer(int64(a.People)) }},
	{"cost", func(a *workshop.Action) string { return integer(int64(a.Cost)) }},
	{"benefit_expected", func(a *workshop.Action) string { return integer(int64(a.BenefitExpected)) }},
	{"benefit_actual", func(a *workshop.Action) string { return integer(int64(a.BenefitActual)) }},
	{"benefit_confirmed_by", func(a *workshop.Action) string { return string(a.BenefitConfirmedBy) }},
	{"check_every", func(a *workshop.Action) string { return a.CheckEvery }},
	{"check_from", func(a *workshop.Action) string { return string(a.CheckFrom) }},
	{"check_until", func(a *workshop.Action) string { return string(a.CheckUntil) }},
	{"checked", func(a *workshop.Action) string { return string(a.Checked) }},
	{"goal", func(a *workshop.Action) string { return string(a.Goal) }},
	{"source", func(a *workshop.Action) string { return string(a.Source) }},
}

func integer(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// ids joins ids, which have no spaces.
func ids(list []workshop.ID) string {
	var out []string
	for _, id := range list {
		out = append(out, string(id))
	}
	return strings.Join(out, " ")
}

// escaper keeps what a value holds apart from what separates values.
var escaper = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`)

// record appends the record of an action. What came from an entry of the
// resistance map says nothing of where it came from.
func record(to []byte, it *item) []byte {
	a := it.Action
	if it.shop.secret[a.Source] {
		open := *a
		open.Source = ""
		a = &open
	}
	end := len(to)
	for i, f := range baseFields {
		if i > 0 {
			to = append(to, '\t')
		}
		if v := f.get(a); v != "" {
			if strings.ContainsAny(v, "\\\t\n") {
				v = escaper.Replace(v)
			}
			to = append(to, v...)
			end = len(to)
		}
	}
	return to[:end]
}

func (b *book) writeBase() error {
	head := b.baseHead()
	s, err := b.sheet(baseSheet, layout{rows: len(head) + len(b.items), columns: 2 + chunksAtMost, widths: []float64{12, 38, 38, 24}})
	if err != nil {
		return err
	}
	for _, row := range head {
		if err := s.row(row...); err != nil {
			return err
		}
	}
	place := map[*shop]any{}
	for i, shop := range b.shops {
		place[shop] = i + 1
	}
	var doc []byte
	row := make([]any, 0, 2+chunksAtMost)
	for _, it := range b.items {
		doc = record(doc[:0], it)
		row = append(row[:0], place[it.shop], string(it.ID))
		for part := range chunks(doc) {
			row = append(row, part)
		}
		if err := s.row(row...); err != nil {
			return err
		}
		if err := b.progress(); err != nil {
			return err
		}
	}
	if err := b.protect(baseSheet); err != nil {
		return err
	}
	return s.Flush()
}

// baseHead are the rows above the actions.
func (b *book) baseHead() [][]any {
	head := [][]any{
		{rowFormat, Format, Version},
		{rowExport, b.in.ID, b.in.Now.UTC().Format(time.RFC3339), string(b.in.Today), b.language(), string(b.audience())},
	}
	for _, s := range b.shops {
		head = append(head, []any{rowWorkshop, string(s.view.ID), s.label, s.client, s.purse.code})
	}
	for _, s := range b.shops {
		for _, p := range s.view.People {
			head = append(head, []any{rowPerson, string(s.view.ID), string(p.ID), s.people[p.ID]})
		}
	}
	for _, s := range b.shops {
		head = append(head, s.refRows()...)
	}
	for _, c := range actionColumns(b.words, b.several()) {
		head = append(head, []any{rowColumn, c.field, b.words.say("column." + c.field)})
		if f, ok := workshop.FieldOf(workshop.KindAction, c.field); ok {
			for _, choice := range f.Choices {
				head = append(head, []any{rowChoice, c.field, choice, b.words.choice(c.field, choice)})
			}
		}
	}
	names := make([]string, len(baseFields))
	for i, f := range baseFields {
		names[i] = f.name
	}
	return append(head, []any{rowActions, strings.Join(names, "\t")})
}

// refRows are the goals, and whatever actions came from, with their words.
func (s *shop) refRows() [][]any {
	var out [][]any
	for _, g := range s.view.Goals {
		out = append(out, []any{rowRef, "goal", string(s.view.ID), string(g.ID), text(g.Title)})
	}
	seen := map[workshop.ID]bool{}
	for _, a := range s.view.Actions {
		if label := s.sources[a.Source]; label != "" && !seen[a.Source] && !s.secret[a.Source] {
			seen[a.Source] = true
			out = append(out, []any{rowRef, "source", string(s.view.ID), string(a.Source), label})
		}
	}
	return out
}

// chunks cuts a record between characters into pieces that fit into cells.
func chunks(doc []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(doc) > 0 {
			n := min(chunk, len(doc))
			for n < len(doc) && !utf8.RuneStart(doc[n]) {
				n--
			}
			if !yield(string(doc[:n])) {
				return
			}
			doc = doc[n:]
		}
	}
}

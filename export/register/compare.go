package register

import (
	"context"
	"slices"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
	"nemawashi.app/workshop/template"
)

// Against is what a register without its hidden sheet is compared with.
type Against struct {
	// Whose are the workshops of some actions, those of most of them first. It
	// gets none where the file has no ids left, and may know by other means.
	Whose func(actions []workshop.ID) ([]workshop.ID, error)
	// View is a workshop as an audience may see it.
	View func(workshop.ID, workshop.Audience) (*workshop.View, error)
	// Templates are those that there are; nil: the built-in ones.
	Templates *template.Set
}

// Compare reads a register whose hidden sheet is gone: since nothing says what
// it was at export, it is compared with what the workshops hold now, and every
// difference is a choice. The file is taken for the audience to which it comes
// nearest, so that a name that was withheld in it is no difference.
//
// Rows are known as by [Read]; where neither ids nor numbers are left, those
// that have no action's title are marked as lost, and [exchange.NewPlan]
// proposes what they may be. A file of which nothing tells whose it is, is a
// [*workbook.Refused].
func Compare(ctx context.Context, path string, with Against) (*exchange.Copy, error) {
	b, err := workbook.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	actions, err := known(ctx, b)
	if err != nil {
		return nil, err
	}
	ids, err := with.Whose(actions)
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		return nil, b.Refuse(workbook.Elsewhere, "does not say what it was at export, and has the id of no action in this library", "choose the workshop that it is to be compared with")
	}
	var best *exchange.Copy
	for _, a := range slices.Backward(workshop.Audiences) {
		in := Input{ID: "compared", Templates: with.Templates}
		for _, id := range ids {
			v, err := with.View(id, a)
			if err != nil {
				return nil, err
			}
			in.Views = append(in.Views, v)
		}
		c, err := readAgainst(ctx, b, exportedNow(in))
		if err != nil {
			return nil, err
		}
		if best == nil || edits(c) < edits(best) {
			best = c
		}
	}
	best.Compared = true
	return best, nil
}

func edits(c *exchange.Copy) int {
	n := 0
	for _, r := range c.Rows {
		n += len(r.Edits)
	}
	return n
}

// exportedNow is what a register that is made now would say of itself.
func exportedNow(in Input) *exported {
	w := wordsIn(in.Language)
	k := &book{in: in, words: w, shops: newShops(in.Views, in.Templates, w)}
	k.items = items(k.shops)
	e := newExported()
	e.id, e.language, e.now = in.ID, k.language(), true
	for _, row := range k.baseHead() {
		e.head(func(n int) string {
			if n > len(row) {
				return ""
			}
			s, _ := row[n-1].(string)
			return s
		})
	}
	order := make([]int, len(baseFields))
	for i := range order {
		order[i] = i
	}
	for _, it := range k.items {
		a := &based{place: slices.Index(k.shops, it.shop), id: it.ID, fields: make([]string, len(baseFields))}
		a.fill(string(record(nil, it)), order)
		e.known(a)
	}
	return e
}

// known lists the ids in the hidden column of a register: of which actions it
// is, as far as it tells.
func known(ctx context.Context, b *workbook.Book) ([]workshop.ID, error) {
	r := &reader{b: b, exported: newExported()}
	sheet, head, err := r.findTable(ctx)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(r.fields, func(t target) bool { return t.field == "id" })
	var out []workshop.ID
	if at < 0 {
		return nil, nil
	}
	for row, err := range b.Rows(ctx, sheet) {
		if err != nil {
			return nil, err
		}
		if c := row.At(at); c != nil && row.Number > head {
			out = append(out, workshop.ID(c.Text))
		}
	}
	return out, nil
}

// told is what a file is compared with, in a word.
func (e *exported) told() string {
	if e.now {
		return "workshop"
	}
	return "export"
}

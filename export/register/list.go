package register

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// NoHead says that a list has no header: its first row is an action.
const NoHead = -1

// Mapping says which column of a list is which field of an action.
type Mapping struct {
	Column  string   `json:"column"` // its letters
	Header  string   `json:"header"`
	Field   string   `json:"field"` // "" for a column that is not taken
	Samples []string `json:"-"`     // what stands in the first rows below
}

// Memory is what is kept of a list for the next one with the same header: which
// column is which field, and what words of its own mean. Nothing that stands
// below the header is in it.
type Memory struct {
	Columns map[string]string `json:"columns"`         // by letters
	Words   map[string]string `json:"words,omitempty"` // value by field, a space and the folded word
}

// ListOptions say how a list is to be understood; what they leave open is found
// out.
type ListOptions struct {
	Sheet  string            // "": the one on which most headers are known
	Head   int               // number of the row of the header, NoHead, or 0: the row in which most are known
	Choose map[string]string // field by header or by the letters of a column; "" leaves it out
	Words  map[string]string // as in Memory
	// Remembered is what was kept of a list with this signature, nil for nothing.
	Remembered func(signature string) *Memory
}

// List is a list of actions that somebody made without this app, as far as it
// is understood.
type List struct {
	Name    string // of the file
	Sheets  []string
	Sheet   string
	Head    int // NoHead without one
	Heads   []Line
	Columns []Mapping
	Words   map[string]string
	Rows    int // below the header
	Known   bool
	hash    string
}

// Line is a row that may be the header.
type Line struct {
	Number int
	Text   string
}

// Look finds out how a list is to be read, a workbook or separated values. The
// header is the row, on any sheet that is not hidden, in which most columns are
// known in any language of the app; where none is, the first row with the most
// words.
func Look(ctx context.Context, path string, o ListOptions) (*List, error) {
	b, err := workbook.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	r := &reader{b: b, list: true, chosen: map[string]string{}, exported: newExported()}
	l := &List{Name: b.Name, hash: b.Hash, Words: maps.Clone(o.Words), Head: o.Head}
	sheet, err := r.findList(ctx, l, o)
	if err != nil {
		return nil, err
	}
	if err := r.lines(ctx, l, sheet); err != nil {
		return nil, err
	}
	if m := o.Remembered; m != nil && l.Signature() != "" {
		if kept := m(l.Signature()); kept != nil {
			l.Known = true
			maps.Copy(r.chosen, folded(kept.Columns))
			if l.Words == nil {
				l.Words = maps.Clone(kept.Words)
			}
		}
	}
	maps.Copy(r.chosen, folded(o.Choose))
	r.assign(l)
	return l, nil
}

func folded(choose map[string]string) map[string]string {
	out := map[string]string{}
	for column, field := range choose {
		out[exchange.Fold(column)] = field
	}
	return out
}

// findList finds the sheet and the header.
func (r *reader) findList(ctx context.Context, l *List, o ListOptions) (workbook.Sheet, error) {
	var best workbook.Sheet
	most := -1
	for _, s := range r.b.Sheets() {
		if s.Hidden {
			continue
		}
		head, score, seen := 0, -1, 0
		for row, err := range r.b.Rows(ctx, s) {
			if err != nil {
				return best, err
			}
			if seen++; seen > seek {
				break
			}
			_, known := r.header(row)
			words := 0
			for i := range row.Cells {
				if row.Cells[i].Kind == workbook.Text {
					words++
				}
			}
			if n := known*1000 + min(words, 999); n > score {
				head, score = row.Number, n
			}
		}
		if seen == 0 {
			continue
		}
		l.Sheets = append(l.Sheets, s.Name)
		if o.Sheet == s.Name || o.Sheet == "" && score > most {
			best, most = s, score
			if o.Head == 0 {
				l.Head = head
			}
		}
	}
	if most < 0 {
		return best, r.b.Refuse(workbook.Foreign, "has nothing in it that could be a list", "choose a workbook with a table, or a CSV file")
	}
	l.Sheet = best.Name
	return best, nil
}

// lines reads what is shown of a list: rows that may be its header, its columns
// and the first values in them.
func (r *reader) lines(ctx context.Context, l *List, sheet workbook.Sheet) error {
	var columns []Mapping
	seen := 0
	for row, err := range r.b.Rows(ctx, sheet) {
		if err != nil {
			return err
		}
		var words []string
		for i := range row.Cells {
			c := &row.Cells[i]
			for len(columns) < c.Column {
				columns = append(columns, Mapping{Column: workbook.Letters(len(columns) + 1)})
			}
			text := strings.Join(strings.Fields(r.b.Shown(c)), " ")
			words = append(words, text)
			m := &columns[c.Column-1]
			switch {
			case row.Number == l.Head:
				m.Header = text
			case row.Number > l.Head && len(m.Samples) < 3:
				m.Samples = append(m.Samples, text)
			}
		}
		if seen++; seen <= 12 {
			l.Heads = append(l.Heads, Line{row.Number, strings.Join(words, " | ")})
		}
		if row.Number > l.Head {
			l.Rows++
		}
	}
	l.Columns = slices.DeleteFunc(columns, func(m Mapping) bool { return m.Header == "" && len(m.Samples) == 0 })
	return nil
}

// assign gives columns their fields: what was chosen, and otherwise what their
// headers mean. A field is given once, to a column for which it was chosen before
// any whose header means it.
func (r *reader) assign(l *List) {
	taken := map[string]bool{}
	for _, chosen := range []bool{true, false} {
		for i := range l.Columns {
			m := &l.Columns[i]
			field, asked := r.asked(m)
			if asked != chosen {
				continue
			}
			if !asked {
				field = exchange.Column(m.Header)
			}
			if field = takeable(field); field != "" && !taken[field] {
				m.Field = field
				taken[field] = true
			}
		}
	}
}

func (r *reader) asked(m *Mapping) (string, bool) {
	if field, ok := r.chosen[exchange.Fold(m.Column)]; ok {
		return field, true
	}
	field, ok := r.chosen[exchange.Fold(m.Header)]
	return field, ok && m.Header != ""
}

// takeable is the field if a list of somebody else can have it. Ids, numbers and
// links of others mean nothing here.
func takeable(field string) string {
	f, ok := workshop.FieldOf(workshop.KindAction, field)
	if !ok || f.Type == workshop.TypeRef || f.Generated {
		return ""
	}
	return field
}

// Signature is the same for lists with the same headers in the same columns, ""
// for a list without a header. It tells nothing of them.
func (l *List) Signature() string {
	var all []string
	for _, m := range l.Columns {
		if h := exchange.Fold(m.Header); h != "" {
			all = append(all, m.Column+" "+h)
		}
	}
	if l.Head == NoHead || len(all) == 0 {
		return ""
	}
	sum := sha256.Sum256([]byte(strings.Join(all, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// Memory is what the list's mapping is worth for the next one like it.
func (l *List) Memory() ([]byte, error) {
	m := Memory{Columns: map[string]string{}, Words: l.Words}
	for _, c := range l.Columns {
		m.Columns[c.Column] = c.Field
	}
	return json.Marshal(m)
}

// Remember reads what Memory wrote; nil for what cannot be read.
func Remember(doc []byte) *Memory {
	m := &Memory{}
	if len(doc) == 0 || json.Unmarshal(doc, m) != nil {
		return nil
	}
	return m
}

// ReadList reads the actions of a list for a workshop: every row below the
// header becomes a new row of the copy. The same list again gives the same rows,
// so that nothing comes twice. A list without a column for what to do is a
// [*workbook.Refused].
func ReadList(ctx context.Context, path string, in *workshop.Charter, l *List) (*exchange.Copy, error) {
	b, err := workbook.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	sheet, ok := b.Sheet(l.Sheet)
	if !ok || b.Hash != l.hash {
		return nil, b.Refuse(workbook.Unreadable, "has changed since it was looked at", "choose it again")
	}
	p := purseOf(in.Currency)
	e := newExported()
	e.places = []exchange.Place{{Workshop: in.ID, Label: in.Title, Currency: p.code, Digits: p.digits}}
	e.purses[in.ID] = p
	r := &reader{b: b, list: true, claimed: map[*based]int{}, exported: e}
	for _, m := range l.Columns {
		if m.Field == "" {
			continue
		}
		at := workbook.Column(m.Column)
		for len(r.fields) <= at {
			r.fields = append(r.fields, target{index: -1})
		}
		f, _ := workshop.FieldOf(workshop.KindAction, m.Field)
		r.fields[at] = target{field: m.Field, index: indexOfField(m.Field), typ: f.Type}
	}
	if !hasField(r.fields, "title") {
		return nil, b.Refuse(workbook.Foreign, "has no column that says what is to be done", "name it, as in --map Topic=title, or write Action over it")
	}
	choices := map[string]string{}
	for word, value := range l.Words {
		field, said, _ := strings.Cut(word, " ")
		choices[field+"\x00"+exchange.Fold(said)] = value
	}
	r.copy = &exchange.Copy{Name: b.Name, Hash: b.Hash, Export: "list " + b.Hash, Places: r.places, Context: exchange.Context{Language: in.Language, Choices: choices}}
	if r.merged, err = b.Merged(ctx, sheet); err != nil {
		return nil, err
	}
	for row, err := range b.Rows(ctx, sheet) {
		if err != nil {
			return nil, err
		}
		if row.Number > l.Head {
			r.row(row)
		}
	}
	return r.copy, nil
}

// Word is a word of a list that is no choice of its field in any language of
// the app, as it is written there first.
type Word struct {
	Text  string
	Times int
}

// Strange are the words of a copy that nobody knows, or that are known from the
// list's own words alone, by field, a space and the folded word.
func (l *List) Strange(c *exchange.Copy) map[string]Word {
	out := map[string]Word{}
	for _, row := range c.Rows {
		for _, e := range row.Edits {
			f, _ := workshop.FieldOf(workshop.KindAction, e.Field)
			key := fmt.Sprintf("%s %s", e.Field, exchange.Fold(e.Text))
			if f.Type != workshop.TypeChoice || e.Text == "" || e.Value.Problem == "" && l.Words[key] == "" {
				continue
			}
			w := out[key]
			if w.Times++; w.Text == "" {
				w.Text = strings.Join(strings.Fields(e.Text), " ")
			}
			out[key] = w
		}
	}
	return out
}

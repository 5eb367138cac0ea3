package register

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// Read reads a register that came back into what in it is not as it was
// exported, for [exchange.NewPlan]. Sheets are streamed; what nobody changed is
// not kept. A file that cannot be a register of ours, that was made by a newer
// version, or whose hidden sheet is gone is refused whole with a
// [*workbook.Refused]; a cell that cannot be read is listed in the copy.
//
// A row is known by its hidden id; without it by its number; without that by
// its title, if only one action had it, and is then marked as guessed. Columns
// are known by their headers, as the file itself calls them or as any language
// of the app does, in any order.
func Read(ctx context.Context, path string) (*exchange.Copy, error) {
	b, err := workbook.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	c, err := read(ctx, b)
	if closed := b.Close(); err == nil && closed != nil {
		err = b.Refuse(workbook.Unreadable, "cannot be read: "+closed.Error(), "try again")
	}
	return c, err
}

func read(ctx context.Context, b *workbook.Book) (*exchange.Copy, error) {
	e, err := readExported(ctx, b)
	if err != nil {
		return nil, err
	}
	return readAgainst(ctx, b, e)
}

// readAgainst reads the table of actions and keeps what is not as e has it.
func readAgainst(ctx context.Context, b *workbook.Book, e *exported) (*exchange.Copy, error) {
	r := &reader{b: b, exported: e, claimed: map[*based]int{}, twins: map[*based][]int{}}
	r.copy = &exchange.Copy{Name: b.Name, Hash: b.Hash, Export: e.id, Made: e.made, Places: e.places,
		Context: exchange.Context{Language: e.language, Choices: e.choices}}
	sheet, head, err := r.findTable(ctx)
	if err != nil {
		return nil, err
	}
	if r.merged, err = b.Merged(ctx, sheet); err != nil {
		return nil, err
	}
	for row, err := range b.Rows(ctx, sheet) {
		if err != nil {
			return nil, err
		}
		if row.Number > head {
			r.row(row)
		}
	}
	r.markTwins()
	r.markLost()
	return r.copy, nil
}

// exported is what the hidden sheet says of the export.
type exported struct {
	id, language string
	made         time.Time
	places       []exchange.Place
	purses       map[workshop.ID]purse
	labels       map[workshop.ID]map[workshop.ID]string // names of people, goals and sources, by workshop and id
	now          bool                                   // it is what the app has, not what the file says
	clients      map[workshop.ID]string
	columns      map[string]string // folded header -> field
	choices      map[string]string // as exchange.Context has them
	words        map[string]string // "status", a zero byte and a word as it was written -> value
	byID         map[workshop.ID]*based
	byNumber     map[string]*based // by workshop and number
	byTitle      map[string]*based // by workshop and folded title; nil where there are several
}

// based is an action as it was exported.
type based struct {
	place  int
	id     workshop.ID
	fields []string // values in the order of baseFields, as record writes them
}

func (e *exported) workshopOf(a *based) workshop.ID { return e.places[a.place].Workshop }

// readExported reads the hidden sheet.
func readExported(ctx context.Context, b *workbook.Book) (*exported, error) {
	sheet, ok := b.Sheet(baseSheet)
	if !ok {
		return nil, b.Refuse(workbook.NoBase, "has no sheet "+baseSheet+": it is no register of this app, or somebody took its hidden sheets out, and without them nobody can tell what was changed",
			"ask for a copy with all sheets, or compare it with a workshop, difference by difference, or take it as an action list")
	}
	e := newExported()
	var fields []int // of a record -> index into baseFields
	for row, err := range b.Rows(ctx, sheet) {
		if err != nil {
			return nil, err
		}
		cell := func(n int) string {
			if c := row.At(n); c != nil {
				return c.Text
			}
			return ""
		}
		if fields != nil {
			if !e.action(row, fields) {
				return nil, e.spoiled(b, row.Number)
			}
			continue
		}
		switch cell(1) {
		default:
			e.head(cell)
		case rowFormat:
			if cell(2) != Format {
				return nil, e.spoiled(b, row.Number)
			}
			if v, err := strconv.Atoi(cell(3)); err != nil || v > Version {
				return nil, b.Refuse(workbook.Newer, "was made by a newer version of this app (its form is "+cell(3)+", this version reads up to "+strconv.Itoa(Version)+")", "install the newest version and take it back there")
			}
		case rowExport:
			e.id, e.language = cell(2), cell(5)
			if e.made, err = time.Parse(time.RFC3339, cell(3)); err != nil {
				return nil, e.spoiled(b, row.Number)
			}
		case rowActions:
			fields = []int{}
			for _, name := range strings.Split(cell(2), "\t") {
				fields = append(fields, indexOfField(name))
			}
		}
	}
	if fields == nil || e.id == "" || len(e.places) == 0 {
		return nil, e.spoiled(b, 1)
	}
	return e, nil
}

func newExported() *exported {
	return &exported{purses: map[workshop.ID]purse{}, labels: map[workshop.ID]map[workshop.ID]string{}, clients: map[workshop.ID]string{},
		columns: map[string]string{}, choices: map[string]string{}, words: map[string]string{},
		byID: map[workshop.ID]*based{}, byNumber: map[string]*based{}, byTitle: map[string]*based{}}
}

// head takes one of the rows above the actions, but for those that say of the
// whole file what it is.
func (e *exported) head(cell func(int) string) {
	switch cell(1) {
	case rowWorkshop:
		p := purseOf(cell(5))
		id := workshop.ID(cell(2))
		e.purses[id], e.labels[id], e.clients[id] = p, map[workshop.ID]string{}, cell(4)
		e.places = append(e.places, exchange.Place{Workshop: id, Label: cell(3), Currency: p.code, Digits: p.digits,
			People: map[string]workshop.ID{}, Refs: map[string]workshop.ID{}})
	case rowPerson:
		if p := e.place(workshop.ID(cell(2))); p != nil {
			p.People[exchange.Fold(cell(4))] = workshop.ID(cell(3))
			e.labels[p.Workshop][workshop.ID(cell(3))] = cell(4)
		}
	case rowRef:
		if p := e.place(workshop.ID(cell(3))); p != nil {
			key := cell(2) + "\x00" + exchange.Fold(cell(5))
			if _, twice := p.Refs[key]; twice {
				p.Refs[key] = "" // two are called so
			} else {
				p.Refs[key] = workshop.ID(cell(4))
			}
			e.labels[p.Workshop][workshop.ID(cell(4))] = cell(5)
		}
	case rowColumn:
		e.columns[exchange.Fold(cell(3))] = cell(2)
	case rowChoice:
		e.choices[cell(2)+"\x00"+exchange.Fold(cell(4))] = cell(3)
		e.words[cell(2)+"\x00"+cell(4)] = cell(3)
	}
}

func (e *exported) place(id workshop.ID) *exchange.Place {
	for i := range e.places {
		if e.places[i].Workshop == id {
			return &e.places[i]
		}
	}
	return nil
}

func (e *exported) spoiled(b *workbook.Book, row int) error {
	return b.Refuse(workbook.Damaged, fmt.Sprintf("cannot be merged: row %d of its hidden sheet %s is not as it was written", row, baseSheet), "ask for a copy in which nobody has edited the hidden sheets")
}

func indexOfField(name string) int {
	for i, f := range baseFields {
		if f.name == name {
			return i
		}
	}
	return -1
}

// action reads one action of the base; it says false for what was not written so.
func (e *exported) action(row *workbook.Row, order []int) bool {
	first := row.At(1)
	if first == nil || row.At(2) == nil {
		return false
	}
	place, err := strconv.Atoi(first.Text)
	if err != nil || place < 1 || place > len(e.places) {
		return false
	}
	a := &based{place: place - 1, id: workshop.ID(row.At(2).Text), fields: make([]string, len(baseFields))}
	record := ""
	for _, c := range row.Cells {
		if c.Column > 2 {
			record += c.Text
		}
	}
	if !a.fill(record, order) || e.byID[a.id] != nil {
		return false
	}
	e.known(a)
	return true
}

// fill takes the record of an action apart.
func (a *based) fill(record string, order []int) bool {
	for i, v := range strings.Split(record, "\t") {
		if i >= len(order) {
			return false
		}
		if order[i] < 0 {
			continue // a field that this version does not know
		}
		if strings.IndexByte(v, '\\') >= 0 {
			v = unescaper.Replace(v)
		}
		a.fields[order[i]] = v
	}
	return true
}

// known files an action under whatever it may be found by.
func (e *exported) known(a *based) {
	e.byID[a.id] = a
	id := e.places[a.place].Workshop
	e.byNumber[string(id)+"\x00"+a.fields[numberField]] = a
	title := string(id) + "\x00" + exchange.Fold(a.fields[titleField])
	if _, twice := e.byTitle[title]; twice {
		e.byTitle[title] = nil
	} else {
		e.byTitle[title] = a
	}
}

// unescaper undoes escaper.
var unescaper = strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n")

var numberField, titleField = indexOfField("number"), indexOfField("title")

// json is a field's value at export, as records hold it.
func (a *based) json(i int) json.RawMessage {
	v := a.fields[i]
	f, _ := workshop.FieldOf(workshop.KindAction, baseFields[i].name)
	switch f.Type {
	case workshop.TypeInt, workshop.TypeMoney:
		if v == "" {
			return nil
		}
		return json.RawMessage(v)
	case workshop.TypePeople:
		return exchange.JSON(a.people(i))
	}
	return exchange.JSON(v)
}

func (a *based) people(i int) []workshop.ID {
	var out []workshop.ID
	for _, id := range strings.Fields(a.fields[i]) {
		out = append(out, workshop.ID(id))
	}
	return out
}

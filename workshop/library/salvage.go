package library

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"nemawashi.app/workshop"
)

// Salvaged is what could be saved of a damaged library.
type Salvaged struct {
	Workshops int
	Records   int
	Pictures  int
	Left      int // records that were seen and could not be taken over
	Pages     int // of the damaged file
	BadPages  int // of those, pages that could not be read
}

// Salvage reads all that is readable in the damaged library from and makes a new
// library of it at to, where there must be nothing yet. The damaged file is only
// read. A record comes with its history where that could be read, else as it
// stood last; the new library passes a [Library.Check]. Where nothing at all is
// readable the error is an [*Error] with Damaged, and nothing is made. Of the
// options, Author and Confidential count.
func Salvage(from, to string, o Options) (Salvaged, error) {
	from, err := fileOf(from)
	if err != nil {
		return Salvaged{}, err
	}
	to, err = filepath.Abs(to)
	if err != nil {
		return Salvaged{}, explain(to, err)
	}
	if err := folder(to); err != nil {
		return Salvaged{}, err
	}
	if err := suitable(to); err != nil {
		return Salvaged{}, err
	}
	if taken, err := exists(to); err != nil || taken {
		return Salvaged{}, cmp.Or(explain(to, err), error(fault(Exists, to, nil, "There is already a file %s. It was left as it is and nothing was salvaged; choose another name.", filepath.Base(to))))
	}
	w, err := openWreck(from)
	if errors.Is(err, fs.ErrNotExist) {
		return Salvaged{}, fault(NotFound, from, err, "There is no file %s. Nothing was changed; choose another one.", from)
	}
	if err != nil {
		return Salvaged{}, explain(from, err)
	}
	s := &salvage{log: map[workshop.Ref]workshop.Change{}, rows: map[key]workshop.Row{}, blobs: map[string][]byte{}, templates: map[edition]workshop.TemplateDoc{}}
	w.rows(s.take)
	if len(s.log)+len(s.rows) == 0 {
		return Salvaged{}, fault(Damaged, from, nil, "Nothing in %s can be read as a Nemawashi library. It was left as it is; restore the last backup.", filepath.Base(from))
	}
	work, err := os.MkdirTemp(filepath.Dir(to), ".nemawashi-")
	if err != nil {
		return Salvaged{}, explain(to, err)
	}
	fresh := filepath.Join(work, "salvaged"+extension)
	out, err := s.build(fresh, Options{AnyPlace: true, Author: o.Author, Confidential: o.Confidential})
	out.Pages, out.BadPages = w.pages, w.bad
	if err == nil {
		err = publish(fresh, to)
	}
	return out, explain(to, errors.Join(err, os.RemoveAll(work)))
}

// salvage gathers rows by what they look like: which table they belonged to may
// no longer be known.
type salvage struct {
	log       map[workshop.Ref]workshop.Change
	rows      map[key]workshop.Row
	blobs     map[string][]byte
	templates map[edition]workshop.TemplateDoc
}

// take keeps a row if it is one of ours. Later ones of the same key are newer.
func (s *salvage) take(row []any) {
	switch len(row) {
	case 11:
		s.takeChange(row)
	case 7:
		s.takeRecord(row)
	case 2:
		sum, named := row[0].(string)
		if b, ok := row[1].([]byte); named && ok && len(b) > 0 && hashOf(b) == sum {
			s.blobs[sum] = b
		}
	case 5:
		id, named := row[0].(string)
		version, numbered := row[1].(int64)
		own, _ := row[2].(int64)
		hidden, _ := row[3].(int64)
		if doc, ok := row[4].(string); ok && named && numbered && json.Valid([]byte(doc)) {
			s.templates[edition{id, int(version)}] = workshop.TemplateDoc{ID: id, Version: int(version), Own: own == 1, Hidden: hidden == 1, Doc: []byte(doc)}
		}
	}
}

func (s *salvage) takeChange(row []any) {
	var words [11]string
	for i, v := range row {
		text, ok := v.(string)
		if !ok && i != 1 && v != nil {
			return
		}
		words[i] = text
	}
	seq, ok := row[1].(int64)
	c := workshop.Change{Ref: workshop.Ref{Device: words[0], Seq: seq}, Workshop: workshop.ID(words[2]), Record: workshop.ID(words[3]),
		Kind: workshop.Kind(words[4]), Field: words[5], Author: words[9], Verb: workshop.Verb(words[10])}
	if !ok || !slices.Contains(workshop.Kinds, c.Kind) || c.Stamp.UnmarshalText([]byte(words[8])) != nil {
		return
	}
	if row[6] != nil {
		c.New = json.RawMessage(words[6])
	}
	if row[7] != nil && json.Unmarshal([]byte(words[7]), &c.Parents) != nil {
		return
	}
	s.log[c.Ref] = c
}

func (s *salvage) takeRecord(row []any) {
	shop, _ := row[0].(string)
	id, _ := row[1].(string)
	kind, _ := row[2].(string)
	alive, numbered := row[3].(int64)
	doc, _ := row[5].(string)
	r := workshop.Row{Kind: workshop.Kind(kind), ID: workshop.ID(id), Alive: alive == 1, Doc: doc}
	if shop == "" || id == "" || !numbered || !slices.Contains(workshop.Kinds, r.Kind) {
		return
	}
	s.rows[key{workshop.ID(shop), r.ID}] = r
}

// build writes what was gathered into a new library.
func (s *salvage) build(path string, o Options) (out Salvaged, err error) {
	l, err := Open(path, o)
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, l.Close(), forgive(path), remove(path+".lock")) }()
	for _, t := range s.templates {
		if err := l.KeepTemplate(t); err != nil {
			return out, err
		}
	}
	for _, b := range s.blobs {
		if _, err := l.PutBlob(b); err != nil {
			return out, err
		}
	}
	for _, id := range s.workshops() {
		kept, left, err := s.workshop(l, id)
		if err != nil {
			return out, err
		}
		out.Workshops++
		out.Records += kept
		out.Left += left
		if err := l.Flush(); err != nil {
			return out, err
		}
	}
	out.Pictures = len(s.blobs)
	return out, l.Flush()
}

func (s *salvage) workshops() []workshop.ID {
	seen := map[workshop.ID]bool{}
	for _, c := range s.log {
		seen[c.Workshop] = true
	}
	for k := range s.rows {
		seen[k.workshop] = true
	}
	out := make([]workshop.ID, 0, len(seen))
	for id := range seen {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// workshop makes one workshop anew. Changes of records whose beginning is lost
// are left out where the record itself could be read.
func (s *salvage) workshop(l *Library, id workshop.ID) (kept, left int, err error) {
	begun := map[workshop.ID]bool{}
	per := map[workshop.ID][]workshop.Change{}
	for _, c := range s.log {
		if c.Workshop == id {
			per[c.Record] = append(per[c.Record], c)
			begun[c.Record] = begun[c.Record] || c.Field == "" && c.Verb == workshop.VerbSet
		}
	}
	w := workshop.NewWorkshop(id)
	session := workshop.NewSession(w, l.host(), journal{l})
	refused := map[workshop.ID]bool{}
	for record, changes := range per {
		if !begun[record] && s.rows[key{id, record}].Doc != "" {
			continue
		}
		slices.SortFunc(changes, func(a, b workshop.Change) int { return a.Stamp.Compare(b.Stamp) })
		refused[record] = session.Apply("Salvage", changes) != nil
	}
	open := s.missing(session, id)
	for again := true; again; { // who is named in a record has to be there first
		again = false
		rest := open[:0]
		for _, r := range open {
			if err := putBack(session, r); err != nil {
				rest = append(rest, r)
				continue
			}
			delete(refused, r.ID)
			again = true
		}
		open = rest
	}
	session.Read(func(w *workshop.Workshop) {
		if w.Charter() == nil {
			err = errNoCharter
		}
	})
	if err != nil {
		err = session.Do("Salvage", func(e *workshop.Edit) error {
			e.Add(&workshop.Charter{Title: "Salvaged workshop"})
			return nil
		})
	}
	for _, no := range refused {
		if no {
			left++
		}
	}
	session.Read(func(w *workshop.Workshop) { kept = w.Len() })
	return kept, left + len(open), err
}

var errNoCharter = errors.New("the charter is lost")

// missing lists the records that were read and that the log did not bring back.
func (s *salvage) missing(session *workshop.Session, id workshop.ID) []workshop.Row {
	var out []workshop.Row
	session.Read(func(w *workshop.Workshop) {
		for k, r := range s.rows {
			if k.workshop == id && r.Alive && r.Doc != "" && w.Find(r.ID) == nil {
				out = append(out, r)
			}
		}
	})
	slices.SortFunc(out, func(a, b workshop.Row) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

func putBack(session *workshop.Session, r workshop.Row) error {
	rec, err := recordOf(r)
	if err != nil {
		return err
	}
	return session.Do("Salvage", func(e *workshop.Edit) error {
		e.Add(rec)
		return nil
	})
}

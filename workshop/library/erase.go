package library

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// Erasing asks for a person to be erased.
type Erasing struct {
	Name string        // as it is written, in whatever case
	In   []workshop.ID // only in these workshops; none: in all
	Heir string        // the name of who takes over what is still to do; "" for nobody
	Dry  bool          // say what would go, and change nothing
	// Copies are other folders in which copies of the library may be, such as that on a stick.
	Copies []string
}

// Erasure says what went, or would go, and what nobody here can reach.
type Erasure struct {
	Workshops []ErasedIn `json:"workshops"`
	// Backups are the copies of the library that hold the name still.
	Backups []string `json:"backups"`
	// Exports are the files that were made here of these workshops and are still where they were written: their text is
	// packed, so that it cannot be said which of them hold the name.
	Exports []Export `json:"exports"`
	// Templates are one's own templates in which the name stands: a template is edited by hand.
	Templates []string `json:"templates"`
	// Left says where in the library's own files the name was found after the erase: nowhere, unless the disk refused.
	Left []string `json:"left"`
}

// ErasedIn is what went in one workshop.
type ErasedIn struct {
	Workshop workshop.ID     `json:"workshop"`
	Title    string          `json:"title"`
	What     workshop.Erased `json:"what"`
	Heir     bool            `json:"heir"` // somebody of that name is here and took over
}

// Erase takes a person out of the library for good: the records of the person
// and every judgement about them, with their history; the name in every text, in
// the log of changes and in the index; what could be undone. Then the file is
// written anew, so that no free page holds anything of it, and its log is
// emptied. Backups that are made from now on do not hold the person.
//
// Where nobody of the name is known the error is an [*Error] with NotFound, and
// nothing has changed. Files that are not this library are only looked at.
func (l *Library) Erase(e Erasing) (Erasure, error) {
	out := Erasure{Workshops: []ErasedIn{}, Backups: []string{}, Exports: []Export{}, Templates: []string{}, Left: []string{}}
	if l.writer == nil && !e.Dry {
		return out, workshop.ErrReadOnly
	}
	all, err := l.Workshops()
	if err != nil {
		return out, err
	}
	earlier, err := l.earlierNames(e.Name)
	if err != nil {
		return out, err
	}
	known := false
	spelled := []string{}
	for _, s := range all {
		if len(e.In) > 0 && !slices.Contains(e.In, s.ID) {
			continue
		}
		session, err := l.quietly(s.ID)
		if err != nil {
			return out, err
		}
		var who *workshop.Subject
		var heir workshop.ID
		session.Read(func(w *workshop.Workshop) {
			who = w.SubjectIn(e.Name, earlier...)
			if e.Heir != "" {
				heir = personNamed(w, e.Heir, who)
			}
		})
		known = known || len(who.People)+len(who.Entries) > 0
		what, err := session.Erase(who, heir, true)
		if err != nil {
			return out, err
		}
		if !what.Any() {
			continue
		}
		for _, n := range who.Spelled() {
			if !slices.Contains(spelled, n) {
				spelled = append(spelled, n)
			}
		}
		out.Workshops = append(out.Workshops, ErasedIn{Workshop: s.ID, Title: s.Title, What: what, Heir: heir != ""})
	}
	if !known {
		return out, l.nobody(e.Name)
	}
	if !e.Dry {
		for i, in := range out.Workshops {
			session, err := l.quietly(in.Workshop)
			if err != nil {
				return out, err
			}
			var who *workshop.Subject
			var heir workshop.ID
			session.Read(func(w *workshop.Workshop) {
				who = w.SubjectIn(e.Name, earlier...)
				if in.Heir {
					heir = personNamed(w, e.Heir, who)
				}
			})
			if out.Workshops[i].What, err = session.Erase(who, heir, false); err != nil {
				return out, err
			}
		}
		if err := l.Flush(); err != nil {
			return out, err
		}
	}
	if err := l.elsewhere(&out, e, spelled); err != nil {
		return out, err
	}
	return out, nil
}

// elsewhere fills in what the erase could not reach.
func (l *Library) elsewhere(out *Erasure, e Erasing, spelled []string) (err error) {
	if !e.Dry && len(e.In) == 0 {
		for _, p := range []string{l.path, l.path + "-wal"} {
			found, err := fileHolds(p, spelled)
			if err != nil {
				return explain(l.path, err)
			}
			if found {
				out.Left = append(out.Left, filepath.Base(p))
			}
		}
	}
	for _, p := range l.copies(e.Copies) {
		if found, err := fileHolds(p, spelled); err == nil && found {
			out.Backups = append(out.Backups, p)
		}
	}
	exports, err := l.Exports()
	if err != nil {
		return err
	}
	for _, x := range exports {
		in := slices.ContainsFunc(out.Workshops, func(i ErasedIn) bool { return i.Workshop == x.Workshop })
		if _, gone := os.Lstat(x.Path); in && gone == nil {
			out.Exports = append(out.Exports, x)
		}
	}
	kept, err := l.Templates()
	if err != nil {
		return err
	}
	for _, t := range kept {
		if t.Own && bytesHold(t.Doc, spelled) && !slices.Contains(out.Templates, t.ID) {
			out.Templates = append(out.Templates, t.ID)
		}
	}
	return nil
}

// EachSubject gives f, one after the other, every workshop in which somebody of
// the name is known or named, and whom it knows there. Nothing may be kept of
// the workshop. None of the name is an [*Error] with NotFound.
func (l *Library) EachSubject(name string, f func(w *workshop.Workshop, who *workshop.Subject)) error {
	all, err := l.Workshops()
	if err != nil {
		return err
	}
	earlier, err := l.earlierNames(name)
	if err != nil {
		return err
	}
	known := false
	for _, s := range all {
		session, err := l.quietly(s.ID)
		if err != nil {
			return err
		}
		session.Read(func(w *workshop.Workshop) {
			who := w.SubjectIn(name, earlier...)
			known = known || len(who.People)+len(who.Entries) > 0
			f(w, who)
		})
	}
	if !known {
		return l.nobody(name)
	}
	return nil
}

func (l *Library) nobody(name string) error {
	return fault(NotFound, l.path, nil, "Nobody of the name %q is known here. Nothing was changed; the list of people shows who is.", name)
}

// quietly is Session without the visit that Home counts.
func (l *Library) quietly(id workshop.ID) (*workshop.Session, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.session(id)
}

// personNamed is somebody of the name in a workshop who is not the one who goes.
func personNamed(w *workshop.Workshop, name string, but *workshop.Subject) workshop.ID {
	if s := w.Subject(name); s != nil {
		for _, id := range s.People {
			if w.Find(id) != nil && !but.Is(id) {
				return id
			}
		}
	}
	return ""
}

// earlierNames are the names that the records of the person had before: they
// are in the log alone. Those of one word are left out: they may be a part of a
// name that was being typed.
func (l *Library) earlierNames(name string) ([]string, error) {
	var out []string
	err := l.look(func(c *conn) error {
		out = nil
		ids := map[key]bool{}
		names := map[key][]string{}
		err := c.each("SELECT workshop, record, field, value FROM change WHERE kind='person' AND value IS NOT NULL AND field IN ('', 'name')", nil, func(s *sqlite3.Stmt) error {
			k := key{workshop.ID(s.ColumnText(0)), workshop.ID(s.ColumnText(1))}
			n := ""
			if s.ColumnText(2) == "" {
				var doc struct{ Name string }
				if json.Unmarshal([]byte(s.ColumnText(3)), &doc) != nil {
					return nil // a check says so
				}
				n = doc.Name
			} else if json.Unmarshal([]byte(s.ColumnText(3)), &n) != nil {
				return nil
			}
			names[k] = append(names[k], n)
			if workshop.SameName(n, name) || string(k.id) == name {
				ids[k] = true
			}
			return nil
		})
		for k := range ids {
			for _, n := range names[k] {
				if len(strings.Fields(n)) > 1 && !slices.Contains(out, n) {
					out = append(out, n)
				}
			}
		}
		slices.Sort(out)
		return err
	})
	return out, err
}

// scrubbing is a name to take out of the changes of a workshop.
type scrubbing struct {
	workshop workshop.ID
	scrub    *workshop.Scrub
}

// scrub rewrites the changes in whose value or author the name stands. It may
// be given the same again.
func (c commit) scrub(s scrubbing) error {
	type hit struct {
		device        string
		seq           int64
		value, author any
	}
	var hits []hit
	err := c.each("SELECT device, seq, kind, field, value, author FROM change WHERE workshop=? AND (value IS NOT NULL OR author<>'')", []any{s.workshop}, func(st *sqlite3.Stmt) error {
		var raw json.RawMessage
		if v := st.ColumnText(4); v != "" {
			raw = json.RawMessage(v)
		}
		value, in := s.scrub.Value(workshop.Kind(st.ColumnText(2)), st.ColumnText(3), raw)
		author, by := s.scrub.Text(st.ColumnText(5))
		if in || by {
			hits = append(hits, hit{st.ColumnText(0), st.ColumnInt64(1), value, author})
		}
		return nil
	})
	if err != nil {
		return err
	}
	// A file may be named after somebody: that it was made is forgotten then.
	var files []string
	err = c.each("SELECT name FROM meta WHERE name > ? AND name < ?", []any{exportPrefix, exportPrefix + "\U0010ffff"}, func(st *sqlite3.Stmt) error {
		if name := st.ColumnText(0); s.scrub.Names(name) {
			files = append(files, name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, name := range files {
		if err := c.run("DELETE FROM meta WHERE name=?", name); err != nil {
			return err
		}
	}
	for _, h := range hits {
		if err := c.run("UPDATE change SET value=?, author=? WHERE device=? AND seq=?", h.value, h.author, h.device, h.seq); err != nil {
			return err
		}
	}
	return nil
}

// drop takes out the pictures of somebody who was erased, but for those that
// another photo shows.
func (c commit) drop(sums map[string]bool) error {
	if len(sums) == 0 {
		return nil
	}
	gone := maps.Clone(sums)
	if err := c.needed(func(sum string) { delete(gone, sum) }); err != nil {
		return err
	}
	for sum := range gone {
		if err := c.run("DELETE FROM blob WHERE sha256=?", sum); err != nil {
			return err
		}
	}
	return nil
}

// patienceForReaders is how long an erase waits for somebody who is reading the
// log, before it leaves emptying it to the next time.
const patienceForReaders = 5 * time.Second

// wipe writes the whole file anew, without what was in its free room, and
// empties the log beside it. The full text is made anew too: its segments keep
// words for a while.
func (l *Library) wipe() error {
	l.eye.Lock() // lists wait meanwhile
	defer l.eye.Unlock()
	if err := l.pen.Exec("INSERT INTO search(search) VALUES('rebuild')"); err != nil {
		return err
	}
	until := time.Now().Add(patienceForReaders)
	for {
		err := l.pen.Exec("VACUUM")
		if err == nil {
			_, _, err = l.pen.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE)
		}
		busy := errors.Is(err, sqlite3.BUSY) || errors.Is(err, sqlite3.LOCKED)
		if !busy || time.Now().After(until) {
			if busy {
				return nil // what is left is told: the files are searched
			}
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// copies are the files beside the library, in its folder of backups and in
// other folders, that are libraries.
func (l *Library) copies(more []string) []string {
	var out []string
	for _, folder := range append([]string{l.BackupFolder(), filepath.Dir(l.path)}, more...) {
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue // a stick that is not there
		}
		for _, e := range entries {
			p := filepath.Join(folder, e.Name())
			if base := strings.TrimSuffix(e.Name(), "-wal"); filepath.Ext(base) == extension && strings.TrimSuffix(p, "-wal") != l.path && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// fileHolds says whether a file holds one of the words; one that is not there does not.
func fileHolds(path string, words []string) (bool, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) || len(words) == 0 {
		if err == nil {
			err = f.Close()
		} else {
			err = nil
		}
		return false, err
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	longest := len(slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) }))
	buf := make([]byte, 0, 1<<20)
	for {
		n, err := f.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if bytesHold(buf, words) {
			return true, nil
		}
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		keep := min(longest, len(buf))
		copy(buf, buf[len(buf)-keep:])
		buf = buf[:keep]
	}
}

func bytesHold(b []byte, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return bytes.Contains(b, []byte(w)) })
}

// Said says in words what goes in a workshop, and what stays without the person.
func Said(e workshop.Erased) (goes, stays []string) {
	say := func(to *[]string, n int, one, many string) {
		switch {
		case n == 1:
			*to = append(*to, "1 "+one)
		case n > 1:
			*to = append(*to, strconv.Itoa(n)+" "+many)
		}
	}
	say(&goes, e.People, "record of the person", "records of the person")
	say(&goes, e.Entries, "entry of the resistance map with all its ratings", "entries of the resistance map with all their ratings")
	say(&goes, e.Responses, "self-assessment answer about the person", "self-assessment answers about the person")
	say(&goes, e.Promises, "personal promise", "personal promises")
	say(&goes, e.Photos, "photo whose caption names the person", "photos whose captions name the person")
	say(&goes, e.Texts, "mention in texts or what they were before", "mentions in texts or what they were before")
	say(&stays, e.Inherited, "task that is handed on", "tasks that are handed on")
	say(&stays, e.Orphaned, "place that names nobody then", "places that name nobody then")
	say(&stays, e.Cards, "card without its author", "cards without their author")
	say(&stays, e.Votes, "vote that is nobody's", "votes that are nobody's")
	return goes, stays
}

package library

import (
	"encoding/json"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

type edition struct {
	id      string
	version int
}

// KeepTemplate keeps a version of a template, for good: a version that is kept
// already keeps its Doc, and only what is said of it changes. It is saved with
// what is queued next, at the latest within a second.
func (l *Library) KeepTemplate(t workshop.TemplateDoc) error {
	if l.writer == nil {
		return workshop.ErrReadOnly
	}
	t.Doc = append([]byte(nil), t.Doc...)
	l.writer.put(func(q *queue) { q.templates[edition{t.ID, t.Version}] = t })
	return nil
}

// Templates lists all that KeepTemplate kept, by id and version.
func (l *Library) Templates() ([]workshop.TemplateDoc, error) {
	var out []workshop.TemplateDoc
	err := l.look(func(c *conn) error {
		out = nil
		return c.each("SELECT id, version, own, hidden, doc FROM template ORDER BY id, version", nil, func(s *sqlite3.Stmt) error {
			out = append(out, workshop.TemplateDoc{ID: s.ColumnText(0), Version: s.ColumnInt(1), Own: s.ColumnBool(2), Hidden: s.ColumnBool(3), Doc: []byte(s.ColumnText(4))})
			return nil
		})
	})
	return out, err
}

// KeepDraft keeps a template that is being edited, in place of the draft before
// it. It is saved like a change: at the latest within a second.
func (l *Library) KeepDraft(id string, doc []byte) error {
	return l.draft(id, append([]byte{}, doc...))
}

// DropDraft forgets a draft.
func (l *Library) DropDraft(id string) error { return l.draft(id, nil) }

func (l *Library) draft(id string, doc []byte) error {
	if l.writer == nil {
		return workshop.ErrReadOnly
	}
	l.writer.put(func(q *queue) { q.drafts[id] = doc })
	return nil
}

// Drafts are the templates that are being edited, by id.
func (l *Library) Drafts() (map[string][]byte, error) {
	out := map[string][]byte{}
	err := l.look(func(c *conn) error {
		clear(out)
		return c.each("SELECT id, doc FROM draft", nil, func(s *sqlite3.Stmt) error {
			out[s.ColumnText(0)] = []byte(s.ColumnText(1))
			return nil
		})
	})
	return out, err
}

// templates writes what the queue has of them.
func (c commit) templates(q *queue) error {
	for _, t := range q.templates {
		err := c.run(`INSERT INTO template(id, version, own, hidden, doc) VALUES(?,?,?,?,?)
			ON CONFLICT DO UPDATE SET own=max(own, excluded.own), hidden=excluded.hidden`, t.ID, t.Version, t.Own, t.Hidden, string(t.Doc))
		if err != nil {
			return err
		}
	}
	for id, doc := range q.drafts {
		var err error
		if doc == nil {
			err = c.run("DELETE FROM draft WHERE id=?", id)
		} else {
			err = c.run("INSERT INTO draft(id, doc) VALUES(?,?) ON CONFLICT DO UPDATE SET doc=excluded.doc", id, string(doc))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// templates finds templates that are no JSON: no screen could read them.
func (k *checker) templates() error {
	return k.each("SELECT id, version, doc FROM template UNION ALL SELECT id, 0, doc FROM draft", nil, func(s *sqlite3.Stmt) error {
		if !json.Valid([]byte(s.ColumnText(2))) {
			k.problem("The template cannot be read", fmt.Sprintf("template %s version %d", s.ColumnText(0), s.ColumnInt(1)), doRestore)
		}
		return nil
	})
}

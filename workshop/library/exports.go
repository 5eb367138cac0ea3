package library

import (
	"cmp"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// Export is a file that was made of a workshop, so that it can be said later
// where somebody's data went. Of what is in it nothing is kept.
type Export struct {
	Workshop workshop.ID `json:"workshop"`
	Path     string      `json:"path"`
	What     string      `json:"what"`               // readout, register, calendar ...
	Audience string      `json:"audience,omitempty"` // for whom it was made
	At       time.Time   `json:"at"`
}

// exportPrefix marks the rows of meta that keep exports, by their paths and workshops.
const exportPrefix = "export "

// mostExports is how many are remembered; the oldest are forgotten.
const mostExports = 500

// NoteExport keeps that a file was made. A later one of the same name takes its
// place. A library that is open for reading only keeps nothing: there is no error.
func (l *Library) NoteExport(x Export) error {
	if l.writer == nil {
		return nil
	}
	path, err := filepath.Abs(x.Path)
	if err != nil {
		return err
	}
	x.Path, x.At = path, l.opt.Now().UTC().Truncate(time.Second)
	doc, err := json.Marshal(x)
	if err != nil {
		return err
	}
	l.writer.put(func(q *queue) { q.exports[path+" "+string(x.Workshop)] = string(doc) })
	return nil
}

// Exports lists what NoteExport kept, the newest first.
func (l *Library) Exports() ([]Export, error) {
	var out []Export
	err := l.look(func(c *conn) error {
		out = nil
		return c.each("SELECT value FROM meta WHERE name > ? AND name < ?", []any{exportPrefix, exportPrefix + "\U0010ffff"}, func(s *sqlite3.Stmt) error {
			var x Export
			if json.Unmarshal([]byte(s.ColumnText(0)), &x) == nil {
				out = append(out, x)
			}
			return nil
		})
	})
	slices.SortFunc(out, func(a, b Export) int { return cmp.Or(b.At.Compare(a.At), strings.Compare(a.Path, b.Path)) })
	return out, err
}

// exports writes what the queue has of them.
func (c commit) exports(q *queue) error {
	if len(q.exports) == 0 {
		return nil
	}
	for name, doc := range q.exports {
		if err := c.set(exportPrefix+name, doc); err != nil {
			return err
		}
	}
	return c.run(`DELETE FROM meta WHERE name > ? AND name < ? AND name NOT IN
		(SELECT name FROM meta WHERE name > ? AND name < ? ORDER BY json_extract(value, '$.at') DESC LIMIT ?)`,
		exportPrefix, exportPrefix+"\U0010ffff", exportPrefix, exportPrefix+"\U0010ffff", mostExports)
}

package library

import (
	"encoding/json"
	"errors"
	"sync"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// Collected is what [Library.Collect] let go of.
type Collected struct {
	Pictures int
	Bytes    int64
}

// Collect lets go of the bytes of pictures that nothing needs any more: those
// of photos that were deleted, and those of photos as they were before they were
// turned. Their room in the file is overwritten and used again.
//
// It keeps every picture that a photo shows or that stands against it in a
// conflict, and every picture that was put or named by a change since the
// library was opened: only those can an undo ask for, or a photo that is just
// being added. It takes what is gone out in one transaction, so that a
// power cut leaves all of it or none. Whoever calls it makes a backup first, which
// still holds them: see [Library.CareDaily].
func (l *Library) Collect() (Collected, error) {
	var out Collected
	if l.writer == nil {
		return out, workshop.ErrReadOnly
	}
	if err := l.Flush(); err != nil {
		return out, err
	}
	idle, err := l.idlePictures()
	if err != nil {
		return out, explain(l.path, err)
	}
	for sum, size := range idle {
		if l.held.has(sum) {
			delete(idle, sum)
			continue
		}
		out.Pictures++
		out.Bytes += size
	}
	if len(idle) == 0 {
		return out, nil
	}
	l.writer.put(func(q *queue) {
		for sum := range idle {
			q.idle[sum] = true
		}
	})
	return out, l.Flush()
}

// idlePictures are the pictures on the disk that no photo needs, with their
// sizes in bytes. It reads by a connection of its own: a large library takes
// seconds, and nobody waits for it.
func (l *Library) idlePictures() (map[string]int64, error) {
	c, err := connect(l.source, l.sight, l.opt.vfs)
	if err != nil {
		return nil, err
	}
	idle := map[string]int64{}
	err = safely(func() error {
		if err := c.Exec("BEGIN"); err != nil {
			return err
		}
		defer c.Exec("ROLLBACK") // of a transaction that only reads
		if err := c.each("SELECT sha256, length(bytes) FROM blob", nil, func(s *sqlite3.Stmt) error {
			idle[s.ColumnText(0)] = s.ColumnInt64(1)
			return nil
		}); err != nil || len(idle) == 0 {
			return err
		}
		return c.needed(func(sum string) { delete(idle, sum) })
	})
	return idle, errors.Join(err, safely(c.close))
}

// needed names every picture that a photo of any workshop needs.
func (c *conn) needed(f func(sum string)) error {
	photos := map[workshop.ID][]workshop.Row{}
	err := c.each("SELECT workshop, id, doc, heads FROM record WHERE kind=? AND alive=1", []any{workshop.KindPhoto}, func(s *sqlite3.Stmt) error {
		id := workshop.ID(s.ColumnText(0))
		photos[id] = append(photos[id], workshop.Row{Kind: workshop.KindPhoto, ID: workshop.ID(s.ColumnText(1)), Alive: true, Doc: s.ColumnText(2), Causes: s.ColumnText(3)})
		return nil
	})
	if err != nil {
		return err
	}
	for id, rows := range photos {
		w, err := workshop.Restore(id, rows)
		if err != nil {
			return err
		}
		sums, err := w.Blobs()
		if err != nil {
			return err
		}
		for _, sum := range sums {
			f(sum)
		}
	}
	return nil
}

// CareDaily makes today's backup unless there is one, and after it lets go of
// pictures that nothing needs: the backup still holds them.
func (l *Library) CareDaily() error {
	made, err := l.DailyBackup()
	if err != nil || !made {
		return err
	}
	_, err = l.Collect()
	return err
}

// held are the pictures that were put, shown or shown before by any change of
// this run.
type held struct {
	mu   sync.Mutex
	sums map[string]bool
}

func (h *held) keep(sum string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.sums == nil {
		h.sums = map[string]bool{}
	}
	h.sums[sum] = true
}

// drop forgets pictures that went with somebody who was erased.
func (h *held) drop(sums []string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, sum := range sums {
		delete(h.sums, sum)
	}
}

func (h *held) has(sum string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.sums[sum]
}

// batch keeps what the photos of a step show, and what they showed before it.
func (h *held) batch(b workshop.Batch) {
	for _, c := range b.Changes {
		if c.Kind != workshop.KindPhoto || c.Field != "blob" {
			continue
		}
		for _, v := range []json.RawMessage{c.Old, c.New} {
			var sum string
			if json.Unmarshal(v, &sum) == nil {
				h.keep(sum)
			}
		}
	}
	for _, r := range b.Rows {
		if r.Kind != workshop.KindPhoto {
			continue
		}
		var p struct{ Blob string }
		if json.Unmarshal([]byte(r.Doc), &p) == nil && p.Blob != "" {
			h.keep(p.Blob)
		}
	}
}

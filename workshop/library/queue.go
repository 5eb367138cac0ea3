package library

import (
	"maps"
	"slices"
	"time"

	"nemawashi.app/workshop"
)

// place of a record: its workshop and its id.
type key struct{ workshop, id workshop.ID }

// queue is what has been done and is not on the disk yet. A change that is
// written again while it waits (typing) takes its own place.
type queue struct {
	changes []workshop.Change
	at      map[workshop.Ref]int
	rows    map[key]workshop.Row
	order   []key
	visits  map[workshop.ID]time.Time
	blobs   map[string][]byte
	idle    map[string]bool // pictures that nothing needs any more
	scrubs  []scrubbing     // names to take out of the log
	drops   map[string]bool // pictures of somebody who was erased

	templates map[edition]workshop.TemplateDoc
	drafts    map[string][]byte // nil: it is dropped
	lists     map[string]string
	exports   map[string]string
}

func newQueue() *queue {
	return &queue{at: map[workshop.Ref]int{}, rows: map[key]workshop.Row{}, visits: map[workshop.ID]time.Time{}, blobs: map[string][]byte{}, idle: map[string]bool{}, drops: map[string]bool{},
		templates: map[edition]workshop.TemplateDoc{}, drafts: map[string][]byte{}, lists: map[string]string{}, exports: map[string]string{}}
}

func (q *queue) empty() bool {
	return len(q.order)+len(q.visits)+len(q.blobs)+len(q.idle)+len(q.scrubs)+len(q.templates)+len(q.drafts)+len(q.lists)+len(q.exports) == 0
}

func (q *queue) add(b workshop.Batch) {
	for _, c := range b.Changes {
		q.change(c)
	}
	for _, r := range b.Rows {
		q.row(key{b.Workshop, r.ID}, r)
	}
	if b.Scrub != nil {
		q.scrubs = append(q.scrubs, scrubbing{b.Workshop, b.Scrub})
	}
	for _, sum := range b.Drop {
		q.drops[sum] = true
	}
}

func (q *queue) change(c workshop.Change) {
	c.Old = nil // the log holds what was before
	if i, ok := q.at[c.Ref]; ok {
		q.changes[i] = c
		return
	}
	q.at[c.Ref] = len(q.changes)
	q.changes = append(q.changes, c)
}

func (q *queue) row(k key, r workshop.Row) {
	if _, ok := q.rows[k]; !ok {
		q.order = append(q.order, k)
	}
	q.rows[k] = r
}

// then appends what was queued after q.
func (q *queue) then(later *queue) {
	for _, c := range later.changes {
		q.change(c)
	}
	for _, k := range later.order {
		q.row(k, later.rows[k])
	}
	maps.Copy(q.visits, later.visits)
	maps.Copy(q.blobs, later.blobs)
	maps.Copy(q.idle, later.idle)
	maps.Copy(q.drops, later.drops)
	maps.Copy(q.templates, later.templates)
	maps.Copy(q.drafts, later.drafts)
	maps.Copy(q.lists, later.lists)
	maps.Copy(q.exports, later.exports)
	q.scrubs = append(q.scrubs, later.scrubs...)
}

// erases says whether values go for good.
func (q *queue) erases() bool {
	return slices.ContainsFunc(q.changes, func(c workshop.Change) bool { return c.Verb == workshop.VerbErase })
}

// newest is the newest stamp in the queue.
func (q *queue) newest() workshop.Stamp {
	var out workshop.Stamp
	for _, c := range q.changes {
		if c.Stamp.Compare(out) > 0 {
			out = c.Stamp
		}
	}
	return out
}

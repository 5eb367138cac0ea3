package library

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"

	"nemawashi.app/workshop"
)

// contest times two ways to do the same, run in turn so that both see the same
// machine. It compares medians: other programs take the processor away at times.
type contest struct{ ours, bare []time.Duration }

func (c *contest) round(ours, bare func()) {
	start := time.Now()
	ours()
	c.ours = append(c.ours, time.Since(start))
	start = time.Now()
	bare()
	c.bare = append(c.bare, time.Since(start))
}

// report says how many times as long ours takes, and how many it may.
func (c *contest) report(b *testing.B, limit float64) {
	median := func(list []time.Duration) float64 {
		slices.Sort(list)
		return float64(list[len(list)/2].Nanoseconds())
	}
	b.ReportMetric(median(c.ours)/median(c.bare), "ratio")
	b.ReportMetric(limit, "limit")
	b.ReportMetric(median(c.ours)/1000, "ours-us")
	b.ReportMetric(median(c.bare)/1000, "bare-us")
}

func compare(b *testing.B, limit float64, ours, bare func()) {
	ours()
	bare()
	var c contest
	for b.Loop() {
		c.round(ours, bare)
	}
	c.report(b, limit)
}

// BenchmarkOpenWorkshop compares opening a workshop with reading its rows.
func BenchmarkOpenWorkshop(b *testing.B) {
	l := open(b, placeFor(b))
	id, err := l.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line changeover", WorkshopKind: "kaizen"})
		p := e.Add(&workshop.Person{Name: "Lena Vogt"})
		for i := range 500 {
			e.Add(&workshop.Action{Title: fmt.Sprintf("Label kanban lane %d at the pump line", i), Detail: "Agreed at the wall; the tool trolley first.",
				Owner: p, Due: "2026-12-01", Priority: "high", Category: "quick win"})
		}
		for i := range 100 {
			now, needed := i%5-2, 1
			e.Add(&workshop.Stakeholder{Name: fmt.Sprintf("Group %d", i), Size: 8, SupportNow: &now, SupportNeeded: &needed, Influence: 3, Confidence: 2,
				Evidence: "Said so in the corridor after the second day.", EvidenceDate: "2026-11-01", Cause: "overload", Response: "Take two jobs off the list."})
		}
		for i := range 300 {
			e.Add(&workshop.Card{Canvas: "waste-walk", Column: "motion", Position: i, Cells: map[string]any{"text": "Walks to the tool store for every change", "minutes": 12.0}})
		}
		return nil
	})
	must(b, err)
	must(b, l.Flush())
	compare(b, 3, func() {
		must(b, l.look(func(c *conn) error {
			w, err := load(c, id)
			if err == nil && w.Len() != 902 {
				err = fmt.Errorf("%d records", w.Len())
			}
			return err
		}))
	}, func() {
		n, size := 0, 0
		must(b, l.look(func(c *conn) error {
			return c.each("SELECT kind, id, alive, doc, heads FROM record WHERE workshop=?", []any{id}, func(s *sqlite3.Stmt) error {
				n++
				size += len(s.ColumnText(0)) + len(s.ColumnText(1)) + s.ColumnInt(2) + len(s.ColumnText(3)) + len(s.ColumnText(4))
				return nil
			})
		}))
		if n != 902 {
			b.Fatal(n, size)
		}
	})
}

// BenchmarkKeystroke is one key in a field, until the session has it and it is
// queued, in a workshop of 10,000 actions.
func BenchmarkKeystroke(b *testing.B) {
	l := open(b, placeFor(b))
	var last workshop.ID
	id, err := l.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Large"})
		for i := range 10_000 {
			last = e.Add(&workshop.Action{Title: fmt.Sprintf("Action %d", i)})
		}
		return nil
	})
	must(b, err)
	must(b, l.Flush())
	s, err := l.Session(id)
	must(b, err)
	n := 0
	var longest time.Duration
	for b.Loop() {
		n++
		text := jsonOf(strings.Repeat("x", n%400))
		start := time.Now()
		must(b, s.Type("Detail", func(e *workshop.Edit) error { return e.SetField(last, "detail", text) }))
		longest = max(longest, time.Since(start))
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/1000, "ms")
	b.ReportMetric(1, "ms-limit")
	b.ReportMetric(float64(longest.Microseconds())/1000, "longest-ms")
}

// BenchmarkCommit compares saving what was typed, one change of one record,
// with a transaction that writes the same bytes to the same tables.
func BenchmarkCommit(b *testing.B) {
	for _, changes := range []int{1, 20} {
		b.Run(fmt.Sprint(changes), func(b *testing.B) {
			ours, bare := newBatcher(b, changes), newBatcher(b, changes)
			place := int64(0)
			must(b, bare.l.look(func(c *conn) error {
				var err error
				place, err = c.integer(newestPlace)
				return err
			}))
			var c contest
			for b.Loop() {
				mine, theirs := ours.next(b), bare.next(b)
				texts := map[key]text{}
				for k, r := range theirs.rows {
					rec, err := recordOf(r)
					must(b, err)
					texts[k] = textOf(rec, nil)
				}
				c.round(func() { must(b, ours.l.store(mine)) }, func() { must(b, bareCommit(bare.l.pen, theirs, texts, &place)) })
			}
			c.report(b, 1.3)
		})
	}
}

// batcher makes queues as typing makes them, and keeps them from the writer.
type batcher struct {
	l       *Library
	s       *workshop.Session
	ids     []workshop.ID
	caught  *queue
	n       int
	changes int
}

// Next and Write make it the journal of its session.
func (t *batcher) Next() int64            { return t.l.seq.Add(1) }
func (t *batcher) Write(b workshop.Batch) { t.caught.add(b) }

func newBatcher(b *testing.B, changes int) *batcher {
	l := open(b, placeFor(b))
	must(b, l.Synth(20, 2000))
	t := &batcher{l: l, caught: newQueue(), changes: changes}
	list, err := l.Actions(Filter{})
	must(b, err)
	must(b, l.look(func(c *conn) error {
		w, err := load(c, list[0].Workshop)
		t.s = workshop.NewSession(w, l.host(), t)
		return err
	}))
	for _, a := range list {
		if a.Workshop == list[0].Workshop {
			t.ids = append(t.ids, a.ID)
		}
	}
	return t
}

func (t *batcher) next(b *testing.B) *queue {
	t.caught = newQueue()
	for range t.changes {
		t.n++
		text := jsonOf(fmt.Sprintf("Agreed at the wall, take %d; first the tool trolley at the pump line.", t.n))
		must(b, t.s.Do("Detail", func(e *workshop.Edit) error { return e.SetField(t.ids[t.n%len(t.ids)], "detail", text) }))
	}
	return t.caught
}

// bareCommit writes what a commit writes, and does nothing else.
func bareCommit(c *conn, q *queue, texts map[key]text, place *int64) error {
	if err := c.Exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	for _, ch := range q.changes {
		if err := c.run(`INSERT INTO change VALUES(?,?,?,?,?,?,?,?,?,?,?)`,
			ch.Device, ch.Seq, ch.Workshop, ch.Record, ch.Kind, ch.Field, ch.New, nil, ch.Stamp.String(), ch.Author, string(ch.Verb)); err != nil {
			return err
		}
	}
	for _, k := range q.order {
		r := q.rows[k]
		if err := c.run("DELETE FROM search WHERE rowid=(SELECT place FROM record WHERE workshop=? AND id=?)", k.workshop, k.id); err != nil {
			return err
		}
		t := texts[k]
		*place++
		if err := c.run("INSERT INTO search(rowid, title, body, workshop, record, kind) VALUES(?,?,?,?,?,?)", *place, t.title, t.body, k.workshop, k.id, r.Kind); err != nil {
			return err
		}
		if err := c.run("UPDATE record SET place=?, doc=?, heads=? WHERE workshop=? AND id=?", *place, r.Doc, r.Causes, k.workshop, k.id); err != nil {
			return err
		}
	}
	at := q.newest()
	if err := c.run("UPDATE summary SET changed=? WHERE workshop=?", at.Wall, q.order[0].workshop); err != nil {
		return err
	}
	if err := c.run("UPDATE meta SET value=? WHERE name='stamp'", at.String()); err != nil {
		return err
	}
	return c.Exec("COMMIT")
}

// BenchmarkSearch compares searching 100,000 actions with the bare query.
func BenchmarkSearch(b *testing.B) {
	l := open(b, filepath.Join(b.TempDir(), "library.nemawashi"))
	must(b, l.Synth(1000, 100_000))
	for _, text := range []string{"kanban", "label trolley", "k"} {
		b.Run(text, func(b *testing.B) {
			var quoted []string
			for _, w := range strings.Fields(text) {
				quoted = append(quoted, `"`+w+`"*`)
			}
			query := strings.Join(quoted, " ")
			compare(b, 1.5, func() {
				hits, err := l.Search(text, 20)
				if err != nil || len(hits) != 20 {
					b.Fatal(len(hits), err)
				}
			}, func() {
				n := 0
				must(b, l.look(func(c *conn) error {
					return c.each("SELECT workshop, record, kind, title, body FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 20", []any{query}, func(s *sqlite3.Stmt) error {
						n += len(s.ColumnText(0)) + len(s.ColumnText(1)) + len(s.ColumnText(2)) + len(s.ColumnText(3)) + len(s.ColumnText(4))
						return nil
					})
				}))
				if n == 0 {
					b.Fatal("nothing found")
				}
			})
		})
	}
}

// BenchmarkHome is what the first screen waits for: 1,000 workshops and what
// today asks for of 100,000 actions.
func BenchmarkHome(b *testing.B) {
	l := open(b, filepath.Join(b.TempDir(), "library.nemawashi"))
	must(b, l.Synth(1000, 100_000))
	path := l.Path()
	must(b, l.Close())
	var opened, listed time.Duration
	for b.Loop() {
		start := time.Now()
		l, err := Open(path, Options{})
		must(b, err)
		opened += time.Since(start)
		start = time.Now()
		list, err := l.Workshops()
		must(b, err)
		_, err = l.Digest(workshop.DateOf(time.Now()))
		must(b, err)
		listed += time.Since(start)
		if len(list) != 1000 {
			b.Fatal(len(list))
		}
		b.StopTimer()
		must(b, l.Close())
		b.StartTimer()
	}
	b.ReportMetric(float64(opened.Microseconds())/float64(b.N)/1000, "open-ms")
	b.ReportMetric(float64(listed.Microseconds())/float64(b.N)/1000, "list-ms")
}

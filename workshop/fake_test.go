package workshop

import (
	"cmp"
	"encoding/json"
	"fmt"
	"sort"
	"testing"
	"time"
)

// memory is a journal that keeps every change, of every device, as the library does.
type memory struct {
	seq     int64
	changes map[Ref]Change
	rows    map[ID]Row
}

func (m *memory) Next() int64 { m.seq++; return m.seq }

func (m *memory) Write(b Batch) {
	for _, c := range b.Changes {
		m.changes[c.Ref] = c
	}
	for _, r := range b.Rows {
		m.rows[r.ID] = r
	}
}

func (m *memory) log() []Change {
	var out []Change
	for _, c := range m.changes {
		out = append(out, c)
	}
	sort.Slice(out, func(i, j int) bool {
		return cmp.Or(cmp.Compare(out[i].Seq, out[j].Seq), cmp.Compare(out[i].Device, out[j].Device)) < 0
	})
	return out
}

// desk is one device with a session on the workshop "w".
type desk struct {
	*Session
	*memory
	now time.Time
}

func newDesk(device string) *desk {
	d := &desk{memory: &memory{changes: map[Ref]Change{}, rows: map[ID]Row{}}, now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
	n := 0
	d.Session = NewSession(NewWorkshop("w"), Host{
		Clock:  NewClock(func() time.Time { d.now = d.now.Add(time.Millisecond); return d.now }, device, Stamp{}),
		NewID:  func() ID { n++; return ID(fmt.Sprintf("%s-%06d", device, n)) },
		Author: device,
	}, d.memory)
	return d
}

// must fails the test when an edit does.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// picture is everything that readers of a workshop can see, as text.
func picture(w *Workshop) string {
	all := map[Kind][]Record{}
	for _, k := range Kinds {
		if list := w.Records(k); len(list) > 0 {
			all[k] = list
		}
	}
	b, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		panic(err)
	}
	return string(b)
}

func (d *desk) picture() string {
	var out string
	d.Read(func(w *Workshop) { out = picture(w) })
	return out
}

// begin gives the workshop its charter.
func (d *desk) begin(t testing.TB) {
	t.Helper()
	must(t, d.Do("New workshop", func(e *Edit) error {
		e.Add(&Charter{Title: "Pump line changeover", WorkshopKind: "kaizen"})
		return nil
	}))
}

//go:build faults

package library

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nemawashi.app/workshop"
)

// cutPlan is what the writer does while its disk waits for the power cut.
type cutPlan struct {
	Folder  string // in which the library is
	Mount   string // where claims are told
	Seed    uint64
	Day     int   // of the writer's clock
	Before  claim // in an earlier life
	Steps   int   // how many more
	Restore bool  // goes back to a backup in the middle
	Close   bool  // ends in the normal way
	Plain   bool  // neither backups nor anything else beside the library

	Refuge string // where to save what the disk refuses for good; "" on a disk without trouble
}

const cutRole = "cut"

func init() { roles[cutRole] = cutChild }

// cutChild is the writer in a process of its own.
func cutChild(arg string) int {
	var p cutPlan
	err := json.Unmarshal([]byte(arg), &p)
	if err == nil {
		err = p.work(func(c claim) { sayClaim(p.Mount, c) }, Options{})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		var why *Error
		if errors.As(err, &why) {
			fmt.Fprintln(os.Stderr, "because", why.Unwrap())
		}
		return 1
	}
	return 0
}

// cutWriter works step by step. Step n adds action n, writes n into a note, puts
// card n in the place of card n-1, and sometimes adds a picture, all in one
// edit, so that every state in between can be told from a whole one.
type cutWriter struct {
	cutPlan
	rnd  *rand.Rand
	opt  Options
	say  func(claim)
	told claim
	day  time.Time
	l    *Library
	s    *workshop.Session
	note workshop.ID
	card workshop.ID
	at   int
}

func (p cutPlan) work(say func(claim), o Options) error {
	w := &cutWriter{cutPlan: p, rnd: rand.New(rand.NewPCG(p.Seed, 1)), opt: o, say: say, day: time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC).AddDate(0, 0, p.Day), told: p.Before}
	w.opt.Author = "facilitator"
	w.opt.Now = func() time.Time { return w.day }
	if p.Refuge != "" {
		return w.troubled()
	}
	if err := w.open(); err != nil {
		return err
	}
	for i := range p.Steps {
		if err := w.step(); err != nil {
			return fmt.Errorf("step %d: %w", w.at, err)
		}
		if p.Plain {
			continue
		}
		if i == p.Steps/3 {
			if err := w.backup(); err != nil {
				return err
			}
		}
		if i == 2*p.Steps/3 && p.Restore {
			if err := w.restore(); err != nil {
				return err
			}
		}
	}
	if !p.Close {
		return nil
	}
	return w.l.Close()
}

func (w *cutWriter) path() string { return filepath.Join(w.Folder, cutName) }

func (w *cutWriter) open() error {
	var err error
	if w.l, err = Open(w.path(), w.opt); err != nil {
		return err
	}
	all, err := w.l.Workshops()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return w.begin()
	}
	if w.s, err = w.l.Session(all[0].ID); err != nil {
		return err
	}
	w.s.Read(func(shop *workshop.Workshop) {
		w.at = len(workshop.All[workshop.Action](shop))
		for _, c := range workshop.All[workshop.Card](shop) {
			w.card = c.ID
		}
		for _, g := range workshop.All[workshop.Goal](shop) {
			w.note = g.ID
		}
	})
	if err := w.l.Flush(); err != nil { // that it was opened
		return err
	}
	w.claims(func(c *claim) { c.Saved, c.Tried = w.at, w.at })
	return nil
}

func (w *cutWriter) begin() error {
	id, err := w.l.Create(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Power cut"})
		w.note = e.Add(&workshop.Goal{Title: "Note 0"})
		return nil
	})
	if err == nil {
		w.s, err = w.l.Session(id)
	}
	if err == nil {
		err = w.l.Flush()
	}
	if err == nil {
		w.claims(func(c *claim) { c.Begun = true })
	}
	return err
}

func (w *cutWriter) claims(f func(*claim)) {
	f(&w.told)
	w.say(w.told)
}

func (w *cutWriter) step() error {
	w.at++
	w.claims(func(c *claim) { c.Tried = w.at })
	var sum string
	if w.at%10 == 0 {
		b := make([]byte, 5_000+w.rnd.IntN(30_000))
		for i := range b {
			b[i] = byte(w.rnd.Uint32())
		}
		var err error
		if sum, err = w.l.PutBlob(b); err != nil {
			return err
		}
	}
	filler := strings.Repeat("what somebody said ", w.rnd.IntN(200))
	err := w.s.Do("step", func(e *workshop.Edit) error {
		e.Add(&workshop.Action{Title: fmt.Sprintf("Step %06d", w.at), Detail: filler})
		if w.card != "" {
			if err := e.Delete(w.card); err != nil {
				return err
			}
		}
		w.card = e.Add(&workshop.Card{Canvas: "wall", Column: "one", Cells: map[string]any{"text": fmt.Sprintf("Card %d", w.at)}})
		if sum != "" {
			e.Add(&workshop.Photo{Blob: sum})
		}
		title, err := json.Marshal(fmt.Sprintf("Note %d", w.at))
		if err != nil {
			return err
		}
		return e.SetField(w.note, "title", title)
	})
	if err != nil {
		return err
	}
	if err := w.l.Flush(); err != nil {
		return err
	}
	if s := w.l.Status(); s.State != Saved {
		return fmt.Errorf("after saving the state is %q", s.State)
	}
	w.claims(func(c *claim) { c.Begun, c.Saved = true, w.at })
	return nil
}

func (w *cutWriter) backup() error {
	w.day = w.day.AddDate(0, 0, 1)
	made, err := w.l.DailyBackup()
	if err != nil || !made {
		return fmt.Errorf("backup made: %v, %w", made, err)
	}
	w.claims(func(c *claim) { c.Kept, c.Holds = dailyName(w.day), w.at })
	return nil
}

// restore goes back to the last backup, which it may do at any moment from the
// claim on, and works on from there.
func (w *cutWriter) restore() error {
	if err := w.l.Close(); err != nil {
		return err
	}
	w.claims(func(c *claim) { c.Saved = c.Holds })
	if _, err := Restore(filepath.Join(BackupsOf(w.path()), w.told.Kept), w.path()); err != nil {
		return err
	}
	return w.open()
}

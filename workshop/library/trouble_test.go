//go:build faults && linux

package library

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/ncruces/go-sqlite3/vfs"
)

// troubled is what a writer does whose disk refuses something: it works on in
// memory, says that it is not saved as long as that is so, and in the end has
// everything on the disk, or, when that refuses for good, in a refuge.
func (w *cutWriter) troubled() error {
	for tries := 1; ; tries++ {
		err := w.open()
		if w.l != nil && w.l.ReadOnly() { // it says why, and begins nothing; perhaps there is room now
			if err := w.l.Close(); err != nil {
				return err
			}
			w.l = nil
			if tries == 5 {
				return nil
			}
			continue
		}
		if err == nil || w.s != nil {
			break // a workshop that could not be saved is in memory
		}
		if w.l != nil {
			return fmt.Errorf("the library is open, and no workshop can be begun: %w", err)
		}
		var said *Error
		if !errors.As(err, &said) {
			return fmt.Errorf("opening gives no sentence: %w", err)
		}
		if tries == 5 {
			return nil // for good: nothing was begun, and nothing claimed
		}
	}
	for range w.Steps {
		if err := w.step(); err == nil {
			continue
		} else if said := (&Error{}); !errors.As(err, &said) {
			return fmt.Errorf("step %d gives no sentence: %w", w.at, err)
		}
		if s := w.l.Status(); s.State != Waiting || s.Err == nil {
			return fmt.Errorf("what is not saved is said to be %q (%v)", s.State, s.Err)
		}
	}
	if err := w.l.Flush(); err != nil {
		return w.rescue()
	}
	w.claims(func(c *claim) { c.Begun, c.Saved = true, w.at })
	return w.l.Close()
}

// rescue saves elsewhere, and ends as if the power were cut.
func (w *cutWriter) rescue() error {
	if s := w.l.Status(); s.State != Waiting {
		return fmt.Errorf("what is not saved is said to be %q", s.State)
	}
	if err := w.l.Rescue(w.Refuge); err != nil {
		return fmt.Errorf("saving in another place: %w", err)
	}
	return holds(w.Refuge, w.at, w.at, true, true)
}

// TestDiskRefuses lets a disk refuse something at a random moment, by an error or
// because it is full, once or for good.
func TestDiskRefuses(t *testing.T) {
	s := newCutStand(t)
	points := int(setting(t, "NEMAWASHI_REFUSALS", 15))
	for name, t0 := range map[string]trouble{
		"an error, once": {err: syscall.EIO}, "an error, for good": {err: syscall.EIO, forGood: true},
		"full, once": {err: syscall.ENOSPC}, "full, for good": {err: syscall.ENOSPC, forGood: true},
	} {
		t.Run(name, func(t *testing.T) {
			s := *s
			s.t = t
			s.sweep(t0, points)
		})
	}
}

// TestDiskRefusesWithoutMount does the same where nothing can be mounted.
func TestDiskRefusesWithoutMount(t *testing.T) {
	s := newCutStand(t)
	s.mount = ""
	s.sweep(trouble{err: syscall.EIO}, 5)
	s.sweep(trouble{err: syscall.ENOSPC, forGood: true}, 5)
}

func (s *cutStand) sweep(t0 trouble, points int) {
	s.t.Helper()
	const steps = 12
	whole, _ := s.refusing(nil, steps)
	refused := 0
	for range points {
		now := t0
		now.at = 1 + s.rnd.IntN(whole.count)
		d, folder := s.refusing(&now, steps)
		if now.refused > 0 {
			refused++
		}
		last := claim{}
		for _, op := range d.log {
			if op.said != nil {
				last = *op.said
			}
		}
		if err := last.check(filepath.Join(folder, cutName)); err != nil {
			s.t.Errorf("the disk refuses number %d of %d, %v, for good %v; %+v: %v%s", now.at, whole.count, now.err, now.forGood, last, err,
				keepDisk(folder, keptDisk{Why: fmt.Sprintf("The disk refused something (%v): %v", now.err, err), Claim: last, Expect: claimHolds}))
		}
		if !now.forGood && (last.Saved != steps || !last.Begun) {
			s.t.Errorf("after number %d of %d was refused once (%v), all that is saved is %+v", now.at, whole.count, now.err, last)
		}
	}
	if refused < points/2 {
		s.t.Errorf("of %d tries, something was refused in %d only", points, refused)
	}
	s.t.Logf("%d tries among %d things that can be refused, %d refused", points, whole.count, refused)
}

// refusing lets a writer work on a disk with that trouble, and puts what the
// disk holds then into a folder.
func (s *cutStand) refusing(now *trouble, steps int) (*cutDisk, string) {
	s.t.Helper()
	p := cutPlan{Seed: s.rnd.Uint64() >> 1, Steps: steps, Refuge: filepath.Join(s.t.TempDir(), "saved here.nemawashi")}
	if s.mount == "" {
		return s.plainlyRefusing(p, now)
	}
	base := emptyImage()
	base[cutRoot].names[cutFolder] = cutRoot + 1
	base[cutRoot+1] = blankNode(true)
	d := newCutDisk(base)
	d.trouble = now
	unmount, err := cutMount(d, s.mount)
	must(s.t, err)
	p.Mount, p.Folder = s.mount, filepath.Join(s.mount, cutFolder)
	arg, err := json.Marshal(p)
	must(s.t, err)
	exe, err := os.Executable()
	must(s.t, err)
	var said bytes.Buffer
	c := exec.Command(exe, string(arg))
	c.Env = append(os.Environ(), role+"="+cutRole)
	c.Stdout, c.Stderr = &said, &said
	err = c.Run()
	must(s.t, unmount())
	if err != nil {
		s.t.Errorf("with %+v the writer failed: %v\n%s", now, err, said.String())
	}
	folder := s.t.TempDir()
	must(s.t, cutImage(d.nodes).writeTo(folder))
	return d, filepath.Join(folder, cutFolder)
}

func init() { roles[refuseRole] = refuseChild }

const refuseRole = "refuse"

// refuseTask is for a writer in a process of its own, which watches SQLite's
// files alone; refuseResult is what became of it.
type (
	refuseTask struct {
		Plan    cutPlan
		At      int
		Err     int
		ForGood bool
	}
	refuseResult struct {
		Count, Refused int
		Said           claim
	}
)

func refuseChild(arg string) int {
	var task refuseTask
	var out refuseResult
	err := json.Unmarshal([]byte(arg), &task)
	if err == nil {
		var base cutImage
		if base, err = readImage(task.Plan.Folder); err == nil {
			d := newCutDisk(base)
			now := &trouble{at: task.At, err: syscall.Errno(task.Err), forGood: task.ForGood}
			if task.At > 0 {
				d.trouble = now
			}
			vfs.Register(refuseRole, &cutVFS{vfs.Find("os").(vfs.VFSFilename), d})
			err = task.Plan.work(func(c claim) { out.Said = c }, Options{vfs: refuseRole, syncFolder: func(string) error { return d.sync(cutRoot) }})
			out.Count, out.Refused = d.count, now.refused
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		return 1
	}
	return 0
}

func (s *cutStand) plainlyRefusing(p cutPlan, now *trouble) (*cutDisk, string) {
	folder := s.t.TempDir()
	p.Folder, p.Plain = folder, true
	must(s.t, create(filepath.Join(folder, cutName)))
	task := refuseTask{Plan: p}
	if now != nil {
		task.At, task.Err, task.ForGood = now.at, int(now.err), now.forGood
	}
	arg, err := json.Marshal(task)
	must(s.t, err)
	exe, err := os.Executable()
	must(s.t, err)
	var said, complained bytes.Buffer
	c := exec.Command(exe, string(arg))
	c.Env = append(os.Environ(), role+"="+refuseRole)
	c.Stdout, c.Stderr = &said, &complained
	if err := c.Run(); err != nil {
		s.t.Fatalf("with %+v the writer failed: %v\n%s", now, err, complained.String())
	}
	var got refuseResult
	must(s.t, json.Unmarshal(said.Bytes(), &got))
	if now != nil {
		now.refused = got.Refused
	}
	return &cutDisk{count: got.Count, log: []cutOp{{said: &got.Said}}}, folder
}

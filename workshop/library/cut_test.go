//go:build faults && linux

package library

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3/vfs"
)

// setting reads a number of the run from the environment.
func setting(t *testing.T, name string, otherwise uint64) uint64 {
	t.Helper()
	said := os.Getenv(name)
	if said == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(said, 10, 64)
	if err != nil || n == 0 {
		t.Fatalf("%s is %q, it should be a number above 0", name, said)
	}
	return n
}

// cutStand is where writers work and their disks are cut.
type cutStand struct {
	t     *testing.T
	mount string // "" where no disk can be mounted
	rnd   *rand.Rand

	deafFiles, deafFolders bool
}

// newCutStand says what stands in for the disk, and with which seed.
func newCutStand(t *testing.T) *cutStand {
	seed := setting(t, "NEMAWASHI_SEED", uint64(time.Now().UnixNano()))
	s := &cutStand{t: t, rnd: rand.New(rand.NewPCG(seed, 9)), mount: t.TempDir()}
	unmount, err := cutMount(newCutDisk(emptyImage()), s.mount)
	if err != nil {
		s.mount = ""
		t.Logf("NEMAWASHI_SEED=%d; no disk can be mounted here (%v), so SQLite's files alone are watched on their way to the real disk", seed, err)
		return s
	}
	if err := unmount(); err != nil {
		t.Fatal(err)
	}
	t.Logf("NEMAWASHI_SEED=%d; the disk is a file system of our own at %s", seed, s.mount)
	return s
}

func emptyImage() cutImage { return cutImage{cutRoot: {names: map[string]uint64{}}} }

// cutFolder is the user's folder on the disk.
const cutFolder = "Arbeit & Büro 100%"

// life lets a writer work on the disk, from base on, and returns what happened.
func (s *cutStand) life(base cutImage, p cutPlan) *cutDisk {
	s.t.Helper()
	if s.mount == "" {
		return s.plainLife(base, p)
	}
	base = base.clone()
	if len(base[cutRoot].names) == 0 {
		base[cutRoot].names[cutFolder] = cutRoot + 1
		base[cutRoot+1] = blankNode(true)
	}
	d := newCutDisk(base)
	d.deafFiles, d.deafFolders = s.deafFiles, s.deafFolders
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
		s.t.Fatalf("the writer failed: %v\n%s", err, said.String())
	}
	return d
}

func (s *cutStand) plainLife(base cutImage, p cutPlan) *cutDisk {
	folder := s.t.TempDir()
	must(s.t, base.writeTo(folder))
	p.Folder, p.Plain = folder, true
	path := filepath.Join(folder, cutName)
	if found, err := exists(path); err != nil || !found {
		must(s.t, err)
		must(s.t, create(path))
	}
	base, err := readImage(folder)
	must(s.t, err)
	d := newCutDisk(base)
	d.deafFiles, d.deafFolders = s.deafFiles, s.deafFolders
	name := "cut-" + strings.ReplaceAll(s.t.Name(), "/", "-")
	vfs.Register(name, &cutVFS{vfs.Find("os").(vfs.VFSFilename), d})
	defer vfs.Unregister(name)
	p.Close = true // the process goes on, and must let go of the files
	must(s.t, p.work(d.said, Options{vfs: name, syncFolder: func(string) error { return d.sync(cutRoot) }}))
	return d
}

// found is one moment at which the power was cut, and what was wrong then.
type cutFound struct {
	at    int
	mode  cutMode
	image cutImage
	claim claim
	wrong error
}

// cuts cuts a disk at n moments and looks at what it holds each time. What was
// claimed in earlier lives still holds.
func (s *cutStand) cuts(d *cutDisk, before claim, mode cutMode, n int) []cutFound {
	s.t.Helper()
	if !slices.ContainsFunc(d.log, func(op cutOp) bool { return op.said != nil }) {
		s.t.Fatal("the writer claimed nothing")
	}
	var moments []int
	for range n {
		moments = append(moments, s.rnd.IntN(len(d.log)+1))
	}
	slices.Sort(moments)
	out := make([]cutFound, n)
	r := newReplay(d)
	r.now = before
	at := 0
	var wg sync.WaitGroup
	slots := make(chan struct{}, 2*runtime.NumCPU())
	for i, m := range moments {
		for ; at < m; at++ {
			r.take(at, d.log[at])
		}
		out[i] = cutFound{at: at, mode: mode, image: r.cut(at, mode, s.rnd), claim: r.now}
		folder := s.room()
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			out[i].wrong = s.judge(out[i], folder)
		})
	}
	wg.Wait()
	return out
}

// room is a new folder for what a disk held, in memory where the system has such a place.
func (s *cutStand) room() string {
	s.t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "nemawashi-cut-")
	if err != nil {
		folder, err = os.MkdirTemp("", "nemawashi-cut-")
	}
	must(s.t, err)
	return folder
}

// judge opens the library of a disk whose power was cut, and holds it against
// what was claimed.
func (s *cutStand) judge(f cutFound, folder string) error {
	if err := f.image.writeTo(folder); err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if s.mount != "" {
		folder = filepath.Join(folder, cutFolder)
	}
	return f.claim.check(filepath.Join(folder, cutName))
}

// perLife is how often one disk is cut.
const perLife = 30

// TestPowerCut cuts the power of a disk on which the real writer works. Every
// life but the first begins with what such a cut has left behind.
func TestPowerCut(t *testing.T) {
	s := newCutStand(t)
	points := int(setting(t, "NEMAWASHI_CUTS", 180))
	for _, mode := range []cutMode{cutSynced, cutTorn, cutPrefix} {
		t.Run(string(mode), func(t *testing.T) {
			s := *s
			s.t = t
			base, before, bad, moved := emptyImage(), claim{}, 0, 0
			for done, life := 0, 0; done < points; done, life = done+perLife, life+1 {
				if life%8 == 0 {
					base, before = emptyImage(), claim{}
				}
				d := s.life(base, cutPlan{Seed: s.rnd.Uint64() >> 1, Day: life, Steps: 24, Restore: life%4 == 2, Close: life%2 == 1, Before: before})
				list := s.cuts(d, before, mode, perLife)
				for _, f := range list {
					if f.wrong == nil {
						continue
					}
					if bad++; bad <= 3 {
						t.Errorf("life %d, cut after %d of %d operations, %+v: %v%s", life, f.at, len(d.log), f.claim, f.wrong, s.keep(f))
					}
				}
				moved += len(d.log)
				if bad > 20 {
					t.Fatalf("%d cuts lost something; the rest is not tried", bad)
				}
				next := list[s.rnd.IntN(perLife)]
				base, before = next.image, next.claim
			}
			t.Logf("%d cuts among %d operations: %d lost or corrupt", points, moved, bad)
		})
	}
}

// TestPowerCutControls makes sure that a writer which forgets to sync is found
// out, or the test above would prove nothing.
func TestPowerCutControls(t *testing.T) {
	for name, deaf := range map[string]cutStand{"files are not synced": {deafFiles: true}, "names are not synced": {deafFolders: true}} {
		t.Run(name, func(t *testing.T) {
			s := newCutStand(t)
			s.deafFiles, s.deafFolders = deaf.deafFiles, deaf.deafFolders
			d := s.life(emptyImage(), cutPlan{Seed: s.rnd.Uint64() >> 1, Steps: 24})
			bad := 0
			for _, mode := range []cutMode{cutSynced, cutTorn} {
				for _, f := range s.cuts(d, claim{}, mode, perLife) {
					if f.wrong != nil {
						bad++
					}
				}
			}
			t.Logf("%d of %d cuts lost something", bad, 2*perLife)
			if bad < perLife/2 {
				t.Error("a writer that does not sync passes for a safe one")
			}
		})
	}
}

// TestPowerCutWithoutMount does the same where no file system of our own can be
// mounted: so that the other way works when it is needed.
func TestPowerCutWithoutMount(t *testing.T) {
	s := newCutStand(t)
	s.mount = ""
	for _, mode := range []cutMode{cutSynced, cutTorn, cutPrefix} {
		for _, f := range s.cuts(s.life(emptyImage(), cutPlan{Seed: s.rnd.Uint64() >> 1, Steps: 24}), claim{}, mode, perLife) {
			if f.wrong != nil {
				t.Errorf("%s, cut after %d operations, %+v: %v", mode, f.at, f.claim, f.wrong)
			}
		}
	}
	s.deafFiles = true
	bad := 0
	for _, f := range s.cuts(s.life(emptyImage(), cutPlan{Seed: s.rnd.Uint64() >> 1, Steps: 24}), claim{}, cutTorn, perLife) {
		if f.wrong != nil {
			bad++
		}
	}
	if bad < perLife/2 {
		t.Errorf("a writer that does not sync passes for a safe one: %d of %d cuts lost something", bad, perLife)
	}
}

// keep packs a disk that should not be as it is, for testdata.
func (s *cutStand) keep(f cutFound) string {
	folder := s.room()
	defer os.RemoveAll(folder)
	if err := f.image.writeTo(folder); err != nil {
		return " (the disk could not be kept: " + err.Error() + ")"
	}
	return keepDisk(folder, keptDisk{Why: fmt.Sprintf("The power was cut (%s): %v", f.mode, f.wrong), Claim: f.claim, Expect: claimHolds})
}
